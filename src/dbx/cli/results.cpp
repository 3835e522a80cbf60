// Values as text and JSON, tables, bars; see results.h.
#include "dbx/cli/results.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dbx/base/text.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

Json to_json(const database::Value& value) {
  struct Converter {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(bool truth) const { return truth; }
    Json operator()(std::int64_t number) const { return number; }
    Json operator()(double number) const { return number; }
    Json operator()(const std::string& text) const { return text; }
  };
  return std::visit(Converter{}, value);
}

// For people: a figure to four decimals; the whole of it is in --json.
std::string shown(const database::Value& value) {
  const double* number = std::get_if<double>(&value);
  if (number == nullptr || std::abs(*number) < 0.01) return database::to_text(value);
  std::string text = fmt::format("{:.4f}", *number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

double number_of(const database::Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return text::to_double(database::to_text(value)).value_or(-1);
}

}  // namespace

Json to_json(const database::ResultSet& result) {
  Json rows = Json::array();
  for (const auto& row : result.rows) {
    Json cells = Json::array();
    for (const database::Value& value : row) cells.push_back(to_json(value));
    rows.push_back(std::move(cells));
  }
  return {{"columns", result.columns}, {"rows", std::move(rows)}};
}

Grid to_grid(const database::ResultSet& result, std::size_t rows) {
  Grid grid;
  grid.header = result.columns;
  grid.right = result.is_numeric;
  for (const auto& row : result.rows) {
    if (grid.rows.size() == rows) break;
    std::vector<std::string> cells;
    for (const database::Value& value : row) cells.push_back(shown(value));
    grid.rows.push_back(std::move(cells));
  }
  return grid;
}

std::string chart(const database::ResultSet& result) {
  constexpr std::size_t kRowsMin = 2;
  constexpr std::size_t kRowsMax = 20;
  constexpr double kWidth = 40;
  constexpr std::size_t kLabelMax = 24;
  if (result.columns.size() != 2 || result.rows.size() < kRowsMin ||
      result.rows.size() > kRowsMax) {
    return {};
  }
  if (result.is_numeric[0] == result.is_numeric[1]) return {};
  const std::size_t figure = result.is_numeric[1] ? 1 : 0;
  double most = 0;
  std::size_t label_width = 0;
  for (const auto& row : result.rows) {
    const double number = number_of(row[figure]);
    if (number < 0) return {};
    most = std::max(most, number);
    label_width = std::max(
        label_width, text::display_width(shorten(database::to_text(row[1 - figure]), kLabelMax)));
  }
  if (most <= 0) return {};
  std::string text;
  for (const auto& row : result.rows) {
    const auto length =
        static_cast<std::size_t>(std::lround(number_of(row[figure]) / most * kWidth));
    const std::string label = shorten(database::to_text(row[1 - figure]), kLabelMax);
    std::string bar;
    for (std::size_t i = 0; i < length; ++i) bar += "\u2588";
    text += fmt::format("{} {} {}\n", text::pad_right(label, label_width), bar, shown(row[figure]));
  }
  return text;
}

}  // namespace dbx::cli
