// dbx orchestrate (ask): a question in English, answered from the database.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/ask.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"
#include "dbx/cli/results.h"

namespace dbx::cli {
namespace {

constexpr std::size_t kRowsOnScreen = 20;

struct Options {
  std::string question;
  app::AskSource source;
  app::AskOptions ask;
  bool no_reasoning = false;
  bool explain_only = false;
  bool no_exec = false;
};

Json data_of(const app::Reply& reply) {
  Json said = Json::array();
  for (const answer::Said& item : reply.said) {
    said.push_back({{"words", item.words}, {"meaning", item.meaning}, {"fit", item.fit}});
  }
  Json corrected = Json::array();
  for (const answer::Correction& correction : reply.corrections) {
    corrected.push_back({{"written", correction.written}, {"meant", correction.meant}});
  }
  Json others = Json::array();
  for (const app::OtherReading& other : reply.others) others.push_back(other.sql);
  Json data = {{"question", reply.question},
               {"standing", std::string(answer::name(reply.standing))},
               {"confidence", reply.confidence},
               {"sql", reply.sql},
               {"explanation",
                {{"words", std::move(said)},
                 {"joins", reply.joins},
                 {"unknown", reply.unknown},
                 {"corrected", std::move(corrected)}}},
               {"taught", reply.taught},
               {"others", std::move(others)}};
  if (reply.result) {
    const Json result = to_json(*reply.result);
    data["columns"] = result["columns"];
    data["rows"] = result["rows"];
    data["more"] = reply.more;
  }
  return data;
}

std::string reasoning(const app::Reply& reply) {
  std::string text = "Reasoning\n";
  if (reply.taught) return text + "  this question was taught with its query\n\n";
  for (const answer::Said& item : reply.said) {
    text += fmt::format("  {:<28} {}\n", fmt::format("\"{}\"", item.words), item.meaning);
  }
  for (const answer::Correction& correction : reply.corrections) {
    text += fmt::format("  {:<28} {}\n", fmt::format("\"{}\" read as", correction.written),
                        correction.meant);
  }
  for (const std::string& join : reply.joins)
    text += fmt::format("  joined by                    {}\n", join);
  if (!reply.unknown.empty()) {
    text += fmt::format("  left out                     {}\n", text::join(reply.unknown, ", "));
  }
  return text + fmt::format("  {}, {:.0f}% sure\n\n", answer::name(reply.standing),
                            reply.confidence * 100);
}

std::string answer_text(const app::Reply& reply) {
  if (!reply.result) return {};
  std::string text = "Answer\n";
  if (reply.result->rows.empty()) return text + "  no rows\n";
  text += render(to_grid(*reply.result, kRowsOnScreen));
  if (reply.result->rows.size() > kRowsOnScreen) {
    text += fmt::format("... {} more rows\n", reply.result->rows.size() - kRowsOnScreen);
  }
  if (reply.more) text += "... and more in the database (--limit)\n";
  const std::string bars = chart(*reply.result);
  return bars.empty() ? text : text + "\n" + bars;
}

void add_problems(const app::Reply& reply, Diagnostics& problems) {
  const bool asks =
      reply.standing == answer::Standing::kAsk || reply.standing == answer::Standing::kAbstained;
  if (!asks && reply.standing != answer::Standing::kAssumed) return;
  Diagnostic problem;
  problem.code = asks ? Code::kQuestionUnclear : Code::kAssumption;
  problem.severity = asks ? Severity::kError : Severity::kInfo;
  std::vector<std::string> weak;
  for (const answer::Said& item : reply.said) {
    if (item.fit < 0.8) weak.push_back(fmt::format("\"{}\" as {}", item.words, item.meaning));
  }
  std::string because = weak.empty() ? "it can be read in more than one way"
                                     : "it takes " + text::join(weak, " and ");
  if (!reply.unknown.empty()) {
    because += fmt::format("; not known: {}", text::join(reply.unknown, ", "));
  }
  problem.message =
      fmt::format("{} ({:.0f}% sure): {}", asks ? "not sure enough to answer" : "assumed",
                  reply.confidence * 100, because);
  problem.hint = asks ? "say it in other words, or take this reading with --assume"
                      : "look at the explanation; ask in other words if something else is meant";
  problems.push_back(std::move(problem));
}

Outcome run(const Options& options) {
  app::AskSource source = options.source;
  source.cache = ".dbx/values";
  auto answerer = app::Answerer::open(source);
  if (!answerer) return failed(std::move(answerer).error());
  app::AskOptions ask = options.ask;
  ask.run = !options.no_exec && !options.explain_only;
  auto reply = answerer->ask(options.question, ask);
  if (!reply) return failed(std::move(reply).error());
  Outcome outcome;
  add_problems(*reply, outcome.problems);
  const bool unsure =
      !outcome.problems.empty() && outcome.problems.front().severity == Severity::kError;
  if (unsure) reply->result.reset();
  outcome.data = data_of(*reply);
  if (!options.no_reasoning && !options.no_exec) outcome.text += reasoning(*reply);
  outcome.text += (options.no_exec ? "" : "SQL\n") + reply->sql + "\n";
  if (unsure) {
    for (const app::OtherReading& other : reply->others) {
      outcome.text += fmt::format("\nor\n{}\n", other.sql);
    }
  }
  const std::string answer = answer_text(*reply);
  if (!answer.empty()) outcome.text += "\n" + answer;
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("question", options->question, "what you want to know, in English")->required();
  add_database_option(app, options->source.database);
  app.add_option("--target", options->source.target,
                 "a spec whose synonyms to use (default: the recorded one)");
  app.add_option("--after", options->ask.after, "the question before, which this one goes on from");
  app.add_option("--today", options->ask.today,
                 "what \"last month\" is counted from, as 2026-11-26 (default: today)");
  app.add_option("--limit", options->ask.rows, "rows, at most")->check(CLI::Range(1, 10'000));
  app.add_option("--memory", options->source.memory,
                 "what `dbx teach` taught (default: .dbx/memory.json)");
  app.add_flag("--refresh-schema", options->source.refresh,
               "read the values of the database anew (kept in .dbx/values)");
  app.add_flag("--assume", options->ask.assume, "answer by the likeliest reading, however unsure");
  app.add_flag("--no-reasoning", options->no_reasoning, "leave the explanation out");
  app.add_flag("--explain-only", options->explain_only,
               "explain and show the query, do not run it");
  app.add_flag("--no-exec", options->no_exec, "the query only");
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command orchestrate_command() {
  return {"orchestrate", "answer a question in English: what it means, the query, the rows",
          "  dbx orchestrate \"How many loans are there by region?\"\n"
          "  dbx orchestrate \"and by year?\" --after \"How many loans are there by region?\"\n"
          "  dbx orchestrate \"total balance of each company\" --no-exec",
          declare};
}

Command ask_command() {
  return {"ask", "the same as orchestrate", "  dbx ask \"Which company has the most loans?\"",
          declare};
}

}  // namespace dbx::cli
