// TableBuilder: what makes rows different. Every unique group of columns (keys, grain) is unique by
// construction: a value of its own per row, an entity with a sequence, or a permuted combination.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

constexpr std::int64_t kCombinationsMax = std::int64_t{1} << 62U;

// Whole numbers with a natural range, as a member of a key.
struct SmallRange {
  std::int64_t first;
  std::int64_t size;
};

std::optional<SmallRange> small_range(const spec::Column& column) {
  if (!column.type.is_integer()) return {};
  const std::string name = snake_case(column.name);
  if (matches("_line_ _seq_ _sequence_ _line_number_ _line_no_ _line_num_ _position_ _version_ "
              "_installment_ _step_ _item_number_ _item_no_ _line_item_",
              name)) {
    return SmallRange{1, 200};
  }
  if (matches("_year_", name)) return SmallRange{2015, 11};
  if (matches("_quarter_", name)) return SmallRange{1, 4};
  if (matches("_month_", name)) return SmallRange{1, 12};
  if (matches("_week_", name)) return SmallRange{1, 52};
  if (matches("_day_", name)) return SmallRange{1, 28};
  if (matches("_hour_", name)) return SmallRange{0, 24};
  return {};
}

bool names_an_entity(const spec::Column& column) {
  if (column.type.kind == spec::TypeKind::kUuid || column.type.is_integer()) return true;
  return column.type.is_text() &&
         matches("_id_ _number_ _no_$ _nr_$ _code_$ _key_$ _ref_$ _reference_$ _num_$ _identifier_",
                 snake_case(column.name));
}

}  // namespace

void TableBuilder::settle_surrogate_key() {
  Slot* slot = slot_of(table_.surrogate_key);
  if (slot == nullptr || slot->foreign_key >= 0 || slot->column.fill) return;
  if (is_date_dimension_ && slot->origin != spec::Origin::kSurrogateKey) return;
  slot->unique = true;
  slot->injective = true;
  if (!slot->column.type.is_integer()) return;
  spec::Fill sequence;
  sequence.generator = "sequence";
  settle_fill(*slot, std::move(sequence), "surrogate key: 1 to the number of rows");
}

