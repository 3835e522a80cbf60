// The fingerprint of a schema: SHA-256 over its canonical form as JSON. Fingerprints stand in
// ledgers and migration files, so that no byte of this text may change; it is written directly, as
// a plan of a database of thousands of tables needs it of both its ends.
#include <algorithm>
#include <concepts>
#include <tuple>

#include "dbx/base/hash.h"
#include "dbx/base/json.h"
#include "dbx/schema/schema.h"

namespace dbx::schema {
namespace {

// JSON as base/json.h prints it, appended piece by piece.
class Writer {
 public:
  void open(char bracket) {
    separate();
    text_ += bracket;
  }
  void close(char bracket) { text_ += bracket; }
  void key(std::string_view name) {
    add(name);
    text_ += ':';
  }

  void add(std::string_view value) {
    separate();
    if (needs_escape(value)) {
      text_ += dump(Json(value));
    } else {
      text_.append("\"").append(value).append("\"");
    }
  }
  void add(const char* value) { add(std::string_view(value)); }
  void add(const std::string& value) { add(std::string_view(value)); }
  void add(const Expression& value) { add(value.key()); }
  void add(std::same_as<bool> auto value) { word(value ? "true" : "false"); }
  template <class E>
    requires std::is_enum_v<E>
  void add(E value) {
    word(std::to_string(static_cast<int>(value)));
  }
  void add(const std::vector<std::string>& values) { list(values); }
  template <class T>
  void add(const std::optional<T>& value) {
    if (value) {
      add(*value);
    } else {
      word("null");
    }
  }
  void add(const Name& name) { array(name.schema, name.name); }
  void add(const Column& column);
  void add(const Key& key) {
    array(key.name, key.columns, key.include, key.deferrable, key.deferred, key.nulls_not_distinct);
  }
  void add(const ForeignKey& key) {
    array(key.name, key.columns, key.target(), key.referenced_columns, key.on_delete, key.on_update,
          key.deferrable, key.deferred, key.match_full, key.not_valid, key.set_null_columns);
  }
  void add(const Check& check) {
    array(check.name, check.expression, check.no_inherit, check.not_valid);
  }
  void add(const Exclusion& exclusion) { array(exclusion.name, exclusion.definition); }
  void add(const IndexPart& part) {
    array(part.column, part.expression, part.descending, part.nulls_first, part.collation,
          part.operator_class);
  }
  void add(const Index& index) {
    open('[');
    add(index.name);
    list(index.columns);
    items(index.unique, index.include, index.where, index.method, index.nulls_not_distinct,
          index.options);
    close(']');
  }
  void add(const spec::Partitioning& partitioning) {
    array(partitioning.strategy, partitioning.column, partitioning.interval);
  }
  void add(const Setting& setting) { array(setting.kind, setting.of, setting.value); }
  void add(const PartitionOf& partition) { array(partition.parent, partition.bound); }
  void add(const Table& table);
  void add(const View& view) {
    open('[');
    items("view", name_of(view), view.comment, view.select, view.materialized);
    list(view.indexes);
    add(view.options);
    if (!view.settings.empty()) list(view.settings);
    close(']');
  }
  void add(const Namespace& space) { array("schema", space.name, space.comment); }
  void add(const Enum& item) { array("enum", name_of(item), item.values, item.comment); }
  void add(const Sequence& sequence) {
    open('[');
    items("sequence", name_of(sequence), sequence.options, sequence.comment);
    if (sequence.owner_table) array(*sequence.owner_table, sequence.owner_column);
    close(']');
  }
  void add(const Object& object) {
    open('[');
    items("object", object.kind, object.schema, object.identity, object.definition, object.comment);
    if (object.table) add(*object.table);
    close(']');
  }

  template <class... T>
  void items(const T&... values) {
    (add(values), ...);
  }
  template <class... T>
  void array(const T&... values) {
    open('[');
    items(values...);
    close(']');
  }
  template <class T>
  void list(const std::vector<T>& values) {
    open('[');
    for (const T& value : values) add(value);
    close(']');
  }
  template <class T>
  void list_unless_empty(std::string_view name, const std::vector<T>& values) {
    if (values.empty()) return;
    key(name);
    list(values);
  }

  const std::string& text() const { return text_; }

 private:
  void word(std::string_view value) {
    separate();
    text_ += value;
  }
  void separate() {
    const bool first = text_.empty() || text_.back() == '[' || text_.back() == '{' ||
                       text_.back() == ':';  // a value in quotes ends in none of them
    if (!first) text_ += ',';
  }
  static bool needs_escape(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
      return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 ||
             static_cast<unsigned char>(c) >= 0x7F;
    });
  }

  std::string text_;
};

void Writer::add(const Column& column) {
  open('[');
  items(column.name, spec::print(column.type), column.nullable, column.default_value,
        column.identity, column.comment);
  if (column.identity) items(column.numbering, column.identity_options);
  if (!column.generated.empty()) array("generated", column.generated, column.generated_virtual);
  if (!column.collation.empty()) array("collation", column.collation);
  close(']');
}

void Writer::add(const Table& table) {
  const auto member = [this](std::string_view name, const auto& value) {
    key(name);
    add(value);
  };
  open('{');
  member("name", table.name);
  member("comment", table.comment);
  if (!table.schema.empty()) member("schema", table.schema);
  list_unless_empty("columns", table.columns);
  if (table.primary_key) member("primary_key", *table.primary_key);
  list_unless_empty("uniques", table.uniques);
  list_unless_empty("foreign_keys", table.foreign_keys);
  list_unless_empty("checks", table.checks);
  list_unless_empty("exclusions", table.exclusions);
  list_unless_empty("indexes", table.indexes);
  if (table.partitioning) member("partitioning", *table.partitioning);
  if (!table.partition_by.empty()) member("partition_by", table.partition_by);
  if (table.partition_of) member("partition_of", *table.partition_of);
  key("options");
  array(table.distribution, table.options, table.unlogged, table.row_security);
  list_unless_empty("inherits", table.inherits);
  list_unless_empty("settings", table.settings);
  close('}');
}

}  // namespace

std::string fingerprint(const Schema& schema) {
  std::vector<const Table*> tables;
  tables.reserve(schema.tables.size());
  for (const Table& table : schema.tables) tables.push_back(&table);
  std::sort(tables.begin(), tables.end(), [](const Table* a, const Table* b) {
    return std::tie(a->schema, a->name) < std::tie(b->schema, b->name);
  });
  Writer writer;
  writer.open('[');
  for (const Table* table : tables) {
    // One at a time: a copy of everything would not fit in the processor's cache.
    Schema alone = canonical({{*table}});
    std::vector<Column>& columns = alone.tables.front().columns;
    std::sort(columns.begin(), columns.end(),
              [](const Column& a, const Column& b) { return a.name < b.name; });
    writer.add(alone.tables.front());
  }
  const Schema others = canonical({.tables = {},
                                   .views = schema.views,
                                   .namespaces = schema.namespaces,
                                   .enums = schema.enums,
                                   .sequences = schema.sequences,
                                   .objects = schema.objects});
  const auto add_all = [&writer](const auto& items) {
    for (const auto& item : items) writer.add(item);
  };
  add_all(others.views);
  add_all(others.namespaces);
  add_all(others.enums);
  add_all(others.sequences);
  add_all(others.objects);
  writer.close(']');
  return sha256(writer.text());
}

}  // namespace dbx::schema
