// What the tests of seeding share: plans from YAML, columns of values.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "dbx/seed/seed.h"
#include "dbx/spec/parse.h"
#include "support/cases.h"

namespace dbx::seed {

inline const std::string kCases = std::string(DBX_SOURCE_DIR) + "/tests/seed/cases/";

inline std::string messages(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    out += std::string(name(diagnostic.code)) + " " + diagnostic.where.pointer + " " +
           diagnostic.message + " (" + diagnostic.hint + ")\n";
  }
  return out;
}

inline spec::Spec read_spec(const std::string& yaml) {
  Result<spec::Spec> spec = spec::parse(yaml, "spec.yml");
  if (!spec) ADD_FAILURE() << messages(spec.error());
  return spec ? std::move(*spec) : spec::Spec{};
}
inline spec::Spec read_case(const std::string& folder) {
  return read_spec(test::read(kCases + folder + "/spec.yml"));
}
inline SeedPlan plan_of(const spec::Spec& spec, const Options& options = {}) {
  Result<SeedPlan> plan = make(spec, options);
  if (!plan) throw std::runtime_error(messages(plan.error()));  // fails the test with its text
  return std::move(*plan);
}
// A spec of one dimension with the columns given as lines of YAML flow mappings.
inline spec::Spec one_table(const std::vector<std::string>& columns, const std::string& more = "") {
  std::string yaml = "version: 1\nwarehouse: w\nentities:\n  dimensions:\n    - name: dim_thing\n" +
                     more + "      columns:\n";
  for (const std::string& column : columns) yaml += "        - " + column + "\n";
  return read_spec(yaml);
}
inline std::vector<std::string> values_of(const SeedPlan& plan, std::string_view table,
                                          std::string_view column) {
  const TablePlan* found = plan.find(table);
  std::vector<std::string> out;
  for (std::size_t c = 0; c < found->columns.size(); ++c) {
    if (found->columns[c].name != column) continue;
    for (auto& row : sample(*found->source, {0, found->rows})) out.push_back(row[c]);
  }
  return out;
}

}  // namespace dbx::seed
