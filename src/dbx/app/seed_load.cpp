// One transaction after the other: keys aside where it pays, rows, keys back, chunks recorded.
#include "dbx/app/seed_load.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/app/seed_truth.h"
#include "dbx/base/fault.h"
#include "dbx/migrate/seed_ledger.h"
#include "dbx/quality/quality.h"

namespace dbx::app {
namespace {

constexpr std::int64_t kRowsForKeysAside = 20'000;  // fewer are in before it pays

Status execute_all(const Session& session, const std::vector<dialect::Statement>& statements) {
  for (const dialect::Statement& statement : statements) {
    DBX_CHECK_OK(session.connection->execute(statement.sql));
  }
  return {};
}

Status clear_tables(const SeedTask& task, const seed::SeedPlan& plan) {
  std::vector<std::string> names;  // children first
  for (const seed::TablePlan& table : plan.tables()) names.insert(names.begin(), table.name);
  DBX_TRY(const auto statements, task.session.dialect->write_clear(task.live, names));
  DBX_CHECK_OK(execute_all(task.session, statements));
  DBX_CHECK_OK(forget_truth(*task.session.connection, names));
  return migrate::forget_chunks(*task.session.connection, names);
}

// Keys that were spoiled on purpose are not asked about.
void leave_out_orphans(schema::Schema& schema, const seed::Options& options) {
  for (schema::Table& table : schema.tables) {
    const auto dirt = options.dirt.find(table.name);
    if (dirt == options.dirt.end()) continue;
    std::erase_if(table.foreign_keys, [&](const schema::ForeignKey& key) {
      return std::any_of(dirt->second.begin(), dirt->second.end(), [&](const spec::Dirt& defect) {
        return defect.kind == spec::Defect::kOrphaned &&
               std::find(key.columns.begin(), key.columns.end(), defect.column) !=
                   key.columns.end();
      });
    });
  }
}

Status prove_keys(const SeedTask& task, const seed::Options& options) {
  const Session& session = task.session;
  DBX_TRY(dialect::Realised realised,
          session.dialect->realise(schema::lower(task.spec, session.dialect->name())));
  leave_out_orphans(realised.schema, options);
  DBX_TRY(quality::Verification verification,
          quality::verify(realised.schema, [&](const query::Select& select) {
            return session.connection->query(session.dialect->write(select));
          }));
  if (has_errors(verification.problems)) return fail(std::move(verification.problems));
  return {};
}

// Everything is in: proven, generated keys moved on, the seed said to be done.
Status complete(const SeedTask& task, const SeedReport& report) {
  const seed::SeedPlan& plan = report.plan;
  DBX_CHECK_OK(prove_keys(task, report.options));
  std::int64_t rows = 0;
  for (const seed::TablePlan& planned : plan.tables()) {
    rows += planned.rows;
    DBX_CHECK_OK(task.session.dialect->advance_identity(
        *task.session.connection, *schema::find_table(task.live, planned.name), planned.rows));
  }
  return migrate::write_seed(*task.session.connection, {plan.key(), "done", rows});
}

// Of the unit's pieces: the tables that it fills from the first row to the last, and so many.
std::vector<std::string> whole_tables(const seed::SeedPlan& plan, const seed::Pieces& unit) {
  std::vector<std::string> names;
  for (const seed::Piece& piece : unit) {
    const seed::TablePlan& table = plan.tables()[piece.table];
    if (piece.rows.count == table.rows && table.rows >= kRowsForKeysAside) {
      names.push_back(table.name);
    }
  }
  return names;
}

class Carrier {
 public:
  Carrier(const SeedTask& task, const SeedWork& work, const seed::LoadSettings& settings,
          SeedReport& report, const std::function<Status()>& at_end)
      : task_(task),
        work_(work),
        report_(report),
        at_end_(at_end),
        loader_(task.session.dialect->bulk(*task.session.connection)),
        loading_(report.plan, *loader_, settings, seed::rows_of(work.pieces)) {}

  Status run() {
    const std::int64_t rows_max = task_.request.rows_per_load > 0
                                      ? task_.request.rows_per_load
                                      : task_.session.dialect->rows_per_load();
    std::vector<seed::Pieces> units = seed::units_of(work_.pieces, rows_max);
    if (units.empty()) units.emplace_back();  // nothing to load: what is there is proven
    for (std::size_t u = 0; u < units.size(); ++u) {
      DBX_CHECK_OK(run_unit(units[u], u == 0, u + 1 == units.size()));
      if (u + 1 < units.size()) fault("seed.unit");
    }
    return task_.request.shard.count > 1 ? complete_shards() : Status();
  }

 private:
  Status run_unit(const seed::Pieces& unit, bool first, bool last) {
    const Session& session = task_.session;
    DBX_TRY(database::Transaction transaction, database::Transaction::begin(*session.connection));
    if (first && work_.clear) DBX_CHECK_OK(clear_tables(task_, report_.plan));
    DBX_TRY(const dialect::KeysAside keys,
            session.dialect->write_keys_aside(task_.live, whole_tables(report_.plan, unit)));
    DBX_CHECK_OK(execute_all(session, keys.drop));
    for (const seed::Piece& piece : unit) DBX_CHECK_OK(load(piece));
    DBX_CHECK_OK(execute_all(session, keys.restore));
    if (last) fault("seed.loaded");
    if (last && task_.request.shard.count == 1) {
      DBX_CHECK_OK(complete(task_, report_));
    } else {
      DBX_CHECK_OK(migrate::write_seed(*session.connection, {report_.plan.key(), "open", 0}));
    }
    if (last) DBX_CHECK_OK(at_end_());
    if (last) fault("seed.committing");
    DBX_CHECK_OK(transaction.commit());
    fault("commit.after");
    return {};
  }

  Status load(const seed::Piece& piece) {
    DBX_TRY(const seed::LoadedTable part, loading_.load(piece));
    DBX_CHECK_OK(migrate::append_chunk(
        *task_.session.connection,
        {part.name, piece.rows.begin, piece.rows.count, report_.plan.key(), part.hash.text()}));
    const seed::TablePlan& planned = report_.plan.tables()[piece.table];
    if (planned.dirty != nullptr) {
      DBX_TRY(const std::int64_t told,
              record_truth(*task_.session.connection, *loader_, *planned.dirty, piece.rows));
      report_.spoiled += told;
    }
    if (report_.loaded.empty() || report_.loaded.back().name != part.name) {
      report_.loaded.push_back(part);
      return {};
    }
    seed::LoadedTable& table = report_.loaded.back();
    table.rows += part.rows;
    table.seconds += part.seconds;
    table.hash += part.hash;
    return {};
  }

  // By whichever shard finds every row there.
  Status complete_shards() {
    DBX_TRY(database::Transaction transaction,
            database::Transaction::begin(*task_.session.connection));
    DBX_TRY(report_.complete, is_complete(task_.session, report_.plan, task_.spec));
    if (!report_.complete) return {};
    DBX_CHECK_OK(complete(task_, report_));
    return transaction.commit();
  }

  const SeedTask& task_;
  const SeedWork& work_;
  SeedReport& report_;
  const std::function<Status()>& at_end_;
  std::unique_ptr<database::BulkLoader> loader_;
  seed::Loading loading_;
};

}  // namespace

Status carry_out(const SeedTask& task, const SeedWork& work, const seed::LoadSettings& settings,
                 SeedReport& report, const std::function<Status()>& at_end) {
  return Carrier(task, work, settings, report, at_end).run();
}

}  // namespace dbx::app
