// Expressions as what they mean. The server stores them parsed and prints them its own way:
// (status)::text = ANY (ARRAY['a'::text]) for status IN ('a'). Written down here is what says
// something: no casts of literals, no casts of text to text, BETWEEN and IN as what they stand for;
// casts of numbers where the server adds them.
#include "dbx/dialect/postgres/meaning_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/sql/parse.h"

namespace dbx::dialect::postgres {
namespace {

using sql::inside;
using sql::kind_of;
using sql::member;
using sql::text_of;

bool is_decimal_text(std::string_view text) {
  return text::to_double(text).has_value() &&
         text.find_first_not_of("0123456789.-eE+") == std::string_view::npos;
}

bool is_text_type(std::string_view name) {
  return name == "text" || name == "varchar" || name == "bpchar";
}

template <class Names>
bool is_one_of(std::string_view name, const Names& names) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_literal(const Json& node) {
  const std::string kind = kind_of(node);
  if (kind == "A_Const") return true;
  if (kind == "TypeCast") return is_literal(member(inside(node), "arg"));
  if (kind == "A_Expr") {
    const Json& expression = inside(node);
    return member(expression, "lexpr").is_null() && last_name(member(expression, "name")) == "-" &&
           is_literal(member(expression, "rexpr"));
  }
  if (kind != "A_ArrayExpr") return false;
  const Json& elements = member(inside(node), "elements");
  return std::all_of(elements.begin(), elements.end(), is_literal);
}

std::string quoted_text(const std::string& text) {
  return '\'' + text::replace_all(text, "'", "''") + '\'';
}

// '2024-01-01' for a time stamp is printed with its time.
std::string without_midnight(const std::string& text) {
  constexpr std::size_t kDateBytes = 10;
  const bool dated = text.size() > kDateBytes && text[4] == '-' && text[7] == '-';
  const std::string_view time = dated ? std::string_view(text).substr(kDateBytes) : "";
  return time == " 00:00:00" || time == " 00:00:00+00" ? text.substr(0, kDateBytes) : text;
}

constexpr std::string_view kArithmetic[] = {"+", "-", "*", "/", "%", "^"};
constexpr std::string_view kComparisons[] = {"=", "<>", "<", ">", "<=", ">="};
// Of which there is none for integers.
constexpr std::string_view kOfFractions[] = {"sqrt", "power",   "pow",   "exp",   "ln",   "log",
                                             "ceil", "ceiling", "floor", "round", "trunc"};

}  // namespace

std::string last_name(const Json& names) {
  const std::vector<std::string> parts = sql::strings_of(names);
  if (parts.size() == 2 && parts[0] == "pg_catalog") return parts[1];
  return text::join(parts, ".");
}

std::string figured_name(const Json& node) {
  const std::string kind = kind_of(node);
  const Json& value = inside(node);
  if (kind == "ColumnRef") {
    const Json& fields = member(value, "fields");
    return fields.empty() ? "" : text_of(inside(fields.back()), "sval");
  }
  if (kind == "FuncCall") {
    const std::vector<std::string> parts = sql::strings_of(member(value, "funcname"));
    return parts.empty() ? "" : parts.back();
  }
  if (kind == "TypeCast") {
    const std::string name = figured_name(member(value, "arg"));
    if (!name.empty()) return name;
    const auto parts = sql::strings_of(member(member(value, "typeName"), "names"));
    return parts.empty() ? "" : parts.back();
  }
  if (kind == "CollateClause") return figured_name(member(value, "arg"));
  if (kind == "CaseExpr") {
    const std::string name = figured_name(member(value, "defresult"));
    return name.empty() ? "case" : name;
  }
  if (kind == "A_Indirection") {
    const Json& fields = member(value, "indirection");
    for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
      if (kind_of(*field) == "String") return text_of(inside(*field), "sval");
    }
    return figured_name(member(value, "arg"));
  }
  if (kind == "SubLink") {
    const std::string type = text_of(value, "subLinkType");
    if (type == "EXISTS_SUBLINK") return "exists";
    if (type == "ARRAY_SUBLINK") return "array";
    if (type != "EXPR_SUBLINK") return "";
    const Json& list = member(inside(member(value, "subselect")), "targetList");
    if (list.empty()) return "";
    const std::string name = text_of(inside(list.at(0)), "name");
    return name.empty() ? figured_name(member(inside(list.at(0)), "val")) : name;
  }
  if (kind == "A_Expr") return text_of(value, "kind") == "AEXPR_NULLIF" ? "nullif" : "";
  if (kind == "MinMaxExpr") return text_of(value, "op") == "IS_LEAST" ? "least" : "greatest";
  if (kind == "SQLValueFunction") {
    const std::string name = text::to_lower(text_of(value, "op")).substr(6);  // SVFOP_
    return name.ends_with("_n") ? name.substr(0, name.size() - 2) : name;
  }
  if (kind == "CoalesceExpr") return "coalesce";
  if (kind == "GroupingFunc") return "grouping";
  if (kind == "A_ArrayExpr") return "array";
  return kind == "RowExpr" ? "row" : "";
}

