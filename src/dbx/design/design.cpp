// The story of a design: read the wishes, choose the processes, make facts, then the dimensions
// they share, and write down every choice.
#include "dbx/design/design.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/design/draft.h"
#include "dbx/design/nouns.h"
#include "dbx/design/review.h"

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
  for (std::size_t i = 0; i < draft.plans.size(); ++i) {
    if (i > 0) names += i + 1 == draft.plans.size() ? " and " : ", ";
    names += draft.plans[i].process->name;
  }
  return fmt::format("Star schema for {}", names);
}

std::string alternative_to(const Selection& selection, const Choice& choice) {
  if (choice.confidence >= 0.9) return {};
  for (const Choice& near : selection.nearest) {
    const bool is_chosen =
        std::any_of(selection.chosen.begin(), selection.chosen.end(),
                    [&](const Choice& held) { return held.process == near.process; });
    if (!is_chosen) return fmt::format("'{}'", near.process->name);
  }
  return {};
}

void say_choices(Draft& draft, const Selection& selection) {
  for (std::size_t i = 0; i < draft.plans.size(); ++i) {
    const std::string pointer = fmt::format("/entities/facts/{}", i);
    if (draft.plans[i].is_custom) {
      draft.decide(pointer, Basis::kGuess,
                   fmt::format("no process known is near '{}': the fact is built from the words of "
                               "the prompt",
                               draft.plans[i].process->name),
                   0.4, "say it in other words");
      continue;
    }
    for (const Choice& choice : selection.chosen) {
      if (choice.process != draft.plans[i].process) continue;
      draft.decide(pointer, Basis::kKnowledge,
                   fmt::format("the process '{}', {}", choice.process->name, choice.because),
                   choice.confidence, alternative_to(selection, choice));
    }
  }
}

// Words of a sentence that tells are many, and most of them need no table; those of a wish do.
void say_ignored(Draft& draft, const Selection& selection) {
  std::vector<std::string> ignored;
  for (const std::string& word : selection.unknown_words) {
    const auto is_word = [&](const Token& token) { return token.text == word; };
    const auto& told = draft.wishes.narrative;
    if (std::none_of(told.begin(), told.end(), is_word)) ignored.push_back(word);
  }
  for (const std::string& item : draft.asked.not_understood) ignored.push_back(item);
  if (ignored.empty()) return;
  draft.decide("", Basis::kGuess,
               fmt::format("nothing was made of these words: {}", fmt::join(ignored, ", ")),
               ignored.size() > 2 ? 0.4 : 0.6, "name them among the dimensions or the measures");
}

