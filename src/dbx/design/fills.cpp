// Fills of chosen columns; see fills.h.
#include "dbx/design/fills.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "dbx/design/words.h"

namespace dbx::design {
namespace {

using Names = std::map<std::string, std::string>;

// Settings whose value is a column of the same table.
constexpr auto kColumnSettings =
    std::to_array<std::string_view>({"of", "minus", "where", "on", "with", "by", "after"});

bool is_name_byte(char c) { return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9'); }

// Exchanges whole words; false: one of them is of a column that is not there.
bool follow_words(std::string& text, const Names& names) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_name_byte(text[end])) ++end;
    if (end == at) {
      result += text[at++];
      continue;
    }
    const std::string word = text.substr(at, end - at);
    const auto found = names.find(word);
    if (found != names.end() && found->second.empty()) return false;
    result += found == names.end() ? word : found->second;
    at = end;
  }
  text = std::move(result);
  return true;
}

bool follow(spec::Fill& fill, const Names& names) {
  for (spec::FillParameter& parameter : fill.parameters) {
    const bool is_column = contains(kColumnSettings, parameter.name);
    if (is_column || parameter.name == "formula") {
      for (std::string& value : parameter.values) {
        if (!follow_words(value, names)) return false;
      }
    }
    for (spec::Fill& inner : parameter.fills) {
      if (!follow(inner, names)) return false;
    }
  }
  return true;
}

}  // namespace

void mend_fills(spec::Table& table, const std::vector<spec::Column>& before) {
  Names names;  // empty: it is not there
  for (const spec::Column& column : before) {
    std::string& name = names[column.name];
    for (const auto* columns : {&table.columns, &table.measures}) {
      for (const spec::Column& held : *columns) {
        if (held.description == column.description) name = held.name;
      }
    }
  }
  for (auto* columns : {&table.columns, &table.measures}) {
    for (spec::Column& column : *columns) {
      if (!column.fill) continue;
      spec::Fill fill = *column.fill;
      if (follow(fill, names)) {
        column.fill = std::move(fill);
      } else {
        column.fill.reset();  // told from its name instead
      }
    }
  }
}

}  // namespace dbx::design
