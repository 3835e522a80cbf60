// Opening the engines, writing answers alike.
#include "query/engines.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "dbx/base/text.h"
#include "support/postgres.h"

namespace dbx::test {
namespace {

void open(const std::string& name, const std::string& url, std::vector<Engine>& into) {
  const dialect::Dialect* dialect = *dialect::find(name);
  auto connection = dialect->connect(url, {});
  ASSERT_TRUE(connection) << url << ": " << connection.error().at(0).message;
  into.push_back({dialect, url, std::move(*connection)});
}

}  // namespace

std::vector<Engine> open_engines(const std::string& name, const std::string& folder) {
  const auto place = [&](const std::string& file) {
    return folder.empty() ? std::string(":memory:") : folder + "/" + file;
  };
  std::vector<Engine> engines;
  open("duckdb", "duckdb:" + place(name + ".duckdb"), engines);
  open("sqlite", "sqlite:" + place(name + ".sqlite"), engines);
  if (const auto url = postgres_url(name)) open("postgres", *url, engines);
  return engines;
}

std::string normal(const database::Value& value) {
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "1" : "0";
  std::string text = database::to_text(value);
  if (std::holds_alternative<std::monostate>(value)) return text;
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (!text.empty() && *end == '\0')
    return fmt::format("{:.9g}", std::abs(number) < 1e-9 ? 0.0 : number);
  const bool midnight = text.ends_with(" 00:00:00") || text.ends_with(" 00:00:00+00");
  if (text.size() >= 19 && midnight) return text.substr(0, 10);
  return text;
}

std::string answer(const Result<database::ResultSet>& result) {
  if (!result) return "error: " + result.error().at(0).message;
  std::string lines;
  for (const auto& row : result->rows) {
    std::vector<std::string> cells;
    for (const database::Value& value : row) cells.push_back(normal(value));
    lines += text::join(cells, "|") + "\n";
  }
  return lines;
}

std::string answer(Engine& engine, const query::Select& select) {
  return answer(engine.connection->query(engine.dialect->write(select)));
}

std::string sorted_lines(const std::string& lines) {
  std::vector<std::string> sorted;
  for (const std::string_view line : text::split(lines, '\n')) sorted.emplace_back(line);
  std::sort(sorted.begin(), sorted.end());
  return text::join(sorted, "\n");
}

}  // namespace dbx::test
