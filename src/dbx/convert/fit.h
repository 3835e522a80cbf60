// The steps from a draft to a schema that a spec can hold; inside this folder only.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/convert/draft.h"

namespace dbx::convert {

// Identifiers given out once each, letter case aside.
class Names {
 public:
  // `written` where it is a free identifier, else the nearest one.
  std::string fresh(std::string_view written, std::string_view fallback);

 private:
  std::set<std::string> taken_;
};

class Fitter {
 public:
  explicit Fitter(Draft& draft) : draft_(draft) {}

  schema::Schema run();

 private:
  void drop_empty_tables();
  void resolve_references();
  void rename_tables();
  void rename_columns();
  void drop_keys_over_unknown_columns();
  void fit_identities();
  void fit_foreign_keys();
  void open_rings();
  void fit_expressions();
  void fit_names_of_constraints();
  schema::Schema build() const;

  // Why the key cannot stand, or nothing; puts its columns in the order of the key it references.
  std::string problem_with(const DraftTable& table, DraftForeignKey& key);
  void leave_out(const DraftTable& table, const DraftForeignKey& key, const std::string& why);

  Draft& draft_;
  std::vector<std::string> final_names_;                     // of draft_.tables
  std::vector<std::map<std::string, std::string>> renamed_;  // column as written -> final
};

}  // namespace dbx::convert
