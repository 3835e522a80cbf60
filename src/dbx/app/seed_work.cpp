// The ledger says what was loaded, the tables what is there; the plan says what there should be.
#include "dbx/app/seed_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dbx/base/clock.h"
#include "dbx/base/text.h"
#include "dbx/migrate/seed_ledger.h"

namespace dbx::app {
namespace {

constexpr std::int64_t kRowsToVerify = 1'000'000;  // made again to see that they are the same
constexpr double kPollSeconds = 0.5;

std::string written_name(const Session& session, const schema::Schema& live,
                         const std::string& name) {
  const schema::Table* table = schema::find_table(live, name);
  const std::string quoted = session.dialect->quote(name);
  if (table == nullptr || table->schema.empty()) return quoted;
  return session.dialect->quote(table->schema) + "." + quoted;
}

// Every planned column must be in the database: nothing is loaded into half a table.
Status check_tables(const seed::SeedPlan& plan, const schema::Schema& live) {
  for (const seed::TablePlan& planned : plan.tables()) {
    const schema::Table* table = schema::find_table(live, planned.name);
    const auto missing =
        std::find_if(planned.columns.begin(), planned.columns.end(), [&](const auto& column) {
          return table == nullptr || schema::find_column(*table, column.name) == nullptr;
        });
    if (missing == planned.columns.end()) continue;
    return fail(Code::kSpecDatabaseMismatch,
                table == nullptr
                    ? fmt::format("the database has no table '{}'", planned.name)
                    : fmt::format("table '{}' has no column '{}'", planned.name, missing->name),
                "plan and apply the spec first: `dbx plan --target SPEC --out M.sql`");
  }
  return {};
}

// The last table in loading order that holds rows; empty where none does.
Result<std::string> filled_table(const Session& session, const seed::SeedPlan& plan,
                                 const schema::Schema& live) {
  for (auto planned = plan.tables().rbegin(); planned != plan.tables().rend(); ++planned) {
    DBX_TRY(const auto found,
            session.connection->query(fmt::format("SELECT 1 FROM {} LIMIT 1",
                                                  written_name(session, live, planned->name))));
    if (!found.rows.empty()) return planned->name;
  }
  return std::string();
}

// What the ledger knows of the plan's tables.
struct Recorded {
  std::vector<migrate::SeedChunk> chunks;
  bool same = true;  // all of this plan's key
  bool open = false;
  bool done = false;
};

Result<Recorded> read_recorded(const Session& session, const seed::SeedPlan& plan) {
  Recorded recorded;
  DBX_TRY(std::vector<migrate::SeedChunk> chunks, migrate::read_chunks(*session.connection));
  for (migrate::SeedChunk& chunk : chunks) {
    if (plan.find(chunk.table) == nullptr) continue;
    if (chunk.seed_key != plan.key()) recorded.same = false;
    recorded.chunks.push_back(std::move(chunk));
  }
  DBX_TRY(const auto seeds, migrate::read_seeds(*session.connection));
  for (const migrate::SeedRecord& seed : seeds) {
    if (seed.key != plan.key()) continue;
    recorded.open = recorded.open || seed.status == "open";
    recorded.done = recorded.done || seed.status == "done";
  }
  return recorded;
}

Status refuse_changed(bool open) {
  return fail(Code::kSeedSpecChanged,
              fmt::format("the rows {} were made from another spec, profile, seed, number of rows "
                          "of a referenced table, or by another version of dbx",
                          open ? "of the seed that was cut off" : "that are there"),
              "give the same ones, or say --replace to begin again; nothing was changed");
}

// Rows that somebody added or deleted since would be taken for ours.
Status check_counts(const Session& session, const schema::Schema& live,
                    const std::vector<migrate::SeedChunk>& chunks, const seed::SeedPlan& plan) {
  std::map<std::string, std::int64_t> rows;
  for (const seed::TablePlan& table : plan.tables()) rows[table.name] = 0;
  for (const migrate::SeedChunk& chunk : chunks) rows[chunk.table] += chunk.row_count;
  for (const auto& [table, recorded] : rows) {
    DBX_TRY(const auto found, session.connection->query(fmt::format(
                                  "SELECT count(*) FROM {}", written_name(session, live, table))));
    const std::string there = database::to_text(found.rows.at(0).at(0));
    if (there == std::to_string(recorded)) continue;
    return fail(Code::kRowsUnrecorded,
                fmt::format("'{}' holds {} rows, of which seeds recorded {}", table, there,
                            text::group_digits(recorded)),
                "dbx adds only to rows that it made; --replace deletes them first");
  }
  return {};
}

// The last chunk of each table, made again: what was loaded is what this plan makes.
Status check_rows(const std::vector<migrate::SeedChunk>& chunks, const seed::SeedPlan& plan) {
  std::map<std::string, const migrate::SeedChunk*> last;
  for (const migrate::SeedChunk& chunk : chunks) last[chunk.table] = &chunk;
  for (const auto& [name, chunk] : last) {
    const seed::TablePlan& table = *plan.find(name);
    if (chunk->row_count > kRowsToVerify) continue;
    const bool beyond = chunk->first_row + chunk->row_count > table.rows;
    if (!beyond && seed::content_hash(*table.source, {chunk->first_row, chunk->row_count}).text() ==
                       chunk->content_hash) {
      continue;
    }
    return fail(Code::kSeedSpecChanged,
                beyond ? fmt::format("'{}' holds {} rows already, more than the {} asked for", name,
                                     text::group_digits(chunk->first_row + chunk->row_count),
                                     text::group_digits(table.rows))
                       : fmt::format("more rows would change those that '{}' holds already", name),
                "say --replace to begin again; nothing was changed");
  }
  return {};
}

Status check_shard(const SeedRequest& request) {
  const seed::Shard& shard = request.shard;
  if (shard.count < 1 || shard.number < 1 || shard.number > shard.count) {
    return fail(Code::kBadShard, fmt::format("there is no shard {}/{}", shard.number, shard.count),
                "write --shard K/N with K from 1 to N");
  }
  if (shard.count > 1 && request.on_rows == OnRows::kReplace) {
    return fail(Code::kBadShard, "a shard cannot replace: it would delete the rows of the others",
                "empty the tables first, then run every shard");
  }
  return {};
}

Status may_go_on(const SeedRequest& request, const Recorded& recorded, const std::string& filled) {
  if (!recorded.same && request.on_rows != OnRows::kRefuse) return refuse_changed(recorded.open);
  if (recorded.same && recorded.open) return {};
  if (request.on_rows == OnRows::kResume) {
    return fail(Code::kNothingToResume, "the seed that is recorded here is complete",
                "--append adds rows to it, --replace begins again");
  }
  if (request.on_rows == OnRows::kAppend) return {};
  return fail(Code::kTableNotEmpty, fmt::format("'{}' already holds rows", filled),
              "say --replace to delete the rows of every table first, or --append to add to what "
              "a seed made");
}

}  // namespace

Result<SeedWork> find_work(const Session& session, const SeedRequest& request,
                           const seed::SeedPlan& plan, const spec::Spec& spec,
                           const schema::Schema& live) {
  DBX_CHECK_OK(check_shard(request));
  DBX_CHECK_OK(check_tables(plan, live));
  SeedWork work;
  const seed::Pieces all = seed::pieces_of(plan, spec, request.shard);
  if (request.on_rows == OnRows::kReplace) {
    work.clear = true;
    work.pieces = all;
    return work;
  }
  // First the rows, then the ledger: rows of another shard come with their chunks.
  DBX_TRY(const std::string filled, filled_table(session, plan, live));
  DBX_TRY(const Recorded recorded, read_recorded(session, plan));
  if (recorded.chunks.empty()) {
    if (!filled.empty()) {
      const bool add = request.on_rows == OnRows::kAppend;
      return fail(add ? Code::kRowsUnrecorded : Code::kTableNotEmpty,
                  fmt::format("'{}' already holds rows{}", filled,
                              add ? " that no seed recorded: what to add to them is unknown" : ""),
                  "say --replace to delete the rows of every table first");
    }
    if (request.on_rows == OnRows::kResume) {
      return fail(Code::kNothingToResume, "no seed was begun here", "run it without --resume");
    }
    work.pieces = all;
    return work;
  }
  DBX_CHECK_OK(may_go_on(request, recorded, filled.empty() ? recorded.chunks[0].table : filled));
  if (request.shard.count == 1) {
    DBX_CHECK_OK(check_counts(session, live, recorded.chunks, plan));
  }
  DBX_CHECK_OK(check_rows(recorded.chunks, plan));
  for (const migrate::SeedChunk& chunk : recorded.chunks) {
    work.loaded[chunk.table].push_back({chunk.first_row, chunk.row_count});
    work.hashes[chunk.table] +=
        seed::ContentHash::parse(chunk.content_hash).value_or(seed::ContentHash{});
  }
  work.pieces = seed::without(plan, all, work.loaded);
  work.complete = work.pieces.empty() && recorded.done && !recorded.open;
  return work;
}

Result<bool> is_complete(const Session& session, const seed::SeedPlan& plan,
                         const spec::Spec& spec) {
  DBX_TRY(const Recorded recorded, read_recorded(session, plan));
  seed::Loaded loaded;
  for (const migrate::SeedChunk& chunk : recorded.chunks) {
    loaded[chunk.table].push_back({chunk.first_row, chunk.row_count});
  }
  return seed::without(plan, seed::pieces_of(plan, spec, {}), loaded).empty();
}

Status wait_for_parents(const Session& session, const SeedRequest& request,
                        const seed::SeedPlan& plan, const spec::Spec& spec,
                        const CancelFlag& cancel) {
  if (request.shard.number <= 1) return {};
  const Stopwatch watch;
  const std::set<std::string> referenced = spec::referenced_tables(spec);
  while (true) {
    DBX_TRY(const Recorded recorded, read_recorded(session, plan));
    std::map<std::string, std::int64_t> rows;
    for (const migrate::SeedChunk& chunk : recorded.chunks) rows[chunk.table] += chunk.row_count;
    const auto missing =
        std::find_if(plan.tables().begin(), plan.tables().end(), [&](const seed::TablePlan& table) {
          return referenced.contains(table.name) && rows[table.name] < table.rows;
        });
    if (missing == plan.tables().end()) return {};
    if (cancel.cancelled()) return fail(Code::kInterrupted, "interrupted while waiting");
    if (watch.seconds() >= request.lock.wait_seconds) {
      return fail(
          Code::kShardNotReady,
          fmt::format("shard 1 has not loaded '{}' yet, which the rows of shard {} refer to",
                      missing->name, request.shard.number),
          "start shard 1 first, or wait longer: --lock-wait SECONDS");
    }
    migrate::pause_about(kPollSeconds);
  }
}

}  // namespace dbx::app
