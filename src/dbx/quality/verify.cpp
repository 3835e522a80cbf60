// Proving keys: repeated keys by GROUP BY ... HAVING, orphans by anti-join.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/quality/quality.h"

namespace dbx::quality {
namespace {

using query::Expression;
using query::Operator;

constexpr std::int64_t kRepeatedKeysMax = 1000;

std::vector<Expression> present(const std::string& alias, const std::vector<std::string>& columns) {
  std::vector<Expression> conditions;
  for (const std::string& column : columns) {
    conditions.push_back(query::operation(Operator::kIsNotNull, {query::column(alias, column)}));
  }
  return conditions;
}

Result<std::int64_t> count_repeated(const std::string& table,
                                    const std::vector<std::string>& columns, const Run& run) {
  query::Select select;
  select.from = {table, "t"};
  for (const std::string& column : columns) select.group_by.push_back(query::column("t", column));
  select.items = {{query::call(query::Function::kCount), "rows"}};
  select.where = query::all_of(present("t", columns));
  select.having = query::operation(Operator::kGreater,
                                   {query::call(query::Function::kCount), query::number(1)});
  select.limit = kRepeatedKeysMax;
  DBX_TRY(const database::ResultSet result, run(select));
  return static_cast<std::int64_t>(result.rows.size());
}

Result<std::int64_t> count_orphans(const std::string& table, const schema::ForeignKey& key,
                                   const Run& run) {
  query::Select select;
  select.from = {table, "child"};
  std::vector<Expression> equal;
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    equal.push_back(
        query::operation(Operator::kEqual, {query::column("child", key.columns[i]),
                                            query::column("parent", key.referenced_columns[i])}));
  }
  select.joins = {{query::JoinKind::kLeft, {key.table, "parent"}, query::all_of(std::move(equal))}};
  std::vector<Expression> conditions = present("child", key.columns);
  conditions.push_back(
      query::operation(Operator::kIsNull, {query::column("parent", key.referenced_columns[0])}));
  select.where = query::all_of(std::move(conditions));
  select.items = {{query::call(query::Function::kCount), "rows"}};
  DBX_TRY(const database::ResultSet result, run(select));
  if (result.rows.size() != 1 || !std::holds_alternative<std::int64_t>(result.rows[0][0])) {
    return fail(Code::kInternal, "a query for a count returned something else");
  }
  return std::get<std::int64_t>(result.rows[0][0]);
}

Diagnostic describe(const KeyProof& proof) {
  Diagnostic problem;
  problem.code = Code::kOrphanRows;
  const std::string columns = text::join(proof.columns, ", ");
  if (proof.kind == KeyProof::Kind::kForeignKey) {
    problem.message =
        fmt::format("{} of {} ({}) without a row in {}", text::plural(proof.violations, "row"),
                    proof.table, columns, proof.parent);
  } else {
    problem.message = fmt::format("{}{} of {} ({}) in more than one row",
                                  proof.violations == kRepeatedKeysMax ? "at least " : "",
                                  text::plural(proof.violations, "key"), proof.table, columns);
  }
  problem.hint = fmt::format("the key {} is verified, not enforced: mend the rows", proof.key);
  return problem;
}

bool is_verified(const std::optional<schema::Enforcement>& enforcement) {
  return enforcement == schema::Enforcement::kVerified;
}

}  // namespace

Result<Verification> verify(const schema::Schema& schema, const Run& run) {
  Verification result;
  const auto add = [&](KeyProof proof) {
    if (proof.violations > 0) result.problems.push_back(describe(proof));
    result.proofs.push_back(std::move(proof));
  };
  for (const schema::Table& table : schema.tables) {
    std::vector<schema::Key> keys = table.uniques;
    if (table.primary_key) keys.insert(keys.begin(), *table.primary_key);
    for (const schema::Key& key : keys) {
      if (!is_verified(key.enforcement) || key.columns.empty()) continue;
      DBX_TRY(const std::int64_t repeated, count_repeated(table.name, key.columns, run));
      add({KeyProof::Kind::kUnique, table.name, key.name, key.columns, "", repeated});
    }
    for (const schema::ForeignKey& key : table.foreign_keys) {
      const bool whole =
          !key.columns.empty() && key.columns.size() == key.referenced_columns.size();
      if (!is_verified(key.enforcement) || !whole) continue;
      DBX_TRY(const std::int64_t orphans, count_orphans(table.name, key, run));
      add({KeyProof::Kind::kForeignKey, table.name, key.name, key.columns, key.table, orphans});
    }
  }
  return result;
}

}  // namespace dbx::quality
