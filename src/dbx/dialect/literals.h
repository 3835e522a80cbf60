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

// What rows that are there get in a column that must have a value and has no default
// (plan::AddColumn::fill_rows): a row of the table that it references, the row's number where the
// column is part of a key, else the neutral value.
struct Filling {
  std::string value;  // an SQL expression, "NULL" where there is nothing to fill it with
  enum class Kind { kLiteral, kSubquery, kRowNumber } kind = Kind::kLiteral;
};
Filling filling_of(const Dialect& dialect, const schema::Schema& schema, const schema::Name& table,
                   const schema::Column& column);

}  // namespace dbx::dialect