void say_engine(Draft& draft) {
  const std::string& engine = draft.wishes.engine;
  if (engine.empty()) return;
  const bool is_known = engine == "postgresql" || engine == "postgres" || engine == "duckdb" ||
                        engine == "sqlite" || engine == "citus" || engine == "SQL Server" ||
                        engine == "Azure SQL";
  draft.decide(
      "", is_known ? Basis::kAsked : Basis::kGuess,
      is_known
          ? fmt::format("a spec is of no engine: `dbx apply --target` takes it to {}", engine)
          : fmt::format("{} is no engine that dbx writes to; the spec is of no engine", engine),
      is_known ? 1 : 0.6);
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

// Does the item name the process?
bool names(const Process& process, const Item& item) {
  const Phrase words = item.phrase();
  return std::any_of(process.phrases.begin(), process.phrases.end(), [&](const Phrase& phrase) {
    return phrase.size() <= words.size() &&
           std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
  });
}

// What the knowledge base does not have: each fact that the prompt lists and no process covers, or,
// where nothing is chosen at all, the prompt itself.
std::vector<Process> custom_processes(Draft& draft, const Selection& selection) {
  std::vector<Process> customs;
  for (const Item& item : selection.unknown_facts) {
    if (customs.size() + selection.chosen.size() >= kFactsMax) break;
    customs.push_back(custom_process(draft.knowledge, draft.wishes, &item, draft.asked));
  }
  if (selection.chosen.empty() && customs.empty()) {
    customs.push_back(custom_process(draft.knowledge, draft.wishes, nullptr, draft.asked));
  }
  std::erase_if(customs, [](const Process& process) { return process.name.empty(); });
  return customs;
}

// "an ice rink" and no more: people go there.
void take_place(Draft& draft, Selection& selection) {
  const std::vector<NounRun> runs = noun_runs(draft.wishes.subject);
  const auto place = std::find_if(runs.begin(), runs.end(), [](const NounRun& run) {
    return run.head.noun == english::NounClass::kBuilding && run.item.words.size() <= 3;
  });
  const Industry* any = draft.knowledge.industry("any place");
  if (place == runs.end() || any == nullptr || runs.size() > 2) return;
  const Process* process = draft.knowledge.process(any->processes[0]);
  draft.plans.push_back({process, false, -1});
  selection.unknown_words.clear();
  draft.decide("/entities/facts/0", Basis::kGuess,
               fmt::format("nothing is known of a {}; people visit it, and its visits are recorded",
                           place->item.text()),
               0.3, "say what is recorded: 'rentals with dimensions ... and measures ...'");
}

// The facts in the order in which the prompt lists them; known ones first where it lists none.
void plan_facts(Draft& draft, const Selection& selection, const std::vector<Process>& customs) {
  for (const Choice& choice : selection.chosen) draft.plans.push_back({choice.process, false, -1});
  for (const Process& custom : customs) draft.plans.push_back({&custom, true, -1});
  const Items& listed = draft.wishes.facts;
  for (FactPlan& plan : draft.plans) {
    for (std::size_t i = 0; i < listed.size() && plan.listed < 0; ++i) {
      const bool is_own = plan.is_custom ? plan.process->name == spaced(identifier(listed[i].words))
                                         : names(*plan.process, listed[i]);
      if (is_own) plan.listed = static_cast<int>(i);
    }
  }
  std::stable_sort(draft.plans.begin(), draft.plans.end(), [](const auto& a, const auto& b) {
    return static_cast<unsigned>(a.listed) < static_cast<unsigned>(b.listed);
  });
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
  if (Diagnostics refusal = refuse_contradiction(wishes); !refusal.empty()) {
    return fail(std::move(refusal));
  }
  Selection selection = select_processes(known, wishes);
  if (is_chance(selection)) selection.chosen.clear();
  if (selection.chosen.size() > kFactsMax) selection.chosen.resize(kFactsMax);

  std::vector<const Process*> processes;
  for (const Choice& choice : selection.chosen) processes.push_back(choice.process);
  Draft draft{known, wishes, {}, classify(known, wishes, processes), {}, {}, {}};
  const std::vector<Process> customs = custom_processes(draft, selection);
  plan_facts(draft, selection, customs);
  if (draft.plans.empty()) take_place(draft, selection);
  if (draft.plans.empty()) return fail(not_understood(selection));

  for (const FactPlan& plan : draft.plans) add_fact(draft, plan);
  add_dimensions(draft);
  add_junk(draft);
  add_bridges(draft);
  say_choices(draft, selection);
  if (customs.empty()) say_ignored(draft, selection);
  say_engine(draft);
  draft.spec.warehouse = warehouse_name(request, draft);
  draft.spec.description = description(draft);
  draft.decisions.insert(draft.decisions.begin(),
                         {"", Basis::kAsked, one_line(request.prompt), {}, 1});

  Design result;
  result.findings = review(draft.spec);
  for (const Finding& finding : result.findings) {
    draft.decide(finding.pointer, Basis::kGuess, "review: " + finding.text, 0.7);
  }
  result.readings = readings_of(draft);
  result.questions = questions_of(draft, selection);
  result.yaml = annotate(draft.spec, draft.decisions);
  result.confidence = overall_confidence(draft.decisions);
  result.decisions = std::move(draft.decisions);
  result.spec = std::move(draft.spec);
  return result;
}

}  // namespace dbx::design
