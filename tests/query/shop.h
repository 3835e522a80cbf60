// A shop: a small schema with every kind of column that queries tell apart, NULLs, and rows in
// which the answers to questions differ.
#pragma once

#include "dbx/schema/schema.h"
#include "query/engines.h"

namespace dbx::test {

const schema::Schema& shop();
// Makes its tables and rows.
void fill_shop(Engine& engine);

}  // namespace dbx::test
