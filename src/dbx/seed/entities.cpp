// TableBuilder: rows that belong together - an order and its lines, a loan and its payments - and
// what tells those of one entity, or of one parent, apart.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

// Which entity or parent a row belongs to.
std::int64_t owner_of(const EntityLayout::Place& place) { return place.entity; }
std::int64_t owner_of(const FanOut::Place& place) { return place.parent; }

}  // namespace

// Days that may be part of a key: the open ones.
std::int64_t TableBuilder::key_days() const {
  return open_days_.empty() ? dates_.days : static_cast<std::int64_t>(open_days_.size());
}
IndexPtr TableBuilder::on_open_days(IndexPtr nth) const {
  if (open_days_.empty()) return nth;
  return std::make_shared<ChainIndex>(std::move(nth), index_by([days = open_days_](std::int64_t n) {
                                        return days[static_cast<std::size_t>(n)];
                                      }));
}

// One member names the entity, another tells the entity's rows apart.
void TableBuilder::settle_entities(const Member& entity, std::vector<Member>& members) {
  const Member* carrier = nullptr;
  for (const auto kind : {Member::Kind::kSmall, Member::Kind::kDay, Member::Kind::kParent}) {
    for (const Member& member : members) {
      if (carrier == nullptr && member.kind == kind && member.size > 1) carrier = &member;
    }
  }
  if (carrier == nullptr) {
    entity.slot->unique = true;
    entity.slot->injective = true;
    return;
  }
  const bool by_day = carrier->kind == Member::Kind::kDay;
  const auto rows_max = static_cast<int>(std::min<std::int64_t>(by_day ? 36 : 9, carrier->size));
  entities_ = std::make_shared<EntityLayout>(hash64("entities", key_),
                                             std::min(by_day ? 12 : 3, rows_max), rows_max);
  entity.slot->unique = true;
  entity.slot->index = entity_index();
  entity.slot->index_rows = entities_->entity_count(rows_);
  settle_carrier(*carrier, entities_, rows_max);
}

template <class Layout>
void TableBuilder::settle_carrier(const Member& carrier, std::shared_ptr<const Layout> layout,
                                  std::int64_t rows_max) {
  if (carrier.kind == Member::Kind::kDay) {
    const std::int64_t days = carrier.size;
    const std::int64_t step =
        std::clamp<std::int64_t>((days - 1) / std::max<std::int64_t>(1, rows_max), 1, 30);
    settle_member(
        carrier, on_open_days(index_by_layout(layout, [days, step, key = key_](const auto& place) {
          const std::int64_t starts = days - step * (place.size - 1);
          const std::uint64_t noise = mix64(key + static_cast<std::uint64_t>(owner_of(place)));
          return below(noise, std::max<std::int64_t>(1, starts)) + step * place.sequence;
        })));
    return;
  }
  if (carrier.kind == Member::Kind::kSmall) {
    settle_member(carrier,
                  index_by_layout(layout, [](const auto& place) { return place.sequence; }));
    return;
  }
  // The rows of an entity take neighbours in a permutation of the parents: different ones.
  settle_member(
      carrier,
      index_by_layout(layout, [parents = carrier.size, key = key_,
                               order = Permutation(carrier.size, key_)](const auto& place) {
        const std::uint64_t noise = mix64(key + static_cast<std::uint64_t>(owner_of(place)));
        return order((below(noise, parents) + place.sequence) % parents);
      }));
}

// A key that holds the foreign key whose parents share out the rows: another of its columns tells
// the rows of one parent apart.
Status TableBuilder::settle_shared(const std::vector<Member>& members,
                                   const std::vector<std::string>& group) {
  const std::int64_t rows_max = fan_out_.layout->size_max();
  if (rows_max == 1) return {};
  const Member* carrier = nullptr;
  std::int64_t most = 1;
  for (const auto kind : {Member::Kind::kSmall, Member::Kind::kDay, Member::Kind::kParent}) {
    for (const Member& member : members) {
      const bool decided =
          (kind == Member::Kind::kSmall && member.kind == kind && member.slot->settled) ||
          (kind == Member::Kind::kDay && member.kind == kind && events_[member.event].day) ||
          (kind == Member::Kind::kParent && parent_rows_[member.foreign_key] != nullptr);
      if (member.kind != kind || decided) continue;
      most = std::max(most, member.size);
      if (carrier == nullptr && member.size >= rows_max) carrier = &member;
    }
  }
  if (carrier != nullptr) {
    settle_carrier(*carrier, fan_out_.layout, rows_max);
    return {};
  }
  for (const std::string& name : group) {  // a column that is unique by itself
    Slot& slot = *slot_of(name);
    const bool is_entity = std::any_of(members.begin(), members.end(), [&](const Member& member) {
      return member.kind == Member::Kind::kEntity && member.slot == &slot;
    });
    const bool is_free =
        members.size() == 1 && slot.foreign_key < 0 && !slot.settled && !slot.index;
    if (is_entity || is_free) {
      return settle_single(slot);
    }
  }
  return fail(
      Code::kNotEnoughValues,
      fmt::format("the key ({}) of {} tells at most {} rows of a parent apart; fan_out gives "
                  "one up to {}",
                  fmt::join(group, ", "), table_.name, text::group_digits(most),
                  text::group_digits(rows_max)),
      "lower `max`, or take the foreign key out of the key");
}

}  // namespace dbx::seed
