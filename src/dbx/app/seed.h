// Filling a database with rows.
#pragma once

#include <string>
#include <vector>

#include "dbx/app/seed_plan.h"
#include "dbx/base/cancel.h"
#include "dbx/base/result.h"
#include "dbx/migrate/lock.h"
#include "dbx/seed/seed.h"
#include "dbx/seed/units.h"

namespace dbx::app {

// What to do with tables that hold rows already.
enum class OnRows {
  kRefuse,   // unless a seed of the same rows was cut off: then go on with it
  kReplace,  // delete the rows of every table first
  kAppend,   // add what this seed has and the recorded one had not: more rows, later days
  kResume,   // go on with a seed that was cut off; refuse where there is none
};

struct SeedRequest {
  std::string target;    // a spec file; empty: the spec recorded in the database
  std::string database;  // URL
  SeedWishes wishes;
  unsigned threads = 0;  // 0: one a core
  OnRows on_rows = OnRows::kRefuse;
  seed::Shard shard;
  std::int64_t rows_per_load = 0;  // in one transaction; 0: as the engine likes it
  migrate::LockOptions lock;
  bool dry_run = false;  // plan only: counts, generators, sample rows
};

struct SeedReport {
  std::string database;  // redacted URL
  seed::SeedPlan plan;
  seed::Options options;
  std::vector<seed::LoadedTable> loaded = {};  // by this run; empty after a dry run
  std::int64_t spoiled = 0;                    // cells and rows, listed in db_assistant_truth
  std::int64_t rows_before = 0;                // of the same seed, loaded earlier
  bool complete = true;                        // false: other shards are still to come
  double seconds = 0;
  std::string content_hash = {};  // of all tables, with what was there before
  Diagnostics notes = {};
};

// Loads in transactions of rows_per_load rows, a small seed in one. Each is all or nothing and
// recorded with its rows (migrate/seed_ledger.h), so that a run that was killed is gone on with by
// the same call; the last proves every key that the engine does not enforce. Errors: those of the
// spec, of seed::make, spec-database-mismatch, table-not-empty, seed-spec-changed,
// rows-unrecorded, nothing-to-resume, shard-not-ready, orphan-rows, interrupted, lock-held.
Result<SeedReport> seed(const SeedRequest& request, const seed::ProgressSink& progress,
                        const CancelFlag& cancel);

// What a seed into a database and one into files have in common.
unsigned threads_for(unsigned wanted);  // 0: one a core
// Of all tables, in their order: 32 hexadecimal digits.
std::string hash_of_all(const std::vector<seed::LoadedTable>& tables);

}  // namespace dbx::app
