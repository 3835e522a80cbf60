// dbx design: a sentence becomes a star schema, or changes one.
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <memory>

#include "dbx/app/design.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

struct Options {
  std::vector<std::string> prompt;
  std::string out;
  std::string base;
  bool explain = false;
  bool questions = false;
};

std::string summary_of(const app::Designed& designed) {
  const spec::Spec& spec = designed.design.spec;
  std::string text =
      fmt::format("{}: {}, {}\n", spec.warehouse,
                  text::plural(static_cast<std::int64_t>(spec.facts.size()), "fact"),
                  text::plural(static_cast<std::int64_t>(spec.dimensions.size()), "dimension"));
  for (const spec::Table& fact : spec.facts) {
    std::vector<std::string> measures;
    for (const spec::Column& measure : fact.measures) measures.push_back(measure.name);
    text += fmt::format("  {}: {}\n", fact.name,
                        measures.empty() ? "no measures" : text::join(measures, ", "));
  }
  for (const design::Decision& decision : designed.design.decisions) {
    if (decision.basis == design::Basis::kGuess)
      text += fmt::format("  guess: {}\n", decision.text);
  }
  return text + fmt::format("wrote {}\n", designed.written);
}

// "/entities/facts/0/grain" -> "fact_loans grain".
std::string place_of(const spec::Spec& spec, const std::string& pointer) {
  const auto parts = text::split(pointer, '/');
  if (parts.size() < 4) return "the design";
  const auto index = text::to_int64(parts[3]);
  const std::vector<spec::Table>* tables = parts[2] == "facts"        ? &spec.facts
                                           : parts[2] == "dimensions" ? &spec.dimensions
                                           : parts[2] == "bridges"    ? &spec.bridges
                                                                      : nullptr;
  if (tables == nullptr || !index || static_cast<std::size_t>(*index) >= tables->size()) {
    return pointer;
  }
  const spec::Table& table = (*tables)[static_cast<std::size_t>(*index)];
  std::string place = table.name;
  if (parts.size() == 5) place += fmt::format(" {}", parts[4]);
  if (parts.size() > 5) {
    const auto& columns = parts[4] == "measures" ? table.measures : table.columns;
    const auto column = text::to_int64(parts[5]);
    if (column && static_cast<std::size_t>(*column) < columns.size()) {
      place += "." + columns[static_cast<std::size_t>(*column)].name;
    }
  }
  return place;
}

std::string explanation_of(const design::Design& design) {
  std::string text = fmt::format("confidence {:.2f}\n\nwhat the words became\n", design.confidence);
  std::size_t width = 0;
  for (const design::Reading& reading : design.readings) {
    width = std::max(width, std::min<std::size_t>(text::display_width(reading.words), 40));
  }
  for (const design::Reading& reading : design.readings) {
    text += fmt::format("  {}  {}\n", text::pad_right(reading.words, width),
                        reading.what.empty() ? "nothing" : reading.what);
  }
  text += "\nwhat was decided\n";
  for (const design::Decision& decision : design.decisions) {
    if (decision.pointer.empty() && decision.basis == design::Basis::kAsked)
      continue;  // the prompt
    if (decision.text.starts_with("review: ")) continue;
    text +=
        fmt::format("  {:5} {:.2f}  {}: {}\n", design::name(decision.basis), decision.confidence,
                    place_of(design.spec, decision.pointer), decision.text);
    if (!decision.alternative.empty()) {
      text += fmt::format("              otherwise: {}\n", decision.alternative);
    }
  }
  if (!design.findings.empty()) text += "\nwhat a review finds\n";
  for (const design::Finding& finding : design.findings) {
    text += fmt::format("  {}: {} [{}]\n", place_of(design.spec, finding.pointer), finding.text,
                        finding.rule);
  }
  if (!design.questions.empty()) text += "\nwhat is left open\n";
  for (const design::Question& question : design.questions) {
    text += fmt::format(
        "  {}{}\n", question.text,
        question.choices.empty() ? "" : fmt::format(" assumed: {}", question.choices[0]));
  }
  return text;
}

