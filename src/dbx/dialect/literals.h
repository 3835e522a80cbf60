// A value for any column, as SQL: depends on the column's type and a number alone, so that a
// foreign key of the key's type finds its row. Row 0 is the neutral value of the type (0, '',
// false, 1970, an enum's first value): what a column gets that must have one and has none.
#pragma once

#include <string>

#include "dbx/schema/schema.h"

namespace dbx::dialect {

class Dialect;

// "NULL" where no value is known for the type.
std::string sample_literal(const Dialect& dialect, const schema::Schema& schema,
                           const schema::Column& column, int row);

}  // namespace dbx::dialect
