// A schema as SQLite can hold it.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/dialect/notes.h"
#include "dbx/dialect/reads.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

using schema::Enforcement;
using schema::Schema;
using schema::Table;

// What SQLite does not have at all: said before anything runs.
Diagnostics not_there(const Schema& schema) {
  Diagnostics problems;
  const auto add = [&](std::string what) { problems.push_back(not_supported(std::move(what))); };
  for (const schema::Namespace& space : schema.namespaces) {
    add(fmt::format("schema {}: SQLite has no schemas", space.name));
  }
  for (const schema::View& view : schema.views) {
    if (view.materialized) {
      add(fmt::format("view {}: SQLite has no materialised views", view.name));
    }
  }
  for (const schema::Enum& item : schema.enums) {
    add(fmt::format("enum {}: SQLite has no named types", item.name));
  }
  for (const schema::Sequence& sequence : schema.sequences) {
    add(fmt::format("sequence {}: SQLite has no sequences", sequence.name));
  }
  for (const schema::Object& object : schema.objects) {
    if (object.kind == spec::ObjectKind::kTrigger) continue;
    add(fmt::format("{}: SQLite has triggers, but no other code", object.identity));
  }
  for (const Table& table : schema.tables) {
    for (const schema::Exclusion& exclusion : table.exclusions) {
      add(fmt::format("{}.{}: SQLite has no EXCLUDE constraints", table.name, exclusion.name));
    }
    if (!table.partition_by.empty() || table.partition_of) {
      add(fmt::format("{}: SQLite has no partitioned tables", table.name));
    }
    if (!table.inherits.empty()) {
      add(fmt::format("{}: SQLite has no tables that inherit", table.name));
    }
    for (const schema::Column& column : table.columns) {
      if (column.type.array) {
        add(fmt::format("{}.{}: SQLite has no arrays", table.name, column.name));
      }
    }
  }
  return problems;
}

schema::Key plain_key(const schema::Key& key) { return {"", key.columns, Enforcement::kPhysical}; }

// A number that the database gives is SQLite's own row number: an INTEGER that is the whole key.
void realise_identities(Table& table) {
  const bool no_rowid = table.options.find("WITHOUT ROWID") != std::string::npos;
  for (schema::Column& column : table.columns) {
    const bool is_key = table.primary_key && table.primary_key->columns.size() == 1 &&
                        table.primary_key->columns[0] == column.name;
    if (column.identity && is_key && column.type.is_integer()) {
      column.type = {};
      column.type.kind = spec::TypeKind::kInt;
    }
    const bool is_rowid = is_key && column.type.kind == spec::TypeKind::kInt && !no_rowid;
    const bool never_again = column.identity && column.numbering == spec::Numbering::kAlways;
    column.identity = is_rowid;
    column.numbering =
        is_rowid && never_again ? spec::Numbering::kAlways : spec::Numbering::kByDefault;
    column.identity_options.clear();
    if (!is_rowid) continue;
    column.nullable = false;
    column.default_value.reset();
  }
}

void realise_keys(Table& table) {
  if (table.primary_key) table.primary_key = plain_key(*table.primary_key);
  for (schema::Key& key : table.uniques) {
    if (key.enforcement == Enforcement::kVerified) continue;
    key = plain_key(key);
  }
  for (schema::ForeignKey& key : table.foreign_keys) {
    if (!key.enforcement) key.enforcement = Enforcement::kPhysical;
    if (key.enforcement == Enforcement::kVerified) continue;
    schema::ForeignKey plain;
    plain.columns = key.columns;
    plain.table = key.table;
    plain.referenced_columns = key.referenced_columns;
    plain.on_delete = key.on_delete;
    plain.on_update = key.on_update;
    plain.deferred = key.deferred;
    plain.deferrable = key.deferred;
    plain.enforcement = key.enforcement;
    key = std::move(plain);
  }
  for (schema::Check& check : table.checks) check = {"", check.expression};
}

void realise_indexes(Table& table, Diagnostics& notes) {
  for (schema::Index& index : table.indexes) {
    schema::Index plain;
    plain.name = index.name;
    plain.unique = index.unique;
    plain.where = index.where;
    for (schema::IndexPart part : index.columns) {
      part.nulls_first.reset();
      part.operator_class.clear();
      plain.columns.push_back(std::move(part));
    }
    if (plain == index) continue;
    notes.push_back(not_held(fmt::format("{}.{}: include, method and where NULL sorts are kept in "
                                         "the spec alone",
                                         table.name, index.name),
                             "nothing to do"));
    index = std::move(plain);
  }
}

void realise_table(Table& table, Diagnostics& notes) {
  realise_keys(table);
  realise_identities(table);
  realise_indexes(table, notes);
  table.comment.clear();
  table.unlogged = false;
  table.row_security = false;
  table.settings.clear();
  table.distribution.clear();
  for (schema::Column& column : table.columns) {
    column.comment.clear();
    if (column.type.kind != spec::TypeKind::kEngine) {
      column.type = read_declared_type(type_name(column.type));
    }
  }
  if (table.partitioning) {
    notes.push_back(not_held(
        fmt::format("{}: SQLite has no partitions; the partitioning by {} is kept in the spec",
                    table.name, table.partitioning->column),
        "nothing to do"));
    table.partitioning.reset();
  }
}

}  // namespace

Result<Realised> realise(const Schema& schema) {
  if (Diagnostics problems = not_there(schema); !problems.empty()) return fail(problems);
  Realised realised;
  realised.schema = schema;
  for (Table& table : realised.schema.tables) realise_table(table, realised.notes);
  for (schema::View& view : realised.schema.views) {
    view.comment.clear();
    view.options.clear();
    view.settings.clear();
  }
  for (schema::Object& object : realised.schema.objects) object.comment.clear();
  fill_meanings(realised.schema);
  find_reads(realised.schema);
  return realised;
}

}  // namespace dbx::dialect::sqlite
