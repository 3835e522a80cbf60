// Each folder under pairs/<engine>/ is a pair of SQL files: two databases that nobody here
// designed. The one is migrated to the other, live, and back: it must look like the other, a second
// plan must be empty, and the rows of what both have must stay. expected.sql and expected.down.sql
// are the two plans as text.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "dbx/base/file.h"
#include "dbx/base/text.h"
#include "dbx/dialect/dialect.h"
#include "dbx/schema/schema.h"
#include "dbx/spec/parse.h"
#include "support/cases.h"
#include "support/postgres.h"

namespace dbx {
namespace {

using dialect::Dialect;
using schema::Schema;

std::string problems_text(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& problem : problems) text += problem.message + " (" + problem.hint + ")\n";
  return text;
}

std::string changes_text(const plan::Plan& plan) {
  std::string text;
  for (const plan::Change& change : plan.changes) {
    const plan::Described described = plan::describe(change);
    text += fmt::format("{} {}\n", described.kind, described.object);
  }
  return text;
}

class Pair : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const std::filesystem::path folder(GetParam());
    engine_ = folder.parent_path().filename().string();
    dialect_ = *dialect::find(engine_);
    url_ = engine_ + "::memory:";
    if (engine_ != "postgres") return;
    const auto url = test::postgres_url("pair");
    if (!url) GTEST_SKIP() << "no PostgreSQL server";
    url_ = *url;
  }

  std::string script(const std::string& name) {
    const auto text = read_file(GetParam() + "/" + name);
    EXPECT_TRUE(text.has_value());
    return text.value_or("");
  }

  Schema inspect(database::Connection& connection) {
    Diagnostics notes;
    auto found = dialect_->inspect(connection, notes);
    EXPECT_TRUE(found.has_value()) << problems_text(found.error());
    return found.value_or(Schema{});
  }

  // What the written-down spec makes of it again.
  Schema through_spec(const Schema& schema) {
    const std::string yaml = spec::print(schema::lift(schema, "pair"));
    const auto read = spec::parse(yaml, "pair.yml");
    EXPECT_TRUE(read.has_value()) << problems_text(read.error()) << yaml;
    if (!read) return {};
    const auto realised = dialect_->realise(schema::lower(*read, engine_));
    EXPECT_TRUE(realised.has_value()) << problems_text(realised.error());
    return realised ? realised->schema : Schema{};
  }

  // Is it of a composite type, or of a table's row type, that is not the same in both?
  static bool is_of_changed_type(const spec::Type& type, const Schema& a, const Schema& b) {
    for (const schema::Object& object : a.objects) {
      if (!plan::is_of_type(type, {object.schema, object.identity})) continue;
      return std::find(b.objects.begin(), b.objects.end(), object) == b.objects.end();
    }
    for (const schema::Table& table : a.tables) {
      if (plan::is_of_type(type, schema::name_of(table))) {
        const schema::Table* same = schema::find_table(b, schema::name_of(table));
        return same == nullptr || same->columns != table.columns;
      }
    }
    return false;
  }

  // Does a partition below the table go, to stand alone or for good? Its rows go with it.
  static bool loses_partition(const schema::Table& table, const Schema& a, const Schema& b) {
    const schema::Name name = schema::name_of(table);
    return std::any_of(a.tables.begin(), a.tables.end(), [&](const schema::Table& part) {
      const bool is_part = part.partition_of && part.partition_of->parent == name;
      const bool is_heir =
          std::find(part.inherits.begin(), part.inherits.end(), name) != part.inherits.end();
      if (!is_part && !is_heir) return false;
      const schema::Table* now = schema::find_table(b, schema::name_of(part));
      const bool same_parent = now != nullptr && now->partition_of.has_value() == is_part &&
                               (!is_part || now->partition_of->parent == name);
      const bool stays = same_parent && now->inherits == part.inherits;
      const bool routed = is_part && rerouted(table, a, b);
      return (!stays && !routed) || loses_partition(part, a, b);
    });
  }

  // Its partitioning is another: all rows go where the new one puts them.
  static bool rerouted(const schema::Table& table, const Schema& a, const Schema& b) {
    const schema::Table* before = schema::find_table(a, schema::name_of(table));
    const schema::Table* after = schema::find_table(b, schema::name_of(table));
    return before == nullptr || after == nullptr || before->partition_by != after->partition_by;
  }

  // Rows of a table, ordered, by the columns that both schemas have with one type. A partition's
  // are seen by way of the table that it is part of, and counted where the bounds stay.
  std::string rows(database::Connection& connection, const schema::Table& table,
                   const schema::Table& other, const Schema& a, const Schema& b) {
    std::set<std::string> names;
    for (const schema::Column& column : table.columns) {
      const schema::Column* same = schema::find_column(other, column.name);
      // A column that may no longer be empty takes its default.
      const bool kept = same != nullptr && same->type == column.type &&
                        same->nullable == column.nullable && column.generated.empty() &&
                        same->generated.empty() && !is_of_changed_type(column.type, a, b);
      if (kept) names.insert(dialect_->quote(column.name));
    }
    std::string columns = fmt::format("{}", fmt::join(names, ", "));
    if (table.partition_of || other.partition_of) {
      const bool fixed = table.partition_of == other.partition_of &&
                         table.partition_by == other.partition_by &&
                         table.partition_of->bound.text != "DEFAULT";
      if (!fixed || loses_partition(table, a, b) || loses_partition(table, b, a)) return {};
      columns = "count(*)";
    } else if (loses_partition(table, a, b) || loses_partition(table, b, a)) {
      return {};
    }
    if (columns.empty()) return {};
    const std::string name =
        table.schema.empty() ? dialect_->quote(table.name)
                             : dialect_->quote(table.schema) + "." + dialect_->quote(table.name);
    const auto found = connection.query(fmt::format("SELECT {} FROM {}", columns, name));
    if (!found) return problems_text(found.error());
    std::vector<std::string> lines;
    for (const auto& row : found->rows) {
      std::string line;
      for (const database::Value& value : row) line += database::to_text(value) + "|";
      lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return text::join(lines, "\n");
  }

  void migrate(database::Connection& connection, const Schema& target, const std::string& way) {
    const auto plan = plan::make(inspect(connection), target, dialect_->plan_options());
    ASSERT_TRUE(plan.has_value()) << way << problems_text(plan.error());
    migrate(connection, *plan, way);
  }

  void migrate(database::Connection& connection, const plan::Plan& plan, const std::string& way) {
    const Schema before = inspect(connection);
    const Schema& target = plan.target;
    const auto statements = dialect_->write(plan);
    ASSERT_TRUE(statements.has_value()) << way << problems_text(statements.error());
    std::map<schema::Name, std::string> kept;
    for (const schema::Table& table : before.tables) {
      const schema::Table* after = schema::find_table(target, schema::name_of(table));
      if (after != nullptr) {
        kept[schema::name_of(table)] = rows(connection, table, *after, before, target);
      }
    }
    run(connection, *statements, way);
    if (HasFatalFailure()) return;
    const Schema after = inspect(connection);
    const auto again = plan::make(after, target, dialect_->plan_options());
    ASSERT_TRUE(again.has_value()) << way << problems_text(again.error());
    EXPECT_TRUE(again->empty()) << way << " again:\n" << changes_text(*again);
    EXPECT_EQ(schema::fingerprint(after), schema::fingerprint(target)) << way;
    for (const schema::Table& table : before.tables) {
      const schema::Table* now = schema::find_table(target, schema::name_of(table));
      if (now == nullptr) continue;
      EXPECT_EQ(rows(connection, *now, table, before, target), kept[schema::name_of(table)])
          << way << ": rows of " << table.name;
    }
  }

  void run(database::Connection& connection, const std::vector<dialect::Statement>& statements,
           const std::string& way) {
    auto transaction = database::Transaction::begin(connection);
    ASSERT_TRUE(transaction.has_value());
    std::string sql;
    for (const dialect::Statement& statement : statements) {
      sql += statement.sql + ";\n";
      const auto done = connection.execute(statement.sql);
      ASSERT_TRUE(done.has_value()) << way << ": " << problems_text(done.error()) << "\n" << sql;
    }
    const auto whole = connection.verify_constraints();
    ASSERT_TRUE(whole.has_value()) << way << problems_text(whole.error());
    ASSERT_TRUE(transaction->commit().has_value());
  }

  // As a migration file has it, without its header.
  std::string text_of(const plan::Plan& plan) {
    const auto statements = dialect_->write(plan);
    EXPECT_TRUE(statements.has_value()) << problems_text(statements.error());
    std::string text;
    for (const dialect::Statement& statement :
         statements.value_or(std::vector<dialect::Statement>{})) {
      text += fmt::format("-- {} {} {}\n{};\n", statement.kind, statement.object,
                          plan::name(statement.risk), statement.sql);
    }
    return text;
  }

  std::string engine_;
  std::string url_;
  const Dialect* dialect_ = nullptr;
};

