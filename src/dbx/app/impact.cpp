// A plan, the facts of the database it starts from, and what follows from both.
#include "dbx/app/impact.h"

#include <map>

#include "dbx/app/session.h"
#include "dbx/app/source.h"
#include "dbx/dialect/rebuild.h"

namespace dbx::app {
namespace {

constexpr std::string_view kRebuild = "rebuild-table";

Result<plan::Facts> facts_of(const Planned& planned, const PlanRequest& request) {
  plan::Facts facts;
  facts.engine = planned.forward.engine;
  facts.online = request.online;
  for (const migrate::Step& step : planned.forward.steps) {
    if (step.kind == kRebuild) facts.rebuilt.insert(step.object);
  }
  schema::Schema counted;
  const auto tables = plan::tables_to_count(planned.whole);
  for (const schema::Table& table : planned.whole.current.tables) {
    if (tables.contains(schema::name_of(table))) counted.tables.push_back(table);
  }
  const std::string url = live_url(request);
  if (url.empty() || counted.tables.empty()) return facts;
  DBX_TRY(const Session session, open(url, dialect::Access::kReadOnly, false));
  facts.server_version = session.dialect->server_version(*session.connection);
  DBX_TRY(facts.rows, session.dialect->row_counts(*session.connection, counted));
  return facts;
}

// Which statements of the migration a change became. A table that is made anew stands for all
// changes of it.
class Statements {
 public:
  explicit Statements(const migrate::Migration& migration) {
    for (std::size_t i = 0; i < migration.steps.size(); ++i) {
      const migrate::Step& step = migration.steps[i];
      numbers_[{step.kind, step.object}].push_back(i + 1);
    }
  }
  std::vector<std::size_t> of(const plan::Impact& impact, const plan::Change& change) const {
    auto found = numbers_.find({impact.kind, impact.object});
    if (found == numbers_.end()) {
      const std::string table = schema::print(dialect::changed_table(change));
      found = numbers_.find({std::string(kRebuild), table});
    }
    return found == numbers_.end() ? std::vector<std::size_t>{} : found->second;
  }

 private:
  std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> numbers_;
};

Json to_json(const plan::Hazard& hazard) {
  return {{"code", name(hazard.code)},
          {"risk", plan::name(hazard.risk)},
          {"reason", hazard.reason},
          {"safer", hazard.safer},
          {"lock", hazard.lock},
          {"rewrite", hazard.rewrite},
          {"reversible", hazard.reversible},
          {"lost", hazard.lost}};
}

Json to_json(const ImpactStep& step) {
  const plan::Impact& impact = step.impact;
  Json hazards = Json::array();
  for (const plan::Hazard& hazard : impact.hazards) hazards.push_back(to_json(hazard));
  Json json = {{"steps", step.statements},
               {"kind", impact.kind},
               {"object", impact.object},
               {"risk", plan::name(impact.risk)},
               {"reason", impact.reason},
               {"lock", impact.lock},
               {"rewrite", impact.rewrite},
               {"rows", nullptr},
               {"dependants", impact.dependants},
               {"reversible", impact.reversible},
               {"lost", impact.lost},
               {"hazards", hazards}};
  if (impact.rows) json["rows"] = *impact.rows;
  return json;
}

}  // namespace

std::string live_url(const PlanRequest& request) {
  if (request.current.empty()) return database_url(request.database);
  return is_url(request.current) ? request.current : "";
}

std::string_view ImpactReport::verdict() const {
  if (by_risk[2] > 0) return plan::name(plan::Risk::kHigh);
  if (by_risk[1] > 0) return plan::name(plan::Risk::kMedium);
  return steps.empty() ? "nothing" : plan::name(plan::Risk::kLow);
}

Result<ImpactReport> assess(const Planned& planned, const PlanRequest& request) {
  DBX_TRY(const plan::Facts facts, facts_of(planned, request));
  ImpactReport report;
  report.engine = planned.forward.engine;
  report.from = planned.forward.from;
  report.to = planned.forward.to;
  report.plan = migrate::plan_hash(planned.forward);
  report.online = request.online;
  const Statements statements(planned.forward);
  std::vector<plan::Impact> impacts = plan::impacts(planned.whole, facts);
  for (std::size_t i = 0; i < impacts.size(); ++i) {
    ++report.by_risk[static_cast<std::size_t>(impacts[i].risk)];
    auto numbers = statements.of(impacts[i], planned.whole.changes[i]);
    report.steps.push_back({std::move(impacts[i]), std::move(numbers)});
  }
  return report;
}

Result<ImpactReport> impact(PlanRequest request) {
  request.allow_breaking = true;
  DBX_TRY(Planned planned, plan(request));
  DBX_TRY(ImpactReport report, assess(planned, request));
  report.notes = std::move(planned.notes);
  return report;
}

Json to_json(const ImpactReport& report) {
  Json steps = Json::array();
  for (const ImpactStep& step : report.steps) steps.push_back(to_json(step));
  return {
      {"schema", "dbx.impact/1"},
      {"engine", report.engine},
      {"from", report.from},
      {"to", report.to},
      {"plan", report.plan},
      {"online", report.online},
      {"verdict", report.verdict()},
      {"risks",
       {{"low", report.by_risk[0]}, {"medium", report.by_risk[1]}, {"high", report.by_risk[2]}}},
      {"steps", steps}};
}

}  // namespace dbx::app
