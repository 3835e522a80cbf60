// What names in a SELECT stand for: the columns of known relations, and roughly their types; inside
// this folder only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/json.h"
#include "dbx/schema/schema.h"

namespace dbx::dialect::postgres {

// As far as the casts that the server adds go. In the order in which numbers become each other.
enum class Family { kUnknown, kInteger, kBigint, kNumeric, kFloat, kText, kDate, kOther };
bool is_number(Family family);
// Of pg_catalog's short names: int4, numeric, varchar.
Family family_of_type(std::string_view name);

struct KnownColumn {
  std::string name;
  Family family = Family::kUnknown;
};

// The relations of a schema. A view's columns are found when they are asked for.
class Catalog {
 public:
  explicit Catalog(const schema::Schema& schema) : schema_(&schema) {}

  // Empty: not known.
  const std::vector<KnownColumn>& columns(const schema::Name& relation);

 private:
  std::vector<KnownColumn> read(const schema::Name& relation);

  const schema::Schema* schema_;
  std::map<schema::Name, std::vector<KnownColumn>> known_;
  std::set<schema::Name> asked_;
};

// Something in FROM.
struct ScopeItem {
  std::string alias;
  std::string schema;  // of a table without an alias
  std::string key;     // what its columns are written with; empty: nothing
  std::vector<KnownColumn> columns;
};

struct Resolved {
  std::string text;
  Family family = Family::kUnknown;
  bool found = false;
};

// One SELECT's FROM, and those around it.
struct Scope {
  std::vector<ScopeItem> items = {};
  std::vector<std::pair<std::string, Resolved>> merged = {};  // columns that USING makes one
  const Scope* outer = nullptr;

  // The column among the items from `begin` on; of `qualifier`, unless that is empty.
  Resolved find(const std::string& qualifier, const std::string& column,
                std::size_t begin = 0) const;
  const ScopeItem* item(const std::string& alias) const;
};

std::string in_double_quotes(std::string_view name);

}  // namespace dbx::dialect::postgres
