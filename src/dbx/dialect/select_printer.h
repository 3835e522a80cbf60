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
  // What an operation is here, given its printed operands; empty: as everywhere.
  std::string (*operation)(const query::Expression& expression,
                           const std::vector<std::string>& operands) = nullptr;
  bool limit_before_offset = false;
  bool nulls_last = true;       // where ascending values are sorted and nobody says
  bool dates_are_text = false;  // a date or timestamp is text that reads as one
  bool nests_operands = true;   // an operand of UNION may stand in parentheses
};

// As most engines call it: by the name in query/functions.cpp.
std::string common_call(query::Function function, const std::vector<std::string>& arguments);
// Does the pattern of this kLike or kILike hold, or may it hold, a backslash? Engines without one
// need to be told then.
bool needs_escape(const query::Expression& like);
// `value LIKE pattern`, with ESCAPE where it is needed.
std::string with_escape(const query::Expression& like, std::string_view word,
                        const std::vector<std::string>& operands);

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
  std::string temporal(const query::Expression& expression) const;
  std::string choice(const query::Expression& expression) const;
  std::string operation(const query::Expression& expression) const;
  std::string chain(const query::Expression& expression) const;
  std::string membership(const query::Expression& expression) const;
  std::string operand(const query::Expression& expression) const;
  std::string nested(const query::Select& select) const;
  std::string body(const query::Select& select) const;
  std::string combination(const query::Select& select) const;
  std::string grouped(const std::string& sql) const;

  const SelectWords& words_;
};

}  // namespace dbx::dialect
