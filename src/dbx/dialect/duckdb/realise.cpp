// A schema as DuckDB can hold it. Expressions are normalised by DuckDB itself, on an empty database
// in memory, so that what inspect() reads back is equal to what was planned.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {
namespace {

using schema::Enforcement;
using schema::Schema;
using schema::Table;

Diagnostic not_held(std::string message, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = Code::kNotHeldByEngine;
  diagnostic.severity = Severity::kInfo;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

// DuckDB cannot add or drop a unique constraint later, but it can a unique index: that is what a
// unique key becomes.
void keys_to_indexes(Table& table) {
  std::vector<schema::Key> verified;
  for (const schema::Key& key : table.uniques) {
    if (key.enforcement == Enforcement::kVerified) {
      verified.push_back(key);
    } else {
      schema::Index index;
      index.name = key.name;
      index.columns = key.columns;
      index.unique = true;
      table.indexes.push_back(std::move(index));
    }
  }
  table.uniques = std::move(verified);
}

// DuckDB has one kind of index, over whole tables, sorted one way.
void realise_indexes(Table& table, Diagnostics& notes) {
  std::erase_if(table.indexes, [&](const schema::Index& index) {
    if (index.where.empty()) return false;
    notes.push_back(not_held(
        fmt::format("{}.{}: DuckDB has no partial indexes; it is left out", table.name, index.name),
        "the spec keeps it for other engines"));
    return true;
  });
  for (schema::Index& index : table.indexes) {
    if (index.include.empty() && index.method.empty() && index.descending.empty()) continue;
    notes.push_back(not_held(fmt::format("{}.{}: include, method and descending are kept in the "
                                         "spec alone",
                                         table.name, index.name),
                             "nothing to do"));
    index.include.clear();
    index.method.clear();
    index.descending.clear();
  }
}

// What DuckDB could hold, but dbx cannot plan there yet: said before anything runs.
Diagnostics not_planned_yet(const Schema& schema) {
  Diagnostics problems;
  const auto add = [&](std::string what) {
    Diagnostic diagnostic;
    diagnostic.code = Code::kUnsupportedChange;
    diagnostic.message = std::move(what);
    diagnostic.hint = "leave it out of this spec for now";
    problems.push_back(std::move(diagnostic));
  };
  for (const schema::View& view : schema.views) {
    add(fmt::format("view {}: views cannot be planned for DuckDB yet", view.name));
  }
  for (const Table& table : schema.tables) {
    for (const schema::Column& column : table.columns) {
      if (column.generated.empty()) continue;
      add(fmt::format("{}.{}: generated columns cannot be planned for DuckDB yet", table.name,
                      column.name));
    }
  }
  return problems;
}

void realise_table(Table& table, Diagnostics& notes) {
  // A foreign key costs DuckDB's load a factor of 4 and blocks ALTER; so does a key on a fact
  // (design: spec-language). What is not physical is proven after each load.
  for (schema::ForeignKey& key : table.foreign_keys) {
    if (!key.enforcement) key.enforcement = Enforcement::kVerified;
    key.name.clear();
  }
  for (schema::Key& key : table.uniques) {
    if (!key.enforcement) key.enforcement = Enforcement::kVerified;
  }
  keys_to_indexes(table);
  if (table.primary_key) table.primary_key->name.clear();
  for (schema::Check& check : table.checks) check.name.clear();
  for (schema::Column& column : table.columns) column.type = stored_type(column.type);
  for (schema::Column& column : table.columns) {
    if (column.collation.empty()) continue;
    notes.push_back(not_held(
        fmt::format("{}.{}: the collation is kept in the spec alone", table.name, column.name),
        "nothing to do: DuckDB compares text by its bytes"));
    column.collation.clear();
  }
  realise_indexes(table, notes);
  if (!table.distribution.empty()) {
    notes.push_back(not_held(fmt::format("{}: DuckDB is one machine; the distribution is kept in "
                                         "the spec",
                                         table.name),
                             "nothing to do"));
    table.distribution.clear();
  }
  if (table.partitioning) {
    notes.push_back(not_held(
        fmt::format("{}: DuckDB has no partitions; the partitioning by {} is kept in the spec",
                    table.name, table.partitioning->column),
        "nothing to do: DuckDB prunes row groups by their minimum and maximum"));
    table.partitioning.reset();
  }
}

bool has_expressions(const Table& table) {
  return !table.checks.empty() ||
         std::any_of(table.columns.begin(), table.columns.end(),
                     [](const schema::Column& column) { return column.default_value.has_value(); });
}

// The table alone, without what ties it to others.
Table expressions_only(const Table& table) {
  Table lone = table;
  lone.primary_key.reset();
  lone.uniques.clear();
  lone.foreign_keys.clear();
  lone.indexes.clear();
  lone.comment.clear();
  for (schema::Column& column : lone.columns) {
    column.identity = false;
    column.comment.clear();
  }
  return lone;
}

Status normalise_expressions(Schema& schema) {
  Schema lone;
  for (const Table& table : schema.tables) {
    if (has_expressions(table)) lone.tables.push_back(expressions_only(table));
  }
  if (lone.tables.empty()) return {};
  DBX_TRY(const auto connection, connect("duckdb::memory:", {}));
  DBX_TRY(const plan::Plan plan, plan::make({}, lone));
  DBX_TRY(const auto statements, write_plan(plan));
  for (const Statement& statement : statements) {
    Status done = connection->execute(statement.sql);
    if (done) continue;
    Diagnostics problems = std::move(done).error();
    problems[0].code = Code::kStatementFailed;
    problems[0].message = fmt::format("{}: a default or check does not work in DuckDB: {}",
                                      statement.object, problems[0].message);
    return fail(std::move(problems));
  }
  Diagnostics notes;
  DBX_TRY(const Schema normal, inspect(*connection, notes));
  for (Table& table : schema.tables) {
    const Table* found = schema::find_table(normal, table.name);
    if (found == nullptr) continue;
    table.checks = found->checks;
    for (schema::Column& column : table.columns) {
      column.default_value = schema::find_column(*found, column.name)->default_value;
    }
  }
  return {};
}

}  // namespace

Result<Realised> realise(const Schema& schema) {
  if (Diagnostics problems = not_planned_yet(schema); !problems.empty()) return fail(problems);
  Realised realised;
  realised.schema = schema;
  for (Table& table : realised.schema.tables) realise_table(table, realised.notes);
  DBX_CHECK_OK(normalise_expressions(realised.schema));
  return realised;
}

}  // namespace dbx::dialect::duckdb
