// INSERT ... SELECT from a virtual table of the rows.
#include "dbx/dialect/sqlite/bulk.h"

#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/rows_table.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

std::string insert_text(const database::RowSource& source, const std::string& rows) {
  std::vector<std::string> names;
  std::vector<std::string> values;
  for (const database::BulkColumn& column : source.columns()) {
    values.push_back(fmt::format("c{}", names.size()));
    names.push_back(quote(column.name));
  }
  return fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", quote(source.table()),
                     text::join(names, ", "), text::join(values, ", "), rows);
}

class Loader final : public database::BulkLoader {
 public:
  explicit Loader(SqliteConnection& connection) : connection_(connection) {}

  Status load(const database::RowSource& source, const database::LoadOptions& options) override {
    if (source.columns().empty() || source.row_count() == 0) return {};
    const RowsTable rows(connection_.raw(), source, options);
    if (rows.registered() != SQLITE_OK) return failure(source, rows.registered());
    const std::string sql = insert_text(source, rows.name());
    const int done = sqlite3_exec(connection_.raw(), sql.c_str(), nullptr, nullptr, nullptr);
    return done == SQLITE_OK ? Status() : failure(source, done);
  }

 private:
  Status failure(const database::RowSource& source, int status) const {
    const int primary = status & 0xFF;
    const Code code = primary == SQLITE_FULL || primary == SQLITE_IOERR ? Code::kNoSpace
                      : primary == SQLITE_INTERRUPT                     ? Code::kInterrupted
                                                                        : Code::kQueryFailed;
    if (code == Code::kInterrupted) {
      return fail(code, fmt::format("interrupted while loading {}", source.table()));
    }
    return fail(code,
                fmt::format("loading {}: {}", source.table(), sqlite3_errmsg(connection_.raw())));
  }

  SqliteConnection& connection_;
};

}  // namespace

std::unique_ptr<database::BulkLoader> make_bulk_loader(SqliteConnection& connection) {
  return std::make_unique<Loader>(connection);
}

}  // namespace dbx::dialect::sqlite
