// What a command is: a name, its options, and an action that yields an outcome. Commands print
// nothing themselves: data goes to stdout as text or JSON, problems to stderr, all in one place
// (run.cpp). To add a command: commands/<name>.cpp with one Command, a line in commands.cpp, a case
// under tests/cli.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "dbx/base/cancel.h"
#include "dbx/base/json.h"
#include "dbx/base/result.h"

namespace dbx::cli {

struct Outcome {
  Json data = Json::object();
  std::string text;      // the same for people; goes to stdout
  Diagnostics problems;  // errors, warnings, notes
  int exit_status = -1;  // -1: follows from the problems
};

Outcome failed(Diagnostics problems);

// A line of progress on stderr: rewritten in place at up to 10 Hz on a terminal, else a new line
// every 10 seconds; nothing in the first 500 ms. Not thread-safe.
class ProgressLine {
 public:
  virtual ~ProgressLine() = default;
  virtual void show(const std::string& text) = 0;
  virtual void finish() = 0;
};

struct LineResult {
  int exit_status = 0;
  Json object;  // {command, schema, ok, data, problems, meta}; only with --json
};

// What a command may use of the world around it.
struct Environment {
  const CancelFlag& cancel;  // set by Ctrl-C
  ProgressLine& progress;
  // Runs another command line and prints it and its outcome; with --json it prints nothing and the
  // outcome's object is returned (`dbx demo` is made of this).
  std::function<LineResult(const std::vector<std::string>&)> run_line;
  // Prints a line to stdout at once, before the outcome; silent with --json.
  std::function<void(const std::string&)> say;
  bool json = false;
};

using Action = std::function<Outcome(Environment&)>;

struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view examples;
  Action (*declare)(CLI::App& app);
};

// The registry, in the order of the help.
std::span<const Command> commands();

}  // namespace dbx::cli
