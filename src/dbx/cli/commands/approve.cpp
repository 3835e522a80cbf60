// dbx approve: let one plan run on one database, as it is now, once.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/apply.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

Outcome run(const app::ApproveRequest& request) {
  auto approval = app::approve(request);
  if (!approval) return failed(std::move(approval).error());
  Outcome outcome;
  outcome.data = {{"id", approval->id},
                  {"plan", approval->plan_hash},
                  {"fingerprint", approval->fingerprint},
                  {"target", approval->target},
                  {"expires_at", approval->expires_at},
                  {"approved_by", approval->approved_by},
                  {"hash", approval->hash}};
  outcome.text = fmt::format(
      "approval {} by {}: plan {} may run once on this database as it is now, until {}\n",
      approval->id, approval->approved_by, approval->plan_hash.substr(0, 12), approval->expires_at);
  return outcome;
}

Action declare(CLI::App& app) {
  auto request = std::make_shared<app::ApproveRequest>();
  app.add_option("migration", request->file, "the M.sql that `dbx plan` wrote")->required();
  add_database_option(app, request->database);
  app.add_option("--hours", request->hours, "how long it holds")->capture_default_str();
  return [request](Environment&) { return run(*request); };
}

}  // namespace

Command approve_command() {
  return {"approve", "let a plan run once on a database as it is now",
          "  dbx approve migrations/0002_less.sql --hours 8\n"
          "  dbx apply migrations/0002_less.sql --require-approval --allow-breaking",
          declare};
}

}  // namespace dbx::cli
