// A question as tokens: words with their lemmas and verbs, numbers (also in words), quoted texts,
// commas. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dbx::answer {

struct Token {
  enum class Kind {
    kWord,
    kNumber,      // 56, 1,000, 2.5, twenty, 95%
    kQuoted,      // "Cancel", without its quotes
    kComma,       // , ; :
    kStop,        // . ? ! ( )
    kPossessive,  // 's, '
  };

  Kind kind = Kind::kWord;
  std::string text;   // as written
  std::string lower;  // lower case
  std::string lemma;  // of a word: singular
  std::string verb;   // of a word that is a form of a verb: its base
  std::string stem;   // of a word: without the endings that derive one word from another
  double number = 0;
  std::size_t offset = 0;  // in bytes

  bool is_word() const { return kind == Kind::kWord; }
  bool is_capital() const { return !text.empty() && text[0] >= 'A' && text[0] <= 'Z'; }
};

std::vector<Token> tokenize(std::string_view question);

// "employment", "employed" and "employs" -> "employ". Not a word.
std::string stem_of(std::string_view lower);

// The number that a word says: "seven", "twenty"; negative where it says none.
double number_of_word(std::string_view lower);

}  // namespace dbx::answer
