// The columns that a SELECT sees: its own sources, joined by name or not, then those of the SELECT
// around it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/query/catalog.h"

namespace dbx::query {

struct Source {
  std::string alias;
  std::vector<Column> columns;
  std::vector<std::string> merged;  // those that USING has made one with another source's
};

// One column of several sources, after USING: what it is, and what it is called.
struct MergedColumn {
  std::string name;
  Expression expression;
  Type type;
};

// What a name turned out to be.
struct Found {
  Expression expression;
  Type type;
  bool is_outer = false;  // of a SELECT around this one
};

class Scope {
 public:
  explicit Scope(const Scope* outer) : outer_(outer) {}

  // Errors: ambiguous-name for an alias that is there already.
  Status add(Source source);
  // Errors: unknown-column, unknown-table, ambiguous-name.
  Result<Found> find(std::string_view table, std::string_view column) const;
  // `*` or `t.*`, in order. Errors: unknown-table.
  Result<std::vector<MergedColumn>> expand(std::string_view table) const;
  bool has_alias(std::string_view alias) const;
  // The last source becomes one with those before it in these columns; the conditions come back.
  // None named: in all that they share (NATURAL). Errors: unknown-column, ambiguous-name.
  Result<std::vector<Expression>> merge(JoinKind kind, std::vector<std::string> columns);
  bool has_sources() const { return !sources_.empty(); }
  const Scope* outer() const { return outer_; }

 private:
  Result<std::vector<Found>> candidates(std::string_view column, std::size_t sources) const;
  Result<Found> in_source(const Source& source, std::string_view column) const;
  tl::unexpected<Diagnostics> unknown_column(std::string_view column) const;
  tl::unexpected<Diagnostics> unknown_alias(std::string_view table, std::string_view column) const;

  const Scope* outer_;
  std::vector<Source> sources_;
  std::vector<MergedColumn> merged_;
};

}  // namespace dbx::query
