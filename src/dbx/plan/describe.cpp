// What a change is called, what it touches, and how dangerous it is.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/plan/plan.h"

namespace dbx::plan {
namespace {

std::string object_of(const Name& table, const std::string& part) {
  return fmt::format("{}.{}", schema::print(table), part);
}
template <class T>
std::string object_of(const T& item) {
  return schema::print(schema::name_of(item));
}
std::string object_of(const schema::Object& object) {
  const std::string name = schema::print({object.schema, object.identity});
  return object.table ? object_of(*object.table, object.identity) : name;
}

std::string constraint_object(const Name& table, const Constraint& constraint) {
  const std::string& name = name_of(constraint);
  return name.empty() ? schema::print(table) : object_of(table, name);
}

Described add_constraint(const AddConstraint& change) {
  static constexpr std::string_view kKinds[] = {"add-primary-key", "add-unique", "add-check",
                                                "add-exclusion", "add-foreign-key"};
  static constexpr std::string_view kReasons[] = {
      "fails where rows repeat the key or lack it", "fails where rows repeat the key",
      "fails where rows do not meet it", "fails where rows conflict",
      "fails where rows reference nothing"};
  const std::size_t i = change.constraint.index();
  return {kKinds[i], constraint_object(change.table, change.constraint), Risk::kMedium,
          std::string(kReasons[i]), false};
}

Described drop_constraint(const DropConstraint& change) {
  static constexpr std::string_view kKinds[] = {"drop-primary-key", "drop-unique", "drop-check",
                                                "drop-exclusion", "drop-foreign-key"};
  return {kKinds[change.constraint.index()], constraint_object(change.table, change.constraint),
          Risk::kLow, "", false};
}

Described alter_column(const AlterColumn& change) {
  const schema::Column& from = change.from;
  const schema::Column& to = change.to;
  Described described{"alter-column", object_of(change.table, to.name), Risk::kLow, "", false};
  if (from.type != to.type) {
    const std::string types = fmt::format("{} to {}", spec::print(from.type), spec::print(to.type));
    described.breaking = !is_widening(from.type, to.type);
    described.risk = described.breaking ? Risk::kHigh : Risk::kMedium;
    described.reason = described.breaking ? types + ": values may not fit, or change"
                                          : types + ": every value fits";
  } else if (from.generated != to.generated && to.generated.empty()) {
    described.reason = "the computed values stay as they are";
  } else if (from.generated != to.generated) {
    described.breaking = from.generated.empty();
    described.risk = described.breaking ? Risk::kHigh : Risk::kMedium;
    described.reason = described.breaking ? "computed values take the place of the column's own"
                                          : "the values are computed anew";
  } else if (from.nullable && !to.nullable) {
    described.risk = Risk::kMedium;
    described.reason = "fails where rows have no value";
  }
  return described;
}

struct Describer {
  Described operator()(const AddNamespace& c) const { return {"add-schema", c.space.name}; }
  Described operator()(const DropNamespace& c) const { return {"drop-schema", c.space.name}; }
  Described operator()(const AddEnum& c) const { return {"add-enum", object_of(c.item)}; }
  Described operator()(const DropEnum& c) const { return {"drop-enum", object_of(c.item)}; }
  Described operator()(const AddEnumValues& c) const {
    return {"add-enum-values", object_of(c.to)};
  }
  Described operator()(const ReplaceEnum& c) const {
    bool loses = false;
    for (const std::string& value : c.from.values) {
      loses =
          loses || std::find(c.to.values.begin(), c.to.values.end(), value) == c.to.values.end();
    }
    return {"replace-enum", object_of(c.to), loses ? Risk::kHigh : Risk::kMedium,
            loses ? "fails where rows hold a value that goes" : "tables that use it are rewritten",
            loses};
  }
  Described operator()(const AddSequence& c) const {
    return {"add-sequence", object_of(c.sequence)};
  }
  Described operator()(const DropSequence& c) const {
    return {"drop-sequence", object_of(c.sequence), Risk::kMedium, "its position is lost", false};
  }
  Described operator()(const AlterSequence& c) const { return {"alter-sequence", object_of(c.to)}; }
  Described operator()(const SetSequenceOwner& c) const {
    return {"set-sequence-owner", object_of(c.sequence)};
  }
  Described operator()(const AddObject& c) const { return {"add-object", object_of(c.object)}; }
  Described operator()(const DropObject& c) const {
    return {"drop-object", object_of(c.object), Risk::kMedium, "whoever calls it fails", false};
  }
  Described operator()(const ReplaceType& c) const {
    return {"replace-type", object_of(c.to), Risk::kHigh,
            "tables that use it are rewritten; values may not fit, or change", true};
  }
  Described operator()(const RenameType& c) const { return {"rename-type", schema::print(c.from)}; }
  Described operator()(const ReplaceObject& c) const { return {"replace-object", object_of(c.to)}; }
  Described operator()(const AddTable& c) const { return {"add-table", object_of(c.table)}; }
  Described operator()(const DropTable& c) const {
    if (c.rows_saved) return {"drop-table", object_of(c.table), Risk::kMedium, "it is made anew"};
    return {"drop-table", object_of(c.table), Risk::kHigh, "the table's rows are lost", true};
  }
  Described operator()(const RenameTable& c) const {
    return {"rename-table", schema::print(c.to), Risk::kMedium,
            fmt::format("readers of '{}' must follow", schema::print(c.from)), false};
  }
  Described operator()(const AlterTable& c) const { return {"alter-table", object_of(c.to)}; }
  Described operator()(const SaveRows& c) const {
    return {"save-rows", object_of(c.table), Risk::kMedium, "its rows are written anew"};
  }
  Described operator()(const RestoreRows& c) const {
    return {"restore-rows", object_of(c.into), Risk::kMedium, "its rows are written anew"};
  }
  Described operator()(const JoinParent& c) const {
    if (!c.bound) return {"inherit", schema::print(c.table)};
    return {"attach-partition", schema::print(c.table), Risk::kMedium,
            "fails where rows are not within its bounds"};
  }
  Described operator()(const LeaveParent& c) const {
    return {c.is_partition ? "detach-partition" : "disinherit", schema::print(c.table)};
  }
  Described operator()(const AddColumn& c) const {
    const schema::Column& column = c.column;
    const std::string object = object_of(c.table, column.name);
    const bool fills =
        column.nullable || column.default_value || column.identity || !column.generated.empty();
    if (fills) return {"add-column", object};
    return {"add-column", object, Risk::kMedium,
            "NOT NULL without a default fails where the table has rows", false};
  }
  Described operator()(const DropColumn& c) const {
    const std::string object = object_of(c.table, c.column.name);
    if (!c.column.generated.empty()) return {"drop-column", object, Risk::kMedium, "", false};
    return {"drop-column", object, Risk::kHigh, "the column's values are lost", true};
  }
  Described operator()(const RenameColumn& c) const {
    return {"rename-column", object_of(c.table, c.to), Risk::kMedium,
            fmt::format("readers of '{}' must follow", c.from), false};
  }
  Described operator()(const AlterColumn& c) const { return alter_column(c); }
  Described operator()(const AddConstraint& c) const { return add_constraint(c); }
  Described operator()(const DropConstraint& c) const { return drop_constraint(c); }
  Described operator()(const RenameConstraint& c) const {
    return {"rename-constraint", object_of(c.table, c.to)};
  }
  Described operator()(const ValidateConstraint& c) const {
    return {"validate-constraint", object_of(c.table, c.name), Risk::kMedium,
            "fails where older rows break it", false};
  }
  Described operator()(const AddIndex& c) const {
    const std::string object = object_of(c.table, c.index.name);
    if (!c.index.unique) return {"add-index", object};
    return {"add-index", object, Risk::kMedium, "fails where rows repeat the key", false};
  }
  Described operator()(const DropIndex& c) const {
    return {"drop-index", object_of(c.table, c.index.name)};
  }
  Described operator()(const RenameIndex& c) const {
    return {"rename-index", object_of(c.table, c.to)};
  }
  Described operator()(const AddView& c) const { return {"add-view", object_of(c.view)}; }
  Described operator()(const DropView& c) const { return {"drop-view", object_of(c.view)}; }
  Described operator()(const SetSetting& c) const {
    return {"set-setting", c.of.empty() ? schema::print(c.relation) : object_of(c.relation, c.of)};
  }
  Described operator()(const SetComment& c) const {
    if (c.on == CommentOn::kObject) return {"set-comment", object_of(c.object)};
    return {"set-comment", c.column.empty() ? schema::print(c.name) : object_of(c.name, c.column)};
  }
};

}  // namespace

std::string_view name(Risk risk) {
  switch (risk) {
    case Risk::kLow:
      return "low";
    case Risk::kMedium:
      return "medium";
    case Risk::kHigh:
      return "high";
  }
  return "high";
}

const std::string& name_of(const Constraint& constraint) {
  struct Namer {
    const std::string& operator()(const PrimaryKey& c) const { return c.key.name; }
    const std::string& operator()(const UniqueKey& c) const { return c.key.name; }
    const std::string& operator()(const schema::Check& c) const { return c.name; }
    const std::string& operator()(const schema::Exclusion& c) const { return c.name; }
    const std::string& operator()(const schema::ForeignKey& c) const { return c.name; }
  };
  return std::visit(Namer{}, constraint);
}

Described describe(const Change& change) { return std::visit(Describer{}, change); }

Name altered_table(const Change& change) {
  return std::visit(
      [](const auto& c) -> Name {
        using T = std::decay_t<decltype(c)>;
        if constexpr (std::is_same_v<T, AlterTable>) {
          return schema::name_of(c.to);
        } else if constexpr (std::is_same_v<T, SetComment>) {
          const bool of_table = c.on == CommentOn::kTable || c.on == CommentOn::kColumn;
          return of_table ? c.name : Name{};
        } else if constexpr (requires { Name{c.table}; }) {
          return c.table;
        } else {
          return {};
        }
      },
      change);
}

}  // namespace dbx::plan
