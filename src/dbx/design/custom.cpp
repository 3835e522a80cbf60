// A process that the knowledge base does not have, from what the prompt spells out: enough
// dimensions, or dimensions and measures, make a design; less than that is refused.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/design/draft.h"
#include "dbx/design/match.h"

namespace dbx::design {
namespace {

// The first run of content words of the subject: "flight delays".
std::vector<Token> name_words(const std::vector<Token>& subject) {
  std::vector<Token> words;
  for (const Token& token : subject) {
    const bool is_content =
        token.kind == Token::Kind::kWord && !is_filler(token.text) && !is_filler(token.lemma);
    if (is_content) words.push_back(token);
    if (!is_content && !words.empty()) break;
  }
  if (words.size() > 4) words.resize(4);
  return words;
}

}  // namespace

Process custom_process(const Knowledge& knowledge, const Wishes& wishes, const Asked& asked) {
  Process process;
  const auto others = std::count_if(asked.dimensions.begin(), asked.dimensions.end(),
                                    [](const AskedDimension& d) { return d.name != "date"; });
  const bool is_enough = others >= 2 || (others >= 1 && !asked.measures.empty());
  if (!is_enough) return process;
  std::vector<Token> words = name_words(wishes.subject);
  if (words.empty()) {
    if (wishes.fact_name.empty()) return process;
    words = tokenize(spaced(wishes.fact_name));
  }
  const std::string id = identifier(words);
  words.back().text = words.back().lemma;
  const std::string singular = identifier(words);
  process.name = spaced(id);
  process.fact = "fact_" + id;
  process.grain = fmt::format("one row per {}", spaced(singular));
  process.description =
      fmt::format("Every {}; built from the words of the prompt", spaced(singular));
  spec::Column number;
  number.name = singular + "_id";
  number.type = spec::read_type("VARCHAR(40)").type;
  number.nullable = false;
  number.role = spec::Role::kDegenerate;
  number.description = fmt::format("Identifies the {}", spaced(singular));
  process.grain_columns = {number.name};
  process.columns = {std::move(number)};
  process.dimensions = {{"date", {}, false}};
  if (asked.measures.empty()) {
    Item subject;
    subject.words = words;
    if (meaning_of(knowledge.measure_words, subject.phrase()) != nullptr) {
      process.measures.push_back(guess_measure(knowledge, subject));
    } else {
      process.type = spec::FactType::kFactless;
    }
  }
  return process;
}

}  // namespace dbx::design
