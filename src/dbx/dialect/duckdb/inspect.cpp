// Reads the catalog of a DuckDB database into a Schema: nine queries whatever the number of tables.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/notes.h"
#include "dbx/dialect/reads.h"

namespace dbx::dialect::duckdb {
namespace {

using database::ResultSet;
using database::to_text;
using database::Value;
using schema::Schema;
using schema::Table;

// dbx's own tables are no part of the user's schema.
constexpr std::string_view kUserTables =
    "database_name = current_database() AND NOT internal AND table_name NOT LIKE "
    "'db\\_assistant\\_%' ESCAPE '\\'";

bool is_null(const Value& value) { return std::holds_alternative<std::monostate>(value); }
bool is_true(const Value& value) {
  const bool* truth = std::get_if<bool>(&value);
  return truth != nullptr && *truth;
}
std::string text_or_empty(const Value& value) { return is_null(value) ? "" : to_text(value); }

// Lists come joined by a character that no name should hold (U+001F, unit separator).
constexpr char kSeparator = '\x1F';
std::vector<std::string> read_list(const Value& value) {
  std::vector<std::string> items;
  const std::string joined = text_or_empty(value);
  if (joined.empty()) return items;
  for (const std::string_view item : text::split(joined, kSeparator)) items.emplace_back(item);
  return items;
}

schema::Name read_name(const Value& space, const Value& name) {
  const std::string written = to_text(space);
  return {written == "main" ? "" : written, to_text(name)};
}

// The items of a list in parentheses that begins at `open`, split at the commas that are in no
// quotes and no inner parentheses.
std::vector<std::string_view> split_list(std::string_view text, std::size_t open) {
  std::vector<std::string_view> items;
  int depth = 0;
  std::size_t begin = open + 1;
  for (std::size_t i = open; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\'' || c == '"') {
      i = std::min(text.find(c, i + 1), text.size() - 1);
    } else if (c == '(' || c == '[') {
      ++depth;
    } else if (c == ')' || c == ']') {
      if (--depth > 0) continue;
      items.push_back(text::trim(text.substr(begin, i - begin)));
      return items;
    } else if (c == ',' && depth == 1) {
      items.push_back(text::trim(text.substr(begin, i - begin)));
      begin = i + 1;
    }
  }
  return items;
}

// The first `word` outside quotes and parentheses at or after `from`.
std::size_t find_outside(std::string_view text, std::string_view word, std::size_t from) {
  int depth = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (depth == 0 && text.substr(i).starts_with(word)) return i;
    const char c = text[i];
    if (c == '\'' || c == '"') i = std::min(text.find(c, i + 1), text.size() - 1);
    if (c == '(') ++depth;
    if (c == ')') --depth;
  }
  return std::string_view::npos;
}

// x INTEGER GENERATED ALWAYS AS((a + 1)): what stands in the outer parentheses.
std::string generation_of(std::string_view definition) {
  constexpr std::string_view kWords = " GENERATED ALWAYS AS(";
  const std::size_t at = find_outside(definition, kWords, 0);
  if (at == std::string_view::npos) return {};
  const auto inside = split_list(definition, at + kWords.size() - 1);
  std::string text;
  for (const std::string_view item : inside) text += (text.empty() ? "" : ", ") + std::string(item);
  return text;
}

// DuckDB keeps what a star leaves out or replaces as a set, and says it in any order.
std::string in_one_order(std::string_view text) {
  std::string sorted(text);
  for (const std::string_view word : {"* EXCLUDE (", "* REPLACE (", ") REPLACE (", "* RENAME ("}) {
    std::size_t at = 0;
    while ((at = sorted.find(word, at)) != std::string::npos) {
      at += word.size();
      const std::string copy = sorted;
      std::vector<std::string_view> items = split_list(copy, at - 1);
      if (items.empty()) continue;
      const auto end =
          static_cast<std::size_t>(items.back().data() - copy.data()) + items.back().size();
      std::sort(items.begin(), items.end());
      sorted.replace(at, end - at, fmt::format("{}", fmt::join(items, ", ")));
    }
  }
  return sorted;
}

class Inspector {
 public:
  Inspector(database::Connection& connection, Diagnostics& notes)
      : connection_(connection), notes_(notes) {}

  Result<Schema> inspect() {
    DBX_CHECK_OK(namespaces());
    DBX_CHECK_OK(tables());
    DBX_CHECK_OK(columns());
    DBX_CHECK_OK(constraints());
    DBX_CHECK_OK(indexes());
    DBX_CHECK_OK(views());
    DBX_CHECK_OK(sequences());
    DBX_CHECK_OK(others());
    for (auto& [name, table] : tables_) schema_.tables.push_back(std::move(table.table));
    find_reads(schema_);
    return std::move(schema_);
  }

