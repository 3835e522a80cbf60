// Whatever text comes in, the guard decides as injections.txt says, and nothing of any database
// changes: neither by what is admitted nor, on a reader's session, by the text as it stands.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "dbx/base/text.h"
#include "dbx/query/guard.h"
#include "query/shop.h"
#include "support/cases.h"

namespace dbx::query {
namespace {

namespace fs = std::filesystem;

struct Injection {
  std::string decision;
  std::string text;
};

std::vector<Injection> injections() {
  std::vector<Injection> all;
  const std::string file = test::read(std::string(DBX_SOURCE_DIR) + "/tests/query/injections.txt");
  for (const std::string_view line : text::split(file, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const std::size_t colon = line.find(": ");
    all.push_back({std::string(line.substr(0, colon)),
                   text::replace_all(line.substr(colon + 2), "\\n", "\n")});
  }
  return all;
}

std::string decision(const std::string& text) {
  const auto admitted = admit(text, test::shop());
  return admitted ? "admitted" : std::string(name(admitted.error().at(0).code));
}

TEST(injections, are_decided_as_they_should_be) {
  const std::vector<Injection> all = injections();
  EXPECT_GE(all.size(), 200U);
  for (const Injection& one : all) EXPECT_EQ(decision(one.text), one.decision) << one.text;
}

TEST(injections, are_explained) {
  for (const Injection& one : injections()) {
    const auto admitted = admit(one.text, test::shop());
    if (admitted) continue;
    EXPECT_FALSE(admitted.error().at(0).message.empty()) << one.text;
    EXPECT_FALSE(admitted.error().at(0).hint.empty()) << one.text;
  }
}

// What is admitted is what it seems: one SELECT that the guard admits again, unchanged.
TEST(injections, are_admitted_as_what_they_print_as) {
  const dialect::Dialect& postgres = **dialect::find("postgres");
  for (const Injection& one : injections()) {
    const auto admitted = admit(one.text, test::shop());
    if (!admitted) continue;
    const std::string printed = postgres.write(*admitted);
    const auto again = admit(printed, test::shop());
    ASSERT_TRUE(again) << printed;
    EXPECT_EQ(*again, *admitted) << printed;
  }
}

class injected : public testing::Test {
 protected:
  injected() {
    engines_ = test::open_engines("injected", folder_.path());
    for (test::Engine& engine : engines_) {
      test::fill_shop(engine);
      if (engine.dialect->name() != "postgres") engine.connection.reset();
    }
  }

  std::unique_ptr<database::Connection> reader(const test::Engine& engine) {
    dialect::ConnectOptions options;
    options.access = dialect::Access::kReader;
    options.create = false;
    options.caps.seconds = 0.5;
    auto connection = engine.dialect->connect(engine.url, options);
    EXPECT_TRUE(connection) << connection.error().at(0).message;
    return connection ? std::move(*connection) : nullptr;
  }

  // Every byte of the folder; files that any text may make; PostgreSQL's rows and objects.
  std::map<std::string, std::string> state() {
    std::map<std::string, std::string> state;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      state[entry.path().string()] = test::read(entry.path().string());
    }
    for (const fs::path& place : {fs::current_path(), fs::temp_directory_path()}) {
      for (const auto& entry : fs::directory_iterator(place)) {
        const std::string name = entry.path().string();
        const bool made = name.find("/injected") != std::string::npos ||
                          name.find("/dbx_injected") != std::string::npos;
        if (made) state[name] = "made";
      }
    }
    for (test::Engine& engine : engines_) {
      if (engine.connection == nullptr) continue;
      for (const std::string table : {"customers", "products", "orders", "lines"}) {
        state["table " + table] = test::answer(engine.connection->query(fmt::format(
            "SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM {} AS t", table)));
      }
      for (const std::string catalog :
           {"pg_class", "pg_proc", "pg_largeobject_metadata", "pg_authid", "pg_extension",
            "pg_db_role_setting", "pg_namespace"}) {
        state["catalog " + catalog] =
            test::answer(engine.connection->query(fmt::format("SELECT count(*) FROM {}", catalog)));
      }
    }
    return state;
  }

  test::TemporaryFolder folder_;
  std::vector<test::Engine> engines_;
};

TEST_F(injected, what_is_admitted_changes_nothing) {
  const auto before = state();
  int ran = 0;
  for (const test::Engine& engine : engines_) {
    const auto session = reader(engine);
    for (const Injection& one : injections()) {
      const auto admitted = admit(one.text, test::shop());
      if (!admitted) continue;
      const auto result = session->query(engine.dialect->write(*admitted));
      const bool stopped = !result && result.error().at(0).code == Code::kQueryStopped;
      EXPECT_TRUE(result || stopped) << engine.dialect->name() << ": " << one.text << "\n"
                                     << result.error().at(0).message;
      ++ran;
    }
  }
  EXPECT_GE(ran, 20);
  EXPECT_EQ(state(), before);
}

TEST_F(injected, the_text_itself_changes_nothing) {
  const auto before = state();
  for (const test::Engine& engine : engines_) {
    int answered = 0;
    std::unique_ptr<database::Connection> session;
    for (const Injection& one : injections()) {
      // A session that a text has ended is opened again.
      const bool alive = session != nullptr && session->query("SELECT 1");
      if (!alive) session = reader(engine);
      ASSERT_NE(session, nullptr);
      if (session->query(one.text)) ++answered;
    }
    session.reset();
    EXPECT_EQ(state(), before) << engine.dialect->name();
    EXPECT_GT(answered, 10) << "nothing was tried on " << engine.dialect->name();
  }
}

}  // namespace
}  // namespace dbx::query
