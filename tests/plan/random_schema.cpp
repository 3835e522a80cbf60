// Drawing tables, columns, keys, and what becomes of them.
#include "plan/random_schema.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::test {

using schema::Column;
using schema::Schema;
using schema::Table;

namespace {

const char* const kTypes[] = {"INT",         "BIGINT", "SMALLINT",     "DECIMAL(12,2)",
                              "VARCHAR(40)", "TEXT",   "BOOLEAN",      "DATE",
                              "TIMESTAMP",   "DOUBLE", "DECIMAL(9,0)", "VARCHAR(200)"};
const char* const kWords[] = {"order",    "Mixed Case", "select",  "amount", "name",    "Übung",
                              "a\"quote", "user",       "dot.ted", "x",      "günstig", "group"};

// One value a row, whichever row: what may stand in a key.
bool tells_rows_apart(const Column& column) {
  return column.type.is_integer() || column.type.is_text();
}

bool mentions(const Table& table, const std::string& column) {
  const auto holds = [&](const std::vector<std::string>& columns) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  return table.primary_key && holds(table.primary_key->columns);
}

}  // namespace

std::string RandomSchema::fresh_name() {
  return fmt::format("{} {}", kWords[below(std::size(kWords))], ++names_);
}

Column RandomSchema::column() {
  Column column;
  column.name = fresh_name();
  column.type = spec::read_type(kTypes[below(std::size(kTypes))]).type;
  column.nullable = chance(60);
  if (chance(30)) {
    column.default_value =
        schema::Expression(column.type.is_numeric()                       ? "7"
                           : column.type.is_text()                        ? "'it''s'"
                           : column.type.kind == spec::TypeKind::kBoolean ? "true"
                                                                          : "CURRENT_TIMESTAMP");
    if (column.type.is_temporal()) column.default_value.reset();
  }
  if (chance(20)) column.comment = "what's in \"it\"";
  return column;
}

void RandomSchema::add_key(Table& table) {
  std::vector<std::string> columns;
  for (Column& column : table.columns) {
    if (added_.contains(column.name)) continue;
    if (tells_rows_apart(column) && !column.nullable && columns.size() < 2 && chance(50)) {
      columns.push_back(column.name);
      column.default_value.reset();  // the same for every row, where none may be the same
    }
  }
  if (columns.empty()) return;
  schema::Key key;
  key.columns = columns;
  if (!table.primary_key && chance(70)) {
    key.name = fmt::format("pk {}", ++names_);
    table.primary_key = key;
  } else {
    key.name = fmt::format("uq {}", ++names_);
    table.uniques.push_back(key);
  }
}

void RandomSchema::add_check(Table& table) {
  for (const Column& column : table.columns) {
    if (!column.type.is_numeric() || !chance(40)) continue;
    table.checks.push_back({fmt::format("ck {}", ++names_),
                            schema::Expression(dialect_.quote(column.name) + " >= 0")});
    return;
  }
}

void RandomSchema::add_index(Table& table) {
  schema::Index index;
  index.name = fmt::format("ix {}", ++names_);
  for (const Column& column : table.columns) {
    if (index.columns.size() < 2 && chance(40)) index.columns.emplace_back(column.name);
  }
  if (index.columns.empty()) return;
  table.indexes.push_back(index);
}

void RandomSchema::add_reference(Table& table, const Schema& others) {
  if (others.tables.empty()) return;
  const Table& target =
      others.tables[static_cast<std::size_t>(below(static_cast<int>(others.tables.size())))];
  if (!target.primary_key || target.primary_key->columns.size() != 1) return;
  const Column* key = schema::find_column(target, target.primary_key->columns[0]);
  Column column = *key;
  column.name = fresh_name();
  column.nullable = chance(50);
  column.default_value.reset();
  column.comment.clear();
  column.renamed_from.clear();
  table.columns.push_back(column);
  schema::ForeignKey reference;
  reference.name = fmt::format("fk {}", ++names_);
  reference.columns = {column.name};
  reference.table = target.name;
  reference.referenced_columns = {key->name};
  table.foreign_keys.push_back(reference);
}

