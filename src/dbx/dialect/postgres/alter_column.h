// A column that becomes another, as statements; inside this folder only.
#pragma once

#include <string>
#include <vector>

#include "dbx/plan/plan.h"

namespace dbx::dialect::postgres {

struct ColumnStatement {
  std::string column;
  std::string sql;
};
// All changes of one table's columns. `plan` tells what else leans on them.
std::vector<ColumnStatement> alter_columns(const std::vector<plan::AlterColumn>& changes,
                                           const plan::Plan& plan);
// enums.cpp
// CREATE TYPE beside the old one, every column moved over, the old one dropped.
std::vector<std::string> replace_enum(const plan::ReplaceEnum& change, const plan::Plan& plan);

}  // namespace dbx::dialect::postgres
