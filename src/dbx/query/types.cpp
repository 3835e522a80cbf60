// Kinds of values, and literals that take the kind of what they stand beside.
#include "dbx/query/types.h"

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/query/literals.h"

namespace dbx::query {
namespace {

constexpr std::string_view kMidnight = " 00:00:00";

bool become_number(Expression& literal, Type& type) {
  const auto value = text::to_double(text::trim(literal.text));
  if (!value || literal.text.find_first_not_of("0123456789.eE+- ") != std::string::npos) {
    return false;
  }
  literal.kind = Expression::Kind::kNumber;
  literal.text = std::string(text::trim(literal.text));
  type = whole(literal) ? Type::kInteger : Type::kDecimal;
  return true;
}

bool become_boolean(Expression& literal, Type& type) {
  const std::string word = text::to_lower(literal.text);
  const bool truth = word == "true" || word == "t";
  if (!truth && word != "false" && word != "f") return false;
  literal = boolean(truth);
  type = Type::kBoolean;
  return true;
}

// As PostgreSQL reads it: the time of a text beside a date goes.
bool become_temporal(Expression& literal, Type& type, Type wanted) {
  if (const auto day = read_date(literal.text)) {
    literal = wanted == Type::kDate ? date(*day) : timestamp(*day + std::string(kMidnight));
    type = wanted;
    return true;
  }
  const auto time = read_timestamp(literal.text);
  if (!time) return false;
  literal = wanted == Type::kDate ? date(time->substr(0, 10)) : timestamp(*time);
  type = wanted;
  return true;
}

bool become(Expression& literal, Type& type, Type wanted) {
  if (is_number(wanted)) return become_number(literal, type);
  if (wanted == Type::kBoolean) return become_boolean(literal, type);
  return become_temporal(literal, type, wanted);
}

// A date beside a timestamp is its midnight: on an engine whose dates are text too.
void lift(Expression& date_side, Type& type) {
  if (date_side.kind == Expression::Kind::kDate) {
    date_side = timestamp(date_side.text + std::string(kMidnight));
  } else {
    date_side = call(Function::kToTimestamp, {std::move(date_side)});
  }
  type = Type::kTimestamp;
}

}  // namespace

Type type_of(const schema::Type& type) {
  using schema::TypeKind;
  if (type.array) return Type::kAny;
  switch (type.kind) {
    case TypeKind::kSmallInt:
    case TypeKind::kInt:
      return Type::kInteger;
    case TypeKind::kBigInt:
      return Type::kBigInt;
    case TypeKind::kDecimal:
      return Type::kDecimal;
    case TypeKind::kReal:
    case TypeKind::kDouble:
      return Type::kDouble;
    case TypeKind::kBoolean:
      return Type::kBoolean;
    case TypeKind::kChar:
    case TypeKind::kVarchar:
    case TypeKind::kText:
      return Type::kText;
    case TypeKind::kDate:
      return Type::kDate;
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      return Type::kTimestamp;
    default:
      return Type::kAny;
  }
}

std::string_view print(Type type) {
  switch (type) {
    case Type::kAny:
      return "a value";
    case Type::kBoolean:
      return "a condition";
    case Type::kInteger:
    case Type::kBigInt:
      return "a whole number";
    case Type::kDecimal:
    case Type::kDouble:
    case Type::kCastNumber:
      return "a number";
    case Type::kText:
      return "text";
    case Type::kDate:
      return "a date";
    case Type::kTimestamp:
      return "a timestamp";
  }
  return {};
}

bool is_integer(Type type) { return type == Type::kInteger || type == Type::kBigInt; }

bool is_number(Type type) {
  return is_integer(type) || type == Type::kDecimal || type == Type::kDouble ||
         type == Type::kCastNumber;
}

bool is_temporal(Type type) { return type == Type::kDate || type == Type::kTimestamp; }

Type wider(Type a, Type b) {
  if (a == Type::kAny || b == Type::kAny) return a == Type::kAny ? b : a;
  const Type type = std::max(a, b);
  return type == Type::kCastNumber ? Type::kDouble : type;
}

bool is_literal(const Expression& expression) { return expression.kind == Expression::Kind::kText; }

std::optional<std::int64_t> whole(const Expression& expression) {
  if (expression.kind != Expression::Kind::kNumber) return std::nullopt;
  return text::to_int64(expression.text);
}

std::size_t size_of(const Expression& expression) {
  std::size_t size = 1 + 20 * expression.subquery.size();
  for (const Expression& argument : expression.arguments) size += size_of(argument);
  return size;
}

bool adapt(Expression& a, Type& a_type, Expression& b, Type& b_type) {
  const bool same = a_type == b_type || a_type == Type::kAny || b_type == Type::kAny ||
                    (is_number(a_type) && is_number(b_type));
  if (same) return true;
  if (is_literal(a) && a_type == Type::kText) {
    return become(a, a_type, b_type) && adapt(a, a_type, b, b_type);
  }
  if (is_literal(b) && b_type == Type::kText) {
    return become(b, b_type, a_type) && adapt(a, a_type, b, b_type);
  }
  if (!is_temporal(a_type) || !is_temporal(b_type)) return false;
  Expression& time = a_type == Type::kTimestamp ? a : b;
  Type& time_type = a_type == Type::kTimestamp ? a_type : b_type;
  if (time.kind == Expression::Kind::kTimestamp && time.text.ends_with(kMidnight)) {
    time = date(time.text.substr(0, 10));
    time_type = Type::kDate;
    return true;
  }
  a_type == Type::kDate ? lift(a, a_type) : lift(b, b_type);
  return true;
}

}  // namespace dbx::query
