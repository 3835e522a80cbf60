// COPY (SELECT ... FROM the rows) TO a file. One thread reads the table function, which keeps the
// order of rows; others make them ahead of it.
#include "dbx/dialect/row_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <mutex>

#include "dbx/database/ahead.h"
#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/duckdb/rows_function.h"

namespace dbx::dialect {
namespace {

constexpr std::int64_t kBlockRows = 2048;

// Another source's rows, asked for in order by one thread and made ahead by several.
class InOrder final : public database::RowSource {
 public:
  InOrder(const database::RowSource& inner, unsigned threads)
      : inner_(inner),
        ahead_((inner.row_count() + kBlockRows - 1) / kBlockRows, threads,
               [&inner](std::int64_t block, std::vector<database::ColumnBatch>& batch) {
                 batch.resize(inner.columns().size());
                 const std::int64_t begin = block * kBlockRows;
                 inner.fill({begin, std::min(kBlockRows, inner.row_count() - begin)}, batch);
               }) {}
  const std::string& table() const override { return inner_.table(); }
  std::span<const database::BulkColumn> columns() const override { return inner_.columns(); }
  std::int64_t row_count() const override { return inner_.row_count(); }
  void fill(database::RowRange, std::span<database::ColumnBatch> batch) const override {
    std::vector<database::ColumnBatch>& made = *ahead_.next();
    for (std::size_t c = 0; c < batch.size(); ++c) std::swap(batch[c], made[c]);
  }

 private:
  const database::RowSource& inner_;
  mutable database::Ahead<std::vector<database::ColumnBatch>> ahead_;
};

}  // namespace

Result<RowFiles> RowFiles::open() {
  DBX_TRY(auto connection, duckdb::connect("duckdb::memory:", {}));
  DBX_CHECK_OK(connection->execute("SET preserve_insertion_order = true"));
  return RowFiles(std::move(connection));
}

Status RowFiles::write(const database::RowSource& source, const std::string& path,
                       FileFormat format, const database::LoadOptions& options) {
  const InOrder ordered(source, options.threads);
  database::LoadOptions one_reader = options;
  one_reader.threads = 1;
  DBX_TRY(const duckdb::RowsFunction rows,
          duckdb::RowsFunction::make(static_cast<duckdb::DuckdbConnection&>(*connection_), ordered,
                                     one_reader));
  const Status done = connection_->execute(fmt::format(
      "COPY ({}) TO {} ({})", rows.select(), duckdb::quote_text(path),
      format == FileFormat::kParquet ? "FORMAT parquet, COMPRESSION zstd" : "FORMAT csv, HEADER"));
  if (done) return {};
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  if (options.cancel != nullptr && options.cancel->cancelled()) {
    return fail(Code::kInterrupted, fmt::format("interrupted while writing {}", path));
  }
  Diagnostics problems = done.error();
  if (problems.front().code == Code::kQueryFailed) problems.front().code = Code::kFileNotWritable;
  return fail(std::move(problems));
}

}  // namespace dbx::dialect
