// Loading a RowSource through COPY FROM STDIN: blocks of rows become bytes on threads of their own
// while the session sends earlier ones.
#include "dbx/dialect/postgres/bulk.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "dbx/database/ahead.h"
#include "dbx/dialect/postgres/bulk_rows.h"
#include "dbx/dialect/postgres/postgres.h"

namespace dbx::dialect::postgres {
namespace {

constexpr std::int64_t kBatchRows = 2048;  // the most that RowSource::fill takes

std::vector<std::string> names_of(const database::RowSource& source) {
  std::vector<std::string> names;
  for (const database::BulkColumn& column : source.columns()) names.push_back(column.name);
  return names;
}

class BulkLoader final : public database::BulkLoader {
 public:
  explicit BulkLoader(PostgresConnection& connection) : connection_(connection) {}

  Status load(const database::RowSource& source, const database::LoadOptions& options) override {
    if (source.columns().empty() || source.row_count() == 0) return {};
    doing_ = fmt::format("while loading {}", source.table());
    DBX_TRY(table_, find_table(source.table()));
    DBX_TRY(const RowWriter writer, make_writer(source));
    copy_ = fmt::format("COPY {} ({}) FROM STDIN{}", quote(table_), quote_list(names_of(source)),
                        writer.is_binary() ? " WITH (FORMAT binary)" : "");
    const ResultHandle started(PQexec(connection_.raw(), copy_.c_str()));
    if (PQresultStatus(started.get()) != PGRES_COPY_IN) {
      return fail(connection_.error(started.get(), doing_, copy_));
    }
    const bool sent = send_rows(source, options, writer);
    const bool cancelled = options.cancel != nullptr && options.cancel->cancelled();
    return finish(source, sent, cancelled);
  }

 private:
  // A source knows its table by name alone: it is in public, or in the only other schema that has
  // one of the name.
  Result<schema::Name> find_table(const std::string& name) {
    const database::Value parameters[] = {name};
    DBX_TRY(const Rows rows,
            connection_.read(
                fmt::format("where {} is", name),
                "SELECT n.nspname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON "
                "n.oid = c.relnamespace WHERE c.relname = $1 AND c.relkind IN ('r', 'p') AND "
                "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY "
                "n.nspname <> 'public'",
                parameters));
    const bool elsewhere = rows.count() == 1 && rows.text(0, 0) != "public";
    return schema::Name{elsewhere ? rows.string(0, 0) : std::string(), name};
  }

  // What the table's columns are decides how a value is sent: the source may say INT where the
  // table has bigint.
  Result<RowWriter> make_writer(const database::RowSource& source) {
    DBX_TRY(const Rows rows,
            connection_.read(fmt::format("the columns of {}", source.table()),
                             fmt::format("SELECT {} FROM {} LIMIT 0", quote_list(names_of(source)),
                                         quote(table_))));
    std::vector<spec::Type> types;
    std::vector<Encoding> encodings;
    for (const database::BulkColumn& column : source.columns()) {
      encodings.push_back(
          choose_encoding(column.type, rows.column_type(static_cast<int>(types.size()))));
      types.push_back(column.type);
    }
    return RowWriter(std::move(types), std::move(encodings));
  }

  // False where it ended early: cancelled, or the server takes no more (finish() says why).
  bool send_rows(const database::RowSource& source, const database::LoadOptions& options,
                 const RowWriter& writer) {
    std::string frame;
    writer.begin(frame);
    if (!send(frame)) return false;
    const std::int64_t blocks = (source.row_count() + kBatchRows - 1) / kBatchRows;
    database::Ahead<Encoded> ahead(blocks, options.threads, [&](std::int64_t block, Encoded& made) {
      encode(source, block * kBatchRows, writer, made);
    });
    while (const Encoded* made = ahead.next()) {
      if (options.cancel != nullptr && options.cancel->cancelled()) return false;
      if (!send(made->bytes)) return false;
      if (options.rows_done != nullptr) options.rows_done->fetch_add(made->rows);
    }
    frame.clear();
    writer.end(frame);
    return send(frame);
  }

  // A block of rows as COPY reads it.
  struct Encoded {
    std::vector<database::ColumnBatch> batch;
    std::string bytes;
    std::int64_t rows = 0;
  };

  static void encode(const database::RowSource& source, std::int64_t begin, const RowWriter& writer,
                     Encoded& made) {
    made.batch.resize(source.columns().size());
    made.rows = std::min(kBatchRows, source.row_count() - begin);
    source.fill({begin, made.rows}, made.batch);
    made.bytes.clear();
    for (std::size_t row = 0; row < static_cast<std::size_t>(made.rows); ++row) {
      writer.write(made.batch, row, made.bytes);
    }
  }

  bool send(const std::string& bytes) {
    return PQputCopyData(connection_.raw(), bytes.data(), static_cast<int>(bytes.size())) == 1;
  }

  Status finish(const database::RowSource& source, bool sent, bool cancelled) {
    PQputCopyEnd(connection_.raw(), sent ? nullptr : "dbx stopped");
    Status status;
    while (const ResultHandle result{PQgetResult(connection_.raw())}) {
      if (PQresultStatus(result.get()) == PGRES_FATAL_ERROR && status) {
        status = fail(connection_.error(result.get(), doing_, copy_));
      }
    }
    if (cancelled && !sent) {
      return fail(Code::kInterrupted, fmt::format("interrupted while loading {}", source.table()));
    }
    if (status && !sent) return fail(connection_.error(nullptr, doing_, copy_));
    return status;
  }

  PostgresConnection& connection_;
  std::string doing_;
  std::string copy_;
  schema::Name table_;
};

}  // namespace

std::unique_ptr<database::BulkLoader> make_bulk_loader(PostgresConnection& connection) {
  return std::make_unique<BulkLoader>(connection);
}

}  // namespace dbx::dialect::postgres
