// What a seed run is to do, found by looking at the ledger and at the tables: every reason not to
// load, before anything is written.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "dbx/app/seed.h"
#include "dbx/app/session.h"
#include "dbx/schema/schema.h"
#include "dbx/spec/spec.h"

namespace dbx::app {

struct SeedWork {
  seed::Pieces pieces;                              // to load, parents first
  seed::Loaded loaded;                              // recorded by earlier runs of the same seed
  std::map<std::string, seed::ContentHash> hashes;  // of it, by table
  bool clear = false;                               // delete the tables' rows first
  bool complete = false;  // all of it is there, and was proven by the run that ended it
};

// Reads only, in the open transaction. Errors: spec-database-mismatch, table-not-empty,
// seed-spec-changed, rows-unrecorded, nothing-to-resume, bad-shard.
Result<SeedWork> find_work(const Session& session, const SeedRequest& request,
                           const seed::SeedPlan& plan, const spec::Spec& spec,
                           const schema::Schema& live);

// Are all rows of the plan recorded?
Result<bool> is_complete(const Session& session, const seed::SeedPlan& plan,
                         const spec::Spec& spec);

// Waits, where another shard has them to load, until every table that others reference is there.
// Errors: shard-not-ready after lock.wait_seconds, interrupted.
Status wait_for_parents(const Session& session, const SeedRequest& request,
                        const seed::SeedPlan& plan, const spec::Spec& spec,
                        const CancelFlag& cancel);

}  // namespace dbx::app
