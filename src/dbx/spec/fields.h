// The field tables of the mappings that read differently by where they stand: a table as a
// dimension, a fact or neither, a column as a measure. The others are fields_of<T>() in codec.h.
#pragma once

#include <span>

#include "dbx/spec/codec.h"

namespace dbx::spec {

std::span<const Field<Column>> measure_fields();
std::span<const Field<Table>> dimension_fields();
std::span<const Field<Table>> fact_fields();
std::span<const Field<Table>> plain_table_fields();  // bridges and tables

}  // namespace dbx::spec
