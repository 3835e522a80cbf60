// A foreign key references a key that exists and is of the same type.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

// Lengths may differ; kinds may not.
bool same_type(const spec::Type& a, const spec::Type& b) {
  return a.kind == b.kind || (a.is_text() && b.is_text());
}

bool is_key(const spec::Table& table, const std::vector<std::string>& columns) {
  const std::vector<std::string> surrogate = {table.surrogate_key};
  if (columns == surrogate || columns == table.primary_key) return true;
  if (columns == table.natural_key && table.history == spec::History::kType1) return true;
  if (std::find(table.unique.begin(), table.unique.end(), columns) != table.unique.end()) {
    return true;
  }
  return columns.size() == 1 &&
         std::any_of(table.columns.begin(), table.columns.end(), [&](const spec::Column& column) {
           return column.unique && column.name == columns[0];
         });
}

void check_key(Context& context, const TableView& view, const spec::ForeignKey& key,
               const std::string& pointer) {
  const std::string place = pointer + "/references";
  if (key.references.table.empty()) return;  // said when it was read
  const TableView* parent = context.find_table(key.references.table);
  if (parent == nullptr) {
    Diagnostic& finding =
        context.error(Code::kForeignKeyToNothing, place,
                      fmt::format("there is no table '{}' to reference", key.references.table));
    finding.label = "no such table";
    finding.hint = nearest_hint(key.references.table, context.table_names());
    return;
  }
  if (key.columns.size() != key.references.columns.size()) {
    context.error(Code::kForeignKeyToNothing, place,
                  fmt::format("{} cannot reference {}",
                              text::plural(static_cast<std::int64_t>(key.columns.size()), "column"),
                              text::plural(static_cast<std::int64_t>(key.references.columns.size()),
                                           "column")));
    return;
  }
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    const spec::Column* referenced = parent->find_column(key.references.columns[i]);
    if (referenced == nullptr) {
      Diagnostic& finding = context.error(
          Code::kForeignKeyToNothing, place,
          fmt::format("{} has no column '{}'", key.references.table, key.references.columns[i]));
      finding.label = "no such column";
      finding.hint = nearest_hint(key.references.columns[i], parent->column_names());
      return;
    }
    const spec::Column* own = view.find_column(key.columns[i]);
    if (own == nullptr || same_type(own->type, referenced->type)) continue;
    context
        .error(Code::kForeignKeyType, place,
               fmt::format("{}.{} is {}, but {}.{} is {}", view.table->name, own->name,
                           spec::print(own->type), key.references.table, referenced->name,
                           spec::print(referenced->type)))
        .hint = "leave the column undeclared and it takes the type of the key";
  }
  if (is_key(*parent->table, key.references.columns)) return;
  context
      .error(Code::kForeignKeyToNothing, place,
             fmt::format("{}({}) is no key of its table", key.references.table,
                         text::join(key.references.columns, ", ")))
      .hint = "reference the surrogate key, the primary key or a unique key";
}

}  // namespace

void check_foreign_keys(Context& context) {
  for (const TableView& view : context.tables()) {
    for (std::size_t i = 0; i < view.table->foreign_keys.size(); ++i) {
      const spec::ForeignKey& key = view.table->foreign_keys[i];
      const std::string pointer = fmt::format("{}/foreign_keys/{}", view.pointer, i);
      if (key.columns.empty()) {
        context.error(Code::kMissingKey, pointer, "the foreign key names no column").hint =
            "add 'column: ...'";
        continue;
      }
      check_key(context, view, key, pointer);
    }
  }
}

}  // namespace dbx::check
