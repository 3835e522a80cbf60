// Filling a database with rows.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/cancel.h"
#include "dbx/base/result.h"
#include "dbx/seed/seed.h"

namespace dbx::app {

struct SeedRequest {
  std::string target;    // a spec file; empty: the spec recorded in the database
  std::string database;  // URL
  seed::Options options;
  unsigned threads = 0;  // 0: one a core
  bool replace = false;  // delete the rows that are there first
  bool dry_run = false;  // plan only: counts, generators, sample rows
};

struct SeedReport {
  std::string database;  // redacted URL
  seed::SeedPlan plan;
  std::vector<seed::LoadedTable> loaded;  // empty after a dry run
  std::uint64_t seed = 0;
  double seconds = 0;
  std::string content_hash;  // of all tables
  Diagnostics notes;         // what was made otherwise than the spec asks, located
};

// All rows or none: one transaction, committed after every key that the engine does not enforce was
// proven. Errors: those of the spec, of seed::make, spec-database-mismatch, table-not-empty,
// orphan-rows, interrupted, lock-held.
Result<SeedReport> seed(const SeedRequest& request, const seed::ProgressSink& progress,
                        const CancelFlag& cancel);

}  // namespace dbx::app
