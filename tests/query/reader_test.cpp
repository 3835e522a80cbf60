// A reader's session: its caps, and that it does nothing but read.
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <thread>

#include "query/shop.h"
#include "support/cases.h"

namespace dbx {
namespace {

using dialect::Caps;

class reader_session : public testing::Test {
 protected:
  reader_session() {
    engines_ = test::open_engines("reader", folder_.path());
    for (test::Engine& engine : engines_) {
      test::fill_shop(engine);
      engine.connection.reset();
    }
  }

  std::unique_ptr<database::Connection> open(const test::Engine& engine, const Caps& caps) {
    dialect::ConnectOptions options;
    options.access = dialect::Access::kReader;
    options.create = false;
    options.caps = caps;
    auto connection = engine.dialect->connect(engine.url, options);
    EXPECT_TRUE(connection) << connection.error().at(0).message;
    return std::move(*connection);
  }

  static void expect(const Result<database::ResultSet>& result, Code code,
                     const std::string& words) {
    ASSERT_FALSE(result) << words;
    EXPECT_EQ(result.error().at(0).code, code) << result.error().at(0).message;
    EXPECT_NE(result.error().at(0).message.find(words), std::string::npos)
        << result.error().at(0).message;
  }

  test::TemporaryFolder folder_;
  std::vector<test::Engine> engines_;
};

// 8 rows to the power of 10.
constexpr const char* kEndless =
    "SELECT count(*) FROM lines a, lines b, lines c, lines d, lines e, lines f, lines g, lines h, "
    "lines i, lines j WHERE a.price + b.price + c.price + d.price + e.price + f.price + g.price + "
    "h.price + i.price + j.price < 0";

TEST_F(reader_session, reads) {
  for (const test::Engine& engine : engines_) {
    const auto session = open(engine, {});
    const auto result = session->query("SELECT name, id FROM customers WHERE id < 3 ORDER BY id");
    EXPECT_EQ(test::answer(result), "Ada|1\nBob|2\n") << engine.dialect->name();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->columns, (std::vector<std::string>{"name", "id"}));
    EXPECT_EQ(result->is_numeric, (std::vector<bool>{false, true}));
    EXPECT_FALSE(result->cut_off);
    const database::Value values[] = {std::int64_t{2}};
    EXPECT_EQ(test::answer(session->query("SELECT name FROM customers WHERE id = $1", values)),
              "Bob\n");
    EXPECT_EQ(test::answer(session->query("SELECT ordered_on FROM orders WHERE id = 10 -- x")),
              "2026-01-05\n");
    EXPECT_TRUE(session->database_name());
  }
}

TEST_F(reader_session, stops_for_time) {
  for (const test::Engine& engine : engines_) {
    const auto session = open(engine, {.seconds = 0.3});
    const auto begin = std::chrono::steady_clock::now();
    expect(session->query(kEndless), Code::kQueryStopped, "longer than 300 ms");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
    EXPECT_EQ(test::answer(session->query("SELECT 1")), "1\n") << engine.dialect->name();
  }
}

TEST_F(reader_session, cuts_rows_off_and_says_so) {
  for (const test::Engine& engine : engines_) {
    const auto session = open(engine, {.rows = 3});
    const auto result = session->query("SELECT id FROM products ORDER BY id");
    EXPECT_EQ(test::answer(result), "1\n2\n3\n") << engine.dialect->name();
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->cut_off);
    const auto all = session->query("SELECT id FROM products WHERE id < 4 ORDER BY id");
    EXPECT_EQ(test::answer(all), "1\n2\n3\n");
    EXPECT_FALSE(all && all->cut_off) << engine.dialect->name();
  }
}

TEST_F(reader_session, stops_for_bytes) {
  for (const test::Engine& engine : engines_) {
    const auto session = open(engine, {.bytes = 30});
    expect(session->query("SELECT id, name FROM products"), Code::kQueryStopped,
           "more than 30 bytes");
    EXPECT_EQ(test::answer(session->query("SELECT 1")), "1\n") << engine.dialect->name();
  }
}

// PostgreSQL has no such cap for a session.
TEST_F(reader_session, stops_for_memory) {
  for (const test::Engine& engine : engines_) {
    const Caps caps{.seconds = 60, .memory = std::int64_t{24} << 20U};
    const auto session = open(engine, caps);
    if (engine.dialect->name() == "duckdb") {
      expect(session->query("SELECT count(*) FROM (SELECT DISTINCT md5(i::VARCHAR) FROM "
                            "range(5000000) r(i))"),
             Code::kQueryStopped, "more memory than 24 MB");
    } else if (engine.dialect->name() == "sqlite") {
      expect(session->query("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT "
                            "3000000) SELECT count(*) FROM (SELECT DISTINCT hex(i) FROM n)"),
             Code::kQueryStopped, "more memory than 24 MB");
    }
  }
}

