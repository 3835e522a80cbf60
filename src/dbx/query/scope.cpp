// Looking columns up.
#include "dbx/query/scope.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::query {
namespace {

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& one) { return same_name(one, name); });
}

tl::unexpected<Diagnostics> ambiguous(std::string_view column, std::vector<std::string> choices) {
  return fail(Code::kAmbiguousName, fmt::format("'{}' may be several columns", column),
              "write " + text::join(choices, " or "));
}

}  // namespace

Status Scope::add(Source source) {
  if (has_alias(source.alias)) {
    return fail(Code::kAmbiguousName, fmt::format("'{}' stands twice in FROM", source.alias),
                "give one of them another name with AS");
  }
  sources_.push_back(std::move(source));
  return {};
}

bool Scope::has_alias(std::string_view alias) const {
  return std::any_of(sources_.begin(), sources_.end(),
                     [&](const Source& source) { return same_name(source.alias, alias); });
}

Result<Found> Scope::in_source(const Source& source, std::string_view name) const {
  const Column* found = nullptr;
  for (const Column& one : source.columns) {
    if (!same_name(one.name, name)) continue;
    if (found != nullptr) {
      return ambiguous(fmt::format("{}.{}", source.alias, name), {"each with a name of its own"});
    }
    found = &one;
  }
  if (found != nullptr) return Found{column(source.alias, found->name), found->type};
  std::vector<std::string> names;
  for (const Column& one : source.columns) names.push_back(one.name);
  const auto near = text::nearest(name, std::span<const std::string>(names));
  return fail(Code::kUnknownColumn, fmt::format("{} has no column '{}'", source.alias, name),
              near ? fmt::format("did you mean {}.{}?", source.alias, *near)
                   : "it has: " + text::join(names, ", "));
}

// In the first `count` sources, those merged by USING as one.
Result<std::vector<Found>> Scope::candidates(std::string_view name, std::size_t count) const {
  std::vector<Found> found;
  for (const MergedColumn& merged : merged_) {
    if (same_name(merged.name, name)) found.push_back({merged.expression, merged.type});
  }
  for (std::size_t i = 0; i < count; ++i) {
    const Source& source = sources_[i];
    const bool has = std::any_of(source.columns.begin(), source.columns.end(),
                                 [&](const Column& one) { return same_name(one.name, name); });
    if (!has || holds(source.merged, name)) continue;
    DBX_TRY(Found one, in_source(source, name));
    found.push_back(std::move(one));
  }
  return found;
}

Result<Found> Scope::find(std::string_view table, std::string_view name) const {
  for (const Scope* scope = this; scope != nullptr; scope = scope->outer_) {
    if (table.empty()) {
      DBX_TRY(std::vector<Found> found, scope->candidates(name, scope->sources_.size()));
      if (found.size() > 1) {
        std::vector<std::string> choices;
        for (const Found& one : found) {
          choices.push_back(one.expression.table + "." + one.expression.text);
        }
        return ambiguous(name, std::move(choices));
      }
      if (found.empty()) continue;
      found.front().is_outer = scope != this;
      return std::move(found.front());
    }
    for (const Source& source : scope->sources_) {
      if (!same_name(source.alias, table)) continue;
      DBX_TRY(Found found, in_source(source, name));
      found.is_outer = scope != this;
      return found;
    }
  }
  return table.empty() ? unknown_column(name) : unknown_alias(table, name);
}

tl::unexpected<Diagnostics> Scope::unknown_column(std::string_view name) const {
  std::vector<std::string> names;
  for (const Scope* scope = this; scope != nullptr; scope = scope->outer_) {
    for (const Source& source : scope->sources_) {
      for (const Column& one : source.columns) names.push_back(one.name);
    }
  }
  const auto near = text::nearest(name, std::span<const std::string>(names));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return fail(Code::kUnknownColumn, fmt::format("there is no column '{}' here", name),
              near            ? fmt::format("did you mean {}?", *near)
              : names.empty() ? "the query reads no table"
                              : "there are: " + text::join(names, ", "));
}

tl::unexpected<Diagnostics> Scope::unknown_alias(std::string_view table,
                                                 std::string_view name) const {
  std::vector<std::string> aliases;
  for (const Scope* scope = this; scope != nullptr; scope = scope->outer_) {
    for (const Source& source : scope->sources_) aliases.push_back(source.alias);
  }
  return fail(
      Code::kUnknownTable, fmt::format("'{}.{}' names no table of FROM", table, name),
      aliases.empty() ? "the query reads no table" : "there are: " + text::join(aliases, ", "));
}

Result<std::vector<MergedColumn>> Scope::expand(std::string_view table) const {
  std::vector<MergedColumn> columns;
  if (table.empty()) columns = merged_;
  bool found = table.empty();
  for (const Source& source : sources_) {
    if (!table.empty() && !same_name(source.alias, table)) continue;
    found = true;
    for (const Column& one : source.columns) {
      if (table.empty() && holds(source.merged, one.name)) continue;
      columns.push_back({one.name, column(source.alias, one.name), one.type});
    }
  }
  if (!found) return unknown_alias(table, "*");
  return columns;
}

Result<std::vector<Expression>> Scope::merge(JoinKind kind, std::vector<std::string> names) {
  const std::size_t left_count = sources_.size() - 1;
  const bool natural = names.empty();
  for (std::size_t i = 0; natural && i < sources_.back().columns.size(); ++i) {
    const std::string& name = sources_.back().columns[i].name;
    DBX_TRY(const std::vector<Found> found, candidates(name, left_count));
    if (!found.empty()) names.push_back(name);
  }
  std::vector<Expression> conditions;
  std::vector<MergedColumn> merged;
  for (const std::string& name : names) {
    DBX_TRY(std::vector<Found> found, candidates(name, left_count));
    if (found.size() > 1) return ambiguous(name, {"JOIN ... ON with the table named"});
    if (found.empty()) return unknown_column(name);
    DBX_TRY(Found right, in_source(sources_.back(), name));
    Found& left = found.front();
    conditions.push_back(operation(Operator::kEqual, {left.expression, right.expression}));
    Expression both = kind == JoinKind::kRight ? right.expression
                      : kind == JoinKind::kFull
                          ? call(Function::kCoalesce, {left.expression, right.expression})
                          : left.expression;
    merged.push_back({name, std::move(both), wider(left.type, right.type)});
  }
  if (conditions.empty()) {
    return fail(Code::kUnknownColumn, "a NATURAL JOIN of tables that share no column",
                "write JOIN ... ON");
  }
  for (const std::string& name : names) {
    std::erase_if(merged_, [&](const MergedColumn& one) { return same_name(one.name, name); });
    for (Source& source : sources_) source.merged.push_back(name);
  }
  merged_.insert(merged_.begin(), merged.begin(), merged.end());
  return conditions;
}

}  // namespace dbx::query
