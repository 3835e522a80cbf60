// The table of hazards, and the walk over a plan with it.
#include "dbx/plan/hazards.h"

#include "dbx/plan/hazards/setting.h"

namespace dbx::plan {
namespace {

using hazards::Found;
using hazards::Setting;

enum Engines : unsigned { kPostgres = 1, kSqlite = 2, kDuckdb = 4, kAll = 7 };

struct Rule {
  Code code;
  unsigned engines;
  Found (*find)(const Setting& setting, std::size_t change);
};

// What is lost first, then what fails, then what waits.
constexpr Rule kRules[] = {
    {Code::kDropsTable, kAll, hazards::drops_table},
    {Code::kDropsColumn, kAll, hazards::drops_column},
    {Code::kDropsEnumValue, kPostgres, hazards::drops_enum_value},
    {Code::kDropsSequence, kPostgres, hazards::drops_sequence},
    {Code::kNarrowsType, kAll, hazards::narrows_type},
    {Code::kNotNullOnRows, kAll, hazards::not_null_on_rows},
    {Code::kUniqueOnRows, kAll, hazards::unique_on_rows},
    {Code::kCheckOnRows, kAll, hazards::check_on_rows},
    {Code::kExclusionOnRows, kPostgres, hazards::exclusion_on_rows},
    {Code::kForeignKeyOnRows, kAll, hazards::foreign_key_on_rows},
    {Code::kBreaksReaders, kAll, hazards::breaks_readers},
    {Code::kViewRecreated, kAll, hazards::view_recreated},
    {Code::kEnumReplaced, kPostgres, hazards::enum_replaced},
    {Code::kRewritesTable, kPostgres, hazards::rewrites_table},
    {Code::kVolatileDefault, kPostgres, hazards::volatile_default},
    {Code::kValidatesUnderLock, kPostgres, hazards::validates_under_lock},
    {Code::kBlockingIndexBuild, kPostgres, hazards::blocking_index_build},
    {Code::kBlockingIndexDrop, kPostgres, hazards::blocking_index_drop},
    {Code::kLockHeldLong, kPostgres, hazards::lock_held_long},
    {Code::kNoLockTimeout, kPostgres, hazards::no_lock_timeout},
    {Code::kUnindexedForeignKey, kPostgres | kSqlite, hazards::unindexed_foreign_key},
    {Code::kKeyExhaustion, kPostgres | kDuckdb, hazards::key_exhaustion},
    {Code::kRebuildsTable, kSqlite | kDuckdb, hazards::rebuilds_table},
    {Code::kCascadesOnRebuild, kSqlite, hazards::cascades_on_rebuild},
};

unsigned engine_bit(const std::string& engine) {
  if (engine == "postgres") return kPostgres;
  if (engine == "sqlite") return kSqlite;
  if (engine == "duckdb") return kDuckdb;
  return 0;
}

Hazard to_hazard(Code code, std::size_t change, hazards::Finding finding) {
  Hazard hazard;
  hazard.code = code;
  hazard.change = change;
  hazard.reason = std::move(finding.reason);
  hazard.safer = std::move(finding.safer);
  hazard.risk = finding.risk;
  hazard.lock = std::move(finding.lock);
  hazard.rewrite = finding.rewrite;
  hazard.reversible = finding.lost.empty();
  hazard.lost = std::move(finding.lost);
  return hazard;
}

}  // namespace

std::vector<Hazard> find_hazards(const Plan& plan, const Facts& facts) {
  const Setting setting(plan, facts);
  const unsigned engine = engine_bit(facts.engine);
  std::vector<Hazard> found;
  for (std::size_t change = 0; change < plan.changes.size(); ++change) {
    for (const Rule& rule : kRules) {
      if ((rule.engines & engine) == 0) continue;
      Found finding = rule.find(setting, change);
      if (finding) found.push_back(to_hazard(rule.code, change, std::move(*finding)));
    }
  }
  return found;
}

}  // namespace dbx::plan
