// Primary keys, unique keys, foreign keys, checks, exclusions.
#include <fmt/format.h>

#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

// The result columns of the query below.
enum ConstraintField {
  kTable,
  kType,
  kName,
  kDeferrable,
  kDeferred,
  kValidated,
  kNoInherit,
  kHasParents,
  kColumns,
  kTarget,
  kTargetColumns,
  kOnUpdate,
  kOnDelete,
  kMatch,
  kSetNullColumns,
  kIndex,
  kText,
  kParentRelation,
};

std::vector<std::string> names_of(const Relation& relation,
                                  const std::vector<std::int64_t>& numbers) {
  std::vector<std::string> names;
  names.reserve(numbers.size());
  for (const std::int64_t number : numbers) {
    const Attribute* attribute = find_attribute(relation, number);
    names.push_back(attribute == nullptr ? std::string() : attribute->name);
  }
  return names;
}

schema::OnDelete read_action(char letter) {
  switch (letter) {
    case 'r':
      return schema::OnDelete::kRestrict;
    case 'c':
      return schema::OnDelete::kCascade;
    case 'n':
      return schema::OnDelete::kSetNull;
    case 'd':
      return spec::OnDelete::kSetDefault;
    default:
      return schema::OnDelete::kNoAction;
  }
}

schema::Key read_key(const Inspection& in, const Rows& rows, int r, const Relation& relation) {
  schema::Key key;
  key.name = rows.string(r, kName);
  key.columns = names_of(relation, rows.integers(r, kColumns));
  key.enforcement = schema::Enforcement::kPhysical;
  key.deferrable = rows.truth(r, kDeferrable);
  key.deferred = rows.truth(r, kDeferred);
  const auto index = in.constraint_indexes.find(rows.oid(r, kIndex));
  if (index != in.constraint_indexes.end()) {
    key.include = index->second.include;
    key.nulls_not_distinct = index->second.nulls_not_distinct;
  }
  return key;
}

schema::ForeignKey read_foreign_key(Inspection& in, const Rows& rows, int r,
                                    const Relation& relation) {
  schema::ForeignKey key;
  key.name = rows.string(r, kName);
  key.columns = names_of(relation, rows.integers(r, kColumns));
  if (const Relation* target = in.find(rows.oid(r, kTarget)); target != nullptr) {
    key.table = target->name.name;
    key.table_schema = target->name.schema;
    key.referenced_columns = names_of(*target, rows.integers(r, kTargetColumns));
  }
  key.on_delete = read_action(rows.letter(r, kOnDelete));
  key.on_update = read_action(rows.letter(r, kOnUpdate));
  key.enforcement = schema::Enforcement::kPhysical;
  key.deferrable = rows.truth(r, kDeferrable);
  key.deferred = rows.truth(r, kDeferred);
  key.match_full = rows.letter(r, kMatch) == 'f';
  key.not_valid = !rows.truth(r, kValidated);
  if (!rows.is_null(r, kSetNullColumns)) {
    key.set_null_columns = names_of(relation, rows.integers(r, kSetNullColumns));
  }
  return key;
}

void add_constraint(Inspection& in, const Rows& rows, int r, const Relation& relation,
                    schema::Table& table) {
  switch (rows.letter(r, kType)) {
    case 'p':
      table.primary_key = read_key(in, rows, r, relation);
      break;
    case 'u':
      table.uniques.push_back(read_key(in, rows, r, relation));
      break;
    case 'f':
      table.foreign_keys.push_back(read_foreign_key(in, rows, r, relation));
      break;
    case 'c':
      table.checks.push_back({rows.string(r, kName), rows.string(r, kText),
                              rows.truth(r, kNoInherit), !rows.truth(r, kValidated)});
      break;
    case 'x':
      table.exclusions.push_back({rows.string(r, kName), rows.string(r, kText)});
      break;
    default:
      break;
  }
}

}  // namespace

// Constraints that come from a parent, or stand for one partition of a referenced table, have
// conparentid; the latter are the same table's.
Status read_constraints(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read(
          "constraints",
          fmt::format("SELECT c.conrelid, c.contype, c.conname, c.condeferrable, c.condeferred, "
                      "c.convalidated, c.connoinherit, c.conparentid <> 0 OR (c.contype = 'c' AND "
                      "c.coninhcount > 0), c.conkey, c.confrelid, "
                      "c.confkey, c.confupdtype, c.confdeltype, c.confmatchtype, {0}, c.conindid, "
                      "CASE c.contype WHEN 'c' THEN pg_catalog.pg_get_expr(c.conbin, c.conrelid) "
                      "WHEN 'x' THEN pg_catalog.pg_get_constraintdef(c.oid) END, CASE WHEN "
                      "c.conparentid <> 0 THEN (SELECT p.conrelid FROM pg_catalog.pg_constraint p "
                      "WHERE p.oid = c.conparentid) END "
                      "FROM pg_catalog.pg_constraint c WHERE c.contype IN ('p', 'u', 'f', 'c', "
                      "'x') AND c.conrelid <> 0 AND c.connamespace {1} "
                      "ORDER BY c.conname",
                      in.since(15, "c.confdelsetcols", "NULL"), kUserNamespaces)));
  for (int r = 0; r < rows.count(); ++r) {
    const Relation* relation = in.find(rows.oid(r, kTable));
    schema::Table* table = in.table_of(rows.oid(r, kTable));
    if (table == nullptr) continue;
    if (!rows.truth(r, kHasParents)) {
      add_constraint(in, rows, r, *relation, *table);
    } else if (rows.is_null(r, kParentRelation) || rows.oid(r, kParentRelation) != relation->oid) {
      add_constraint(in, rows, r, *relation, Inspection::inherited_of(*table));
    }
  }
  return {};
}

}  // namespace dbx::dialect::postgres
