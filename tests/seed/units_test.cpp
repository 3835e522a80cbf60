// Dividing a seed into shards and transactions: nothing lost, nothing twice.
#include "dbx/seed/units.h"

#include <numeric>

#include "seed/support.h"

namespace dbx::seed {
namespace {

// How often each row of each table is in the pieces.
std::map<std::string, std::vector<int>> covered(const SeedPlan& plan,
                                                const std::vector<Pieces>& lists) {
  std::map<std::string, std::vector<int>> times;
  for (const TablePlan& table : plan.tables()) {
    times[table.name].resize(static_cast<std::size_t>(table.rows));
  }
  for (const Pieces& pieces : lists) {
    for (const Piece& piece : pieces) {
      auto& rows = times[plan.tables()[piece.table].name];
      for (std::int64_t i = 0; i < piece.rows.count; ++i) {
        ++rows[static_cast<std::size_t>(piece.rows.begin + i)];
      }
    }
  }
  return times;
}

void expect_each_once(const SeedPlan& plan, const std::vector<Pieces>& lists) {
  for (const auto& [table, times] : covered(plan, lists)) {
    for (const int count : times) ASSERT_EQ(count, 1) << table;
  }
}

TEST(units, shards_divide_the_rows_and_their_hashes_add_up) {
  const spec::Spec spec = read_case("loan_risk");
  const SeedPlan plan = plan_of(spec);
  for (const int count : {1, 2, 3, 7}) {
    std::vector<Pieces> shards;
    std::map<std::string, ContentHash> hashes;
    for (int number = 1; number <= count; ++number) {
      shards.push_back(pieces_of(plan, spec, {number, count}));
      for (const Piece& piece : shards.back()) {
        const TablePlan& table = plan.tables()[piece.table];
        hashes[table.name] += content_hash(*table.source, piece.rows);
      }
    }
    expect_each_once(plan, shards);
    for (const TablePlan& table : plan.tables()) {
      EXPECT_EQ(hashes[table.name], content_hash(*table.source, {0, table.rows})) << table.name;
    }
  }
}

TEST(units, tables_that_others_reference_are_the_first_shards) {
  const spec::Spec spec = read_case("loan_risk");
  const SeedPlan plan = plan_of(spec);
  const auto referenced = spec::referenced_tables(spec);
  for (const Piece& piece : pieces_of(plan, spec, {2, 2})) {
    EXPECT_FALSE(referenced.contains(plan.tables()[piece.table].name));
  }
}

TEST(units, transactions_hold_so_many_rows_and_go_on_from_anywhere) {
  const spec::Spec spec = read_case("loan_risk");
  const SeedPlan plan = plan_of(spec);
  const Pieces all = pieces_of(plan, spec, {});
  for (const std::int64_t rows_max : {1'000L, 33'333L, 1'000'000L}) {
    const std::vector<Pieces> units = units_of(all, rows_max);
    expect_each_once(plan, units);
    for (const Pieces& unit : units) {
      std::int64_t rows = 0;
      for (const Piece& piece : unit) rows += piece.rows.count;
      EXPECT_LE(rows, rows_max);
    }
    // Some of them are in; what is left and what is there is everything, once.
    Loaded loaded;
    std::vector<Pieces> there;
    for (std::size_t u = 0; u < units.size(); u += 2) {
      there.push_back(units[u]);
      for (const Piece& piece : units[u]) {
        loaded[plan.tables()[piece.table].name].push_back(piece.rows);
      }
    }
    there.push_back(without(plan, all, loaded));
    expect_each_once(plan, there);
  }
}

}  // namespace
}  // namespace dbx::seed
