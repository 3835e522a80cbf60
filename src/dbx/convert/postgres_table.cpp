// CREATE TABLE: columns, constraints, and what a spec has no place for.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/convert/postgres.h"

namespace dbx::convert {
namespace {

// What stands in the next parentheses.
std::string in_parentheses(std::string_view statement, std::size_t from) {
  const std::size_t open = find_outside(statement, "(", from);
  if (open >= statement.size() || statement[open] != '(') return {};
  return tidy_sql(statement.substr(open + 1, find_outside(statement, "", open + 1) - open - 1));
}

spec::OnDelete on_delete_of(const std::string& action) {
  if (action == "c") return spec::OnDelete::kCascade;
  if (action == "n") return spec::OnDelete::kSetNull;
  return action == "r" ? spec::OnDelete::kRestrict : spec::OnDelete::kNoAction;
}

// nextval('schema.sequence'::regclass): the sequence's name as written, or nothing.
std::string sequence_of(const Json& expression) {
  const Json& call = member(expression, "FuncCall");
  const auto names = strings_of(member(call, "funcname"));
  if (names.empty() || names.back() != "nextval") return {};
  const Json& arguments = member(call, "args");
  if (!arguments.is_array() || arguments.empty()) return {};
  const Json* argument = &arguments[0];
  while (argument->contains("TypeCast")) argument = &member((*argument)["TypeCast"], "arg");
  return text_of(member(member(*argument, "A_Const"), "sval"), "sval");
}

}  // namespace

bool PostgresReader::is_plain_table(const Json& node, const QualifiedName& name) {
  const std::string written = print(name);
  if (node.contains("partbound")) {
    draft_.note(place(), fmt::format("partition '{}' is left out", written));
    return false;
  }
  if (text_of(member(node, "relation"), "relpersistence") == "t") {
    draft_.note(place(), fmt::format("temporary table '{}' is left out", written));
    return false;
  }
  const bool known = std::any_of(draft_.tables.begin(), draft_.tables.end(),
                                 [&](const DraftTable& table) { return table.name == name; });
  if (known) {
    draft_.note(place(), fmt::format("table '{}' is there already: this one is left out", written));
    return false;
  }
  const auto loses = [&](const char* key, std::string_view what) {
    if (node.contains(key)) {
      draft_.note(place(), fmt::format("{} of table '{}' is left out", what, written));
    }
  };
  loses("partspec", "the partitioning");
  loses("ofTypename", "the composite type");
  loses("tablespacename", "the tablespace");
  loses("options", "a storage option");
  if (text_of(member(node, "relation"), "relpersistence") == "u") {
    draft_.note(place(), fmt::format("table '{}' is no longer UNLOGGED", written));
  }
  return true;
}

void PostgresReader::copy_columns(const QualifiedName& from, DraftTable& table,
                                  std::string_view how) {
  const DraftTable* parent = draft_.find_table(from);
  if (parent == nullptr) {
    draft_.note(place(), fmt::format("{} of '{}': there is no such table here", how, print(from)));
    return;
  }
  for (Placed<schema::Column> column : parent->columns) {
    column.value.identity = false;
    column.where = place();
    table.columns.push_back(std::move(column));
  }
  draft_.note(place(), fmt::format("{} of '{}' becomes a copy of its columns", how, print(from)));
}

void PostgresReader::create_table(const Json& node) {
  const QualifiedName name = relation_name(member(node, "relation"));
  if (!is_plain_table(node, name)) return;
  DraftTable table;
  table.name = name;
  table.where = place(place_of(member(node, "relation")));
  for (const Json& parent : member(node, "inhRelations")) {
    copy_columns(relation_name(inside(parent)), table, "INHERITS");
  }
  std::vector<const Json*> constraints;  // after the columns that they name
  for (const Json& element : member(node, "tableElts")) {
    const std::string kind = kind_of(element);
    if (kind == "ColumnDef") add_column(inside(element), table);
    if (kind == "TableLikeClause") {
      copy_columns(relation_name(member(inside(element), "relation")), table, "LIKE");
    }
    if (kind == "Constraint") constraints.push_back(&inside(element));
  }
  for (const Json* constraint : constraints) add_table_constraint(*constraint, table, {});
  draft_.tables.push_back(std::move(table));
}

void PostgresReader::add_column(const Json& definition, DraftTable& table) {
  Placed<schema::Column> column;
  column.where = place(place_of(definition));
  column.value.name = text_of(definition, "colname");
  const ColumnType type = column_type(member(definition, "typeName"), column.where);
  column.value.type = type.type;
  column.value.nullable = !type.is_required;
  column.value.identity = type.is_serial;
  if (type.enumeration != nullptr) {
    table.checks.push_back(
        {{"", labels_check(column.value.name, *type.enumeration)}, column.where});
  }
  if (definition.contains("collClause")) {
    draft_.note(column.where, fmt::format("the collation of '{}' is left out", column.value.name));
  }
  for (const Json& constraint : member(definition, "constraints")) {
    add_column_constraint(inside(constraint), definition, table, column);
  }
  table.columns.push_back(std::move(column));
}

void PostgresReader::add_column_constraint(const Json& constraint, const Json& definition,
                                           DraftTable& table, Placed<schema::Column>& column) {
  const std::string type = text_of(constraint, "contype");
  const Location where = place(place_of(constraint));
  if (type == "CONSTR_NOTNULL") {
    column.value.nullable = false;
  } else if (type == "CONSTR_NULL") {
    column.value.nullable = true;
  } else if (type == "CONSTR_DEFAULT") {
    set_default(column.value, member(constraint, "raw_expr"),
                default_source(constraint, definition));
  } else if (type == "CONSTR_IDENTITY") {
    set_identity(column.value, member(constraint, "options"), where);
  } else if (type == "CONSTR_GENERATED") {
    draft_.note(where, fmt::format("'{}' stays, the expression that generates it is left out: {}",
                                   column.value.name,
                                   in_parentheses(statement_text(), place_of(constraint))));
  } else if (type.starts_with("CONSTR_ATTR_")) {
    if (type == "CONSTR_ATTR_DEFERRABLE") draft_.note(where, "DEFERRABLE is left out");
  } else {
    add_table_constraint(constraint, table, {column.value.name});
  }
}

void PostgresReader::add_table_constraint(const Json& constraint, DraftTable& table,
                                          const std::vector<std::string>& own_columns) {
  const std::string type = text_of(constraint, "contype");
  std::vector<std::string> columns = own_columns;
  if (type == "CONSTR_CHECK") {
    add_check(constraint, table);
  } else if (type == "CONSTR_FOREIGN") {
    if (columns.empty()) columns = strings_of(member(constraint, "fk_attrs"));
    add_foreign_key(constraint, table, std::move(columns));
  } else if (type == "CONSTR_PRIMARY" || type == "CONSTR_UNIQUE") {
    if (columns.empty()) columns = strings_of(member(constraint, "keys"));
    add_key(constraint, table, std::move(columns));
  } else {
    draft_.note(place(place_of(constraint)), "an exclusion constraint is left out");
  }
}

void PostgresReader::note_modifiers(const Json& constraint, std::string_view what) {
  const Location where = place(place_of(constraint));
  const auto loses = [&](bool is_lost, std::string_view modifier) {
    if (is_lost) draft_.note(where, fmt::format("{} of a {} is left out", modifier, what));
  };
  loses(flag_of(constraint, "deferrable"), "DEFERRABLE");
  loses(flag_of(constraint, "nulls_not_distinct"), "NULLS NOT DISTINCT");
  loses(constraint.contains("including"), "INCLUDE");
  loses(constraint.contains("fk_del_set_cols"), "the column list of ON DELETE SET NULL");
  loses(flag_of(constraint, "is_no_inherit"), "NO INHERIT");
}

void PostgresReader::add_foreign_key(const Json& constraint, DraftTable& table,
                                     std::vector<std::string> columns) {
  DraftForeignKey key;
  key.where = place(place_of(constraint));
  key.references = relation_name(member(constraint, "pktable"));
  key.key.name = text_of(constraint, "conname");
  key.key.columns = std::move(columns);
  key.key.referenced_columns = strings_of(member(constraint, "pk_attrs"));
  const std::string on_delete = text_of(constraint, "fk_del_action");
  key.key.on_delete = on_delete_of(on_delete);
  const auto loses = [&](bool is_lost, std::string_view what) {
    if (is_lost) draft_.note(key.where, fmt::format("{} of a foreign key is left out", what));
  };
  const std::string on_update = text_of(constraint, "fk_upd_action");
  loses(on_delete == "d", "ON DELETE SET DEFAULT");
  loses(!on_update.empty() && on_update != "a", "ON UPDATE");
  loses(text_of(constraint, "fk_matchtype") == "f", "MATCH FULL");
  loses(flag_of(constraint, "skip_validation"), "NOT VALID");
  note_modifiers(constraint, "foreign key");
  table.foreign_keys.push_back(std::move(key));
}

void PostgresReader::add_key(const Json& constraint, DraftTable& table,
                             std::vector<std::string> columns) {
  const Location where = place(place_of(constraint));
  // ADD CONSTRAINT ... USING INDEX: the key takes the index over.
  if (const std::string name = text_of(constraint, "indexname"); !name.empty()) {
    const auto index = std::find_if(table.indexes.begin(), table.indexes.end(),
                                    [&](const auto& i) { return i.value.name == name; });
    if (index == table.indexes.end()) {
      draft_.note(where, fmt::format("a key over index '{}' is left out: no such index", name));
      return;
    }
    columns = schema::column_names(index->value);
    table.indexes.erase(index);
  }
  note_modifiers(constraint, "key");
  schema::Key key{text_of(constraint, "conname"), std::move(columns), {}};
  if (text_of(constraint, "contype") == "CONSTR_UNIQUE") {
    table.uniques.push_back({std::move(key), where});
  } else if (table.primary_key) {
    draft_.note(where, fmt::format("a second primary key of '{}' is left out", print(table.name)));
  } else {
    table.primary_key = Placed<schema::Key>{std::move(key), where};
  }
}

void PostgresReader::add_check(const Json& constraint, DraftTable& table) {
  const std::size_t begin = place_of(constraint);
  note_modifiers(constraint, "check");
  const std::size_t word = find_word(statement_text(), "check", begin);
  const std::string expression =
      without_own_types(in_parentheses(statement_text(), std::min(word, statement_text().size())));
  table.checks.push_back({{text_of(constraint, "conname"), expression}, place(begin)});
}

std::string PostgresReader::without_own_types(std::string expression) const {
  for (const Enumeration& enumeration : draft_.enumerations) {
    const QualifiedName& name = enumeration.name;
    for (const std::string& schema :
         {name.schema.empty() ? "public." : name.schema + ".", std::string()}) {
      const std::string cast = "::" + schema + name.name;
      for (std::size_t at = 0; (at = expression.find(cast, at)) != std::string::npos;) {
        const std::size_t end = at + cast.size();
        const bool whole = end == expression.size() || !is_word_byte(expression[end]);
        if (whole) {
          expression.erase(at, cast.size());
        } else {
          at = end;
        }
      }
    }
  }
  return expression;
}

std::string PostgresReader::default_source(const Json& constraint, const Json& definition) const {
  const std::string_view statement = statement_text();
  const std::size_t begin = place_of(constraint);
  std::size_t end = find_outside(statement, ",", begin);
  const auto bound = [&](const Json& other) {
    const std::size_t at = place_of(other);
    if (at > begin) end = std::min(end, at);
  };
  for (const Json& other : member(definition, "constraints")) bound(inside(other));
  bound(member(definition, "collClause"));
  const std::size_t word = find_word(statement, "default", begin);
  if (word >= end) return {};
  return tidy_sql(statement.substr(word + 7, end - word - 7));
}

void PostgresReader::set_default(schema::Column& column, const Json& expression,
                                 std::string_view source) {
  const std::string sequence = sequence_of(expression);
  if (!sequence.empty()) {
    const std::string last = sequence.substr(sequence.rfind('.') + 1);
    for (Sequence& known : sequences_) {
      if (known.name.name == text::replace_all(last, "\"", "")) known.is_used = true;
    }
    column.identity = true;
    return;
  }
  // 'x'::character varying is 'x' to every engine, and so are E'x' and $$x$$; NULL is no default.
  // 'now'::text::date is something else.
  const Json* value = &expression;
  const Json* cast = nullptr;
  while (value->contains("TypeCast")) {
    cast = &member((*value)["TypeCast"], "typeName");
    value = &member((*value)["TypeCast"], "arg");
  }
  const Json& constant = member(*value, "A_Const");
  if (flag_of(constant, "isnull")) {
    column.default_value.reset();
  } else if (constant.contains("sval") && (cast == nullptr || !column.type.is_temporal())) {
    column.default_value = sql_literal(text_of(constant["sval"], "sval"));
  } else {
    column.default_value = without_own_types(std::string(source));
  }
}

void PostgresReader::set_identity(schema::Column& column, const Json& options,
                                  const Location& where) {
  column.identity = true;
  column.nullable = false;
  for (const Json& option : options) {
    const Json& element = inside(option);
    const std::string name = text_of(element, "defname");
    const Json& number = member(member(member(element, "arg"), "Integer"), "ival");
    const bool is_one = number.is_number_integer() && number.get<std::int64_t>() == 1;
    if ((name != "start" && name != "increment") || is_one) continue;
    draft_.note(where, fmt::format("'{}' is numbered from 1 by 1", column.name));
  }
}

}  // namespace dbx::convert
