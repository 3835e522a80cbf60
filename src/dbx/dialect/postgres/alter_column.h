// A column that becomes another, as statements; inside this folder only.
#pragma once

#include <string>
#include <vector>

#include "dbx/plan/plan.h"

namespace dbx::dialect::postgres {

// One statement each, in order. `plan` tells what else leans on the column.
std::vector<std::string> alter_column(const plan::AlterColumn& change, const plan::Plan& plan);
// CREATE TYPE beside the old one, every column moved over, the old one dropped.
std::vector<std::string> replace_enum(const plan::ReplaceEnum& change, const plan::Plan& plan);

}  // namespace dbx::dialect::postgres
