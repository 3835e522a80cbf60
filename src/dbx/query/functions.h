// What there is to call in a query: the SQL name of each function and how many arguments it takes.
// To add one: a member of Function, a line in functions.cpp. Thread-safe: a constant table.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "dbx/query/query.h"

namespace dbx::query {

enum class FunctionKind {
  kAggregate,   // over a window too
  kPositional,  // over a window only: row_number, lag
  kScalar,
};

struct FunctionInfo {
  Function function;
  std::string_view name;  // as most engines call it
  std::size_t arguments_min;
  std::size_t arguments_max;
  FunctionKind kind = FunctionKind::kScalar;
};

// By Function, in its order.
std::span<const FunctionInfo> functions();
const FunctionInfo& info(Function function);

}  // namespace dbx::query
