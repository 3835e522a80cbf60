// The spec: what the user means by a warehouse - facts, dimensions, grain, measures - as plain
// values. Written as YAML (spec/parse.h); made physical by schema::lower. Item order is the
// author's.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dbx/base/rare.h"
#include "dbx/spec/physical.h"
#include "dbx/spec/type.h"

namespace dbx::spec {

enum class TableKind : std::uint8_t { kDimension, kFact, kBridge, kTable };
enum class FactType : std::uint8_t {
  kTransaction,
  kPeriodicSnapshot,
  kAccumulatingSnapshot,
  kFactless
};
enum class Additivity : std::uint8_t { kAdditive, kSemiAdditive, kNonAdditive };
enum class Aggregate : std::uint8_t { kSum, kAvg, kMin, kMax, kCount, kCountDistinct };
enum class History : std::uint8_t { kType1, kType2 };
enum class Role : std::uint8_t { kAttribute, kFlag, kKey, kDate, kDegenerate };
enum class Sensitivity : std::uint8_t { kNone, kInternal, kPii, kSecret };
enum class OnDelete : std::uint8_t { kNoAction, kRestrict, kCascade, kSetNull, kSetDefault };
// Who gives an identity column its numbers: the database unless the row does, always the database,
// or a sequence behind the default (PostgreSQL's serial).
enum class Numbering : std::uint8_t { kByDefault, kAlways, kSerial };
// Recorded by number: new ones come last.
enum class ObjectKind : std::uint8_t {
  kExtension,
  kDomain,
  kType,
  kFunction,
  kProcedure,
  kAggregate,
  kTrigger,
  kPolicy,
  kRule,
  kStatistics,
  kCollation
};
enum class Enforcement : std::uint8_t { kPhysical, kVerified };
enum class PartitionStrategy : std::uint8_t { kRange, kList, kHash };
enum class NamingStyle : std::uint8_t { kSnakeCase, kAny };

// An entry of a mapping from names to text: `synonyms: {clients: dim_company}`.
struct NamedText {
  std::string name;
  std::string text;

  bool operator==(const NamedText&) const = default;
};

struct FillParameter;

// How to generate a column: `fill: email`, or `fill: {generator: normal, mean: 10, stddev: 2}`.
struct Fill {
  std::string generator;
  std::vector<FillParameter> parameters;

  bool operator==(const Fill&) const = default;
};

// One setting of a generator: `mean: 10`, `values: [a, b]` or, weighted, `values: {a: 3, b: 1}`; or
// fills within the fill: one, `else: {generator: normal}`, a list of them, or one a value, `cases:
// {gold: {generator: normal}, silver: [1, 2]}`.
struct FillParameter {
  std::string name;
  std::vector<std::string> values;
  std::vector<std::string> weights;  // empty, or one a value
  bool is_list = false;
  // Empty, or one a value, or, without values, one or a list. Where values stand for a fill, it has
  // no generator and one setting, `values`.
  std::vector<Fill> fills = {};

  bool operator==(const FillParameter&) const = default;
};

// A column of any table; a measure is a column with the fields of the second group. A warehouse has
// tens of thousands: what few columns say is kept out of line.
struct Column {
  std::string name;
  Type type;
  bool nullable = true;
  bool unique = false;
  bool identity = false;                        // the database numbers rows itself
  Numbering numbering = Numbering::kByDefault;  // of an identity
  bool generated_virtual = false;               // computed when read, not when written
  bool display = false;                         // the column that names a row to people
  std::optional<Role> role;
  std::optional<Sensitivity> sensitivity;
  RareText description;
  std::optional<RareText> default_value;  // an SQL expression: 0, 'new', current_date
  RareText check;                         // an SQL expression over the row
  RareText generated;         // an SQL expression over the row that the database keeps up to date
  RareText identity_options;  // of an identity: START WITH 100 INCREMENT BY 5
  RareText collation;
  RareText renamed_from;  // the column's name before this spec
  RareText hierarchy;     // "region > country > city"
  std::vector<std::string> synonyms;
  Rare<Fill> fill;

  std::optional<Additivity> additivity;
  std::optional<Aggregate> default_aggregate;
  RareText unit;       // EUR, percent, days
  RareText numerator;  // of a rate: columns of the same fact
  RareText denominator;

  bool operator==(const Column&) const = default;
};

struct Reference {
  std::string table;
  std::vector<std::string> columns;
  std::string schema = {};  // empty: the engine's own

