// What SQL text means to PostgreSQL, as far as comparing needs it. The server stores expressions
// parsed and prints them its own way: (status)::text = ANY (ARRAY['a'::text]) for status IN ('a').
// Both are parsed here by PostgreSQL's own parser and written down without what says nothing: casts
// of literals, casts of columns to text, parentheses, BETWEEN and IN as what they stand for.
#include "dbx/dialect/postgres/meaning.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/sql/parse.h"

namespace dbx::dialect::postgres {
namespace {

using sql::inside;
using sql::kind_of;
using sql::member;
using sql::text_of;

// Longer text is compared as it stands.
constexpr std::size_t kBytesMax = std::size_t{64} << 10U;

std::string in_quotes(const std::string& name) {
  return '"' + text::replace_all(name, "\"", "\"\"") + '"';
}

bool is_number(std::string_view text) {
  return text::to_double(text).has_value() &&
         text.find_first_not_of("0123456789.-eE+") == std::string_view::npos;
}

// "pg_catalog"."int4" -> int4
std::string last_name(const Json& names) {
  const std::vector<std::string> parts = sql::strings_of(names);
  if (parts.size() == 2 && parts[0] == "pg_catalog") return parts[1];
  return text::join(parts, ".");
}

bool is_text_type(std::string_view name) {
  return name == "text" || name == "varchar" || name == "bpchar";
}

bool is_number_type(std::string_view name) {
  static constexpr std::string_view kNames[] = {"int2",    "int4",   "int8",
                                                "numeric", "float4", "float8"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

class Writer {
 public:
  std::string write(const Json& node) {
    if (node.is_array()) return list(node, " ");
    if (!node.is_object())
      return node.is_string() ? quoted_text(node.get<std::string>()) : node.dump();
    if (node.size() == 1 && inside(node).is_object()) return named(kind_of(node), inside(node));
    return members(node);
  }

 private:
  static std::string quoted_text(const std::string& text) {
    return '\'' + text::replace_all(text, "'", "''") + '\'';
  }

  std::string list(const Json& items, std::string_view separator) {
    std::string text;
    for (const Json& item : items) {
      if (!text.empty()) text += separator;
      text += write(item);
    }
    return "[" + text + "]";
  }

  std::string members(const Json& node) {
    std::string text;
    for (const auto& [key, value] : node.items()) {
      const bool says_nothing = key == "location" || key == "funcformat" ||
                                key == "stmt_location" || key == "stmt_len" || key == "inh" ||
                                key == "relpersistence" || (key == "typemod" && value == -1);
      if (!says_nothing) text += " " + key + ":" + write(value);
    }
    return "(" + text + ")";
  }

  std::string named(const std::string& kind, const Json& node) {
    if (kind == "A_Const") return constant(node);
    if (kind == "ColumnRef") return column(node);
    if (kind == "TypeCast") return cast(node);
    if (kind == "A_Expr") return operation(node);
    if (kind == "BoolExpr") return boolean(node);
    if (kind == "FuncCall") return call(node);
    if (kind == "A_ArrayExpr") return "array" + list(member(node, "elements"), " ");
    if (kind == "String") return in_quotes(text_of(node, "sval"));
    if (kind == "List") return list(member(node, "items"), " ");
    if (kind == "ResTarget") return result(node);
    if (kind == "SelectStmt") return select(node);
    if (kind == "RangeVar") return relation(node);
    return kind + members(node);
  }

  static std::string constant(const Json& node) {
    if (sql::flag_of(node, "isnull")) return "null";
    if (node.contains("sval")) return quoted_text(text_of(member(node, "sval"), "sval"));
    if (node.contains("fval")) return text_of(member(node, "fval"), "fval");
    if (node.contains("bsval")) return "b" + text_of(member(node, "bsval"), "bsval");
    if (node.contains("boolval")) {
      return sql::flag_of(member(node, "boolval"), "boolval") ? "true" : "false";
    }
    const Json& number = member(member(node, "ival"), "ival");
    return number.is_number() ? number.dump() : "0";
  }

  // The qualifier of the only relation says nothing.
  std::string column(const Json& node) {
    std::vector<std::string> parts;
    for (const Json& field : member(node, "fields")) {
      parts.push_back(kind_of(field) == "A_Star" ? "*" : in_quotes(text_of(inside(field), "sval")));
    }
    if (parts.size() > 1 && parts.front() == only_relation_) parts.erase(parts.begin());
    return text::join(parts, ".");
  }

  std::string type(const Json& name) {
    std::string text = last_name(member(name, "names"));
    if (name.contains("typmods")) text += list(member(name, "typmods"), ",");
    for (std::size_t i = 0; i < member(name, "arrayBounds").size(); ++i) text += "[]";
    return text;
  }

  static bool is_literal(const Json& node) {
    const std::string kind = kind_of(node);
    if (kind == "A_Const") return true;
    if (kind == "TypeCast") return is_literal(member(inside(node), "arg"));
    if (kind != "A_ArrayExpr") return false;
    const Json& elements = member(inside(node), "elements");
    return std::all_of(elements.begin(), elements.end(), is_literal);
  }

  std::string cast(const Json& node) {
    const Json& argument = member(node, "arg");
    const Json& target = member(node, "typeName");
    const std::string name = last_name(member(target, "names"));
    const std::string written = write(argument);
    if (is_literal(argument)) {
      const bool number = is_number_type(name) && written.size() > 2 && written.front() == '\'' &&
                          is_number(std::string_view(written).substr(1, written.size() - 2));
      if (name == "bool" && (written == "'t'" || written == "'f'")) {
        return written == "'t'" ? "true" : "false";
      }
      return number ? written.substr(1, written.size() - 2) : written;
    }
    const bool is_column = kind_of(argument) == "ColumnRef" || kind_of(argument) == "TypeCast";
    if (is_column && is_text_type(name)) return written;
    return "cast(" + written + " " + type(target) + ")";
  }

  std::string operation(const Json& node) {
    const std::string kind = text_of(node, "kind");
    const std::string name = last_name(member(node, "name"));
    const Json& left = member(node, "lexpr");
    const Json& right = member(node, "rexpr");
    if (kind == "AEXPR_IN" || kind == "AEXPR_OP_ANY" || kind == "AEXPR_OP_ALL") {
      return "(" + name + (name == "<>" || kind == "AEXPR_OP_ALL" ? " all " : " any ") +
             write(left) + " " + elements(right) + ")";
    }
    if (kind == "AEXPR_BETWEEN" || kind == "AEXPR_NOT_BETWEEN") {
      const Json& bounds = member(inside(right), "items");
      const std::string value = write(left);
      const bool inside_bounds = kind == "AEXPR_BETWEEN";
      const std::string first =
          fmt::format("({} {} {})", inside_bounds ? ">=" : "<", value, write(bounds.at(0)));
      const std::string second =
          fmt::format("({} {} {})", inside_bounds ? "<=" : ">", value, write(bounds.at(1)));
      return fmt::format("({} {} {})", inside_bounds ? "AND_EXPR" : "OR_EXPR", first, second);
    }
    const std::string value = write(right);
    if (left.is_null() && name == "-" && is_number(value)) return "-" + value;
    if (left.is_null()) return fmt::format("({} {})", name, value);
    return fmt::format("({} {} {})", name, write(left), value);
  }

  // (1, 2), ARRAY[1, 2] and (ARRAY[1, 2])::int[] are one list.
  std::string elements(const Json& node) {
    if (kind_of(node) == "TypeCast") {
      const Json& argument = member(inside(node), "arg");
      if (kind_of(argument) == "A_ArrayExpr") return elements(argument);
    }
    if (kind_of(node) == "A_ArrayExpr") return list(member(inside(node), "elements"), " ");
    return write(node);
  }

  std::string boolean(const Json& node) {
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

  std::string call(const Json& node) {
    std::string text = last_name(member(node, "funcname")) + list(member(node, "args"), " ");
    for (const auto& [key, value] : node.items()) {
      const bool said =
          key == "funcname" || key == "args" || key == "location" || key == "funcformat";
      if (!said) text += " " + key + ":" + write(value);
    }
    return "(" + text + ")";
  }

  // count(*) AS count: the name that it has anyway.
  std::string result(const Json& node) {
    std::string name = text_of(node, "name");
    const Json& value = member(node, "val");
    if (name.empty() && kind_of(value) == "ColumnRef") {
      const Json& fields = member(inside(value), "fields");
      if (!fields.empty()) name = text_of(inside(fields.back()), "sval");
    } else if (name.empty() && kind_of(value) == "FuncCall") {
      name = last_name(member(inside(value), "funcname"));
    } else if (name.empty() && kind_of(value) == "CoalesceExpr") {
      name = "coalesce";
    } else if (name.empty() && kind_of(value) == "CaseExpr") {
      name = "case";
    }
    return in_quotes(name) + "=" + write(value);
  }

  std::string relation(const Json& node) {
    std::string text = in_quotes(text_of(node, "relname"));
    const std::string schema = text_of(node, "schemaname");
    if (!schema.empty() && schema != "public") text = in_quotes(schema) + "." + text;
    const std::string alias = text_of(member(node, "alias"), "aliasname");
    return alias.empty() ? text : text + " as " + in_quotes(alias);
  }

  std::string select(const Json& node) {
    const std::string outer = only_relation_;
    only_relation_.clear();
    const Json& from = member(node, "fromClause");
    if (from.size() == 1 && kind_of(from.at(0)) == "RangeVar") {
      const Json& only = inside(from.at(0));
      const std::string alias = text_of(member(only, "alias"), "aliasname");
      only_relation_ = in_quotes(alias.empty() ? text_of(only, "relname") : alias);
    }
    std::string text = "select" + members(node);
    only_relation_ = outer;
    return text;
  }

  std::string only_relation_;
};

// Thousands of tables say the same few things (0, now(), true): each text is parsed once.
class Meanings {
 public:
  void fill(schema::Expression& expression) {
    if (expression.empty()) return;
    const auto [known, is_new] = known_.try_emplace(expression.text);
    if (is_new) known->second = meaning_of(expression.text);
    expression.meaning = known->second;
  }
  void fill(schema::Index& index) {
    fill(index.where);
    for (schema::IndexPart& part : index.columns) fill(part.expression);
  }

 private:
  std::unordered_map<std::string, std::string> known_;
};

void fill_statement(schema::Expression& expression) {
  if (!expression.empty()) expression.meaning = statement_meaning(expression.text);
}

}  // namespace

std::string statement_meaning(std::string_view statement) {
  if (statement.size() > kBytesMax || statement.find('\0') != std::string_view::npos) return {};
  const auto parsed = sql::parse_statement(statement);
  if (!parsed || parsed->size() != 1) return {};
  return Writer().write(parsed->at(0));
}

std::string meaning_of(std::string_view expression) {
  if (expression.size() > kBytesMax || expression.find('\0') != std::string_view::npos) return {};
  const auto parsed = sql::parse_statement(fmt::format("SELECT {}", expression));
  if (!parsed || parsed->size() != 1) return {};
  const Json& targets = member(inside(parsed->at(0)), "targetList");
  if (targets.size() != 1) return {};
  return Writer().write(member(inside(targets.at(0)), "val"));
}

void fill_meanings(schema::Schema& schema) {
  Meanings meanings;
  for (schema::Table& table : schema.tables) {
    for (schema::Column& column : table.columns) {
      if (column.default_value) meanings.fill(*column.default_value);
      meanings.fill(column.generated);
    }
    for (schema::Check& check : table.checks) meanings.fill(check.expression);
    for (schema::Index& index : table.indexes) meanings.fill(index);
  }
  for (schema::View& view : schema.views) {
    fill_statement(view.select);
    for (schema::Index& index : view.indexes) meanings.fill(index);
  }
}

}  // namespace dbx::dialect::postgres
