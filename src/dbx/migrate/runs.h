// The audit: db_assistant_runs, one row for every phase of work that dbx did on the database,
// written before the work begins and finished with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/database/database.h"

namespace dbx::migrate {

struct Run {
  std::int64_t sequence = 0;
  std::string phase;   // apply, rollback, approve, backup, seed
  std::string status;  // started, done, failed; lost: the process ended before it could say
  std::string started_at;
  std::string finished_at;
  double seconds = 0;
  std::optional<std::int64_t> rows;
  std::optional<std::string> seed;  // the number that determines every cell
  std::string content_hash;         // of the rows that a seed run loaded
  std::string details;              // the migration's id; JSON: per table rows, seconds, hash
  std::string who;
  std::string tool_version;
  std::optional<std::int64_t> tokens;  // of a language model
  std::optional<double> cost;          // of it, in US dollars
};

// Whether nobody else can be at work: then runs that never said how they ended are over.
enum class Alone { kYes, kNo };
// Begins the run, committed before anything else is: who is about to do what. Status, version and,
// where it is empty, the start are filled in. In a transaction of its own.
Status start_run(database::Connection& connection, Run& run, Alone alone);
// Ends it as failed, as well as can be: the session may be gone. `where` opens the details; may be
// empty.
void fail_run(database::Connection& connection, Run run, std::string_view where,
              const Diagnostics& problems);

// Fills in the sequence; the ledger's tables must be there (layout.h). In the open transaction.
Status append_run(database::Connection& connection, Run& run);
// What was not known when it was appended: status, finished_at, seconds, rows, hash, details.
Status finish_run(database::Connection& connection, const Run& run);
// Runs that never said how they ended: whoever holds the migration lock knows that they are over.
Status close_lost_runs(database::Connection& connection);
Result<std::vector<Run>> read_runs(database::Connection& connection);

}  // namespace dbx::migrate
