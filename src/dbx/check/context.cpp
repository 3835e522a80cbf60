// The indexed spec behind the rules.
#include "dbx/check/context.h"

#include <fmt/format.h>

#include "dbx/base/text.h"

namespace dbx::check {

const spec::Column* TableView::find_column(std::string_view name) const {
  for (const spec::EffectiveColumn& candidate : implied) {
    if (candidate.column.name == name) return &candidate.column;
  }
  for (const auto* group : {&table->columns, &table->measures}) {
    for (const spec::Column& candidate : *group) {
      if (candidate.name == name) return &candidate;
    }
  }
  return nullptr;
}

std::vector<std::string> TableView::column_names() const {
  std::vector<std::string> names;
  for (const spec::EffectiveColumn& column : implied) names.push_back(column.column.name);
  for (const auto* group : {&table->columns, &table->measures}) {
    for (const spec::Column& column : *group) names.push_back(column.name);
  }
  return names;
}

Context::Context(const spec::Spec& spec) : spec_(spec) {
  const spec::TableIndex index(spec);
  std::vector<spec::TablePlace> places = spec::all_tables(spec);
  tables_.reserve(places.size());
  for (spec::TablePlace& place : places) {
    tables_.push_back(
        {place.table, std::move(place.pointer), spec::implied_columns(index, *place.table)});
  }
  for (std::size_t i = 0; i < tables_.size(); ++i) by_name_.emplace(tables_[i].table->name, i);
}

const TableView* Context::find_table(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &tables_[found->second];
}

std::vector<std::string> Context::table_names() const {
  std::vector<std::string> names;
  for (const TableView& view : tables_) names.push_back(view.table->name);
  return names;
}

Diagnostic& Context::error(Code code, std::string pointer, std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  diagnostic.where.pointer = std::move(pointer);
  return findings_.emplace_back(std::move(diagnostic));
}

Diagnostic& Context::warning(Code code, std::string pointer, std::string message) {
  Diagnostic& diagnostic = error(code, std::move(pointer), std::move(message));
  diagnostic.severity = Severity::kWarning;
  return diagnostic;
}

std::string nearest_hint(std::string_view word, const std::vector<std::string>& known) {
  if (const auto near = text::nearest(word, known)) return fmt::format("did you mean '{}'?", *near);
  if (known.empty() || known.size() > 20) return {};
  return fmt::format("there are {}", text::join(known, ", "));
}

}  // namespace dbx::check
