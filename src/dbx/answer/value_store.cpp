// See value_store.h.
#include "dbx/answer/value_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

std::string header(std::string_view made_of) { return fmt::format("dbx-values 1 {}", made_of); }

std::string escaped(std::string_view value) {
  std::string text;
  for (const char c : value) {
    if (c == '\\') {
      text += "\\\\";
    } else if (c == '\n') {
      text += "\\n";
    } else if (c == '\r') {
      text += "\\r";
    } else {
      text += c;
    }
  }
  // a value that looks like the head of a column
  return text.starts_with('@') ? "\\@" + text.substr(1) : text;
}

std::string plain(std::string_view line) {
  std::string value;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\' || i + 1 == line.size()) {
      value += line[i];
      continue;
    }
    const char next = line[++i];
    value += next == 'n' ? '\n' : next == 'r' ? '\r' : next;
  }
  return value;
}

// "@3 12"
std::optional<std::pair<int, int>> column_of(std::string_view line) {
  int table = 0;
  int column = 0;
  const char* end = line.data() + line.size();
  const auto first = std::from_chars(line.data() + 1, end, table);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ' ') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, column);
  if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
  return std::pair(table, column);
}

}  // namespace

std::string write_values(const ValueIndex& index, std::string_view made_of) {
  std::map<std::pair<int, int>, std::vector<std::string_view>> columns;
  for (const auto& [key, hits] : index.hits()) {
    for (const ValueHit& hit : hits) columns[{hit.table, hit.column}].push_back(hit.value);
  }
  std::string text = header(made_of) + "\n";
  for (auto& [column, values] : columns) {
    std::sort(values.begin(), values.end());
    text += fmt::format("@{} {}\n", column.first, column.second);
    for (const std::string_view value : values) text += escaped(value) + "\n";
  }
  return text;
}

std::optional<ValueIndex> read_values(std::string_view text, std::string_view made_of) {
  ValueIndex index;
  std::optional<std::pair<int, int>> column;
  bool first = true;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;  // cut off
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (std::exchange(first, false)) {
      if (line != header(made_of)) return std::nullopt;
    } else if (line.starts_with('@')) {
      column = column_of(line);
      if (!column) return std::nullopt;
    } else if (!column) {
      return std::nullopt;
    } else {
      index.add(column->first, column->second, plain(line));
    }
  }
  if (first) return std::nullopt;
  return index;
}

}  // namespace dbx::answer
