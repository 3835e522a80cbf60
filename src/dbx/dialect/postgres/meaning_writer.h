// Writes a parse tree down as what it means, with every identifier in double quotes, so that
// renames can be followed (plan/renames.cpp); inside this folder only. meaning_writer.cpp:
// expressions; meaning_select.cpp: SELECT.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/json.h"
#include "dbx/dialect/postgres/meaning_scope.h"

namespace dbx::dialect::postgres {

class MeaningWriter {
 public:
  // `catalog` may be null: nothing is known of any relation.
  explicit MeaningWriter(Catalog* catalog) : catalog_(catalog) {}

  std::string write(const Json& node);
  // For expressions over the rows of one table: its columns are written bare.
  void look_at(const std::vector<KnownColumn>& columns);
  // The columns of the SELECT that was written last.
  const std::vector<KnownColumn>& output() const { return output_; }

 private:
  struct Target {
    std::string name;
    std::string value;
    Family family = Family::kUnknown;
  };
  struct Cte {
    std::string name;
    std::vector<KnownColumn> columns;
  };

  std::string list(const Json& items, std::string_view separator);
  std::string members(const Json& node);
  std::string named(const std::string& kind, const Json& node);
  static std::string constant(const Json& node);
  std::string column(const Json& node);
  Resolved resolve(const Json& node) const;
  std::string type(const Json& name);
  std::string cast(const Json& node, bool keep = false);
  std::string operation(const Json& node);
  std::string between(const Json& node, const std::string& kind);
  std::string elements(const Json& node);
  std::string boolean(const Json& node);
  std::string call(const Json& node);
  std::string argument(const std::string& function, const Json& node);
  std::string choice(const std::string& kind, const Json& node);
  std::string sort(const Json& node, const std::string& value);
  Family family(const Json& node) const;
  Family family_of_call(const Json& node) const;
  Family widest(const Json& items) const;
  // The value as the server makes it one of the family, where it is of a narrower one.
  std::string widened(const Json& node, Family to);

  // `names`: what the columns are called whatever it says, for it is the later part of a UNION.
  std::string select(const Json& node, const std::vector<KnownColumn>* names = nullptr);
  std::string set_operation(const Json& node, const std::vector<KnownColumn>* names);
  std::string with(const Json& clause);
  std::string from(const Json& node);
  std::string relation(const Json& node);
  std::string join(const Json& node);
  void merge(const std::vector<std::string>& columns, std::size_t left, std::size_t right,
             const std::string& kind);
  std::string subselect(const Json& node);
  std::string range_function(const Json& node);
  void add_item(std::string alias, std::string schema, std::vector<KnownColumn> columns);
  void targets(const Json& list);
  bool add_star(const Json& fields);
  std::string grouped(const Json& node);
  std::string sorted(const Json& list, bool by_number);
  const Target* target_called(const Json& node) const;

  Catalog* catalog_;
  Scope* scope_ = nullptr;
  Scope bare_;
  std::vector<Cte> ctes_;
  std::vector<Target> targets_;
  std::vector<KnownColumn> output_;
  int items_ = 0;
};

// The name that a result has where none is given (FigureColname in
// src/backend/parser/parse_target.c); empty: ?column?.
std::string figured_name(const Json& node);
// "pg_catalog"."int4" -> int4
std::string last_name(const Json& names);

}  // namespace dbx::dialect::postgres
