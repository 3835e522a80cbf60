// SQLite's SQL, cut into tokens: for reading CREATE statements back and comparing expressions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dbx::dialect::sqlite {

enum class TokenKind { kWord, kQuoted, kText, kNumber, kSymbol };

struct Token {
  TokenKind kind = TokenKind::kSymbol;
  std::string text;   // of a word or quoted name: the name itself; else as written
  std::size_t begin;  // bytes of the source
  std::size_t end;

  // A bare word, case aside.
  bool is(std::string_view word) const;
  bool is_symbol(char symbol) const { return kind == TokenKind::kSymbol && text[0] == symbol; }
  bool is_name() const { return kind != TokenKind::kNumber && kind != TokenKind::kSymbol; }
};

// Comments and spaces are left out. What is not closed ends with the source.
std::vector<Token> tokenize(std::string_view sql);

}  // namespace dbx::dialect::sqlite
