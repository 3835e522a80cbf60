// The table of scenarios. To add one: a line here; its specs stand in specs/.
#include "crash/scenarios.h"

namespace dbx::crash {
namespace {

using Line = std::vector<std::string>;

const std::vector<std::string> kAll = {"duckdb", "postgres", "sqlite"};

Line plan(const std::string& spec, const std::string& id) {
  return {"plan",       "--target",   spec + ".yml", "--out", id + ".sql", "--allow-breaking",
          "--no-prove", "--database", "{}"};
}
Line apply(const std::string& id) {
  return {"apply", id + ".sql", "--allow-breaking", "--database", "{}"};
}
const Line kSeed = {"seed",
                    "--rows",
                    "dim_company=40",
                    "--rows",
                    "dim_date=60",
                    "--rows",
                    "fact_loan_payments=300",
                    "--threads",
                    "1",
                    "--batch-size",
                    "150",
                    "--database",
                    "{}"};

Line with(Line line, const std::vector<std::string>& more) {
  line.insert(line.end(), more.begin(), more.end());
  return line;
}

std::vector<Line> then(std::vector<Line> lines, const std::vector<Line>& more) {
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

// A ledger as dbx 0.1 left it before its layout got version 2: columns and tables of today gone,
// hashes over the fields of then.
std::vector<std::string> to_version_1() {
  std::vector<std::string> sql = {
      "DROP TABLE db_assistant_seed_chunks", "DROP TABLE db_assistant_seeds",
      "DROP TABLE db_assistant_approvals", "DELETE FROM db_assistant_migrations"};
  for (const char* column : {"format", "intent", "down", "schema_before", "schema_after"}) {
    sql.push_back(std::string("ALTER TABLE db_assistant_migrations DROP COLUMN ") + column);
  }
  for (const char* column : {"finished_at", "tokens", "cost"}) {
    sql.push_back(std::string("ALTER TABLE db_assistant_runs DROP COLUMN ") + column);
  }
  sql.emplace_back("ALTER TABLE db_assistant_meta DROP COLUMN database_id");
  sql.emplace_back("UPDATE db_assistant_meta SET ledger_version = 1");
  return sql;
}

std::vector<Scenario> make() {
  const std::vector<Line> base = {plan("base", "0001_base"), apply("0001_base"), kSeed};
  const std::vector<Line> next = then(base, {plan("next", "0002_next")});
  const std::vector<Line> less = then(base, {plan("less", "0002_less")});
  const std::vector<Line> online = then(base, {with(plan("online", "0002_online"), {"--online"})});
  return {
      {"create", kAll, {plan("base", "0001_base")}, {}, apply("0001_base")},
      {"alter", kAll, next, {}, apply("0002_next")},
      {"drop_with_backup", kAll, less, {}, with(apply("0002_less"), {"--create-backup"})},
      {"approved",
       kAll,
       next,
       {},
       with(apply("0002_next"), {"--require-approval"}),
       {{"approve", "0002_next.sql", "--database", "{}"}}},
      {"rollback",
       kAll,
       then(next, {apply("0002_next")}),
       {},
       {"rollback", "0002_next", "--allow-breaking", "--database", "{}"}},
      {"rollback_of_drop",
       kAll,
       then(less, {apply("0002_less")}),
       {},
       {"rollback", "0002_less", "--allow-breaking", "--database", "{}"}},
      {"old_ledger", kAll, next, to_version_1(), apply("0002_next")},
      {"seed", kAll, {plan("base", "0001_base"), apply("0001_base")}, {}, kSeed},
      {"online", {"postgres"}, online, {}, apply("0002_online")},
  };
}

}  // namespace

const std::vector<Scenario>& scenarios() {
  static const std::vector<Scenario> kScenarios = make();
  return kScenarios;
}

}  // namespace dbx::crash
