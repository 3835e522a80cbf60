// Splits a question at spaces and punctuation; see question.h.
#include "dbx/answer/question.h"

#include <algorithm>
#include <array>
#include <utility>

#include "dbx/answer/synonyms.h"
#include "dbx/base/text.h"
#include "dbx/english/lemma.h"
#include "dbx/english/lexicon.h"

namespace dbx::answer {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) >= 128);
}

constexpr std::pair<std::string_view, std::string_view> kQuotes[] = {
    {"\"", "\""}, {"``", "''"}, {"\xE2\x80\x9C", "\xE2\x80\x9D"}, {"\xE2\x80\x98", "\xE2\x80\x99"},
    {"''", "''"}, {"'", "'"}};

constexpr std::array kNumberWords = std::to_array<std::string_view>(
    {"zero",     "one",     "two",     "three",     "four",     "five",     "six",
     "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
     "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"});

// Words that run together, as two tokens.
constexpr std::pair<std::string_view, std::string_view> kContracted[] = {
    {"don't", "do"},       {"doesn't", "does"}, {"didn't", "did"},   {"isn't", "is"},
    {"aren't", "are"},     {"wasn't", "was"},   {"weren't", "were"}, {"haven't", "have"},
    {"hasn't", "has"},     {"hadn't", "had"},   {"can't", "can"},    {"cannot", "can"},
    {"couldn't", "could"}, {"won't", "will"}};

