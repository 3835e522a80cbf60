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

void compare_column(const Name& table, Column from, const Column& to, Difference& difference) {
  const auto moved = difference.moved.find(table);
  const bool leans =
      difference.leans_on_remade(from.generated.text) ||
      (moved != difference.moved.end() &&
       std::any_of(moved->second.begin(), moved->second.end(), [&](const std::string& column) {
         return mentions(from.generated.text, column);
       }));
  if (!from.generated.empty() && leans) {
    if (!to.generated.empty()) {
      difference.add(Phase::kDropComputed, DropColumn{table, from});
      difference.add(Phase::kComputed, AddColumn{table, to});
      return;
    }
    Column plain = from;
    plain.generated = {};
    difference.add(Phase::kDropComputed, AlterColumn{table, from, plain});
    from = std::move(plain);
  }
  if (from.default_value && difference.leans_on_remade(from.default_value->text)) {
    Column bare = from;
    bare.default_value.reset();
    difference.add(Phase::kDropComputed, AlterColumn{table, from, bare});
    from = std::move(bare);
  }
  if (!same_but_comment(from, to)) {
    difference.add(Phase::kAlterColumns, AlterColumn{table, std::move(from), to});
  }
}

void compare_columns(const Table& from, const Table& to, Difference& difference) {
  const Name name = schema::name_of(to);
  const ColumnMap before = by_name(from);
  const ColumnMap after = by_name(to);
  for (const Column& column : from.columns) {
    const auto kept = after.find(column.name);
    if (kept == after.end()) {
      // Before a type that it leans on is made anew, or a column that it is computed from changes.
      const auto moved = difference.moved.find(name);
      const bool leans =
          !column.generated.empty() ||
          (moved != difference.moved.end() && moved->second.contains(column.name)) ||
          (column.default_value && difference.leans_on_remade(column.default_value->text));
      difference.add(leans ? Phase::kDropComputed : Phase::kDropColumns, DropColumn{name, column});
    } else {
      compare_column(name, column, *kept->second, difference);
    }
  }
  for (const Column& column : to.columns) {
    if (before.contains(column.name)) continue;
    // What is computed may be computed from columns that change.
    difference.add(column.generated.empty() ? Phase::kAddColumns : Phase::kComputed,
                   AddColumn{name, column});
  }
}

void leave_parents(const Table& from, const Table& to, Difference& difference) {
  const Name name = schema::name_of(to);
  if (from.partition_of) {
    difference.add(Phase::kLeaveParents, LeaveParent{name, from.partition_of->parent, true});
  }
  for (const Name& parent : from.inherits) {
    if (difference.dropped_tables.contains(parent) || from.inherits != to.inherits) {
      difference.add(Phase::kLeaveParents, LeaveParent{name, parent, false});
    }
  }
}

void join_parents(const Table& to, Difference& difference) {
  const Name name = schema::name_of(to);
  if (to.partition_of) {
    difference.add(Phase::kJoinParents,
                   JoinParent{name, to.partition_of->parent, to.partition_of->bound});
  }
  for (const Name& parent : to.inherits) {
    difference.add(Phase::kJoinParents, JoinParent{name, parent, std::nullopt});
  }
}

}  // namespace

bool same_options(const Table& a, const Table& b) {
  return a.options == b.options && a.unlogged == b.unlogged && a.row_security == b.row_security &&
         a.partitioning == b.partitioning && a.distribution == b.distribution;
}

namespace {

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

void compare_table(const Table& from, const Table& to, const schema::Schema& current,
                   const schema::Schema& target, Difference& difference) {
  const bool leaves = leaves_parents(from, to);
  const bool joins = joins_parents(from, to);
  // Nearly always.
  if (!leaves && !joins && !difference.has_ripples() && from == to) return;
  const Table before = leaves ? as_it_leaves(current, from, to) : from;
  const Table after = joins ? with_parents(target, to) : to;
  if (leaves) leave_parents(from, to, difference);
  compare_columns(before, after, difference);
  compare_keys(before, to, after, difference);
  if (joins) join_parents(to, difference);
  compare_comments(&before, to, difference);
}

}  // namespace dbx::plan
