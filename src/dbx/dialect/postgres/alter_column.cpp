// A column that becomes another: generation, identity, default, type, NULL, in an order in which
// each step is allowed.
#include "dbx/dialect/postgres/alter_column.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/postgres/statements.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Column;
using schema::Name;
using schema::Table;
using spec::Numbering;
using spec::TypeKind;

bool is_serial(const Column& column) {
  return column.identity && column.numbering == Numbering::kSerial;
}
bool is_identity(const Column& column) { return column.identity && !is_serial(column); }

bool is_array(const spec::Type& type) {
  return type.array || (type.kind == TypeKind::kEngine && type.engine_text.ends_with("[]"));
}

bool reads_as_text(const spec::Type& type) {
  return type.is_text() ||
         (type.kind == TypeKind::kEngine &&
          (type.engine_text == "character varying" || type.engine_text == "citext"));
}

bool is_number(const spec::Type& type) {
  return type.is_numeric() ||
         (type.kind == TypeKind::kEngine && type.engine_text.starts_with("numeric"));
}

// How a value of the one type is made one of the other. What has no cast goes by way of its text.
std::string conversion(const spec::Type& from, const spec::Type& to, const std::string& column) {
  const std::string type = type_name(to);
  if (is_array(to) && !is_array(from)) {
    return fmt::format("CASE WHEN {0} IS NULL THEN NULL ELSE ARRAY[{0}] END::{1}", column, type);
  }
  const bool same_family = from.kind == to.kind && from.kind != TypeKind::kEngine;
  const bool times = from.is_temporal() && to.is_temporal() && from.kind != TypeKind::kTime &&
                     to.kind != TypeKind::kTime;
  if ((is_number(from) && is_number(to)) || same_family || reads_as_text(from) ||
      reads_as_text(to) || times) {
    return fmt::format("{}::{}", column, type);
  }
  if (from.kind == TypeKind::kBoolean && is_number(to)) {
    return fmt::format("{}::integer::{}", column, type);
  }
  if (is_number(from) && to.kind == TypeKind::kBoolean) return fmt::format("({} <> 0)", column);
  return fmt::format("{}::text::{}", column, type);
}

class Alteration {
 public:
  Alteration(const plan::AlterColumn& change, const plan::Plan& plan)
      : plan_(plan),
        table_(change.table),
        from_(change.from),
        to_(change.to),
        column_(quote(change.to.name)) {}

  std::vector<std::string> write() {
    if (from_.generated != to_.generated && !to_.generated.empty()) {
      compute_anew();
      return std::move(statements_);
    }
    if (!from_.generated.empty() && to_.generated.empty()) alter("DROP EXPRESSION");
    leave_numbering();
    const bool retyped = from_.type != to_.type || from_.collation != to_.collation;
    const bool redefaulted = from_.default_value != to_.default_value;
    if (from_.default_value && (retyped || (redefaulted && !to_.default_value))) {
      alter("DROP DEFAULT");
    }
    if (retyped) retype();
    if (to_.default_value && (retyped || redefaulted)) {
      alter("SET DEFAULT " + to_.default_value->text);
    }
    if (from_.nullable && !to_.nullable) require_values();
    enter_numbering();
    if (!from_.nullable && to_.nullable) alter("DROP NOT NULL");
    return std::move(statements_);
  }

 private:
  void alter(const std::string& what) {
    statements_.push_back(
        fmt::format("ALTER TABLE {} ALTER COLUMN {} {}", quote(table_), column_, what));
  }

  // A computed column cannot be changed: it goes and comes, and what leans on it with it.
  void compute_anew() {
    statements_.push_back(fmt::format("ALTER TABLE {} DROP COLUMN {}", quote(table_), column_));
    statements_.push_back(
        fmt::format("ALTER TABLE {} ADD COLUMN {}", quote(table_), column_definition(to_)));
    const Table* before = schema::find_table(plan_.renamed, table_);
    const Table* after = schema::find_table(plan_.target, table_);
    if (before == nullptr || after == nullptr) return;
    for (const schema::Key& key : after->uniques) {
      if (holds(key.columns) && contains(before->uniques, key)) {
        add_constraint(plan::UniqueKey{key});
      }
    }
    if (after->primary_key && holds(after->primary_key->columns) &&
        before->primary_key == after->primary_key) {
      add_constraint(plan::PrimaryKey{*after->primary_key});
    }
    for (const schema::Check& check : after->checks) {
      if (check.expression.text.find(to_.name) != std::string::npos &&
          contains(before->checks, check)) {
        // One that speaks of other columns only was not dropped with this one.
        statements_.push_back(fmt::format("ALTER TABLE {} DROP CONSTRAINT IF EXISTS {}",
                                          quote(table_), quote(check.name)));
        add_constraint(check);
      }
    }
    for (const schema::Index& index : after->indexes) {
      if (leans_on_column(index) && contains(before->indexes, index)) {
        statements_.push_back(
            fmt::format("DROP INDEX IF EXISTS {}", quote(Name{table_.schema, index.name})));
        statements_.push_back(create_index(table_, index));
      }
    }
    if (!to_.comment.empty() && to_.comment == from_.comment) {
      statements_.push_back(fmt::format("COMMENT ON COLUMN {}.{} IS {}", quote(table_), column_,
                                        quote_text(to_.comment)));
    }
  }

