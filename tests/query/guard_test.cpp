// What the guard says, and to whom: places, hints, allow-lists, limits, schemas, views.
#include "dbx/query/guard.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "dbx/dialect/dialect.h"
#include "dbx/query/parse.h"
#include "query/shop.h"

namespace dbx::query {
namespace {

Diagnostic refusal(const std::string& text, const Policy& policy = {},
                   const schema::Schema& schema = test::shop()) {
  const auto admitted = admit(text, schema, policy);
  EXPECT_FALSE(admitted) << text;
  return admitted ? Diagnostic() : admitted.error().at(0);
}

std::string printed(const std::string& text, const schema::Schema& schema = test::shop(),
                    const Policy& policy = {}) {
  const auto admitted = admit(text, schema, policy);
  EXPECT_TRUE(admitted) << text << ": " << admitted.error().at(0).message;
  return admitted ? (*dialect::find("postgres"))->write(*admitted) : "";
}

TEST(guard, names_the_place) {
  const Diagnostic refused = refusal("SELECT id,\n  pg_sleep(1)\nFROM orders");
  EXPECT_EQ(refused.code, Code::kRefusedQuery);
  EXPECT_EQ(refused.message, "the function pg_sleep() is not allowed");
  EXPECT_EQ(refused.where.line, 2);
  EXPECT_EQ(refused.where.column, 3);
  EXPECT_EQ(refused.where.begin_offset, 13U);
  const Diagnostic syntax = refusal("SELECT 'ü', FROM orders");
  EXPECT_EQ(syntax.code, Code::kSqlSyntax);
  EXPECT_EQ(syntax.where.column, 14);
}

// Printers write the text of literals as it stands: a tree of our own making is checked, too.
TEST(guard, admits_no_tree_whose_literals_are_something_else) {
  const auto of = [](Expression value) {
    Select select;
    select.from = TableUse("orders", "");
    select.items.push_back({std::move(value), ""});
    return admit(select, test::shop());
  };
  const auto made = [](Expression::Kind kind, const char* text) {
    Expression value;
    value.kind = kind;
    value.text = text;
    return value;
  };
  using Kind = Expression::Kind;
  for (const char* text :
       {"1; DROP TABLE orders", "", "inf", "nan", "1 OR 1", "0x10", "--1", "1,2"}) {
    EXPECT_FALSE(of(made(Kind::kNumber, text))) << text;
  }
  for (const char* text : {"2026-13-01", "2026-01-01' OR 'a'='a", ""}) {
    EXPECT_FALSE(of(made(Kind::kDate, text))) << text;
    EXPECT_FALSE(of(made(Kind::kTimestamp, text))) << text;
  }
  EXPECT_FALSE(of(made(Kind::kBoolean, "true) OR (true")));
  EXPECT_TRUE(of(made(Kind::kNumber, "-12.5e3")));
  EXPECT_TRUE(of(made(Kind::kDate, "2026-01-31")));
  EXPECT_TRUE(of(made(Kind::kTimestamp, "2026-01-31 10:00:00")));
  EXPECT_TRUE(of(made(Kind::kBoolean, "false")));
}

TEST(guard, tells_a_write_from_what_is_only_not_allowed) {
  const Diagnostic write = refusal("DROP TABLE orders");
  EXPECT_EQ(write.code, Code::kRefusedWrite);
  EXPECT_EQ(write.message, "DROP is not a query: it changes something");
  EXPECT_EQ(refusal("ALTER TABLE orders ADD x int").message,
            "ALTER TABLE is not a query: it changes something");
  EXPECT_EQ(refusal("EXPLAIN SELECT 1").code, Code::kRefusedQuery);
  EXPECT_EQ(refusal("").message, "there is no query");
  EXPECT_EQ(refusal("SELECT 1; SELECT 2").message, "2 statements where one is due");
}

TEST(guard, names_the_nearest) {
  EXPECT_EQ(refusal("SELECT * FROM custommers").hint, "did you mean customers?");
  EXPECT_EQ(refusal("SELECT nmae FROM customers").hint, "did you mean name?");
  EXPECT_EQ(refusal("SELECT c.nmae FROM customers c").hint, "did you mean c.name?");
  EXPECT_EQ(refusal("SELECT uper(name) FROM customers").hint, "did you mean upper()?");
  EXPECT_EQ(refusal("SELECT x.id FROM customers c").hint, "there are: c");
  EXPECT_EQ(refusal("SELECT now()").hint, "write CURRENT_DATE");
}

TEST(guard, names_the_choices_of_an_ambiguous_name) {
  const Diagnostic refused = refusal("SELECT id FROM customers c JOIN orders o ON c.id = o.id");
  EXPECT_EQ(refused.code, Code::kAmbiguousName);
  EXPECT_EQ(refused.hint, "write c.id or o.id");
}

TEST(guard, limits_what_comes_back) {
  EXPECT_EQ(admit("SELECT id FROM orders", test::shop())->limit, 201);
  EXPECT_EQ(admit("SELECT id FROM orders LIMIT 5", test::shop())->limit, 5);
  EXPECT_EQ(admit("SELECT id FROM orders LIMIT 5000", test::shop())->limit, 201);
  EXPECT_EQ(admit("SELECT id FROM orders LIMIT ALL", test::shop(), {.rows = 9})->limit, 10);
  EXPECT_EQ(admit("SELECT id FROM orders LIMIT 0", test::shop())->limit, 0);
}

TEST(guard, reads_the_allowed_tables_and_columns_only) {
  Policy policy;
  policy.readable = Readable{{{"", "customers"}, {"id", "name"}}, {{"", "orders"}, {}}};
  EXPECT_EQ(printed("SELECT * FROM customers", test::shop(), policy),
            "SELECT customers.id, customers.name\nFROM customers\nLIMIT 201");
  EXPECT_EQ(refusal("SELECT credit FROM customers", policy).code, Code::kUnknownColumn);
  EXPECT_EQ(refusal("SELECT credit FROM customers", policy).hint, "there are: id, name");
  EXPECT_EQ(refusal("SELECT id FROM customers WHERE credit > 1", policy).code,
            Code::kUnknownColumn);
  EXPECT_EQ(refusal("SELECT * FROM lines", policy).code, Code::kUnknownTable);
  EXPECT_EQ(refusal("SELECT * FROM lines", policy).hint, "there are: customers, orders");
  EXPECT_EQ(refusal("SELECT id FROM orders WHERE id IN (SELECT order_id FROM lines)", policy).code,
            Code::kUnknownTable);
  EXPECT_EQ(refusal("SELECT 1 FROM orders", {.readable = Readable{}}).hint,
            "there are none that may be read");
  EXPECT_TRUE(admit("SELECT status FROM orders", test::shop(), policy));
}

schema::Schema with_schemas() {
  schema::Schema schema = test::shop();
  schema.tables[0].schema = "sales";
  schema::Table copy = schema.tables[2];
  copy.schema = "archive";
  schema.tables.push_back(copy);
  copy.schema = "audit";
  copy.name = "events";
  schema.tables.push_back(copy);
  copy.schema = "log";
  schema.tables.push_back(copy);
  return schema;
}

// Whatever the session's search_path is, the table is the one that was looked at here.
TEST(guard, writes_the_schema_before_the_table) {
  const schema::Schema schema = with_schemas();
  EXPECT_EQ(printed("SELECT name FROM customers", schema),
            "SELECT customers.name\nFROM sales.customers\nLIMIT 201");
  EXPECT_EQ(printed("SELECT o.id FROM archive.orders o", schema),
            "SELECT o.id\nFROM archive.orders AS o\nLIMIT 201");
  EXPECT_EQ(printed("SELECT id FROM public.orders", schema),
            "SELECT orders.id\nFROM orders\nLIMIT 201");
  const Diagnostic refused = refusal("SELECT id FROM events", {}, schema);
  EXPECT_EQ(refused.code, Code::kAmbiguousName);
  EXPECT_EQ(refused.hint, "write audit.events or log.events");
  EXPECT_EQ(refusal("SELECT id FROM nowhere.orders", {}, schema).code, Code::kUnknownTable);
}

TEST(guard, reads_views_whose_columns_it_can_tell) {
  schema::Schema schema = test::shop();
  schema::View open;
  open.name = "open_orders";
  open.select = "SELECT o.id, o.ordered_on AS day, count(*) AS n FROM orders o GROUP BY 1, 2";
  schema::View odd;
  odd.name = "odd";
  odd.select = "SELECT pg_sleep(1) AS x";
  schema::View circle;
  circle.name = "circle";
  circle.select = "SELECT * FROM circle";
  schema.views = {open, odd, circle};
  EXPECT_EQ(printed("SELECT *, day + 1 AS next FROM open_orders", schema),
            "SELECT open_orders.id, open_orders.day, open_orders.n, (CAST(open_orders.day AS date) "
            "+ 1) AS next\nFROM open_orders\nLIMIT 201");
  EXPECT_EQ(refusal("SELECT * FROM odd", {}, schema).message,
            "the columns of the view odd cannot be told");
  EXPECT_EQ(refusal("SELECT * FROM circle", {}, schema).code, Code::kRefusedQuery);
}

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST(guard, bounds_length_and_depth) {
  const auto chain = [](int count) { return "SELECT 1" + repeated(" + 1", count); };
  EXPECT_TRUE(admit(chain(190), test::shop()));
  EXPECT_EQ(refusal(chain(1000)).message, "the query nests too deep");
  EXPECT_TRUE(admit("SELECT " + repeated("(", 3000) + "1" + repeated(")", 3000), test::shop()));
}

TEST(guard, refuses_what_is_too_much) {
  const std::vector<std::string> texts = {
      std::string(40'000, ' ') + "SELECT 1",
      "SELECT 1" + repeated(" UNION ALL SELECT 1", 600),
      "SELECT 1 WHERE true" + repeated(" AND true", 400),
      "SELECT " + repeated("NOT ", 5000) + "true",
      "SELECT " + repeated("- ", 10'000) + "id FROM orders",
      "SELECT 1 FROM " + repeated("(SELECT 1 FROM ", 400) + "orders" + repeated(") AS q", 400),
      "SELECT " + repeated("(CASE ", 40) + "id" +
          repeated(" WHEN 1 THEN 1 WHEN 2 THEN 2 END)", 40) + " FROM orders",
      "SELECT " + repeated("((", 40) + "id = 1" + repeated(")::int = 1)", 40) + " FROM orders",
      std::string("SELECT 1\0", 9),
      "SELECT '\xff'",
  };
  for (const std::string& text : texts) {
    const auto admitted = admit(text, test::shop());
    ASSERT_FALSE(admitted) << text.substr(0, 80);
    const Code code = admitted.error().at(0).code;
    EXPECT_TRUE(code == Code::kRefusedQuery || code == Code::kSqlSyntax) << text.substr(0, 80);
  }
}

TEST(guard, admits_a_tree_that_dbx_made) {
  Select select;
  select.from = TableUse("ORDERS", "o");
  select.items = {{call(Function::kCount), "n"}, {column("", "STATUS"), ""}};
  select.group_by = {column("o", "status")};
  const auto admitted = admit(select, test::shop());
  ASSERT_TRUE(admitted);
  EXPECT_EQ((*dialect::find("duckdb"))->write(*admitted),
            "SELECT count(*) AS n, o.status\nFROM orders AS o\nGROUP BY o.status\nLIMIT 201");
  select.group_by.clear();
  EXPECT_EQ(admit(select, test::shop()).error().at(0).message,
            "o.status is neither grouped by nor aggregated");
}

// PostgreSQL's parser leaves numbers below 0 out of what it says.
TEST(guard, reads_negative_numbers_from_the_text) {
  EXPECT_EQ(printed("SELECT -5, - 7, -(3), - - - 2, 'ü' || -1"),
            "SELECT -5 AS column_1, -7 AS column_2, -3 AS column_3, -2 AS column_4, 'ü' || CAST(-1 "
            "AS text) AS column_5\nLIMIT 201");
  EXPECT_EQ(refusal("SELECT -/* no */ 5").message, "a number that cannot be read");
}

}  // namespace
}  // namespace dbx::query
