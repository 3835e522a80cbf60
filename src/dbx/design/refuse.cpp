// Prompts that are no wish for a design, and how to say so: what was understood, what would help.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/design/draft.h"

namespace dbx::design {
namespace {

constexpr std::size_t kPromptBytesMax = 20'000;
constexpr std::string_view kExample =
    "for example: \"Design a star schema for loan risk with company, date and loan dimensions\"";

// Runs of words that only SQL, markup or an attack on a language model has.
constexpr std::array kHostile = std::to_array<std::string_view>({"drop table",
                                                                 "drop database",
                                                                 "drop schema",
                                                                 "delete from",
                                                                 "insert into",
                                                                 "truncate table",
                                                                 "alter table",
                                                                 "union select",
                                                                 "union all select",
                                                                 "select from",
                                                                 "update set",
                                                                 "create table",
                                                                 "exec xp",
                                                                 "xp cmdshell",
                                                                 "script alert",
                                                                 "ignore previous instructions",
                                                                 "ignore all previous",
                                                                 "ignore your instructions",
                                                                 "system prompt",
                                                                 "rm rf",
                                                                 "or 1 1"});
constexpr std::array kDesignWords = std::to_array<std::string_view>(
    {"schema", "warehouse", "star", "mart", "model", "fact", "dimension", "dimensions", "facts",
     "database", "grain", "design", "datamart", "measures", "tables", "build", "analytics"});
constexpr std::array kTableWords = std::to_array<std::string_view>(
    {"schema", "warehouse", "mart", "fact", "dimensions", "measures"});
constexpr std::array kQuestionWords = std::to_array<std::string_view>(
    {"what", "which", "who", "whose", "why", "how", "when", "where", "is", "are", "does", "do",
     "did", "can", "list", "show", "find", "tell", "count"});
constexpr std::array kOtherWorks = std::to_array<std::string_view>(
    {"poem", "story", "joke", "song", "essay", "email", "letter", "recipe", "haiku", "translation",
     "novel", "lyrics", "weather", "logo", "website", "picture", "image", "script"});

Diagnostics refusal(std::string message, std::string hint) {
  Diagnostic problem;
  problem.code = Code::kDesignNotUnderstood;
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return {std::move(problem)};
}

std::string quoted_list(const std::vector<std::string>& words, std::size_t count_max) {
  std::string result;
  for (std::size_t i = 0; i < words.size() && i < count_max; ++i) {
    result += fmt::format("{}'{}'", i == 0 ? "" : ", ", words[i].substr(0, 40));
  }
  return words.size() > count_max ? result + ", ..." : result;
}

template <std::size_t size>
bool has_any(const std::vector<Token>& tokens, const std::array<std::string_view, size>& words) {
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](const Token& token) { return contains(words, token.text); });
}

bool has_control_characters(std::string_view prompt) {
  return std::any_of(prompt.begin(), prompt.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\n' && c != '\t' && c != '\r') || byte == 0x7F;
  });
}

}  // namespace

Diagnostics refuse_text(std::string_view prompt, const std::vector<Token>& tokens) {
  if (text::trim(prompt).empty()) {
    return refusal("the prompt is empty", fmt::format("say what to design, {}", kExample));
  }
  if (prompt.size() > kPromptBytesMax) {
    return refusal(
        fmt::format("the prompt has {} bytes; at most {} are read", prompt.size(), kPromptBytesMax),
        "say the business process, its dimensions and its measures in a few sentences");
  }
  if (text::find_invalid_utf8(prompt) || has_control_characters(prompt)) {
    return refusal("the prompt is not plain text", fmt::format("write English, {}", kExample));
  }
  std::string words = " ";
  for (const Token& token : tokens) {
    if (token.kind == Token::Kind::kWord) words += token.text + " ";
  }
  const bool is_statement = words.starts_with(" select ") || words.starts_with(" with select ");
  for (const std::string_view pattern : kHostile) {
    if (!is_statement && words.find(fmt::format(" {} ", pattern)) == std::string::npos) continue;
    return refusal(
        is_statement ? std::string("the prompt is a statement in SQL, not a wish")
                     : fmt::format("the prompt holds '{}', which is no part of a design", pattern),
        fmt::format("say in English what to design, {}", kExample));
  }
  const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == Token::Kind::kWord;
  });
  if (first == tokens.end()) {
    return refusal("the prompt holds no English word", fmt::format("write English, {}", kExample));
  }
  return {};
}