Table RandomSchema::table(const Schema& others) {
  Table table;
  table.name = fresh_name();
  if (chance(30)) table.comment = "a table's comment";
  const int columns = 1 + below(6);
  for (int i = 0; i < columns; ++i) table.columns.push_back(column());
  // Something that tells rows apart, mostly.
  if (chance(80)) {
    table.columns[0].type = spec::read_type("INT").type;
    table.columns[0].nullable = false;
    table.columns[0].default_value.reset();
  }
  if (chance(70)) add_key(table);
  if (chance(40)) add_check(table);
  if (chance(40)) add_index(table);
  if (chance(40)) add_reference(table, others);
  return table;
}

void RandomSchema::add_view(Schema& schema) {
  if (schema.tables.empty()) return;
  const Table& table =
      schema.tables[static_cast<std::size_t>(below(static_cast<int>(schema.tables.size())))];
  schema::View view;
  view.name = fresh_name();
  view.select = schema::Expression(fmt::format(
      "SELECT {} FROM {}", dialect_.quote(table.columns[0].name), dialect_.quote(table.name)));
  view.reads = {schema::name_of(table)};
  schema.views.push_back(view);
}

Schema RandomSchema::make(int tables) {
  Schema schema;
  for (int i = 0; i < tables; ++i) {
    Table made = table(schema);
    schema.tables.push_back(std::move(made));
  }
  if (chance(50)) add_view(schema);
  return schema;
}

// Views of a table whose columns change would need their text changed too: they go.
void RandomSchema::forget_views(Schema& schema, const std::string& table) {
  std::erase_if(schema.views, [&](const schema::View& view) {
    return view.reads == std::vector<schema::Name>{{"", table}};
  });
}

void RandomSchema::drop_column(Schema& schema, Table& table) {
  if (table.columns.size() < 2) return;
  const std::size_t at = static_cast<std::size_t>(below(static_cast<int>(table.columns.size())));
  const std::string name = table.columns[at].name;
  if (mentions(table, name)) return;
  const auto holds = [&](const std::vector<std::string>& columns) {
    return std::find(columns.begin(), columns.end(), name) != columns.end();
  };
  const std::string quoted = dialect_.quote(name);
  std::erase_if(table.uniques, [&](const auto& key) { return holds(key.columns); });
  std::erase_if(table.foreign_keys, [&](const auto& key) { return holds(key.columns); });
  std::erase_if(table.indexes, [&](const auto& index) { return holds(column_names(index)); });
  std::erase_if(table.checks, [&](const auto& check) {
    return check.expression.text.find(quoted) != std::string::npos;
  });
  table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(at));
  forget_views(schema, table.name);
}

void RandomSchema::rename_column(Schema& schema, Table& table) {
  Column& column =
      table.columns[static_cast<std::size_t>(below(static_cast<int>(table.columns.size())))];
  if (!column.renamed_from.empty() || added_.contains(column.name)) return;
  const std::string from = column.name;
  const std::string to = fresh_name();
  column.name = to;
  column.renamed_from = from;
  const auto replace = [&](std::vector<std::string>& columns) {
    std::replace(columns.begin(), columns.end(), from, to);
  };
  if (table.primary_key) replace(table.primary_key->columns);
  for (schema::Key& key : table.uniques) replace(key.columns);
  for (schema::ForeignKey& key : table.foreign_keys) replace(key.columns);
  for (schema::Index& index : table.indexes) {
    for (schema::IndexPart& part : index.columns) {
      if (part.column == from) part.column = to;
    }
  }
  for (schema::Check& check : table.checks) {
    check.expression =
        text::replace_all(check.expression.text, dialect_.quote(from), dialect_.quote(to));
  }
  for (Table& other : schema.tables) {
    for (schema::ForeignKey& key : other.foreign_keys) {
      if (key.table == table.name) replace(key.referenced_columns);
    }
  }
  forget_views(schema, table.name);
}

void RandomSchema::rename_table(Schema& schema, Table& table) {
  if (!table.renamed_from.empty()) return;
  const std::string from = table.name;
  forget_views(schema, from);
  table.name = fresh_name();
  table.renamed_from = spec::join_name({from});
  for (Table& other : schema.tables) {
    for (schema::ForeignKey& key : other.foreign_keys) {
      if (key.table == from) key.table = table.name;
    }
  }
}

