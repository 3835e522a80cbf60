// Taking tables of a new design into a spec that is there: dimensions that both have are shared.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dbx/design/wishes.h"
#include "dbx/spec/edit.h"
#include "dbx/spec/spec.h"

namespace dbx::design {

struct Adoption {
  spec::Edit edit;
  std::string what;  // "added dim_supplier"
};

// Without dim_, fact_ or bridge_.
std::string bare_name(const std::string& table);

// The facts of `added` with the dimensions and bridges they need, as edits of `base`, in order.
std::vector<Adoption> adopt(const spec::Spec& base, const spec::Spec& added);
// How many dimensions beside the calendar both have.
std::size_t shared_with(const spec::Spec& base, const spec::Spec& added);
// A dimension, and a foreign key to it in that role (or none) from the fact `fact` of `base`.
std::vector<Adoption> adopt_dimension(const spec::Spec& base, const spec::Table& table,
                                      const std::string& role, const std::string& fact);

// The table that the words name: by its name without prefix, or by a synonym; null: none.
const spec::Table* find_table(const spec::Spec& spec, const Item& item);
// The table and column that the words name: "customer email", "discount"; empty: none, or several.
std::pair<std::string, std::string> find_column(const spec::Spec& spec, const Item& item);

}  // namespace dbx::design
