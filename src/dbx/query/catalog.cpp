// Looking tables up.
#include "dbx/query/catalog.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/query/parse.h"
#include "dbx/query/resolve.h"

namespace dbx::query {
namespace {

constexpr int kViewDepthMax = 6;

constexpr std::array<std::string_view, 4> kCatalogSchemas = {"pg_catalog", "information_schema",
                                                             "pg_toast", "pg_temp"};
constexpr std::array<std::string_view, 5> kCatalogPrefixes = {"pg_", "sqlite_", "duckdb_",
                                                              "pragma_", "db_assistant_"};

bool is_catalog(std::string_view schema, std::string_view table) {
  const std::string name = text::to_lower(table);
  const std::string place = text::to_lower(schema);
  return std::any_of(kCatalogSchemas.begin(), kCatalogSchemas.end(),
                     [&](std::string_view own) { return place == own; }) ||
         std::any_of(kCatalogPrefixes.begin(), kCatalogPrefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

// The engine's own schema goes by a name too.
bool is_in(const schema::Name& name, std::string_view schema) {
  if (schema.empty()) return true;
  if (name.schema.empty()) return same_name(schema, "public") || same_name(schema, "main");
  return same_name(name.schema, schema);
}

void add_columns(const std::vector<schema::Column>& columns, Relation& relation) {
  for (const schema::Column& column : columns) {
    relation.columns.push_back({column.name, type_of(column.type)});
  }
}

std::string written(std::string_view schema, std::string_view table) {
  return schema.empty() ? std::string(table) : fmt::format("{}.{}", schema, table);
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) { return text::equals_ignoring_case(a, b); }

Catalog::Catalog(const schema::Schema& schema, const std::optional<Readable>& readable, int depth)
    : schema_(schema), readable_(readable), depth_(depth) {}

bool Catalog::may_read(const schema::Name& name) const {
  return !readable_ || readable_->contains(name);
}

std::vector<schema::Name> Catalog::names() const {
  std::vector<schema::Name> names;
  for (const schema::Table& table : schema_.tables) names.push_back(schema::name_of(table));
  for (const schema::View& view : schema_.views) names.push_back(schema::name_of(view));
  return names;
}

bool Catalog::has(std::string_view table) const {
  const std::vector<schema::Name> all = names();
  return std::any_of(all.begin(), all.end(),
                     [&](const schema::Name& name) { return same_name(name.name, table); });
}

Result<Relation> Catalog::find(std::string_view schema, std::string_view table) const {
  std::vector<schema::Name> found;
  std::vector<std::string> readable;
  for (const schema::Name& name : names()) {
    if (!may_read(name)) continue;
    readable.push_back(schema::print(name));
    if (same_name(name.name, table) && is_in(name, schema)) found.push_back(name);
  }
  // The engine's own schema is looked in first, and a name as it is written.
  const auto keep = [&](auto wanted) {
    if (found.size() > 1 && std::any_of(found.begin(), found.end(), wanted)) {
      std::erase_if(found, [&](const schema::Name& name) { return !wanted(name); });
    }
  };
  keep([&](const schema::Name& name) { return name.name == table; });
  keep([](const schema::Name& name) { return name.schema.empty() || name.schema == "public"; });
  if (found.size() > 1) {
    std::vector<std::string> choices;
    for (const schema::Name& name : found) choices.push_back(schema::print(name));
    return fail(Code::kAmbiguousName, fmt::format("'{}' may be several tables", table),
                "write " + text::join(choices, " or "));
  }
  if (found.empty()) {
    if (is_catalog(schema, table)) {
      return fail(Code::kRefusedQuery,
                  fmt::format("'{}' is the engine's own catalog", written(schema, table)),
                  "`dbx inspect` shows what the database holds");
    }
    const auto near = text::nearest(table, std::span<const std::string>(readable));
    return fail(Code::kUnknownTable, fmt::format("there is no table '{}'", written(schema, table)),
                near               ? fmt::format("did you mean {}?", *near)
                : readable.empty() ? "there are none that may be read"
                                   : "there are: " + text::join(readable, ", "));
  }
  for (const schema::View& view : schema_.views) {
    if (schema::name_of(view) != found.front()) continue;
    DBX_TRY(Relation relation, read_view(view));
    return allowed(std::move(relation));
  }
  const schema::Table& row = *schema::find_table(schema_, found.front());
  Relation relation{found.front(), {}};
  for (const schema::Table& parent : row.inherited.value) add_columns(parent.columns, relation);
  add_columns(row.columns, relation);
  return allowed(std::move(relation));
}

// Its columns are those of its query, where that is one that could be asked here.
Result<Relation> Catalog::read_view(const schema::View& view) const {
  const std::optional<Readable> everything;
  const Catalog catalog(schema_, everything, depth_ + 1);
  auto select = parse(view.select.text);
  if (select && depth_ < kViewDepthMax) {
    if (const auto columns = resolve_columns(*select, catalog)) {
      return Relation{schema::name_of(view), *columns};
    }
  }
  return fail(Code::kRefusedQuery,
              fmt::format("the columns of the view {} cannot be told",
                          schema::print(schema::name_of(view))),
              "ask the tables that it is made of");
}

Result<Relation> Catalog::allowed(Relation relation) const {
  if (!readable_) return relation;
  const std::vector<std::string>& columns = readable_->at(relation.name);
  if (!columns.empty()) {
    std::erase_if(relation.columns, [&](const Column& column) {
      return std::find(columns.begin(), columns.end(), column.name) == columns.end();
    });
  }
  return relation;
}

}  // namespace dbx::query
