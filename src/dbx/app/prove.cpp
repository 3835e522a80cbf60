// The proof as a story: make the start, fill it, go forward, look, go back, look.
#include "dbx/app/prove.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dbx/app/create.h"
#include "dbx/app/sample_rows.h"
#include "dbx/base/text.h"

namespace dbx::app {
namespace {

using schema::Name;
using schema::Schema;
using schema::Table;

constexpr int kRowsATable = 3;

// Kept columns of a table under both their names.
struct Kept {
  Name before;
  Name after;
  std::vector<std::string> columns_before;
  std::vector<std::string> columns_after;
};

std::string column_before(const plan::Plan& plan, const Name& table, const std::string& column) {
  for (const plan::ColumnRenames& renames : plan.renamed_columns) {
    for (const auto& [from, to] : renames.columns) {
      if (renames.table == table && to == column) return from;
    }
  }
  return column;
}

// Values are compared where neither type nor computation changes.
std::vector<Kept> kept_columns(const plan::Plan& plan) {
  std::map<Name, Name> names_before;
  for (const plan::RenameTable& rename : plan.renamed_tables) {
    names_before.emplace(rename.to, rename.from);
  }
  std::map<Name, const Table*> target;
  for (const Table& table : plan.target.tables) target.emplace(schema::name_of(table), &table);
  std::vector<Kept> kept;
  for (const Table& table : plan.renamed.tables) {
    const Name name = schema::name_of(table);
    const auto after = target.find(name);
    const bool is_partition = table.partition_of || !table.partition_by.empty();
    if (after == target.end() || is_partition) continue;
    Kept one;
    one.after = name;
    one.before = names_before.contains(name) ? names_before.at(name) : name;
    for (const schema::Column& column : table.columns) {
      const schema::Column* now = schema::find_column(*after->second, column.name);
      if (now == nullptr || now->type != column.type || !now->generated.empty() ||
          !column.generated.empty()) {
        continue;
      }
      one.columns_after.push_back(column.name);
      one.columns_before.push_back(column_before(plan, name, column.name));
    }
    if (!one.columns_after.empty()) kept.push_back(std::move(one));
  }
  return kept;
}

class Trial {
 public:
  Trial(const dialect::Dialect& dialect, database::Connection& connection, const plan::Plan& plan)
      : dialect_(dialect), connection_(connection), plan_(plan), kept_(kept_columns(plan)) {}

  Status make_start() {
    auto made = create_schema(dialect_, connection_, plan_.current);
    if (!made) return failed("making the start", made.error().front().message);
    creation_ = std::move(*made);
    return {};
  }

  // Rows that a table does not take (a check, a ring of keys) are left out.
  void fill(Proof& proof) {
    for (const plan::Change& change : creation_.changes) {
      const auto* add = std::get_if<plan::AddTable>(&change);
      if (add == nullptr || add->table.partition_of) continue;
      std::int64_t taken = 0;
      for (int row = 1; row <= kRowsATable; ++row) {
        for (const Filled filled : {Filled::kAll, Filled::kRequired}) {
          const std::string sql = sample_insert(dialect_, plan_.current, add->table, row, filled);
          if (sql.empty() || !connection_.execute(sql)) continue;
          ++taken;
          break;
        }
      }
      proof.rows += taken;
      proof.tables += taken > 0 ? 1 : 0;
    }
  }

  Result<std::vector<std::string>> rows(bool before) {
    std::vector<std::string> all;
    for (const Kept& table : kept_) {
      std::vector<std::string> columns;
      for (const std::string& name : before ? table.columns_before : table.columns_after) {
        columns.push_back(dialect_.quote(name));
      }
      DBX_TRY(const auto found, connection_.query(fmt::format(
                                    "SELECT {} FROM {}", text::join(columns, ", "),
                                    quoted(dialect_, before ? table.before : table.after))));
      std::vector<std::string> lines;
      for (const auto& row : found.rows) {
        std::string line = schema::print(table.after);
        for (const database::Value& value : row) line += "|" + database::to_text(value);
        lines.push_back(std::move(line));
      }
      std::sort(lines.begin(), lines.end());
      all.insert(all.end(), lines.begin(), lines.end());
    }
    return all;
  }

