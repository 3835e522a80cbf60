// What a plan does to those who use the database, change by change: how dangerous, why, who waits,
// who leans on what changes, what the way back cannot bring again.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dbx/plan/hazards.h"

namespace dbx::plan {

struct Impact {
  std::string kind;        // as describe() says
  std::string object;      // likewise
  Risk risk = Risk::kLow;  // the higher of describe()'s and its hazards'
  std::string reason;      // the worst hazard's, else describe()'s; may be empty
  std::vector<Hazard> hazards;
  std::string lock;  // PostgreSQL's lock mode on what is there; empty: nobody waits
  bool rewrite = false;
  std::vector<std::string> dependants;    // "view v", "foreign key t.fk", "trigger t.name": sorted
  std::optional<std::int64_t> rows = {};  // of the table, where known
  bool reversible = true;
  std::string lost = {};  // what the plan back cannot bring again
};

// One a change, in the plan's order. Pure.
std::vector<Impact> impacts(const Plan& plan, const Facts& facts);

// The tables, under their names of now, whose rows decide how dangerous the plan is.
std::set<Name> tables_to_count(const Plan& plan);

}  // namespace dbx::plan
