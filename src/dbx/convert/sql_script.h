// A file of SQL as psql reads it: statements, lines for psql itself, and the data of COPY. Cutting
// it up first keeps a bad statement from taking the places of the others with it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dbx::convert {

enum class PieceKind { kStatement, kPsql, kCopyData };

struct Piece {
  PieceKind kind = PieceKind::kStatement;
  std::size_t begin = 0;  // of the first word, past spaces and comments
  std::size_t end = 0;    // past the last byte, without the ';'
  // What the depth of the parsed tree can grow to; see kRunBytesMax.
  std::size_t run_bytes = 0;
  std::size_t set_operations = 0;
};

// The parser writes its tree by recursion, so a statement must not nest deeper than the stack
// holds. Parentheses are counted by the parser (10,000); chains of operators are bounded by the
// longest run of bytes without a comma, chains of UNION and JOIN by their words.
constexpr std::size_t kRunBytesMax = std::size_t{32} << 10U;
constexpr std::size_t kSetOperationsMax = 1000;
constexpr std::size_t kStatementBytesMax = std::size_t{1} << 20U;

std::vector<Piece> split_script(std::string_view text);

// Past the quoted text, quoted name, dollar-quoted text or comment that begins at `at`; `at` itself
// where none does. One that is not closed ends with the text.
std::size_t skip_quoted(std::string_view text, std::size_t at);
bool is_comment(std::string_view text, std::size_t at);
bool is_word_byte(char c);
// The first whole word `word` (lower case) outside quotes at or after `from`; npos: none.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from);
// The first of `stops` outside quotes and parentheses at or after `from`, or a ')' too many, or the
// end.
std::size_t find_outside(std::string_view text, std::string_view stops, std::size_t from);
// Without comments, with one space for each run of spaces outside quotes.
std::string tidy_sql(std::string_view text);

}  // namespace dbx::convert
