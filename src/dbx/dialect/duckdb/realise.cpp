// A schema as DuckDB can hold it. Expressions are normalised by DuckDB itself, on an empty database
// in memory, so that what inspect() reads back is equal to what was planned.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/notes.h"
#include "dbx/dialect/reads.h"

namespace dbx::dialect::duckdb {
namespace {

using schema::Enforcement;
using schema::Schema;
using schema::Table;

// The unique keys that physical foreign keys reference: table, columns.
using Referenced = std::set<std::pair<schema::Name, std::vector<std::string>>>;
Referenced referenced_keys(const Schema& schema) {
  Referenced keys;
  for (const Table& table : schema.tables) {
    for (const schema::ForeignKey& key : table.foreign_keys) {
      if (key.enforcement != Enforcement::kPhysical) continue;
      keys.insert({key.target(), key.referenced_columns});
    }
  }
  return keys;
}

// DuckDB cannot add or drop a unique constraint later, but it can a unique index: that is what a
// unique key becomes, unless it is said to be a constraint or a foreign key needs one.
void keys_to_indexes(Table& table, const Referenced& referenced) {
  std::vector<schema::Key> kept;
  for (const schema::Key& key : table.uniques) {
    if (key.enforcement == Enforcement::kVerified) {
      kept.push_back(key);
    } else if (key.as_constraint.value ||
               referenced.contains({schema::name_of(table), key.columns})) {
      kept.push_back({"", key.columns, Enforcement::kPhysical});
      kept.back().as_constraint.value = true;
    } else {
      schema::Index index;
      index.name = key.name;
      index.columns.assign(key.columns.begin(), key.columns.end());
      index.unique = true;
      table.indexes.push_back(std::move(index));
    }
  }
  table.uniques = std::move(kept);
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
    schema::Index plain;
    plain.name = index.name;
    plain.unique = index.unique;
    for (const schema::IndexPart& part : index.columns) {
      plain.columns.emplace_back(part.column);
      plain.columns.back().expression = part.expression;
    }
    if (plain == index) continue;
    notes.push_back(not_held(fmt::format("{}.{}: include, method and order are kept in the spec "
                                         "alone",
                                         table.name, index.name),
                             "nothing to do"));
    index = std::move(plain);
  }
}

// What DuckDB does not have at all: said before anything runs.
Diagnostics not_there(const Schema& schema) {
  Diagnostics problems;
  const auto add = [&](std::string what) { problems.push_back(not_supported(std::move(what))); };
  for (const schema::View& view : schema.views) {
    if (view.materialized) {
      add(fmt::format("view {}: DuckDB has no materialised views", view.name));
    }
  }
  for (const schema::Enum& item : schema.enums) {
    add(fmt::format("enum {}: named types cannot be planned for DuckDB", item.name));
  }
  for (const schema::Object& object : schema.objects) {
    add(fmt::format("{}: DuckDB has no functions, triggers or policies that dbx can plan",
                    object.identity));
  }
  for (const Table& table : schema.tables) {
    for (const schema::Exclusion& exclusion : table.exclusions) {
      add(fmt::format("{}.{}: DuckDB has no EXCLUDE constraints", table.name, exclusion.name));
    }
    if (!table.partition_by.empty() || table.partition_of) {
      add(fmt::format("{}: DuckDB has no partitioned tables", table.name));
    }
    if (!table.inherits.empty()) {
      add(fmt::format("{}: DuckDB has no tables that inherit", table.name));
    }
  }
  return problems;
}

// The key as DuckDB has it: no names, no options, no actions.
void realise_foreign_keys(Table& table, Diagnostics& notes) {
  for (schema::ForeignKey& key : table.foreign_keys) {
    // A foreign key costs DuckDB's load a factor of 4 and blocks ALTER; so does a key on a fact
    // (design: spec-language). What is not physical is proven after each load.
    if (!key.enforcement) key.enforcement = Enforcement::kVerified;
    schema::ForeignKey plain;
    plain.columns = key.columns;
    plain.table_schema = key.table_schema;
    plain.table = key.table;
    plain.referenced_columns = key.referenced_columns;
    plain.enforcement = key.enforcement;
    const bool acts =
        key.on_delete > spec::OnDelete::kRestrict || key.on_update > spec::OnDelete::kRestrict;
    if (acts && key.enforcement == Enforcement::kPhysical) {
      notes.push_back(not_held(fmt::format("{}: DuckDB's foreign keys have no actions on delete "
                                           "or update; they are kept in the spec alone",
                                           table.name),
                               "delete the children first"));
    }
    key = std::move(plain);
  }
}

void realise_column(const Table& table, schema::Column& column, Diagnostics& notes) {
  column.type = stored_type(column.type);
  column.numbering = spec::Numbering::kByDefault;
  column.identity_options.clear();
  if (!column.generated.empty()) column.generated_virtual = true;
  if (column.collation.empty()) return;
  notes.push_back(not_held(
      fmt::format("{}.{}: the collation is kept in the spec alone", table.name, column.name),
      "nothing to do: DuckDB compares text by its bytes"));
  column.collation.clear();
}

void realise_table(Table& table, const Referenced& referenced, Diagnostics& notes) {
  realise_foreign_keys(table, notes);
  for (schema::Key& key : table.uniques) {
    if (!key.enforcement) key.enforcement = Enforcement::kVerified;
  }
  keys_to_indexes(table, referenced);
  if (table.primary_key) {
    table.primary_key = schema::Key{"", table.primary_key->columns, Enforcement::kPhysical};
  }
  for (schema::Check& check : table.checks) check = {"", check.expression};
  for (schema::Column& column : table.columns) realise_column(table, column, notes);
  table.options.clear();
  table.unlogged = false;
  table.row_security = false;
  table.settings.clear();
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
  const auto written = [](const schema::Column& column) {
    return column.default_value.has_value() || !column.generated.empty();
  };
  const auto computed = [](const schema::Index& index) {
    return schema::column_names(index).size() != index.columns.size();
  };
  return !table.checks.empty() ||
         std::any_of(table.columns.begin(), table.columns.end(), written) ||
         std::any_of(table.indexes.begin(), table.indexes.end(), computed);
}

// The table without what ties it to others.
Table expressions_only(const Table& table) {
  Table lone = table;
  lone.primary_key.reset();
  lone.uniques.clear();
  lone.foreign_keys.clear();
  std::erase_if(lone.indexes, [](const schema::Index& index) {
    return schema::column_names(index).size() == index.columns.size();
  });
  lone.comment.clear();
  for (schema::Column& column : lone.columns) {
    column.identity = false;
    column.comment.clear();
  }
  return lone;
}

void take_expressions(const Schema& normal, Schema& schema) {
  for (schema::Sequence& sequence : schema.sequences) {
    for (const schema::Sequence& said : normal.sequences) {
      if (schema::name_of(said) != schema::name_of(sequence)) continue;
      sequence.options = said.options;
      sequence.start = said.start;
    }
  }
  for (Table& table : schema.tables) {
    const Table* found = schema::find_table(normal, schema::name_of(table));
    if (found == nullptr) continue;
    table.checks = found->checks;
    for (schema::Column& column : table.columns) {
      const schema::Column& said = *schema::find_column(*found, column.name);
      if (!column.identity) column.default_value = said.default_value;
      column.generated = said.generated;
    }
    for (schema::Index& index : table.indexes) {
      for (const schema::Index& said : found->indexes) {
        if (said.name == index.name) index.columns = said.columns;
      }
    }
  }
  std::map<schema::Name, const schema::View*> views;
  for (const schema::View& said : normal.views) views.emplace(schema::name_of(said), &said);
  for (schema::View& view : schema.views) {
    const auto said = views.find(schema::name_of(view));
    if (said != views.end()) view.select = said->second->select;
  }
}

// Views need every table that they may read.
Status normalise_expressions(Schema& schema) {
  Schema lone;
  lone.views = schema.views;
  lone.namespaces = schema.namespaces;
  lone.sequences = schema.sequences;
  for (schema::View& view : lone.views) view.comment.clear();
  for (const Table& table : schema.tables) {
    if (!lone.views.empty() || has_expressions(table))
      lone.tables.push_back(expressions_only(table));
  }
  if (lone.tables.empty() && lone.views.empty() && lone.sequences.empty()) return {};
  DBX_TRY(const auto connection, connect("duckdb::memory:", {}));
  DBX_TRY(const plan::Plan plan, plan::make({}, lone, {true}));
  DBX_TRY(const auto statements, write_plan(plan));
  for (const Statement& statement : statements) {
    Status done = connection->execute(statement.sql);
    if (done) continue;
    Diagnostics problems = std::move(done).error();
    problems[0].code = Code::kStatementFailed;
    problems[0].message = fmt::format(
        "{}: {} does not work in DuckDB: {}", statement.object,
        statement.kind == "add-view" ? "the view" : "a default or check", problems[0].message);
    return fail(std::move(problems));
  }
  Diagnostics notes;
  DBX_TRY(const Schema normal, inspect(*connection, notes));
  take_expressions(normal, schema);
  return {};
}

}  // namespace

Result<Realised> realise(const Schema& schema) {
  if (Diagnostics problems = not_there(schema); !problems.empty()) return fail(problems);
  Realised realised;
  realised.schema = schema;
  const Referenced referenced = referenced_keys(realised.schema);
  for (Table& table : realised.schema.tables) realise_table(table, referenced, realised.notes);
  for (schema::View& view : realised.schema.views) {
    view.options.clear();
    view.settings.clear();
    view.indexes.clear();
  }
  for (schema::Namespace& space : realised.schema.namespaces) space.comment.clear();
  for (schema::Sequence& sequence : realised.schema.sequences) {
    sequence.owner_table.reset();  // DuckDB's have none
    sequence.owner_column.clear();
  }
  find_reads(realised.schema);
  DBX_CHECK_OK(normalise_expressions(realised.schema));
  return realised;
}

}  // namespace dbx::dialect::duckdb
