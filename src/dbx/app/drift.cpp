// Two schemas and the plan from the one to the other, read as history.
#include "dbx/app/drift.h"

#include <fmt/format.h>

#include <map>

#include "dbx/app/recorded.h"
#include "dbx/app/session.h"
#include "dbx/app/source.h"
#include "dbx/base/secret.h"
#include "dbx/base/text.h"

namespace dbx::app {
namespace {

Result<schema::Schema> wanted_schema(const Session& session, const DriftRequest& request,
                                     const std::string& url, DriftReport& report) {
  if (!request.target.empty()) {
    DBX_TRY(Source source, load_source(*session.dialect, request.target, url));
    report.against = redact(request.target);
    return std::move(source.schema);
  }
  DBX_TRY(const auto ledger, migrate::read_ledger(*session.connection));
  DBX_TRY(auto left, schema_left(*session.dialect, ledger));
  if (!left) {
    return fail(Code::kUsage, "dbx has applied nothing here, so there is nothing to compare with",
                "name a spec with --target");
  }
  report.against = fmt::format("{}, applied on {}", ledger.back().id, ledger.back().finished_at);
  return std::move(*left);
}

// dim_company of dim_company.region; the whole where it has no dot.
std::string first_part(const std::string& object) { return object.substr(0, object.find('.')); }

}  // namespace

Result<DriftReport> drift(const DriftRequest& request) {
  const std::string url = database_url(request.database);
  DBX_TRY(const Session session, open(url, dialect::Access::kReadOnly, false));
  DriftReport report;
  report.database = redact(url);
  DBX_TRY(const schema::Schema live, session.dialect->inspect(*session.connection, report.notes));
  DBX_TRY(const schema::Schema wanted, wanted_schema(session, request, url, report));
  report.wanted = schema::fingerprint(wanted);
  report.found = schema::fingerprint(live);
  DBX_TRY(const plan::Plan plan, plan::make(wanted, live, session.dialect->plan_options()));
  for (const plan::Change& change : plan.changes) {
    const plan::Described described = plan::describe(change);
    report.changes.push_back({std::string(described.kind), described.object,
                              std::string(plan::name(described.risk)), described.reason});
    const schema::Name table = plan::altered_table(change);
    const std::string name =
        table.name.empty() ? first_part(described.object) : schema::print(table);
    if (report.tables.empty() || report.tables.back() != name) report.tables.push_back(name);
  }
  return report;
}

std::string to_mermaid(const DriftReport& report) {
  std::map<std::string, std::vector<std::string>> by_table;
  std::map<std::string, std::string> state;
  for (const PlannedChange& change : report.changes) {
    const std::string table = first_part(change.object);
    std::string words = change.kind;
    if (change.object.size() > table.size()) words += " " + change.object.substr(table.size() + 1);
    by_table[table].push_back(words);
    const bool whole = change.object == table;
    if (whole && change.kind == "add-table") state[table] = "added";
    if (whole && change.kind == "drop-table") state[table] = "dropped";
  }
  std::string text = "flowchart LR\n";
  int number = 0;
  for (const auto& [table, changes] : by_table) {
    const auto known = state.find(table);
    const std::string lines = text::replace_all(text::join(changes, "<br/>"), "\"", "#quot;");
    text += fmt::format("  t{}[\"<b>{}</b><br/>{}\"]:::{}\n", ++number,
                        text::replace_all(table, "\"", "#quot;"), lines,
                        known == state.end() ? "changed" : known->second);
  }
  return text +
         "  classDef added fill:#d7f5dd,stroke:#2e8540\n"
         "  classDef dropped fill:#fbdcdc,stroke:#b50909\n"
         "  classDef changed fill:#fff3cd,stroke:#8a6d00\n";
}

}  // namespace dbx::app