  Status run(const migrate::Migration& migration, std::string_view way) {
    for (std::size_t i = 0; i < migration.steps.size(); ++i) {
      const migrate::Step& step = migration.steps[i];
      Status done = connection_.execute(step.sql);
      if (done) continue;
      return failed(fmt::format("{}, step {} ({} {})", way, i + 1, step.kind, step.object),
                    done.error().front().message);
    }
    return {};
  }

  Status looks_like(const Schema& wanted, std::string_view way) {
    Diagnostics notes;
    DBX_TRY(const Schema found, dialect_.inspect(connection_, notes));
    if (schema::fingerprint(found) == schema::fingerprint(wanted)) return {};
    const auto rest = plan::make(found, wanted, dialect_.plan_options());
    std::string left;
    for (std::size_t i = 0; rest && i < std::min<std::size_t>(rest->changes.size(), 3); ++i) {
      const plan::Described change = plan::describe(rest->changes[i]);
      left += fmt::format("{}{} {}", i == 0 ? "" : ", ", change.kind, change.object);
    }
    return failed(way, "the schema is another one; left to do: " + left);
  }

  static tl::unexpected<Diagnostics> failed(std::string_view where, const std::string& why) {
    return fail(Code::kProofFailed, fmt::format("{}: {}", where, why),
                "tried on a sandbox; nothing was written or changed");
  }

 private:
  const dialect::Dialect& dialect_;
  database::Connection& connection_;
  const plan::Plan& plan_;
  std::vector<Kept> kept_;
  plan::Plan creation_;
};

Status compare_rows(const std::vector<std::string>& before, const std::vector<std::string>& after,
                    std::string_view way) {
  if (before == after) return {};
  for (const std::string& line : before) {
    if (std::find(after.begin(), after.end(), line) == after.end()) {
      return Trial::failed(way, fmt::format("the row '{}' is not the same afterwards", line));
    }
  }
  return Trial::failed(way, "there are rows that were not there before");
}

Result<Proof> try_out(const dialect::Dialect& dialect, const std::string& url,
                      const plan::Plan& plan, const migrate::Migration& forward,
                      const migrate::Migration& down, bool with_rows) {
  Proof proof;
  DBX_TRY(dialect::Sandbox sandbox, dialect.sandbox(url));
  Trial trial(dialect, sandbox.connection(), plan);
  DBX_CHECK_OK(trial.make_start());
  DBX_CHECK_OK(trial.looks_like(plan.current, "the start in the sandbox"));
  if (with_rows) trial.fill(proof);
  DBX_TRY(const auto before, trial.rows(true));
  DBX_CHECK_OK(trial.run(forward, "forward"));
  DBX_CHECK_OK(trial.looks_like(plan.target, "forward"));
  DBX_TRY(const auto after, trial.rows(false));
  DBX_CHECK_OK(compare_rows(before, after, "forward"));
  proof.forward = true;
  DBX_CHECK_OK(trial.run(down, "back"));
  DBX_CHECK_OK(trial.looks_like(plan.current, "back"));
  DBX_TRY(const auto again, trial.rows(true));
  DBX_CHECK_OK(compare_rows(before, again, "back"));
  proof.back = true;
  return proof;
}

}  // namespace

Result<Proof> prove(const dialect::Dialect& dialect, const std::string& url, const plan::Plan& plan,
                    const migrate::Migration& forward, const migrate::Migration& down) {
  auto with_rows = try_out(dialect, url, plan, forward, down, true);
  if (with_rows) return with_rows;
  // A new NOT NULL or a narrower type may fail on rows and be right all the same: say so.
  DBX_TRY(Proof empty, try_out(dialect, url, plan, forward, down, false));
  empty.rows_problem = with_rows.error().front().message;
  return empty;
}

}  // namespace dbx::app
