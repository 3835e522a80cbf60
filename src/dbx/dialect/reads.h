// What a view reads, as far as its text tells: for engines that do not record it.
#pragma once

#include "dbx/schema/schema.h"

namespace dbx::dialect {

// Fills View::reads of every view: relations of the schema whose names stand in its text as whole
// words, where a relation may stand. Too many rather than too few: an order that respects them is
// right.
void find_reads(schema::Schema& schema);

}  // namespace dbx::dialect
