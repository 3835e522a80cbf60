// Runs the reader over its choices and scores what it finds; see engine.h.
#include "dbx/answer/engine.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/answer/choices.h"
#include "dbx/answer/reader.h"
#include "dbx/answer/shorthand.h"
#include "dbx/answer/weights.h"
#include "dbx/answer/written_dates.h"

namespace dbx::answer {
namespace {

std::string words_of_element(const Context& context, const Element& element) {
  std::string words;
  for (std::size_t i = element.begin; i < element.end; ++i) {
    if (!words.empty()) words += ' ';
    words += context.tokens[i].text;
  }
  return words;
}

std::vector<Said> said_by(const Context& context, const Reader& reader) {
  std::vector<Said> said;
  for (const Meaning& meaning : reader.meanings()) {
    const TableModel& table = context.model.table(meaning.field.table);
    std::string name = table.name;
    if (!meaning.field.is_row()) {
      name += "." + context.model.column(meaning.field.table, meaning.field.column).name;
    }
    if (!meaning.value.empty()) name += fmt::format(" = '{}'", meaning.value);
    const std::string words = words_of_element(context, context.elements[meaning.element]);
    const auto same = [&](const Said& held) { return held.words == words && held.meaning == name; };
    if (std::none_of(said.begin(), said.end(), same)) said.push_back({words, name, meaning.fit});
  }
  return said;
}

// Words that nothing is called by; those written like names count as such, but for the first.
void note_unknown(const Context& context, Understanding& result) {
  for (const Element& element : context.elements) {
    const Token& token = context.tokens[element.begin];
    if (element.kind != Element::Kind::kWord || !token.is_word() || is_noise(token.lower)) continue;
    result.unknown.push_back(token.text);
    if (element.begin > 0 && token.is_capital()) ++result.unknown_names;
  }
}

// Groups come in the order of what they are grouped by, where no other is asked for: the same
// question has the same answer.
void put_in_order(query::Select& select) {
  if (!select.combined.empty()) return;
  if (!select.order_by.empty()) {
    if (!select.limit || select.distinct) return;
    const bool descending = select.order_by[0].descending;
    for (const query::Expression& group : select.group_by) {  // equals have an order, too
      const bool there = std::any_of(select.order_by.begin(), select.order_by.end(),
                                     [&](const auto& held) { return held.expression == group; });
      if (!there) select.order_by.push_back({group, descending, false});
    }
    return;
  }
  if (select.distinct) {
    select.order_by.push_back({query::number(1), false, false});
    return;
  }
  for (const query::Expression& group : select.group_by) {
    select.order_by.push_back({group, false, false});
  }
}

}  // namespace

Understanding understand(const Model& model, const ValueIndex& values, std::string_view question,
                         const UnderstandOptions& options) {
  Understanding result;
  std::vector<Token> tokens = tokenize(question);
  result.corrections = correct(tokens, model, values);
  tokens = join_dates(std::move(tokens), values);
  const Frame frame = peel(say_in_full(tokens, model), model);
  const std::string today = options.today.empty() ? today_by_clock() : options.today;
  const Context context = make_context(model, values, frame, today);
  result.words = frame.tokens.size();
  note_unknown(context, result);
  std::vector<Candidate>& candidates = result.candidates;
  search(options.runs, [&](Choices& choices) {
    Reader reader(context, choices);
    std::optional<Reading> reading = reader.run();
    if (!reading) return;
    std::optional<Compiled> compiled = compile(model, context.link_costs, *reading);
    if (!compiled) return;
    put_in_order(compiled->select);
    for (const Candidate& held : candidates) {
      if (held.select == compiled->select) return;
    }
    Candidate candidate;
    candidate.cost = choices.cost();
    candidate.join_cost = compiled->join_cost;
    candidate.ignored = reader.ignored();
    candidate.rivals = reader.rivals();
    candidate.score = -candidate.cost - weights::kLink * candidate.join_cost -
                      weights::kIgnoredWord * static_cast<double>(candidate.ignored);
    candidate.said = said_by(context, reader);
    candidate.reading = std::move(*reading);
    candidate.select = std::move(compiled->select);
    candidates.push_back(std::move(candidate));
  });
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return result;
}

}  // namespace dbx::answer
