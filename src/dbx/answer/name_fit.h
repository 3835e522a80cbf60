// How well words of a question name a table or a column. Pure. Internal to answer/.
#pragma once

#include <vector>

#include "dbx/answer/model.h"
#include "dbx/answer/question.h"

namespace dbx::answer {

// The words of a span that carry meaning.
using Spoken = std::vector<const Token*>;

// 0 to 1; 0: they do not. `has_of`: the span says "of", as in "name of the student".
double table_fit(const Spoken& span, const TableModel& table, bool has_of);
double column_fit(const Spoken& span, const TableModel& table, const ColumnModel& column,
                  bool has_of);

// Goes without saying: "city" for city_code, "name" for cname, "sales" for sales_amount.
bool is_light(const NameWord& word);

}  // namespace dbx::answer
