// What a Shape makes of figures, as query expressions. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dbx/query/query.h"

namespace dbx::answer {

// 100 x the figure / its sum over all groups.
query::Expression share_of_whole(query::Expression figure);
// 100 x (the figure of what meets `part`) / the figure. `figure` is an aggregate call.
query::Expression percent_of_part(const query::Expression& figure, query::Expression part);
// NULL where the divisor is 0.
query::Expression ratio(query::Expression dividend, query::Expression divisor);

// The order of groups that a running total or a change goes along, and what each begins anew for.
struct Course {
  std::vector<query::Expression> partition;
  std::vector<query::Expression> order;
};
query::Expression running_sum(query::Expression figure, const Course& course);
query::Expression figure_before(query::Expression figure, const Course& course);
// In percent of the figure before.
query::Expression change(const query::Expression& figure, const Course& course);

// The first `limit` rows of each partition, in the order of `select`, which gives way.
query::Select first_of_each(query::Select select, const std::vector<query::Expression>& partition,
                            std::int64_t limit);
// How many rows `select` has, under this name.
query::Select count_over(query::Select select, std::string name);
// The average of the one figure that `select` shows for each group.
query::Select average_over(query::Select select);

}  // namespace dbx::answer