void MeaningWriter::look_at(const std::vector<KnownColumn>& columns) {
  bare_.items = {{"", "", "", columns}};
  scope_ = &bare_;
}

std::string MeaningWriter::write(const Json& node) {
  if (node.is_array()) return list(node, " ");
  if (!node.is_object()) {
    return node.is_string() ? quoted_text(node.get<std::string>()) : node.dump();
  }
  if (node.size() == 1 && inside(node).is_object()) return named(kind_of(node), inside(node));
  return members(node);
}

std::string MeaningWriter::list(const Json& items, std::string_view separator) {
  std::string text;
  for (const Json& item : items) {
    if (!text.empty()) text += separator;
    text += write(item);
  }
  return "[" + text + "]";
}

std::string MeaningWriter::members(const Json& node) {
  std::string text;
  for (const auto& [key, value] : node.items()) {
    const bool says_nothing = key == "location" || key == "funcformat" || key == "stmt_location" ||
                              key == "stmt_len" || key == "inh" || key == "relpersistence" ||
                              (key == "typemod" && value == -1);
    if (!says_nothing) text += " " + key + ":" + write(value);
  }
  return "(" + text + ")";
}

std::string MeaningWriter::named(const std::string& kind, const Json& node) {
  if (kind == "A_Const") return constant(node);
  if (kind == "ColumnRef") return column(node);
  if (kind == "TypeCast") return cast(node);
  if (kind == "A_Expr") return operation(node);
  if (kind == "BoolExpr") return boolean(node);
  if (kind == "FuncCall") return call(node);
  if (kind == "CoalesceExpr" || kind == "CaseExpr" || kind == "MinMaxExpr") {
    return choice(kind, node);
  }
  if (kind == "A_ArrayExpr") return "array" + list(member(node, "elements"), " ");
  if (kind == "String") return in_double_quotes(text_of(node, "sval"));
  if (kind == "List") return list(member(node, "items"), " ");
  if (kind == "SortBy") return sort(node, write(member(node, "node")));
  if (kind == "SelectStmt") return select(node);
  return kind + members(node);
}

std::string MeaningWriter::constant(const Json& node) {
  if (sql::flag_of(node, "isnull")) return "null";
  if (node.contains("sval")) {
    return quoted_text(without_midnight(text_of(member(node, "sval"), "sval")));
  }
  if (node.contains("fval")) return text_of(member(node, "fval"), "fval");
  if (node.contains("bsval")) return "b" + text_of(member(node, "bsval"), "bsval");
  if (node.contains("boolval")) {
    return sql::flag_of(member(node, "boolval"), "boolval") ? "true" : "false";
  }
  const Json& number = member(member(node, "ival"), "ival");
  return number.is_number() ? number.dump() : "0";
}

Resolved MeaningWriter::resolve(const Json& node) const {
  std::vector<std::string> parts;
  bool star = false;
  for (const Json& field : member(node, "fields")) {
    star = kind_of(field) == "A_Star";
    parts.push_back(star ? "*" : text_of(inside(field), "sval"));
  }
  if (parts.size() > 2) parts.erase(parts.begin(), parts.end() - 2);
  if (scope_ == nullptr || parts.empty()) return {};
  if (star) {
    const ScopeItem* item = parts.size() == 2 ? scope_->item(parts[0]) : nullptr;
    if (item == nullptr) return {};
    return {in_double_quotes(item->key) + ".*", Family::kUnknown, true};
  }
  if (parts.size() == 2) return scope_->find(parts[0], parts[1]);
  Resolved found = scope_->find("", parts[0]);
  if (found.found) return found;
  // The whole row of a relation.
  const ScopeItem* item = scope_->item(parts[0]);
  if (item == nullptr || item->key.empty()) return {};
  return {in_double_quotes(item->key) + ".*", Family::kUnknown, true};
}

