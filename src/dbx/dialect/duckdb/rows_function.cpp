// The callbacks: each call takes the next block of rows from an atomic counter, has the source make
// them and writes them into the chunk in DuckDB's own layout.
#include "dbx/dialect/duckdb/rows_function.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <exception>
#include <vector>

#include "dbx/dialect/duckdb/bulk_column.h"
#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {

// One load. DuckDB keeps registered functions for the life of the database, so what the function
// holds is this small block, and `source` is cleared when the load is over.
struct RowsFunction::Job {
  std::atomic<const database::RowSource*> source{nullptr};
  database::LoadOptions options;
  std::atomic<std::int64_t> next_row{0};
};

namespace {

using Job = RowsFunction::Job;

constexpr std::int64_t kBlockRows =
    2048;  // DuckDB's vector size, and the most RowSource::fill takes
static_assert(kBlockRows == 2048);

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

std::string select_of(const database::RowSource& source, const std::string& function) {
  std::vector<std::string> values;
  for (const database::BulkColumn& column : source.columns()) {
    const std::string value = fmt::format("c{}", values.size());
    values.push_back(fmt::format("{} AS {}",
                                 is_bulk_cast(column.type)
                                     ? fmt::format("CAST({} AS {})", value, type_name(column.type))
                                     : value,
                                 quote(column.name)));
  }
  return fmt::format("SELECT {} FROM {}()", fmt::join(values, ", "), function);
}

}  // namespace

Result<RowsFunction> RowsFunction::make(DuckdbConnection& connection,
                                        const database::RowSource& source,
                                        const database::LoadOptions& options) {
  static std::atomic<std::uint64_t> counter{0};
  auto job = std::make_shared<Job>();
  job->source = &source;
  job->options = options;
  const std::string name = fmt::format("dbx_rows_{}", counter.fetch_add(1));
  duckdb_table_function function = duckdb_create_table_function();
  duckdb_table_function_set_name(function, name.c_str());
  duckdb_table_function_set_extra_info(function, new std::shared_ptr<Job>(job), delete_job);
  duckdb_table_function_set_bind(function, bind);
  duckdb_table_function_set_init(function, init);
  duckdb_table_function_set_local_init(function, init_thread);
  duckdb_table_function_set_function(function, next_block);
  const duckdb_state state = duckdb_register_table_function(connection.raw(), function);
  duckdb_destroy_table_function(&function);
  if (state != DuckDBSuccess) {
    return fail(Code::kQueryFailed, "DuckDB refused the table function that makes rows");
  }
  return RowsFunction(std::move(job), select_of(source, name));
}

RowsFunction::~RowsFunction() {
  if (job_ != nullptr) job_->source = nullptr;
}

}  // namespace dbx::dialect::duckdb
