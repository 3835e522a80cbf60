// What every rule is given: the spec with its tables indexed, and a place to put findings.
// To add a rule: rules/<name>.cpp with one function, a declaration here, a line in check.cpp, a
// case folder under tests/check/cases.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dbx/base/diagnostic.h"
#include "dbx/spec/spec.h"

namespace dbx::check {

struct TableView {
  const spec::Table* table;
  std::string pointer;
  std::vector<spec::EffectiveColumn> implied;  // columns that the table has and does not declare

  // Declared or implied; null where there is none of that name.
  const spec::Column* find_column(std::string_view name) const;
  std::vector<std::string> column_names() const;
};

class Context {
 public:
  explicit Context(const spec::Spec& spec);

  const spec::Spec& spec() const { return spec_; }
  const std::vector<TableView>& tables() const { return tables_; }
  const TableView* find_table(std::string_view name) const;
  std::vector<std::string> table_names() const;

  Diagnostic& error(Code code, std::string pointer, std::string message);
  Diagnostic& warning(Code code, std::string pointer, std::string message);
  Diagnostics take() { return std::move(findings_); }

 private:
  const spec::Spec& spec_;
  std::vector<TableView> tables_;
  std::unordered_map<std::string_view, std::size_t> by_name_;
  Diagnostics findings_;
};

// "did you mean 'region'?", or the list of what there is.
std::string nearest_hint(std::string_view word, const std::vector<std::string>& known);

// Does the name speak of time ("month_end_date_key")? Is the column one: of a temporal type, named
// so, or referencing a table named so?
bool names_a_period(std::string_view name);
bool is_period(const TableView& view, std::string_view name);

void check_tables(Context& context);
void check_identifiers(Context& context);
void check_duplicate_names(Context& context);
void check_foreign_keys(Context& context);
void check_foreign_key_cycles(Context& context);
void check_grain(Context& context);
void check_grain_levels(Context& context);
void check_columns_exist(Context& context);
void check_keys(Context& context);
void check_expressions(Context& context);
void check_snapshots(Context& context);
void check_view_sums(Context& context);
void check_lookalikes(Context& context);
void check_naming(Context& context);
void check_reserved_words(Context& context);
void check_columns(Context& context);
void check_indexes(Context& context);
void check_traps(Context& context);
void check_date_dimension(Context& context);
void check_money(Context& context);
void check_measures(Context& context);
void check_natural_keys(Context& context);

}  // namespace dbx::check
