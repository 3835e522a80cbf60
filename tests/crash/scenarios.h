// What the crash matrix crashes: a database as it is before, and a command that changes it.
#pragma once

#include <string>
#include <vector>

namespace dbx::crash {

// `{}` in a command line stands for the database's URL; files are named from the scenario's folder.
struct Scenario {
  std::string name;
  std::vector<std::string> engines;              // those it is for
  std::vector<std::vector<std::string>> before;  // command lines that make the database
  std::vector<std::string> sql;                  // then statements
  std::vector<std::string> command;              // what is killed, and run again
  // Run on each copy before it is: what is bound to one database.
  std::vector<std::vector<std::string>> on_copy = {};
};

const std::vector<Scenario>& scenarios();

}  // namespace dbx::crash
