// What SQL text means to SQLite, as far as comparing needs it: its words, whatever their case,
// spacing, comments and quotes.
#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/sqlite.h"
#include "dbx/dialect/sqlite/tokens.h"

namespace dbx::dialect::sqlite {
namespace {

// ((a + 1)): the outer parentheses say nothing.
void strip_parentheses(std::vector<Token>& tokens) {
  while (tokens.size() >= 2 && tokens.front().is_symbol('(')) {
    int depth = 0;
    std::size_t close = 0;
    for (std::size_t i = 0; i < tokens.size() && close == 0; ++i) {
      if (tokens[i].is_symbol('(')) ++depth;
      if (tokens[i].is_symbol(')') && --depth == 0) close = i;
    }
    if (close != tokens.size() - 1) return;
    tokens.pop_back();
    tokens.erase(tokens.begin());
  }
}

void fill(schema::Expression& expression) { expression.meaning = meaning_of(expression.text); }

void fill(schema::Index& index) {
  fill(index.where);
  for (schema::IndexPart& part : index.columns) fill(part.expression);
}

}  // namespace

std::string meaning_of(std::string_view expression) {
  std::vector<Token> tokens = tokenize(expression);
  while (!tokens.empty() && tokens.back().is_symbol(';')) tokens.pop_back();
  strip_parentheses(tokens);
  std::string meaning;
  for (const Token& token : tokens) {
    if (!meaning.empty()) meaning += ' ';
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted) {
      meaning += '"' + text::replace_all(text::to_lower(token.text), "\"", "\"\"") + '"';
    } else {
      meaning += token.text == "==" ? "=" : token.text == "!=" ? "<>" : token.text;
    }
  }
  return meaning;
}

void fill_meanings(schema::Schema& schema) {
  for (schema::Table& table : schema.tables) {
    for (schema::Column& column : table.columns) {
      if (column.default_value) fill(*column.default_value);
      fill(column.generated);
    }
    for (schema::Check& check : table.checks) fill(check.expression);
    for (schema::Index& index : table.indexes) fill(index);
  }
  for (schema::View& view : schema.views) fill(view.select);
  for (schema::Object& object : schema.objects) fill(object.definition);
}

}  // namespace dbx::dialect::sqlite
