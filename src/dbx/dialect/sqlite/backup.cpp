// A copy of the whole file by SQLite's own backup, opened again and compared.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/row_sums.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

tl::unexpected<Diagnostics> failed(std::string why) {
  return fail(Code::kBackupFailed, std::move(why), "nothing destructive was run");
}

Status copy(sqlite3* from, const std::string& path) {
  sqlite3* to = nullptr;
  const int opened = sqlite3_open(path.c_str(), &to);
  sqlite3_backup* backup =
      opened == SQLITE_OK ? sqlite3_backup_init(to, "main", from, "main") : nullptr;
  if (backup != nullptr) {
    sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
  }
  const int code = sqlite3_errcode(to);
  const std::string words = sqlite3_errmsg(to);
  sqlite3_close(to);
  if (code == SQLITE_OK) return {};
  return failed(fmt::format("'{}' cannot be written: {}", path, words));
}

Status check(database::Connection& original, const schema::Schema& tables,
             const std::string& path) {
  ConnectOptions options;
  options.access = Access::kReadOnly;
  DBX_TRY(const auto restored, connect("sqlite:" + path, options));
  DBX_TRY(const auto sound, restored->query("PRAGMA integrity_check", {}));
  const std::string said = sound.rows.empty() ? "" : database::to_text(sound.rows[0][0]);
  if (said != "ok") return failed(fmt::format("the copy in '{}' is not sound: {}", path, said));
  return compare_rows(instance(), original, *restored, tables);
}

}  // namespace

Result<RowSum> row_sum(database::Connection& connection, const schema::Table& table) {
  const std::string hash = fmt::format("dbx_hash({})", column_list(instance(), table, false));
  DBX_TRY(const auto found,
          connection.query(fmt::format(
              "SELECT count(*), coalesce(sum({0} >> 32), 0), coalesce(sum({0} & 4294967295), 0) "
              "FROM {1}",
              hash, quote(table.name))));
  const auto& cells = found.rows.at(0);
  return RowSum{text::to_int64(database::to_text(cells[0])).value_or(0),
                database::to_text(cells[1]) + "." + database::to_text(cells[2])};
}

Status back_up(database::Connection& connection, const schema::Schema& tables,
               const std::string& path) {
  auto& session = static_cast<SqliteConnection&>(connection);
  Status done = copy(session.raw(), path);
  if (done) done = check(connection, tables, path);
  return keep_or_discard(std::move(done), path);
}

}  // namespace dbx::dialect::sqlite
