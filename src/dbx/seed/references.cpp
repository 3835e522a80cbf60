// TableBuilder: foreign keys. A key's value is the parent's key generator asked for the parent's
// row, so it exists there by construction.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/looked_up.h"
#include "dbx/seed/random.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

// Manager of row r: r / 7 or so - a tree seven wide; the first row has none (itself, where it
// must).
constexpr std::int64_t kTreeWidth = 7;

// Contracts, and who or what a contract has one of.
constexpr std::string_view kContracts =
    "_loan_ _account_ _policy_ _subscription_ _contract_ _mortgage_ _lease_ _card_";
constexpr std::string_view kHolders =
    "_company_ _customer_ _client_ _borrower_ _member_ _subscriber_ _user_ _plan_ _branch_ "
    "_policyholder_ _tenant_ _organization_ _person_ _household_";

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
    parent_rows_[k] = parent_row_of(k, slot);
  }
  settle(
      slot,
      look_up(parent_rows_[k], *model->generator, model->column.type, parent->model->row_count()),
      "foreign key",
      fmt::format("references {}.{}, {}", key.references.table, target,
                  shared_out() && k == fan_out_.foreign_key
                      ? fmt::format("{} for each of its rows, exactly", fan_out_.each)
                  : by_key ? "its combinations unique by construction"
                           : "some of its rows more often than others"));
  return {};
}

// The owner's, where another key of the row decides it; else some parents more often than others.
IndexPtr TableBuilder::parent_row_of(std::size_t foreign_key, const Slot& slot) {
  if (IndexPtr owned = row_by_owner(foreign_key)) {
    return valid_version(foreign_key, std::move(owned));
  }
  const Parent* parent = parent_of(table_.foreign_keys[foreign_key]);
  IndexPtr drawn = weighted_parent(parent->model->row_count(), key_, key_name(foreign_key),
                                   input_.options.fan_out_sigma);
  const IndexPtr entity = entity_index();
  if (entity && !(entities_ && belongs_to_row(snake_case(slot.column.name)))) {
    drawn = std::make_shared<ChainIndex>(entity, std::move(drawn));
  }
  return valid_version(foreign_key, std::move(drawn));
}

// A loan's payments come from the loan's company: where one key of the row refers to a table that
// refers to this key's table itself, or to a contract that somebody must hold, the row follows it.
// The holder of a contract is the same in every fact.
IndexPtr TableBuilder::row_by_owner(std::size_t foreign_key) {
  const std::string& wanted = table_.foreign_keys[foreign_key].references.table;
  const auto same = [&](const spec::ForeignKey& key) { return key.references.table == wanted; };
  if (std::count_if(table_.foreign_keys.begin(), table_.foreign_keys.end(), same) > 1) return {};
  for (std::size_t k = 0; k < table_.foreign_keys.size(); ++k) {
    const Parent* owner = parent_of(table_.foreign_keys[k]);
    if (k == foreign_key || owner == nullptr || owner->dates || is_self(table_.foreign_keys[k])) {
      continue;
    }
    const auto known = owner->rows_of.find(wanted);
    const bool holds = matches(kContracts, table_stem(owner->model->table())) &&
                       matches(kHolders, table_stem(wanted));
    if (known == owner->rows_of.end() && !holds) continue;
    if (!parent_rows_[k]) {
      Slot* slot = slot_of(table_.foreign_keys[k].columns[0]);
      if (slot == nullptr) continue;
      // Ownership has no circles: contracts are no holders, and keys that close one are NULL.
      parent_rows_[k] = parent_row_of(k, *slot);
    }
    if (known != owner->rows_of.end()) {
      return std::make_shared<ChainIndex>(parent_rows_[k], known->second);
    }
    const std::uint64_t key = table_key(input_.options.seed, owner->model->table());
    const Parent* parent = parent_of(table_.foreign_keys[foreign_key]);
    return std::make_shared<ChainIndex>(
        parent_rows_[k], weighted_parent(parent->model->row_count(), key, "holder " + wanted,
                                         input_.options.fan_out_sigma));
  }
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
