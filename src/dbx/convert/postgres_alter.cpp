// What changes a table after it was made: ALTER TABLE, RENAME, DROP, COMMENT ON, CREATE INDEX.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/convert/postgres.h"

namespace dbx::convert {
namespace {

// The commands of ALTER TABLE as text, one for each that the parser names.
std::vector<std::string_view> commands_of(std::string_view statement) {
  std::vector<std::string_view> commands;
  for (std::size_t at = 0; at <= statement.size();) {
    const std::size_t end = find_outside(statement, ",", at);
    commands.push_back(statement.substr(at, end - at));
    at = end + 1;
  }
  return commands;
}

bool holds(const std::vector<std::string>& columns, const std::string& column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

void replace(std::vector<std::string>& columns, const std::string& from, const std::string& to) {
  std::replace(columns.begin(), columns.end(), from, to);
}

// ALTER TABLE commands about storage, rights and order of rows.
bool is_operational(const std::string& type) {
  static const std::vector<std::string> kTypes = {
      "AT_ChangeOwner",       "AT_ClusterOn",       "AT_SetTableSpace", "AT_SetRelOptions",
      "AT_ResetRelOptions",   "AT_SetStorage",      "AT_SetStatistics", "AT_ReplicaIdentity",
      "AT_EnableRowSecurity", "AT_SetLogged",       "AT_SetUnLogged",   "AT_ValidateConstraint",
      "AT_SetCompression",    "AT_SetAccessMethod", "AT_DropCluster",
  };
  return std::find(kTypes.begin(), kTypes.end(), type) != kTypes.end();
}

}  // namespace

void PostgresReader::alter_table(const Json& node) {
  if (text_of(node, "objtype") != "OBJECT_TABLE") {
    return count("view, sequence or index change");
  }
  const QualifiedName name = relation_name(member(node, "relation"));
  DraftTable* table = draft_.find_table(name);
  const auto sources = commands_of(statement_text());
  std::size_t i = 0;
  for (const Json& wrapped : member(node, "cmds")) {
    const Json& command = inside(wrapped);
    const std::string_view source = i < sources.size() ? sources[i] : std::string_view();
    ++i;
    if (is_operational(text_of(command, "subtype"))) {
      count("owner or storage change");
    } else if (table == nullptr) {
      // Owners of views and sequences are changed by ALTER TABLE too; this is something else.
      draft_.note(place(), fmt::format("a change of '{}' is left out: there is no such table here",
                                       print(name)));
    } else if (!alter_one(command, *table, source)) {
      draft_.note(place(), fmt::format("a change of table '{}' is left out ({})", print(name),
                                       text_of(command, "subtype").substr(3)));
    }
  }
}

bool PostgresReader::alter_one(const Json& command, DraftTable& table, std::string_view source) {
  const std::string type = text_of(command, "subtype");
  const std::string name = text_of(command, "name");
  const Json& definition = member(command, "def");
  if (type == "AT_AddConstraint") {
    add_table_constraint(inside(definition), table, {});
    return true;
  }
  if (type == "AT_AddColumn") {
    const std::string added = text_of(inside(definition), "colname");
    if (table.find_column(added) == nullptr) add_column(inside(definition), table);
    return true;
  }
  if (type == "AT_DropColumn") {
    drop_column(table, name);
    return true;
  }
  if (type == "AT_DropConstraint") return drop_constraint(table, name);
  schema::Column* column = table.find_column(name);
  if (column == nullptr) return false;
  if (type == "AT_ColumnDefault") {
    column->default_value.reset();
    const std::size_t word = find_word(source, "default", 0);
    if (!definition.empty() && word != std::string_view::npos) {
      set_default(*column, definition, tidy_sql(source.substr(word + 7)));
    }
  } else if (type == "AT_AddIdentity") {
    set_identity(*column, member(inside(definition), "options"), place());
  } else if (type == "AT_SetNotNull") {
    column->nullable = false;
  } else if (type == "AT_DropNotNull") {
    column->nullable = true;
  } else if (type == "AT_AlterColumnType") {
    const ColumnType changed = column_type(member(inside(definition), "typeName"), place());
    column->type = changed.type;
    if (changed.enumeration != nullptr) {
      table.checks.push_back({{"", labels_check(name, *changed.enumeration)}, place()});
    }
  } else {
    return false;
  }
  return true;
}

void PostgresReader::drop_column(DraftTable& table, const std::string& column) {
  std::erase_if(table.columns, [&](const auto& c) { return c.value.name == column; });
  std::erase_if(table.uniques, [&](const auto& k) { return holds(k.value.columns, column); });
  std::erase_if(table.indexes,
                [&](const auto& i) { return holds(schema::column_names(i.value), column); });
  std::erase_if(table.foreign_keys, [&](const auto& k) { return holds(k.key.columns, column); });
  std::erase_if(table.checks, [&](const auto& check) {
    return find_word(check.value.expression.text, column, 0) != std::string::npos;
  });
  if (table.primary_key && holds(table.primary_key->value.columns, column)) {
    table.primary_key.reset();
  }
}

bool PostgresReader::drop_constraint(DraftTable& table, const std::string& constraint) {
  if (table.primary_key && table.primary_key->value.name == constraint) {
    table.primary_key.reset();
    return true;
  }
  return std::erase_if(table.uniques, [&](auto& k) { return k.value.name == constraint; }) +
             std::erase_if(table.checks, [&](auto& c) { return c.value.name == constraint; }) +
             std::erase_if(table.foreign_keys, [&](auto& k) { return k.key.name == constraint; }) >
         0;
}

void PostgresReader::rename(const Json& node) {
  const std::string type = text_of(node, "renameType");
  DraftTable* table = draft_.find_table(relation_name(member(node, "relation")));
  const std::string to = text_of(node, "newname");
  if (type == "OBJECT_TABLE" && table != nullptr) {
    const QualifiedName before = table->name;
    table->name.name = to;
    for (DraftTable& other : draft_.tables) {
      for (DraftForeignKey& key : other.foreign_keys) {
        if (key.references == before) key.references = table->name;
      }
    }
    return;
  }
  const std::string from = text_of(node, "subname");
  schema::Column* column = table == nullptr ? nullptr : table->find_column(from);
  if (type != "OBJECT_COLUMN" || column == nullptr) return count("other rename");
  column->name = to;
  if (table->primary_key) replace(table->primary_key->value.columns, from, to);
  for (auto& key : table->uniques) replace(key.value.columns, from, to);
  for (auto& index : table->indexes) {
    for (schema::IndexPart& part : index.value.columns) {
      if (part.column == from) part.column = to;
    }
  }
  for (auto& key : table->foreign_keys) replace(key.key.columns, from, to);
  for (DraftTable& other : draft_.tables) {
    for (DraftForeignKey& key : other.foreign_keys) {
      if (key.references == table->name) replace(key.key.referenced_columns, from, to);
    }
  }
  for (auto& check : table->checks) {
    if (find_word(check.value.expression.text, from, 0) == std::string::npos) continue;
    draft_.note(place(), fmt::format("a check of '{}' is left out: it names '{}', which is renamed",
                                     print(table->name), from));
    check.value.expression = {};
  }
  std::erase_if(table->checks, [](const auto& check) { return check.value.expression.empty(); });
}

// A script that drops what it then makes loses nothing; one that drops what it made has less.
void PostgresReader::drop(const Json& node) {
  if (text_of(node, "removeType") != "OBJECT_TABLE") return;
  for (const Json& object : member(node, "objects")) {
    const QualifiedName name = dotted_name(strings_of(member(inside(object), "items")));
    std::erase_if(draft_.tables, [&](const DraftTable& table) { return table.name == name; });
  }
}

void PostgresReader::comment(const Json& node) {
  const std::string type = text_of(node, "objtype");
  std::vector<std::string> parts = strings_of(member(inside(member(node, "object")), "items"));
  if (type == "OBJECT_TABLE") {
    if (DraftTable* table = draft_.find_table(dotted_name(parts))) {
      table->comment = text_of(node, "comment");
      return;
    }
  } else if (type == "OBJECT_COLUMN" && parts.size() >= 2) {
    const std::string column = parts.back();
    parts.pop_back();
    DraftTable* table = draft_.find_table(dotted_name(parts));
    if (schema::Column* found = table == nullptr ? nullptr : table->find_column(column)) {
      found->comment = text_of(node, "comment");
      return;
    }
  }
  count("other comment");
}

// Why the index cannot stand in a spec, or nothing.
std::string PostgresReader::index_problem(const Json& node) const {
  if (node.contains("whereClause")) return "it covers a part of the rows";
  const std::string method = text_of(node, "accessMethod");
  if (!method.empty() && method != "btree") return "its method is " + method;
  for (const Json& element : member(node, "indexParams")) {
    if (inside(element).contains("expr")) return "it is over an expression";
  }
  return {};
}

void PostgresReader::create_index(const Json& node) {
  const QualifiedName name = relation_name(member(node, "relation"));
  const std::string written = text_of(node, "idxname");
  const std::string label = written.empty() ? "an index without a name" : "index '" + written + "'";
  DraftTable* table = draft_.find_table(name);
  const std::string problem = table == nullptr
                                  ? fmt::format("there is no table '{}' here", print(name))
                                  : index_problem(node);
  if (!problem.empty()) {
    return draft_.note(place(), fmt::format("{} is left out: {}", label, problem));
  }
  schema::Index index{written, {}, flag_of(node, "unique")};
  bool loses = node.contains("indexIncludingParams") || flag_of(node, "nulls_not_distinct");
  for (const Json& element : member(node, "indexParams")) {
    const Json& part = inside(element);
    index.columns.emplace_back(text_of(part, "name"));
    loses = loses || text_of(part, "ordering") == "SORTBY_DESC" || part.contains("opclass") ||
            part.contains("collation") || text_of(part, "nulls_ordering") != "SORTBY_NULLS_DEFAULT";
  }
  if (loses) {
    draft_.note(place(), fmt::format("{} stands with its columns alone; direction, INCLUDE and "
                                     "operator classes are left out",
                                     label));
  }
  table->indexes.push_back({std::move(index), place()});
}

}  // namespace dbx::convert
