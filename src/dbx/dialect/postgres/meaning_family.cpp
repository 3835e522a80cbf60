// Of what family an expression is, as far as can be told without a server.
#include <algorithm>

#include "dbx/dialect/postgres/meaning_writer.h"
#include "dbx/sql/parse.h"

namespace dbx::dialect::postgres {
namespace {

using sql::inside;
using sql::kind_of;
using sql::member;
using sql::text_of;

struct Function {
  std::string_view name;
  Family family;
};
constexpr Function kFunctions[] = {
    {"count", Family::kBigint},
    {"row_number", Family::kBigint},
    {"rank", Family::kBigint},
    {"dense_rank", Family::kBigint},
    {"length", Family::kInteger},
    {"char_length", Family::kInteger},
    {"character_length", Family::kInteger},
    {"ntile", Family::kInteger},
    {"extract", Family::kNumeric},
    {"date_part", Family::kFloat},
    {"percent_rank", Family::kFloat},
    {"cume_dist", Family::kFloat},
    {"random", Family::kFloat},
    {"lower", Family::kText},
    {"upper", Family::kText},
    {"concat", Family::kText},
    {"concat_ws", Family::kText},
    {"substring", Family::kText},
    {"replace", Family::kText},
    {"btrim", Family::kText},
    {"initcap", Family::kText},
    {"left", Family::kText},
    {"right", Family::kText},
    {"to_char", Family::kText},
    {"string_agg", Family::kText},
    {"lpad", Family::kText},
    {"rpad", Family::kText},
    {"md5", Family::kText},
    {"now", Family::kOther},
    {"date_trunc", Family::kOther},
};

}  // namespace

Family MeaningWriter::widest(const Json& items) const {
  Family wide = Family::kUnknown;
  for (const Json& item : items) wide = std::max(wide, family(item));
  return wide;
}

Family MeaningWriter::family_of_call(const Json& node) const {
  const std::string name = last_name(member(node, "funcname"));
  for (const Function& function : kFunctions) {
    if (function.name == name) return function.family;
  }
  const Json& arguments = member(node, "args");
  if (arguments.empty()) return Family::kUnknown;
  const Family of = family(arguments.at(0));
  if (name == "sum") {
    if (of == Family::kInteger) return Family::kBigint;
    return of == Family::kBigint ? Family::kNumeric : of;
  }
  if (name == "avg") return is_number(of) && of < Family::kNumeric ? Family::kNumeric : of;
  if (name == "round" || name == "trunc") {
    if (arguments.size() == 2) return Family::kNumeric;
    return is_number(of) && of < Family::kNumeric ? Family::kFloat : of;
  }
  const bool same = name == "min" || name == "max" || name == "abs" || name == "lag" ||
                    name == "lead" || name == "first_value" || name == "last_value";
  if (same) return of;
  if (name == "ceil" || name == "ceiling" || name == "floor") {
    return of == Family::kNumeric ? of : Family::kFloat;
  }
  return Family::kUnknown;
}

Family MeaningWriter::family(const Json& node) const {
  const std::string kind = kind_of(node);
  const Json& value = inside(node);
  if (kind == "ColumnRef") return resolve(value).family;
  if (kind == "FuncCall") return family_of_call(value);
  if (kind == "A_Const") {
    if (value.contains("ival")) return Family::kInteger;
    return value.contains("fval") ? Family::kNumeric : Family::kUnknown;
  }
  if (kind == "TypeCast") {
    const Json& type = member(value, "typeName");
    return type.contains("arrayBounds") ? Family::kOther
                                        : family_of_type(last_name(member(type, "names")));
  }
  if (kind == "CoalesceExpr" || kind == "MinMaxExpr") return widest(member(value, "args"));
  if (kind == "CaseExpr") {
    Family wide = family(member(value, "defresult"));
    for (const Json& item : member(value, "args")) {
      wide = std::max(wide, family(member(inside(item), "result")));
    }
    return wide;
  }
  if (kind != "A_Expr") return Family::kUnknown;
  const std::string name = last_name(member(value, "name"));
  if (text_of(value, "kind") == "AEXPR_NULLIF") return family(member(value, "lexpr"));
  if (name == "||") return Family::kText;
  if (name != "+" && name != "-" && name != "*" && name != "/" && name != "%" && name != "^") {
    return Family::kOther;
  }
  const Family right = family(member(value, "rexpr"));
  if (member(value, "lexpr").is_null()) return right;
  const Family left = family(member(value, "lexpr"));
  if (!is_number(left) || !is_number(right)) return Family::kUnknown;
  return name == "^" && std::max(left, right) < Family::kNumeric ? Family::kFloat
                                                                 : std::max(left, right);
}

}  // namespace dbx::dialect::postgres
