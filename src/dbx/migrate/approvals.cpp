// Giving, finding and using approvals up.
#include "dbx/migrate/approvals.h"

#include <fmt/format.h>

#include "dbx/base/clock.h"
#include "dbx/base/hash.h"
#include "dbx/migrate/layout.h"

namespace dbx::migrate {
namespace {

using database::Connection;
using database::Value;

std::string hash_of(const Approval& approval) {
  return sha256(fmt::format("{}\n{}\n{}\n{}", approval.plan_hash, approval.fingerprint,
                            approval.target, approval.expires_at));
}

// Empty: it holds.
std::string why_not(const Approval& approval, const std::string& used_at,
                    const std::string& fingerprint, const std::string& target) {
  if (approval.hash != hash_of(approval)) return "the approval's row was changed";
  if (!used_at.empty()) return "it was used on " + used_at;
  if (approval.target != target) return "it is for another database";
  if (approval.expires_at <= utc_now()) return "it ended on " + approval.expires_at;
  if (approval.fingerprint != fingerprint) return "the database has changed since it was given";
  return {};
}

}  // namespace

Status approve(Connection& connection, Approval& approval) {
  DBX_TRY(const auto last,
          connection.query("SELECT coalesce(max(id), 0) FROM db_assistant_approvals"));
  approval.id = number_or_zero(last.rows.at(0).at(0)) + 1;
  approval.approved_at = utc_now();
  approval.hash = hash_of(approval);
  const Value values[] = {approval.id,          approval.plan_hash,  approval.fingerprint,
                          approval.target,      approval.expires_at, approval.approved_by,
                          approval.approved_at, approval.hash};
  return connection.execute(
      "INSERT INTO db_assistant_approvals (id, plan_hash, fingerprint, target, expires_at, "
      "approved_by, approved_at, approval_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      values);
}

Result<Approval> find_approval(Connection& connection, const std::string& plan_hash,
                               const std::string& fingerprint) {
  DBX_TRY(const std::int64_t version, ledger_version(connection));
  DBX_TRY(const std::string target, target_id(connection));
  std::string why = "nobody has approved it";
  database::ResultSet found;
  if (version >= 2) {
    const Value values[] = {plan_hash};
    DBX_TRY(found, connection.query(
                       "SELECT id, fingerprint, target, expires_at, approved_by, approved_at, "
                       "approval_hash, used_at FROM db_assistant_approvals WHERE plan_hash = $1 "
                       "ORDER BY id DESC",
                       values));
  }
  for (const auto& cells : found.rows) {
    Approval approval;
    approval.id = number_or_zero(cells[0]);
    approval.plan_hash = plan_hash;
    approval.fingerprint = text_or_empty(cells[1]);
    approval.target = text_or_empty(cells[2]);
    approval.expires_at = text_or_empty(cells[3]);
    approval.approved_by = text_or_empty(cells[4]);
    approval.approved_at = text_or_empty(cells[5]);
    approval.hash = text_or_empty(cells[6]);
    const std::string reason = why_not(approval, text_or_empty(cells[7]), fingerprint, target);
    if (reason.empty()) return approval;
    // The newest one's reason is the one to tell.
    if (&cells == &found.rows.front()) {
      why = fmt::format("the approval of {} does not hold: {}", approval.approved_by, reason);
    }
  }
  return fail(Code::kNeedsApproval, "this plan needs an approval, and " + why,
              "`dbx approve FILE` gives one for the database as it is now");
}

Status check_used_approval(Connection& connection, const std::string& plan_hash,
                           const std::string& begun_at) {
  const Value values[] = {plan_hash, begun_at};
  DBX_TRY(const auto found,
          connection.query("SELECT 1 FROM db_assistant_approvals WHERE plan_hash = "
                           "$1 AND used_at >= $2",
                           values));
  if (!found.rows.empty()) return {};
  return fail(Code::kNeedsApproval, "this migration was begun without an approval",
              "`dbx rollback` undoes the part; approve it then, and apply it anew");
}

Status use_approval(Connection& connection, const Approval& approval, const std::string& who) {
  const Value values[] = {utc_now(), who, approval.id};
  return connection.execute(
      "UPDATE db_assistant_approvals SET used_at = $1, used_by = $2 WHERE id = $3", values);
}

}  // namespace dbx::migrate
