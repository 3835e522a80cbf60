// Words of a view's text that are names of relations.
#include "dbx/dialect/reads.h"

#include <algorithm>
#include <map>
#include <set>

#include "dbx/base/text.h"

namespace dbx::dialect {
namespace {

using schema::Name;
using schema::Schema;
using schema::View;

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

// Past the closing quote of what begins at `begin`; a doubled one stands for itself.
std::size_t quoted_end(std::string_view text, std::size_t begin, char close, std::string& inside) {
  std::size_t i = begin + 1;
  for (; i < text.size(); ++i) {
    if (text[i] == close) {
      if (i + 1 >= text.size() || text[i + 1] != close) break;
      ++i;
    }
    inside += text[i];
  }
  return std::min(i + 1, text.size());
}

// Lower-cased words and quoted names; text in single quotes is none.
std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const char close = c == '[' ? ']' : c;
    if (c == '\'' || c == '"' || c == '`' || c == '[') {
      std::string inside;
      const std::size_t end = quoted_end(text, i, close, inside);
      if (c != '\'') words.insert(text::to_lower(inside));
      // An array subscript or a literal in brackets is no name, but its inside may hold some.
      i = c == '[' ? i + 1 : end;
    } else if (is_word_byte(c)) {
      std::size_t end = i;
      while (end < text.size() && is_word_byte(text[end])) ++end;
      words.insert(text::to_lower(text.substr(i, end - i)));
      i = end;
    } else {
      ++i;
    }
  }
  return words;
}

}  // namespace

void find_reads(Schema& schema) {
  std::map<std::string, std::vector<Name>> relations;
  for (const schema::Table& table : schema.tables) {
    relations[text::to_lower(table.name)].push_back(schema::name_of(table));
  }
  for (const View& view : schema.views) {
    relations[text::to_lower(view.name)].push_back(schema::name_of(view));
  }
  for (View& view : schema.views) {
    view.reads.clear();
    for (const std::string& word : words_of(view.select.text)) {
      const auto found = relations.find(word);
      if (found == relations.end()) continue;
      for (const Name& name : found->second) {
        if (name != schema::name_of(view)) view.reads.push_back(name);
      }
    }
  }
}

}  // namespace dbx::dialect
