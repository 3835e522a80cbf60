// What can be planned without losing data: the target, with everything that the plan would lose put
// back.
#include <algorithm>

#include "dbx/plan/plan.h"

namespace dbx::plan {
namespace {

using schema::Schema;
using schema::Table;

// Types, sequences, schemas and functions that the kept tables may lean on.
template <class T, class Same>
void keep_all(const std::vector<T>& before, std::vector<T>& after, Same same) {
  for (const T& item : before) {
    const bool there =
        std::any_of(after.begin(), after.end(), [&](const T& other) { return same(item, other); });
    if (!there) after.push_back(item);
  }
}

Table* find(Schema& schema, const Name& name) {
  for (Table& table : schema.tables) {
    if (schema::name_of(table) == name) return &table;
  }
  return nullptr;
}

void keep_column(Schema& kept, const Name& name, const schema::Column& column) {
  Table* table = find(kept, name);
  if (table == nullptr) return;
  for (schema::Column& other : table->columns) {
    if (other.name != column.name) continue;
    other = column;
    return;
  }
  table->columns.push_back(column);
}

}  // namespace

Schema keep_dropped(const Plan& plan) {
  Schema kept = plan.target;
  bool any = false;
  for (const Change& change : plan.changes) {
    if (!describe(change).breaking) continue;
    any = true;
    if (const auto* table = std::get_if<DropTable>(&change)) kept.tables.push_back(table->table);
    if (const auto* column = std::get_if<DropColumn>(&change)) {
      keep_column(kept, column->table, column->column);
    }
    if (const auto* column = std::get_if<AlterColumn>(&change)) {
      keep_column(kept, column->table, column->from);
    }
    if (const auto* item = std::get_if<ReplaceEnum>(&change)) {
      for (schema::Enum& other : kept.enums) {
        if (schema::name_of(other) == schema::name_of(item->from)) other = item->from;
      }
    }
  }
  if (!any) return kept;
  const auto same_name = [](const auto& a, const auto& b) {
    return schema::name_of(a) == schema::name_of(b);
  };
  keep_all(plan.renamed.enums, kept.enums, same_name);
  keep_all(plan.renamed.sequences, kept.sequences, same_name);
  keep_all(plan.renamed.namespaces, kept.namespaces,
           [](const auto& a, const auto& b) { return a.name == b.name; });
  std::vector<schema::Object> objects = plan.renamed.objects;
  std::erase_if(objects, [&](const schema::Object& object) {
    // A trigger that was to go from a table that stays.
    return object.table && find_table(plan.target, *object.table) != nullptr;
  });
  keep_all(objects, kept.objects, [](const auto& a, const auto& b) {
    return a.kind == b.kind && a.schema == b.schema && a.identity == b.identity &&
           a.table == b.table;
  });
  return kept;
}

}  // namespace dbx::plan
