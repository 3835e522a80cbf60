// Looking at rows: what is in a table, column by column, and whether keys that the engine does not
// enforce hold. Asks by query trees through a callback, so it knows no engine and no connection;
// returns plain values, which others render. Not thread-safe beyond what the callback is.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/query/query.h"
#include "dbx/schema/schema.h"

namespace dbx::quality {

// Runs a query and returns its rows; its errors are passed on.
using Run = std::function<Result<database::ResultSet>(const query::Select&)>;

struct ReportOptions {
  std::vector<double> percentiles = {25, 50, 75, 95};  // each above 0 and below 100
  std::int64_t top_values = 5;                         // 0: none
  std::int64_t top_values_distinct_max = 50;           // of columns with at most so many values
};

struct Percentile {
  double percent = 0;
  std::optional<double> value;  // empty: no values
};

struct TopValue {
  database::Value value;
  std::int64_t rows = 0;
};

struct ColumnReport {
  std::string name;
  schema::Type type;
  std::int64_t nulls = 0;
  std::int64_t distinct = 0;  // values, NULL not counted; -1: not countable (JSON, binary, arrays)
  database::Value min;        // NULL where there are no values or no order
  database::Value max;
  std::optional<double> mean;    // numbers only
  std::optional<double> stddev;  // sample; needs two values
  std::vector<Percentile> percentiles;
  std::vector<TopValue> top;  // of text and booleans with few values, commonest first
};

struct TableReport {
  std::string table;
  std::int64_t rows = 0;
  std::vector<ColumnReport> columns;
};

// Errors: usage, for a percentile out of range; those of `run`.
Result<TableReport> report(const schema::Table& table, const ReportOptions& options,
                           const Run& run);

// The proof of one key that is verified rather than enforced.
struct KeyProof {
  enum class Kind { kUnique, kForeignKey };
  Kind kind = Kind::kUnique;
  std::string table;
  std::string key;
  std::vector<std::string> columns;
  std::string parent;  // of a foreign key
  std::int64_t violations =
      0;  // rows without a parent; or repeated keys, of which at most 1,000 are counted
};

struct Verification {
  std::vector<KeyProof> proofs;
  Diagnostics problems;  // orphan-rows, one for each proof that failed
};

// Proves every verified key of a realised schema (Dialect::realise): unique keys by grouping,
// foreign keys by anti-join; rows in which part of the key is NULL are left out, as engines do.
Result<Verification> verify(const schema::Schema& schema, const Run& run);

}  // namespace dbx::quality
