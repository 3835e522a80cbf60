// Questions worth asking of a warehouse, told from the roles in its spec: English and the query
// that answers it. Totals respect additivity: a balance is never summed over time, a rate is the
// sum of its parts. Pure functions (but for the callback), deterministic, thread-safe. To add a
// kind of question: a function and a line in the table of templates.cpp.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/query/query.h"
#include "dbx/spec/spec.h"

namespace dbx::ask {

struct Suggestion {
  std::string question;  // "What is the total sales amount by product category?"
  query::Select select;
  double score = 0;   // 0 to 1; of itself, whatever stands beside it
  std::string topic;  // what it is about: "retail sales"
};

// At most `limit` questions, the most telling first, no two alike in a row. `topic`: words such as
// "loan risk"; only questions that speak of one of them are kept; empty: of anything.
std::vector<Suggestion> suggest(const spec::Spec& spec, std::string_view topic, std::size_t limit);

struct Answer {
  Suggestion suggestion;
  database::ResultSet result;
};

using Run = std::function<Result<database::ResultSet>(const query::Select&)>;

// The first `limit` suggestions whose results have a row with something other than NULL in its last
// column (the figure), in the order given. Errors: those of `run`, but for suggestions that merely
// fail (query-failed), which are left out.
Result<std::vector<Answer>> keep_non_empty(const std::vector<Suggestion>& suggestions,
                                           std::size_t limit, const Run& run);

}  // namespace dbx::ask
