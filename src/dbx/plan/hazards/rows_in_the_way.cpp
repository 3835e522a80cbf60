// Rules that rows which are there may break: the statement then fails.
#include <fmt/format.h>

#include "dbx/plan/hazards/setting.h"

namespace dbx::plan::hazards {
namespace {

// The constraint of a kind that is added to rows; null else.
template <class T>
const T* added(const Setting& setting, std::size_t change) {
  const auto* add = std::get_if<AddConstraint>(&setting.plan().changes[change]);
  if (add == nullptr || !setting.may_have_rows(add->table)) return nullptr;
  return std::get_if<T>(&add->constraint);
}

std::string table_of(const Setting& setting, std::size_t change) {
  return schema::print(altered_table(setting.plan().changes[change]));
}

Finding repeats(const std::string& table, const std::string& what) {
  return {fmt::format("fails where rows of '{}' repeat {}", table, what),
          "look for rows that repeat it (GROUP BY the key HAVING count(*) > 1), settle them, then "
          "add the key",
          Risk::kMedium};
}

}  // namespace

Found not_null_on_rows(const Setting& setting, std::size_t change) {
  const Change& any = setting.plan().changes[change];
  if (const auto* add = std::get_if<AddColumn>(&any)) {
    const schema::Column& column = add->column;
    const bool fills =
        column.nullable || column.default_value || column.identity || !column.generated.empty();
    if (fills || !setting.may_have_rows(add->table)) return {};
    return Finding{fmt::format("'{}.{}' is NOT NULL without a default: fails while the table has "
                               "rows",
                               schema::print(add->table), column.name),
                   "add it nullable or with a default, fill it in batches, then set NOT NULL",
                   setting.rows(add->table) ? Risk::kHigh : Risk::kMedium};
  }
  const auto* alter = std::get_if<AlterColumn>(&any);
  if (alter == nullptr || !alter->from.nullable || alter->to.nullable) return {};
  if (!setting.may_have_rows(alter->table)) return {};
  return Finding{fmt::format("'{}.{}' becomes NOT NULL: fails where a row has no value",
                             schema::print(alter->table), alter->to.name),
                 "fill the missing values in batches first; on PostgreSQL prove it with a "
                 "validated CHECK, so that SET NOT NULL reads no row (dbx plan --online)",
                 Risk::kMedium};
}

Found unique_on_rows(const Setting& setting, std::size_t change) {
  const Change& any = setting.plan().changes[change];
  if (added<PrimaryKey>(setting, change) != nullptr) {
    return repeats(table_of(setting, change), "the primary key, or lack it");
  }
  if (added<UniqueKey>(setting, change) != nullptr) {
    return repeats(table_of(setting, change), "the key");
  }
  const auto* index = std::get_if<AddIndex>(&any);
  if (index == nullptr || !index->index.unique || !setting.may_have_rows(index->table)) return {};
  return repeats(table_of(setting, change),
                 fmt::format("the key of index '{}'", index->index.name));
}

Found check_on_rows(const Setting& setting, std::size_t change) {
  const auto* check = added<schema::Check>(setting, change);
  if (check == nullptr || check->not_valid) return {};
  return Finding{fmt::format("fails where rows of '{}' do not meet {}", table_of(setting, change),
                             check->expression.text),
                 "count the rows that do not meet it, settle them, then add it", Risk::kMedium};
}

Found exclusion_on_rows(const Setting& setting, std::size_t change) {
  if (added<schema::Exclusion>(setting, change) == nullptr) return {};
  return Finding{fmt::format("fails where rows of '{}' conflict; reads every row and builds an "
                             "index while nobody reads or writes",
                             table_of(setting, change)),
                 "join the table with itself by the operators to find conflicts first; there is no "
                 "way to add it online",
                 setting.wait_risk(altered_table(setting.plan().changes[change])) == Risk::kLow
                     ? Risk::kMedium
                     : setting.wait_risk(altered_table(setting.plan().changes[change])),
                 std::string(kAccessExclusive)};
}

Found foreign_key_on_rows(const Setting& setting, std::size_t change) {
  if (const auto* validate = std::get_if<ValidateConstraint>(&setting.plan().changes[change])) {
    if (!setting.may_have_rows(validate->table)) return {};
    return Finding{fmt::format("fails where older rows of '{}' break '{}'",
                               schema::print(validate->table), validate->name),
                   "look for the rows that break it first", Risk::kMedium};
  }
  const auto* key = added<schema::ForeignKey>(setting, change);
  if (key == nullptr || key->not_valid || key->enforcement == spec::Enforcement::kVerified) {
    return {};
  }
  return Finding{fmt::format("fails where rows of '{}' reference no row of '{}'",
                             table_of(setting, change), schema::print(key->target())),
                 "look for orphans (LEFT JOIN ... WHERE parent IS NULL), settle them, then add it",
                 Risk::kMedium};
}

}  // namespace dbx::plan::hazards
