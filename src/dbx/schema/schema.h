// The schema: physical tables, columns, keys, indexes, views, and the types, sequences and routines
// they lean on. What a database holds and what a plan compares. Any source becomes one: a spec
// (lower), a live database (Dialect::inspect). Values only.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/spec/spec.h"

namespace dbx::schema {

using spec::Enforcement;
using spec::Numbering;
using spec::ObjectKind;
using spec::OnDelete;
using spec::Type;
using spec::TypeKind;

// A name within its schema (namespace). No schema: the engine's own (public, main).
struct Name {
  std::string schema = {};
  std::string name = {};

  auto operator<=>(const Name&) const = default;
};
// sales.orders, for people; SQL is written by a dialect.
std::string print(const Name& name);

// SQL text with what it means to an engine: `amount>=0` and `(amount >= (0)::numeric)` mean the
// same. Compared by meaning, written as text. The dialect fills the meaning in; until then, and
// where an engine keeps text as it is written, the text is the meaning.
struct Expression {
  std::string text = {};
  std::string meaning = {};

  Expression() = default;
  Expression(std::string written) : text(std::move(written)) {}  // NOLINT: an expression is text
  Expression(const char* written) : text(written) {}             // NOLINT
  bool empty() const { return text.empty(); }
  const std::string& key() const { return meaning.empty() ? text : meaning; }
  bool operator==(const Expression& other) const { return key() == other.key(); }
  auto operator<=>(const Expression& other) const { return key() <=> other.key(); }
};

// A value that is no part of what is compared.
template <class T>
struct Aside {
  T value = {};

  bool operator==(const Aside&) const { return true; }
};

struct Column {
  std::string name;
  Type type;
  bool nullable = true;
  std::optional<Expression> default_value;
  bool identity = false;  // the database numbers rows itself
  std::string comment;
  Expression generated = {};
  std::string collation = {};
  Numbering numbering = Numbering::kByDefault;  // of an identity
  std::string identity_options = {};            // START WITH 100 INCREMENT BY 5
  bool generated_virtual = false;               // computed when read, not when written
  std::string renamed_from = {};                // not part of what is compared
};
// Everything but renamed_from and, of comments, nothing left out.
bool operator==(const Column& a, const Column& b);

// Enforcement: empty in a lowered schema where the engine decides (Dialect::realise), never empty
// after. A verified key is recorded and proven after each load, but is no object of the database.
struct Key {
  std::string name;
  std::vector<std::string> columns;
  std::optional<Enforcement> enforcement;
  std::vector<std::string> include = {};
  bool deferrable = false;
  bool deferred = false;            // initially
  bool nulls_not_distinct = false;  // of a unique key
  // Not an index, where an engine has the choice (DuckDB). Once realised, where it stands tells.
  Aside<bool> as_constraint = {};

  bool operator==(const Key&) const = default;
};

struct ForeignKey {
  std::string name;
  std::vector<std::string> columns;
  std::string table;
  std::vector<std::string> referenced_columns;
  OnDelete on_delete = OnDelete::kNoAction;
  std::optional<Enforcement> enforcement;
  std::string table_schema = {};
  OnDelete on_update = OnDelete::kNoAction;
  bool deferrable = false;
  bool deferred = false;
  bool match_full = false;
  bool not_valid = false;                          // rows there before it were not looked at
  std::vector<std::string> set_null_columns = {};  // of ON DELETE SET NULL (a, b); empty: all

  bool operator==(const ForeignKey&) const = default;
  Name target() const { return {table_schema, table}; }
};

struct Check {
  std::string name;
  Expression expression;
  bool no_inherit = false;
  bool not_valid = false;

  bool operator==(const Check&) const = default;
};

// EXCLUDE USING gist (room WITH =, during WITH &&): everything after the name, as the engine says
// it.
struct Exclusion {
  std::string name;
  Expression definition;

  bool operator==(const Exclusion&) const = default;
};

// One column of an index, or an expression.
struct IndexPart {
  std::string column = {};  // empty: the expression
  Expression expression = {};
  bool descending = false;
  std::optional<bool> nulls_first = {};  // empty: the engine's default for the direction
  std::string collation = {};
  std::string operator_class = {};

  IndexPart() = default;
  IndexPart(std::string name) : column(std::move(name)) {}  // NOLINT: mostly it is a column
  IndexPart(const char* name) : column(name) {}             // NOLINT
  bool operator==(const IndexPart&) const = default;
};

struct Index {
  std::string name;
  std::vector<IndexPart> columns;
  bool unique = false;
  std::vector<std::string> include = {};
  Expression where = {};
  std::string method = {};  // empty: the engine's default
  bool nulls_not_distinct = false;
  std::string options = {};  // fillfactor=70

  bool operator==(const Index&) const = default;
};

// A table that holds the rows of another one within bounds: FOR VALUES FROM (1) TO (10), DEFAULT.
struct PartitionOf {
  Name parent;
  Expression bound;