  void add_constraint(const plan::Constraint& constraint) {
    statements_.push_back(
        fmt::format("ALTER TABLE {} ADD {}", quote(table_), constraint_definition(constraint)));
  }

  bool holds(const std::vector<std::string>& columns) const {
    return std::find(columns.begin(), columns.end(), to_.name) != columns.end();
  }
  template <class T>
  static bool contains(const std::vector<T>& items, const T& wanted) {
    return std::find(items.begin(), items.end(), wanted) != items.end();
  }
  bool leans_on_column(const schema::Index& index) const {
    const auto mentions = [&](const schema::Expression& expression) {
      return expression.text.find(to_.name) != std::string::npos;
    };
    return holds(index.include) || mentions(index.where) ||
           std::any_of(index.columns.begin(), index.columns.end(),
                       [&](const schema::IndexPart& part) {
                         return part.column == to_.name || mentions(part.expression);
                       });
  }

  std::string serial_sequence() const {
    return quote(Name{table_.schema, serial_sequence_name(table_.name, to_.name)});
  }

  // The numbers go on after the highest one there is.
  void continue_numbers() {
    statements_.push_back(fmt::format(
        "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence({}, {}), coalesce((SELECT "
        "max({}) FROM {}), 0) + 1, false)",
        quote_text(quote(table_)), quote_text(to_.name), column_, quote(table_)));
  }

  void leave_numbering() {
    if (is_serial(from_) && !is_serial(to_)) {
      alter("DROP DEFAULT");
      statements_.push_back(fmt::format("DROP SEQUENCE {}", serial_sequence()));
    }
    if (is_identity(from_) && !is_identity(to_)) alter("DROP IDENTITY");
  }

  void enter_numbering() {
    if (is_identity(to_) && !is_identity(from_)) {
      if (from_.default_value) alter("DROP DEFAULT");
      std::string text = to_.numbering == Numbering::kAlways
                             ? "ADD GENERATED ALWAYS AS IDENTITY"
                             : "ADD GENERATED BY DEFAULT AS IDENTITY";
      if (!to_.identity_options.empty()) text += fmt::format(" ({})", to_.identity_options);
      alter(text);
      continue_numbers();
    } else if (is_identity(to_)) {
      change_identity();
    } else if (is_serial(to_) && !is_serial(from_)) {
      statements_.push_back(fmt::format("CREATE SEQUENCE {} AS {} OWNED BY {}.{}",
                                        serial_sequence(), type_name(to_.type), quote(table_),
                                        column_));
      alter(fmt::format("SET DEFAULT nextval({}::regclass)", quote_text(serial_sequence())));
      continue_numbers();
    }
  }

  void change_identity() {
    if (from_.numbering != to_.numbering) {
      alter(to_.numbering == Numbering::kAlways ? "SET GENERATED ALWAYS"
                                                : "SET GENERATED BY DEFAULT");
    }
    std::string options;
    for (const std::string& clause :
         changed_sequence_options(from_.identity_options, to_.identity_options)) {
      options += (options.empty() ? "SET " : " SET ") + clause;
    }
    if (!options.empty()) alter(options);
  }

  void retype() {
    const std::string collation =
        to_.collation.empty() ? "" : " COLLATE " + quote_dotted(to_.collation);
    alter(fmt::format("TYPE {}{} USING {}", type_name(to_.type), collation,
                      conversion(from_.type, to_.type, column_)));
    if (is_serial(from_) && is_serial(to_)) {
      statements_.push_back(
          fmt::format("ALTER SEQUENCE {} AS {}", serial_sequence(), type_name(to_.type)));
    }
  }

  // Rows without a value take the default, where there is one.
  void require_values() {
    if (to_.default_value && to_.generated.empty()) {
      statements_.push_back(fmt::format("UPDATE {0} SET {1} = {2} WHERE {1} IS NULL", quote(table_),
                                        column_, to_.default_value->text));
    }
    alter("SET NOT NULL");
  }

  const plan::Plan& plan_;
  const Name& table_;
  const Column& from_;
  const Column& to_;
  std::string column_;
  std::vector<std::string> statements_;
};

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

std::vector<std::string> alter_column(const plan::AlterColumn& change, const plan::Plan& plan) {
  return Alteration(change, plan).write();
}

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
