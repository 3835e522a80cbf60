// A query tree as SQL. An engine gives its quoting and how it calls functions; joins, grouping and
// operators are the same everywhere. Stateless, thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/query/query.h"

namespace dbx::dialect {

// What an engine says its own way.
struct SelectWords {
  std::string (*quote)(std::string_view identifier);
  std::string (*quote_text)(std::string_view value);
  std::string (*call)(query::Function function, const std::vector<std::string>& arguments);
  // What an operator is here, given its printed operands; empty: as everywhere.
  std::string (*operation)(query::Operator op, const std::vector<std::string>& operands) = nullptr;
  bool limit_before_offset = false;
  bool nulls_last = true;  // where ascending values are sorted and nobody says
};

// Functions that are called alike everywhere; empty for those that are not (dates, quantiles).
std::string common_call(query::Function function, const std::vector<std::string>& arguments);

class SelectPrinter {
 public:
  explicit SelectPrinter(const SelectWords& words) : words_(words) {}
  std::string write(const query::Select& select) const;

 private:
  std::string print(const query::Expression& expression) const;
  std::string print(const query::TableUse& use) const;
  std::string print(const query::Join& join) const;
  std::string print(const query::Order& order) const;
  std::string print(const query::Window& window) const;
  std::string call(const query::Expression& expression) const;
  std::string choice(const query::Expression& expression) const;
  std::string operation(const query::Expression& expression) const;
  std::string membership(const query::Expression& expression) const;
  std::string operand(const query::Expression& expression) const;
  std::string nested(const query::Select& select) const;
  std::string body(const query::Select& select) const;

  const SelectWords& words_;
};

}  // namespace dbx::dialect
