// A small tokenizer and lemmatiser for English prompts; see words.h.
#include "dbx/design/words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "dbx/base/text.h"

namespace dbx::design {
namespace {

constexpr std::size_t kIdentifierBytesMax = 48;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) { return is_letter(c) || is_digit(c) || c == '\''; }

// Plurals and spellings that no rule below gets right.
constexpr std::pair<std::string_view, std::string_view> kExceptions[] = {
    {"people", "person"},
    {"children", "child"},
    {"men", "man"},
    {"women", "woman"},
    {"indices", "index"},
    {"indexes", "index"},
    {"analyses", "analysis"},
    {"diagnoses", "diagnosis"},
    {"series", "series"},
    {"news", "news"},
    {"lens", "lens"},
    {"gas", "gas"},
    {"bias", "bias"},
    {"canvas", "canvas"},
    {"atlas", "atlas"},
    {"buses", "bus"},
    {"statuses", "status"},
    {"viruses", "virus"},
    {"bonuses", "bonus"},
    {"campuses", "campus"},
    {"houses", "house"},
    {"warehouses", "warehouse"},
    {"cases", "case"},
    {"purchases", "purchase"},
    {"expenses", "expense"},
    {"courses", "course"},
    {"nurses", "nurse"},
    {"licenses", "license"},
    {"licences", "license"},
    {"licence", "license"},
    {"responses", "response"},
    {"leases", "lease"},
    {"horses", "horse"},
    {"leaves", "leave"},
    {"hives", "hive"},
    {"sms", "sms"},
    {"saas", "saas"},
    {"pos", "pos"},
    {"sales", "sale"},
    {"movies", "movie"},
    {"cookies", "cookie"},
    {"calories", "calorie"},
    {"fulfilment", "fulfillment"},
    {"enrolment", "enrollment"},
    {"instalment", "installment"},
    {"programme", "program"},
    {"metre", "meter"},
    {"litre", "liter"},
    {"theatre", "theater"},
    {"colour", "color"},
    {"cheque", "check"},
    {"axes", "axis"},
    {"taxes", "tax"},
    {"employees", "employee"},
    {"axle", "axle"},
    {"premises", "premises"},
    {"logistics", "logistics"},
    {"analytics", "analytics"},
};

std::string singular(std::string_view word) {
  const auto without = [&](std::size_t count) {
    return std::string(word.substr(0, word.size() - count));
  };
  if (word.size() < 4) return std::string(word);
  if (word.ends_with("ies")) return word.size() > 4 ? without(3) + "y" : without(1);
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zzes"}) {
    if (word.ends_with(ending)) return without(2);
  }
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) {
    return std::string(word);
  }
  return word.ends_with('s') ? without(1) : std::string(word);
}

std::string exception_of(std::string_view word) {
  for (const auto& [from, to] : kExceptions) {
    if (from == word) return std::string(to);
  }
  return {};
}

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
    case '\n':
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
     "compare",     "handle",    "support",     "cover",      "covering"});

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

std::string lemma(std::string_view word) {
  std::string result = text::to_lower(word);
  if (const std::string known = exception_of(result); !known.empty()) return known;
  result = singular(result);
  if (const std::string known = exception_of(result); !known.empty()) return known;
  const auto respell = [&](std::string_view from, std::string_view to) {
    if (result.size() > from.size() && result.ends_with(from)) {
      result.replace(result.size() - from.size(), from.size(), to);
    }
  };
  respell("isation", "ization");
  respell("ntre", "nter");
  return result;
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (is_letter(c) || is_digit(c)) {
      const std::size_t begin = i;
      while (i < text.size() && is_word_byte(text[i])) ++i;
      Token token;
      token.text = strip_possessive(text::to_lower(text.substr(begin, i - begin)));
      token.lemma = lemma(token.text);
      tokens.push_back(std::move(token));
      continue;
    }
    ++i;
    const bool inside_number =
        c == '.' && i < text.size() && is_digit(text[i]) && i >= 2 && is_digit(text[i - 2]);
    if (c == '&' || c == '/' || c == '+') {
      tokens.push_back({Token::Kind::kWord, "and", "and"});
    } else if (kind_of(c) != Token::Kind::kWord && !inside_number) {
      tokens.push_back({kind_of(c), std::string(1, c), {}});
    }
  }
  return tokens;
}

Phrase phrase(std::string_view text) {
  Phrase result;
  for (const Token& token : tokenize(text)) {
    if (token.kind == Token::Kind::kWord) result.push_back(token.lemma);
  }
  return result;
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
