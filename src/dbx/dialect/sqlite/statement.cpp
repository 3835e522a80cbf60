// Binding and reading, type by type.
#include "dbx/dialect/sqlite/statement.h"

#include <fmt/format.h>

#include "dbx/base/text.h"

namespace dbx::dialect::sqlite {

using database::Value;

int bind(sqlite3_stmt* statement, int position, const Value& value) {
  struct Binder {
    sqlite3_stmt* statement;
    int position;
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, position); }
    int operator()(bool truth) const { return sqlite3_bind_int(statement, position, truth); }
    int operator()(std::int64_t number) const {
      return sqlite3_bind_int64(statement, position, number);
    }
    int operator()(double number) const { return sqlite3_bind_double(statement, position, number); }
    int operator()(const std::string& text) const {
      return sqlite3_bind_text64(statement, position, text.data(), text.size(), SQLITE_TRANSIENT,
                                 SQLITE_UTF8);
    }
  };
  return std::visit(Binder{statement, position}, value);
}

Value read_cell(sqlite3_stmt* statement, int column) {
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
      return std::monostate{};
    case SQLITE_INTEGER:
      return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    default: {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
      return bytes == nullptr ? std::string() : std::string(bytes, size);
    }
  }
}

Diagnostic statement_error(sqlite3* database, std::string_view sql) {
  const int code = sqlite3_errcode(database);
  Diagnostic diagnostic;
  diagnostic.code = Code::kQueryFailed;
  if (code == SQLITE_FULL || (code == SQLITE_IOERR && sqlite3_system_errno(database) != 0)) {
    diagnostic.code = Code::kNoSpace;
  }
  if (code == SQLITE_INTERRUPT) diagnostic.code = Code::kInterrupted;
  if (code == SQLITE_BUSY) diagnostic.code = Code::kDatabaseLocked;
  if (code == SQLITE_NOTADB) diagnostic.code = Code::kNotADatabase;
  diagnostic.message = sqlite3_errmsg(database);
  if (diagnostic.code == Code::kQueryFailed) {
    const std::string_view start = text::trim(sql).substr(0, 200);
    diagnostic.hint = fmt::format("the statement begins: {}", start.substr(0, start.find('\n')));
  }
  return diagnostic;
}

}  // namespace dbx::dialect::sqlite
