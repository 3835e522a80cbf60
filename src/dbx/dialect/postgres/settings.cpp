// What PostgreSQL keeps beside a relation or a part of it, as ALTER and COMMENT say it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/alter_column.h"
#include "dbx/dialect/postgres/postgres.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Column;
using schema::Name;
using schema::Table;
using spec::SettingKind;
using spec::TypeKind;

// a=1, b=2
std::vector<std::string> split_options(const std::string& options) {
  std::vector<std::string> items;
  for (const std::string_view item : text::split(options, ',')) {
    if (!text::trim(item).empty()) items.emplace_back(text::trim(item));
  }
  return items;
}

const Column* find_column(const plan::Plan& plan, const Name& relation, const std::string& name) {
  const Table* table = schema::find_table(plan.target, relation);
  while (table != nullptr) {
    const Column* column = schema::find_column(*table, name);
    if (column != nullptr) return column;
    if (table->partition_of) {
      table = schema::find_table(plan.target, table->partition_of->parent);
      continue;
    }
    for (const Name& parent : table->inherits) {
      column = find_column(plan, parent, name);
      if (column != nullptr) return column;
    }
    break;
  }
  return nullptr;
}

// The default of a column, its own or what the nearest parent has. Empty: none.
std::string column_default(const plan::Plan& plan, const Table& table, const std::string& name) {
  if (const Column* column = schema::find_column(table, name)) {
    return column->default_value ? column->default_value->text : std::string();
  }
  for (const schema::Setting& setting : table.settings) {
    const bool set = setting.kind == SettingKind::kColumnDefault && setting.of == name;
    if (set) return setting.value == "NULL" ? std::string() : setting.value;
  }
  std::vector<Name> parents = table.inherits;
  if (table.partition_of) parents.push_back(table.partition_of->parent);
  for (const Name& parent : parents) {
    const Table* found = schema::find_table(plan.target, parent);
    if (found == nullptr) continue;
    std::string value = column_default(plan, *found, name);
    if (!value.empty()) return value;
  }
  return {};
}

// pg_type.typstorage
std::string_view usual_storage(const Column* column) {
  if (column == nullptr) return "EXTENDED";
  const spec::Type type = stored_type(column->type);
  if (type.array || type.is_text() || type.kind == TypeKind::kBlob ||
      type.kind == TypeKind::kJson) {
    return "EXTENDED";
  }
  if (type.kind == TypeKind::kDecimal) return "MAIN";
  if (type.kind != TypeKind::kEngine) return "PLAIN";
  const std::string& name = type.engine_text;
  return name.starts_with("numeric") || name == "inet" || name == "cidr" ? "MAIN" : "EXTENDED";
}

std::string trigger_state(const std::string& value) {
  if (value.empty()) return "ENABLE";
  return value == "disabled" ? "DISABLE" : "ENABLE " + text::to_upper(value);
}

class Writer {
 public:
  Writer(const plan::SetSetting& change, const plan::Plan& plan)
      : change_(change), plan_(plan), relation_(quote(change.relation)) {}

  std::vector<std::string> write() {
    const std::string& to = change_.to;
    const std::string part = quote(change_.of);
    switch (change_.kind) {
      case SettingKind::kReplicaIdentity:
        return alter("REPLICA IDENTITY " + (to.empty() ? "DEFAULT" : to));
      case SettingKind::kForceRowSecurity:
        return alter(to.empty() ? "NO FORCE ROW LEVEL SECURITY" : "FORCE ROW LEVEL SECURITY");
      case SettingKind::kClusterOn:
        return alter(to.empty() ? "SET WITHOUT CLUSTER" : "CLUSTER ON " + quote(to));
      case SettingKind::kColumnOptions:
        return column_options();
      case SettingKind::kToastOptions:
        return set_options(relation_, change_.from, to, "toast.");
      case SettingKind::kConstraintComment:
        return comment(fmt::format("CONSTRAINT {} ON {}", part, relation_));
      case SettingKind::kIndexComment:
        return comment("INDEX " + quote(Name{change_.relation.schema, change_.of}));
      case SettingKind::kTriggerState:
        return alter(fmt::format("{} TRIGGER {}", trigger_state(to), part));
      case SettingKind::kRuleState:
        return alter(fmt::format("{} RULE {}", trigger_state(to), part));
      case SettingKind::kColumnComment:
        return comment(fmt::format("COLUMN {}.{}", relation_, part));
      default:
        return alter(fmt::format("ALTER COLUMN {} {}", part, column()));
    }
  }

