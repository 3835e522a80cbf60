// A table that is in both schemas: its columns, its options, its comments.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "dbx/base/text.h"
#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Column;
using schema::Table;

bool same_but_comment(const Column& from, const Column& to) {
  if (from == to) return true;
  Column aligned = from;
  aligned.comment = to.comment;
  return aligned == to;
}

using ColumnMap = std::unordered_map<std::string_view, const Column*>;
ColumnMap by_name(const Table& table) {
  ColumnMap columns;
  for (const Column& column : table.columns) columns.emplace(column.name, &column);
  return columns;
}

void compare_columns(const Table& from, const Table& to, Difference& difference) {
  const Name name = schema::name_of(to);
  const ColumnMap before = by_name(from);
  const ColumnMap after = by_name(to);
  for (const Column& column : from.columns) {
    const auto kept = after.find(column.name);
    if (kept == after.end()) {
      difference.add(Phase::kDropColumns, DropColumn{name, column});
      difference.touched.insert(name);
    } else if (!same_but_comment(column, *kept->second)) {
      difference.add(Phase::kAlterColumns, AlterColumn{name, column, *kept->second});
      const bool retyped = column.type != kept->second->type ||
                           column.collation != kept->second->collation ||
                           column.generated != kept->second->generated;
      if (retyped) difference.touched.insert(name);
      if (column.type != kept->second->type) difference.retyped[name].insert(column.name);
    }
  }
  for (const Column& column : to.columns) {
    if (!before.contains(column.name)) difference.add(Phase::kAddColumns, AddColumn{name, column});
  }
}

bool same_options(const Table& a, const Table& b) {
  return a.options == b.options && a.unlogged == b.unlogged && a.row_security == b.row_security &&
         a.partition_by == b.partition_by && a.partition_of == b.partition_of &&
         a.partitioning == b.partitioning && a.distribution == b.distribution;
}

void compare_comment(CommentOn on, const Name& name, const std::string& column,
                     const std::string& from, const std::string& to, Difference& difference) {
  if (from == to) return;
  SetComment change;
  change.on = on;
  change.name = name;
  change.column = column;
  change.comment = to;
  change.previous = from;
  difference.add(Phase::kComments, std::move(change));
}

int digits_before_point(const spec::Type& type) {
  switch (type.kind) {
    case spec::TypeKind::kSmallInt:
      return 5;
    case spec::TypeKind::kInt:
      return 10;
    case spec::TypeKind::kBigInt:
      return 19;
    case spec::TypeKind::kDecimal:
      return type.precision - type.scale;
    default:
      return 0;
  }
}

bool is_wider_number(const spec::Type& from, const spec::Type& to) {
  using spec::TypeKind;
  const bool exact = from.is_integer() || from.kind == TypeKind::kDecimal;
  if (from.is_integer() && to.is_integer()) return from.kind <= to.kind;
  if (exact && to.kind == TypeKind::kDecimal) {
    const int scale = from.kind == TypeKind::kDecimal ? from.scale : 0;
    return digits_before_point(from) <= digits_before_point(to) && scale <= to.scale;
  }
  if (to.kind == TypeKind::kDouble) {
    return from.kind == TypeKind::kReal || from.kind == TypeKind::kSmallInt ||
           from.kind == TypeKind::kInt;
  }
  return to.kind == TypeKind::kReal && from.kind == TypeKind::kSmallInt;
}

bool is_wider_text(const spec::Type& from, const spec::Type& to) {
  if (to.kind == spec::TypeKind::kText) return true;
  if (to.kind == spec::TypeKind::kVarchar || to.kind == spec::TypeKind::kChar) {
    return from.is_text() && from.length >= 0 && from.length <= to.length;
  }
  return false;
}

}  // namespace

bool is_widening(const spec::Type& from, const spec::Type& to) {
  using spec::TypeKind;
  if (from == to) return true;
  if (from.array != to.array) return to.kind == TypeKind::kText && !to.array;
  // Everything has a text of its own.
  if (to.kind == TypeKind::kText) return true;
  if (from.is_text() && to.is_text()) return is_wider_text(from, to);
  if (from.is_numeric() && to.is_numeric()) return is_wider_number(from, to);
  if (from.kind == TypeKind::kDate && to.kind == TypeKind::kTimestamp) return true;
  const bool same_clock = from.kind == to.kind && from.is_temporal();
  if (same_clock)
    return to.precision < 0 || (from.precision >= 0 && from.precision <= to.precision);
  if (to.kind != TypeKind::kEngine) {
    return from.kind == to.kind && from.kind != TypeKind::kEngine && from.length <= to.length;
  }
  const std::string target = text::to_lower(to.engine_text);
  if (target == "numeric") return from.is_integer() || from.kind == TypeKind::kDecimal;
  return target == "character varying" && from.is_text();
}

void compare_comments(const Table* from, const Table& to, Difference& difference) {
  const Name name = schema::name_of(to);
  compare_comment(CommentOn::kTable, name, "", from == nullptr ? "" : from->comment, to.comment,
                  difference);
  const ColumnMap before = from == nullptr ? ColumnMap{} : by_name(*from);
  for (const Column& column : to.columns) {
    const auto old = before.find(column.name);
    compare_comment(CommentOn::kColumn, name, column.name,
                    old == before.end() ? "" : old->second->comment, column.comment, difference);
  }
}

void compare_table(const Table& from, const Table& to, Difference& difference) {
  // A partition's columns are those of the table it is part of.
  const bool is_partition = from.partition_of || to.partition_of;
  const bool same_columns = from.columns == to.columns;  // nearly always
  if (!is_partition && !same_columns) compare_columns(from, to, difference);
  if (!same_options(from, to)) {
    difference.add(Phase::kAddColumns, AlterTable{from, to});
    const bool rewritten = from.partition_by != to.partition_by;
    if (rewritten) difference.touched.insert(schema::name_of(to));
  }
  compare_keys(from, to, difference);
  if (!same_columns || from.comment != to.comment) compare_comments(&from, to, difference);
}

}  // namespace dbx::plan
