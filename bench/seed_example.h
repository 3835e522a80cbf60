// What the benchmarks of seeding share: the example of examples/contoso_finance with a million
// facts, and ways to stop.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "dbx/base/clock.h"
#include "dbx/dialect/dialect.h"
#include "dbx/plan/plan.h"
#include "dbx/schema/schema.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/row_hash.h"
#include "dbx/seed/seed.h"
#include "dbx/spec/parse.h"

namespace dbx::bench {

constexpr std::int64_t kFacts = 1'000'000;
constexpr const char* kFact = "fact_loan_payments";

// A fault in a benchmark ends it: a figure from a failed run is worse than none.
[[noreturn]] inline void stop(const Diagnostics& problems) {
  for (const Diagnostic& problem : problems) std::cerr << "dbx_bench: " << problem.message << "\n";
  std::exit(1);
}
template <class T>
T take(Result<T> result) {
  if (!result) stop(result.error());
  return std::move(*result);
}
inline void check(const Status& status) {
  if (!status) stop(status.error());
}

inline const spec::Spec& example() {
  static const spec::Spec spec = [] {
    const std::string path =
        std::string(DBX_SOURCE_DIR) + "/examples/contoso_finance/warehouse.yml";
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return take(spec::parse(text.str(), path));
  }();
  return spec;
}

inline const seed::SeedPlan& example_plan() {
  static const seed::SeedPlan plan = [] {
    seed::Options options;
    options.rows[kFact] = kFacts;
    return take(seed::make(example(), options));
  }();
  return plan;
}

// A folder for database files, emptied at the end.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / "dbx_bench") {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// The example's tables, made in an empty database.
inline void make_tables(const dialect::Dialect& dialect, database::Connection& connection) {
  const schema::Schema target =
      take(dialect.realise(schema::lower(example(), dialect.name()))).schema;
  for (const auto& statement : take(dialect.write(take(plan::make({}, target))))) {
    check(connection.execute(statement.sql));
  }
}

}  // namespace dbx::bench
