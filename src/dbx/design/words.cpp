// A small tokenizer and lemmatiser for English prompts; see words.h.
#include "dbx/design/words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "dbx/base/text.h"
#include "dbx/english/lexicon.h"

namespace dbx::design {
namespace {

constexpr std::size_t kIdentifierBytesMax = 48;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) { return is_letter(c) || is_digit(c) || c == '\''; }

Token::Kind kind_of(char c) {
  switch (c) {
    case ',':
      return Token::Kind::kComma;
    case '(':
    case '[':
      return Token::Kind::kOpen;
    case ')':
    case ']':
      return Token::Kind::kClose;
    case ':':
      return Token::Kind::kColon;
    case '.':
    case ';':
    case '?':
    case '!':
      return Token::Kind::kStop;
    default:
      return Token::Kind::kWord;
  }
}

std::string strip_possessive(std::string word) {
  if (word.ends_with("'s")) word.resize(word.size() - 2);
  std::erase(word, '\'');
  return word;
}

constexpr std::array kFillers = std::to_array<std::string_view>(
    {"a",           "an",        "the",         "of",         "for",          "to",
     "in",          "on",        "at",          "with",       "and",          "or",
     "by",          "per",       "from",        "as",         "is",           "are",
     "be",          "it",        "its",         "their",      "our",          "my",
     "your",        "that",      "which",       "this",       "these",        "those",
     "so",          "we",        "i",           "us",         "me",           "can",
     "could",       "would",     "should",      "will",       "need",         "want",
     "like",        "please",    "help",        "let",        "into",         "about",
     "over",        "each",      "every",       "all",        "some",         "any",
     "also",        "using",     "use",         "where",      "when",         "who",
     "have",        "has",       "having",      "design",     "build",        "create",
     "make",        "model",     "generate",    "give",       "draft",        "produce",
     "propose",     "set",       "up",          "develop",    "define",       "schema",
     "star",        "snowflake", "warehouse",   "database",   "data",         "mart",
     "dimensional", "kimball",   "table",       "fact",       "dimension",    "measure",
     "metric",      "attribute", "column",      "field",      "kpi",          "snapshot",
     "grain",       "row",       "transaction", "periodic",   "accumulating", "factless",
     "type",        "analyze",   "analyse",     "analysis",   "analytics",    "report",
     "reporting",   "bi",        "dashboard",   "track",      "tracking",     "store",
     "record",      "monitor",   "business",    "company",    "process",      "performance",
     "information", "simple",    "small",       "new",        "basic",        "based",
     "system",      "platform",  "department",  "team",       "activity",     "duckdb",
     "postgresql",  "postgre",   "snowflake",   "sqlite",     "sql",          "server",
     "daily",       "weekly",    "monthly",     "quarterly",  "yearly",       "annual",
     "year",        "month",     "week",        "day",        "quarter",      "date",
     "time",        "follow",    "following",   "include",    "including",    "required",
     "level",       "detail",    "detailed",    "management", "different",    "various",
     "several",     "multiple",  "our",         "chain",      "firm",         "organization",
     "shared",      "conformed", "one",         "two",        "three",        "both",
     "well",        "across",    "understand",  "know",       "see",          "show",
     "compare",     "handle",    "support",     "cover",      "covering",     "more",
     "many",        "often",     "always",      "usually",    "sometimes",    "most",
     "other",       "such",      "own",         "run",        "operate",      "keep",
     "they",        "he",        "she",         "was",        "were",         "been",
     "may",         "must",      "then",        "than",       "between",      "through",
     "until",       "because",   "while",       "if",         "how",          "what",
     "them",        "per",       "number",      "lot",        "kind",         "look",
     "out",         "off",       "down",        "away",       "back",         "interested",
     "insight",     "insights",  "answer",      "question"});

constexpr std::array kReserved = std::to_array<std::string_view>(
    {"all",    "and",        "any",         "as",      "asc",     "between", "by",        "case",
     "check",  "column",     "count",       "create",  "cross",   "current", "date",      "default",
     "delete", "desc",       "distinct",    "drop",    "else",    "end",     "exists",    "fetch",
     "for",    "foreign",    "from",        "full",    "grant",   "group",   "having",    "in",
     "index",  "inner",      "insert",      "into",    "is",      "join",    "key",       "leading",
     "left",   "like",       "limit",       "natural", "not",     "null",    "number",    "offset",
     "on",     "or",         "order",       "outer",   "percent", "plan",    "primary",   "public",
     "range",  "references", "right",       "row",     "rows",    "rule",    "select",    "session",
     "set",    "size",       "some",        "table",   "then",    "time",    "timestamp", "to",
     "top",    "trailing",   "transaction", "trigger", "type",    "union",   "unique",    "update",
     "user",   "using",      "value",       "values",  "view",    "when",    "where",     "with",
     "year",   "month",      "day",         "name",    "status",  "level",   "state",     "rank",
     "id",     "code"});

}  // namespace

