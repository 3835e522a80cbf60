// PostgreSQL: rows in bulk, every storage and every type, in binary and in text.
#include <gtest/gtest.h>

#include <limits>

#include "dbx/dialect/postgres/bulk.h"
#include "dbx/dialect/postgres/postgres.h"
#include "support/postgres.h"

namespace dbx::dialect::postgres {
namespace {

using database::ColumnBatch;

// Row n holds n, or what a test makes of it; every seventh is NULL where the column may be.
class Source final : public database::RowSource {
 public:
  struct Item {
    std::string name;
    std::string type;
    std::int64_t (*number)(std::int64_t row) = nullptr;
    std::string (*text)(std::int64_t row) = nullptr;
  };

  Source(std::string table, std::vector<Item> items, std::int64_t rows)
      : table_(std::move(table)), items_(std::move(items)), rows_(rows) {
    for (const Item& item : items_)
      columns_.push_back({item.name, spec::read_type(item.type).type});
  }
  const std::string& table() const override { return table_; }
  std::span<const database::BulkColumn> columns() const override { return columns_; }
  std::int64_t row_count() const override { return rows_; }
  void fill(database::RowRange range, std::span<ColumnBatch> batch) const override {
    for (std::size_t c = 0; c < items_.size(); ++c) {
      batch[c] = {};
      batch[c].offsets.push_back(0);
      for (std::int64_t row = range.begin; row < range.begin + range.count; ++row) {
        batch[c].valid.push_back(c == 0 || row % 7 != 3 ? 1 : 0);
        const std::int64_t number = items_[c].number == nullptr ? row : items_[c].number(row);
        batch[c].integers.push_back(number);
        batch[c].doubles.push_back(static_cast<double>(number) / 4);
        batch[c].append_text(items_[c].text == nullptr ? "" : items_[c].text(row));
      }
    }
  }

