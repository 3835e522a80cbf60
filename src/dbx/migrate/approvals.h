// Approvals: one person says that one plan may run on one database as it is now, once, until a time
// (reliability, I2). Rows of db_assistant_approvals, in the database that they are about.
#pragma once

#include <cstdint>
#include <string>

#include "dbx/base/result.h"
#include "dbx/database/database.h"

namespace dbx::migrate {

struct Approval {
  std::int64_t id = 0;
  std::string plan_hash;
  std::string fingerprint;  // of the schema that was looked at
  std::string target;       // target_id()
  std::string expires_at;   // UTC, ISO 8601
  std::string approved_by;
  std::string approved_at;
  // SHA-256(plan hash | fingerprint | target | expiry): an edited row approves nothing.
  std::string hash;
};

// Fills in id, approved_at and hash, and writes the row, in the open transaction; the ledger's
// tables must be there.
Status approve(database::Connection& connection, Approval& approval);
// One that holds now, or needs-approval saying why those that there are do not.
Result<Approval> find_approval(database::Connection& connection, const std::string& plan_hash,
                               const std::string& fingerprint);
// For a migration that is gone on with: was one used when it began? Errors: needs-approval.
Status check_used_approval(database::Connection& connection, const std::string& plan_hash,
                           const std::string& begun_at);
// It is used up when the open transaction commits.
Status use_approval(database::Connection& connection, const Approval& approval,
                    const std::string& who);

}  // namespace dbx::migrate
