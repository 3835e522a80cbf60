// The schema: physical tables, columns, keys, indexes. What a database holds and what a plan
// compares. Any source becomes one: a spec (lower), a live database (Dialect::inspect). Values
// only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/spec/spec.h"

namespace dbx::schema {

using spec::Enforcement;
using spec::OnDelete;
using spec::Type;
using spec::TypeKind;

struct Column {
  std::string name;
  Type type;
  bool nullable = true;
  std::optional<std::string> default_value;  // SQL expression
  bool identity = false;                     // the database numbers rows itself
  std::string comment;
  std::string generated = {};  // SQL expression over the row
  std::string collation = {};

  bool operator==(const Column&) const = default;
};

// Enforcement: empty in a lowered schema where the engine decides (Dialect::realise), never empty
// after. A verified key is recorded and proven after each load, but is no object of the database.
struct Key {
  std::string name;
  std::vector<std::string> columns;
  std::optional<Enforcement> enforcement;

  bool operator==(const Key&) const = default;
};

struct ForeignKey {
  std::string name;
  std::vector<std::string> columns;
  std::string table;
  std::vector<std::string> referenced_columns;
  OnDelete on_delete = OnDelete::kNoAction;
  std::optional<Enforcement> enforcement;

  bool operator==(const ForeignKey&) const = default;
};

struct Check {
  std::string name;
  std::string expression;

  bool operator==(const Check&) const = default;
};

struct Index {
  std::string name;
  std::vector<std::string> columns;
  bool unique = false;
  std::vector<std::string> include = {};
  std::string where = {};
  std::string method = {};                   // empty: the engine's default
  std::vector<std::string> descending = {};  // of columns

  bool operator==(const Index&) const = default;
};

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

  bool operator==(const Table&) const = default;
};

struct View {
  std::string name;
  std::string comment;
  std::string select;
  bool materialized = false;

  bool operator==(const View&) const = default;
};

struct Schema {
  std::vector<Table> tables;
  std::vector<View> views = {};

  bool operator==(const Schema&) const = default;
};

const Table* find_table(const Schema& schema, std::string_view name);
const Column* find_column(const Table& table, std::string_view name);

// Spec -> Schema: adds implied keys and columns, names every constraint, and takes what the spec
// says otherwise for `engine` (a dialect's name). Total for a spec without errors.
Schema lower(const spec::Spec& spec, std::string_view engine);
// Schema -> Spec: what can be told from tables alone; everything is a `table` unless its name or
// its keys say dimension or fact.
spec::Spec lift(const Schema& schema, std::string_view warehouse);
// `lifted` with the meaning (grain, measures, verified keys, descriptions, types as written) of
// `recorded` taken back for every table whose physical columns still agree after `realise`.
spec::Spec restore_meaning(const spec::Spec& lifted, const Schema& live, const spec::Spec& recorded,
                           const Schema& recorded_realised);

// Sorts tables and everything whose order has no meaning, drops verified keys, so that equal
// schemas are equal values. Column order is no difference.
Schema canonical(Schema schema);
// SHA-256 of the canonical form.
std::string fingerprint(const Schema& schema);

}  // namespace dbx::schema
