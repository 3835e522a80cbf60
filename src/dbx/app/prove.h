// Trying a plan before anybody relies on it: on a sandbox that looks like its start and has rows,
// forward to the target, back to the start, with the values of what stays compared.
#pragma once

#include <cstdint>
#include <string>

#include "dbx/base/result.h"
#include "dbx/dialect/dialect.h"
#include "dbx/migrate/migration.h"
#include "dbx/plan/plan.h"

namespace dbx::app {

struct Proof {
  bool forward = false;     // the target was reached
  bool back = false;        // and the start again
  std::int64_t tables = 0;  // that had rows
  std::int64_t rows = 0;
  std::string rows_problem;  // not empty: it works on empty tables only; why
};

// `url`: where the server is, for an engine that has one. Errors: proof-failed, saying at which
// step or where the schemas differ; those of the sandbox.
Result<Proof> prove(const dialect::Dialect& dialect, const std::string& url, const plan::Plan& plan,
                    const migrate::Migration& forward, const migrate::Migration& down);

}  // namespace dbx::app
