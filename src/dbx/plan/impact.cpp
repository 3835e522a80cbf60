// Puts what is known of each change in one place.
#include "dbx/plan/impact.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/plan/difference.h"
#include "dbx/plan/hazards/setting.h"

namespace dbx::plan {
namespace {

using hazards::Setting;

// Who leans on each table: views (by way of other views too), foreign keys of other tables,
// triggers and policies.
class Dependants {
 public:
  explicit Dependants(const Plan& plan) {
    for (const schema::View& view : plan.renamed.views) {
      for (const Name& read : view.reads) readers_[read].insert(schema::name_of(view));
    }
    for (const schema::Table& table : plan.renamed.tables) {
      for (const schema::ForeignKey& key : table.foreign_keys) {
        const bool verified = key.enforcement == spec::Enforcement::kVerified;
        if (verified || key.target() == schema::name_of(table)) continue;
        names_[key.target()].insert(fmt::format("foreign key {}.{}",
                                                schema::print(schema::name_of(table)),
                                                key.name.empty() ? key.columns.front() : key.name));
      }
    }
    for (const schema::Object& object : plan.renamed.objects) {
      if (!object.table) continue;
      const bool trigger = object.kind == spec::ObjectKind::kTrigger;
      names_[*object.table].insert(fmt::format("{} {}.{}", trigger ? "trigger" : "rule or policy",
                                               schema::print(*object.table), object.identity));
    }
  }

  std::vector<std::string> of(const Name& relation) const {
    std::set<std::string> found;
    const auto names = names_.find(relation);
    if (names != names_.end()) found = names->second;
    std::set<Name> views;
    add_views(relation, views);
    for (const Name& view : views) found.insert("view " + schema::print(view));
    return {found.begin(), found.end()};
  }

 private:
  void add_views(const Name& relation, std::set<Name>& views) const {
    const auto readers = readers_.find(relation);
    if (readers == readers_.end()) return;
    for (const Name& view : readers->second) {
      if (views.insert(view).second) add_views(view, views);
    }
  }

  std::map<Name, std::set<Name>> readers_;
  std::map<Name, std::set<std::string>> names_;
};

Name relation_of(const Change& change) {
  if (const auto* drop = std::get_if<DropView>(&change)) return schema::name_of(drop->view);
  return hazards::table_of(change);
}

void take(Impact& impact, Hazard hazard) {
  const bool says_more = impact.reason.empty() || hazard.risk > impact.risk ||
                         (impact.hazards.empty() && hazard.risk == impact.risk);
  if (says_more) impact.reason = hazard.reason;
  impact.risk = std::max(impact.risk, hazard.risk);
  impact.lock = std::string(hazards::stronger_lock(impact.lock, hazard.lock));
  impact.rewrite = impact.rewrite || hazard.rewrite;
  impact.reversible = impact.reversible && hazard.reversible;
  if (!hazard.lost.empty()) {
    impact.lost += (impact.lost.empty() ? "" : ", ") + hazard.lost;
  }
  impact.hazards.push_back(std::move(hazard));
}

}  // namespace

std::vector<Impact> impacts(const Plan& plan, const Facts& facts) {
  const Setting setting(plan, facts);
  const Dependants dependants(plan);
  std::vector<Impact> all;
  for (const Change& change : plan.changes) {
    const Described described = describe(change);
    Impact& impact = all.emplace_back();
    impact.kind = std::string(described.kind);
    impact.object = described.object;
    impact.risk = described.risk;
    impact.reason = described.reason;
    impact.lock = std::string(hazards::lock_of(setting, change));
    const Name relation = relation_of(change);
    if (relation.name.empty()) continue;
    if (!std::holds_alternative<SetComment>(change)) impact.dependants = dependants.of(relation);
    impact.rows = setting.rows(relation);
  }
  for (Hazard& hazard : find_hazards(plan, facts)) {
    const std::size_t change = hazard.change;
    take(all[change], std::move(hazard));
  }
  return all;
}

std::set<Name> tables_to_count(const Plan& plan) {
  std::set<Name> tables;
  for (const Change& change : plan.changes) {
    Name name = hazards::table_of(change);
    for (const RenameTable& rename : plan.renamed_tables) {
      if (rename.to == name) name = rename.from;
    }
    if (!name.name.empty()) tables.insert(name);
    const auto* replace = std::get_if<ReplaceEnum>(&change);
    if (replace == nullptr) continue;
    for (const schema::Table& table : plan.current.tables) {
      for (const schema::Column& column : table.columns) {
        if (is_of_type(column.type, schema::name_of(replace->to))) {
          tables.insert(schema::name_of(table));
        }
      }
    }
  }
  std::set<Name> known;
  for (const schema::Table& table : plan.current.tables) {
    const Name name = schema::name_of(table);
    if (tables.contains(name)) known.insert(name);
  }
  return known;
}

}  // namespace dbx::plan
