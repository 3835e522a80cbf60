// Compares results column by column; see same_answer.h.
#include "dbx/answer/same_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

using Column = std::vector<std::string>;

// Exact numbers come as text where a column is one of numbers.
std::string normal(const database::Value& value, bool numeric) {
  const auto print = [](double number) {
    if (number == std::floor(number) && std::fabs(number) < 1e15) {
      return fmt::format("{:.0f}", number == 0 ? 0.0 : number);
    }
    return fmt::format("{:.9g}", number);
  };
  if (const auto* whole = std::get_if<std::int64_t>(&value)) {
    return print(static_cast<double>(*whole));
  }
  if (const auto* real = std::get_if<double>(&value)) return print(*real);
  const auto* text = std::get_if<std::string>(&value);
  const auto number = numeric && text != nullptr ? text::to_double(*text) : std::nullopt;
  return number ? print(*number) : database::to_text(value);
}

std::vector<Column> columns_of(const database::ResultSet& set) {
  std::vector<Column> columns(set.columns.size());
  for (const auto& row : set.rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      columns[i].push_back(normal(row[i], set.is_numeric[i]));
    }
  }
  return columns;
}

std::vector<std::string> rows_of(const std::vector<Column>& columns,
                                 const std::vector<std::size_t>& order, bool ordered) {
  std::vector<std::string> rows(columns.empty() ? 0 : columns[0].size());
  for (const std::size_t at : order) {
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] += columns[at][i] + '\x1f';
  }
  if (!ordered) std::sort(rows.begin(), rows.end());
  return rows;
}

Column sorted(Column column) {
  std::sort(column.begin(), column.end());
  return column;
}

// Assigns a column of b to each of a in turn, those with the same values only.
bool match(const std::vector<Column>& a, const std::vector<Column>& b,
           const std::vector<std::vector<bool>>& fits, std::vector<std::size_t>& order,
           bool ordered, std::size_t& tries) {
  if (order.size() == a.size()) {
    std::vector<std::size_t> plain(a.size());
    for (std::size_t i = 0; i < plain.size(); ++i) plain[i] = i;
    ++tries;
    return rows_of(a, plain, ordered) == rows_of(b, order, ordered);
  }
  constexpr std::size_t kTriesMax = 500;
  for (std::size_t at = 0; at < b.size() && tries < kTriesMax; ++at) {
    if (!fits[order.size()][at]) continue;
    if (std::find(order.begin(), order.end(), at) != order.end()) continue;
    order.push_back(at);
    if (match(a, b, fits, order, ordered, tries)) return true;
    order.pop_back();
  }
  return false;
}

}  // namespace

bool same_answer(const database::ResultSet& a, const database::ResultSet& b, bool ordered) {
  if (a.rows.size() != b.rows.size()) return false;
  if (a.columns.size() != b.columns.size()) return false;
  const std::vector<Column> left = columns_of(a);
  const std::vector<Column> right = columns_of(b);
  std::vector<std::vector<bool>> fits(left.size(), std::vector<bool>(right.size()));
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t k = 0; k < right.size(); ++k) fits[i][k] = sorted(left[i]) == sorted(right[k]);
  }
  std::vector<std::size_t> order;
  std::size_t tries = 0;
  return match(left, right, fits, order, ordered, tries);
}

}  // namespace dbx::answer