 private:
  struct Found {
    Table table;
    std::vector<std::string_view> definitions;  // of its columns, in order
    std::string sql;
  };

  Result<ResultSet> read(std::string_view items, std::string_view function,
                         std::string_view order) {
    return connection_.query(fmt::format("SELECT schema_name, {} FROM {} WHERE {} ORDER BY {}",
                                         items, function, kUserTables, order));
  }

  Found* find(const Value& space, const Value& name) {
    const auto found = tables_.find(read_name(space, name));
    return found == tables_.end() ? nullptr : &found->second;
  }

  Status namespaces() {
    DBX_TRY(const ResultSet found,
            connection_.query("SELECT schema_name FROM duckdb_schemas() WHERE NOT internal AND "
                              "schema_name <> 'main' AND database_name = current_database() "
                              "ORDER BY 1"));
    for (const auto& row : found.rows) schema_.namespaces.push_back({to_text(row[0])});
    return {};
  }

  Status tables() {
    DBX_TRY(const ResultSet found,
            read("table_name, comment, sql", "duckdb_tables()", "schema_name, table_name"));
    for (const auto& row : found.rows) {
      const schema::Name name = read_name(row[0], row[1]);
      Found& table = tables_[name];
      table.table.schema = name.schema;
      table.table.name = name.name;
      table.table.comment = text_or_empty(row[2]);
      table.sql = text_or_empty(row[3]);
      table.definitions = split_list(table.sql, find_outside(table.sql, "(", 0));
    }
    return {};
  }

  Status columns() {
    DBX_TRY(const ResultSet found,
            read("table_name, column_name, data_type, is_nullable, column_default, comment",
                 "duckdb_columns()", "schema_name, table_name, column_index"));
    for (const auto& row : found.rows) {
      Found* table = find(row[0], row[1]);
      if (table == nullptr) continue;  // a view's column
      schema::Column column;
      column.name = to_text(row[2]);
      column.type = read_catalog_type(to_text(row[3]));
      column.nullable = is_true(row[4]);
      column.comment = text_or_empty(row[6]);
      const std::size_t index = table->table.columns.size();
      if (index < table->definitions.size()) {
        column.generated = generation_of(table->definitions[index]);
        column.generated_virtual = !column.generated.empty();
        note_collation(*table, column.name, table->definitions[index]);
      }
      if (!is_null(row[5]) && column.generated.empty())
        read_default(*table, to_text(row[5]), column);
      table->table.columns.push_back(std::move(column));
    }
    return {};
  }

  void note_collation(const Found& table, const std::string& column, std::string_view definition) {
    if (find_outside(definition, " COLLATE ", 0) == std::string_view::npos) return;
    notes_.push_back(
        not_modelled(fmt::format("the collation of {}.{} is left out", table.table.name, column)));
  }

  static void read_default(const Found& table, const std::string& expression,
                           schema::Column& column) {
    const std::string own = fmt::format(
        "nextval({})", quote_text(quote(sequence_name(schema::name_of(table.table), column.name))));
    column.identity = expression == own;
    if (!column.identity) column.default_value = expression;
  }

  Status constraints() {
    DBX_TRY(const ResultSet found,
            read("table_name, constraint_type, expression, "
                 "array_to_string(constraint_column_names, chr(31)), referenced_table, "
                 "array_to_string(referenced_column_names, chr(31))",
                 "(SELECT *, false AS internal FROM duckdb_constraints())",
                 "schema_name, table_name, constraint_index"));
    for (const auto& row : found.rows) {
      Found* found_table = find(row[0], row[1]);
      if (found_table == nullptr) continue;
      Table* table = &found_table->table;
      const std::string type = to_text(row[2]);
      const std::vector<std::string> names = read_list(row[4]);
      if (type == "PRIMARY KEY") {
        table->primary_key = schema::Key{"", names, schema::Enforcement::kPhysical};
      } else if (type == "UNIQUE") {
        table->uniques.push_back({"", names, schema::Enforcement::kPhysical});
        table->uniques.back().as_constraint.value = true;
      } else if (type == "CHECK") {
        table->checks.push_back({"", to_text(row[3])});
      } else if (type == "FOREIGN KEY") {
        schema::ForeignKey key;
        key.columns = names;
        key.table = to_text(row[5]);
        key.table_schema = table->schema;  // DuckDB has none across schemas
        key.referenced_columns = read_list(row[6]);
        key.enforcement = schema::Enforcement::kPhysical;
        table->foreign_keys.push_back(std::move(key));
      }
    }
    return {};
  }

