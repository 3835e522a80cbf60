// The copy that is taken before data is lost: which tables, and where it goes.
#pragma once

#include <string>

#include "dbx/base/result.h"
#include "dbx/dialect/dialect.h"
#include "dbx/migrate/migration.h"

namespace dbx::app {

// Takes, restores and compares it (Dialect::back_up) and returns its path: `path`, else
// backups/<database>-<migration>-<time>.<ending>. Errors: backup-failed, file-exists.
Result<std::string> back_up(const dialect::Dialect& dialect, database::Connection& connection,
                            const std::string& url, const migrate::Migration& migration,
                            const schema::Schema& live, const std::string& path);

// The tables of `live` that a step of the migration with high risk is about, with the types that
// they are of.
schema::Schema touched_by(const migrate::Migration& migration, const schema::Schema& live);

}  // namespace dbx::app
