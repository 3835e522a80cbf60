// What a query may read: the tables and views of a schema, or those on an allow-list, with the
// columns on it. Names are found whatever their case, where that leaves one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/query/types.h"
#include "dbx/schema/schema.h"

namespace dbx::query {

// Tables and views that may be read, and which of their columns: none named, all of them.
using Readable = std::map<schema::Name, std::vector<std::string>>;

struct Column {
  std::string name;
  Type type = Type::kAny;
};

struct Relation {
  schema::Name name;
  std::vector<Column> columns;
};

// Not thread-safe: views are read when they are first asked for.
class Catalog {
 public:
  // Both outlive it. Without `readable` the whole schema may be read.
  Catalog(const schema::Schema& schema, const std::optional<Readable>& readable, int depth = 0);

  // Errors: unknown-table with the nearest, ambiguous-name, refused-query for an engine's own
  // catalog or a view whose columns cannot be told.
  Result<Relation> find(std::string_view schema, std::string_view table) const;
  // Does a table or view of any schema have this name?
  bool has(std::string_view table) const;

 private:
  Result<Relation> read_view(const schema::View& view) const;
  Result<Relation> allowed(Relation relation) const;
  std::vector<schema::Name> names() const;
  bool may_read(const schema::Name& name) const;

  const schema::Schema& schema_;
  const std::optional<Readable>& readable_;
  int depth_;  // of views made of views
};

// Of a list of names those that are this one, case ignored.
bool same_name(std::string_view a, std::string_view b);

}  // namespace dbx::query