Diagnostics refuse_at_sight(std::string_view prompt, const std::vector<Token>& tokens) {
  if (Diagnostics problems = refuse_text(prompt, tokens); !problems.empty()) return problems;
  const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == Token::Kind::kWord;
  });
  const bool speaks_of_design = has_any(tokens, kDesignWords);
  const auto stops = std::count_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.kind == Token::Kind::kStop;
  });
  const auto whiches = std::count_if(tokens.begin(), tokens.end(),
                                     [](const Token& token) { return token.text == "which"; });
  const bool asks = (contains(kQuestionWords, first->text) && whiches < 2) ||
                    (tokens.back().text == "?" && stops < 2);  // not at the end of a story
  if (asks && !speaks_of_design) {
    return refusal("the prompt is a question about data, not a wish for a design",
                   fmt::format("a design begins with what is to be recorded, {}", kExample));
  }
  const auto other = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
    return contains(kOtherWorks, token.text);
  });
  const bool wants_tables = has_any(tokens, kTableWords) || has_any(tokens, kDesignWords);
  static constexpr auto kOtherVerbs =
      std::to_array<std::string_view>({"write", "tell", "compose", "draw", "sing", "translate",
                                       "make", "create", "generate", "give"});
  const bool is_asked_for = contains(kOtherVerbs, first->text) &&
                            (first->text == "write" || !wants_tables) && other - tokens.begin() < 6;
  if (other != tokens.end() && is_asked_for) {
    return refusal(fmt::format("the prompt asks for a {}, not for a database", other->text),
                   fmt::format("say what to design, {}", kExample));
  }
  return {};
}

Diagnostics refuse_contradiction(const Wishes& wishes) {
  if (wishes.no_dimensions) {
    return refusal("the prompt wants no dimensions, and a star schema is made of them",
                   "leave out the ones you do not want: 'without customer and store'");
  }
  if (wishes.no_measures && !wishes.measures.empty()) {
    return refusal("the prompt wants no measures and lists some",
                   "say one or the other; a fact without measures is 'factless'");
  }
  for (const Item& excluded : wishes.excluded) {
    for (const Items* list : {&wishes.dimensions, &wishes.measures}) {
      for (const Item& wanted : *list) {
        if (excluded.words.empty() || wanted.phrase() != excluded.phrase()) continue;
        return refusal(fmt::format("the prompt both wants and excludes '{}'", wanted.text()),
                       "say one or the other");
      }
    }
  }
  return {};
}

Diagnostics not_understood(const Selection& selection) {
  std::string message;
  if (selection.known_words.empty()) {
    message = selection.unknown_words.empty()
                  ? std::string("the prompt names no business process")
                  : fmt::format("nothing is known of {}", quoted_list(selection.unknown_words, 6));
  } else {
    message =
        fmt::format("no business process is clear from {}", quoted_list(selection.known_words, 6));
    if (!selection.unknown_words.empty()) {
      message += fmt::format("; nothing is known of {}", quoted_list(selection.unknown_words, 6));
    }
  }
  std::vector<std::string> names;
  for (const Choice& near : selection.nearest) names.push_back(near.process->name);
  if (selection.nearest.empty()) names = {"loan risk", "retail sales", "hospital encounters"};
  return refusal(
      std::move(message),
      fmt::format("many processes are known, {} {}; or spell it out: 'a star schema for X "
                  "with dimensions A (b, c), D and measures E, F'",
                  selection.nearest.empty() ? "such as" : "the nearest being",
                  quoted_list(names, 3)));
}

}  // namespace dbx::design