  bool operator==(const PartitionOf&) const = default;
};

using spec::Setting;
using spec::SettingKind;

struct Table {
  std::string name;
  spec::TableKind kind = spec::TableKind::kTable;  // an ordering hint, not part of what is compared
  std::string comment;
  std::vector<Column> columns;
  std::optional<Key> primary_key;
  std::vector<Key> uniques;
  std::vector<ForeignKey> foreign_keys;
  std::vector<Check> checks;
  std::vector<Index> indexes;
  std::optional<spec::Partitioning> partitioning;
  std::string distribution;
  std::string schema = {};
  std::vector<Exclusion> exclusions = {};
  Expression partition_by = {};  // RANGE (sold_on), as the engine says it
  std::optional<PartitionOf> partition_of = {};
  std::string options = {};       // fillfactor=70; SQLite: STRICT, WITHOUT ROWID
  bool unlogged = false;          // not written ahead, lost in a crash
  bool row_security = false;      // policies decide who sees which rows
  std::string renamed_from = {};  // not part of what is compared
  // Tables whose columns and checks it has too; `columns` and `checks` leave those out.
  std::vector<Name> inherits = {};
  std::vector<Setting> settings = {};
  // What it has of its parents, as it stands in the database: at most one table, with columns,
  // keys, checks and indexes. Known of a database only.
  Aside<std::vector<Table>> inherited = {};

  bool operator==(const Table&) const = default;
};

struct View {
  std::string name;
  std::string comment;
  Expression select;
  bool materialized = false;
  std::string schema = {};
  std::vector<Index> indexes = {};  // of a materialised view
  std::string options = {};         // security_barrier=true
  std::vector<Name> reads = {};     // relations it is made of; not part of what is compared
  std::vector<Setting> settings = {};

  bool operator==(const View&) const = default;
};

struct Enum {
  std::string schema;
  std::string name;
  std::vector<std::string> values;
  std::string comment = {};

  bool operator==(const Enum&) const = default;
};

struct Sequence {
  std::string schema;
  std::string name;
  std::string options;                   // AS integer START WITH 5 INCREMENT BY 2 ...
  std::optional<Name> owner_table = {};  // dropped with this column
  std::string owner_column = {};
  std::string comment = {};
  // START WITH 5, for an engine that moves it along as the sequence counts (DuckDB).
  Aside<std::string> start = {};

  bool operator==(const Sequence&) const = default;
};

// Code and other things kept as the statement that makes them: functions, triggers, policies,
// domains, extensions. `identity` names it in DROP: area(integer, integer).
struct Object {
  ObjectKind kind = ObjectKind::kFunction;
  std::string schema;
  std::string identity;
  std::optional<Name> table = {};  // of a trigger, policy, rule or statistics object
  Expression definition = {};
  std::string comment = {};

  bool operator==(const Object&) const = default;
};

struct Namespace {
  std::string name;
  std::string comment = {};

  bool operator==(const Namespace&) const = default;
};

struct Schema {
  std::vector<Table> tables;
  std::vector<View> views = {};
  std::vector<Namespace> namespaces = {};
  std::vector<Enum> enums = {};
  std::vector<Sequence> sequences = {};
  std::vector<Object> objects = {};

  bool operator==(const Schema&) const = default;
};

template <class T>
Name name_of(const T& item) {
  return {item.schema, item.name};
}

const Table* find_table(const Schema& schema, std::string_view name);
const Table* find_table(const Schema& schema, const Name& name);
const Column* find_column(const Table& table, std::string_view name);
// The plain columns of an index; expressions left out.
std::vector<std::string> column_names(const Index& index);

// Spec -> Schema: adds implied keys and columns, names every constraint, and takes what the spec
// says otherwise for `engine` (a dialect's name). Total for a spec without errors.
Schema lower(const spec::Spec& spec, std::string_view engine);
// The name that `lower` gives a constraint: pk_orders_id; at most 63 bytes.
std::string constraint_name(std::string_view prefix, std::string_view table,
                            const std::vector<std::string>& columns);
// Schema -> Spec: what can be told from tables alone; everything is a `table` unless its name or
// its keys say dimension or fact. lower(lift(s)) holds all that s holds.
spec::Spec lift(const Schema& schema, std::string_view warehouse);
// `lifted` with the meaning (grain, measures, verified keys, descriptions, types as written) of
// `recorded` taken back for every table whose physical columns still agree after `realise`.
spec::Spec restore_meaning(const spec::Spec& lifted, const Schema& live, const spec::Spec& recorded,
                           const Schema& recorded_realised);

// Sorts tables and everything whose order has no meaning, drops verified keys and what is not
// compared, so that equal schemas are equal values. Column order is no difference.
Schema canonical(Schema schema);
// SHA-256 of the canonical form.
std::string fingerprint(const Schema& schema);

}  // namespace dbx::schema