// Asked on stderr, so that the spec on stdout stays a spec.
std::string ask(const design::Question& question) {
  std::fprintf(stderr, "%s\n", question.text.c_str());
  for (std::size_t i = 0; i < question.choices.size(); ++i) {
    std::fprintf(stderr, "  %zu  %s%s\n", i + 1, question.choices[i].c_str(),
                 i == 0 ? " (assumed)" : "");
  }
  std::fprintf(stderr, "> ");
  std::string typed;
  if (!std::getline(std::cin, typed)) return {};
  const std::string answer(text::trim(typed));
  const auto number = text::to_int64(answer);
  if (number && *number >= 1 && static_cast<std::size_t>(*number) <= question.choices.size()) {
    return question.choices[static_cast<std::size_t>(*number) - 1];
  }
  return answer;
}

Json to_json(const std::vector<design::Decision>& decisions) {
  Json list = Json::array();
  for (const design::Decision& decision : decisions) {
    list.push_back({{"pointer", decision.pointer},
                    {"basis", design::name(decision.basis)},
                    {"text", decision.text},
                    {"alternative", decision.alternative},
                    {"confidence", decision.confidence}});
  }
  return list;
}

Outcome amended(const Options& options) {
  auto result = app::amend(options.base, text::join(options.prompt, " "), options.out);
  if (!result) return failed(std::move(result).error());
  Outcome outcome;
  const design::Amendment& amendment = result->amendment;
  outcome.data = {
      {"spec", amendment.text}, {"changes", to_json(amendment.changes)}, {"file", result->written}};
  std::string changes;
  for (const design::Decision& change : amendment.changes) changes += change.text + "\n";
  outcome.text = result->written.empty() ? amendment.text
                                         : changes + fmt::format("wrote {}\n", result->written);
  if (options.explain) outcome.text = changes;
  outcome.problems = std::move(result->notes);
  return outcome;
}

Outcome run(const Options& options, const Environment& environment) {
  if (!options.base.empty()) return amended(options);
  const bool asks = options.questions && !environment.json && ::isatty(STDIN_FILENO) != 0;
  auto designed = app::design(text::join(options.prompt, " "), options.out,
                              asks ? app::Answerer(ask) : app::Answerer());
  if (!designed) return failed(std::move(designed).error());
  const design::Design& design = designed->design;
  Outcome outcome;
  Json findings = Json::array();
  for (const design::Finding& finding : design.findings) {
    findings.push_back(
        {{"pointer", finding.pointer}, {"rule", finding.rule}, {"text", finding.text}});
  }
  Json readings = Json::array();
  for (const design::Reading& reading : design.readings) {
    readings.push_back({{"words", reading.words}, {"became", reading.what}});
  }
  Json questions = Json::array();
  for (const design::Question& question : design.questions) {
    questions.push_back(
        {{"text", question.text}, {"choices", question.choices}, {"wish", question.wish}});
  }
  outcome.data = {{"spec", design.yaml},
                  {"confidence", design.confidence},
                  {"decisions", to_json(design.decisions)},
                  {"findings", findings},
                  {"readings", readings},
                  {"questions", questions},
                  {"file", designed->written}};
  outcome.text = designed->written.empty() ? design.yaml : summary_of(*designed);
  if (options.explain) {
    outcome.text = explanation_of(design);
    if (!designed->written.empty()) outcome.text += fmt::format("\nwrote {}\n", designed->written);
  } else if (options.questions && !asks) {
    outcome.text.clear();
    for (const design::Question& question : design.questions) {
      outcome.text += fmt::format("{}\n", question.text);
      for (const std::string& choice : question.choices) {
        outcome.text +=
            fmt::format("  {}{}\n", choice, &choice == question.choices.data() ? " (assumed)" : "");
      }
      outcome.text += fmt::format("  say: {}\n", question.wish);
    }
    if (design.questions.empty()) outcome.text = "nothing is unclear\n";
  }
  outcome.problems = std::move(designed->notes);
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("prompt", options->prompt, "what the warehouse is for, in English")->required();
  app.add_option("--out", options->out, "write the spec here instead of to stdout");
  app.add_option("--base", options->base, "a spec to change instead: comments and order stay");
  app.add_flag("--explain", options->explain,
               "which words led to what, what was decided and what else it could be");
  app.add_flag("--questions", options->questions,
               "ask what is unclear; without a terminal: list it");
  return [options](Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command design_command() {
  return {"design", "a star schema from a sentence",
          "  dbx design \"loan risk by company and date\" --out loans.yml\n"
          "  dbx design \"retail sales with dimensions store (city, region) and product\"\n"
          "  dbx design --base loans.yml \"add covenant tests and track rating history\"",
          declare};
}

}  // namespace dbx::cli
