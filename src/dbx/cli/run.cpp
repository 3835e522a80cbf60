// Parses the command line, runs the command, prints the outcome. Everything that is the same for
// all commands happens here and nowhere else.
#include "dbx/cli/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <new>

#include "dbx/base/clock.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/progress.h"
#include "dbx/cli/render.h"
#include "dbx/cli/terminal.h"

namespace dbx::cli {
namespace {

CancelFlag& cancel_flag() {
  static CancelFlag flag;
  return flag;
}

// The first Ctrl-C asks long work to stop; the second ends the process as usual.
void on_interrupt(int signal) {
  cancel_flag().cancel();
  std::signal(signal, SIG_DFL);
}

struct GlobalFlags {
  bool json = false;
  bool quiet = false;
  std::string color = "auto";
};

struct Parsed {
  std::string command;
  Action action;
  GlobalFlags flags;
  std::string help;  // not empty: print it and stop
};

Outcome usage_error(std::string message, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = Code::kUsage;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return failed({diagnostic});
}

// What is wrong with the words of the command line, with the nearest word that would be right.
Outcome explain_parse_error(const CLI::App& app, const CLI::ParseError& error,
                            const std::vector<std::string>& arguments) {
  const auto subcommands = app.get_subcommands();
  if (subcommands.empty()) {
    const auto word = std::find_if(arguments.begin(), arguments.end(),
                                   [](const std::string& a) { return !a.starts_with("-"); });
    if (word == arguments.end()) {
      return usage_error("no command given", "`dbx --help` lists them; `dbx demo` shows them all");
    }
    std::vector<std::string_view> names;
    for (const Command& command : commands()) names.push_back(command.name);
    const auto near = text::nearest(*word, names);
    return usage_error(fmt::format("no command '{}'", *word),
                       near ? fmt::format("did you mean '{}'?", *near) : "`dbx --help` lists them");
  }
  const CLI::App& command = *subcommands.front();
  const std::string help = fmt::format("`dbx {} --help` shows how", command.get_name());
  std::vector<std::string> options;
  for (const CLI::App* level : {&command, &app}) {
    for (const CLI::Option* option : level->get_options()) {
      for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
    }
  }
  for (const std::string& argument : arguments) {
    const std::string name = argument.substr(0, argument.find('='));
    if (!name.starts_with("--") ||
        std::find(options.begin(), options.end(), name) != options.end()) {
      continue;
    }
    const auto near = text::nearest(name, options);
    return usage_error(fmt::format("'{}' has no option '{}'", command.get_name(), name),
                       near ? fmt::format("did you mean '{}'?", *near) : help);
  }
  return usage_error(fmt::format("{}: {}", command.get_name(), error.what()), help);
}

void declare_globals(CLI::App& app, GlobalFlags& flags) {
  app.add_flag("--json", flags.json, "print one JSON object instead of text");
  app.add_flag("-q,--quiet", flags.quiet, "no progress, no notes");
  app.add_option("--color", flags.color, "auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

// Either what to do, or the outcome of not understanding it.
tl::expected<Parsed, Outcome> parse(const std::vector<std::string>& arguments) {
  Parsed parsed;
  parsed.flags.json = std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
  CLI::App app("From a sentence to a running warehouse, and from a question to an answer.", "dbx");
  app.set_version_flag("--version", "dbx " DBX_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  app.footer(
      "Examples:\n  dbx demo\n  dbx design \"loan risk by company and date\" --out loans.yml\n"
      "  dbx plan --target loans.yml --out migrations/0001.sql\n"
      "Exit status: 0 ok, 1 failure, 2 usage, 3 spec invalid, 6 refused, 7 no connection.");
  declare_globals(app, parsed.flags);
  std::vector<std::pair<CLI::App*, Action>> actions;
  for (const Command& command : commands()) {
    CLI::App* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    sub->footer(fmt::format("Examples:\n{}", command.examples));
    actions.emplace_back(sub, command.declare(*sub));
  }
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
  } catch (const CLI::CallForVersion&) {
    parsed.help = "dbx " DBX_VERSION "\n";
    return parsed;
  } catch (const CLI::CallForHelp&) {
    parsed.help = app.help();  // of the subcommand, where one was named
    return parsed;
  } catch (const CLI::ParseError& error) {
    return tl::unexpected<Outcome>(explain_parse_error(app, error, arguments));
  }
  for (auto& [sub, action] : actions) {
    if (!sub->parsed()) continue;
    parsed.command = sub->get_name();
    parsed.action = std::move(action);
  }
  return parsed;
}

int exit_status_of(const Outcome& outcome) {
  return outcome.exit_status >= 0 ? outcome.exit_status : exit_status(outcome.problems);
}

// What a command line came to, before anything is printed.
struct Finished {
  std::string command;
  GlobalFlags flags;
  Outcome outcome;
  double seconds = 0;
};

Json object_of(const Finished& finished) {
  Json problems = Json::array();
  for (const Diagnostic& problem : finished.outcome.problems) problems.push_back(to_json(problem));
  const std::string command = finished.command.empty() ? "error" : finished.command;
  return {{"schema", fmt::format("dbx.{}/1", command)},
          {"ok", exit_status_of(finished.outcome) == 0},
          {"data", finished.outcome.data},
          {"problems", problems},
          {"meta", {{"duration_ms", static_cast<std::int64_t>(finished.seconds * 1000)}}}};
}

void print_text(const Outcome& outcome, const GlobalFlags& flags) {
  std::fputs(outcome.text.c_str(), stdout);
  std::fflush(stdout);
  const bool color = use_color(Stream::kError, flags.color);
  SourceLines sources;
  for (const Diagnostic& problem : outcome.problems) {
    if (flags.quiet && problem.severity == Severity::kInfo) continue;
    std::fputs(render(problem, color, sources).c_str(), stderr);
  }
}

// As one would type it: words with spaces in double quotes.
std::string command_line(const std::vector<std::string>& arguments) {
  std::string line = "dbx";
  for (const std::string& argument : arguments) {
    const bool plain = argument.find_first_of(" \"'$`\\|&;<>()*?") == std::string::npos;
    line += plain && !argument.empty()
                ? " " + argument
                : fmt::format(" '{}'", text::replace_all(argument, "'", "'\\''"));
  }
  return line;
}

void print(const Finished& finished) {
  if (finished.flags.json) {
    std::printf("%s\n", dump(object_of(finished), 2).c_str());
  } else {
    print_text(finished.outcome, finished.flags);
  }
}

Finished finish(const std::vector<std::string>& arguments);

// The world as a command line with these flags sees it.
Environment make_environment(const GlobalFlags& flags, ProgressLine& progress) {
  Environment environment{cancel_flag(), progress, {}, {}, flags.json};
  environment.say = [json = flags.json](const std::string& line) {
    if (!json) std::printf("%s\n", line.c_str());
    std::fflush(stdout);
  };
  environment.run_line = [flags, say = environment.say](const std::vector<std::string>& line) {
    say(paint(use_color(Stream::kOut, flags.color), Paint::kCyan, "$ " + command_line(line)));
    Finished finished = finish(line);
    finished.flags = flags;
    LineResult result;
    result.exit_status = exit_status_of(finished.outcome);
    if (flags.json) {
      result.object = {{"command", command_line(line)}};
      result.object.update(object_of(finished));
    } else {
      print(finished);
    }
    return result;
  };
  return environment;
}

Finished finish(const std::vector<std::string>& arguments) {
  const Stopwatch watch;
  Finished finished;
  auto parsed = parse(arguments);
  if (!parsed) {
    finished.flags.json =
        std::find(arguments.begin(), arguments.end(), "--json") != arguments.end();
    finished.outcome = std::move(parsed).error();
    return finished;
  }
  finished.command = parsed->command;
  finished.flags = parsed->flags;
  if (!parsed->help.empty()) {
    finished.flags.json = false;
    finished.outcome.text = parsed->help;
    return finished;
  }
  std::signal(SIGINT, on_interrupt);
  const auto progress = make_progress(!finished.flags.json && !finished.flags.quiet);
  Environment environment = make_environment(finished.flags, *progress);
  finished.outcome = parsed->action(environment);
  progress->finish();
  finished.seconds = watch.seconds();
  return finished;
}

}  // namespace

Outcome failed(Diagnostics problems) {
  Outcome outcome;
  outcome.problems = std::move(problems);
  return outcome;
}

int run(const std::vector<std::string>& arguments) {
  try {
    const Finished finished = finish(arguments);
    print(finished);
    return exit_status_of(finished.outcome);
  } catch (const std::bad_alloc&) {
    // Nothing is left to make a finer message of.
    std::fputs("error[internal]: out of memory; what was not committed is rolled back\n", stderr);
    return 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "error[internal]: %s; what was not committed is rolled back\n",
                 error.what());
    return 1;
  }
}

}  // namespace dbx::cli
