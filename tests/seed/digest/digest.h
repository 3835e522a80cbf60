// The content hash of every table of every spec that comes with dbx - examples, templates, the
// cases of seeding - for one seed: what must be the same with every compiler and at every level of
// optimisation (./dev bits), and from one commit to the next unless kEngineVersion rises.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "dbx/seed/seed.h"
#include "dbx/spec/parse.h"

namespace dbx::seed {

// Lines of: path, table, rows, hash; or path and what is wrong with it.
inline std::string digest_of_all_specs(const std::string& root) {
  std::vector<std::string> paths;
  for (const char* folder : {"examples", "templates", "tests/seed/cases"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root + "/" + folder)) {
      if (entry.path().extension() != ".yml") continue;
      paths.push_back(std::filesystem::relative(entry.path(), root).generic_string());
    }
  }
  std::sort(paths.begin(), paths.end());
  std::string out;
  for (const std::string& path : paths) {
    std::ostringstream text;
    text << std::ifstream(root + "/" + path).rdbuf();
    const Result<spec::Spec> spec = spec::parse(text.str(), path);
    if (!spec) continue;  // not a spec: questions, profiles
    Options options;
    options.scale = 0.1;
    const Result<SeedPlan> plan = make(*spec, options);
    if (!plan) {
      out += path + " " + plan.error()[0].message + "\n";
      continue;
    }
    for (const TablePlan& table : plan->tables()) {
      out += path + " " + table.name + " " + std::to_string(table.rows) + " " +
             content_hash(*table.source, {0, table.rows}).text() + "\n";
    }
  }
  return out;
}

}  // namespace dbx::seed
