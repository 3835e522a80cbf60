// What the readers of the catalog share while one inspection runs. Each reader is one file and adds
// its part to `schema`; inspect.cpp calls them in order.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "dbx/dialect/postgres/connection.h"
#include "dbx/dialect/postgres/postgres.h"

namespace dbx::dialect::postgres {

// Object identifiers of catalogs: the same in every server (src/include/catalog/*.h).
enum CatalogOid : Oid {
  kTypeCatalog = 1247,
  kProcCatalog = 1255,
  kClassCatalog = 1259,
  kConstraintCatalog = 2606,
  kNamespaceCatalog = 2615,
  kRewriteCatalog = 2618,
  kTriggerCatalog = 2620,
  kPolicyCatalog = 3256,
  kCollationCatalog = 3456,
  kStatisticsCatalog = 3381,
};
constexpr Oid kDefaultCollation = 100;

// A condition on a namespace's OID: one that users fill.
constexpr std::string_view kUserNamespaces =
    "IN (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> "
    "'information_schema')";

struct Attribute {
  int number = 0;
  std::string name;
  Oid type = 0;
  Oid collation = 0;
  int row = 0;  // of the answer of query_columns()
};

// A row of pg_class that has columns.
struct Relation {
  Oid oid = 0;
  Oid row_type = 0;
  char kind = 'r';  // r table, p partitioned, v view, m materialised view, f foreign, c composite
  schema::Name name;
  bool is_partition = false;
  std::vector<Oid> parents = {};  // of which it is a partition or heir
  bool listed = true;             // false: an extension's, or dbx's own
  std::size_t position = 0;       // of its table in schema.tables, or of its view in schema.views
  std::vector<Attribute> attributes = {};  // by number; dropped ones left out
};
const Attribute* find_attribute(const Relation& relation, std::int64_t number);

// A type as a column uses it: with its length.
struct UsedType {
  spec::Type type;  // read from format_type()
  Oid collation = 0;
  char storage = 'p';
};

struct SequenceRow {
  Oid oid = 0;
  schema::Name name;
  Oid type = 0;
  std::int64_t start = 1;
  std::int64_t increment = 1;
  std::int64_t minimum = 1;
  std::int64_t maximum = 1;
  std::int64_t cache = 1;
  bool cycle = false;
  bool consumed = false;  // part of an identity or serial column
  Oid owner = 0;
  int owner_attribute = 0;
};

// What a key's index adds to it.
struct ConstraintIndex {
  std::vector<std::string> include;
  bool nulls_not_distinct = false;
};

struct Inspection {
  PostgresConnection& connection;
  Diagnostics& notes;
  schema::Schema schema = {};

  std::unordered_map<Oid, std::string> namespaces = {};  // name; public as it stands
  std::set<std::pair<Oid, Oid>> extension_members = {};
  std::map<std::tuple<Oid, Oid, int>, std::string> comments = {};
  std::vector<Relation> relations = {};
  std::unordered_map<Oid, std::size_t> relation_at = {};
  std::map<std::pair<Oid, int>, UsedType> types = {};
  std::unordered_map<Oid, std::string> collations = {};  // as Column::collation
  bool has_column_grants = false;
  std::vector<SequenceRow> sequences = {};
  std::map<std::pair<Oid, int>, std::size_t> owned_sequences = {};  // table, column -> sequence
  std::unordered_map<Oid, ConstraintIndex> constraint_indexes = {};

  // SQL that depends on the server: `from_version` is 15 for PostgreSQL 15.
  std::string_view since(int from_version, std::string_view then,
                         std::string_view otherwise) const {
    return connection.server_version() >= from_version * 10000 ? then : otherwise;
  }
  Relation* find(Oid oid) {
    const auto found = relation_at.find(oid);
    return found == relation_at.end() ? nullptr : &relations[found->second];
  }
  // The relation's table, or nothing: not listed, or no table.
  schema::Table* table_of(Oid oid);
  schema::View* view_of(Oid oid);
  // What the table has of its parents.
  static schema::Table& inherited_of(schema::Table& table);
  bool is_extension_member(Oid catalog, Oid object) const {
    return extension_members.contains({catalog, object});
  }
  std::string comment(Oid catalog, Oid object, int part = 0) const {
    const auto found = comments.find({catalog, object, part});
    return found == comments.end() ? std::string() : found->second;
  }
  // public is the empty string.
  std::string schema_name(Oid oid) const;
  // A not-modelled note, on one line.
  void note(std::string_view message);
};

// Is it a relation or sequence of dbx itself?
bool is_own(const schema::Name& name);
// reloptions -> "fillfactor=70, parallel_workers=2", sorted.
std::string join_options(std::vector<std::string> options);
// The text of a row's cell, or nothing for NULL.
std::string text_or_empty(const Rows& rows, int row, int column);

// inspect_relations.cpp: namespaces, comments, tables and views, without columns.
Status read_namespaces(Inspection& in);
Status read_relations(Inspection& in);
Status read_view_dependencies(Inspection& in);
// inspect_columns.cpp: types and collations that `columns` and `indexes` name, then the columns.
Result<Rows> query_columns(Inspection& in);
Status read_types(Inspection& in, const Rows& columns, const Rows& indexes);
void read_columns(Inspection& in, const Rows& columns);
// inspect_settings.cpp: after everything that has parts.
void add_setting(Inspection& in, Oid relation, schema::SettingKind kind, std::string_view of,
                 std::string_view value);
Status read_settings(Inspection& in);
// inspect_sequences.cpp: read before the columns, listed after them.
Status read_sequences(Inspection& in);
void list_sequences(Inspection& in);
SequenceRow* find_owned_sequence(Inspection& in, Oid table, int attribute);
// START WITH 100 INCREMENT BY 5: what differs from the defaults of its type.
std::string sequence_options(const SequenceRow& sequence);
// inspect_constraints.cpp, after the constraints' indexes.
Status read_constraints(Inspection& in);
// inspect_indexes.cpp
Result<Rows> query_indexes(Inspection& in);
std::set<Oid> index_collations(const Rows& indexes);
void read_constraint_indexes(Inspection& in, const Rows& indexes);
Status read_indexes(Inspection& in, const Rows& indexes);
// inspect_types.cpp: enums, domains, composite and range types, collations.
Status read_user_types(Inspection& in);
// inspect_aggregates.cpp
Status read_aggregates(Inspection& in);
// inspect_objects.cpp: extensions, routines, triggers, policies, rules, statistics.
Status read_objects(Inspection& in);
// inspect_notes.cpp: everything that is there and has no place in schema::Schema.
Status read_notes(Inspection& in);

}  // namespace dbx::dialect::postgres
