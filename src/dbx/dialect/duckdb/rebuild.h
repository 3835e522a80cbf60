// Tables that DuckDB cannot alter in place: a new one is made beside them and takes their rows and
// name.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dbx/dialect/dialect.h"
#include "dbx/plan/plan.h"

namespace dbx::dialect::duckdb {

struct Rebuild {
  const schema::Table* before = nullptr;
  const schema::Table* after = nullptr;
  plan::Risk risk = plan::Risk::kLow;  // the highest of the changes it stands for
};

// By table name. DuckDB 1.4 refuses, inside one transaction, to drop a column or set NOT NULL while
// the table has or had indexes, and to make an index of a name that was just dropped (it may even
// abort the process): those tables are rebuilt. Errors: unsupported-change where a physical foreign
// key of another table holds on to one of them.
Result<std::map<std::string, Rebuild>> tables_to_rebuild(const plan::Plan& plan);

// The table that a change alters in place; nothing for a change of whole tables.
std::string altered_table(const plan::Change& change);

enum class Rows { kKeep, kDrop };
void write_rebuild(const std::string& name, const Rebuild& rebuild, Rows rows,
                   std::vector<Statement>& statements);

// As Dialect::write_clear: DuckDB still holds deleted keys against new rows of the same
// transaction, so the tables are made anew. Errors: unsupported-change for tables with physical
// foreign keys.
Result<std::vector<Statement>> write_clear(const schema::Schema& live,
                                           const std::vector<std::string>& tables);

}  // namespace dbx::dialect::duckdb
