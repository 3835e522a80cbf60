// Words of a view's text that are names of relations.
#include "dbx/dialect/reads.h"

#include <algorithm>
#include <cctype>
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

// Words that may name a relation. One that cannot, by where it stands: an alias (AS x), a column
// (t.x, where t is no schema), what a select list or a condition speaks of.
class Words {
 public:
  explicit Words(const std::set<std::string>& spaces) : spaces_(spaces) {}

  // Lower-cased.
  void word(const std::string& word, bool quoted) {
    const bool keyword = !quoted && take_clause(word);
    const bool is_column = previous_ == "." && !spaces_.contains(before_dot_);
    const bool is_listed = speaks_of_columns_.back() && previous_ != "in" && previous_ != ".";
    if (!keyword && previous_ != "as" && !is_column && !is_listed) found_.insert(word);
    before_dot_ = word;
    previous_ = quoted ? "\"" : word;
    after_name_ = !keyword && previous_ != "in";
  }
  void sign(char c) {
    if (c == '(') speaks_of_columns_.push_back(after_name_ && speaks_of_columns_.back());
    if (c == ')' && speaks_of_columns_.size() > 1) speaks_of_columns_.pop_back();
    previous_ = c;
    after_name_ = false;
  }
  std::set<std::string> found() { return std::move(found_); }

 private:
  bool take_clause(const std::string& word) {
    static const std::set<std::string, std::less<>> kColumns = {"select", "where", "group",
                                                                "having", "order", "qualify"};
    static const std::set<std::string, std::less<>> kRelations = {"from", "union", "except",
                                                                  "intersect", "with"};
    const bool columns = kColumns.contains(word);
    if (!columns && !kRelations.contains(word)) return false;
    speaks_of_columns_.back() = columns;
    return true;
  }

  const std::set<std::string>& spaces_;            // names of schemas
  std::vector<bool> speaks_of_columns_ = {false};  // of each open parenthesis
  bool after_name_ = false;
  std::string previous_;
  std::string before_dot_;
  std::set<std::string> found_;
};

// Text in single quotes is none.
std::set<std::string> words_of(std::string_view text, const std::set<std::string>& spaces) {
  Words words(spaces);
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    const char close = c == '[' ? ']' : c;
    if (c == '\'' || c == '"' || c == '`' || c == '[') {
      std::string inside;
      const std::size_t end = quoted_end(text, i, close, inside);
      if (c != '\'') words.word(text::to_lower(inside), true);
      // An array subscript or a literal in brackets is no name, but its inside may hold some.
      i = c == '[' ? i + 1 : end;
    } else if (is_word_byte(c)) {
      std::size_t end = i;
      while (end < text.size() && is_word_byte(text[end])) ++end;
      words.word(text::to_lower(text.substr(i, end - i)), false);
      i = end;
    } else {
      if (std::isspace(static_cast<unsigned char>(c)) == 0) words.sign(c);
      ++i;
    }
  }
  return words.found();
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
  std::set<std::string> spaces = {"main", "public", "temp"};
  for (const schema::Namespace& space : schema.namespaces) {
    spaces.insert(text::to_lower(space.name));
  }
  for (View& view : schema.views) {
    view.reads.clear();
    for (const std::string& word : words_of(view.select.text, spaces)) {
      const auto found = relations.find(word);
      if (found == relations.end()) continue;
      for (const Name& name : found->second) {
        if (name != schema::name_of(view)) view.reads.push_back(name);
      }
    }
  }
}

}  // namespace dbx::dialect