  bool operator==(const Reference&) const = default;
};

struct ForeignKey {
  std::string name;                  // empty: named by schema::lower
  std::vector<std::string> columns;  // `column: x`, or `columns: [x, y]`
  Reference references;              // dim_company(company_key), sales.orders(id)
  std::string role;                  // order_date, ship_date
  bool optional = false;             // the undeclared column is nullable
  OnDelete on_delete = OnDelete::kNoAction;
  std::vector<std::string> set_null_columns;  // of on_delete: set_null; empty: all
  OnDelete on_update = OnDelete::kNoAction;
  bool deferrable = false;  // may be checked at the end of a transaction
  bool deferred = false;    // is, unless a transaction says otherwise
  bool match_full = false;  // all of its columns are NULL, or none
  bool not_valid = false;   // rows that were there before it may break it

  bool operator==(const ForeignKey&) const = default;
};

// One column of an index: a name, or a mapping with an expression or an order of its own.
struct IndexColumn {
  std::string column;
  std::string expression;  // an SQL expression over the row, in place of a column
  bool descending = false;
  std::optional<bool> nulls_first;
  std::string collation;
  std::string operator_class;

  IndexColumn() = default;
  IndexColumn(std::string name) : column(std::move(name)) {}  // NOLINT: mostly it is a column
  IndexColumn(const char* name) : column(name) {}             // NOLINT
  bool operator==(const IndexColumn&) const = default;
};

struct Index {
  std::string name;
  std::vector<IndexColumn> columns;
  bool unique = false;
  std::vector<std::string> include = {};  // further columns in the leaves
  std::string where = {};   // an SQL condition: only rows that meet it are in the index
  std::string method = {};  // btree, hash, gin, ...
  std::vector<std::string> descending = {};  // of its columns
  bool nulls_not_distinct = false;           // of a unique one: NULL equals NULL
  std::string options = {};                  // of the engine: fillfactor=70

  bool operator==(const Index&) const = default;
};

// The plain columns of an index; expressions left out.
std::vector<std::string> column_names(const Index& index);

struct Partitioning {
  PartitionStrategy strategy = PartitionStrategy::kRange;
  std::string column;
  std::string interval;  // RANGE: month, quarter, year

  bool operator==(const Partitioning&) const = default;
};

struct Table {
  TableKind kind = TableKind::kTable;
  std::string name;
  std::string description;
  std::vector<std::string> synonyms;

  std::string surrogate_key;             // among columns: the user's own; else added and generated
  std::vector<std::string> natural_key;  // unique together
  History history = History::kType1;     // type 2 adds valid_from, valid_to, is_current

  FactType type = FactType::kTransaction;
  std::string grain;                       // as written: "a, b" or a sentence "one row per ..."
  std::vector<std::string> grain_columns;  // as written; see grain_of()

  std::vector<ForeignKey> foreign_keys;
  std::vector<Column> measures;
  std::vector<Column> columns;

  std::vector<std::string> primary_key;
  std::vector<std::vector<std::string>> unique;
  std::vector<Check> checks;
  std::vector<Index> indexes;
  std::optional<Partitioning> partitioning;
  std::optional<Enforcement> constraints;  // of the foreign keys; empty: the engine's default
  std::string distribution;                // Citus: reference, hash(column) or round_robin
  std::string renamed_from;                // the table's name before this spec

  // What databases that exist already have.
  std::string schema;  // empty: the engine's own (public, main)
  std::vector<NamedKey> keys;
  std::vector<Exclusion> exclusions;
  std::string partition_by;  // RANGE (sold_on), as the engine says it
  std::optional<PartitionOf> partition_of;
  std::string options;                // fillfactor=70; SQLite: STRICT, WITHOUT ROWID
  bool unlogged = false;              // lost in a crash
  bool row_security = false;          // policies decide who sees which rows
  std::vector<std::string> inherits;  // tables whose columns it has too: table or schema.table
  std::vector<Setting> settings;

  bool operator==(const Table&) const = default;
};

struct Naming {
  NamingStyle style = NamingStyle::kSnakeCase;
  std::string dimension_prefix = "dim_";
  std::string fact_prefix = "fact_";

  bool operator==(const Naming&) const = default;
};

struct View {
  std::string name;
  std::string description;
  std::string select;               // SQL that every engine takes
  std::vector<NamedText> dialects;  // by engine, where it does not
  bool materialized = false;
  std::string schema;
  std::vector<Index> indexes;  // of a materialised view
  std::string options;         // security_barrier=true
  std::vector<Setting> settings;

