// Declaring them, and asking at a terminal.
#include "dbx/cli/commands/manner.h"

#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "dbx/base/text.h"

namespace dbx::cli {

void add_manner_options(CLI::App& app, app::ApplyManner& manner) {
  app.add_flag("--allow-breaking", manner.allow_breaking, "run steps that lose data");
  app.add_option("--confirm", manner.confirm,
                 "the database's name, typed beforehand, for steps that lose data");
  app.add_flag("--require-approval", manner.require_approval,
               "only with an approval (`dbx approve`) of this plan for this database")
      ->envname("DBX_REQUIRE_APPROVAL");
  app.add_flag("--create-backup", manner.create_backup,
               "copy what is touched, restore and compare the copy, before data is lost");
  app.add_option("--backup-path", manner.backup_path, "where the copy goes (backups/...)");
  app.add_option("--lock-wait", manner.lock.wait_seconds,
                 "seconds to wait for another migration to end")
      ->check(CLI::Range(0.0, 86400.0))
      ->capture_default_str();
  app.add_option("--lock-timeout", manner.lock.statement_seconds,
                 "seconds that a statement waits for locks of others, at each attempt")
      ->check(CLI::Range(0.001, 86400.0))
      ->capture_default_str();
  app.add_option("--lock-attempts", manner.lock.attempts, "attempts, with pauses of random length")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
}

void ask_at_terminal(app::ApplyManner& manner, const Environment& environment) {
  if (environment.json || !manner.confirm.empty() || ::isatty(STDIN_FILENO) == 0) return;
  manner.ask = [](const std::string& database) {
    std::fprintf(stderr,
                 "This loses data. Type the database's name (%s) to go on: ", database.c_str());
    std::string typed;
    std::getline(std::cin, typed);
    return std::string(text::trim(typed));
  };
}

Json to_json(const app::ApplyReport& report) {
  Json json = {{"id", report.id},
               {"database", report.database},
               {"already_applied", report.applied.already},
               {"resumed", report.applied.resumed},
               {"steps", report.applied.steps},
               {"backup", nullptr}};
  if (!report.backup.empty()) json["backup"] = report.backup;
  return json;
}

}  // namespace dbx::cli
