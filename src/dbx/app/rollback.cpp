// The story: which migration, by which plan, what would be lost, then an apply like any other.
#include "dbx/app/rollback.h"

#include <fmt/format.h>

#include "dbx/app/recorded.h"
#include "dbx/app/sample_rows.h"
#include "dbx/app/steps.h"
#include "dbx/base/text.h"

namespace dbx::app {
namespace {

using schema::Schema;

// What is to be undone, and how.
struct WayBack {
  migrate::Migration migration;
  migrate::ApplyOptions options;
  Schema start;
  std::optional<Schema> end;  // empty: not recorded
};

tl::unexpected<Diagnostics> nothing(std::string why, std::string hint) {
  return fail(Code::kNothingToRollBack, std::move(why), std::move(hint));
}

// The last migration that is in force: an undone one and the one that undid it cancel out.
const migrate::LedgerRow* last_in_force(const std::vector<migrate::LedgerRow>& ledger) {
  std::size_t undone = 0;
  for (auto row = ledger.rbegin(); row != ledger.rend(); ++row) {
    if (row->status == migrate::kStatusPartial) {
      return &*row;
    } else if (row->status == migrate::kStatusUndone) {
      undone -= undone > 0 ? 1 : 0;
    } else if (row->id.ends_with(".down")) {
      ++undone;
    } else if (undone > 0) {
      --undone;
    } else {
      return &*row;
    }
  }
  return nullptr;
}

// Was the migration asked for undone before? Errors: it cannot be undone now.
Result<bool> is_undone(const std::vector<migrate::LedgerRow>& ledger,
                       const migrate::LedgerRow* last, const std::string& id) {
  const bool is_last =
      last != nullptr && (id.empty() || last->id == id || last->id == id + ".down");
  if (is_last) return false;
  if (last == nullptr && id.empty()) {
    return nothing("no migration is in force here", "`dbx status` shows what was applied");
  }
  // In force, but not the last one? The newest row that speaks of it tells.
  for (auto row = ledger.rbegin(); row != ledger.rend(); ++row) {
    const bool went_back = row->id == id + ".down" && row->status == migrate::kStatusApplied;
    if (went_back || (row->id == id && row->status == migrate::kStatusUndone)) return true;
    if (row->id != id) continue;
    if (last == nullptr) {
      return nothing(fmt::format("'{}' is not a migration that can be undone: it undid one", id),
                     "apply that one again");
    }
    return nothing(fmt::format("'{}' is not the last migration in force: '{}' is", id, last->id),
                   "undo that one first");
  }
  return nothing(fmt::format("no migration '{}' was applied here", id),
                 "`dbx status` shows what was applied");
}

// A way back that was itself cut off: it is gone on with.
Result<WayBack> go_on_back(const std::vector<migrate::LedgerRow>& ledger,
                           const migrate::LedgerRow& down, Schema live) {
  for (auto row = ledger.rbegin(); row != ledger.rend(); ++row) {
    if (row->id + ".down" != down.id || row->down.empty()) continue;
    WayBack way;
    DBX_TRY(way.migration, migrate::read(row->down, down.id + ".sql in the ledger"));
    way.start = std::move(live);
    return way;
  }
  return nothing(
      fmt::format("'{}' is half applied, and the ledger does not have its file", down.id),
      "apply that file again to go on");
}

// A plan made now, from the half that is there to the schema that was there before.
Result<WayBack> undo_partial(const Session& session, const migrate::LedgerRow& row, Schema live) {
  WayBack way;
  DBX_TRY(Schema before, recorded_schema(*session.dialect, row.schema_before));
  DBX_TRY(const plan::Plan plan, plan::make(live, before, session.dialect->plan_options()));
  DBX_TRY(auto statements, session.dialect->write(plan));
  way.migration.id = row.id + ".down";
  way.migration.engine = std::string(session.dialect->name());
  way.migration.from = schema::fingerprint(live);
  way.migration.to = schema::fingerprint(before);
  way.migration.steps = to_steps(std::move(statements));
  way.options.undoes_partial = true;
  way.start = std::move(live);
  way.end = std::move(before);
  if (way.migration.to != row.from_schema) {
    return nothing(fmt::format("'{}' is half applied ({} steps), and the schema before it was not "
                               "recorded whole",
                               row.id, row.steps_done),
                   "apply it again to go on");
  }
  return way;
}

Result<WayBack> undo_whole(const Session& session, const std::vector<migrate::LedgerRow>& ledger,
                           const migrate::LedgerRow& row, Schema live) {
  WayBack way;
  if (row.down.empty()) {
    return nothing(fmt::format("the ledger has no way back from '{}': M.down.sql did not stand "
                               "beside M.sql when it was applied",
                               row.id),
                   "apply the down migration yourself, or plan to the spec you want");
  }
  DBX_TRY(way.migration, migrate::read(row.down, row.id + ".down.sql in the ledger"));
  std::string before = row.schema_before;
  if (before.empty() && &row != &ledger.front()) before = (&row - 1)->schema_after;
  if (!before.empty()) {
    DBX_TRY(way.end, recorded_schema(*session.dialect, before));
  }
  way.start = std::move(live);
  return way;
}

Result<std::int64_t> count(const Session& session, const std::string& sql) {
  DBX_TRY(const auto found, session.connection->query(sql));
  return text::to_int64(database::to_text(found.rows.at(0).at(0))).value_or(0);
}

// Every row of a table that goes, every value of a column that goes or gets a narrower type; and
// what went and cannot bring its values back.
Status weigh(const Session& session, const WayBack& way, RollbackReport& report) {
  if (!way.end) return {};
  DBX_TRY(const plan::Plan plan, plan::make(way.start, *way.end, session.dialect->plan_options()));
  for (const plan::Change& change : plan.changes) {
    const plan::Described described = plan::describe(change);
    const bool comes_back = std::holds_alternative<plan::AddTable>(change) ||
                            std::holds_alternative<plan::AddColumn>(change);
    if (comes_back) report.emptied.push_back(described.object);
    // Steps that lose nothing (a rename) may look like a loss to a plan made without their names.
    if (!described.breaking || !migrate::loses_data(way.migration)) continue;
    Loss loss{std::string(described.kind), described.object, 0, 0};
    schema::Name table = plan::altered_table(change);
    std::string column;
    if (const auto* drop = std::get_if<plan::DropTable>(&change)) {
      table = schema::name_of(drop->table);
    }
    if (const auto* drop = std::get_if<plan::DropColumn>(&change)) column = drop->column.name;
    if (const auto* alter = std::get_if<plan::AlterColumn>(&change)) column = alter->from.name;
    if (schema::find_table(way.start, table) == nullptr) {
      report.uncounted = true;
      continue;
    }
    const std::string name = quoted(*session.dialect, table);
    DBX_TRY(loss.rows, count(session, "SELECT count(*) FROM " + name));
    loss.values = loss.rows;
    if (!column.empty()) {
      DBX_TRY(loss.values, count(session, fmt::format("SELECT count({}) FROM {}",
                                                      session.dialect->quote(column), name)));
    }
    if (loss.values > 0) report.losses.push_back(std::move(loss));
  }
  return {};
}

Status refuse_losses(const std::vector<Loss>& losses) {
  if (losses.empty()) return {};
  std::vector<std::string> words;
  for (const Loss& loss : losses) {
    const bool whole = loss.kind == "drop-table";
    words.push_back(
        fmt::format("{} of {}", text::plural(loss.values, whole ? "row" : "value"), loss.object));
  }
  return fail(Code::kRollbackLosesData, "going back would lose " + text::join(words, ", "),
              "say --allow-breaking where they may go; --create-backup keeps a copy");
}

// What became of a step outside a transaction that was cut off: nothing unusable may stay. Under
// the lock: else it may be another process's that still runs.
Status clear_intent(const Session& session, const std::string& id,
                    const migrate::LockOptions& options) {
  DBX_TRY(const migrate::MigrationLock lock,
          migrate::MigrationLock::take(*session.connection, options));
  DBX_TRY(const auto ledger, migrate::read_ledger(*session.connection));
  const migrate::LedgerRow& row = ledger.back();
  if (row.id != id || row.status != migrate::kStatusPartial || row.intent.empty()) return {};
  DBX_TRY(const database::Effect effect, session.connection->effect_of(row.intent));
  if (effect != database::Effect::kBroken) return {};
  return session.connection->clear_broken(row.intent);
}

}  // namespace

Result<RollbackReport> rollback(const RollbackRequest& request) {
  const std::string url = database_url(request.database);
  DBX_TRY(Session session, open_to_migrate(url, request.manner.lock));
  DBX_TRY(const std::vector<migrate::LedgerRow> ledger, migrate::read_ledger(*session.connection));
  DBX_CHECK_OK(migrate::verify_chain(ledger));
  const migrate::LedgerRow* row = last_in_force(ledger);
  RollbackReport report;
  report.undone = request.migration;
  DBX_TRY(report.already, is_undone(ledger, row, request.migration));
  if (report.already) return report;
  report.undone = row->id;
  report.was_partial = row->status == migrate::kStatusPartial;
  report.steps_undone = row->steps_done;
  if (report.was_partial && !request.dry_run) {
    DBX_CHECK_OK(clear_intent(session, row->id, request.manner.lock));
  }
  Diagnostics ignored;
  DBX_TRY(Schema live, session.dialect->inspect(*session.connection, ignored));
  const bool goes_on = report.was_partial && row->id.ends_with(".down");
  auto found = goes_on              ? go_on_back(ledger, *row, std::move(live))
               : report.was_partial ? undo_partial(session, *row, std::move(live))
                                    : undo_whole(session, ledger, *row, std::move(live));
  if (!found) return fail(std::move(found).error());
  WayBack way = std::move(*found);
  for (const migrate::Step& step : way.migration.steps) {
    report.steps.push_back(step.kind + " " + step.object);
  }
  DBX_CHECK_OK(weigh(session, way, report));
  if (request.dry_run) return report;
  ApplyManner manner = request.manner;
  if (!manner.allow_breaking) DBX_CHECK_OK(refuse_losses(report.losses));
  // Where nothing would go, dropping what is empty needs no word; where it is not known, it does.
  manner.allow_breaking = manner.allow_breaking || (way.end && !report.uncounted);
  way.options.phase = "rollback";
  if (!request.manner.allow_breaking) {
    // Rows may have come since they were counted, while the lock was waited for.
    way.options.last_look = [&session, &way]() -> Status {
      RollbackReport again;
      DBX_CHECK_OK(weigh(session, way, again));
      return refuse_losses(again.losses);
    };
  }
  DBX_TRY(report.applied, run_migration(session, url, way.migration, manner, way.options));
  return report;
}

}  // namespace dbx::app
