// What every hazard is given: the plan, looked up by name, and what is known of the rows. Inside
// this folder and hazards.cpp, impact.cpp only.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/plan/hazards.h"

namespace dbx::plan::hazards {

// Tables of this many rows and more are read or written for seconds to minutes, or hours.
constexpr std::int64_t kManyRows = 100'000;
constexpr std::int64_t kHugeRows = 10'000'000;

class Setting {
 public:
  Setting(const Plan& plan, const Facts& facts);

  const Plan& plan() const { return plan_; }
  const Facts& facts() const { return facts_; }
  bool is_postgres() const { return facts_.engine == "postgres"; }
  // The table as it stands before this plan, under the name that it has after; null for a new one.
  const schema::Table* before(const Name& table) const;
  const schema::Table* after(const Name& table) const;
  bool is_partitioned(const Name& table) const;
  // Rows of a table, by the name that it has after.
  std::optional<std::int64_t> rows(const Name& table) const;
  // Was there before, and is not known to be empty.
  bool may_have_rows(const Name& table) const;
  // "its 1,234 rows", "its rows"
  std::string its_rows(const Name& table) const;
  // How bad it is that each row of the table is read or written while others wait.
  Risk wait_risk(const Name& table) const;

  // Is it the first change of the plan that is about this table?
  bool is_first_on(std::size_t change, const Name& table) const;
  // The tables that an engine makes anew and that this change is the first one about. One that no
  // change is about (it references another) goes with the first that is made anew.
  std::vector<Name> rebuilt_by(std::size_t change) const;
  // Is it the first that locks its table out, and how many later ones read or write whole tables?
  bool locks_out_first(std::size_t change) const { return locks_out_first_.contains(change); }
  std::size_t slow_after(std::size_t change) const { return slow_after_[change]; }
  bool is_first_lock(std::size_t change) const {
    return !locks_out_first_.empty() && *locks_out_first_.begin() == change;
  }

 private:
  void look_at_rebuilds();
  void look_at_locks();

  const Plan& plan_;
  const Facts& facts_;
  std::map<Name, const schema::Table*> before_;
  std::map<Name, const schema::Table*> after_;
  std::map<Name, Name> name_before_;
  std::set<Name> kept_views_;  // materialised, and not made anew
  std::map<Name, std::size_t> first_change_;
  std::map<std::size_t, std::vector<Name>> rebuilt_by_;
  std::set<std::size_t> locks_out_first_;
  std::vector<std::size_t> slow_after_;
};

struct Finding {
  std::string reason;
  std::string safer;
  Risk risk = Risk::kMedium;
  std::string lock = {};
  bool rewrite = false;
  std::string lost = {};  // not empty: the plan back does not bring it again
};
using Found = std::optional<Finding>;

// Lock modes of PostgreSQL by strength; "" for a change that meets nobody: of what is new.
std::string_view lock_of(const Setting& setting, const Change& change);
std::string_view stronger_lock(std::string_view a, std::string_view b);
// Does PostgreSQL read or write every row of a table that may be large, inside the transaction?
bool is_slow(const Setting& setting, const Change& change);
// The table that the change is about, as it is called after; renames included.
Name table_of(const Change& change);
constexpr std::string_view kAccessExclusive = "ACCESS EXCLUSIVE";

// rewrites.cpp: does PostgreSQL write every row of the table again? Why; or nothing.
std::string rewrite_reason(const Setting& setting, const Change& change);
// Does it for a column that gets the other type?
bool is_rewritten(const spec::Type& from, const spec::Type& to);

// One a line, by file. `change` is an index into plan.changes.
// drops.cpp
Found drops_table(const Setting& setting, std::size_t change);
Found drops_column(const Setting& setting, std::size_t change);
Found drops_enum_value(const Setting& setting, std::size_t change);
Found drops_sequence(const Setting& setting, std::size_t change);
// narrows_type.cpp
Found narrows_type(const Setting& setting, std::size_t change);
// rows_in_the_way.cpp
Found not_null_on_rows(const Setting& setting, std::size_t change);
Found unique_on_rows(const Setting& setting, std::size_t change);
Found check_on_rows(const Setting& setting, std::size_t change);
Found exclusion_on_rows(const Setting& setting, std::size_t change);
Found foreign_key_on_rows(const Setting& setting, std::size_t change);
// breaks_readers.cpp
Found breaks_readers(const Setting& setting, std::size_t change);
Found view_recreated(const Setting& setting, std::size_t change);
// enum_replaced.cpp
Found enum_replaced(const Setting& setting, std::size_t change);
// rewrites.cpp
Found rewrites_table(const Setting& setting, std::size_t change);
Found volatile_default(const Setting& setting, std::size_t change);
// waits.cpp
Found validates_under_lock(const Setting& setting, std::size_t change);
Found blocking_index_build(const Setting& setting, std::size_t change);
Found blocking_index_drop(const Setting& setting, std::size_t change);
// locks.cpp
Found lock_held_long(const Setting& setting, std::size_t change);
Found no_lock_timeout(const Setting& setting, std::size_t change);
// keys.cpp
Found unindexed_foreign_key(const Setting& setting, std::size_t change);
Found key_exhaustion(const Setting& setting, std::size_t change);
// rebuilds.cpp
Found rebuilds_table(const Setting& setting, std::size_t change);
Found cascades_on_rebuild(const Setting& setting, std::size_t change);

}  // namespace dbx::plan::hazards