  Status indexes() {
    DBX_TRY(const ResultSet found, read("table_name, index_name, is_unique, sql",
                                        "(SELECT *, false AS internal FROM duckdb_indexes())",
                                        "schema_name, table_name, index_name"));
    for (const auto& row : found.rows) {
      Found* table = find(row[0], row[1]);
      if (table == nullptr) continue;
      schema::Index index;
      index.name = to_text(row[2]);
      index.unique = is_true(row[3]);
      const std::string sql = text_or_empty(row[4]);
      for (const std::string_view item : split_list(sql, find_outside(sql, "(", 0))) {
        index.columns.push_back(read_index_part(item));
      }
      table->table.indexes.push_back(std::move(index));
    }
    return {};
  }

  // a, "My Column", ((a + 1))
  static schema::IndexPart read_index_part(std::string_view item) {
    schema::IndexPart part;
    if (item.starts_with('"') && item.ends_with('"') && item.size() >= 2) {
      part.column = text::replace_all(item.substr(1, item.size() - 2), "\"\"", "\"");
    } else if (text::is_identifier(item)) {
      part.column = std::string(item);
    } else {
      const bool in_parentheses = item.starts_with('(') && item.ends_with(')');
      part.expression = std::string(in_parentheses ? item.substr(1, item.size() - 2) : item);
    }
    return part;
  }

  Status views() {
    DBX_TRY(const ResultSet found,
            connection_.query("SELECT schema_name, view_name, sql, comment FROM duckdb_views() "
                              "WHERE NOT internal AND database_name = current_database() ORDER BY "
                              "1, 2"));
    for (const auto& row : found.rows) {
      const schema::Name name = read_name(row[0], row[1]);
      const std::string sql = to_text(row[2]);
      const std::size_t as = find_outside(sql, " AS ", 0);
      const bool renames = sql.substr(0, as).find(" (") != std::string::npos;
      if (as == std::string::npos || renames) {
        notes_.push_back(not_modelled(
            fmt::format("view '{}' names its columns and is left out", schema::print(name))));
        continue;
      }
      schema::View view;
      view.schema = name.schema;
      view.name = name.name;
      view.comment = text_or_empty(row[3]);
      std::string_view select = text::trim(std::string_view(sql).substr(as + 4));
      if (select.ends_with(';')) select.remove_suffix(1);
      view.select = std::string(select);
      view.select.meaning = in_one_order(select);
      schema_.views.push_back(std::move(view));
    }
    return {};
  }

  Status others() {
    DBX_TRY(const ResultSet found,
            connection_.query(
                "SELECT 'type', type_name FROM duckdb_types() WHERE NOT internal AND "
                "database_name = current_database() UNION ALL SELECT 'macro', function_name FROM "
                "duckdb_functions() WHERE NOT internal AND database_name = current_database() "
                "ORDER BY 1, 2"));
    for (const auto& row : found.rows) {
      notes_.push_back(
          not_modelled(fmt::format("{} '{}' is left out", to_text(row[0]), to_text(row[1]))));
    }
    return {};
  }

  // But those of identity columns. What DuckDB calls the start is where a sequence stands once its
  // file was written.
  Status sequences() {
    DBX_TRY(const ResultSet found,
            connection_.query(
                "SELECT schema_name, sequence_name, comment, start_value::VARCHAR, "
                "CASE WHEN increment_by <> 1 THEN ' INCREMENT BY ' || increment_by ELSE '' END || "
                "CASE WHEN min_value <> if(increment_by > 0, 1, -9223372036854775808) "
                "THEN ' MINVALUE ' || min_value ELSE '' END || "
                "CASE WHEN max_value <> if(increment_by > 0, 9223372036854775807, -1) "
                "THEN ' MAXVALUE ' || max_value ELSE '' END || "
                "CASE WHEN cycle THEN ' CYCLE' ELSE '' END, "
                "start_value = if(increment_by > 0, min_value, max_value) "
                "FROM duckdb_sequences() WHERE database_name = current_database() ORDER BY 1, 2"));
    std::set<schema::Name> own;
    for (const auto& [name, table] : tables_) {
      for (const schema::Column& column : table.table.columns) {
        if (column.identity) own.insert(sequence_name(name, column.name));
      }
    }
    for (const auto& row : found.rows) {
      const schema::Name name = read_name(row[0], row[1]);
      if (own.contains(name) || name.name.starts_with("db_assistant_")) continue;
      schema::Sequence sequence;
      sequence.schema = name.schema;
      sequence.name = name.name;
      sequence.options = text::trim(to_text(row[4]));
      sequence.comment = text_or_empty(row[2]);
      if (!is_true(row[5])) sequence.start.value = "START WITH " + to_text(row[3]);
      schema_.sequences.push_back(std::move(sequence));
    }
    return {};
  }

  database::Connection& connection_;
  Diagnostics& notes_;
  Schema schema_;
  std::map<schema::Name, Found> tables_;
};

}  // namespace

Result<Schema> inspect(database::Connection& connection, Diagnostics& notes) {
  return Inspector(connection, notes).inspect();
}

}  // namespace dbx::dialect::duckdb
