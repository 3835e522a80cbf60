// Seed runs on every engine: cut off and gone on with, appended, replaced, divided, spoiled; the
// rows are those of one run that nothing disturbed.
#include "dbx/app/seed.h"

#include <sys/resource.h>

#include <csignal>

#include "dbx/app/seed_files.h"
#include "dbx/base/json.h"
#include "dbx/migrate/seed_ledger.h"
#include "migrate/engine_fixture.h"

namespace dbx {
namespace {

constexpr const char* kSpec = R"yaml(version: 1
warehouse: shop
entities:
  dimensions:
    - name: dim_customer
      surrogate_key: customer_key
      natural_key: customer_id
      columns:
        - {name: customer_id, type: VARCHAR(20), nullable: false}
        - {name: city, type: VARCHAR(60)}
    - name: dim_date
      surrogate_key: date_key
      columns:
        - {name: date_key, type: INT, nullable: false}
        - {name: calendar_date, type: DATE, nullable: false}
  facts:
    - name: fact_order
      surrogate_key: order_key
      grain: one row per order
      grain_columns: [order_key]
      foreign_keys:
        - {column: customer_key, references: dim_customer(customer_key)}
        - {column: order_date_key, references: dim_date(date_key)}
      columns:
        - {name: note, type: VARCHAR(60)}
        - {name: ordered_at, type: TIMESTAMP}
        - {name: is_gift, type: BOOLEAN}
      measures:
        - {name: amount, type: "DECIMAL(12,2)"}
      indexes:
        - {name: ix_order_customer, columns: [customer_key]}
)yaml";

class SeedRun : public test::OnEngine {
 protected:
  void SetUp() override {
    OnEngine::SetUp();
    if (IsSkipped()) return;
    test::write(folder_.file("spec.yml"), kSpec);
    migrate_to(url_);
  }

  void migrate_to(const std::string& url) const {
    app::PlanRequest wanted;
    wanted.target = folder_.file("spec.yml");
    wanted.database = url;
    wanted.out = folder_.file("0001.sql");
    wanted.prove = false;
    const auto planned = app::plan(wanted);
    ASSERT_TRUE(planned.has_value()) << test::words(planned.error());
    app::ApplyRequest request{wanted.out, url, {}};
    const auto applied = app::apply(request);
    ASSERT_TRUE(applied.has_value()) << test::words(applied.error());
  }

  app::SeedRequest request(std::int64_t orders = 3'000) const {
    app::SeedRequest request;
    request.target = folder_.file("spec.yml");
    request.database = url_;
    request.wishes.rows = {{"dim_customer", 200}, {"fact_order", orders}};
    request.threads = 2;
    request.rows_per_load = 1'000;
    request.lock.wait_seconds = 0.2;
    return request;
  }

  static Result<app::SeedReport> run(const app::SeedRequest& request) {
    const CancelFlag never;
    return app::seed(request, {}, never);
  }

  std::string done(const app::SeedRequest& request) const {
    const auto report = run(request);
    EXPECT_TRUE(report.has_value()) << test::words(report.error());
    return report ? report->content_hash : "";
  }

  static Code refused(const app::SeedRequest& request) {
    const auto report = run(request);
    EXPECT_FALSE(report.has_value());
    return report ? Code::kInternal : report.error().front().code;
  }

  // Stops after so many pieces; whole transactions of them stay.
  static void cut_off(const app::SeedRequest& request, int pieces) {
    CancelFlag cancel;
    int seen = 0;
    const auto report = app::seed(
        request,
        [&](const seed::Progress& progress) {
          if (progress.finished && ++seen == pieces) cancel.cancel();
        },
        cancel);
    ASSERT_FALSE(report.has_value());
    EXPECT_EQ(report.error().front().code, Code::kInterrupted);
  }

