// The statements of a plan as a sequence during which others go on reading and writing.
#pragma once

#include <vector>

#include "dbx/dialect/dialect.h"

namespace dbx::dialect::postgres {

// `statements` are those that write_plan() made of `plan`. What has a safer sequence is replaced by
// it: indexes CONCURRENTLY, constraints NOT VALID and then VALIDATE, keys USING a built index, NOT
// NULL by way of a validated check. What has none (a rewrite; a partitioned table's index or
// foreign key; an exclusion constraint) stays as it is. The first statement sets lock_timeout.
std::vector<Statement> make_online(std::vector<Statement> statements, const plan::Plan& plan);

}  // namespace dbx::dialect::postgres
