// The options that apply and rollback share.
#pragma once

#include "dbx/app/apply.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {

void add_manner_options(CLI::App& app, app::ApplyManner& manner);
// Lets a person at a terminal type the database's name; elsewhere --confirm or nothing.
void ask_at_terminal(app::ApplyManner& manner, const Environment& environment);
// Facts of a run that both print.
Json to_json(const app::ApplyReport& report);

}  // namespace dbx::cli
