// DuckDB: texts in bulk. Those of at most twelve bytes are written into the vectors in place.
#include <gtest/gtest.h>

#include "dbx/dialect/dialect.h"

namespace dbx::dialect {
namespace {

// Row n is n % 16 letters long, so that every length stands at the arena's end too: batches of
// 2048 end with the longest, the last one with whatever row comes last.
class Lengths final : public database::RowSource {
 public:
  explicit Lengths(std::int64_t rows) : rows_(rows) {}
  const std::string& table() const override { return table_; }
  std::span<const database::BulkColumn> columns() const override { return columns_; }
  std::int64_t row_count() const override { return rows_; }
  void fill(database::RowRange range, std::span<database::ColumnBatch> batch) const override {
    batch[0] = {};
    batch[0].offsets.push_back(0);
    for (std::int64_t row = range.begin; row < range.begin + range.count; ++row) {
      batch[0].append_text(std::string_view("abcdefghijklmnop").substr(0, row % 16));
    }
  }

 private:
  std::string table_ = "t";
  std::vector<database::BulkColumn> columns_ = {{"c", spec::read_type("VARCHAR").type}};
  std::int64_t rows_;
};

TEST(duckdb_bulk, texts_of_every_length_arrive_as_they_are) {
  const Dialect& duckdb = **find("duckdb");
  for (std::int64_t rows = 2048; rows < 2048 + 17; ++rows) {
    const auto connection = std::move(*duckdb.connect("duckdb::memory:", {}));
    ASSERT_TRUE(connection->execute("CREATE TABLE t (c VARCHAR)"));
    ASSERT_TRUE(duckdb.bulk(*connection)->load(Lengths(rows), {2, nullptr, nullptr}));
    // Compared as values, and found by them: the bytes past the end of a short text must be 0.
    const auto wrong = connection->query(
        "SELECT (SELECT count(*) FROM t WHERE c <> substr('abcdefghijklmnop', 1, length(c))), "
        "(SELECT count(DISTINCT c) FROM t), (SELECT count(*) FROM t WHERE c = 'abcdefghijk')");
    ASSERT_TRUE(wrong.has_value());
    EXPECT_EQ(std::get<std::int64_t>(wrong->rows[0][0]), 0);
    EXPECT_EQ(std::get<std::int64_t>(wrong->rows[0][1]), 16);
    EXPECT_EQ(std::get<std::int64_t>(wrong->rows[0][2]), rows / 16 + (rows % 16 > 11 ? 1 : 0));
  }
}

}  // namespace
}  // namespace dbx::dialect
