// What the rest of the house asks of a database, whatever the engine: statements, transactions,
// rows in bulk. The interface only; engines live in dialect/<engine>/.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dbx/base/cancel.h"
#include "dbx/base/result.h"
#include "dbx/spec/type.h"

namespace dbx::database {

// NULL, boolean, integer, floating point, or text (decimals, dates and everything else, as the
// engine prints it).
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

struct ResultSet {
  std::vector<std::string> columns;
  std::vector<bool> is_numeric;  // one a column: aligns right
  std::vector<std::vector<Value>> rows;
  bool cut_off = false;  // there are more: a reader's cap of rows ended it
};

// NULL is "NULL"; floating point as the shortest text that reads back the same.
std::string to_text(const Value& value);

// What came of a statement that runs outside a transaction, as the catalog tells.
enum class Effect {
  kNone,    // as if it had never run
  kWhole,   // it did what it says
  kBroken,  // it left something unusable behind (an invalid index)
};

// Alone, or beside others who say so too (shards of one seed), where the engine has such locks.
enum class LockShare { kExclusive, kShared };

struct LockAttempt {
  bool taken = false;
  std::string holder;  // who has it, in words, where it was not taken
};

// One session. Not thread-safe but for cancel(). The destructor rolls back what was not committed.
class Connection {
 public:
  virtual ~Connection() = default;
  // One statement; `parameters` bind $1, $2, ... Errors: query-failed with the engine's words.
  virtual Result<ResultSet> query(std::string_view sql, std::span<const Value> parameters = {}) = 0;
  virtual Status execute(std::string_view sql, std::span<const Value> parameters = {}) = 0;
  // Any number of statements, separated by semicolons, as a file holds them. Stops at the first
  // that fails.
  virtual Status execute_script(std::string_view sql) = 0;
  virtual Status begin() = 0;
  // Errors also: commit-unknown where the session ended before the answer came.
  virtual Status commit() = 0;
  virtual Status rollback() = 0;
  // Is there a table of this name in the engine's own schema?
  virtual Result<bool> has_table(std::string_view name) = 0;
  // What an engine checks only when it is asked (SQLite's foreign keys after a rebuild). Errors:
  // statement-failed, naming the rows' table.
  virtual Status verify_constraints() { return {}; }
  // What people call the database: its name on a server, its file's name.
  virtual Result<std::string> database_name() = 0;
  // One migration at a time: takes the database's migration lock without waiting, outside a
  // transaction. The session that runs the statements holds it, so that it is free when they have
  // ended, whatever became of the client, and not before. Errors: pooler-unsupported, where the
  // session is not one session.
  virtual Result<LockAttempt> try_lock(LockShare share) = 0;
  virtual Status unlock() = 0;
  // How long a statement may wait for locks of others from here on; it then fails with
  // lock-timeout. 0: for ever.
  virtual Status set_lock_timeout(int milliseconds) = 0;
  // Of a migration's statement that is not transactional. Errors: query-failed for one that the
  // engine has no such probe for.
  virtual Result<Effect> effect_of(std::string_view sql);
  // Takes away what a broken one left, so that it can run again.
  virtual Status clear_broken(std::string_view sql);
  // Stops the statement that runs now; it then fails with `interrupted`. From any thread.
  virtual void cancel() = 0;
};

// Rolls back at the end of its scope unless committed.
class Transaction {
 public:
  static Result<Transaction> begin(Connection& connection);
  Transaction(Transaction&& other) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  ~Transaction();
  Status commit();

 private:
  explicit Transaction(Connection& connection) : connection_(&connection) {}
  Connection* connection_;
};

// Rows in bulk ---------------------------------------------------------------------------------

// How a column's values are stored in a batch.
enum class Storage {
  kInt64,   // all integers; BOOLEAN as 0/1; DECIMAL as value x 10^scale; DATE as days since
            // 1970-01-01; TIME as microseconds; TIMESTAMP as microseconds since 1970-01-01 00:00:00
            // UTC
  kDouble,  // REAL, DOUBLE
  kText,    // everything else, as UTF-8
};
Storage storage_of(const spec::Type& type);

struct BulkColumn {
  std::string name;
  spec::Type type;
};

// The values of one column for a run of rows. Which vector is used follows from storage_of(type).
// Reused from batch to batch, so that steady work allocates nothing. Text lives in `arena` as
// consecutive pieces: value i is arena[offsets[i], offsets[i+1]).
struct ColumnBatch {
  std::vector<std::int64_t> integers;
  std::vector<double> doubles;
  std::vector<std::uint32_t> offsets;
  std::string arena;
  std::vector<std::uint8_t> valid;  // 1 a value, 0 NULL; empty: no NULLs

  void append_text(std::string_view value) {
    arena.append(value);
    offsets.push_back(static_cast<std::uint32_t>(arena.size()));
  }
  std::string_view text(std::size_t row) const {
    return std::string_view(arena).substr(offsets[row], offsets[row + 1] - offsets[row]);
  }
};

// Rows [begin, begin + count) of a table, numbered from 0.
struct RowRange {
  std::int64_t begin = 0;
  std::int64_t count = 0;
};

// Something that can produce any rows of a table at any time, from any thread: fill() is pure.
class RowSource {
 public:
  virtual ~RowSource() = default;
  virtual const std::string& table() const = 0;
  virtual std::span<const BulkColumn> columns() const = 0;
  virtual std::int64_t row_count() const = 0;
  // `batch` has one entry a column, each sized by the callee. `count` is at most 2048.
  virtual void fill(RowRange rows, std::span<ColumnBatch> batch) const = 0;
};

struct LoadOptions {
  unsigned threads = 1;
  const CancelFlag* cancel = nullptr;
  std::atomic<std::int64_t>* rows_done = nullptr;  // counts up while the load runs
};

// Puts every row of a source into its table, within the connection's current transaction.
class BulkLoader {
 public:
  virtual ~BulkLoader() = default;
  virtual Status load(const RowSource& source, const LoadOptions& options) = 0;
};

}  // namespace dbx::database
