// The plan: typed changes that turn one schema into another, in an order that can run, with risks.
// Knows no engine: a dialect writes it. Deterministic: the order of tables and columns in the input
// changes no byte of the output.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/schema/schema.h"

namespace dbx::plan {

enum class Risk { kLow, kMedium, kHigh };
std::string_view name(Risk risk);

struct AddTable {
  schema::Table table;
};
struct DropTable {
  schema::Table table;
};
struct AddColumn {
  std::string table;
  schema::Column column;
};
struct DropColumn {
  std::string table;
  schema::Column column;
};
struct AddIndex {
  std::string table;
  schema::Index index;
};
struct DropIndex {
  std::string table;
  schema::Index index;
};
struct SetComment {
  std::string table;
  std::string column;  // empty: the table's own
  std::string comment;
  std::string previous;
};

// A new kind of change breaks every dialect's std::visit at compile time.
using Change =
    std::variant<DropIndex, DropTable, DropColumn, AddTable, AddColumn, AddIndex, SetComment>;

struct Described {
  std::string_view kind;  // add-column
  std::string object;     // dim_company.region
  Risk risk = Risk::kLow;
  std::string reason;     // why the risk is what it is; may be empty
  bool breaking = false;  // loses data or readers; needs --allow-breaking
};
Described describe(const Change& change);

struct Plan {
  schema::Schema current;  // canonical
  schema::Schema target;   // canonical
  std::vector<Change> changes;

  bool empty() const { return changes.empty(); }
};

// Errors: unsupported-change, one for each difference that no change can express yet.
Result<Plan> make(const schema::Schema& current, const schema::Schema& target);
// The way back: from plan.target to plan.current.
Result<Plan> reverse(const Plan& plan);

// The target of `plan` with every table and column that it would drop kept: what can be planned
// without losing data.
schema::Schema keep_dropped(const Plan& plan);

}  // namespace dbx::plan
