// Rows in bulk: threads of DuckDB call a table function, each call takes the next block of rows
// from an atomic counter, has the source make them and writes them into the chunk in DuckDB's own
// layout.
#include "dbx/dialect/duckdb/bulk.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <exception>
#include <vector>

#include "dbx/dialect/duckdb/bulk_column.h"
#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {
namespace {

constexpr std::int64_t kBlockRows =
    2048;  // DuckDB's vector size, and the most RowSource::fill takes
static_assert(kBlockRows == 2048);

// One load. DuckDB keeps registered functions for the life of the database, so what the function
// holds is this small block, and `source` is cleared when the load is over.
struct Job {
  std::atomic<const database::RowSource*> source{nullptr};
  database::LoadOptions options;
  std::atomic<std::int64_t> next_row{0};
};

struct ThreadState {
  std::vector<database::ColumnBatch> batch;
};

Job& job_of(void* extra_info) { return **static_cast<std::shared_ptr<Job>*>(extra_info); }

void delete_job(void* extra_info) { delete static_cast<std::shared_ptr<Job>*>(extra_info); }

void delete_thread_state(void* state) { delete static_cast<ThreadState*>(state); }

void bind(duckdb_bind_info info) {
  const database::RowSource* source = job_of(duckdb_bind_get_extra_info(info)).source.load();
  if (source == nullptr) {
    duckdb_bind_set_error(info, "this load is over");
    return;
  }
  int position = 0;
  for (const database::BulkColumn& column : source->columns()) {
    duckdb_logical_type type = make_bulk_type(column.type);
    duckdb_bind_add_result_column(info, fmt::format("c{}", position++).c_str(), type);
    duckdb_destroy_logical_type(&type);
  }
  duckdb_bind_set_cardinality(info, static_cast<idx_t>(source->row_count()), true);
}

void init(duckdb_init_info info) {
  const Job& job = job_of(duckdb_init_get_extra_info(info));
  duckdb_init_set_max_threads(info, std::max(1U, job.options.threads));
}

void init_thread(duckdb_init_info info) {
  const database::RowSource* source = job_of(duckdb_init_get_extra_info(info)).source.load();
  auto state = std::make_unique<ThreadState>();
  if (source != nullptr) state->batch.resize(source->columns().size());
  duckdb_init_set_init_data(info, state.release(), delete_thread_state);
}

void write_block(Job& job, ThreadState& state, duckdb_data_chunk chunk) {
  const database::RowSource& source = *job.source.load();
  const std::int64_t begin = job.next_row.fetch_add(kBlockRows);
  const std::int64_t count = std::clamp<std::int64_t>(source.row_count() - begin, 0, kBlockRows);
  if (count > 0) {
    source.fill({begin, count}, state.batch);
    const auto columns = source.columns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
      write_bulk_column(duckdb_data_chunk_get_vector(chunk, c), columns[c].type, state.batch[c],
                        static_cast<std::size_t>(count));
    }
    if (job.options.rows_done != nullptr) job.options.rows_done->fetch_add(count);
  }
  duckdb_data_chunk_set_size(chunk, static_cast<idx_t>(count));
}

void next_block(duckdb_function_info info, duckdb_data_chunk chunk) {
  Job& job = job_of(duckdb_function_get_extra_info(info));
  if (job.options.cancel != nullptr && job.options.cancel->cancelled()) {
    duckdb_function_set_error(info, "interrupted");
    return;
  }
  try {
    auto* state = static_cast<ThreadState*>(duckdb_function_get_local_init_data(info));
    write_block(job, *state, chunk);
  } catch (const std::exception& error) {  // memory; must not cross C code
    duckdb_function_set_error(info, error.what());
  }
}

std::string insert_statement(const database::RowSource& source, const std::string& function) {
  std::vector<std::string> names;
  std::vector<std::string> values;
  for (const database::BulkColumn& column : source.columns()) {
    const std::string value = fmt::format("c{}", names.size());
    values.push_back(is_bulk_cast(column.type)
                         ? fmt::format("CAST({} AS {})", value, type_name(column.type))
                         : value);
    names.push_back(column.name);
  }
  return fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}()", quote(source.table()),
                     quote_list(names), fmt::join(values, ", "), function);
}

class BulkLoader final : public database::BulkLoader {
 public:
  explicit BulkLoader(DuckdbConnection& connection) : connection_(connection) {}
  BulkLoader(const BulkLoader&) = delete;
  BulkLoader& operator=(const BulkLoader&) = delete;

  Status load(const database::RowSource& source, const database::LoadOptions& options) override {
    auto job = std::make_shared<Job>();
    job->source = &source;
    job->options = options;
    DBX_TRY(const std::string function, register_function(job));
    DBX_CHECK_OK(change_settings(options.threads));
    Status status = connection_.execute(insert_statement(source, function), {});
    job->source = nullptr;
    if (options.cancel != nullptr && options.cancel->cancelled()) {
      return fail(Code::kInterrupted, fmt::format("interrupted while loading {}", source.table()));
    }
    if (!status) return status;
    return restore_settings();
  }

  // After a failure the transaction takes no statement until it is rolled back, so settings wait.
  ~BulkLoader() override { static_cast<void>(restore_settings()); }

 private:
  Result<std::string> register_function(const std::shared_ptr<Job>& job) {
    static std::atomic<std::uint64_t> counter{0};
    const std::string name = fmt::format("dbx_rows_{}", counter.fetch_add(1));
    duckdb_table_function function = duckdb_create_table_function();
    duckdb_table_function_set_name(function, name.c_str());
    duckdb_table_function_set_extra_info(function, new std::shared_ptr<Job>(job), delete_job);
    duckdb_table_function_set_bind(function, bind);
    duckdb_table_function_set_init(function, init);
    duckdb_table_function_set_local_init(function, init_thread);
    duckdb_table_function_set_function(function, next_block);
    const duckdb_state state = duckdb_register_table_function(connection_.raw(), function);
    duckdb_destroy_table_function(&function);
    if (state != DuckDBSuccess) {
      return fail(Code::kQueryFailed, "DuckDB refused the table function that makes rows");
    }
    return name;
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
  std::string threads_before_;  // empty: nothing to restore
  std::string order_before_;
};

}  // namespace

std::unique_ptr<database::BulkLoader> make_bulk_loader(DuckdbConnection& connection) {
  return std::make_unique<BulkLoader>(connection);
}

}  // namespace dbx::dialect::duckdb