TEST_F(reader_session, is_cancelled_from_another_thread) {
  for (const test::Engine& engine : engines_) {
    const auto session = open(engine, {.seconds = 30});
    std::thread other([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(300));
      session->cancel();
    });
    const auto result = session->query(kEndless);
    other.join();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().at(0).code, Code::kInterrupted) << engine.dialect->name();
  }
}

TEST_F(reader_session, refuses_all_but_one_select) {
  for (const test::Engine& engine : engines_) {
    const auto session = open(engine, {});
    for (const char* text : {"SELECT 1; SELECT 2", "COMMIT", "EXPLAIN SELECT 1",
                             "CREATE TEMP TABLE t (a int)", "DELETE FROM orders",
                             "SET lock_timeout = 0", "COPY orders TO 'x.csv'", "", "-- nothing"}) {
      EXPECT_FALSE(session->query(text)) << engine.dialect->name() << ": " << text;
    }
    const Status refusals[] = {session->execute("SELECT 1"),
                               session->execute_script("SELECT 1"),
                               session->begin(),
                               session->commit(),
                               session->rollback(),
                               session->unlock(),
                               session->set_lock_timeout(1)};
    for (const Status& refusal : refusals) {
      ASSERT_FALSE(refusal);
      EXPECT_EQ(refusal.error().at(0).code, Code::kRefusedWrite);
    }
    EXPECT_FALSE(session->has_table("orders"));
    EXPECT_FALSE(session->try_lock(database::LockShare::kExclusive));
    EXPECT_EQ(test::answer(session->query("SELECT count(*) FROM orders")), "6\n");
  }
}

// The holes of each engine's own idea of read-only (facts: protocols, D.5).
TEST_F(reader_session, has_the_known_holes_closed) {
  const std::map<std::string_view, std::vector<std::string>> holes = {
      {"sqlite",
       {"ATTACH 'x.db' AS x", "VACUUM INTO 'x.db'", "PRAGMA query_only = 0", "PRAGMA table_list",
        "SELECT * FROM pragma_table_info('orders')", "SELECT * FROM sqlite_master",
        "SELECT load_extension('x')", "SELECT zeroblob(900000000)", "SELECT randomblob(9)",
        "SELECT \"no such column\""}},
      {"duckdb",
       {"SELECT * FROM read_text('/etc/passwd')", "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')", "SELECT * FROM read_csv('/etc/passwd')",
        "COPY orders TO 'x.csv'", "EXPORT DATABASE 'x'", "SET memory_limit = '8GB'",
        "RESET memory_limit", "INSTALL httpfs", "LOAD httpfs", "ATTACH 'x.db' AS x",
        "PRAGMA profiling_output = 'x'", "CALL enable_logging()", "CREATE TABLE memory.t (a int)",
        "CHECKPOINT"}},
      {"postgres",
       {"COPY orders TO '/tmp/dbx_x.csv'", "SET TRANSACTION READ WRITE", "DO $$ BEGIN END $$",
        "SELECT set_config('transaction_read_only', 'off', false)", "SELECT nextval('s')",
        "WITH x AS (DELETE FROM orders RETURNING 1) SELECT * FROM x", "NOTIFY c",
        "SELECT 1; COMMIT; DELETE FROM orders"}}};
  for (const test::Engine& engine : engines_) {
    const auto session = open(engine, {});
    for (const std::string& text : holes.at(engine.dialect->name())) {
      EXPECT_FALSE(session->query(text)) << engine.dialect->name() << ": " << text;
    }
  }
}

// What a statement may change of the session or the server goes with its transaction.
TEST_F(reader_session, of_postgres_rolls_back) {
  for (const test::Engine& engine : engines_) {
    if (engine.dialect->name() != "postgres") continue;
    const auto session = open(engine, {});
    EXPECT_TRUE(session->query("SELECT set_config('statement_timeout', '0', false)"));
    EXPECT_EQ(test::answer(session->query("SELECT current_setting('statement_timeout')")), "10s\n");
    EXPECT_TRUE(session->query("SELECT lo_create(0)"));
    EXPECT_EQ(test::answer(session->query("SELECT count(*) FROM pg_largeobject_metadata")), "0\n");
  }
}

}  // namespace
}  // namespace dbx
