// A database that a command works on: its dialect, a connection, the spec its ledger records.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/dialect/dialect.h"
#include "dbx/spec/spec.h"

namespace dbx::app {

struct Session {
  const dialect::Dialect* dialect = nullptr;
  std::unique_ptr<database::Connection> connection;
};

// The URL to use: `given`, else DBX_DATABASE, else duckdb:warehouse.duckdb.
std::string database_url(const std::string& given);

Result<Session> open(const std::string& url, dialect::Access access, bool create);

// The spec of the last migration that recorded one; nothing for a database that dbx never changed.
Result<std::optional<std::string>> recorded_spec(database::Connection& connection);
// The spec to work with: the file where one is given, else the recorded one.
Result<spec::Spec> spec_of(const std::string& path, database::Connection& connection,
                           Diagnostics& notes);

}  // namespace dbx::app