std::string MeaningWriter::column(const Json& node) {
  Resolved found = resolve(node);
  if (found.found) return found.text;
  std::vector<std::string> parts;
  for (const Json& field : member(node, "fields")) {
    const bool star = kind_of(field) == "A_Star";
    parts.push_back(star ? "*" : in_double_quotes(text_of(inside(field), "sval")));
  }
  return text::join(parts, ".");
}

std::string MeaningWriter::type(const Json& name) {
  std::string text = last_name(member(name, "names"));
  if (name.contains("typmods")) text += list(member(name, "typmods"), ",");
  for (std::size_t i = 0; i < member(name, "arrayBounds").size(); ++i) text += "[]";
  return text;
}

std::string MeaningWriter::cast(const Json& node, bool keep) {
  const Json& argument = member(node, "arg");
  const Json& target = member(node, "typeName");
  const std::string name = last_name(member(target, "names"));
  std::string written = write(argument);
  if (is_literal(argument)) {
    const bool number = is_number(family_of_type(name)) && written.size() > 2 &&
                        written.front() == '\'' &&
                        is_decimal_text(std::string_view(written).substr(1, written.size() - 2));
    if (name == "bool" && (written == "'t'" || written == "'f'")) {
      return written == "'t'" ? "true" : "false";
    }
    return number ? written.substr(1, written.size() - 2) : written;
  }
  const Family of = family(argument);
  const bool is_column = kind_of(argument) == "ColumnRef" || kind_of(argument) == "TypeCast";
  const bool from_text = of == Family::kText || (of == Family::kUnknown && is_column);
  const bool plain = !target.contains("typmods") && !target.contains("arrayBounds");
  if (from_text && plain && is_text_type(name) && !keep) return written;
  return "cast(" + written + " " + type(target) + ")";
}

std::string MeaningWriter::widened(const Json& node, Family to) {
  const Family from = family(node);
  std::string written = write(node);
  const bool grows = is_number(from) && from < to && to >= Family::kNumeric && is_number(to);
  if (!grows || is_literal(node)) return written;
  return "cast(" + written + (to == Family::kNumeric ? " numeric)" : " float8)");
}

std::string MeaningWriter::between(const Json& node, const std::string& kind) {
  const Json& bounds = member(inside(member(node, "rexpr")), "items");
  const bool inside_bounds = kind == "AEXPR_BETWEEN";
  const auto part = [&](std::size_t bound, std::string_view op) {
    const Json& value = member(node, "lexpr");
    const Family wide = std::max(family(value), family(bounds.at(bound)));
    return fmt::format("({} {} {})", op, widened(value, wide), widened(bounds.at(bound), wide));
  };
  return fmt::format("({} {} {})", inside_bounds ? "AND_EXPR" : "OR_EXPR",
                     part(0, inside_bounds ? ">=" : "<"), part(1, inside_bounds ? "<=" : ">"));
}

std::string MeaningWriter::operation(const Json& node) {
  const std::string kind = text_of(node, "kind");
  const std::string name = last_name(member(node, "name"));
  const Json& left = member(node, "lexpr");
  const Json& right = member(node, "rexpr");
  if (kind == "AEXPR_IN" || kind == "AEXPR_OP_ANY" || kind == "AEXPR_OP_ALL") {
    return "(" + name + (name == "<>" || kind == "AEXPR_OP_ALL" ? " all " : " any ") + write(left) +
           " " + elements(right) + ")";
  }
  if (kind == "AEXPR_BETWEEN" || kind == "AEXPR_NOT_BETWEEN") return between(node, kind);
  if (left.is_null()) {
    const std::string value = write(right);
    if (name == "-" && is_decimal_text(value)) return "-" + value;
    return fmt::format("({} {})", name, value);
  }
  const bool distinct =
      kind == "AEXPR_DISTINCT" || kind == "AEXPR_NOT_DISTINCT" || kind == "AEXPR_NULLIF";
  const std::string op = distinct ? kind : name;
  if (!is_one_of(name, kArithmetic) && !is_one_of(name, kComparisons)) {
    return fmt::format("({} {} {})", op, write(left), write(right));
  }
  Family wide = std::max(family(left), family(right));
  if (name == "^" && wide < Family::kNumeric) wide = Family::kFloat;
  return fmt::format("({} {} {})", op, widened(left, wide), widened(right, wide));
}

