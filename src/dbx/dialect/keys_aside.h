// Keys and indexes out of the way while many rows are loaded, and back after: an index built over
// rows that are there costs a fraction of one kept up to date row by row (PostgreSQL: primary key
// and two indexes 2.6 times, a foreign key 4 times faster when measured).
#pragma once

#include <string>
#include <vector>

#include "dbx/dialect/dialect.h"

namespace dbx::dialect {

// What an engine can do without for the time of a load.
struct AsideKinds {
  bool keys = false;  // primary, unique, foreign
  bool indexes = false;
};

// Plans `live` without the named tables' keys and indexes, and back. Of a partitioned table the
// foreign keys only, of a partition nothing; and nothing at all where more than keys and indexes
// would have to change (a view that needs a primary key). A key that a table outside of `tables`
// refers to stays.
Result<KeysAside> put_keys_aside(const Dialect& dialect, const schema::Schema& live,
                                 const std::vector<std::string>& tables, AsideKinds kinds);

}  // namespace dbx::dialect