// Not one that others reference: its rows would be gone for good, and theirs have nothing to go
// back to.
void RandomSchema::drop_table(Schema& schema, std::size_t at) {
  const std::string name = schema.tables[at].name;
  for (const Table& other : schema.tables) {
    for (const schema::ForeignKey& key : other.foreign_keys) {
      if (key.table == name && other.name != name) return;
    }
  }
  forget_views(schema, name);
  schema.tables.erase(schema.tables.begin() + static_cast<std::ptrdiff_t>(at));
}

void RandomSchema::change_column(Schema& schema, Table& table) {
  Column& column =
      table.columns[static_cast<std::size_t>(below(static_cast<int>(table.columns.size())))];
  if (added_.contains(column.name)) return;
  bool referenced = mentions(table, column.name);
  for (const schema::ForeignKey& key : table.foreign_keys) {
    referenced = referenced || key.columns[0] == column.name;
  }
  switch (below(4)) {
    case 0:  // every value fits the wider type
      if (referenced) return;
      if (column.type.kind == spec::TypeKind::kInt) column.type = spec::read_type("BIGINT").type;
      if (column.type.kind == spec::TypeKind::kVarchar) column.type = spec::read_type("TEXT").type;
      if (column.type.kind == spec::TypeKind::kDate) {
        column.type = spec::read_type("TIMESTAMP").type;
        column.default_value.reset();
      }
      forget_views(schema, table.name);
      break;
    case 1:
      if (!mentions(table, column.name)) column.nullable = !column.nullable;
      for (const schema::Key& key : table.uniques) {
        if (std::find(key.columns.begin(), key.columns.end(), column.name) != key.columns.end()) {
          column.nullable = false;
        }
      }
      break;
    case 2:
      if (column.type.is_numeric() && table.uniques.empty() && !table.primary_key) {
        column.default_value = schema::Expression("3");
      }
      break;
    default:
      column.comment = column.comment.empty() ? "now it's said" : "";
  }
}

void RandomSchema::change_once(Schema& schema) {
  const int kind = schema.tables.empty() ? 0 : below(12);
  if (kind == 0) {
    Table made = table(schema);
    schema.tables.push_back(std::move(made));
    return;
  }
  const std::size_t at = static_cast<std::size_t>(below(static_cast<int>(schema.tables.size())));
  Table& table = schema.tables[at];
  switch (kind) {
    case 1:
      return drop_table(schema, at);
    case 2:
      return rename_table(schema, table);
    case 3: {
      Column added = column();
      // Rows that are there must have something to stand in it.
      if (!added.default_value) added.nullable = true;
      added_.insert(added.name);
      table.columns.push_back(added);
      return;
    }
    case 4:
      return drop_column(schema, table);
    case 5:
      return rename_column(schema, table);
    case 6:
      return add_index(table);
    case 7:
      if (!table.indexes.empty()) table.indexes.pop_back();
      return;
    case 8:
      return table.checks.empty() ? add_check(table) : table.checks.clear();
    case 9:
      return table.uniques.empty() ? add_key(table) : table.uniques.clear();
    case 10:
      return schema.views.empty() ? add_view(schema) : schema.views.clear();
    default:
      return change_column(schema, table);
  }
}

Schema RandomSchema::change(Schema schema, int changes) {
  for (int i = 0; i < changes; ++i) change_once(schema);
  return schema;
}

Schema RandomSchema::shuffle(Schema schema) {
  std::shuffle(schema.tables.begin(), schema.tables.end(), random_);
  std::shuffle(schema.views.begin(), schema.views.end(), random_);
  for (Table& table : schema.tables) {
    std::shuffle(table.indexes.begin(), table.indexes.end(), random_);
    std::shuffle(table.uniques.begin(), table.uniques.end(), random_);
    std::shuffle(table.checks.begin(), table.checks.end(), random_);
    std::shuffle(table.foreign_keys.begin(), table.foreign_keys.end(), random_);
  }
  return schema;
}

}  // namespace dbx::test