  bool operator==(const View&) const = default;
};

// What one engine does otherwise.
struct DialectOverride {
  std::string engine;                      // duckdb, postgres, ...
  std::optional<Enforcement> constraints;  // of tables that do not say themselves
  std::vector<NamedText> types;            // table.column -> a type

  bool operator==(const DialectOverride&) const = default;
};

// A query whose rows are violations.
struct DataTest {
  std::string name;
  std::string description;
  std::string select;

  bool operator==(const DataTest&) const = default;
};

struct SchemaName {
  std::string name;
  std::string description;

  bool operator==(const SchemaName&) const = default;
};

// A type that is a list of words in order.
struct Enum {
  std::string name;
  std::string schema;
  std::string description;
  std::vector<std::string> values;

  bool operator==(const Enum&) const = default;
};

struct Sequence {
  std::string name;
  std::string schema;
  std::string description;
  std::string options;   // AS integer START WITH 5 INCREMENT BY 2
  std::string owned_by;  // table.column or schema.table.column: dropped with it

  bool operator==(const Sequence&) const = default;
};

// Code and other things kept as the statement that makes them.
struct Object {
  ObjectKind kind = ObjectKind::kFunction;
  std::string name;  // with its argument types where it has some: area(integer, integer)
  std::string schema;
  std::string table;  // of a trigger, policy, rule or statistics: table or schema.table
  std::string description;
  std::string definition;  // CREATE ...

  bool operator==(const Object&) const = default;
};

struct Spec {
  int version = 1;
  std::string warehouse;
  std::string description;
  Naming naming;
  std::vector<Table> dimensions;
  std::vector<Table> facts;
  std::vector<Table> bridges;
  std::vector<Table> tables;
  std::vector<View> views;
  std::vector<DialectOverride> dialects;
  std::vector<NamedText> synonyms;  // a business word -> a table or table.column
  std::vector<DataTest> tests;
  std::vector<SchemaName> schemas;
  std::vector<Enum> enums;
  std::vector<Sequence> sequences;
  std::vector<Object> objects;

  bool operator==(const Spec&) const = default;
};

// The columns that identify a row of the fact: grain_columns, else those of a column-list grain.
std::vector<std::string> grain_of(const Table& table);
// Is the grain a sentence ("one row per ...") rather than a list of columns?
bool is_grain_sentence(std::string_view grain);

// Every table with its JSON pointer, in the order dimensions, bridges' ends first: dimensions,
// tables, bridges, facts. Pointers to the spec's own tables: valid while it lives unchanged.
struct TablePlace {
  const Table* table;
  std::string pointer;  // /entities/facts/0
};
std::vector<TablePlace> all_tables(const Spec& spec);
const Table* find_table(const Spec& spec, std::string_view name);
// Names of the tables that a foreign key leads to.
std::set<std::string> referenced_tables(const Spec& spec);

// Names with dots, as SQL writes them: sales.orders, "Order Details"."Unit.Price". Parts are quoted
// where they hold anything but letters, digits, '_', '$' and spaces inside.
std::vector<std::string> split_name(std::string_view text);
std::string join_name(const std::vector<std::string>& parts);

// A column that exists in the table, declared or not: the implied surrogate key, foreign key
// columns that are typed like the key they reference, type-2 columns, columns, measures; in
// physical order.
enum class Origin { kSurrogateKey, kForeignKey, kColumn, kMeasure, kHistory };
struct EffectiveColumn {
  Column column;
  Origin origin = Origin::kColumn;
  int foreign_key = -1;  // index into table.foreign_keys where it is one's (first) column
};
std::vector<EffectiveColumn> effective_columns(const Spec& spec, const Table& table);

// Tables by name, for whoever asks for many: look-ups by find_table are linear in the spec. Valid
// while the spec lives unchanged.
class TableIndex {
 public:
  explicit TableIndex(const Spec& spec);
  const Table* find(std::string_view name) const;  // in any schema, the engine's own first
  const Table* find(const Reference& reference) const;

 private:
  std::unordered_map<std::string_view, std::vector<const Table*>> tables_;
};
std::vector<EffectiveColumn> effective_columns(const TableIndex& tables, const Table& table);
// Of those, the ones that the table does not declare: for whoever reads the declared ones in place.
std::vector<EffectiveColumn> implied_columns(const TableIndex& tables, const Table& table);

std::string_view name(TableKind kind);  // dimension, fact, bridge, table

}  // namespace dbx::spec
