// The guard: whatever bytes come in are refused with a reason, or become one SELECT that means what
// it meant: PostgreSQL's print of it is admitted again, as the same tree.
#include "dbx/query/guard.h"
#include "dbx/dialect/dialect.h"
#include "dbx/query/parse.h"
#include "dbx/sql/parse.h"

#include "../targets.h"

namespace dbx::fuzz {
namespace {

schema::Column column(const char* name, schema::TypeKind kind) {
  schema::Column column;
  column.name = name;
  column.type.kind = kind;
  return column;
}

// Two tables with a column of every kind that queries tell apart, and one name in both.
schema::Schema make_schema() {
  using schema::TypeKind;
  schema::Table a;
  a.name = "a";
  a.columns = {column("id", TypeKind::kInt), column("x", TypeKind::kText),
               column("d", TypeKind::kDate), column("b", TypeKind::kBoolean),
               column("n", TypeKind::kDecimal)};
  schema::Table c;
  c.name = "c";
  c.schema = "s";
  c.columns = {column("id", TypeKind::kBigInt), column("t", TypeKind::kTimestamp),
               column("f", TypeKind::kDouble), column("j", TypeKind::kJson)};
  schema::Schema schema;
  schema.tables = {a, c};
  return schema;
}

void check_refusal(const Diagnostics& problems, std::string_view input) {
  require(problems.size() == 1, "a refusal is not one");
  require(!problems[0].message.empty() && !problems[0].hint.empty(), "a refusal says nothing");
  require(problems[0].where.begin_offset <= input.size(), "a refusal beyond the end");
}

}  // namespace

void fuzz_guard(std::string_view input) {
  static const schema::Schema kSchema = make_schema();
  const auto admitted = query::admit(input, kSchema);
  if (!admitted) return check_refusal(admitted.error(), input);
  require(admitted->limit && *admitted->limit <= 201, "a query without a limit");
  const auto postgres = dialect::find("postgres");
  const std::string printed = (*postgres)->write(*admitted);
  if (printed.size() > query::kTextBytesMax) return;
  const auto statements = sql::parse_statement(printed);
  require(statements.has_value(), "a print that PostgreSQL does not read");
  require(statements->size() == 1 && sql::kind_of(statements->front()) == "SelectStmt",
          "a print that is not one SELECT");
  for (const dialect::Dialect* dialect : dialect::dialects()) {
    require(!dialect->write(*admitted).empty(), "nothing is printed");
  }
  const auto again = query::admit(printed, kSchema);
  const bool too_deep = !again && again.error()[0].message.find("too deep") != std::string::npos;
  if (too_deep) return;
  require(again.has_value(), "a print that is refused");
  require(*again == *admitted, "a print that reads otherwise");
}

}  // namespace dbx::fuzz
