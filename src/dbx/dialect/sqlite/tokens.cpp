// A tokenizer after sqlite.org/lang.html: words, quoted names, literals, symbols.
#include "dbx/dialect/sqlite/tokens.h"

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::dialect::sqlite {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t past_comment(std::string_view sql, std::size_t at) {
  if (sql.substr(at).starts_with("--")) return std::min(sql.find('\n', at), sql.size());
  if (!sql.substr(at).starts_with("/*")) return at;
  const std::size_t end = sql.find("*/", at + 2);
  return end == std::string_view::npos ? sql.size() : end + 2;
}

// Past the closing quote; doubled ones are part of the text.
std::size_t past_quoted(std::string_view sql, std::size_t at, std::string& inside) {
  const char close = sql[at] == '[' ? ']' : sql[at];
  for (std::size_t i = at + 1; i < sql.size(); ++i) {
    if (sql[i] == close && (close == ']' || i + 1 >= sql.size() || sql[i + 1] != close))
      return i + 1;
    if (sql[i] == close) ++i;
    inside += sql[i];
  }
  return sql.size();
}

std::size_t past_number(std::string_view sql, std::size_t at) {
  std::size_t i = at;
  while (i < sql.size()) {
    const bool exponent_sign = (sql[i] == '+' || sql[i] == '-') && i > at &&
                               (sql[i - 1] == 'e' || sql[i - 1] == 'E') && sql[at] != '0';
    if (!is_word_byte(sql[i]) && sql[i] != '.' && !exponent_sign) break;
    ++i;
  }
  return i;
}

std::size_t past_symbol(std::string_view sql, std::size_t at) {
  for (const std::string_view two : {"||", "<=", ">=", "<>", "!=", "==", "<<", ">>", "->"}) {
    if (sql.substr(at).starts_with(two)) return at + (sql.substr(at).starts_with("->>") ? 3 : 2);
  }
  return at + 1;
}

}  // namespace

bool Token::is(std::string_view word) const {
  return kind == TokenKind::kWord && text::equals_ignoring_case(text, word);
}

std::vector<Token> tokenize(std::string_view sql) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < sql.size()) {
    const char c = sql[at];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
      ++at;
      continue;
    }
    if (const std::size_t past = past_comment(sql, at); past != at) {
      at = past;
      continue;
    }
    Token token;
    token.begin = at;
    const bool blob = (c == 'x' || c == 'X') && at + 1 < sql.size() && sql[at + 1] == '\'';
    if (c == '"' || c == '`' || c == '[') {
      token.kind = TokenKind::kQuoted;
      token.end = past_quoted(sql, at, token.text);
    } else if (c == '\'' || blob) {
      token.kind = TokenKind::kText;
      std::string inside;
      token.end = past_quoted(sql, blob ? at + 1 : at, inside);
      token.text = std::string(sql.substr(at, token.end - at));
    } else if (is_digit(c) || (c == '.' && at + 1 < sql.size() && is_digit(sql[at + 1]))) {
      token.kind = TokenKind::kNumber;
      token.end = past_number(sql, at);
      token.text = std::string(sql.substr(at, token.end - at));
    } else if (is_word_byte(c)) {
      token.kind = TokenKind::kWord;
      token.end = at;
      while (token.end < sql.size() && is_word_byte(sql[token.end])) ++token.end;
      token.text = std::string(sql.substr(at, token.end - at));
    } else {
      token.end = past_symbol(sql, at);
      token.text = std::string(sql.substr(at, token.end - at));
    }
    at = token.end;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace dbx::dialect::sqlite
