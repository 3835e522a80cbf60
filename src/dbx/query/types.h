// What kind of value an expression gives, as far as a query needs to know: enough to divide,
// compare and add as PostgreSQL does. Pure functions.
#pragma once

#include <string_view>

#include "dbx/query/query.h"
#include "dbx/schema/schema.h"

namespace dbx::query {

enum class Type {
  kAny,  // not known, or one that only the engine knows; goes with every other
  kBoolean,
  kInteger,
  kBigInt,
  kDecimal,
  kDouble,
  kCastNumber,  // a number that was cast to kDouble: where reals are computed the cast says nothing
  kText,
  kDate,
  kTimestamp,
};

Type type_of(const schema::Type& type);
std::string_view print(Type type);  // "a number"

bool is_integer(Type type);   // kInteger, kBigInt
bool is_number(Type type);    // those and kDecimal, kDouble, kCastNumber
bool is_temporal(Type type);  // kDate, kTimestamp
// Of a sum of both, or of a value that is either.
Type wider(Type a, Type b);

bool is_literal(const Expression& expression);  // text
// The number, where the expression is a whole one.
std::optional<std::int64_t> whole(const Expression& expression);
// Expressions in it, subqueries counted as a few.
std::size_t size_of(const Expression& expression);

// Text literals as the type beside them: '2026-11-26' with a date is that date. False: they cannot
// be compared, or the literal is not of that type.
bool adapt(Expression& a, Type& a_type, Expression& b, Type& b_type);

}  // namespace dbx::query
