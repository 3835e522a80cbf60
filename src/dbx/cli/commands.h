// Every command, one function each in commands/<name>.cpp.
#pragma once

#include "dbx/cli/command.h"

namespace dbx::cli {

Command apply_command();
Command approve_command();
Command ask_command();
Command convert_command();
Command demo_command();
Command design_command();
Command diagram_command();
Command drift_command();
Command edit_command();
Command eval_command();
Command explain_command();
Command explain_row_command();
Command impact_command();
Command init_command();
Command inspect_command();
Command orchestrate_command();
Command plan_command();
Command report_command();
Command rollback_command();
Command runs_command();
Command sandbox_command();
Command schema_command();
Command seed_command();
Command status_command();
Command suggest_command();
Command teach_command();
Command validate_command();

// Helpers that several commands share.

// Appends one line a note to the problems of an outcome.
void append(Diagnostics& problems, Diagnostics notes);
// --database for commands that need a live one.
void add_database_option(CLI::App& app, std::string& url);

}  // namespace dbx::cli
