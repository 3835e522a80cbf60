// Text as words: tokens with their places, and lemmas, so that "Loan payments" and "loan payment"
// meet. ASCII English only; other bytes are part of no word. Pure functions.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/english/lemma.h"

namespace dbx::design {

struct Token {
  enum class Kind { kWord, kComma, kOpen, kClose, kColon, kBullet, kStop };

  Kind kind = Kind::kWord;
  std::string text;    // as written, lower case
  std::string lemma;   // of a word
  bool glued = false;  // "in" of "check-in": no word of its own
};

using Phrase = std::vector<std::string>;  // lemmas

// Words are runs of letters, digits, '_', and inner '-' and '\''; '_' and '-' separate words too.
// '/' and '&' read as "and"; '.', ';', '?', '!' and newlines are stops, but for a newline inside a
// sentence; a newline before '-', '*' or '1.' is a bullet; ' - ' reads as a colon.
std::vector<Token> tokenize(std::string_view text);

using english::lemma;
// The lemmas of a name or a phrase: "units_sold" -> {unit, sold}.
Phrase phrase(std::string_view text);

// Is the word one of the list?
template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Is it a plural, as written?
bool is_plural(const Token& word);

// Words that carry no meaning for a choice: articles, prepositions, "please", "design", "schema".
bool is_filler(std::string_view word);

// Words joined by '_', fit for an identifier of at most 48 bytes; empty where nothing is left.
std::string identifier(const std::vector<Token>& words);
std::string identifier(std::string_view text);
std::string spaced(std::string_view identifier_text);  // "units_sold" -> "units sold"
// Is it a word of SQL that some engine would not take as a column's name?
bool is_reserved(std::string_view word);

}  // namespace dbx::design
