// Reads the catalog of a SQLite file into a Schema: one query; the text of each statement is read
// back.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dbx/base/text.h"
#include "dbx/dialect/notes.h"
#include "dbx/dialect/reads.h"
#include "dbx/dialect/sqlite/create_table.h"
#include "dbx/dialect/sqlite/sqlite.h"
#include "dbx/dialect/sqlite/tokens.h"

namespace dbx::dialect::sqlite {
namespace {

using database::to_text;
using schema::Schema;
using schema::Table;

// CREATE VIEW v AS SELECT ...: what stands behind AS; nothing where the columns are named.
std::string select_of(std::string_view sql) {
  const std::vector<Token> tokens = tokenize(sql);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_symbol('(')) return {};
    if (tokens[i].is("AS") && i >= 2) return std::string(text::trim(sql.substr(tokens[i].end)));
  }
  return {};
}

class Inspector {
 public:
  Inspector(database::Connection& connection, Diagnostics& notes)
      : connection_(connection), notes_(notes) {}

  Result<Schema> inspect() {
    DBX_TRY(const auto found,
            connection_.query("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT "
                              "LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name NOT LIKE "
                              "'db\\_assistant\\_%' ESCAPE '\\' ORDER BY type DESC, name"));
    for (const auto& row : found.rows) {
      if (std::holds_alternative<std::monostate>(row[3])) continue;
      read(to_text(row[0]), to_text(row[1]), to_text(row[2]), to_text(row[3]));
    }
    for (const Table& table : schema_.tables) tables_.emplace(text::to_lower(table.name), &table);
    for (Table& table : schema_.tables) finish(table);
    fill_meanings(schema_);
    find_reads(schema_);
    return std::move(schema_);
  }

 private:
  void read(const std::string& type, const std::string& name, const std::string& table,
            const std::string& sql) {
    if (type == "table") return read_table(name, sql);
    if (type == "index") {
      indexes_[text::to_lower(table)].push_back(read_create_index(sql, name));
    } else if (type == "view") {
      schema::View view;
      view.name = name;
      view.select = select_of(sql);
      if (!view.select.empty()) {
        schema_.views.push_back(std::move(view));
      } else {
        notes_.push_back(not_modelled(fmt::format("view '{}' names its columns", name)));
      }
    } else if (type == "trigger") {
      schema::Object trigger;
      trigger.kind = spec::ObjectKind::kTrigger;
      trigger.identity = name;
      trigger.table = schema::Name{"", table};
      trigger.definition = sql;
      schema_.objects.push_back(std::move(trigger));
    }
  }

  void read_table(const std::string& name, const std::string& sql) {
    const std::vector<Token> tokens = tokenize(sql);
    if (tokens.size() > 1 && tokens[1].is("VIRTUAL")) {
      notes_.push_back(not_modelled(fmt::format("virtual table '{}' is left out", name)));
      return;
    }
    schema_.tables.push_back(read_create_table(sql, name, notes_));
  }

  const Table* find_table(std::string_view name) const {
    const auto found = tables_.find(text::to_lower(name));
    return found == tables_.end() ? nullptr : found->second;
  }

  // What the text leaves to SQLite's rules, and names spelled as they were declared.
  void finish(Table& table) {
    if (const auto found = indexes_.find(text::to_lower(table.name)); found != indexes_.end()) {
      table.indexes = found->second;
    }
    for (schema::Index& index : table.indexes) {
      for (schema::IndexPart& part : index.columns) spell(table, part.column);
    }
    if (table.primary_key) finish_primary_key(table);
    for (schema::Key& key : table.uniques) {
      for (std::string& column : key.columns) spell(table, column);
    }
    for (schema::ForeignKey& key : table.foreign_keys) {
      for (std::string& column : key.columns) spell(table, column);
      const Table* parent = find_table(key.table);
      if (parent == nullptr) continue;
      key.table = parent->name;
      if (key.referenced_columns.empty() && parent->primary_key) {
        key.referenced_columns = parent->primary_key->columns;
      }
      for (std::string& column : key.referenced_columns) spell(*parent, column);
    }
  }

  static void spell(const Table& table, std::string& column) {
    for (const schema::Column& known : table.columns) {
      if (text::equals_ignoring_case(known.name, column)) column = known.name;
    }
  }

  // INTEGER PRIMARY KEY is the row's own number, and never NULL; so is no key of a table without
  // row numbers.
  static void finish_primary_key(Table& table) {
    const bool no_rowid = table.options.find("WITHOUT ROWID") != std::string::npos;
    std::vector<std::string>& key = table.primary_key->columns;
    for (std::string& column : key) spell(table, column);
    for (schema::Column& column : table.columns) {
      if (std::find(key.begin(), key.end(), column.name) == key.end()) continue;
      if (no_rowid) column.nullable = false;
      const bool is_rowid =
          key.size() == 1 && column.type.kind == spec::TypeKind::kInt && !no_rowid;
      if (!is_rowid) continue;
      column.identity = true;
      column.nullable = false;
    }
  }

  database::Connection& connection_;
  Diagnostics& notes_;
  Schema schema_;
  std::map<std::string, std::vector<schema::Index>> indexes_;
  std::map<std::string, const Table*> tables_;  // by the folded name, once all are read
};

}  // namespace

Result<Schema> inspect(database::Connection& connection, Diagnostics& notes) {
  return Inspector(connection, notes).inspect();
}

}  // namespace dbx::dialect::sqlite