// (1, 2), ARRAY[1, 2] and (ARRAY[1, 2])::int[] are one list.
std::string MeaningWriter::elements(const Json& node) {
  if (kind_of(node) == "TypeCast") {
    const Json& argument = member(inside(node), "arg");
    if (kind_of(argument) == "A_ArrayExpr") return elements(argument);
  }
  if (kind_of(node) == "A_ArrayExpr") return list(member(inside(node), "elements"), " ");
  return write(node);
}

std::string MeaningWriter::boolean(const Json& node) {
  const std::string op = text_of(node, "boolop");
  std::string text;
  for (const Json& argument : member(node, "args")) {
    std::string written = write(argument);
    // a AND (b AND c) is a AND b AND c.
    const std::string same = "(" + op + " ";
    if (op != "NOT_EXPR" && written.starts_with(same)) {
      written = written.substr(same.size(), written.size() - same.size() - 1);
    }
    text += " " + written;
  }
  return "(" + op + text + ")";
}

// A cast that the server adds to call the only function there is says nothing.
std::string MeaningWriter::argument(const std::string& function, const Json& node) {
  if (kind_of(node) != "TypeCast") return write(node);
  const Json& target = member(inside(node), "typeName");
  const Json& value = member(inside(node), "arg");
  const std::string name = last_name(member(target, "names"));
  const Family of = family(value);
  const bool fraction = is_one_of(function, kOfFractions) && is_number(of) &&
                        of < Family::kNumeric && (name == "numeric" || name == "float8");
  const bool moment = of == Family::kDate && (name == "timestamp" || name == "timestamptz");
  const bool added = !target.contains("typmods") && (fraction || moment);
  return added ? write(value) : write(node);
}

std::string MeaningWriter::call(const Json& node) {
  const std::string name = last_name(member(node, "funcname"));
  std::string text = name + "[";
  for (const Json& item : member(node, "args")) {
    if (text.back() != '[') text += " ";
    text += argument(name, item);
  }
  text += "]";
  for (const auto& [key, value] : node.items()) {
    const bool said =
        key == "funcname" || key == "args" || key == "location" || key == "funcformat";
    if (!said) text += " " + key + ":" + write(value);
  }
  return "(" + text + ")";
}

// Its results are of one type.
std::string MeaningWriter::choice(const std::string& kind, const Json& node) {
  std::string text = kind;
  if (kind != "CaseExpr") {
    const Family wide = widest(member(node, "args"));
    for (const Json& item : member(node, "args")) text += " " + widened(item, wide);
    return fmt::format("({} {})", text, text_of(node, "op"));
  }
  const Family wide = family(Json{{"CaseExpr", node}});
  if (node.contains("arg")) text += " of " + write(node["arg"]);
  for (const Json& item : member(node, "args")) {
    text += " when " + write(member(inside(item), "expr"));
    text += " then " + widened(member(inside(item), "result"), wide);
  }
  const Json& otherwise = member(node, "defresult");
  return fmt::format("({} else {})", text, otherwise.is_null() ? "null" : widened(otherwise, wide));
}

// NULL is greater than everything, unless said otherwise.
std::string MeaningWriter::sort(const Json& node, const std::string& value) {
  const std::string direction = text_of(node, "sortby_dir");
  const bool down = direction == "SORTBY_DESC";
  const std::string nulls = text_of(node, "sortby_nulls");
  const bool first = nulls == "SORTBY_NULLS_FIRST" || (nulls != "SORTBY_NULLS_LAST" && down);
  std::string text = fmt::format("({}{}{}", value, down ? " desc" : "", first ? " first" : "");
  if (direction == "SORTBY_USING") text += " " + write(member(node, "useOp"));
  return text + ")";
}

}  // namespace dbx::dialect::postgres
