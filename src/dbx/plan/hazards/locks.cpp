// Which lock a change takes in PostgreSQL (manual, 13.3 Explicit Locking, and the statements'
// pages), and what follows from a lock that is held to the end of a transaction.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "dbx/base/text.h"
#include "dbx/plan/hazards/setting.h"

namespace dbx::plan::hazards {
namespace {

constexpr std::string_view kShareUpdateExclusive = "SHARE UPDATE EXCLUSIVE";
constexpr std::string_view kShare = "SHARE";
constexpr std::string_view kShareRowExclusive = "SHARE ROW EXCLUSIVE";

// By strength.
constexpr std::string_view kLocks[] = {"", kShareUpdateExclusive, kShare, kShareRowExclusive,
                                       kAccessExclusive};

struct Locker {
  const Setting& setting;

  std::string_view on(const Name& table, std::string_view lock) const {
    return setting.before(table) != nullptr || setting.may_have_rows(table) ? lock : "";
  }
  bool is_online(const Name& table) const {
    return setting.facts().online && !setting.is_partitioned(table);
  }

  std::string_view operator()(const ReplaceEnum&) const { return kAccessExclusive; }
  std::string_view operator()(const DropSequence&) const { return kAccessExclusive; }
  std::string_view operator()(const AlterSequence&) const { return kShareRowExclusive; }
  std::string_view operator()(const AddObject& c) const {
    if (!c.object.table) return "";
    const bool trigger = c.object.kind == spec::ObjectKind::kTrigger;
    return on(*c.object.table, trigger ? kShareRowExclusive : kAccessExclusive);
  }
  std::string_view operator()(const DropObject& c) const {
    return c.object.table ? on(*c.object.table, kAccessExclusive) : "";
  }
  std::string_view operator()(const AddTable& c) const {
    if (c.table.partition_of && setting.before(c.table.partition_of->parent) != nullptr) {
      return kAccessExclusive;
    }
    std::string_view lock;
    for (const schema::ForeignKey& key : c.table.foreign_keys) {
      if (key.enforcement == spec::Enforcement::kVerified) continue;
      lock = stronger_lock(lock, on(key.target(), kShareRowExclusive));
    }
    return lock;
  }
  std::string_view operator()(const DropTable&) const { return kAccessExclusive; }
  std::string_view operator()(const RenameTable&) const { return kAccessExclusive; }
  std::string_view operator()(const AlterTable& c) const {
    const bool options_only =
        c.from.unlogged == c.to.unlogged && c.from.row_security == c.to.row_security;
    return options_only ? kShareUpdateExclusive : kAccessExclusive;
  }
  std::string_view operator()(const ReplaceType&) const { return kAccessExclusive; }
  std::string_view operator()(const SaveRows&) const { return kAccessExclusive; }
  std::string_view operator()(const JoinParent& c) const { return on(c.table, kAccessExclusive); }
  std::string_view operator()(const LeaveParent& c) const { return on(c.table, kAccessExclusive); }
  std::string_view operator()(const SetSetting& c) const {
    return c.of_view ? "" : on(c.relation, kAccessExclusive);
  }
  std::string_view operator()(const AddColumn& c) const { return on(c.table, kAccessExclusive); }
  std::string_view operator()(const DropColumn& c) const { return on(c.table, kAccessExclusive); }
  std::string_view operator()(const RenameColumn& c) const { return on(c.table, kAccessExclusive); }
  std::string_view operator()(const AlterColumn& c) const { return on(c.table, kAccessExclusive); }
  std::string_view operator()(const AddConstraint& c) const {
    const auto* key = std::get_if<schema::ForeignKey>(&c.constraint);
    if (key == nullptr) return on(c.table, kAccessExclusive);
    return stronger_lock(on(c.table, kShareRowExclusive), on(key->target(), kShareRowExclusive));
  }
  std::string_view operator()(const DropConstraint& c) const {
    return on(c.table, kAccessExclusive);
  }
  std::string_view operator()(const RenameConstraint& c) const {
    return on(c.table, kAccessExclusive);
  }
  std::string_view operator()(const ValidateConstraint& c) const {
    return on(c.table, kShareUpdateExclusive);
  }
  std::string_view operator()(const AddIndex& c) const {
    return on(c.table, is_online(c.table) ? kShareUpdateExclusive : kShare);
  }
  std::string_view operator()(const DropIndex& c) const {
    return on(c.table, is_online(c.table) ? kShareUpdateExclusive : kAccessExclusive);
  }
  std::string_view operator()(const RenameIndex& c) const {
    return on(c.table, kShareUpdateExclusive);
  }
  std::string_view operator()(const DropView&) const { return kAccessExclusive; }
  std::string_view operator()(const SetComment& c) const {
    const bool of_table = c.on == CommentOn::kTable || c.on == CommentOn::kColumn;
    return of_table ? on(c.name, kShareUpdateExclusive) : "";
  }
  std::string_view operator()(const auto&) const { return ""; }
};

struct Slowness {
  const Setting& setting;

