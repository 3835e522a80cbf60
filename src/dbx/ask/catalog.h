// A spec as questions see it: each fact with its measures, the attributes it can be looked at by,
// and its dates. Pointers into the spec: valid while it lives unchanged. Internal to ask/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/spec/spec.h"

namespace dbx::ask {

struct Measure {
  spec::Column column;
  spec::Additivity additivity = spec::Additivity::kAdditive;
  std::string label;  // "sales amount"
};

// A way from the fact to a dimension.
struct Path {
  const spec::Table* dimension = nullptr;
  const spec::ForeignKey* key = nullptr;
  std::string label;  // "product", "order date"
};

// Something to group by: a column of a dimension, or of the fact itself (path.dimension is null).
struct Attribute {
  Path path;
  std::string column;
  std::string label;  // "product category"
  double weight = 0;  // 0 to 1: how telling
};

// A date to follow: a DATE column of a date dimension, or of the fact itself.
struct DateRole {
  Path path;
  std::string column;
  std::string label;  // "order date"; "date" where there is only one
};

// What names a member of a dimension to people.
struct Member {
  Path path;
  std::string display;                // column
  std::vector<std::string> identity;  // natural key columns
  std::string plural;                 // "products"
};

struct FactView {
  const spec::Table* fact = nullptr;
  std::string label;  // "retail sales"
  std::vector<Measure> measures;
  std::vector<Attribute> attributes;
  std::vector<DateRole> dates;
  std::vector<Member> members;
};

std::vector<FactView> read_catalog(const spec::Spec& spec);

std::string spaced(std::string_view identifier);  // "units_sold" -> "units sold"
std::string plural(std::string_view noun);        // "company" -> "companies"
std::string stem(std::string_view word);          // lower case, without a plural ending

}  // namespace dbx::ask
