// TableBuilder: foreign keys. A key's value is the parent's key generator asked for the parent's
// row, so it exists there by construction.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

// Manager of row r: r / 7 or so - a tree seven wide; the first row has none (itself, where it
// must).
constexpr std::int64_t kTreeWidth = 7;

// What belongs to a line of an order rather than to the order.
bool belongs_to_row(std::string_view name) {
  return matches(
      "_product_ _item_ _sku_ _part_ _promotion_ _promo_ _service_ _ingredient_ _component_", name);
}

}  // namespace

const Parent* TableBuilder::parent_of(const spec::ForeignKey& key) const {
  const auto found = input_.parents.find(key.references.table);
  return found == input_.parents.end() ? nullptr : &found->second;
}

std::string TableBuilder::key_name(std::size_t foreign_key) const {
  return text::join(table_.foreign_keys[foreign_key].columns, ",");
}

Status TableBuilder::settle_foreign_keys() {
  Diagnostics problems;
  for (Slot& slot : slots_) {
    if (slot.foreign_key < 0) continue;
    if (const Status status = settle_foreign_key(slot); !status) {
      const Diagnostics found = located(status.error(), slot.pointer);
      problems.insert(problems.end(), found.begin(), found.end());
    }
  }
  if (!problems.empty()) return fail(std::move(problems));
  return {};
}

Status TableBuilder::settle_foreign_key(Slot& slot) {
  const auto k = static_cast<std::size_t>(slot.foreign_key);
  const spec::ForeignKey& key = table_.foreign_keys[k];
  if (slot.column.fill) {
    return fail(Code::kBadFill,
                fmt::format("'{}' takes its values from {}; it cannot have a fill of its own",
                            slot.column.name, key.references.table));
  }
  if (slot.key_position >= key.references.columns.size()) {
    return fail(Code::kCannotFill, fmt::format("'{}' references no column of {}", slot.column.name,
                                               key.references.table));
  }
  const std::string& target = key.references.columns[slot.key_position];
  if (is_self(key)) return settle_self_reference(slot, target);
  const Parent* parent = parent_of(key);
  if (parent == nullptr) return settle_cycle(slot);
  const ColumnModel* model = parent->model->find(target);
  if (model == nullptr) {
    return fail(Code::kCannotFill,
                fmt::format("{} has no column '{}'", key.references.table, target));
  }
  const bool is_event = std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
    return std::find(event.foreign_keys.begin(), event.foreign_keys.end(), k) !=
           event.foreign_keys.end();
  });
  if (is_event) return {};  // dates.cpp
  const bool by_key = parent_rows_[k] != nullptr && slot.key_position == 0;
  if (!parent_rows_[k]) {
    parent_rows_[k] = weighted_parent(parent->model->row_count(), key_, key_name(k));
    if (entities_ && !belongs_to_row(snake_case(slot.column.name))) {
      parent_rows_[k] = std::make_shared<ChainIndex>(entity_index(), parent_rows_[k]);
    }
  }
  settle(slot, std::make_unique<ThroughIndex>(parent_rows_[k], *model->generator), "foreign key",
         fmt::format("references {}.{}, {}", key.references.table, target,
                     by_key ? "its combinations unique by construction"
                            : "some of its rows more often than others"));
  return {};
}

// The table it references comes later: the key that closes a cycle is NULL.
Status TableBuilder::settle_cycle(Slot& slot) {
  if (!slot.column.nullable) {
    return fail(
        Code::kCannotFill,
        fmt::format("'{}' closes a cycle of foreign keys and takes no NULL", slot.column.name));
  }
  slot.null_rate = 1;
  settle(slot, nothing(), "nothing", "closes a cycle of foreign keys: NULL");
  return {};
}

Status TableBuilder::settle_self_reference(Slot& slot, const std::string& target) {
  if (slot_of(target) == nullptr || target == slot.column.name) {
    return fail(Code::kCannotFill, fmt::format("'{}' references itself", slot.column.name));
  }
  DBX_TRY(const Generator* own_key, sibling(target));
  GeneratorPtr value = std::make_unique<ThroughIndex>(
      index_by([](std::int64_t row) { return row == 0 ? row : (row - 1) / kTreeWidth; }), *own_key);
  if (slot.column.nullable) {
    // In a type-2 table all versions of the first entity, lest a version lead its own successor.
    value = null_where(std::move(value), [layout = entities_](std::int64_t row) {
      return layout ? layout->locate(row).entity == 0 : row == 0;
    });
  }
  slot.null_rate = 0;
  settle(slot, std::move(value), "foreign key",
         fmt::format("references its own table: a tree of earlier rows, {} wide", kTreeWidth));
  return {};
}

}  // namespace dbx::seed