std::vector<std::vector<std::string>> TableBuilder::unique_groups() const {
  std::vector<std::vector<std::string>> groups;
  const auto add = [&](std::vector<std::string> group) {
    std::sort(group.begin(), group.end());
    if (!group.empty() && std::find(groups.begin(), groups.end(), group) == groups.end()) {
      groups.push_back(std::move(group));
    }
  };
  add(table_.primary_key);
  if (table_.history != spec::History::kType2) add(table_.natural_key);
  for (const auto& group : table_.unique) add(group);
  for (const Slot& slot : slots_) {
    if (slot.column.unique) add({slot.column.name});
  }
  for (const spec::Index& index : table_.indexes) {
    if (index.unique && index.where.empty()) add(spec::column_names(index));
  }
  if (table_.kind == spec::TableKind::kFact) add(spec::grain_of(table_));
  if (table_.kind == spec::TableKind::kBridge && groups.empty()) {
    std::vector<std::string> all;
    for (const spec::ForeignKey& key : table_.foreign_keys) {
      all.insert(all.end(), key.columns.begin(), key.columns.end());
    }
    add(std::move(all));
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
  return groups;
}

Status TableBuilder::settle_unique_groups() {
  settle_versions();
  for (const std::vector<std::string>& group : unique_groups()) {
    if (const Status status = settle_group(group); !status) {
      return fail(located(status.error(), input_.place.pointer));
    }
  }
  return {};
}

// Type 2: rows are versions of entities; what identifies the entity is made once for all of them.
void TableBuilder::settle_versions() {
  if (table_.history != spec::History::kType2 || table_.natural_key.empty()) return;
  entities_ = std::make_shared<EntityLayout>(hash64("versions", key_), 2, 4);
  for (const std::string& name : table_.natural_key) {
    Slot* slot = slot_of(name);
    if (slot == nullptr || slot->foreign_key >= 0) continue;
    slot->index = entity_index();
    slot->index_rows = entities_->entity_count(rows_);
    slot->unique = &name == &table_.natural_key.front();
  }
  // What usually changes may differ from version to version; the rest stays with the entity. A
  // place changes as a whole.
  for (Slot& slot : slots_) {
    const std::string name = snake_case(slot.column.name);
    if (slot.index || slot.settled || slot.foreign_key >= 0 ||
        slot.origin != spec::Origin::kColumn) {
      continue;
    }
    if (matches("_status_ _tier_ _level_ _segment_ _title_ _department_ _team_ _grade_ "
                "_rating_ _score_ _band_ _price_ _cost_ _plan_ _coverage_ "
                "_manager_ _position_ _employment_type_ _marital_ "
                "_city_ _state_ _region_ _country_ _postal_code_ _zip_ _address_ _street_ _phone_ "
                "^_is_ ^_has_",
                name)) {
      continue;
    }
    slot.index = entity_index();
    slot.index_rows = entities_->entity_count(rows_);
  }
}

IndexPtr TableBuilder::entity_index() const {
  if (entities_) {
    return index_by_layout(entities_,
                           [](const EntityLayout::Place& place) { return place.entity; });
  }
  if (snapshot_.entities == 0) return nullptr;
  return index_by([entities = snapshot_.entities](std::int64_t row) { return row % entities; });
}

Status TableBuilder::settle_group(const std::vector<std::string>& group) {
  for (const std::string& name : group) {
    const Slot* slot = slot_of(name);
    if (slot == nullptr) {
      return fail(Code::kCannotFill, fmt::format("key column '{}' is not in the table", name));
    }
    if (slot->injective) return {};
  }
  std::vector<Member> members = members_of(group);
  const bool shared = std::any_of(members.begin(), members.end(), [&](const Member& member) {
    return shared_out() && member.kind == Member::Kind::kParent &&
           member.foreign_key == fan_out_.foreign_key;
  });
  if (shared) return settle_shared(members, group);
  const auto entity = std::find_if(members.begin(), members.end(), [](const Member& member) {
    return member.kind == Member::Kind::kEntity;
  });
  if (group.size() == 1 || (members.size() == 1 && entity != members.end())) {
    return settle_single(
        *slot_of(entity == members.end() ? group.front() : entity->slot->column.name));
  }
  bool decided = entities_ != nullptr;
  for (std::size_t k = 0; k < parent_rows_.size(); ++k) {
    const bool is_shared = shared_out() && k == fan_out_.foreign_key;
    decided = decided || (parent_rows_[k] != nullptr && !is_shared);
  }
  if (decided || members.empty()) {  // a second composite key: one of its columns alone must do
    for (const std::string& name : group) {
      Slot& slot = *slot_of(name);
      if (slot.foreign_key < 0 && !slot.settled && !slot.index) return settle_single(slot);
    }
    return fail(Code::kCannotFill,
                fmt::format("the key ({}) shares its columns with another key of {}",
                            fmt::join(group, ", "), table_.name),
                "give one of its columns a unique `fill:`, or drop one of the keys");
  }
  if (entity != members.end()) {
    const Member first = *entity;
    settle_entities(first, members);
    return {};
  }
  DBX_TRY(const bool snapshot, settle_snapshot(members));
  if (snapshot) return {};
  return settle_combinations(std::move(members), group);
}

Status TableBuilder::settle_single(Slot& slot) {
  slot.unique = true;
  slot.injective = true;
  const auto not_enough = [&](std::int64_t space) {
    return fail(Code::kNotEnoughValues,
                fmt::format("'{}' must be unique in {} rows of {}, but has only {} values",
                            slot.column.name, text::group_digits(rows_), table_.name,
                            text::group_digits(space)),
                "ask for fewer rows, or for more of the table it refers to");
  };
  for (Event& event : events_) {
    const bool member =
        std::find(event.columns.begin(), event.columns.end(), &slot) != event.columns.end() ||
        std::find(event.foreign_keys.begin(), event.foreign_keys.end(),
                  static_cast<std::size_t>(slot.foreign_key)) != event.foreign_keys.end();
    if (!member) continue;
    if (rows_ > key_days()) return not_enough(key_days());
    event.day = on_open_days(distinct_parent(key_days(), key_, slot.column.name));
    return {};
  }
  if (slot.foreign_key < 0) return {};
  const auto k = static_cast<std::size_t>(slot.foreign_key);
  const Parent* parent = parent_of(table_.foreign_keys[k]);
  if (parent == nullptr) return {};
  const std::int64_t parents = parent->model->row_count();
  if (parents < rows_) return not_enough(parents);
  parent_rows_[k] = distinct_parent(parents, key_, slot.column.name);
  return {};
}

std::vector<TableBuilder::Member> TableBuilder::members_of(const std::vector<std::string>& group) {
  std::vector<Member> members;
  const auto add = [&](const Member& member) {
    for (const Member& known : members) {
      if (known.kind != member.kind) continue;
      if (member.kind == Member::Kind::kDay && known.event == member.event) return;
      if (member.kind == Member::Kind::kParent && known.foreign_key == member.foreign_key) return;
    }
    members.push_back(member);
  };
  for (const std::string& name : group) {
    Slot& slot = *slot_of(name);
    bool is_day = false;
    for (std::size_t e = 0; e < events_.size(); ++e) {
      const Event& event = events_[e];
      is_day =
          std::find(event.columns.begin(), event.columns.end(), &slot) != event.columns.end() ||
          (slot.foreign_key >= 0 &&
           std::find(event.foreign_keys.begin(), event.foreign_keys.end(),
                     static_cast<std::size_t>(slot.foreign_key)) != event.foreign_keys.end());
      if (!is_day) continue;
      add({Member::Kind::kDay, nullptr, e, 0, 0, key_days()});
      break;
    }
    if (is_day) continue;
    if (slot.foreign_key >= 0) {
      const auto k = static_cast<std::size_t>(slot.foreign_key);
      const Parent* parent = parent_of(table_.foreign_keys[k]);
      if (parent != nullptr) {
        add({Member::Kind::kParent, nullptr, 0, k, 0, parent->model->row_count()});
      }
    } else if (const auto range = small_range(slot.column); range && !slot.column.fill) {
      add({Member::Kind::kSmall, &slot, 0, 0, range->first, range->size});
    } else if (names_an_entity(slot.column)) {
      add({Member::Kind::kEntity, &slot, 0, 0, 0, 0});
    }
  }
  if (members.empty()) {  // nothing tells rows apart: the first open column does it alone
    for (const std::string& name : group) {
      Slot& slot = *slot_of(name);
      if (slot.foreign_key < 0 && !slot.settled) {
        add({Member::Kind::kEntity, &slot, 0, 0, 0, 0});
        break;
      }
    }
  }
  return members;
}

Status TableBuilder::settle_combinations(std::vector<Member> members,
                                         const std::vector<std::string>& group) {
  std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
    const auto rank = [](const Member& member) {
      return member.kind == Member::Kind::kParent ? 0 : 1;
    };
    return rank(a) < rank(b);
  });
  // Members past the point where there are plenty of combinations are left free.
  std::vector<std::int64_t> sizes;
  std::int64_t combinations = 1;
  for (const Member& member : members) {
    if (combinations / 64 >= rows_ || member.size > kCombinationsMax / combinations) break;
    combinations *= member.size;
    sizes.push_back(member.size);
  }
  if (combinations < rows_) {
    return fail(Code::kNotEnoughValues,
                fmt::format("the key ({}) of {} has only {} combinations for {} rows",
                            fmt::join(group, ", "), table_.name, text::group_digits(combinations),
                            text::group_digits(rows_)),
                "ask for fewer rows, or for more of the tables it refers to");
  }
  if (sizes.empty()) return {};  // one row: any values do
  const auto space = std::make_shared<CombinationSpace>(sizes, rows_, hash64("combinations", key_));
  for (std::size_t m = 0; m < sizes.size(); ++m) {
    IndexPtr value = index_by([space, m](std::int64_t row) { return space->value(row, m); });
    const bool is_day = members[m].kind == Member::Kind::kDay;
    settle_member(members[m], is_day ? on_open_days(std::move(value)) : std::move(value));
  }
  return {};
}

void TableBuilder::settle_member(const Member& member, IndexPtr index) {
  switch (member.kind) {
    case Member::Kind::kDay:
      events_[member.event].day = std::move(index);
      return;
    case Member::Kind::kParent:
      parent_rows_[member.foreign_key] = std::move(index);
      return;
    case Member::Kind::kSmall:
      settle(*member.slot,
             std::make_unique<ThroughIndex>(
                 std::move(index),
                 integers(Nature::kInteger,
                          [first = member.first](std::int64_t value) { return first + value; })),
             "key part", "makes the key unique: numbered within it");
      return;
    case Member::Kind::kEntity:
      return;
  }
}

}  // namespace dbx::seed
