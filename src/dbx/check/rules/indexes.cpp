// Indexes that another one makes needless, and enforced foreign keys that lack one.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/check/context.h"

namespace dbx::check {
namespace {

template <class T>
bool begins_with(const std::vector<T>& whole, const std::vector<T>& start) {
  return whole.size() >= start.size() && std::equal(start.begin(), start.end(), whole.begin());
}

bool is_plain(const spec::Index& index) {
  return !index.unique && index.include.empty() && index.where.empty() && index.method.empty() &&
         index.descending.empty();
}

void check_redundant(Context& context, const TableView& view) {
  const auto& indexes = view.table->indexes;
  for (std::size_t i = 0; i < indexes.size(); ++i) {
    for (std::size_t j = 0; j < indexes.size(); ++j) {
      const bool same = indexes[i].columns == indexes[j].columns;
      if (i == j || !is_plain(indexes[i]) || !indexes[j].where.empty() || (same && j > i) ||
          !begins_with(indexes[j].columns, indexes[i].columns)) {
        continue;
      }
      context
          .warning(Code::kRedundantIndex, fmt::format("{}/indexes/{}/name", view.pointer, i),
                   fmt::format("index '{}' is contained in '{}'", indexes[i].name, indexes[j].name))
          .hint = "every load keeps both up to date; one does the work";
      break;
    }
  }
}

void check_foreign_keys_indexed(Context& context, const TableView& view) {
  const spec::Table& table = *view.table;
  if (table.constraints != spec::Enforcement::kPhysical) return;
  for (std::size_t i = 0; i < table.foreign_keys.size(); ++i) {
    const spec::ForeignKey& key = table.foreign_keys[i];
    const bool indexed =
        begins_with(table.primary_key, key.columns) ||
        std::any_of(table.indexes.begin(), table.indexes.end(), [&](const spec::Index& index) {
          return index.where.empty() && begins_with(spec::column_names(index), key.columns);
        });
    if (key.columns.empty() || indexed) continue;
    context
        .warning(
            Code::kUnindexedForeignKey,
            fmt::format("{}/foreign_keys/{}/{}", view.pointer, i,
                        key.columns.size() == 1 ? "column" : "columns"),
            fmt::format("the foreign key to {} is enforced but has no index", key.references.table))
        .hint = "deleting or renumbering a parent then reads the whole table; add an index";
  }
}

}  // namespace

void check_indexes(Context& context) {
  for (const TableView& view : context.tables()) {
    check_redundant(context, view);
    check_foreign_keys_indexed(context, view);
  }
}

}  // namespace dbx::check
