// Random schemas and random changes of them, for property tests: what people build, with the names
// that they should not give.
#pragma once

#include <random>
#include <set>
#include <string>

#include "dbx/dialect/dialect.h"
#include "dbx/schema/schema.h"

namespace dbx::test {

class RandomSchema {
 public:
  RandomSchema(const dialect::Dialect& dialect, std::uint64_t seed)
      : dialect_(dialect), random_(seed) {}

  schema::Schema make(int tables);
  // The same with so many changes; what is renamed says from what.
  schema::Schema change(schema::Schema schema, int changes);
  // Every list whose order means nothing in another order.
  schema::Schema shuffle(schema::Schema schema);

 private:
  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
  bool chance(int percent) { return below(100) < percent; }
  std::string fresh_name();
  schema::Column column();
  schema::Table table(const schema::Schema& others);
  void add_key(schema::Table& table);
  void add_check(schema::Table& table);
  void add_index(schema::Table& table);
  void add_reference(schema::Table& table, const schema::Schema& others);
  void add_view(schema::Schema& schema);
  void change_once(schema::Schema& schema);
  void change_column(schema::Schema& schema, schema::Table& table);
  void drop_column(schema::Schema& schema, schema::Table& table);
  void rename_column(schema::Schema& schema, schema::Table& table);
  void rename_table(schema::Schema& schema, schema::Table& table);
  void drop_table(schema::Schema& schema, std::size_t at);
  static void forget_views(schema::Schema& schema, const std::string& table);

  const dialect::Dialect& dialect_;
  std::mt19937_64 random_;
  int names_ = 0;
  // Columns that tables with rows got: they stay as they came, for the rows must have a value.
  std::set<std::string> added_;
};

}  // namespace dbx::test
