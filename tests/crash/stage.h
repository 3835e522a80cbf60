// Where scenarios are played: databases made, copied, looked at and run against.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "crash/scenarios.h"

namespace dbx::crash {

// A database as the matrix compares it: schema, ledger (without times), sums of rows.
struct State {
  std::string text;
  bool operator==(const State&) const = default;
};

// One copy of a scenario's database with its files, gone at the end of its scope.
struct Copy {
  std::string folder;
  std::string url;
};

struct Ran {
  int status = 0;      // exit status; -1: killed
  std::string output;  // both streams
};

class Stage {
 public:
  // `server`: a database of the PostgreSQL server to play on; empty for embedded engines.
  Stage(std::string engine, std::string server, std::string folder);

  // Makes the scenario's database. Says what went wrong, nothing where all is well.
  std::string prepare(const Scenario& scenario);
  Copy copy(const Scenario& scenario);
  void drop(const Copy& copy);

  // The command against the copy; `crash_at`: the number of the fault point that kills it, 0 none;
  // `log`: a file that takes the points; `kill_after`: seconds until it is killed from outside.
  Ran run(const std::vector<std::string>& command, const Copy& copy, int crash_at = 0,
          const std::string& log = {}, std::optional<double> kill_after = {}) const;
  // Errors stand in the text.
  State look(const Copy& copy) const;

 private:
  std::string server_query(const std::string& sql) const;
  std::string url_of(const std::string& folder, const std::string& database) const;

  std::string engine_;
  std::string server_;
  std::string folder_;
  Copy original_;
  int copies_ = 0;
};

}  // namespace dbx::crash
