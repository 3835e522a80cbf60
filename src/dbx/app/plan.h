// From a spec to a migration file: what would change, in which order, how dangerous it is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dbx/app/prove.h"
#include "dbx/app/rehearsal.h"
#include "dbx/base/result.h"
#include "dbx/migrate/migration.h"

namespace dbx::app {

struct PlanRequest {
  std::string target;    // a spec file, a database URL or a file of SQL
  std::string current;   // likewise; empty: the database
  std::string database;  // URL; a database that does not exist yet is an empty one
  std::string engine;    // with `current`: the dialect's name; empty: the database's
  std::string out;       // M.sql; empty: nothing is written. M.down.sql stands beside it.
  bool allow_breaking = false;
  bool online = false;        // by statements during which others go on, where the engine has them
  std::optional<bool> prove;  // on a sandbox, with rows; empty: where the engine is embedded
  bool impact_meta = false;   // M.sql.impact.json beside M.sql
  bool rehearse = false;      // on sandboxes of growing size: how long will it take?
};

struct PlannedChange {
  std::string kind;
  std::string object;
  std::string risk;
  std::string reason;
};

struct Planned {
  migrate::Migration forward;
  migrate::Migration down;
  std::vector<PlannedChange> changes;
  std::vector<PlannedChange> left_out;  // destructive, without --allow-breaking
  bool meaning_only = false;            // nothing physical, but the recorded spec would change
  Diagnostics notes;
  std::vector<std::string> written;  // files
  plan::Plan whole;                  // what `forward` says in SQL
  std::optional<Proof> proof;
  std::optional<Rehearsal> rehearsal;

  bool empty() const { return changes.empty() && !meaning_only; }
};

// Errors: those of the spec, of the database, unsupported-change. Nothing is written then.
// proof-failed: the plan was tried and did not do what it should.
// cannot-rehearse: there are no row counts, or its start cannot be filled.
// usage: impact_meta without out, online for an engine that has no such statements.
Result<Planned> plan(const PlanRequest& request);

}  // namespace dbx::app
