// Dividing a seed into transactions: which rows of which tables go in together. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "dbx/database/database.h"
#include "dbx/seed/seed.h"

namespace dbx::seed {

std::int64_t rows_of(const Pieces& pieces);

// One of `count` parts of the same seed, loaded by processes of their own. Tables that others
// reference are the first one's; the rows of the others are divided evenly, in runs.
struct Shard {
  int number = 1;  // 1..count
  int count = 1;
};

// Every piece that the shard is to load, parents first, none empty.
Pieces pieces_of(const SeedPlan& plan, const spec::Spec& spec, Shard shard);
// Rows by table name that are there already, in any order, without overlap.
using Loaded = std::map<std::string, std::vector<database::RowRange>, std::less<>>;
// What of the pieces is not there yet.
Pieces without(const SeedPlan& plan, const Pieces& pieces, const Loaded& loaded);
// As few transactions as hold at most `rows_max` rows (>= 1) each; the order is kept.
std::vector<Pieces> units_of(const Pieces& pieces, std::int64_t rows_max);

}  // namespace dbx::seed
