// Tables and rows of a plan, by name.
#include "dbx/plan/hazards/setting.h"

#include <fmt/format.h>

#include "dbx/base/text.h"

namespace dbx::plan::hazards {

Setting::Setting(const Plan& plan, const Facts& facts) : plan_(plan), facts_(facts) {
  for (const schema::Table& table : plan.renamed.tables) {
    before_.emplace(schema::name_of(table), &table);
  }
  for (const schema::Table& table : plan.target.tables) {
    after_.emplace(schema::name_of(table), &table);
  }
  for (const RenameTable& rename : plan.renamed_tables) {
    name_before_.emplace(rename.to, rename.from);
  }
  for (const schema::View& view : plan.renamed.views) {
    if (view.materialized) kept_views_.insert(schema::name_of(view));
  }
  for (std::size_t i = 0; i < plan.changes.size(); ++i) {
    const Change& change = plan.changes[i];
    if (const auto* drop = std::get_if<DropView>(&change)) {
      kept_views_.erase(schema::name_of(drop->view));
    }
    const Name table = table_of(change);
    if (!table.name.empty()) first_change_.emplace(table, i);
  }
  look_at_rebuilds();
  look_at_locks();
}

void Setting::look_at_rebuilds() {
  std::vector<Name> without_change;
  for (const auto& [name, table] : after_) {
    if (!facts_.rebuilt.contains(schema::print(name))) continue;
    const auto first = first_change_.find(name);
    if (first == first_change_.end()) {
      without_change.push_back(name);
    } else {
      rebuilt_by_[first->second].push_back(name);
    }
  }
  if (without_change.empty() || plan_.changes.empty()) return;
  const std::size_t at = rebuilt_by_.empty() ? 0 : rebuilt_by_.begin()->first;
  std::vector<Name>& with = rebuilt_by_[at];
  with.insert(with.end(), without_change.begin(), without_change.end());
}

void Setting::look_at_locks() {
  slow_after_.resize(plan_.changes.size());
  std::size_t slow = 0;
  for (std::size_t i = plan_.changes.size(); i-- > 0;) {
    slow_after_[i] = slow;
    slow += is_slow(*this, plan_.changes[i]) ? 1 : 0;
  }
  std::set<Name> locked;
  for (std::size_t i = 0; i < plan_.changes.size(); ++i) {
    if (lock_of(*this, plan_.changes[i]) != kAccessExclusive) continue;
    if (locked.insert(table_of(plan_.changes[i])).second) locks_out_first_.insert(i);
  }
}

const schema::Table* Setting::before(const Name& table) const {
  const auto found = before_.find(table);
  return found == before_.end() ? nullptr : found->second;
}

const schema::Table* Setting::after(const Name& table) const {
  const auto found = after_.find(table);
  return found == after_.end() ? nullptr : found->second;
}

bool Setting::is_partitioned(const Name& table) const {
  const schema::Table* found = after(table) != nullptr ? after(table) : before(table);
  return found != nullptr && !found->partition_by.empty();
}

std::optional<std::int64_t> Setting::rows(const Name& table) const {
  const auto old_name = name_before_.find(table);
  const auto found = facts_.rows.find(old_name == name_before_.end() ? table : old_name->second);
  if (found == facts_.rows.end()) return std::nullopt;
  return found->second;
}

bool Setting::may_have_rows(const Name& table) const {
  return (before(table) != nullptr || kept_views_.contains(table)) && rows(table).value_or(1) > 0;
}

bool Setting::is_first_on(std::size_t change, const Name& table) const {
  const auto first = first_change_.find(table);
  return first != first_change_.end() && first->second == change;
}

std::vector<Name> Setting::rebuilt_by(std::size_t change) const {
  const auto found = rebuilt_by_.find(change);
  return found == rebuilt_by_.end() ? std::vector<Name>{} : found->second;
}

std::string Setting::its_rows(const Name& table) const {
  const auto count = rows(table);
  if (!count) return "its rows";
  if (*count == 1) return "its row";
  return fmt::format("its {} rows", text::group_digits(*count));
}

Risk Setting::wait_risk(const Name& table) const {
  const auto count = rows(table);
  if (!count) return Risk::kMedium;
  if (*count >= kHugeRows) return Risk::kHigh;
  return *count >= kManyRows ? Risk::kMedium : Risk::kLow;
}

}  // namespace dbx::plan::hazards
