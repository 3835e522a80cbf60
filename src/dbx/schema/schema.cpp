// Look-ups and the canonical form of a schema.
#include "dbx/schema/schema.h"

#include <algorithm>
#include <tuple>

namespace dbx::schema {
namespace {

template <class T>
const T* find_named(const std::vector<T>& items, std::string_view name) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const T& item) { return item.name == name; });
  return found == items.end() ? nullptr : &*found;
}

bool is_verified(const std::optional<Enforcement>& enforcement) {
  return enforcement == Enforcement::kVerified;
}

void sort_by_name(auto& items) {
  const auto before = [](const auto& a, const auto& b) {
    if constexpr (requires { a.schema; }) {
      return std::tie(a.schema, a.name) < std::tie(b.schema, b.name);
    } else {
      return a.name < b.name;
    }
  };
  // Most schemas come sorted; to sort moves whole tables about.
  if (!std::is_sorted(items.begin(), items.end(), before)) {
    std::sort(items.begin(), items.end(), before);
  }
}

void sort_table(Table& table) {
  std::erase_if(table.uniques, [](const Key& key) { return is_verified(key.enforcement); });
  std::erase_if(table.foreign_keys,
                [](const ForeignKey& key) { return is_verified(key.enforcement); });
  std::sort(table.uniques.begin(), table.uniques.end(), [](const Key& a, const Key& b) {
    return std::tie(a.columns, a.name) < std::tie(b.columns, b.name);
  });
  std::sort(table.foreign_keys.begin(), table.foreign_keys.end(),
            [](const ForeignKey& a, const ForeignKey& b) {
              return std::tie(a.columns, a.table, a.name) < std::tie(b.columns, b.table, b.name);
            });
  std::sort(table.checks.begin(), table.checks.end(), [](const Check& a, const Check& b) {
    return std::tie(a.name, a.expression) < std::tie(b.name, b.expression);
  });
  sort_by_name(table.exclusions);
  sort_by_name(table.indexes);
  std::sort(table.settings.begin(), table.settings.end());
}

}  // namespace

const Table* find_table(const Schema& schema, std::string_view name) {
  return find_named(schema.tables, name);
}

const Column* find_column(const Table& table, std::string_view name) {
  return find_named(table.columns, name);
}

const Table* find_table(const Schema& schema, const Name& name) {
  // A canonical schema is sorted, and most look-ups in one find something: by halves. What is not
  // found so is looked for everywhere.
  std::size_t begin = 0;
  for (std::size_t end = schema.tables.size(); begin < end;) {
    const std::size_t middle = begin + (end - begin) / 2;
    const Table& table = schema.tables[middle];
    const bool before = std::tie(table.schema, table.name) < std::tie(name.schema, name.name);
    (before ? begin : end) = before ? middle + 1 : middle;
  }
  if (begin < schema.tables.size() && name_of(schema.tables[begin]) == name) {
    return &schema.tables[begin];
  }
  const auto found = std::find_if(
      schema.tables.begin(), schema.tables.end(),
      [&](const Table& table) { return table.name == name.name && table.schema == name.schema; });
  return found == schema.tables.end() ? nullptr : &*found;
}

std::string print(const Name& name) {
  return name.schema.empty() ? name.name : name.schema + "." + name.name;
}

bool operator==(const Column& a, const Column& b) {
  const bool numbered_alike =
      !a.identity || (a.numbering == b.numbering && a.identity_options == b.identity_options);
  return numbered_alike && std::tie(a.name, a.type, a.nullable, a.default_value, a.identity,
                                    a.comment, a.generated, a.collation, a.generated_virtual) ==
                               std::tie(b.name, b.type, b.nullable, b.default_value, b.identity,
                                        b.comment, b.generated, b.collation, b.generated_virtual);
}

std::vector<std::string> column_names(const Index& index) {
  std::vector<std::string> names;
  for (const IndexPart& part : index.columns) {
    if (!part.column.empty()) names.push_back(part.column);
  }
  return names;
}

Schema canonical(Schema schema) {
  sort_by_name(schema.tables);
  sort_by_name(schema.views);
  sort_by_name(schema.namespaces);
  sort_by_name(schema.enums);
  sort_by_name(schema.sequences);
  std::sort(schema.objects.begin(), schema.objects.end(), [](const Object& a, const Object& b) {
    return std::tie(a.kind, a.table, a.schema, a.identity) <
           std::tie(b.kind, b.table, b.schema, b.identity);
  });
  for (Table& table : schema.tables) sort_table(table);
  for (View& view : schema.views) {
    sort_by_name(view.indexes);
    std::sort(view.settings.begin(), view.settings.end());
  }
  return schema;
}

}  // namespace dbx::schema
