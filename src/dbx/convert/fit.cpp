// Draft -> Schema, part one: names that a spec can hold, expressions, identity, indexes. Keys are
// in fit_keys.cpp. Each step notes what it changes.
#include "dbx/convert/fit.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/spec/expression.h"

namespace dbx::convert {
namespace {

constexpr std::size_t kNameBytesMax = 63;  // PostgreSQL's, the shortest of the engines

// Letters, digits and '_' of `written`, any other character as one '_'.
std::string identifier_from(std::string_view written, std::string_view fallback) {
  std::string name;
  bool has_letter = false;
  for (const char c : written) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) continue;  // the rest of a character that is one '_' already
    const bool good = text::is_identifier(std::string_view(&c, 1)) || (c >= '0' && c <= '9');
    name += good ? c : '_';
    has_letter = has_letter || (good && c != '_');
  }
  if (!has_letter) name = std::string(fallback);
  if (name[0] >= '0' && name[0] <= '9') name.insert(0, 1, '_');
  if (name.starts_with("db_assistant_")) name.insert(0, "my_");
  return name.substr(0, kNameBytesMax);
}

// The expression without the quotes that the renamed columns had.
void rename_in(std::string& expression, const std::map<std::string, std::string>& renamed) {
  for (const auto& [from, to] : renamed) {
    if (from == to) continue;
    const std::string quoted = text::replace_all(from, "\"", "\"\"");
    expression = text::replace_all(expression, '"' + quoted + '"', to);
  }
}

void rename_one(std::string& column, const std::map<std::string, std::string>& renamed) {
  if (const auto found = renamed.find(column); found != renamed.end()) column = found->second;
}

void rename_all(std::vector<std::string>& columns,
                const std::map<std::string, std::string>& renamed) {
  for (std::string& column : columns) rename_one(column, renamed);
}

// What the table lacks of these columns, or nothing.
std::string missing_column(DraftTable& table, const std::vector<std::string>& columns) {
  for (const std::string& column : columns) {
    if (table.find_column(column) == nullptr) return column;
  }
  return {};
}

}  // namespace

std::string Names::fresh(std::string_view written, std::string_view fallback) {
  const std::string wanted = identifier_from(written, fallback);
  std::string name = wanted;
  for (int i = 2; !taken_.insert(text::to_lower(name)).second; ++i) {
    const std::string suffix = fmt::format("_{}", i);
    name = wanted.substr(0, kNameBytesMax - suffix.size()) + suffix;
  }
  return name;
}

void Fitter::drop_empty_tables() {
  std::erase_if(draft_.tables, [&](const DraftTable& table) {
    if (!table.columns.empty()) return false;
    draft_.note(table.where,
                fmt::format("table '{}' has no columns and is left out", print(table.name)));
    return true;
  });
}

void Fitter::rename_tables() {
  Names names;
  std::set<std::string> schemas;
  for (DraftTable& table : draft_.tables) {
    const std::string written = table.name.name;
    final_names_.push_back(names.fresh(written, "table_"));
    const std::string& name = final_names_.back();
    if (name != written) {
      draft_.note(table.where, fmt::format("table '{}' becomes '{}'", print(table.name), name),
                  "names in a spec hold letters, digits and '_', and are there once");
    } else if (!table.name.schema.empty() && schemas.insert(table.name.schema).second) {
      draft_.note(table.where,
                  fmt::format("a spec knows no schemas: the tables of '{}' stand without it",
                              table.name.schema));
    }
  }
}

void Fitter::rename_columns() {
  for (DraftTable& table : draft_.tables) {
    Names names;
    std::map<std::string, std::string> renamed;
    for (Placed<schema::Column>& column : table.columns) {
      const std::string written = column.value.name;
      column.value.name = names.fresh(written, "column_");
      renamed.emplace(written, column.value.name);
      if (column.value.name == written) continue;
      draft_.note(column.where, fmt::format("column '{}' becomes '{}'", written, column.value.name),
                  "names in a spec hold letters, digits and '_', and are there once");
    }
    for (Placed<schema::Column>& column : table.columns) {
      if (column.value.default_value) rename_in(column.value.default_value->text, renamed);
    }
    for (Placed<schema::Check>& check : table.checks)
      rename_in(check.value.expression.text, renamed);
    if (table.primary_key) rename_all(table.primary_key->value.columns, renamed);
    for (Placed<schema::Key>& key : table.uniques) rename_all(key.value.columns, renamed);
    for (Placed<schema::Index>& index : table.indexes) {
      for (schema::IndexPart& part : index.value.columns) rename_one(part.column, renamed);
    }
    for (DraftForeignKey& key : table.foreign_keys) rename_all(key.key.columns, renamed);
    renamed_.push_back(std::move(renamed));
  }
  for (DraftTable& table : draft_.tables) {
    for (DraftForeignKey& key : table.foreign_keys) {
      rename_all(key.key.referenced_columns, renamed_[key.target]);
    }
  }
}

