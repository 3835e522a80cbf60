// Statements of a dialect as steps of a migration.
#pragma once

#include <vector>

#include "dbx/dialect/dialect.h"
#include "dbx/migrate/migration.h"

namespace dbx::app {

inline std::vector<migrate::Step> to_steps(std::vector<dialect::Statement> statements) {
  std::vector<migrate::Step> steps;
  for (dialect::Statement& statement : statements) {
    steps.push_back({std::move(statement.kind), std::move(statement.object), statement.risk,
                     std::move(statement.sql), statement.transactional});
  }
  return steps;
}

}  // namespace dbx::app