 private:
  std::string table_;
  std::vector<Item> items_;
  std::vector<database::BulkColumn> columns_;
  std::int64_t rows_;
};

std::int64_t edges(std::int64_t row) {
  switch (row % 5) {
    case 0:
      return std::numeric_limits<std::int64_t>::min();
    case 1:
      return std::numeric_limits<std::int64_t>::max();
    case 2:
      return 0;
    default:
      return row % 2 == 0 ? -row * 10'000 : row;
  }
}
std::int64_t day(std::int64_t row) { return row * 100 - 20'000; }
std::int64_t moment(std::int64_t row) { return (row - 500) * 86'399'999'999'999; }
std::int64_t clock_time(std::int64_t row) { return row * 1'000'003 % 86'400'000'000; }
std::int64_t small(std::int64_t row) { return row % 32'768 - 10'000; }
std::int64_t parity(std::int64_t row) { return row % 2; }
std::string odd_text(std::int64_t row) { return "a\\b\tc\nd\r'\"\\N 🎉" + std::to_string(row); }
std::string uuid(std::int64_t row) {
  const std::string digits = std::to_string(100'000'000'000 + row);
  return "0f8fad5b-d9cb-469f-a165-" + digits;
}
std::string json(std::int64_t row) { return "{\"n\": " + std::to_string(row) + "}"; }
std::string list(std::int64_t row) { return "{" + std::to_string(row) + ",NULL}"; }

class postgres_bulk : public testing::Test {
 protected:
  void SetUp() override {
    const auto url = test::postgres_url("bulk");
    if (!url) GTEST_SKIP() << "no PostgreSQL server is installed";
    auto connection = connect(*url, {});
    ASSERT_TRUE(connection.has_value());
    connection_ = std::move(*connection);
  }

  Status load(const Source& source, const database::LoadOptions& options = {}) {
    return make_bulk_loader(static_cast<PostgresConnection&>(*connection_))->load(source, options);
  }
  std::string value(const std::string& sql) {
    const auto result = connection_->query(sql);
    EXPECT_TRUE(result.has_value()) << sql << ": " << (result ? "" : result.error()[0].message);
    return result ? database::to_text(result->rows.at(0).at(0)) : "";
  }
  void run(const std::string& sql) { ASSERT_TRUE(connection_->execute(sql)) << sql; }

  std::unique_ptr<database::Connection> connection_;
};

std::vector<Source::Item> all_types() {
  return {{"id", "BIGINT"},
          {"s", "SMALLINT", small},
          {"i", "INT", small},
          {"wide", "INT", small},
          {"b", "BIGINT", edges},
          {"d2", "DECIMAL(19,2)", edges},
          {"d0", "DECIMAL(19,0)", edges},
          {"d18", "DECIMAL(19,18)", edges},
          {"d6", "DECIMAL(20,6)", edges},
          {"r", "REAL", small},
          {"f", "DOUBLE", edges},
          {"ok", "BOOLEAN", parity},
          {"day", "DATE", day},
          {"clock", "TIME", clock_time},
          {"at", "TIMESTAMP", moment},
          {"atz", "TIMESTAMPTZ", moment},
          {"t", "TEXT", nullptr, odd_text},
          {"v", "VARCHAR(60)", nullptr, odd_text},
          {"u", "UUID", nullptr, uuid},
          {"j", "JSON", nullptr, json}};
}

constexpr const char* kAllColumns =
    "id bigint PRIMARY KEY, s smallint, i integer, wide bigint, b bigint, d2 numeric(19,2), d0 "
    "numeric(19,0), d18 numeric(19,18), d6 numeric(20,6), r real, f double precision, ok boolean, "
    "day date, clock time, at timestamp, atz timestamptz, t text, v varchar(60), u uuid, j jsonb";

// The text form is the plain one: what binary stores must be the same.
TEST_F(postgres_bulk, binary_and_text_store_the_same) {
  run("SET TimeZone = 'America/New_York'");
  run(std::string("CREATE TABLE quick (") + kAllColumns + ")");
  run(std::string("CREATE TABLE plain (") + kAllColumns + ", l integer[])");
  ASSERT_TRUE(load(Source("quick", all_types(), 5000)));
  std::vector<Source::Item> with_list = all_types();
  with_list.push_back({"l", "INT[]", nullptr, list});
  const Status plain = load(Source("plain", with_list, 5000));
  ASSERT_TRUE(plain.has_value()) << plain.error()[0].message << plain.error()[0].hint;
  EXPECT_EQ(value("SELECT count(*) FROM quick"), "5000");
  run("ALTER TABLE plain DROP COLUMN l");
  EXPECT_EQ(value("SELECT count(*) FROM (SELECT * FROM quick EXCEPT SELECT * FROM plain) x"), "0");
  EXPECT_EQ(value("SELECT count(*) FROM (SELECT * FROM plain EXCEPT SELECT * FROM quick) x"), "0");
}

TEST_F(postgres_bulk, values_are_the_ones_that_were_meant) {
  run(std::string("CREATE TABLE quick (") + kAllColumns + ")");
  run("SET TimeZone = 'UTC'");
  ASSERT_TRUE(load(Source("quick", all_types(), 1000)));
  EXPECT_EQ(value("SELECT d2 FROM quick WHERE id = 0"), "-92233720368547758.08");
  EXPECT_EQ(value("SELECT d18 FROM quick WHERE id = 1"), "9.223372036854775807");
  EXPECT_EQ(value("SELECT d6 FROM quick WHERE id = 2"), "0.000000");
  EXPECT_EQ(value("SELECT d2 FROM quick WHERE id = 4"), "-400.00");
  EXPECT_EQ(value("SELECT d0 FROM quick WHERE id = 13"), "13");
  EXPECT_EQ(value("SELECT day FROM quick WHERE id = 200"), "1970-01-01");
  EXPECT_EQ(value("SELECT at FROM quick WHERE id = 501"), "1972-09-26 23:59:59.999999");
  EXPECT_EQ(value("SELECT day FROM quick WHERE id = 3"), "NULL");
  EXPECT_EQ(value("SELECT f FROM quick WHERE id = 4"), "-10000");
  EXPECT_EQ(value("SELECT t FROM quick WHERE id = 1"), odd_text(1));
  EXPECT_EQ(value("SELECT u FROM quick WHERE id = 1"), uuid(1));
}

TEST_F(postgres_bulk, a_table_is_found_in_its_schema) {
  run("CREATE SCHEMA sales");
  run("CREATE TABLE sales.\"Orders\" (id bigint PRIMARY KEY)");
  const Status status = load(Source("Orders", {{"id", "BIGINT"}}, 10));
  ASSERT_TRUE(status.has_value()) << status.error()[0].message;
  EXPECT_EQ(value("SELECT count(*) FROM sales.\"Orders\""), "10");
}

TEST_F(postgres_bulk, too_many_locks_say_what_to_raise) {
  // As the server says it; to run out of locks here would stop everybody else on it.
  const Status status = connection_->execute(
      "DO $$ BEGIN RAISE EXCEPTION 'out of shared memory' USING ERRCODE = '53200', HINT = 'You "
      "might need to increase max_locks_per_transaction.'; END $$");
  ASSERT_FALSE(status.has_value());
  EXPECT_NE(status.error()[0].hint.find("max_locks_per_transaction"), std::string::npos);
  EXPECT_NE(status.error()[0].hint.find("fewer tables"), std::string::npos);
}

TEST_F(postgres_bulk, a_row_that_does_not_fit_ends_the_load) {
  run("CREATE TABLE t (id bigint PRIMARY KEY CHECK (id <> 100))");
  ASSERT_TRUE(connection_->begin());
  const Status status = load(Source("t", {{"id", "BIGINT"}}, 1'000'000));
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(status.error()[0].code, Code::kQueryFailed);
  EXPECT_NE(status.error()[0].message.find("violates check constraint"), std::string::npos);
  ASSERT_TRUE(connection_->rollback());
  EXPECT_EQ(value("SELECT count(*) FROM t"), "0");
}

TEST_F(postgres_bulk, a_load_is_cancelled_and_counts) {
  run("CREATE TABLE t (id bigint)");
  CancelFlag cancel;
  std::atomic<std::int64_t> done = 0;
  ASSERT_TRUE(load(Source("t", {{"id", "BIGINT"}}, 5000), {1, &cancel, &done}));
  EXPECT_EQ(done, 5000);
  cancel.cancel();
  const Status status = load(Source("t", {{"id", "BIGINT"}}, 5000), {1, &cancel, &done});
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(status.error()[0].code, Code::kInterrupted);
  EXPECT_EQ(value("SELECT count(*) FROM t"), "5000");
}

TEST_F(postgres_bulk, a_table_that_is_not_there_is_said) {
  const Status status = load(Source("nowhere", {{"id", "BIGINT"}}, 1));
  ASSERT_FALSE(status.has_value());
  EXPECT_NE(status.error()[0].message.find("nowhere"), std::string::npos);
}

}  // namespace
}  // namespace dbx::dialect::postgres
