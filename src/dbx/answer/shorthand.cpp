// Rewrites tokens; see shorthand.h.
#include "dbx/answer/shorthand.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace dbx::answer {
namespace {

bool has_column(const Model& model, std::string_view first, std::string_view second) {
  for (const TableModel& table : model.tables) {
    for (const ColumnModel& column : table.columns) {
      if (has_word(column.words, first) && has_word(column.words, second)) return true;
    }
  }
  return false;
}

// "checking" and "savings" of "balances", which both tables have.
bool has_column_of_table(const Model& model, std::string_view table, std::string_view head) {
  return std::any_of(model.tables.begin(), model.tables.end(), [&](const TableModel& held) {
    return has_word(held.words, table) &&
           std::any_of(held.columns.begin(), held.columns.end(), [&](const ColumnModel& column) {
             return column.words.size() == 1 && column.words[0].lemma == head;
           });
  });
}

bool separates(const Token& token) {
  return token.kind == Token::Kind::kComma || token.lower == "and" || token.lower == "or";
}

// Is the word already said in the name that ends at `at`: "budget type codes"?
bool says(const std::vector<Token>& tokens, std::size_t at, std::string_view lemma) {
  for (std::size_t i = at; i-- > 0 && tokens[i].is_word() && !separates(tokens[i]);) {
    if (tokens[i].lemma == lemma) return true;
  }
  return false;
}

void add_words(std::vector<Token>& result, std::initializer_list<std::string_view> parts,
               std::size_t offset) {
  for (const std::string_view part : parts) {
    for (Token& token : tokenize(part)) {
      token.offset = offset;
      result.push_back(std::move(token));
    }
  }
}

// Writes out what is short at tokens[at]; how many tokens that was, 0: it is not short.
std::size_t write_out(const std::vector<Token>& tokens, std::size_t at, const Model& model,
                      std::vector<Token>& result) {
  const Token& token = tokens[at];
  const bool full_name = token.lower == "full" && at + 1 < tokens.size() &&
                         tokens[at + 1].lemma == "name" && !has_column(model, "full", "name") &&
                         has_column(model, "first", "name") && has_column(model, "last", "name");
  if (full_name) {
    add_words(result, {"first", "name", "and", "last", "name"}, token.offset);
    return 2;
  }
  // what names of columns are taken for, too (abbreviations.cpp)
  if (token.lemma == "surname" && has_column(model, "last", "name")) {
    add_words(result, {"last", token.lower.ends_with("s") ? "names" : "name"}, token.offset);
    return 1;
  }
  if (token.lemma == "forename" && has_column(model, "first", "name")) {
    add_words(result, {"first", token.lower.ends_with("s") ? "names" : "name"}, token.offset);
    return 1;
  }
  if (token.lemma == "birthday" && !has_column(model, "birthday", "birthday") &&
      has_column(model, "birth", "date")) {
    add_words(result, {"birth", "date"}, token.offset);
    return 1;
  }
  if (!token.is_word() || token.lower.size() < 6 || !token.lower.starts_with("un")) return 0;
  // "unpaid", where a column says what is paid
  const std::string rest = token.lower.substr(2);
  const std::vector<Token> positive = tokenize(rest);
  if (positive.size() != 1 || positive[0].verb.empty() ||
      has_column(model, token.lemma, token.lemma) ||
      !has_column(model, positive[0].lemma, positive[0].lemma)) {
    return 0;
  }
  add_words(result, {"not", rest}, token.offset);
  return 1;
}

// The word behind a list that belongs to what tokens[at] says, too; null: there is none.
const Token* shared_head(const std::vector<Token>& tokens, std::size_t at, const Model& model) {
  const Token& token = tokens[at];
  if (!token.is_word() || at + 1 >= tokens.size() || !separates(tokens[at + 1]) ||
      token.lemma == "name") {
    return nullptr;
  }
  std::size_t last = at + 1;  // of what is listed
  while (last + 1 < tokens.size() && last < at + 6) {
    while (last < tokens.size() && separates(tokens[last])) ++last;
    if (last + 1 >= tokens.size() || !tokens[last].is_word()) break;
    if (tokens[last + 1].is_word() && !separates(tokens[last + 1])) break;
    ++last;
  }
  if (last + 1 >= tokens.size() || !tokens[last].is_word() || !tokens[last + 1].is_word()) {
    return nullptr;
  }
  const Token& head = tokens[last + 1];
  if (says(tokens, at, head.lemma)) return nullptr;
  const bool of_tables = has_column_of_table(model, token.lemma, head.lemma) &&
                         has_column_of_table(model, tokens[last].lemma, head.lemma);
  const bool of_columns = has_column(model, token.lemma, head.lemma) &&
                          has_column(model, tokens[last].lemma, head.lemma) &&
                          token.lemma != head.lemma && token.lemma != "id";
  return of_tables || of_columns ? &head : nullptr;
}

}  // namespace

std::vector<Token> say_in_full(const std::vector<Token>& tokens, const Model& model) {
  std::vector<Token> result;
  for (std::size_t at = 0; at < tokens.size();) {
    if (const std::size_t short_ones = write_out(tokens, at, model, result); short_ones > 0) {
      at += short_ones;
      continue;
    }
    result.push_back(tokens[at]);
    if (const Token* head = shared_head(tokens, at, model)) result.push_back(*head);
    ++at;
  }
  return result;
}

}  // namespace dbx::answer
