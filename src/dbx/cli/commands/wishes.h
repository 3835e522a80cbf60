// Options that say which rows a seed has: the same for every command that makes rows.
#pragma once

#include <string>
#include <vector>

#include "dbx/app/seed_plan.h"
#include "dbx/cli/command.h"

namespace dbx::cli {

struct WishOptions {
  app::SeedWishes wishes;
  std::vector<std::string> rows;     // table=count
  std::vector<std::string> locales;  // de, or de=0.7
};

void add_wish_options(CLI::App& app, WishOptions& options);
// Errors: bad-row-count.
Result<app::SeedWishes> read_wishes(const WishOptions& options);

}  // namespace dbx::cli
