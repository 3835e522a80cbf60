// A reading as a query: tables joined, groups made complete. Pure.
#pragma once

#include <optional>
#include <vector>

#include "dbx/answer/model.h"
#include "dbx/answer/reading.h"
#include "dbx/query/query.h"

namespace dbx::answer {

struct Compiled {
  query::Select select;
  double join_cost = 0;  // links, inferred ones cost more
};

// Nothing where its tables cannot be joined, or nothing is asked for.
// `link_costs`: one a link of the model.
std::optional<Compiled> compile(const Model& model, const std::vector<double>& link_costs,
                                const Reading& reading);

// The tables that the reading itself needs, nested readings left out; in order of first mention.
std::vector<int> tables_of(const Reading& reading);

}  // namespace dbx::answer
