// Rows that are read while others wait, in PostgreSQL: constraints that are checked at once, NOT
// NULL, indexes that are built and dropped in the transaction.
#include <fmt/format.h>

#include "dbx/plan/hazards/setting.h"

namespace dbx::plan::hazards {
namespace {

// What `plan --online` writes differently.
bool is_solved(const Setting& setting, const Name& table) {
  return setting.facts().online && !setting.is_partitioned(table);
}

std::string_view no_concurrently(const Setting& setting, const Name& table) {
  return setting.is_partitioned(table)
             ? "make the index on each partition CONCURRENTLY, then on the table with ON ONLY, and "
               "attach them"
             : "";
}

Found checked_at_once(const Setting& setting, const AddConstraint& add) {
  const auto* check = std::get_if<schema::Check>(&add.constraint);
  const auto* key = std::get_if<schema::ForeignKey>(&add.constraint);
  const bool is_read =
      (check != nullptr && !check->not_valid) ||
      (key != nullptr && !key->not_valid && key->enforcement != spec::Enforcement::kVerified);
  if (!is_read || !setting.may_have_rows(add.table)) return {};
  if (setting.facts().online && (check != nullptr || !setting.is_partitioned(add.table))) return {};
  if (check != nullptr) {
    return Finding{fmt::format("'{}' is read, {}, while nobody reads or writes it",
                               schema::print(add.table), setting.its_rows(add.table)),
                   "ADD CONSTRAINT ... NOT VALID, commit, then VALIDATE CONSTRAINT, which lets "
                   "others read and write (dbx plan --online)",
                   setting.wait_risk(add.table), std::string(kAccessExclusive)};
  }
  return Finding{
      fmt::format("'{}' is read, {}, while nobody writes it or '{}'", schema::print(add.table),
                  setting.its_rows(add.table), schema::print(key->target())),
      "ADD CONSTRAINT ... NOT VALID, commit, then VALIDATE CONSTRAINT, which lets "
      "others write (dbx plan --online)",
      setting.wait_risk(add.table), "SHARE ROW EXCLUSIVE"};
}

Found built_in_place(const Setting& setting, const Name& table, std::string_view lock,
                     const std::string& what) {
  if (!setting.may_have_rows(table) || is_solved(setting, table)) return {};
  const std::string_view by_partition = no_concurrently(setting, table);
  const std::string_view who = lock == kAccessExclusive ? "reads or writes" : "writes";
  return Finding{fmt::format("{} reads '{}', {}, while nobody {} it", what, schema::print(table),
                             setting.its_rows(table), who),
                 by_partition.empty()
                     ? "CREATE INDEX CONCURRENTLY, outside a transaction (dbx plan --online)"
                     : std::string(by_partition),
                 setting.wait_risk(table), std::string(lock)};
}

}  // namespace

Found validates_under_lock(const Setting& setting, std::size_t change) {
  const Change& any = setting.plan().changes[change];
  if (const auto* add = std::get_if<AddConstraint>(&any)) return checked_at_once(setting, *add);
  const auto* alter = std::get_if<AlterColumn>(&any);
  if (alter == nullptr || !alter->from.nullable || alter->to.nullable) return {};
  if (setting.facts().online || !setting.may_have_rows(alter->table)) return {};
  return Finding{fmt::format("SET NOT NULL reads '{}', {}, while nobody reads or writes it",
                             schema::print(alter->table), setting.its_rows(alter->table)),
                 "ADD CHECK (column IS NOT NULL) NOT VALID, VALIDATE it, SET NOT NULL, drop the "
                 "check (dbx plan --online)",
                 setting.wait_risk(alter->table), std::string(kAccessExclusive)};
}

Found blocking_index_build(const Setting& setting, std::size_t change) {
  const Change& any = setting.plan().changes[change];
  if (const auto* add = std::get_if<AddIndex>(&any)) {
    return built_in_place(setting, add->table, "SHARE",
                          fmt::format("building '{}'", add->index.name));
  }
  const auto* add = std::get_if<AddConstraint>(&any);
  if (add == nullptr) return {};
  const bool is_key = std::holds_alternative<PrimaryKey>(add->constraint) ||
                      std::holds_alternative<UniqueKey>(add->constraint);
  if (!is_key) return {};
  return built_in_place(setting, add->table, kAccessExclusive,
                        fmt::format("building the index of '{}'", name_of(add->constraint)));
}

Found blocking_index_drop(const Setting& setting, std::size_t change) {
  const auto* drop = std::get_if<DropIndex>(&setting.plan().changes[change]);
  if (drop == nullptr || !setting.may_have_rows(drop->table)) return {};
  if (is_solved(setting, drop->table)) return {};
  return Finding{fmt::format("dropping '{}' waits for every query of '{}' to end, and new ones "
                             "wait behind it; queries that need the index become slow",
                             drop->index.name, schema::print(drop->table)),
                 "DROP INDEX CONCURRENTLY, outside a transaction (dbx plan --online); see first "
                 "that nobody uses it (pg_stat_user_indexes)",
                 Risk::kLow, std::string(kAccessExclusive)};
}

}  // namespace dbx::plan::hazards
