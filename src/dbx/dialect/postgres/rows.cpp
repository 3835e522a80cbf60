// Reading the text forms of integers and arrays.
#include <charconv>

#include "dbx/dialect/postgres/connection.h"

namespace dbx::dialect::postgres {

std::int64_t Rows::integer(int row, int column) const {
  const std::string_view digits = text(row, column);
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::vector<std::int64_t> Rows::integers(int row, int column) const {
  std::vector<std::int64_t> values;
  const std::string_view list = text(row, column);
  const char* at = list.data();
  const char* const end = at + list.size();
  while (at != end) {
    std::int64_t value = 0;
    const auto read = std::from_chars(at, end, value);
    if (read.ec == std::errc()) values.push_back(value);
    at = read.ec == std::errc() ? read.ptr : at + 1;
  }
  return values;
}

// {plain,"with \"quotes\" and \\ backslashes",NULL}
std::vector<std::string> Rows::strings(int row, int column) const {
  std::vector<std::string> values;
  std::string_view list = text(row, column);
  if (list.size() <= 2) return values;
  list = list.substr(1, list.size() - 2);
  std::string item;
  bool quoted = false;
  bool was_quoted = false;
  const auto finish = [&] {
    if (!was_quoted && item == "NULL") item.clear();
    values.push_back(std::move(item));
    item.clear();
    was_quoted = false;
  };
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    if (c == '"') {
      quoted = !quoted;
      was_quoted = true;
    } else if (c == '\\' && i + 1 < list.size()) {
      item += list[++i];
    } else if (c == ',' && !quoted) {
      finish();
    } else {
      item += c;
    }
  }
  finish();
  return values;
}

}  // namespace dbx::dialect::postgres
