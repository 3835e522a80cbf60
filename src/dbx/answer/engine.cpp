// Runs the reader over its choices and scores what it finds; see engine.h.
#include "dbx/answer/engine.h"

#include <algorithm>

#include "dbx/answer/choices.h"
#include "dbx/answer/reader.h"
#include "dbx/answer/shared_heads.h"

namespace dbx::answer {

std::vector<Candidate> read_question(const Model& model, const ValueIndex& values,
                                     std::string_view question, std::size_t runs) {
  const std::vector<Token> tokens = repeat_shared_heads(tokenize(question), model);
  const Context context = make_context(model, values, tokens);
  std::vector<Candidate> candidates;
  search(runs, [&](Choices& choices) {
    Reader reader(context, choices);
    std::optional<Reading> reading = reader.run();
    if (!reading) return;
    std::optional<Compiled> compiled = compile(model, context.link_costs, *reading);
    if (!compiled) return;
    for (const Candidate& held : candidates) {
      if (held.select == compiled->select) return;
    }
    const double score =
        -choices.cost() - 0.3 * compiled->join_cost - 0.2 * static_cast<double>(reader.ignored());
    candidates.push_back({std::move(*reading), std::move(compiled->select), score});
  });
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  return candidates;
}

}  // namespace dbx::answer
