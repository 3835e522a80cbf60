// Columns of tables: types, defaults, generation, identities.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

using database::Value;

// The result columns of query_columns().
enum ColumnField {
  kTable,
  kNumber,
  kName,
  kType,
  kModifier,
  kCollation,
  kNotNull,
  kIdentity,
  kGenerated,
  kDefault,
  kStorage,
  kOptions,
  kHasGrants,
  kCompression,
  kStatistics,
  kInherited,
};

std::string array_of(const auto& numbers) { return fmt::format("{{{}}}", fmt::join(numbers, ",")); }

Status read_collations(Inspection& in, const std::set<Oid>& used) {
  const Value parameters[] = {array_of(used)};
  DBX_TRY(const Rows rows, in.connection.read("collations",
                                              "SELECT o, o::pg_catalog.regcollation FROM "
                                              "unnest($1::pg_catalog.oid[]) AS o",
                                              parameters));
  for (int r = 0; r < rows.count(); ++r) {
    in.collations.emplace(rows.oid(r, 0), spec::join_name(spec::split_name(rows.text(r, 1))));
  }
  return {};
}

// Does the default take its numbers from exactly this sequence, and is all else as serial makes it?
bool is_serial(const Relation& table, const Attribute& attribute, const SequenceRow& sequence,
               std::string_view default_text) {
  const schema::Name name{table.name.schema, serial_sequence_name(table.name.name, attribute.name)};
  return sequence.name == name && sequence.type == attribute.type &&
         sequence_options(sequence).empty() &&
         // The server deparses text without E'', as standard_conforming_strings is on.
         default_text ==
             fmt::format("nextval('{}'::regclass)", text::replace_all(quote(name), "'", "''"));
}

void read_default(Inspection& in, const Rows& rows, int r, const Relation& table,
                  const Attribute& attribute, schema::Column& column) {
  const char identity = rows.letter(r, kIdentity);
  const char generated = rows.letter(r, kGenerated);
  const std::string_view text =
      rows.is_null(r, kDefault) ? std::string_view() : rows.text(r, kDefault);
  SequenceRow* sequence = find_owned_sequence(in, table.oid, attribute.number);
  if (identity != '\0') {
    column.identity = true;
    column.numbering = identity == 'a' ? schema::Numbering::kAlways : schema::Numbering::kByDefault;
    if (sequence == nullptr) return;
    column.identity_options = sequence_options(*sequence);
    sequence->consumed = true;
  } else if (generated != '\0') {
    column.generated = std::string(text);
    column.generated_virtual = generated == 'v';
  } else if (sequence != nullptr && !column.nullable &&
             is_serial(table, attribute, *sequence, text)) {
    column.identity = true;
    column.numbering = schema::Numbering::kSerial;
    sequence->consumed = true;
  } else if (!text.empty()) {
    column.default_value = schema::Expression(std::string(text));
  }
}

schema::Column read_column(Inspection& in, const Rows& rows, int r, const Relation& table,
                           const Attribute& attribute) {
  const UsedType& type = in.types[{attribute.type, static_cast<int>(rows.integer(r, kModifier))}];
  schema::Column column;
  column.name = attribute.name;
  column.type = type.type;
  column.nullable = !rows.truth(r, kNotNull);
  if (!in.comments.empty()) {
    column.comment = in.comment(kClassCatalog, table.oid, attribute.number);
  }
  if (attribute.collation != type.collation && attribute.collation != 0) {
    column.collation = in.collations[attribute.collation];
  }
  in.has_column_grants = in.has_column_grants || rows.truth(r, kHasGrants);
  read_default(in, rows, r, table, attribute, column);
  return column;
}

// TOAST: how the values of a column are kept.
std::string_view storage_name(char letter) {
  switch (letter) {
    case 'p':
      return "PLAIN";
    case 'e':
      return "EXTERNAL";
    case 'm':
      return "MAIN";
    default:
      return "EXTENDED";
  }
}

void read_column_settings(Inspection& in, const Rows& rows, int r, const Relation& table,
                          const std::string& column) {
  using schema::SettingKind;
  const UsedType& type =
      in.types[{rows.oid(r, kType), static_cast<int>(rows.integer(r, kModifier))}];
  const char storage = rows.letter(r, kStorage);
  if (storage != type.storage) {
    add_setting(in, table.oid, SettingKind::kColumnStorage, column, storage_name(storage));
  }
  const char compression = rows.letter(r, kCompression);
  if (compression != '\0') {
    add_setting(in, table.oid, SettingKind::kColumnCompression, column,
                compression == 'l' ? "lz4" : "pglz");
  }
  if (const std::int64_t target = rows.integer(r, kStatistics); target >= 0) {
    add_setting(in, table.oid, SettingKind::kColumnStatistics, column, std::to_string(target));
  }
  if (!rows.is_null(r, kOptions)) {
    add_setting(in, table.oid, SettingKind::kColumnOptions, column,
                join_options(rows.strings(r, kOptions)));
  }
}