  bool takes_long(const Name& table) const {
    return setting.may_have_rows(table) && setting.wait_risk(table) != Risk::kLow;
  }
  bool operator()(const AddIndex& c) const {
    const bool concurrent = setting.facts().online && !setting.is_partitioned(c.table);
    return takes_long(c.table) && !concurrent;
  }
  bool operator()(const AddConstraint& c) const {
    const auto* check = std::get_if<schema::Check>(&c.constraint);
    const auto* key = std::get_if<schema::ForeignKey>(&c.constraint);
    const bool unread = (check != nullptr && check->not_valid) ||
                        (key != nullptr && key->not_valid) || setting.facts().online;
    return takes_long(c.table) && !unread;
  }
  bool operator()(const ValidateConstraint& c) const {
    return takes_long(c.table) && !setting.facts().online;
  }
  bool operator()(const AlterColumn& c) const {
    const bool reads = c.from.nullable && !c.to.nullable && !setting.facts().online;
    return takes_long(c.table) && (reads || !rewrite_reason(setting, c).empty());
  }
  bool operator()(const AddColumn& c) const {
    return takes_long(c.table) && !rewrite_reason(setting, c).empty();
  }
  bool operator()(const AlterTable& c) const {
    return takes_long(schema::name_of(c.to)) && !rewrite_reason(setting, c).empty();
  }
  bool operator()(const SaveRows& c) const { return takes_long(schema::name_of(c.table)); }
  bool operator()(const AddView& c) const { return c.view.materialized; }
  bool operator()(const auto&) const { return false; }
};

}  // namespace

Name table_of(const Change& change) {
  if (const auto* rename = std::get_if<RenameTable>(&change)) return rename->to;
  if (const auto* drop = std::get_if<DropTable>(&change)) return schema::name_of(drop->table);
  if (const auto* add = std::get_if<AddTable>(&change)) return schema::name_of(add->table);
  return altered_table(change);
}

std::string_view lock_of(const Setting& setting, const Change& change) {
  return setting.is_postgres() ? std::visit(Locker{setting}, change) : "";
}

std::string_view stronger_lock(std::string_view a, std::string_view b) {
  const auto strength = [](std::string_view lock) {
    return std::distance(std::begin(kLocks), std::find(std::begin(kLocks), std::end(kLocks), lock));
  };
  return strength(a) < strength(b) ? b : a;
}

bool is_slow(const Setting& setting, const Change& change) {
  return setting.is_postgres() && std::visit(Slowness{setting}, change);
}

Found lock_held_long(const Setting& setting, std::size_t change) {
  const std::size_t slow = setting.slow_after(change);
  if (slow == 0 || !setting.locks_out_first(change)) return {};
  const Name table = table_of(setting.plan().changes[change]);
  if (table.name.empty()) return {};
  return Finding{
      fmt::format("'{}' stays locked against readers too until the end, while {} later "
                  "{} whole tables",
                  schema::print(table), text::plural(static_cast<std::int64_t>(slow), "step"),
                  slow == 1 ? "reads or writes" : "read or write"),
      "give what reads or writes whole tables a migration of its own, or plan it with "
      "--online",
      Risk::kMedium, std::string(kAccessExclusive)};
}

Found no_lock_timeout(const Setting& setting, std::size_t change) {
  if (setting.facts().online || !setting.is_first_lock(change)) return {};
  return Finding{"it waits without end behind a long query, and everybody else waits behind it",
                 "SET lock_timeout = '5s' first, and try again when it runs out (dbx plan "
                 "--online)",
                 Risk::kLow, std::string(kAccessExclusive)};
}

}  // namespace dbx::plan::hazards
