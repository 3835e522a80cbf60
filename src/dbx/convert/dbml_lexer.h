// DBML as tokens: words, quoted names, strings, expressions in backquotes, signs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/sql/parse.h"

namespace dbx::convert {

using sql::ParseFailure;

enum class TokenKind { kWord, kName, kString, kExpression, kSign, kEnd };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string text;  // without quotes, escapes undone
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The last token is kEnd. Fails at a quote or comment that is not closed, or a byte of no token.
tl::expected<std::vector<Token>, ParseFailure> dbml_tokens(std::string_view text);

}  // namespace dbx::convert
