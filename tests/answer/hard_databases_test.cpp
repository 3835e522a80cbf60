// Databases that nobody would wish for: none of them may break a question, or keep it for hours.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "dbx/app/ask.h"
#include "dbx/dialect/dialect.h"
#include "support/cases.h"

namespace dbx {
namespace {

class HardDatabase : public ::testing::Test {
 protected:
  app::AskSource source(const std::string& script) {
    const std::string url = "sqlite:" + folder_.file("hard.db");
    auto connection = (*dialect::find("sqlite"))->connect(url, {});
    EXPECT_TRUE(connection) << connection.error().front().message;
    const auto done = (*connection)->execute_script(script);
    EXPECT_TRUE(done) << done.error().front().message;
    app::AskSource made;
    made.database = url;
    made.memory = folder_.file("memory.json");
    return made;
  }

  static std::string answer(app::Answerer& answerer, std::string_view question) {
    app::AskOptions options;
    options.assume = true;
    const auto reply = answerer.ask(question, options);
    if (!reply) return std::string(name(reply.error().front().code));
    return reply->result->rows.empty() ? "no rows" : database::to_text(reply->result->rows[0][0]);
  }

  test::TemporaryFolder folder_;
};

TEST_F(HardDatabase, five_hundred_tables) {
  std::string script;
  for (int i = 0; i < 500; ++i) {
    script += fmt::format(
        "create table part_{0} (part_{0}_id integer primary key, name text, weight real{1});", i,
        i == 0 ? "" : fmt::format(", part_{0}_id integer references part_{0}(part_{0}_id)", i - 1));
  }
  script +=
      "create table owner (owner_id integer primary key, name text);"
      "insert into owner values (1, 'Ann'), (2, 'Bob');";
  auto answerer = app::Answerer::open(source(script));
  ASSERT_TRUE(answerer) << answerer.error().front().message;
  EXPECT_EQ(answer(*answerer, "How many owners are there?"), "2");
  // from one end of the chain to the other
  EXPECT_NE(answer(*answerer, "names of part_3 whose part_499 weight is above 3"), "");
}

TEST_F(HardDatabase, tables_that_refer_to_each_other) {
  auto answerer = app::Answerer::open(source(
      "create table team (team_id integer primary key, name text, captain_id integer"
      "  references player(player_id));"
      "create table player (player_id integer primary key, name text, team_id integer"
      "  references team(team_id), mentor_id integer references player(player_id));"
      "insert into team values (1, 'Reds', 1); insert into player values (1, 'Ann', 1, null),"
      "  (2, 'Bob', 1, 1);"));
  ASSERT_TRUE(answerer) << answerer.error().front().message;
  EXPECT_EQ(answer(*answerer, "How many players are there in each team?"), "2");
}

TEST_F(HardDatabase, no_foreign_keys_and_the_same_names_everywhere) {
  auto answerer = app::Answerer::open(
      source("create table cat (id integer, name text, age integer);"
             "create table dog (id integer, name text, age integer);"
             "insert into cat values (1, 'Tom', 3); insert into dog values (1, 'Rex', 5);"));
  ASSERT_TRUE(answerer) << answerer.error().front().message;
  EXPECT_EQ(answer(*answerer, "What is the age of the dog?"), "5");
  EXPECT_EQ(answer(*answerer, "names of cats"), "Tom");
}

TEST_F(HardDatabase, without_tables_or_rows) {
  const auto none = app::Answerer::open(source("create table t (x); drop table t;"));
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().front().code, Code::kNoTables);
  auto empty = app::Answerer::open(source("create table ship (ship_id integer, name text);"));
  ASSERT_TRUE(empty);
  EXPECT_EQ(answer(*empty, "How many ships are there?"), "0");
  EXPECT_EQ(answer(*empty, "names of the ships"), "no rows");
}

TEST_F(HardDatabase, that_disappears) {
  const app::AskSource made = source("create table ship (ship_id integer, name text);");
  std::filesystem::remove(folder_.file("hard.db"));
  const auto answerer = app::Answerer::open(made);
  ASSERT_FALSE(answerer);
  EXPECT_EQ(answerer.error().front().code, Code::kNoConnection);
}

TEST_F(HardDatabase, a_query_that_would_run_for_hours_is_stopped) {
  std::string script =
      "create table a (k integer, name text); create table b (k integer, x integer);";
  script +=
      "insert into a with recursive n(i) as (select 1 union all select i + 1 from n where i <"
      " 6000) select 1, 'n' || i from n;"
      "insert into b select 1, k from a; insert into b select 1, 2 from b;"
      "insert into b select 1, 2 from b;";
  app::AskSource made = source(script);
  made.caps.seconds = 1;
  auto answerer = app::Answerer::open(made);
  ASSERT_TRUE(answerer) << answerer.error().front().message;
  EXPECT_EQ(answer(*answerer, "names of a with the highest total x of b"), "query-stopped");
}

TEST_F(HardDatabase, a_hundred_kilobytes_of_text_and_other_languages) {
  auto answerer = app::Answerer::open(source("create table ship (ship_id integer, name text);"));
  ASSERT_TRUE(answerer);
  EXPECT_EQ(answer(*answerer, std::string(100'000, 'x')), "usage");
  EXPECT_EQ(answer(*answerer, "Wie viele Schiffe gibt es?"), "question-not-understood");
  EXPECT_EQ(answer(*answerer, "\xE6\x9C\x89\xE5\xA4\x9A\xE5\xB0\x91"), "question-not-understood");
  EXPECT_EQ(answer(*answerer, "   "), "usage");
  EXPECT_EQ(answer(*answerer, "\xFF\xFE"), "usage");
  EXPECT_EQ(answer(*answerer, "drop the ships"), "refused-write");
}

}  // namespace
}  // namespace dbx
