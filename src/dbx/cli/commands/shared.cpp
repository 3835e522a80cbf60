// Small pieces that several commands use.
#include "dbx/cli/commands.h"

namespace dbx::cli {

void append(Diagnostics& problems, Diagnostics notes) {
  for (Diagnostic& note : notes) problems.push_back(std::move(note));
}

void add_database_option(CLI::App& app, std::string& url) {
  app.add_option("--database", url,
                 "the database's URL, for example duckdb:warehouse.duckdb (default: DBX_DATABASE, "
                 "else that)");
}

}  // namespace dbx::cli