namespace {

// "- ", "* ", "2. " or "2) " at the beginning of a line; 0: no bullet.
std::size_t bullet_length(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  const auto is = [&](std::size_t at, std::string_view wanted) {
    return line.substr(at, wanted.size()) == wanted;
  };
  if (digits > 0 && digits < 3 && (is(digits, ". ") || is(digits, ") "))) return digits + 2;
  if (digits > 0) return 0;
  if (is(0, "- ") || is(0, "* ")) return 2;
  for (const std::string_view sign : {"\u2022", "\u2013 ", "\u2014 "}) {
    if (is(0, sign)) return sign.size();
  }
  return 0;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    at_ = bullet_length(text_);
    while (at_ < text_.size()) {
      if (is_letter(text_[at_]) || is_digit(text_[at_])) {
        take_word();
      } else if (text_[at_] == '\n') {
        take_line_end();
      } else {
        take_sign();
      }
    }
    return std::move(tokens_);
  }

 private:
  void push(Token::Kind kind, std::string_view text) {
    tokens_.push_back({kind, std::string(text), {}});
  }

  void take_word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word_byte(text_[at_])) ++at_;
    Token token;
    token.text = strip_possessive(text::to_lower(text_.substr(begin, at_ - begin)));
    token.lemma = lemma(token.text);
    token.glued = begin > 1 && (text_[begin - 1] == '-' || text_[begin - 1] == '_') &&
                  is_word_byte(text_[begin - 2]);
    tokens_.push_back(std::move(token));
  }

  // A sentence goes on over the end of a line where it is not over and the next line begins small.
  void take_line_end() {
    bool blank = false;
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != text_.npos) {
      blank |= text_[at_] == '\n' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
      ++at_;
    }
    if (const std::size_t length = bullet_length(text_.substr(at_)); length > 0) {
      at_ += length;
      return push(Token::Kind::kBullet, "-");
    }
    if (is_block_ && !blank && at_ < text_.size()) return push(Token::Kind::kBullet, "-");
    is_block_ = !tokens_.empty() && tokens_.back().kind == Token::Kind::kColon;
    if (is_block_ && !blank) return push(Token::Kind::kBullet, "-");
    const bool goes_on = at_ < text_.size() && text_[at_] >= 'a' && text_[at_] <= 'z';
    const bool is_open = !tokens_.empty() && (tokens_.back().kind == Token::Kind::kComma ||
                                              tokens_.back().kind == Token::Kind::kOpen ||
                                              tokens_.back().text == "and");
    if (!blank && (goes_on || is_open)) return;
    push(Token::Kind::kStop, "\n");
  }

  void take_sign() {
    const char c = text_[at_];
    const bool is_dash = c == '-' && at_ > 0 && text_[at_ - 1] == ' ' && at_ + 1 < text_.size() &&
                         text_[at_ + 1] == ' ';
    ++at_;
    const bool inside_number = c == '.' && at_ < text_.size() && is_digit(text_[at_]) && at_ >= 2 &&
                               is_digit(text_[at_ - 2]);
    if (is_dash) return push(Token::Kind::kColon, "-");
    if (c == '&' || c == '/' || c == '+') {
      tokens_.push_back({Token::Kind::kWord, "and", "and"});
    } else if (kind_of(c) != Token::Kind::kWord && !inside_number) {
      push(kind_of(c), std::string_view(&c, 1));
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool is_block_ = false;  // lines below a line that ends with a colon: items of a list
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Tokenizer(text).run(); }

Phrase phrase(std::string_view text) {
  Phrase result;
  for (const Token& token : tokenize(text)) {
    if (token.kind == Token::Kind::kWord) result.push_back(token.lemma);
  }
  return result;
}

bool is_plural(const Token& word) {
  if (word.text == word.lemma) return false;
  return word.text.ends_with('s') || !english::irregular_base(word.text).empty();
}

bool is_filler(std::string_view word) {
  static const std::vector<std::string_view> kSorted = [] {
    std::vector<std::string_view> sorted(kFillers.begin(), kFillers.end());
    std::sort(sorted.begin(), sorted.end());
    return sorted;
  }();
  return std::binary_search(kSorted.begin(), kSorted.end(), word);
}

std::string identifier(const std::vector<Token>& words) {
  std::string result;
  for (const Token& word : words) {
    if (word.kind != Token::Kind::kWord) continue;
    if (result.size() + 1 + word.text.size() > kIdentifierBytesMax) break;
    if (!result.empty()) result += '_';
    result += word.text;
  }
  if (!result.empty() && is_digit(result[0])) result.insert(0, "n_");
  return result;
}

std::string identifier(std::string_view text) { return identifier(tokenize(text)); }

std::string spaced(std::string_view identifier_text) {
  return text::replace_all(identifier_text, "_", " ");
}

bool is_reserved(std::string_view word) {
  return std::find(kReserved.begin(), kReserved.end(), word) != kReserved.end();
}

}  // namespace dbx::design
