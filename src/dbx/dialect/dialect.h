// An engine: how schemas, plans and queries are said to it, and how it is reached. One folder each
// (dialect/<engine>/{types,ddl,select,inspect,connect,bulk}.cpp) and one line in dialects().
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/plan/plan.h"
#include "dbx/query/query.h"
#include "dbx/schema/schema.h"

namespace dbx::dialect {

enum class Access {
  kReadWrite,
  kReadOnly,  // dbx's own reading: inspect, reports
  // For queries that people and models write: one SELECT at a time through query(), nothing else,
  // within the caps; on top of query/guard.h, not instead of it. Reads no catalog.
  kReader,
};

// Of a reader's query. What passes `rows` is cut off (ResultSet::cut_off); what passes another cap
// is query-stopped.
struct Caps {
  double seconds = 10;
  std::int64_t rows = 10'000;
  std::int64_t bytes = std::int64_t{1} << 20U;     // of the values that come back
  std::int64_t memory = std::int64_t{512} << 20U;  // of the engine, where it can be told
};

struct ConnectOptions {
  Access access = Access::kReadWrite;
  bool create = true;  // an embedded engine may make the file; else a missing one is no-connection
  Caps caps = {};      // of Access::kReader
};

// One statement of a migration.
struct Statement {
  std::string kind;    // add-table
  std::string object;  // dim_company
  plan::Risk risk = plan::Risk::kLow;
  std::string sql;  // without the final semicolon
  // False: by itself, outside the migration's transaction, what stands before it committed.
  bool transactional = true;
};

struct RowSum {
  std::int64_t rows = 0;
  std::string hash;
  bool operator==(const RowSum&) const = default;
};

// A schema as the engine can hold it.
struct Realised {
  schema::Schema schema;
  Diagnostics notes;  // what the engine does not hold (not-held-by-engine)
};

// Statements before and after a load, in its transaction.
struct KeysAside {
  std::vector<Statement> drop;
  std::vector<Statement> restore;
};

// A database of its own for trying things, empty at first and gone with this value.
class Sandbox {
 public:
  Sandbox(std::unique_ptr<database::Connection> connection, std::function<void()> drop)
      : connection_(std::move(connection)), drop_(std::move(drop)) {}
  Sandbox(Sandbox&& other) noexcept
      : connection_(std::move(other.connection_)), drop_(std::exchange(other.drop_, nullptr)) {}
  Sandbox& operator=(Sandbox&&) = delete;
  ~Sandbox() {
    connection_.reset();
    if (drop_) drop_();
  }
  database::Connection& connection() { return *connection_; }

 private:
  std::unique_ptr<database::Connection> connection_;
  std::function<void()> drop_;  // may be empty
};

// Stateless; one instance an engine, thread-safe.
class Dialect {
 public:
  virtual ~Dialect() = default;
  virtual std::string_view name() const = 0;  // "duckdb", also the URL's scheme
  // In this process, with databases in memory at no cost?
  virtual bool is_embedded() const { return true; }
  virtual std::string quote(std::string_view identifier) const = 0;
  virtual std::string quote_text(std::string_view value) const = 0;
  virtual std::string type_name(const spec::Type& type) const = 0;

  // Types as the engine keeps them, keys physical or verified. realise(realise(s)) == realise(s),
  // and what inspect() returns is its own realisation. Errors: statement-failed for an expression
  // (default, check) that the engine does not take.
  virtual Result<Realised> realise(const schema::Schema& schema) const = 0;
  virtual plan::Options plan_options() const = 0;
  // Errors: unsupported-change, for what the engine cannot do.
  virtual Result<std::vector<Statement>> write(const plan::Plan& plan) const = 0;
  // The same by a sequence that keeps others reading and writing, where there is one; in several
  // transactions. Errors: usage, for an engine that has no such statements.
  virtual Result<std::vector<Statement>> write_online(const plan::Plan& plan) const;
  virtual std::string write(const query::Select& select) const = 0;
  // Statements that leave the tables without rows, so that new rows with the same keys may follow
  // in the same transaction. Errors: unsupported-change.
  virtual Result<std::vector<Statement>> write_clear(
      const schema::Schema& live, const std::vector<std::string>& tables) const = 0;

  // Keys and indexes of these tables that a load of many rows is faster without; nothing for an
  // engine where it is not.
  virtual Result<KeysAside> write_keys_aside(const schema::Schema& live,
                                             const std::vector<std::string>& tables) const;
  // How many rows a transaction of a long load holds when nobody says.
  virtual std::int64_t rows_per_load() const { return 10'000'000; }

  // Errors: bad-url, no-connection, database-locked, database-newer, not-a-database.
  virtual Result<std::unique_ptr<database::Connection>> connect(
      std::string_view url, const ConnectOptions& options) const = 0;
  // In memory for an embedded engine, else a database on the server of `url`. Errors: as connect();
  // query-failed where the server lets this user make none.
  virtual Result<Sandbox> sandbox(std::string_view url) const = 0;
  // An empty database that stays until it is dropped, called `name` (letters, digits, _): on the
  // server of the URL `place`, or, where the engine is embedded, a file in the folder `place`.
  // Returns its URL. Errors: sandbox-exists, those of connect().
  virtual Result<std::string> create_database(const std::string& place,
                                              const std::string& name) const = 0;
  // By its URL; one that is gone already is no error.
  virtual Status drop_database(const std::string& url) const = 0;
  // The user's tables, dbx's own (db_assistant_*) left out. `notes`: what was seen and is not
  // modelled.
  virtual Result<schema::Schema> inspect(database::Connection& connection,
                                         Diagnostics& notes) const = 0;
  // Rows of the schema's tables, which are those of inspect(); about right for large ones. A table
  // of which nothing can be told is left out.
  virtual Result<std::map<schema::Name, std::int64_t>> row_counts(
      database::Connection& connection, const schema::Schema& schema) const = 0;
  // As the engine counts: 150018 for PostgreSQL 15.18; 0 where nothing depends on it.
  virtual int server_version(database::Connection&) const { return 0; }
  virtual std::unique_ptr<database::BulkLoader> bulk(database::Connection& connection) const = 0;
  // The number of rows of the table and a hash of them that no order of theirs changes.
  virtual Result<RowSum> row_sum(database::Connection& connection,
                                 const schema::Table& table) const = 0;
  // Copies the tables' rows (an embedded engine: the whole file) to `path`, restores the copy in a
  // place of its own and compares it, row sums and all; keeps writers out until the end of the
  // transaction, where it runs in one. Errors: backup-failed; no file is left then.
  virtual Status back_up(database::Connection& connection, std::string_view url,
                         const schema::Schema& tables, const std::string& path) const = 0;
  // Is it taken inside the migration's transaction, or before it, under the migration lock?
  virtual bool backs_up_in_transaction() const { return false; }
  // Generated keys continue after the rows that were loaded with explicit ones.
  virtual Status advance_identity(database::Connection& connection, const schema::Table& table,
                                  std::int64_t rows) const = 0;
};

// The registry: one line an engine.
std::span<const Dialect* const> dialects();
// By name or by URL scheme; errors: bad-url naming the schemes there are.
Result<const Dialect*> find(std::string_view name);
Result<const Dialect*> for_url(std::string_view url);

}  // namespace dbx::dialect
