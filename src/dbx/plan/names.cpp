// Names that relations, indexes and keys share within a schema: who has one now, who wants it.
#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

void add_parts(const schema::Table& table, std::set<Name>& names) {
  const auto add = [&](const std::string& name) {
    if (!name.empty()) names.insert({table.schema, name});
  };
  if (table.primary_key) add(table.primary_key->name);
  for (const schema::Key& key : table.uniques) add(key.name);
  for (const schema::Exclusion& exclusion : table.exclusions) add(exclusion.name);
  for (const schema::Index& index : table.indexes) add(index.name);
}

void add_parts(const schema::Schema& schema, std::set<Name>& names) {
  for (const schema::Table& table : schema.tables) add_parts(table, names);
  for (const schema::View& view : schema.views) {
    for (const schema::Index& index : view.indexes) names.insert({view.schema, index.name});
  }
}

void add_relations(const schema::Schema& schema, std::set<Name>& names) {
  for (const schema::Table& table : schema.tables) names.insert(schema::name_of(table));
  for (const schema::Sequence& item : schema.sequences) names.insert(schema::name_of(item));
}

void add_views(const schema::Schema& schema, std::set<Name>& names) {
  for (const schema::View& view : schema.views) names.insert(schema::name_of(view));
}

}  // namespace

RelationNames::RelationNames(const schema::Schema& from, const schema::Schema& to) {
  add_parts(from, parts_before_);
  add_views(from, parts_before_);
  add_relations(from, relations_before_);
  add_parts(to, after_);
  add_relations(to, after_);
  add_views(to, after_);
}

RenameWay RelationNames::way(const Name& from, const Name& to) const {
  RenameWay way;
  const bool late = relations_before_.contains(to);
  way.by_way_of_aside = late || parts_before_.contains(to);
  way.phase = Phase::kRenameKeys;
  if (late) way.phase = Phase::kIndexes;
  if (!way.by_way_of_aside && after_.contains(from)) way.phase = Phase::kDropKeys;
  return way;
}

const RelationNames& Difference::relation_names() {
  if (!relation_names_) relation_names_.emplace(*from_, *to_);
  return *relation_names_;
}

}  // namespace dbx::plan
