// Fills that speak of other columns follow them: renamed with them, gone without them.
#pragma once

#include <vector>

#include "dbx/spec/spec.h"

namespace dbx::design {

// `before`: the columns that those of the table were chosen from; a chosen one has kept its
// description, whatever its name.
void mend_fills(spec::Table& table, const std::vector<spec::Column>& before);

}  // namespace dbx::design
