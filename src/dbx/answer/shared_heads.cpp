// Rewrites tokens; see shared_heads.h.
#include "dbx/answer/shared_heads.h"

#include <algorithm>
#include <string_view>

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

Token word(std::string_view text, std::size_t offset) {
  Token token = tokenize(text).at(0);
  token.offset = offset;
  return token;
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

}  // namespace

std::vector<Token> repeat_shared_heads(std::vector<Token> tokens, const Model& model) {
  std::vector<Token> result;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const Token* next = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
    if (token.lower == "full" && next != nullptr && next->lemma == "name" &&
        !has_column(model, "full", "name") && has_column(model, "first", "name") &&
        has_column(model, "last", "name")) {
      for (const std::string_view part : {"first", "name", "and", "last", "name"}) {
        result.push_back(word(part, token.offset));
      }
      ++i;
      continue;
    }
    if (token.lower.size() > 5 && token.lower.starts_with("un") && token.is_word()) {
      // "unpaid", where a column says what is paid
      const Token rest = word(token.lower.substr(2), token.offset);
      if (!rest.verb.empty() && !has_column(model, token.lemma, token.lemma) &&
          has_column(model, rest.lemma, rest.lemma)) {
        result.push_back(word("not", token.offset));
        result.push_back(rest);
        continue;
      }
    }
    if (token.lemma == "birthday" && !has_column(model, "birthday", "birthday") &&
        has_column(model, "birth", "date")) {
      for (const std::string_view part : {"birth", "date"}) {
        result.push_back(word(part, token.offset));
      }
      continue;
    }
    result.push_back(token);
    if (!token.is_word() || next == nullptr || !separates(*next) || token.lemma == "name") continue;
    // the head: behind the last of what is listed
    std::size_t at = i + 1;
    while (at + 1 < tokens.size() && at < i + 6) {
      while (at < tokens.size() && separates(tokens[at])) ++at;
      if (at + 1 >= tokens.size() || !tokens[at].is_word()) break;
      if (tokens[at + 1].is_word() && !separates(tokens[at + 1])) break;
      ++at;
    }
    if (at + 1 >= tokens.size() || !tokens[at].is_word() || !tokens[at + 1].is_word()) continue;
    const Token& head = tokens[at + 1];
    if (says(tokens, i, head.lemma)) continue;
    if (has_column_of_table(model, token.lemma, head.lemma) &&
        has_column_of_table(model, tokens[at].lemma, head.lemma)) {
      result.push_back(head);
      continue;
    }
    if (has_column(model, token.lemma, head.lemma) &&
        has_column(model, tokens[at].lemma, head.lemma) && token.lemma != head.lemma &&
        token.lemma != "id") {
      result.push_back(head);
    }
  }
  return result;
}

}  // namespace dbx::answer
