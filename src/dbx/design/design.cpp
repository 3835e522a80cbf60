// The story of a design: read the wishes, choose the processes, make facts, then the dimensions
// they share, and write down every choice.
#include "dbx/design/design.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/design/draft.h"

namespace dbx::design {
namespace {

constexpr std::size_t kFactsMax = 8;

// The prompt on one line, for the comment at the top.
std::string one_line(std::string_view prompt) {
  std::string result;
  for (const char c : prompt) {
    const bool is_space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (is_space && (result.empty() || result.back() == ' ')) continue;
    result += is_space ? ' ' : c;
  }
  constexpr std::size_t kBytesMax = 300;
  if (result.size() <= kBytesMax) return std::string(text::trim(result));
  std::size_t end = kBytesMax;  // not inside a character
  while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xC0U) == 0x80U) --end;
  return result.substr(0, end) + "...";
}

std::string warehouse_name(const Request& request, const Draft& draft) {
  if (!request.warehouse.empty()) return request.warehouse;
  if (!draft.wishes.warehouse_name.empty()) return draft.wishes.warehouse_name;
  const std::string& fact = draft.spec.facts[0].name;
  return fact.starts_with("fact_") ? fact.substr(5) : fact;
}

std::string description(const Draft& draft) {
  std::string names;
  for (std::size_t i = 0; i < draft.processes.size(); ++i) {
    if (i > 0) names += i + 1 == draft.processes.size() ? " and " : ", ";
    names += draft.processes[i]->name;
  }
  return fmt::format("Star schema for {}", names);
}

void say_choices(Draft& draft, const Selection& selection) {
  for (std::size_t i = 0; i < selection.chosen.size() && i < draft.spec.facts.size(); ++i) {
    const Choice& choice = selection.chosen[i];
    std::string alternative;
    for (const Choice& near : selection.nearest) {
      if (near.process == choice.process || choice.confidence >= 0.9) continue;
      alternative = fmt::format("'{}'", near.process->name);
      break;
    }
    draft.decide(fmt::format("/entities/facts/{}", i), Basis::kKnowledge,
                 fmt::format("the process '{}', {}", choice.process->name, choice.because),
                 choice.confidence, std::move(alternative));
  }
  std::vector<std::string> ignored = selection.unknown_words;
  for (const std::string& item : draft.asked.not_understood) ignored.push_back(item);
  if (ignored.empty()) return;
  const double confidence = ignored.size() > 2 ? 0.4 : 0.6;
  draft.decide("", Basis::kGuess,
               fmt::format("nothing was made of these words: {}", fmt::join(ignored, ", ")),
               confidence, "name them among the dimensions or the measures");
}

// The weakest choice sets the tone; every guess, up to three, takes a tenth.
double overall_confidence(const std::vector<Decision>& decisions) {
  double weakest = 1;
  double all = 1;
  int guesses = 0;
  for (const Decision& decision : decisions) {
    weakest = std::min(weakest, decision.confidence);
    if (decision.basis == Basis::kGuess && ++guesses <= 3) all *= 0.9;
  }
  return std::max(0.1, weakest * all);
}

// Most of what the prompt is about is unknown, and one word of it happens to be known.
bool is_chance(const Selection& selection) {
  return selection.chosen.size() == 1 && selection.chosen[0].confidence < 0.8 &&
         selection.unknown_words.size() >=
             2 * std::max<std::size_t>(1, selection.known_words.size());
}

}  // namespace

std::string_view name(Basis basis) {
  switch (basis) {
    case Basis::kAsked:
      return "asked";
    case Basis::kKnowledge:
      return "known";
    case Basis::kGuess:
      return "guess";
  }
  return "guess";
}

Result<Design> design(const Request& request) {
  const std::vector<Token> tokens = tokenize(request.prompt);
  if (Diagnostics refusal = refuse_at_sight(request.prompt, tokens); !refusal.empty()) {
    return fail(std::move(refusal));
  }
  if (!knowledge()) return fail(knowledge().error());
  const Knowledge& known = *knowledge();

  const Wishes wishes = read_wishes(tokens);
  Selection selection = select_processes(known, wishes);
  if (is_chance(selection)) selection.chosen.clear();
  if (selection.chosen.size() > kFactsMax) selection.chosen.resize(kFactsMax);

  std::vector<const Process*> processes;
  for (const Choice& choice : selection.chosen) processes.push_back(choice.process);
  Draft draft{known, wishes, processes, classify(known, wishes, processes), {}, {}, {}};
  Process custom;
  if (processes.empty()) {
    custom = custom_process(known, wishes, draft.asked);
    if (custom.name.empty()) return fail(not_understood(known, selection));
    draft.processes = {&custom};
    selection.unknown_words.clear();
    draft.decide("/entities/facts/0", Basis::kGuess,
                 fmt::format("no process known is near '{}': the fact is built from the words of "
                             "the prompt",
                             custom.name),
                 0.4, "say it in other words");
  }
  for (const Process* process : draft.processes) add_fact(draft, *process, process == &custom);
  add_dimensions(draft);
  say_choices(draft, selection);
  draft.spec.warehouse = warehouse_name(request, draft);
  draft.spec.description = description(draft);
  draft.decisions.insert(draft.decisions.begin(),
                         {"", Basis::kAsked, one_line(request.prompt), {}, 1});

  Design result;
  result.yaml = annotate(draft.spec, draft.decisions);
  result.confidence = overall_confidence(draft.decisions);
  result.decisions = std::move(draft.decisions);
  result.spec = std::move(draft.spec);
  return result;
}

}  // namespace dbx::design