  std::string orders() const { return value("SELECT count(*) FROM fact_order"); }
};

TEST_P(SeedRun, what_was_cut_off_goes_on_and_is_the_same) {
  const std::string whole = done(request());
  app::SeedRequest again = request();
  again.on_rows = app::OnRows::kReplace;
  // Cut off in its first transaction, it has not begun: the rows before it are still there.
  cut_off(again, 1);
  EXPECT_EQ(refused(request()), Code::kTableNotEmpty);
  EXPECT_EQ(orders(), "3000");
  for (const int pieces : {2, 3, 4, 5}) {
    cut_off(again, pieces);
    EXPECT_EQ(done(request()), whole) << pieces;
    EXPECT_EQ(orders(), "3000");
    EXPECT_EQ(value("SELECT count(*) FROM db_assistant_seeds WHERE status = 'done'"), "1");
  }
}

TEST_P(SeedRun, resuming_another_seed_is_refused_and_changes_nothing) {
  cut_off(request(), 4);
  const std::string before = orders();
  app::SeedRequest other = request();
  other.wishes.seed = 43;
  EXPECT_EQ(refused(other), Code::kTableNotEmpty);
  other.on_rows = app::OnRows::kResume;
  EXPECT_EQ(refused(other), Code::kSeedSpecChanged);
  EXPECT_EQ(orders(), before);
  app::SeedRequest resumed = request();
  resumed.on_rows = app::OnRows::kResume;
  done(resumed);
  EXPECT_EQ(orders(), "3000");
  EXPECT_EQ(refused(resumed), Code::kNothingToResume);
}

TEST_P(SeedRun, rows_are_refused_replaced_or_added_to) {
  app::SeedRequest nothing = request();
  nothing.on_rows = app::OnRows::kResume;
  EXPECT_EQ(refused(nothing), Code::kNothingToResume);
  const std::string first = done(request());
  EXPECT_EQ(refused(request()), Code::kTableNotEmpty);
  app::SeedRequest more = request(5'000);
  EXPECT_EQ(refused(more), Code::kTableNotEmpty);
  more.on_rows = app::OnRows::kAppend;
  const auto added = run(more);
  ASSERT_TRUE(added.has_value()) << test::words(added.error());
  ASSERT_EQ(added->loaded.size(), 1U);
  EXPECT_EQ(added->loaded[0].rows, 2'000);
  EXPECT_EQ(orders(), "5000");
  const std::string runs = value("SELECT count(*) FROM db_assistant_runs");
  EXPECT_EQ(done(more), added->content_hash) << "nothing to add, nothing done";
  EXPECT_EQ(value("SELECT count(*) FROM db_assistant_runs"), runs);
  app::SeedRequest anew = request(5'000);
  anew.on_rows = app::OnRows::kReplace;
  EXPECT_EQ(done(anew), added->content_hash);
  app::SeedRequest fewer = request();
  fewer.on_rows = app::OnRows::kAppend;
  EXPECT_EQ(refused(fewer), Code::kSeedSpecChanged);
  fewer.on_rows = app::OnRows::kReplace;
  EXPECT_EQ(done(fewer), first);
}

TEST_P(SeedRun, more_of_a_referenced_table_is_another_seed) {
  done(request());
  app::SeedRequest more = request();
  more.wishes.rows["dim_customer"] = 300;
  more.on_rows = app::OnRows::kAppend;
  EXPECT_EQ(refused(more), Code::kSeedSpecChanged);
}

TEST_P(SeedRun, rows_of_others_are_not_added_to) {
  run_sql("INSERT INTO dim_date (date_key, calendar_date) VALUES (1, '2000-01-01')");
  EXPECT_EQ(refused(request()), Code::kTableNotEmpty);
  app::SeedRequest add = request();
  add.on_rows = app::OnRows::kAppend;
  EXPECT_EQ(refused(add), Code::kRowsUnrecorded);
  add.on_rows = app::OnRows::kReplace;
  done(add);
  run_sql("DELETE FROM fact_order WHERE order_key = 17");
  add = request(4'000);
  add.on_rows = app::OnRows::kAppend;
  EXPECT_EQ(refused(add), Code::kRowsUnrecorded);
  EXPECT_EQ(orders(), "2999");
}

TEST_P(SeedRun, added_days_are_added) {
  done(request());
  app::SeedRequest later = request();
  later.wishes.until = "2026-02-28";
  later.on_rows = app::OnRows::kAppend;
  const std::string topped = done(later);
  EXPECT_EQ(value("SELECT count(*) FROM dim_date"), "1155");
  EXPECT_GT(std::stoi(orders()), 3'100);
  later.on_rows = app::OnRows::kReplace;
  EXPECT_EQ(done(later), topped);
}

TEST_P(SeedRun, shards_make_the_rows_of_one_run) {
  const std::string whole = done(request());
  run_sql("DELETE FROM fact_order");
  run_sql("DELETE FROM dim_customer");
  run_sql("DELETE FROM dim_date");
  run_sql("DELETE FROM db_assistant_seed_chunks");
  run_sql("DELETE FROM db_assistant_seeds");
  app::SeedRequest part = request();
  part.shard = {2, 3};
  EXPECT_EQ(refused(part), Code::kShardNotReady);
  EXPECT_EQ(orders(), "0");
  std::string last;
  for (const int number : {1, 3, 2}) {
    part.shard = {number, 3};
    const auto report = run(part);
    ASSERT_TRUE(report.has_value()) << test::words(report.error());
    EXPECT_EQ(report->complete, number == 2);
    last = report->content_hash;
  }
  EXPECT_EQ(last, whole);
  EXPECT_EQ(orders(), "3000");
  EXPECT_EQ(value("SELECT status FROM db_assistant_seeds"), "done");
  part.on_rows = app::OnRows::kReplace;
  EXPECT_EQ(refused(part), Code::kBadShard);
}

TEST_P(SeedRun, keys_put_aside_for_the_load_are_back_after_it) {
  const std::string before = fingerprint();
  app::SeedRequest large = request(30'000);
  large.rows_per_load = 0;
  done(large);
  EXPECT_EQ(fingerprint(), before);
  EXPECT_EQ(orders(), "30000");
}

TEST_P(SeedRun, defects_are_in_the_tables_and_the_truth_about_them_too) {
  test::write(folder_.file("dirty.yml"), R"yaml(version: 1
for: shop
tables:
  - name: fact_order
    columns:
      - {name: amount, null_rate: 0}
    dirt:
      - {kind: missing, column: amount, rate: 0.05}
      - {kind: orphaned, column: customer_key, rate: 0.02}
)yaml");
  app::SeedRequest dirty = request();
  dirty.wishes.profile = folder_.file("dirty.yml");
  const auto report = run(dirty);
  ASSERT_TRUE(report.has_value()) << test::words(report.error());
  EXPECT_GT(report->spoiled, 100);
  EXPECT_EQ(value("SELECT count(*) FROM fact_order WHERE amount IS NULL"),
            value("SELECT count(*) FROM db_assistant_truth WHERE defect = 'missing'"));
  const std::string orphans = value(
      "SELECT count(*) FROM fact_order f WHERE NOT EXISTS (SELECT 1 FROM dim_customer c "
      "WHERE "
      "c.customer_key = f.customer_key)");
  EXPECT_EQ(orphans, value("SELECT count(*) FROM db_assistant_truth WHERE defect = 'orphaned'"));
  // Where the database enforces the key there can be none, and that is said.
  EXPECT_EQ(orphans == "0", !report->notes.empty());
  EXPECT_EQ(orphans == "0", GetParam() != "duckdb");
}

TEST_P(SeedRun, every_engine_and_the_files_hold_the_same_rows) {
  app::SeedFilesRequest files;
  files.target = folder_.file("spec.yml");
  files.folder = folder_.file("rows");
  files.wishes = request().wishes;
  const CancelFlag never;
  const auto written = app::seed_files(files, {}, never);
  ASSERT_TRUE(written.has_value()) << test::words(written.error());
  EXPECT_EQ(done(request()), written->content_hash);
}

TEST_P(SeedRun, item_19_a_full_disk_leaves_whole_transactions) {
  if (is_postgres()) GTEST_SKIP() << "the server's disk is not ours to fill";
  const app::SeedRequest large = request(60'000);
  const pid_t child = in_child([&] {
    // A limit on file size stands in for the full disk.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1'000'000, 1'000'000};
    ::setrlimit(RLIMIT_FSIZE, &small);
    app::SeedRequest one = large;
    one.rows_per_load = 20'000;
    return run(one).has_value() ? 1 : 0;
  });
  EXPECT_EQ(status_of(child), 0) << "seed must fail";
  EXPECT_EQ(std::stoi(value("SELECT count(*) FROM fact_order")),
            std::stoi(value("SELECT coalesce(sum(row_count), 0) FROM db_assistant_seed_chunks "
                            "WHERE table_name = 'fact_order'")));
  const std::string finished = done(large);
  app::SeedRequest anew = large;
  anew.on_rows = app::OnRows::kReplace;
  EXPECT_EQ(done(anew), finished);
}

TEST_P(SeedRun, item_21_a_connection_that_drops_leaves_nothing_half_loaded) {
  if (!is_postgres()) GTEST_SKIP() << "an embedded engine has no connection to drop";
  app::SeedRequest large = request(2'000'000);
  large.rows_per_load = 0;
  const CancelFlag never;
  bool dropped = false;
  const auto report = app::seed(
      large,
      [&](const seed::Progress& progress) {
        if (dropped || progress.table != "fact_order" || progress.rows_done < 10'000) return;
        dropped = value(
                      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query "
                      "LIKE 'COPY%' AND datname = current_database()") == "1";
      },
      never);
  ASSERT_TRUE(dropped);
  ASSERT_FALSE(report.has_value());
  EXPECT_EQ(orders(), "0");
  EXPECT_EQ(value("SELECT count(*) FROM dim_customer"), "0");
  done(request());
  EXPECT_EQ(orders(), "3000");
}

TEST_P(SeedRun, item_26_any_text_comes_back_as_it_went) {
  const std::vector<std::string> texts = {
      "a'b",      "q\"x", "tab\tx",           "\\.",  "\\N", "new\nline", "\r\n",
      "a\\b\\\\", ",;|",  "\xF0\x9F\x99\x82", "NULL", " "};
  std::string values;
  for (const std::string& text : texts) values += (values.empty() ? "" : ", ") + Json(text).dump();
  test::write(folder_.file("texts.yml"),
              "version: 1\ntables:\n  - name: fact_order\n    columns:\n      - {name: note, "
              "null_rate: 0, fill: {generator: categorical, values: [" +
                  values + "]}}\n");
  app::SeedRequest odd = request();
  odd.wishes.profile = folder_.file("texts.yml");
  done(odd);
  EXPECT_EQ(value("SELECT count(DISTINCT note) FROM fact_order"), std::to_string(texts.size()));
  const auto session = app::open(url_, dialect::Access::kReadOnly, false);
  ASSERT_TRUE(session.has_value());
  for (const std::string& text : texts) {
    const database::Value parameter[] = {text};
    const auto found = session->connection->query(
        "SELECT count(*) > 0 FROM fact_order WHERE note = $1", parameter);
    ASSERT_TRUE(found.has_value()) << test::words(found.error());
    const std::string there = database::to_text(found->rows[0][0]);
    EXPECT_TRUE(there == "true" || there == "1") << text;
  }
}

INSTANTIATE_TEST_SUITE_P(engines, SeedRun, ::testing::Values("duckdb", "postgres", "sqlite"),
                         test::engine_name);

TEST(SeedFiles, shards_are_files_whose_union_is_the_whole) {
  const test::TemporaryFolder folder;
  test::write(folder.file("spec.yml"), kSpec);
  app::SeedFilesRequest request;
  request.target = folder.file("spec.yml");
  request.folder = folder.file("rows");
  request.wishes.rows = {{"dim_customer", 50}, {"fact_order", 5'000}};
  const CancelFlag never;
  const auto whole = app::seed_files(request, {}, never);
  ASSERT_TRUE(whole.has_value()) << test::words(whole.error());
  const std::string bytes = test::read(folder.file("rows/fact_order.parquet"));
  const auto refused = app::seed_files(request, {}, never);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().front().code, Code::kFileExists);
  request.replace = true;
  request.threads = 3;
  ASSERT_TRUE(app::seed_files(request, {}, never).has_value());
  EXPECT_TRUE(bytes == test::read(folder.file("rows/fact_order.parquet")));
  seed::ContentHash sum;
  for (const int number : {1, 2, 3}) {
    request.shard = {number, 3};
    const auto part = app::seed_files(request, {}, never);
    ASSERT_TRUE(part.has_value()) << test::words(part.error());
    for (const auto& table : part->loaded) {
      if (table.name == "fact_order") sum += table.hash;
    }
  }
  EXPECT_EQ(sum, whole->loaded.back().hash);
  request.shard = {};
  request.format = dialect::FileFormat::kCsv;
  ASSERT_TRUE(app::seed_files(request, {}, never).has_value());
  const std::string csv = test::read(folder.file("rows/fact_order.csv"));
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 5'001);
  EXPECT_TRUE(csv.starts_with("order_key,")) << csv.substr(0, 60);
}

}  // namespace
}  // namespace dbx
