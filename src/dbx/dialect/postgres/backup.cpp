// The rows of tables as a file of SQL that psql restores: their types, their columns, COPY blocks.
// Restored into a database of its own, compared, and that database dropped.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "dbx/base/clock.h"
#include "dbx/base/text.h"
#include "dbx/dialect/postgres/connection.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/row_sums.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Schema;
using schema::Table;

constexpr std::string_view kEndOfRows = "\\.";

tl::unexpected<Diagnostics> failed(std::string why) {
  return fail(Code::kBackupFailed, std::move(why), "nothing destructive was run");
}

// What holds the rows and nothing else: columns and the types that they are of.
Schema bare(const Schema& schema) {
  Schema result;
  result.namespaces = schema.namespaces;
  result.enums = schema.enums;
  for (const schema::Object& object : schema.objects) {
    const bool is_type = object.kind == spec::ObjectKind::kDomain ||
                         object.kind == spec::ObjectKind::kType ||
                         object.kind == spec::ObjectKind::kExtension;
    if (is_type) result.objects.push_back(object);
  }
  for (const Table& table : schema.tables) {
    Table& copy = result.tables.emplace_back();
    copy.schema = table.schema;
    copy.name = table.name;
    for (const schema::Column& column : table.columns) {
      if (!column.generated.empty()) continue;
      schema::Column& plain = copy.columns.emplace_back();
      plain.name = column.name;
      plain.type = column.type;
      plain.collation = column.collation;
    }
  }
  return result;
}

class File {
 public:
  explicit File(const std::string& path) : file_(std::fopen(path.c_str(), "wb")) {}
  ~File() {
    if (file_ != nullptr) std::fclose(file_);
  }
  bool write(std::string_view bytes) {
    return file_ != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size();
  }
  bool close() {
    const bool closed = file_ != nullptr && std::fclose(file_) == 0;
    file_ = nullptr;
    return closed;
  }

 private:
  std::FILE* file_;
};

Status copy_out(PostgresConnection& connection, const Table& table, File& file) {
  const std::string name = quote(schema::name_of(table));
  const std::string columns = column_list(instance(), table, true);
  const bool written = file.write(fmt::format("COPY {} ({}) FROM stdin;\n", name, columns));
  const std::string sql = fmt::format("COPY (SELECT {} FROM {}) TO STDOUT", columns, name);
  const ResultHandle started(PQexec(connection.raw(), sql.c_str()));
  if (PQresultStatus(started.get()) != PGRES_COPY_OUT) {
    return fail(connection.error(started.get(), "while backing up " + name, sql));
  }
  bool whole = written;
  char* line = nullptr;
  int size = 0;
  while ((size = PQgetCopyData(connection.raw(), &line, 0)) > 0) {
    whole = whole && file.write({line, static_cast<std::size_t>(size)});
    PQfreemem(line);
  }
  Status ended;
  while (const ResultHandle result{PQgetResult(connection.raw())}) {
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) continue;
    ended = fail(connection.error(result.get(), "while backing up " + name, sql));
  }
  if (!ended) return ended;
  if (whole && file.write(fmt::format("{}\n\n", kEndOfRows))) return {};
  return fail(Code::kNoSpace, "the backup cannot be written");
}

Status write_file(PostgresConnection& connection, const Schema& tables, const std::string& path) {
  DBX_TRY(const plan::Plan creation, plan::make({}, tables));
  DBX_TRY(const auto statements, write_plan(creation));
  File file(path);
  if (!file.write(fmt::format("-- dbx backup of {}, {}\n-- restore with: psql -f FILE\n",
                              PQdb(connection.raw()), utc_now()))) {
    return failed(fmt::format("'{}' cannot be written", path));
  }
  for (const Statement& statement : statements) file.write(statement.sql + ";\n");
  for (const Table& table : tables.tables) {
    DBX_CHECK_OK(copy_out(connection, table, file));
  }
  if (file.close()) return {};
  return fail(Code::kNoSpace, fmt::format("'{}' cannot be written", path));
}

Status copy_in(PostgresConnection& connection, const std::string& sql, std::istream& lines) {
  const ResultHandle started(PQexec(connection.raw(), sql.c_str()));
  if (PQresultStatus(started.get()) != PGRES_COPY_IN) {
    return fail(connection.error(started.get(), "while restoring the backup", sql));
  }
  std::string line;
  bool ended = false;
  while (!ended && std::getline(lines, line)) {
    ended = line == kEndOfRows;
    line += '\n';
    if (!ended) PQputCopyData(connection.raw(), line.data(), static_cast<int>(line.size()));
  }
  PQputCopyEnd(connection.raw(), ended ? nullptr : "the file is cut off");
  Status status;
  while (const ResultHandle result{PQgetResult(connection.raw())}) {
    if (PQresultStatus(result.get()) == PGRES_COMMAND_OK) continue;
    status = fail(connection.error(result.get(), "while restoring the backup", sql));
  }
  return status;
}

// As psql would: statements up to a line that ends with a semicolon, COPY with the rows after it.
Status restore(PostgresConnection& connection, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string statement;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("--") || line.empty()) continue;
    statement += (statement.empty() ? "" : "\n") + line;
    if (!statement.ends_with(';')) continue;
    DBX_CHECK_OK(statement.starts_with("COPY ") ? copy_in(connection, statement, file)
                                                : connection.execute(statement, {}));
    statement.clear();
  }
  if (statement.empty() && file.eof()) return {};
  return failed(fmt::format("'{}' is cut off", path));
}

Status take(PostgresConnection& connection, std::string_view url, const Schema& tables,
            const std::string& path) {
  for (const Table& table : tables.tables) {
    DBX_CHECK_OK(connection.execute(
        fmt::format("LOCK TABLE {} IN SHARE MODE", quote(schema::name_of(table))), {}));
  }
  DBX_CHECK_OK(write_file(connection, tables, path));
  DBX_TRY(Sandbox scratch, instance().sandbox(url));
  auto& restored = static_cast<PostgresConnection&>(scratch.connection());
  DBX_CHECK_OK(restore(restored, path));
  return compare_rows(instance(), connection, restored, tables);
}

}  // namespace

Result<RowSum> row_sum(database::Connection& connection, const Table& table) {
  DBX_TRY(const auto found,
          connection.query(fmt::format(
              "SELECT count(*), coalesce(sum(('x' || pg_catalog.left(pg_catalog.md5(ROW({})::text)"
              ", 15))::bit(60)::bigint::numeric), 0)::text FROM {}",
              column_list(instance(), table, false), quote(schema::name_of(table)))));
  const auto& cells = found.rows.at(0);
  return RowSum{text::to_int64(database::to_text(cells[0])).value_or(0),
                database::to_text(cells[1])};
}

Status back_up(database::Connection& connection, std::string_view url, const Schema& tables,
               const std::string& path) {
  Status done = take(static_cast<PostgresConnection&>(connection), url, bare(tables), path);
  return keep_or_discard(std::move(done), path);
}

}  // namespace dbx::dialect::postgres
