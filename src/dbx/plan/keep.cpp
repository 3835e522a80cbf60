// What can be planned without losing data: the target, with everything that the plan would lose put
// back.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "dbx/plan/plan.h"

namespace dbx::plan {
namespace {

using schema::Schema;
using schema::Table;

// Types, sequences, schemas and functions that the kept tables may lean on.
template <class T, class Key>
void keep_all(const std::vector<T>& before, std::vector<T>& after, Key key) {
  std::set<decltype(key(before.front()))> there;
  for (const T& item : after) there.insert(key(item));
  for (const T& item : before) {
    if (there.insert(key(item)).second) after.push_back(item);
  }
}

// Tables by their places: more may be added while it is used.
std::map<Name, std::size_t> places_of(const Schema& schema) {
  std::map<Name, std::size_t> places;
  for (std::size_t i = 0; i < schema.tables.size(); ++i) {
    places.emplace(schema::name_of(schema.tables[i]), i);
  }
  return places;
}

void keep_column(Table& table, const schema::Column& column) {
  for (schema::Column& other : table.columns) {
    if (other.name != column.name) continue;
    other = column;
    return;
  }
  table.columns.push_back(column);
}

}  // namespace

Schema keep_dropped(const Plan& plan) {
  Schema kept = plan.target;
  const std::map<Name, std::size_t> places = places_of(kept);
  const auto keep = [&](const Name& table, const schema::Column& column) {
    const auto place = places.find(table);
    if (place != places.end()) keep_column(kept.tables[place->second], column);
  };
  bool any = false;
  for (const Change& change : plan.changes) {
    if (!describe(change).breaking) continue;
    any = true;
    if (const auto* table = std::get_if<DropTable>(&change)) kept.tables.push_back(table->table);
    if (const auto* column = std::get_if<DropColumn>(&change)) {
      keep(column->table, column->column);
    }
    if (const auto* column = std::get_if<AlterColumn>(&change)) {
      keep(column->table, column->from);
    }
    if (const auto* item = std::get_if<ReplaceEnum>(&change)) {
      for (schema::Enum& other : kept.enums) {
        if (schema::name_of(other) == schema::name_of(item->from)) other = item->from;
      }
    }
  }
  if (!any) return kept;
  const auto by_name = [](const auto& item) { return schema::name_of(item); };
  keep_all(plan.renamed.enums, kept.enums, by_name);
  keep_all(plan.renamed.sequences, kept.sequences, by_name);
  keep_all(plan.renamed.namespaces, kept.namespaces,
           [](const schema::Namespace& space) { return space.name; });
  std::vector<schema::Object> objects = plan.renamed.objects;
  std::erase_if(objects, [&](const schema::Object& object) {
    // A trigger that was to go from a table that stays.
    return object.table && places.contains(*object.table);
  });
  keep_all(objects, kept.objects, [](const schema::Object& object) {
    return std::tuple(object.kind, object.schema, object.identity, object.table);
  });
  return kept;
}

}  // namespace dbx::plan
