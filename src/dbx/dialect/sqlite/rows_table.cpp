// The callbacks of an eponymous module (https://www.sqlite.org/vtab.html): one cursor that walks
// the blocks of rows as they are made.
#include "dbx/dialect/sqlite/rows_table.h"

#include <fmt/format.h>

#include <atomic>
#include <exception>
#include <memory>
#include <vector>

#include "dbx/database/ahead.h"
#include "dbx/dialect/sqlite/cell.h"

namespace dbx::dialect::sqlite {
namespace {

constexpr std::int64_t kBlockRows = 2048;  // the most that RowSource::fill takes

using Batch = std::vector<database::ColumnBatch>;

struct Cursor {
  sqlite3_vtab_cursor base{};  // first, as SQLite wants it
  const database::RowSource* source = nullptr;
  std::vector<spec::Type> types;
  std::unique_ptr<database::Ahead<Batch>> ahead;
  const Batch* block = nullptr;
  std::int64_t row = 0;  // of the source
  std::size_t in_block = 0;
  std::size_t block_rows = 0;
};

}  // namespace

struct RowsTable::Job {
  const database::RowSource& source;
  database::LoadOptions options;
};

namespace {

struct Table {
  sqlite3_vtab base{};  // first, as SQLite wants it
  const database::RowSource* source = nullptr;
  database::LoadOptions options;
};

Table& table_of(sqlite3_vtab* table) { return *reinterpret_cast<Table*>(table); }
Cursor& cursor_of(sqlite3_vtab_cursor* cursor) { return *reinterpret_cast<Cursor*>(cursor); }

int disconnect(sqlite3_vtab* table) {
  delete &table_of(table);
  return SQLITE_OK;
}

int best_index(sqlite3_vtab* table, sqlite3_index_info* info) {
  info->estimatedRows = table_of(table).source->row_count();
  info->estimatedCost = static_cast<double>(info->estimatedRows);
  return SQLITE_OK;
}

int open(sqlite3_vtab* table, sqlite3_vtab_cursor** out) {
  auto cursor = std::make_unique<Cursor>();
  cursor->source = table_of(table).source;
  for (const database::BulkColumn& column : cursor->source->columns()) {
    cursor->types.push_back(column.type);
  }
  *out = &cursor.release()->base;
  return SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) {
  delete &cursor_of(cursor);
  return SQLITE_OK;
}

// The next block, or the end; what must not cross C code becomes a status.
int take_block(Cursor& cursor) {
  const database::LoadOptions& options = table_of(cursor.base.pVtab).options;
  if (options.cancel != nullptr && options.cancel->cancelled()) return SQLITE_INTERRUPT;
  if (options.rows_done != nullptr) {
    options.rows_done->fetch_add(static_cast<std::int64_t>(cursor.block_rows));
  }
  try {
    cursor.block = cursor.ahead->next();
  } catch (const std::exception&) {  // memory
    return SQLITE_NOMEM;
  }
  cursor.in_block = 0;
  cursor.block_rows =
      static_cast<std::size_t>(std::min(kBlockRows, cursor.source->row_count() - cursor.row));
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* base, int, const char*, int, sqlite3_value**) {
  Cursor& cursor = cursor_of(base);
  const database::RowSource& source = *cursor.source;
  const std::int64_t blocks = (source.row_count() + kBlockRows - 1) / kBlockRows;
  cursor.row = 0;
  cursor.block_rows = 0;
  cursor.ahead = std::make_unique<database::Ahead<Batch>>(
      blocks, table_of(base->pVtab).options.threads, [&source](std::int64_t block, Batch& batch) {
        batch.resize(source.columns().size());
        const std::int64_t begin = block * kBlockRows;
        source.fill({begin, std::min(kBlockRows, source.row_count() - begin)}, batch);
      });
  return take_block(cursor);
}

int next(sqlite3_vtab_cursor* base) {
  Cursor& cursor = cursor_of(base);
  ++cursor.row;
  if (++cursor.in_block < cursor.block_rows) return SQLITE_OK;
  return take_block(cursor);
}

int is_end(sqlite3_vtab_cursor* base) { return cursor_of(base).block == nullptr ? 1 : 0; }

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int number) {
  const Cursor& cursor = cursor_of(base);
  const auto at = static_cast<std::size_t>(number);
  set_result(context, cursor.types[at], (*cursor.block)[at], cursor.in_block);
  return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  *out = cursor_of(base).row;
  return SQLITE_OK;
}

}  // namespace

RowsTable::RowsTable(sqlite3* database, const database::RowSource& source,
                     const database::LoadOptions& options)
    : database_(database), job_(new Job{source, options}) {
  static std::atomic<std::uint64_t> counter{0};
  name_ = fmt::format("dbx_rows_{}", counter.fetch_add(1));
  static constexpr auto kConnect = [](sqlite3* connection, void* extra, int, const char* const*,
                                      sqlite3_vtab** out, char**) {
    const Job& job = *static_cast<Job*>(extra);
    std::string sql;
    for (std::size_t c = 0; c < job.source.columns().size(); ++c) {
      sql += fmt::format("{}c{}", sql.empty() ? "" : ", ", c);
    }
    const int declared =
        sqlite3_declare_vtab(connection, fmt::format("CREATE TABLE rows ({})", sql).c_str());
    if (declared != SQLITE_OK) return declared;
    *out = &(new Table{{}, &job.source, job.options})->base;
    return SQLITE_OK;
  };
  static const sqlite3_module kModule = [] {
    sqlite3_module module = {};  // no xCreate: it is there without being created
    module.xConnect = kConnect;
    module.xBestIndex = best_index;
    module.xDisconnect = disconnect;
    module.xOpen = open;
    module.xClose = close;
    module.xFilter = filter;
    module.xNext = next;
    module.xEof = is_end;
    module.xColumn = column;
    module.xRowid = row_id;
    return module;
  }();
  registered_ = sqlite3_create_module_v2(database, name_.c_str(), &kModule, job_,
                                         [](void* job) { delete static_cast<Job*>(job); });
}

RowsTable::~RowsTable() {
  sqlite3_create_module_v2(database_, name_.c_str(), nullptr, nullptr, nullptr);
}

}  // namespace dbx::dialect::sqlite