void Fitter::drop_keys_over_unknown_columns() {
  for (DraftTable& table : draft_.tables) {
    const auto drops = [&](std::string_view what, const std::vector<std::string>& columns,
                           const Location& where) {
      const std::string missing = missing_column(table, columns);
      if (missing.empty()) return false;
      draft_.note(where, fmt::format("{} of '{}' names '{}', which is no column of it: left out",
                                     what, print(table.name), missing));
      return true;
    };
    if (table.primary_key &&
        drops("the primary key", table.primary_key->value.columns, table.primary_key->where)) {
      table.primary_key.reset();
    }
    std::erase_if(table.uniques, [&](const Placed<schema::Key>& key) {
      return drops("a unique key", key.value.columns, key.where);
    });
    std::erase_if(table.indexes, [&](const Placed<schema::Index>& index) {
      return drops("an index", schema::column_names(index.value), index.where);
    });
    std::erase_if(table.foreign_keys, [&](const DraftForeignKey& key) {
      return drops("a foreign key", key.key.columns, key.where);
    });
    if (!table.primary_key) continue;
    const std::vector<std::string>& primary = table.primary_key->value.columns;
    // The same key said twice.
    std::erase_if(table.uniques,
                  [&](const Placed<schema::Key>& key) { return key.value.columns == primary; });
    for (const std::string& column : primary) table.find_column(column)->nullable = false;
  }
}

// A spec numbers rows only in an INT key that it adds itself.
void Fitter::fit_identities() {
  for (DraftTable& table : draft_.tables) {
    for (Placed<schema::Column>& placed : table.columns) {
      schema::Column& column = placed.value;
      if (!column.identity) continue;
      const bool is_key = table.primary_key && table.primary_key->value.columns.size() == 1 &&
                          table.primary_key->value.columns[0] == column.name;
      if (is_key && column.type.kind == spec::TypeKind::kInt) {
        if (column.comment.empty()) continue;
        draft_.note(placed.where,
                    fmt::format("the comment on the generated key '{}' is left out", column.name));
        continue;
      }
      column.identity = false;
      draft_.note(placed.where,
                  fmt::format("'{}' is kept as {}, but is not numbered by the database",
                              column.name, spec::print(column.type)),
                  "dbx numbers an INT column that is the primary key alone");
    }
  }
}

void Fitter::fit_expressions() {
  for (DraftTable& table : draft_.tables) {
    for (Placed<schema::Column>& column : table.columns) {
      auto& value = column.value.default_value;
      if (!value) continue;
      const std::string problem = spec::expression_problem(value->text);
      if (problem.empty() && !text::trim(value->text).empty()) continue;
      draft_.note(column.where,
                  fmt::format("the default of '{}' is left out: {}", column.value.name, problem));
      value.reset();
    }
    std::erase_if(table.checks, [&](const Placed<schema::Check>& check) {
      const std::string problem = spec::expression_problem(check.value.expression.text);
      if (problem.empty()) return false;
      draft_.note(check.where,
                  fmt::format("a check of '{}' is left out: {}", print(table.name), problem));
      return true;
    });
  }
}

void Fitter::fit_names_of_constraints() {
  Names index_names;
  for (std::size_t i = 0; i < draft_.tables.size(); ++i) {
    DraftTable& table = draft_.tables[i];
    const auto clear_bad_name = [&](std::string& name, const Location& where) {
      if (name.empty() || identifier_from(name, "") == name) return;
      draft_.note(where, fmt::format("the constraint's name '{}' is left out", name),
                  "names in a spec hold letters, digits and '_'");
      name.clear();
    };
    for (DraftForeignKey& key : table.foreign_keys) clear_bad_name(key.key.name, key.where);
    for (Placed<schema::Check>& check : table.checks) clear_bad_name(check.value.name, check.where);
    for (Placed<schema::Index>& index : table.indexes) {
      const std::string written = index.value.name;
      const std::string wanted =
          written.empty() ? fmt::format("ix_{}_{}", final_names_[i],
                                        text::join(schema::column_names(index.value), "_"))
                          : written;
      index.value.name = index_names.fresh(wanted, "index_");
      if (written.empty() || index.value.name == written) continue;
      draft_.note(index.where, fmt::format("index '{}' becomes '{}'", written, index.value.name),
                  "names in a spec hold letters, digits and '_', and are there once");
    }
  }
}

schema::Schema Fitter::build() const {
  schema::Schema schema;
  for (std::size_t i = 0; i < draft_.tables.size(); ++i) {
    const DraftTable& from = draft_.tables[i];
    schema::Table table;
    table.name = final_names_[i];
    table.comment = from.comment;
    for (const auto& column : from.columns) table.columns.push_back(column.value);
    if (from.primary_key) table.primary_key = from.primary_key->value;
    for (const auto& key : from.uniques) table.uniques.push_back(key.value);
    for (const DraftForeignKey& key : from.foreign_keys) {
      table.foreign_keys.push_back(key.key);
      table.foreign_keys.back().table = final_names_[key.target];
    }
    for (const auto& check : from.checks) table.checks.push_back(check.value);
    for (const auto& index : from.indexes) table.indexes.push_back(index.value);
    schema.tables.push_back(std::move(table));
  }
  return schema;
}

schema::Schema Fitter::run() {
  drop_empty_tables();
  resolve_references();  // by the names as written, so before anything is renamed
  rename_tables();
  rename_columns();
  drop_keys_over_unknown_columns();
  fit_identities();    // before types are compared
  fit_foreign_keys();  // to a key, of the same types
  open_rings();        // of the foreign keys that are left
  fit_expressions();
  fit_names_of_constraints();
  return build();
}

schema::Schema fit(Draft& draft) { return Fitter(draft).run(); }

}  // namespace dbx::convert
