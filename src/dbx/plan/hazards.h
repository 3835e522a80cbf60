// The lint of a plan: what of it loses data, fails on rows that are there, or keeps others waiting,
// and the safer sequence in words. The planner knows no engine; the table of hazards says which
// engines each of them is about.
// To add a hazard: hazards/<name>.cpp with a function, a declaration in hazards/setting.h, a line
// in hazards.cpp, a code (base/codes.def, docs/codes), a case in tests/plan/hazards_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dbx/plan/plan.h"

namespace dbx::plan {

// What is known beside the two schemas.
struct Facts {
  std::string engine;      // a dialect's name
  int server_version = 0;  // 150018 for PostgreSQL 15.18; 0: not known
  // Rows by the name a table has now; of a table that is not in it nothing is known.
  std::map<Name, std::int64_t> rows = {};
  std::set<std::string> rebuilt = {};  // tables that the engine makes anew, as print(Name) has them
  bool online = false;                 // written as the safer sequence, where there is one
};

struct Hazard {
  Code code = Code::kInternal;
  std::size_t change = 0;  // of plan.changes
  std::string reason;      // what happens, to what
  std::string safer;       // the sequence to take instead
  Risk risk = Risk::kMedium;
  std::string lock = {};   // PostgreSQL's name of the lock mode that others meet; empty: none
  bool rewrite = false;    // every row is written again
  bool reversible = true;  // by the plan back
  std::string lost = {};   // what the plan back cannot bring again
};

// By change, and within one in the order of the table of hazards. A table that is known to be
// empty, or is made by this very plan, has no rows to lose or to trip over. Pure.
std::vector<Hazard> find_hazards(const Plan& plan, const Facts& facts);

}  // namespace dbx::plan
