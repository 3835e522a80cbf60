// What a change is called, what it touches, and how dangerous it is.
#include <fmt/format.h>

#include "dbx/plan/plan.h"

namespace dbx::plan {
namespace {

std::string object_of(const std::string& table, const std::string& part) {
  return fmt::format("{}.{}", table, part);
}

struct Describer {
  Described operator()(const AddTable& change) const {
    return {"add-table", change.table.name, Risk::kLow, "", false};
  }
  Described operator()(const DropTable& change) const {
    return {"drop-table", change.table.name, Risk::kHigh, "the table's rows are lost", true};
  }
  Described operator()(const AddColumn& change) const {
    const std::string object = object_of(change.table, change.column.name);
    if (change.column.nullable || change.column.default_value || change.column.identity) {
      return {"add-column", object, Risk::kLow, "", false};
    }
    return {"add-column", object, Risk::kMedium,
            "NOT NULL without a default fails where the table has rows", false};
  }
  Described operator()(const DropColumn& change) const {
    return {"drop-column", object_of(change.table, change.column.name), Risk::kHigh,
            "the column's values are lost", true};
  }
  Described operator()(const AddIndex& change) const {
    const std::string object = object_of(change.table, change.index.name);
    if (!change.index.unique) return {"add-index", object, Risk::kLow, "", false};
    return {"add-index", object, Risk::kMedium, "fails where rows repeat the key", false};
  }
  Described operator()(const DropIndex& change) const {
    return {"drop-index", object_of(change.table, change.index.name), Risk::kLow, "", false};
  }
  Described operator()(const SetComment& change) const {
    const std::string object =
        change.column.empty() ? change.table : object_of(change.table, change.column);
    return {"set-comment", object, Risk::kLow, "", false};
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

Described describe(const Change& change) { return std::visit(Describer{}, change); }

}  // namespace dbx::plan
