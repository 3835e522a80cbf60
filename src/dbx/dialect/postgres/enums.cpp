// An enum that loses or moves values: a new type takes the place of the old.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/dialect/postgres/alter_column.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/postgres/statements.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Column;
using schema::Name;
using schema::Table;
using spec::TypeKind;

bool is_array(const spec::Type& type) { return type.engine_text.str().ends_with("[]"); }

bool mentions(const schema::Expression& expression, const Name& type) {
  return expression.text.find(type.name) != std::string::npos;
}

bool speaks_of(const schema::Index& index, const Name& type) {
  return mentions(index.where, type) || std::any_of(index.columns.begin(), index.columns.end(),
                                                    [&](const schema::IndexPart& part) {
                                                      return mentions(part.expression, type);
                                                    });
}

template <class T>
bool stays(const std::vector<T>& after, const T& item) {
  return std::find(after.begin(), after.end(), item) != after.end();
}

bool uses_enum(const spec::Type& type, const Name& name) {
  std::string written = type.engine_text;
  while (written.ends_with("[]")) written.resize(written.size() - 2);
  const std::vector<std::string> parts = spec::split_name(written);
  return type.kind == TypeKind::kEngine && parts.back() == name.name &&
         (parts.size() == 1 ? name.schema.empty() : parts[0] == name.schema);
}

// What speaks of the type in a table that stays: dropped before, made again after.
struct Dependents {
  std::vector<std::string> drop;
  std::vector<std::string> add;
};

Dependents dependents_of(const Table& before, const Table& after, const Name& type) {
  Dependents dependents;
  const Name name = schema::name_of(after);
  for (const schema::Check& check : before.checks) {
    if (!mentions(check.expression, type) || !stays(after.checks, check)) continue;
    dependents.drop.push_back(
        fmt::format("ALTER TABLE {} DROP CONSTRAINT {}", quote(name), quote(check.name)));
    dependents.add.push_back(
        fmt::format("ALTER TABLE {} ADD {}", quote(name), constraint_definition(check)));
  }
  for (const schema::Index& index : before.indexes) {
    if (!speaks_of(index, type) || !stays(after.indexes, index)) continue;
    dependents.drop.push_back(fmt::format("DROP INDEX {}", quote(Name{name.schema, index.name})));
    dependents.add.push_back(create_index(name, index));
  }
  return dependents;
}

}  // namespace

std::vector<std::string> replace_enum(const plan::ReplaceEnum& change, const plan::Plan& plan) {
  const Name name = schema::name_of(change.to);
  const Name old{name.schema, "dbx_old_" + name.name};
  std::vector<std::string> statements;
  std::vector<std::string> after_all;
  std::vector<std::string> move;
  for (const Table& table : plan.renamed.tables) {
    const Table* after = schema::find_table(plan.target, schema::name_of(table));
    if (after == nullptr) continue;
    Dependents dependents = dependents_of(table, *after, name);
    statements.insert(statements.end(), dependents.drop.begin(), dependents.drop.end());
    after_all.insert(after_all.end(), dependents.add.begin(), dependents.add.end());
    for (const Column& column : table.columns) {
      if (!uses_enum(column.type, name)) continue;
      const std::string prefix = fmt::format("ALTER TABLE {} ALTER COLUMN {}",
                                             quote(schema::name_of(table)), quote(column.name));
      if (column.default_value) statements.push_back(prefix + " DROP DEFAULT");
      const std::string type = type_name(column.type);
      move.push_back(fmt::format("{} TYPE {} USING {}::text{}::{}", prefix, type,
                                 quote(column.name), is_array(column.type) ? "[]" : "", type));
      const Column* now = schema::find_column(*after, column.name);
      const bool keeps_default =
          column.default_value && now != nullptr && now->default_value == column.default_value;
      if (keeps_default) {
        move.push_back(prefix + " SET DEFAULT " + column.default_value->text);
      }
    }
  }
  statements.push_back(fmt::format("ALTER TYPE {} RENAME TO {}", quote(name), quote(old.name)));
  statements.push_back(create_enum(change.to));
  statements.insert(statements.end(), move.begin(), move.end());
  statements.push_back(fmt::format("DROP TYPE {}", quote(old)));
  statements.insert(statements.end(), after_all.begin(), after_all.end());
  return statements;
}

}  // namespace dbx::dialect::postgres
