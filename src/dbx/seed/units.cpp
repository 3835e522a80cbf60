// Ranges of rows: divided, subtracted, packed.
#include "dbx/seed/units.h"

#include <algorithm>
#include <set>

namespace dbx::seed {
namespace {

// floor(rows * number / count) without overflow.
std::int64_t share(std::int64_t rows, int number, int count) {
  return rows / count * number + rows % count * number / count;
}

}  // namespace

std::int64_t rows_of(const Pieces& pieces) {
  std::int64_t rows = 0;
  for (const Piece& piece : pieces) rows += piece.rows.count;
  return rows;
}

Pieces pieces_of(const SeedPlan& plan, const spec::Spec& spec, Shard shard) {
  const std::set<std::string> referenced = spec::referenced_tables(spec);
  Pieces pieces;
  for (std::size_t t = 0; t < plan.tables().size(); ++t) {
    const TablePlan& table = plan.tables()[t];
    database::RowRange rows{0, table.rows};
    if (shard.count > 1 && referenced.contains(table.name)) {
      if (shard.number > 1) continue;
    } else {
      rows.begin = share(table.rows, shard.number - 1, shard.count);
      rows.count = share(table.rows, shard.number, shard.count) - rows.begin;
    }
    if (rows.count > 0) pieces.push_back({t, rows});
  }
  return pieces;
}

Pieces without(const SeedPlan& plan, const Pieces& pieces, const Loaded& loaded) {
  Pieces left;
  for (const Piece& piece : pieces) {
    std::int64_t begin = piece.rows.begin;
    const std::int64_t end = begin + piece.rows.count;
    const auto found = loaded.find(plan.tables()[piece.table].name);
    std::vector<database::RowRange> there;
    if (found != loaded.end()) there = found->second;
    std::sort(there.begin(), there.end(),
              [](const auto& a, const auto& b) { return a.begin < b.begin; });
    for (const database::RowRange& range : there) {
      if (range.begin > begin) {
        const std::int64_t gap = std::min(range.begin, end) - begin;
        if (gap > 0) left.push_back({piece.table, {begin, gap}});
      }
      begin = std::max(begin, range.begin + range.count);
    }
    if (begin < end) left.push_back({piece.table, {begin, end - begin}});
  }
  return left;
}

std::vector<Pieces> units_of(const Pieces& pieces, std::int64_t rows_max) {
  std::vector<Pieces> units;
  std::int64_t room = 0;
  for (Piece piece : pieces) {
    while (piece.rows.count > 0) {
      if (room == 0) {
        units.emplace_back();
        room = rows_max;
      }
      const std::int64_t count = std::min(room, piece.rows.count);
      units.back().push_back({piece.table, {piece.rows.begin, count}});
      piece.rows.begin += count;
      piece.rows.count -= count;
      room -= count;
    }
  }
  return units;
}

}  // namespace dbx::seed