// Short forms that people say, too; what they are short for: expansion().
constexpr std::array kSpokenShort = std::to_array<std::string_view>(
    {"max", "min", "avg", "dept", "qty", "amt", "ids", "identifier", "temp", "jan",
     "feb", "mar", "apr", "jun",  "jul", "aug", "sep", "oct",        "nov",  "dec"});

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      if (is_space(text_[at_])) {
        ++at_;
      } else if (!quoted()) {
        chunk();
      }
    }
    return std::move(tokens_);
  }

 private:
  // A quote begins after a space or bracket, and ends before one or before punctuation.
  bool quoted() {
    const bool at_begin = at_ == 0 || is_space(text_[at_ - 1]) || text_[at_ - 1] == '(';
    for (const auto& [open, close] : kQuotes) {
      if (text_.substr(at_, open.size()) != open) continue;
      if (!at_begin && open != "\"") continue;
      const std::size_t begin = at_ + open.size();
      std::size_t end = text_.find(close, begin);
      while (close == "'" && end != std::string_view::npos && end + 1 < text_.size() &&
             is_letter(text_[end + 1])) {
        end = text_.find(close, end + 1);
      }
      if (end == std::string_view::npos || end == begin) continue;
      const std::string_view inner = text::trim(text_.substr(begin, end - begin));
      if (inner.empty()) continue;
      add(Token::Kind::kQuoted, inner, begin);
      at_ = end + close.size();
      return true;
    }
    return false;
  }

  void add(Token::Kind kind, std::string_view text, std::size_t offset) {
    Token token;
    token.kind = kind;
    token.text = std::string(text);
    token.lower = text::to_lower(text);
    token.offset = offset;
    tokens_.push_back(std::move(token));
  }

  void punctuation(char c) {
    const bool comma = c == ',' || c == ';' || c == ':';
    add(comma ? Token::Kind::kComma : Token::Kind::kStop, text_.substr(at_, 1), at_);
    ++at_;
  }

  void chunk() {
    constexpr std::string_view kPunctuation = ",;:.?!()[]{}\"`";
    const char c = text_[at_];
    const bool opens_number = c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
    if (kPunctuation.find(c) != std::string_view::npos && !opens_number) {
      punctuation(c);
      return;
    }
    std::size_t end = at_;
    while (end < text_.size() && !is_space(text_[end]) && !ends_chunk(end)) ++end;
    while (end > at_ + 1 && text_[end - 1] == '\'') --end;
    std::size_t end_with_quote = end;
    while (end_with_quote < text_.size() && text_[end_with_quote] == '\'') ++end_with_quote;
    word(text_.substr(at_, end - at_));
    if (end_with_quote > end) add(Token::Kind::kPossessive, "'", end);
    at_ = end_with_quote;
  }

  // Punctuation belongs to a word where it goes on right behind it: 1,000 and 2.5 and a.b@c.
  bool ends_chunk(std::size_t at) const {
    const char c = text_[at];
    const char next = at + 1 < text_.size() ? text_[at + 1] : ' ';
    if (c == ',') return !(is_digit(next) && at > at_ && is_digit(text_[at - 1]));
    if (c == '.' || c == ':') return !(is_digit(next) || is_letter(next)) || at == at_;
    if (c == '(' || c == ')') return true;
    return c == ';' || c == '?' || c == '!' || c == '"';
  }

  void word(std::string_view chunk) {
    const std::string lower = text::to_lower(chunk);
    if (lower == "twice" || lower == "thrice") {
      plain_word(lower == "twice" ? "two" : "three", at_);
      plain_word("times", at_);
      return;
    }
    for (const auto& [contracted, base] : kContracted) {
      if (lower != contracted) continue;
      plain_word(base, at_);
      plain_word("not", at_);
      return;
    }
    if (chunk.size() > 2 && lower.ends_with("'s")) {
      plain_word(chunk.substr(0, chunk.size() - 2), at_);
      add(Token::Kind::kPossessive, "'s", at_ + chunk.size() - 2);
      return;
    }
    if (is_date(chunk)) {
      add(Token::Kind::kQuoted, chunk, at_);
      return;
    }
    if (number(chunk)) return;
    for (const std::string_view part : text::split(chunk, '_')) {
      if (!part.empty())
        plain_word(part, at_ + static_cast<std::size_t>(part.data() - chunk.data()));
    }
  }

  // 2009-01-31
  static bool is_date(std::string_view chunk) {
    constexpr std::string_view kShape = "dddd-dd-dd";
    if (chunk.size() != kShape.size()) return false;
    for (std::size_t i = 0; i < kShape.size(); ++i) {
      if (kShape[i] == 'd' ? !is_digit(chunk[i]) : chunk[i] != '-') return false;
    }
    return true;
  }

  bool number(std::string_view chunk) {
    std::string digits(chunk);
    if (digits.starts_with('$')) digits.erase(0, 1);
    if (digits.ends_with('%')) digits.pop_back();
    const bool grouped = digits.find(',') != std::string::npos;
    if (grouped) std::erase(digits, ',');
    const std::optional<double> value = text::to_double(digits);
    if (!value || digits.empty() ||
        !(is_digit(digits[0]) || digits[0] == '-' || digits[0] == '.')) {
      return false;
    }
    add(Token::Kind::kNumber, digits, at_);
    tokens_.back().number = *value;
    tokens_.back().lemma = digits;
    tokens_.back().stem = digits;
    return true;
  }

  void plain_word(std::string_view word, std::size_t offset) {
    add(Token::Kind::kWord, word, offset);
    Token& token = tokens_.back();
    if (const double value = number_of_word(token.lower); value >= 0) {
      token.kind = Token::Kind::kNumber;
      token.number = value;
      return;
    }
    if (scale(token)) return;
    token.lemma = english::lemma(token.lower);
    for (const std::string& form : {token.lower, token.lemma}) {
      if (std::find(kSpokenShort.begin(), kSpokenShort.end(), form) == kSpokenShort.end()) continue;
      token.lemma = std::string(expansion(form));
      break;
    }
    token.verb = std::string(english::verb_of(token.lower));
    token.stem = stem_of(token.lower);
  }

  // "10 million".
  bool scale(const Token& token) {
    if (tokens_.size() < 2) return false;
    Token& before = tokens_[tokens_.size() - 2];
    if (before.kind != Token::Kind::kNumber) return false;
    double factor = 0;
    if (token.lower == "thousand") factor = 1e3;
    if (token.lower == "million" || token.lower == "millions") factor = 1e6;
    if (token.lower == "billion" || token.lower == "billions") factor = 1e9;
    if (factor == 0) return false;
    before.number *= factor;
    before.text += " " + token.text;
    tokens_.pop_back();
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view question) { return Tokenizer(question).run(); }

double number_of_word(std::string_view lower) {
  const auto found = std::find(kNumberWords.begin(), kNumberWords.end(), lower);
  return found == kNumberWords.end() ? -1 : static_cast<double>(found - kNumberWords.begin());
}

std::string stem_of(std::string_view lower) {
  std::string stem = english::lemma(lower);
  constexpr std::string_view kEndings[] = {
      "ization", "ational", "ations", "ation", "ments", "ment", "ances", "ance", "ences", "ence",
      "ities",   "ity",     "ings",   "ing",   "ions",  "ion",  "ness",  "ers",  "ors",   "er",
      "or",      "ees",     "ee",     "ed",    "al",    "ive",  "ly",    "e",    "y"};
  for (const std::string_view ending : kEndings) {
    if (stem.size() >= ending.size() + 4 && stem.ends_with(ending)) {
      stem.resize(stem.size() - ending.size());
      break;
    }
  }
  // "prescription" is what is prescribed
  if (stem.ends_with("script")) stem.replace(stem.size() - 6, 6, "scrib");
  if (stem.size() > 4 && stem[stem.size() - 1] == stem[stem.size() - 2]) stem.pop_back();
  return stem;
}

}  // namespace dbx::answer
