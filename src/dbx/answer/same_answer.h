// Do two results say the same? Rows as a bag, or in order where the order was asked for; columns in
// any order; 2 and 2.0 are equal. What execution accuracy is counted by (Yu et al. 2018; columns in
// any order as in Zhong et al. 2020).
#pragma once

#include "dbx/database/database.h"

namespace dbx::answer {

bool same_answer(const database::ResultSet& a, const database::ResultSet& b, bool ordered);

}  // namespace dbx::answer