// What a table says otherwise than its parents of a column that it has of them.
void read_own_ways(Inspection& in, const Rows& rows, const Relation& table,
                   const Attribute& attribute) {
  using schema::SettingKind;
  const std::string comment = in.comment(kClassCatalog, table.oid, attribute.number);
  if (!comment.empty()) {
    add_setting(in, table.oid, SettingKind::kColumnComment, attribute.name, comment);
  }
  for (const Oid oid : table.parents) {
    const Relation* parent = in.find(oid);
    if (parent == nullptr) continue;
    const auto same = std::find_if(parent->attributes.begin(), parent->attributes.end(),
                                   [&](const Attribute& a) { return a.name == attribute.name; });
    if (same == parent->attributes.end()) continue;
    const auto text = [&](int r) {
      return rows.is_null(r, kDefault) ? std::string_view() : rows.text(r, kDefault);
    };
    const bool plain =
        rows.letter(attribute.row, kGenerated) == '\0' && rows.letter(same->row, kIdentity) == '\0';
    if (plain && text(attribute.row) != text(same->row)) {
      add_setting(in, table.oid, SettingKind::kColumnDefault, attribute.name,
                  text(attribute.row).empty() ? "NULL" : text(attribute.row));
    }
    if (rows.truth(attribute.row, kNotNull) && !rows.truth(same->row, kNotNull)) {
      add_setting(in, table.oid, SettingKind::kColumnRequired, attribute.name, "true");
    }
    return;
  }
}

}  // namespace

Result<Rows> query_columns(Inspection& in) {
  // attgenerated and attidentity are '' where they say nothing. Only generated columns' expressions
  // name columns; for the others the server need not open the table (5,000 of them: 0.2 s).
  return in.connection.read(
      "the columns of tables",
      fmt::format("SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, "
                  "a.attcollation, a.attnotnull, a.attidentity, a.attgenerated, CASE WHEN "
                  "a.atthasdef THEN (SELECT pg_catalog.pg_get_expr(d.adbin, "
                  "CASE WHEN a.attgenerated = '' THEN 0 ELSE d.adrelid END) FROM "
                  "pg_catalog.pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) "
                  "END, a.attstorage, a.attoptions, a.attacl IS NOT NULL, {}, "
                  "coalesce(a.attstattarget, -1), a.attinhcount > 0 FROM "
                  "pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = "
                  "a.attrelid WHERE c.relkind IN ('r', 'p', 'm') AND "
                  "c.relnamespace {} AND a.attnum > 0 AND NOT a.attisdropped",
                  in.since(14, "a.attcompression", "''"), kUserNamespaces));
}

Status read_types(Inspection& in, const Rows& columns, const Rows& indexes) {
  std::set<std::pair<Oid, int>> used;
  std::set<Oid> collations;
  for (int r = 0; r < columns.count(); ++r) {
    used.emplace(columns.oid(r, kType), static_cast<int>(columns.integer(r, kModifier)));
    collations.insert(columns.oid(r, kCollation));
  }
  for (const Oid oid : index_collations(indexes)) collations.insert(oid);
  collations.erase(0);
  std::vector<Oid> oids;
  std::vector<int> modifiers;
  for (const auto& [oid, modifier] : used) {
    oids.push_back(oid);
    modifiers.push_back(modifier);
  }
  const Value parameters[] = {array_of(oids), array_of(modifiers)};
  DBX_TRY(const Rows rows,
          in.connection.read(
              "types",
              "SELECT u.o, u.m, pg_catalog.format_type(u.o, u.m), t.typcollation, t.typstorage "
              "FROM unnest($1::pg_catalog.oid[], $2::pg_catalog.int4[]) AS u(o, m) "
              "JOIN pg_catalog.pg_type t ON t.oid = u.o",
              parameters));
  for (int r = 0; r < rows.count(); ++r) {
    in.types.emplace(
        std::pair{rows.oid(r, 0), static_cast<int>(rows.integer(r, 1))},
        UsedType{read_catalog_type(rows.text(r, 2)), rows.oid(r, 3), rows.letter(r, 4)});
  }
  return read_collations(in, collations);
}

void read_columns(Inspection& in, const Rows& columns) {
  std::unordered_map<Oid, std::vector<std::pair<int, int>>> rows_of;  // table -> number, row
  for (int r = 0; r < columns.count(); ++r) {
    rows_of[columns.oid(r, kTable)].emplace_back(static_cast<int>(columns.integer(r, kNumber)), r);
  }
  for (Relation& relation : in.relations) {
    auto& rows = rows_of[relation.oid];
    std::sort(rows.begin(), rows.end());
    schema::Table* table = in.table_of(relation.oid);
    if (table != nullptr) table->columns.reserve(rows.size());
    relation.attributes.reserve(rows.size());
    for (const auto& [number, r] : rows) {
      const Attribute& attribute = relation.attributes.emplace_back(Attribute{
          number, columns.string(r, kName), columns.oid(r, kType), columns.oid(r, kCollation), r});
      if (table == nullptr) continue;
      const bool inherited = relation.is_partition || columns.truth(r, kInherited);
      std::vector<schema::Column>& list =
          inherited ? Inspection::inherited_of(*table).columns : table->columns;
      list.push_back(read_column(in, columns, r, relation, attribute));
      read_column_settings(in, columns, r, relation, attribute.name);
    }
  }
  for (const Relation& relation : in.relations) {
    if (relation.parents.empty()) continue;
    for (const Attribute& attribute : relation.attributes) {
      const bool inherited = relation.is_partition || columns.truth(attribute.row, kInherited);
      if (inherited) read_own_ways(in, columns, relation, attribute);
    }
  }
}

}  // namespace dbx::dialect::postgres
