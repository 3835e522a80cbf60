// A column that becomes another: generation, identity, default, type, NULL, in an order in which
// each step is allowed.
#include "dbx/dialect/postgres/alter_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

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
  return type.array || (type.kind == TypeKind::kEngine && type.engine_text.str().ends_with("[]"));
}

bool reads_as_text(const spec::Type& type) {
  return type.is_text() ||
         (type.kind == TypeKind::kEngine &&
          (type.engine_text == "character varying" || type.engine_text == "citext"));
}

bool is_number(const spec::Type& type) {
  return type.is_numeric() ||
         (type.kind == TypeKind::kEngine &&
          (type.engine_text.str().starts_with("numeric") || type.engine_text.str() == "money"));
}

}  // namespace

// What has no cast goes by way of its text.
std::string conversion(const spec::Type& from, const spec::Type& to, const std::string& column) {
  const std::string type = type_name(to);
  const auto is_json = [](const spec::Type& t) {
    return !is_array(t) &&
           (t.kind == TypeKind::kJson || (t.kind == TypeKind::kEngine && t.engine_text == "json"));
  };
  if (is_array(from) && is_json(to)) return fmt::format("to_json({})::{}", column, type);
  if (is_array(to) && is_json(from)) {
    return fmt::format("translate({}::text, '[]', '{{}}')::{}", column, type);
  }
  if (is_array(to) && !is_array(from)) {
    return fmt::format("CASE WHEN {0} IS NULL THEN NULL ELSE ARRAY[{0}] END::{1}", column, type);
  }
  if (is_array(from) && !is_array(to) && !reads_as_text(to)) {
    return fmt::format("({})[1]::text::{}", column, type);
  }
  // Seconds since 1970.
  const bool dated = to.is_temporal() && to.kind != TypeKind::kTime;
  if (is_number(from) && dated) return fmt::format("to_timestamp({})::{}", column, type);
  if (is_number(to) && from.is_temporal() && from.kind != TypeKind::kTime) {
    return fmt::format("extract(epoch FROM {})::{}", column, type);
  }
  // Printed with a currency sign, so its text is no number.
  if (from.kind == TypeKind::kEngine && from.engine_text.str() == "money" && !reads_as_text(to)) {
    return fmt::format("{}::numeric::{}", column, type);
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

std::string continue_numbers(const Name& table, const std::string& column) {
  return fmt::format(
      "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence({}, {}), coalesce((SELECT "
      "max({}) FROM {}), 0) + 1, false)",
      quote_text(quote(table)), quote_text(column), quote(column), quote(table));
}

namespace {

class Alteration {
 public:
  explicit Alteration(const plan::AlterColumn& change)
      : table_(change.table), from_(change.from), to_(change.to), column_(quote(change.to.name)) {}

  std::vector<std::string> write() {
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

  std::string serial_sequence() const {
    return quote(Name{table_.schema, serial_sequence_name(table_.name, to_.name)});
  }

  void continue_numbers() { statements_.push_back(postgres::continue_numbers(table_, to_.name)); }

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

  const Name& table_;
  const Column& from_;
  const Column& to_;
  std::string column_;
  std::vector<std::string> statements_;
};

// A computed column cannot be changed, nor can what it is computed from: it goes before, and comes
// after with what leans on it.
class Recomputed {
 public:
  Recomputed(const Name& table, const Column& column, const plan::Plan& plan)
      : table_(table),
        column_(column),
        before_(schema::find_table(plan.renamed, table)),
        after_(schema::find_table(plan.target, table)) {}

  const std::string& name() const { return column_.name; }
  std::string drop() const {
    return fmt::format("ALTER TABLE {} DROP COLUMN {}", quote(table_), quote(column_.name));
  }

  std::vector<std::string> add() {
    statements_ = {
        fmt::format("ALTER TABLE {} ADD COLUMN {}", quote(table_), column_definition(column_))};
    for (const schema::Key& key : after_->uniques) {
      if (holds(key.columns) && contains(before_->uniques, key)) add(plan::UniqueKey{key});
    }
    const auto& primary = after_->primary_key;
    if (primary && holds(primary->columns) && before_->primary_key == primary) {
      add(plan::PrimaryKey{*primary});
    }
    for (const schema::Check& check : after_->checks) {
      if (!mentions(check.expression) || !contains(before_->checks, check)) continue;
      // One that speaks of other columns only was not dropped with this one.
      statements_.push_back(fmt::format("ALTER TABLE {} DROP CONSTRAINT IF EXISTS {}",
                                        quote(table_), quote(check.name)));
      add(check);
    }
    for (const schema::Index& index : after_->indexes) {
      if (!leans_on_column(index) || !contains(before_->indexes, index)) continue;
      statements_.push_back(
          fmt::format("DROP INDEX IF EXISTS {}", quote(Name{table_.schema, index.name})));
      statements_.push_back(create_index(table_, index));
    }
    const Column* old = schema::find_column(*before_, column_.name);
    if (!column_.comment.empty() && old != nullptr && column_.comment == old->comment) {
      statements_.push_back(fmt::format("COMMENT ON COLUMN {}.{} IS {}", quote(table_),
                                        quote(column_.name), quote_text(column_.comment)));
    }
    return std::move(statements_);
  }

 private:
  void add(const plan::Constraint& constraint) {
    statements_.push_back(
        fmt::format("ALTER TABLE {} ADD {}", quote(table_), constraint_definition(constraint)));
  }
  bool holds(const std::vector<std::string>& columns) const {
    return std::find(columns.begin(), columns.end(), column_.name) != columns.end();
  }
  template <class T>
  static bool contains(const std::vector<T>& items, const T& wanted) {
    return std::find(items.begin(), items.end(), wanted) != items.end();
  }
  bool mentions(const schema::Expression& expression) const {
    return expression.text.find(column_.name) != std::string::npos;
  }
  bool leans_on_column(const schema::Index& index) const {
    return holds(index.include) || mentions(index.where) ||
           std::any_of(index.columns.begin(), index.columns.end(),
                       [&](const schema::IndexPart& part) {
                         return part.column == column_.name || mentions(part.expression);
                       });
  }

  const Name& table_;
  const Column& column_;
  const Table* before_;
  const Table* after_;
  std::vector<std::string> statements_;
};

// The computed columns that cannot stay while these changes are made.
std::vector<Recomputed> recomputed_columns(const Name& table,
                                           const std::vector<plan::AlterColumn>& changes,
                                           const plan::Plan& plan) {
  std::vector<Recomputed> columns;
  const Table* before = schema::find_table(plan.renamed, table);
  const Table* after = schema::find_table(plan.target, table);
  if (before == nullptr || after == nullptr) return columns;
  std::set<std::string> remade;  // by the plan itself
  for (const plan::Change& change : plan.changes) {
    const auto* drop = std::get_if<plan::DropColumn>(&change);
    if (drop != nullptr && drop->table == table) remade.insert(drop->column.name);
  }
  for (const Column& column : after->columns) {
    const Column* old = schema::find_column(*before, column.name);
    if (column.generated.empty() || old == nullptr || remade.contains(column.name)) continue;
    const bool in_the_way =
        std::any_of(changes.begin(), changes.end(), [&](const plan::AlterColumn& change) {
          const bool is_it = change.to.name == column.name;
          const bool retyped =
              change.from.type != change.to.type || change.from.collation != change.to.collation;
          const bool feeds_it = old->generated.text.find(change.from.name) != std::string::npos;
          return is_it ? retyped || change.from.generated != change.to.generated
                       : retyped && feeds_it;
        });
    if (in_the_way) columns.emplace_back(table, column, plan);
  }
  return columns;
}

}  // namespace

std::vector<ColumnStatement> alter_columns(const std::vector<plan::AlterColumn>& changes,
                                           const plan::Plan& plan) {
  std::vector<ColumnStatement> statements;
  std::vector<Recomputed> recomputed = recomputed_columns(changes.front().table, changes, plan);
  for (const Recomputed& column : recomputed) statements.push_back({column.name(), column.drop()});
  for (const plan::AlterColumn& change : changes) {
    const bool goes = std::any_of(recomputed.begin(), recomputed.end(),
                                  [&](const Recomputed& c) { return c.name() == change.to.name; });
    if (goes) continue;
    for (std::string& sql : Alteration(change).write()) {
      statements.push_back({change.to.name, std::move(sql)});
    }
  }
  for (Recomputed& column : recomputed) {
    for (std::string& sql : column.add()) statements.push_back({column.name(), std::move(sql)});
  }
  return statements;
}

}  // namespace dbx::dialect::postgres
