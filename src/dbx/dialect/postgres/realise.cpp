// A schema as PostgreSQL can hold it: nearly all of it, in PostgreSQL's own words.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/notes.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/reads.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Enforcement;
using schema::Schema;
using schema::Table;

void realise_column(schema::Column& column) {
  column.type = stored_type(column.type);
  column.generated_virtual = false;  // PostgreSQL stores what it computes
  if (column.identity) {
    column.default_value.reset();
    column.nullable = false;
  }
}

void realise_index(schema::Index& index) {
  if (index.method == "btree") index.method.clear();
  for (schema::IndexPart& part : index.columns) {
    // What goes without saying: NULL is greater than everything.
    if (part.nulls_first == part.descending) part.nulls_first.reset();
  }
}

// Every key of a partitioned table holds its partition column.
bool keys_allow(const Table& table, const std::string& column) {
  const auto holds = [&](const schema::Key& key) {
    return std::find(key.columns.begin(), key.columns.end(), column) != key.columns.end();
  };
  const bool primary = !table.primary_key || holds(*table.primary_key);
  const bool unique_indexes =
      std::all_of(table.indexes.begin(), table.indexes.end(), [&](const schema::Index& index) {
        const auto names = schema::column_names(index);
        return !index.unique || std::find(names.begin(), names.end(), column) != names.end();
      });
  return primary && unique_indexes &&
         std::all_of(table.uniques.begin(), table.uniques.end(), [&](const schema::Key& key) {
           return key.enforcement == Enforcement::kVerified || holds(key);
         });
}

// The spec says by what; a partition for everything makes the table usable at once.
std::optional<Table> partition(Table& table, Diagnostics& notes) {
  if (!table.partitioning) return std::nullopt;
  const spec::Partitioning said = *table.partitioning;
  table.partitioning.reset();
  if (!keys_allow(table, said.column)) {
    notes.push_back(not_held(
        fmt::format("{}: a key without '{}' cannot be kept on a table partitioned by it; the "
                    "partitioning is kept in the spec",
                    table.name, said.column),
        "add the column to the keys, or leave the partitioning out"));
    return std::nullopt;
  }
  static constexpr std::string_view kStrategies[] = {"RANGE", "LIST", "HASH"};
  table.partition_by = fmt::format("{} ({})", kStrategies[static_cast<std::size_t>(said.strategy)],
                                   quote(said.column));
  Table rest;
  rest.schema = table.schema;
  rest.name = table.name + "_default";
  const bool hashed = said.strategy == spec::PartitionStrategy::kHash;
  rest.partition_of = {schema::name_of(table),
                       hashed ? "FOR VALUES WITH (modulus 1, remainder 0)" : "DEFAULT"};
  return rest;
}

void realise_table(Table& table, Diagnostics& notes) {
  if (table.schema == "public") table.schema.clear();
  for (schema::Column& column : table.columns) realise_column(column);
  for (schema::Key& key : table.uniques) {
    if (!key.enforcement) key.enforcement = Enforcement::kPhysical;
  }
  for (schema::ForeignKey& key : table.foreign_keys) {
    if (!key.enforcement) key.enforcement = Enforcement::kPhysical;
    if (key.table_schema == "public") key.table_schema.clear();
    key.deferrable = key.deferrable || key.deferred;
  }
  if (table.primary_key) {
    for (schema::Column& column : table.columns) {
      const auto& key = table.primary_key->columns;
      if (std::find(key.begin(), key.end(), column.name) != key.end()) column.nullable = false;
    }
  }
  for (schema::Index& index : table.indexes) realise_index(index);
  if (!table.distribution.empty()) {
    notes.push_back(not_held(
        fmt::format("{}: one PostgreSQL server distributes nothing; the distribution is kept in "
                    "the spec",
                    table.name),
        "nothing to do"));
    table.distribution.clear();
  }
}

}  // namespace

Result<Realised> realise(const Schema& schema) {
  Realised realised;
  realised.schema = schema;
  std::vector<Table> partitions;
  for (Table& table : realised.schema.tables) {
    realise_table(table, realised.notes);
    if (auto rest = partition(table, realised.notes)) partitions.push_back(std::move(*rest));
  }
  for (Table& table : partitions) realised.schema.tables.push_back(std::move(table));
  for (schema::View& view : realised.schema.views) {
    if (view.schema == "public") view.schema.clear();
    for (schema::Index& index : view.indexes) realise_index(index);
    std::string_view select = text::trim(view.select.text);
    while (select.ends_with(';')) select = text::trim(select.substr(0, select.size() - 1));
    view.select = std::string(select);
  }
  std::erase_if(realised.schema.namespaces,
                [](const schema::Namespace& space) { return space.name == "public"; });
  fill_meanings(realised.schema);
  find_reads(realised.schema);
  return realised;
}

}  // namespace dbx::dialect::postgres