 private:
  std::vector<std::string> alter(const std::string& what) const {
    return {fmt::format("ALTER {} {} {}", change_.of_view ? "VIEW" : "TABLE", relation_, what)};
  }
  std::vector<std::string> comment(const std::string& what) const {
    return {fmt::format("COMMENT ON {} IS {}", what,
                        change_.to.empty() ? "NULL" : quote_text(change_.to))};
  }

  std::string column() const {
    const std::string& to = change_.to;
    switch (change_.kind) {
      case SettingKind::kColumnStorage:
        return fmt::format("SET STORAGE {}", to.empty() ? usual_storage(find_column(
                                                              plan_, change_.relation, change_.of))
                                                        : std::string_view(to));
      case SettingKind::kColumnCompression:
        return "SET COMPRESSION " + (to.empty() ? "default" : to);
      case SettingKind::kColumnStatistics:
        return "SET STATISTICS " + (to.empty() ? "-1" : to);
      case SettingKind::kColumnDefault:
        return to.empty() ? inherited_default() : "SET DEFAULT " + to;
      default:
        return to.empty() ? "DROP NOT NULL" : "SET NOT NULL";
    }
  }

  std::string inherited_default() const {
    const Table* table =
        change_.of_view ? nullptr : schema::find_table(plan_.target, change_.relation);
    const std::string value =
        table == nullptr ? std::string() : column_default(plan_, *table, change_.of);
    return value.empty() ? "DROP DEFAULT" : "SET DEFAULT " + value;
  }

  std::vector<std::string> column_options() const {
    std::vector<std::string> gone;
    const std::vector<std::string> set = split_options(change_.to);
    for (const std::string& option : split_options(change_.from)) {
      const std::string key = option.substr(0, option.find('=') + 1);
      const bool kept = std::any_of(
          set.begin(), set.end(), [&](const std::string& other) { return other.starts_with(key); });
      if (!kept) gone.push_back(key.substr(0, key.size() - 1));
    }
    const std::string column = "ALTER COLUMN " + quote(change_.of);
    std::vector<std::string> statements;
    if (!gone.empty()) {
      statements = alter(fmt::format("{} RESET ({})", column, text::join(gone, ", ")));
    }
    if (!set.empty()) {
      for (std::string& sql : alter(fmt::format("{} SET ({})", column, change_.to))) {
        statements.push_back(std::move(sql));
      }
    }
    return statements;
  }

  const plan::SetSetting& change_;
  const plan::Plan& plan_;
  std::string relation_;
};

}  // namespace

std::vector<std::string> set_options(const std::string& table, const std::string& from,
                                     const std::string& to, std::string_view prefix) {
  std::set<std::string> kept;
  std::vector<std::string> set;
  for (const std::string& option : split_options(to)) {
    kept.insert(option.substr(0, option.find('=')));
    set.push_back(std::string(prefix) + option);
  }
  std::vector<std::string> gone;
  for (const std::string& option : split_options(from)) {
    const std::string key = option.substr(0, option.find('='));
    if (!kept.contains(key)) gone.push_back(std::string(prefix) + key);
  }
  std::vector<std::string> statements;
  if (!gone.empty()) {
    statements.push_back(fmt::format("ALTER TABLE {} RESET ({})", table, text::join(gone, ", ")));
  }
  if (!set.empty()) {
    statements.push_back(fmt::format("ALTER TABLE {} SET ({})", table, text::join(set, ", ")));
  }
  return statements;
}

std::vector<std::string> set_setting(const plan::SetSetting& change, const plan::Plan& plan) {
  return Writer(change, plan).write();
}

}  // namespace dbx::dialect::postgres