TEST_P(Pair, converges_forth_and_back) {
  auto first = dialect_->sandbox(url_);
  auto second = dialect_->sandbox(url_);
  ASSERT_TRUE(first.has_value() && second.has_value());
  const auto made = first->connection().execute_script(script("current.sql"));
  ASSERT_TRUE(made.has_value()) << problems_text(made.error());
  const auto wanted = second->connection().execute_script(script("target.sql"));
  ASSERT_TRUE(wanted.has_value()) << problems_text(wanted.error());
  const Schema start = inspect(first->connection());
  const Schema end = inspect(second->connection());
  EXPECT_EQ(schema::fingerprint(through_spec(start)), schema::fingerprint(start))
      << spec::print(schema::lift(start, "start"));
  const Schema said = through_spec(end);
  EXPECT_EQ(schema::fingerprint(said), schema::fingerprint(end))
      << spec::print(schema::lift(end, "end"));
  const auto forth = plan::make(start, said, dialect_->plan_options());
  ASSERT_TRUE(forth.has_value()) << problems_text(forth.error());
  const auto undo = plan::reverse(*forth);
  ASSERT_TRUE(undo.has_value()) << problems_text(undo.error());
  test::expect_file(GetParam() + "/expected.sql", text_of(*forth));
  test::expect_file(GetParam() + "/expected.down.sql", text_of(*undo));
  migrate(first->connection(), *forth, "forth");
  if (!HasFatalFailure()) migrate(first->connection(), start, "back");
  if (!HasFatalFailure()) migrate(first->connection(), end, "forth again");
  if (!HasFatalFailure()) migrate(first->connection(), *undo, "undone");
}

std::vector<std::string> pairs() {
  std::vector<std::string> all;
  for (const char* engine : {"duckdb", "postgres", "sqlite"}) {
    for (const std::string& folder : test::case_folders(std::string("dialect/pairs/") + engine)) {
      all.push_back(folder);
    }
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(pairs, Pair, ::testing::ValuesIn(pairs()), [](const auto& folder) {
  const std::filesystem::path path(folder.param);
  return path.parent_path().filename().string() + "_" + path.filename().string();
});

}  // namespace
}  // namespace dbx
