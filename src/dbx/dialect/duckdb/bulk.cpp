// Rows in bulk: INSERT ... SELECT from a table function that several threads read.
#include "dbx/dialect/duckdb/bulk.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/duckdb/rows_function.h"

namespace dbx::dialect::duckdb {
namespace {

constexpr const char* kMemoryLimit = "640MiB";

std::string insert_statement(const database::RowSource& source, const RowsFunction& rows) {
  std::vector<std::string> names;
  for (const database::BulkColumn& column : source.columns()) names.push_back(column.name);
  return fmt::format("INSERT INTO {} ({}) {}", quote(source.table()), quote_list(names),
                     rows.select());
}

class BulkLoader final : public database::BulkLoader {
 public:
  explicit BulkLoader(DuckdbConnection& connection) : connection_(connection) { bound_memory(); }
  BulkLoader(const BulkLoader&) = delete;
  BulkLoader& operator=(const BulkLoader&) = delete;

  Status load(const database::RowSource& source, const database::LoadOptions& options) override {
    DBX_TRY(const RowsFunction rows, RowsFunction::make(connection_, source, options));
    DBX_CHECK_OK(change_settings(options.threads));
    Status status = connection_.execute(insert_statement(source, rows), {});
    if (options.cancel != nullptr && options.cancel->cancelled()) {
      return fail(Code::kInterrupted, fmt::format("interrupted while loading {}", source.table()));
    }
    if (!status) return status;
    return restore_settings();
  }

  // After a failure the transaction takes no statement until it is rolled back, so settings wait.
  ~BulkLoader() override {
    static_cast<void>(restore_settings());
    if (!memory_before_.empty()) static_cast<void>(set_memory(memory_before_));
  }

 private:
  // For the life of the loader, so that the proof of keys after a load spills to disk too, rather
  // than hold a hundred million of them. A database in memory has no disk to spill to.
  void bound_memory() {
    const auto before = connection_.query(
        "SELECT current_setting('memory_limit')::VARCHAR WHERE EXISTS (SELECT 1 FROM "
        "duckdb_databases() WHERE NOT internal AND path IS NOT NULL)",
        {});
    if (!before || before->rows.empty()) return;
    memory_before_ = database::to_text(before->rows[0][0]);
    static_cast<void>(set_memory(kMemoryLimit));
  }

  Status set_memory(const std::string& limit) {
    return connection_.execute(fmt::format("SET memory_limit = '{}'", limit), {});
  }

  Status change_settings(unsigned threads) {
    DBX_CHECK_OK(restore_settings());
    DBX_TRY(const database::ResultSet before,
            connection_.query("SELECT current_setting('threads')::BIGINT, "
                              "current_setting('preserve_insertion_order')::VARCHAR",
                              {}));
    threads_before_ = database::to_text(before.rows[0][0]);
    order_before_ = database::to_text(before.rows[0][1]);
    return set(std::to_string(std::max(1U, threads)), "false");
  }

  Status restore_settings() {
    if (threads_before_.empty()) return {};
    DBX_CHECK_OK(set(threads_before_, order_before_));
    threads_before_.clear();
    return {};
  }

  Status set(const std::string& threads, const std::string& preserve_insertion_order) {
    DBX_CHECK_OK(connection_.execute(fmt::format("SET threads = {}", threads), {}));
    return connection_.execute(
        fmt::format("SET preserve_insertion_order = {}", preserve_insertion_order), {});
  }

  DuckdbConnection& connection_;
  std::string memory_before_;   // empty: nothing to restore
  std::string threads_before_;  // empty: nothing to restore
  std::string order_before_;
};

}  // namespace

std::unique_ptr<database::BulkLoader> make_bulk_loader(DuckdbConnection& connection) {
  return std::make_unique<BulkLoader>(connection);
}

}  // namespace dbx::dialect::duckdb
