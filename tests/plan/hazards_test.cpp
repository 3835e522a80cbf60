// The lint of a plan, hazard by hazard: what raises it, and what keeps it quiet.
#include "dbx/plan/hazards.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/plan/impact.h"

namespace dbx {
namespace {

using plan::Facts;
using schema::Column;
using schema::Name;
using schema::Schema;
using schema::Table;

Column column(const std::string& name, const std::string& type, bool nullable = true) {
  Column made;
  made.name = name;
  made.type = spec::read_type(type).type;
  made.nullable = nullable;
  return made;
}

Table table(const std::string& name, std::vector<Column> columns) {
  Table made;
  made.name = name;
  made.columns = std::move(columns);
  return made;
}

// orders(id, customer_id, state, amount), customers(id)
Schema shop() {
  Table customers = table("customers", {column("id", "INT", false)});
  customers.primary_key = schema::Key{"pk_customers", {"id"}, spec::Enforcement::kPhysical};
  Table orders = table("orders", {column("id", "INT", false), column("customer_id", "INT"),
                                  column("state", "VARCHAR(20)"), column("amount", "INT")});
  orders.primary_key = schema::Key{"pk_orders", {"id"}, spec::Enforcement::kPhysical};
  return {{customers, orders}};
}

schema::ForeignKey to_customers() {
  schema::ForeignKey key;
  key.name = "fk_customer";
  key.columns = {"customer_id"};
  key.table = "customers";
  key.referenced_columns = {"id"};
  key.enforcement = spec::Enforcement::kPhysical;
  return key;
}

Facts on(const std::string& engine) {
  Facts facts;
  facts.engine = engine;
  return facts;
}

Facts with_rows(const std::string& engine, std::int64_t rows) {
  Facts facts = on(engine);
  facts.rows = {{Name{"", "customers"}, rows}, {Name{"", "orders"}, rows}};
  return facts;
}

plan::Plan plan_of(const Schema& from, const Schema& to) {
  auto made = plan::make(from, to);
  EXPECT_TRUE(made.has_value());
  return made.value_or(plan::Plan{});
}

std::vector<plan::Hazard> hazards(const Schema& from, const Schema& to, const Facts& facts) {
  return plan::find_hazards(plan_of(from, to), facts);
}

// The hazards' codes, in order.
std::string codes(const Schema& from, const Schema& to, const Facts& facts) {
  std::vector<std::string> names;
  for (const plan::Hazard& hazard : hazards(from, to, facts)) {
    EXPECT_FALSE(hazard.reason.empty() || hazard.safer.empty()) << name(hazard.code);
    EXPECT_EQ(hazard.reversible, hazard.lost.empty()) << name(hazard.code);
    names.emplace_back(name(hazard.code));
  }
  return text::join(names, " ");
}

class Hazards : public ::testing::Test {
 protected:
  Schema from_ = shop();
  Schema to_ = shop();
  Table& customers_ = to_.tables[0];
  Table& orders_ = to_.tables[1];
};

TEST_F(Hazards, a_dropped_table) {
  to_.tables.pop_back();
  EXPECT_EQ(codes(from_, to_, on("duckdb")), "drops-table");
  EXPECT_EQ(codes(from_, to_, on("postgres")), "drops-table no-lock-timeout");
  EXPECT_EQ(codes(from_, to_, with_rows("duckdb", 0)), "");
  const auto found = hazards(from_, to_, with_rows("sqlite", 1234));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].reason, "'orders' goes with its 1,234 rows");
  EXPECT_EQ(found[0].lost, "the rows of 'orders'");
}

TEST_F(Hazards, a_dropped_column) {
  orders_.columns.pop_back();
  EXPECT_EQ(codes(from_, to_, on("sqlite")), "drops-column");
  EXPECT_EQ(codes(from_, to_, with_rows("sqlite", 0)), "");
}

TEST_F(Hazards, a_narrower_type) {
  orders_.columns[2] = column("state", "VARCHAR(10)");
  EXPECT_EQ(codes(from_, to_, on("duckdb")), "narrows-type");
  EXPECT_EQ(codes(from_, to_, with_rows("postgres", 10)),
            "narrows-type rewrites-table no-lock-timeout");
  EXPECT_EQ(codes(from_, to_, with_rows("postgres", 0)), "no-lock-timeout");
}

TEST_F(Hazards, values_that_become_computed) {
  orders_.columns[3].generated = "id * 2";
  const auto found = hazards(from_, to_, on("postgres"));
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].code, Code::kNarrowsType);
  EXPECT_EQ(found[0].lost, "the values of 'orders.amount'");
  EXPECT_TRUE(found[1].rewrite);
}

TEST_F(Hazards, not_null) {
  orders_.columns[3].nullable = false;
  EXPECT_EQ(codes(from_, to_, on("duckdb")), "not-null-on-rows");
  EXPECT_EQ(codes(from_, to_, on("postgres")),
            "not-null-on-rows validates-under-lock no-lock-timeout");
  EXPECT_EQ(codes(from_, to_, with_rows("duckdb", 0)), "");
  Schema added = from_;
  added.tables[1].columns.push_back(column("note", "TEXT", false));
  EXPECT_EQ(codes(from_, added, on("sqlite")), "not-null-on-rows");
}

TEST_F(Hazards, keys_over_rows) {
  orders_.uniques.push_back({"uq_state", {"state"}, spec::Enforcement::kPhysical});
  EXPECT_EQ(codes(from_, to_, on("sqlite")), "unique-on-rows");
  EXPECT_EQ(codes(from_, to_, on("postgres")),
            "unique-on-rows blocking-index-build no-lock-timeout");
  Schema indexed = from_;
  indexed.tables[1].indexes.push_back({"ux_state", {"state"}, true});
  EXPECT_EQ(codes(from_, indexed, on("duckdb")), "unique-on-rows");
  EXPECT_EQ(codes(from_, indexed, with_rows("duckdb", 0)), "");
}

TEST_F(Hazards, checks_and_exclusions_over_rows) {
  orders_.checks.push_back({"ck_amount", "amount > 0"});
  EXPECT_EQ(codes(from_, to_, on("sqlite")), "check-on-rows");
  EXPECT_EQ(codes(from_, to_, on("postgres")),
            "check-on-rows validates-under-lock no-lock-timeout");
  orders_.checks.back().not_valid = true;
  EXPECT_EQ(codes(from_, to_, on("postgres")), "no-lock-timeout");
  Schema excluded = from_;
  excluded.tables[1].exclusions.push_back({"ex", "EXCLUDE USING gist (id WITH =)"});
  EXPECT_EQ(codes(from_, excluded, on("postgres")), "exclusion-on-rows no-lock-timeout");
}

TEST_F(Hazards, foreign_keys_over_rows) {
  orders_.foreign_keys.push_back(to_customers());
  EXPECT_EQ(codes(from_, to_, on("postgres")),
            "foreign-key-on-rows validates-under-lock unindexed-foreign-key");
  orders_.indexes.push_back({"i_customer", {"customer_id"}});
  EXPECT_EQ(codes(from_, to_, with_rows("postgres", 0)), "");
}

TEST_F(Hazards, new_names) {
  orders_.name = "sales";
  orders_.renamed_from = "orders";
  orders_.columns[3].name = "total";
  orders_.columns[3].renamed_from = "amount";
  EXPECT_EQ(codes(from_, to_, on("duckdb")), "breaks-readers breaks-readers");
}

TEST_F(Hazards, rows_are_known_by_the_old_name) {
  orders_.name = "sales";
  orders_.renamed_from = "orders";
  orders_.columns.pop_back();
  EXPECT_EQ(codes(from_, to_, with_rows("duckdb", 0)), "breaks-readers");
  EXPECT_EQ(codes(from_, to_, with_rows("duckdb", 1)), "breaks-readers drops-column");
}

TEST_F(Hazards, views_that_go_and_come) {
  schema::View view;
  view.name = "v_orders";
  view.select = "SELECT amount FROM orders";
  view.reads = {Name{"", "orders"}};
  from_.views = {view};
  to_.views = {view};
  orders_.columns[3] = column("amount", "BIGINT");
  const auto found = hazards(from_, to_, with_rows("postgres", 10));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].code, Code::kViewRecreated);
  EXPECT_EQ(found[0].lost, "the grants on 'v_orders'");
  to_.views.clear();
  EXPECT_EQ(hazards(from_, to_, on("duckdb"))[0].code, Code::kBreaksReaders);
}

TEST_F(Hazards, enums) {
  from_.enums = {{"", "state", {"new", "paid", "lost"}}};
  to_.enums = {{"", "state", {"new", "paid"}}};
  from_.tables[1].columns[2].type = spec::read_type("engine:\"state\"").type;
  orders_.columns[2].type = from_.tables[1].columns[2].type;
  EXPECT_EQ(codes(from_, to_, on("postgres")), "drops-enum-value enum-replaced no-lock-timeout");
}

TEST_F(Hazards, sequences) {
  from_.sequences = {{"", "numbers", ""}};
  EXPECT_EQ(codes(from_, to_, on("postgres")), "drops-sequence no-lock-timeout");
}

TEST_F(Hazards, defaults_and_numbers_that_rewrite) {
  orders_.columns.push_back(column("token", "UUID"));
  orders_.columns.back().default_value = "gen_random_uuid()";
  EXPECT_EQ(codes(from_, to_, on("postgres")), "volatile-default no-lock-timeout");
  EXPECT_EQ(codes(from_, to_, with_rows("postgres", 0)), "no-lock-timeout");
  orders_.columns.back() = column("made_at", "TIMESTAMPTZ");
  orders_.columns.back().default_value = "now()";
  EXPECT_EQ(codes(from_, to_, on("postgres")), "no-lock-timeout");
  Facts old = on("postgres");
  old.server_version = 100000;
  EXPECT_EQ(codes(from_, to_, old), "volatile-default no-lock-timeout");
  orders_.columns.back() = column("number", "INT", false);
  orders_.columns.back().identity = true;
  EXPECT_EQ(codes(from_, to_, on("postgres")), "rewrites-table no-lock-timeout");
  orders_.columns.pop_back();
  orders_.unlogged = true;
  EXPECT_EQ(codes(from_, to_, on("postgres")), "rewrites-table no-lock-timeout");
}

TEST_F(Hazards, indexes) {
  orders_.indexes.push_back({"i_state", {"state"}});
  EXPECT_EQ(codes(from_, to_, on("postgres")), "blocking-index-build");
  EXPECT_EQ(codes(from_, to_, on("duckdb")), "");
  EXPECT_EQ(codes(from_, to_, with_rows("postgres", 0)), "");
  EXPECT_EQ(codes(to_, from_, on("postgres")), "blocking-index-drop no-lock-timeout");
  Facts online = on("postgres");
  online.online = true;
  EXPECT_EQ(codes(from_, to_, online), "");
  EXPECT_EQ(codes(to_, from_, online), "");
  EXPECT_EQ(hazards(from_, to_, with_rows("postgres", 50))[0].risk, plan::Risk::kLow);
  EXPECT_EQ(hazards(from_, to_, with_rows("postgres", 50'000'000))[0].risk, plan::Risk::kHigh);
}

TEST_F(Hazards, a_lock_that_is_held_while_others_work) {
  orders_.columns.push_back(column("note", "TEXT"));
  orders_.indexes.push_back({"i_state", {"state"}});
  EXPECT_EQ(codes(from_, to_, on("postgres")),
            "lock-held-long no-lock-timeout blocking-index-build");
  EXPECT_EQ(codes(from_, to_, with_rows("postgres", 500)), "no-lock-timeout blocking-index-build");
}

TEST_F(Hazards, numbers_that_run_out) {
  orders_.columns.push_back(column("note", "TEXT"));
  EXPECT_EQ(codes(from_, to_, with_rows("duckdb", 2'000'000'000)), "key-exhaustion");
  EXPECT_EQ(codes(from_, to_, with_rows("duckdb", 1'000)), "");
}

TEST_F(Hazards, tables_made_anew) {
  customers_.columns.push_back(column("note", "TEXT"));
  from_.tables[1].foreign_keys = {to_customers()};
  orders_.foreign_keys = {to_customers()};
  schema::Object trigger;
  trigger.kind = spec::ObjectKind::kTrigger;
  trigger.identity = "t_customers";
  trigger.table = Name{"", "customers"};
  from_.objects = {trigger};
  to_.objects = {trigger};
  Facts facts = on("sqlite");
  facts.rebuilt = {"customers"};
  EXPECT_EQ(codes(from_, to_, facts), "rebuilds-table cascades-on-rebuild");
  EXPECT_NE(hazards(from_, to_, facts)[0].reason.find("t_customers"), std::string::npos);
  facts.engine = "duckdb";
  EXPECT_EQ(codes(from_, to_, facts), "rebuilds-table");
  facts.rows = {{Name{"", "customers"}, 0}};
  EXPECT_EQ(codes(from_, to_, facts), "");
}

TEST_F(Hazards, nothing_is_said_of_new_tables) {
  EXPECT_EQ(codes({}, to_, on("postgres")), "");
  EXPECT_EQ(codes({}, to_, on("duckdb")), "");
}

TEST_F(Hazards, an_impact_gathers_them) {
  schema::View view;
  view.name = "v_orders";
  view.select = "SELECT amount FROM orders";
  view.reads = {Name{"", "orders"}};
  from_.views = {view};
  to_.views = {view};
  from_.tables[1].foreign_keys = {to_customers()};
  orders_.foreign_keys = {to_customers()};
  customers_.indexes.push_back({"ux", {"id"}, true});
  orders_.columns.push_back(column("note", "TEXT"));
  const plan::Plan plan = plan_of(from_, to_);
  const auto impacts = plan::impacts(plan, with_rows("postgres", 7));
  ASSERT_EQ(impacts.size(), 2U);
  EXPECT_EQ(impacts[0].kind, "add-column");
  EXPECT_EQ(impacts[0].dependants, std::vector<std::string>{"view v_orders"});
  EXPECT_EQ(impacts[0].lock, "ACCESS EXCLUSIVE");
  EXPECT_EQ(impacts[0].rows, 7);
  EXPECT_TRUE(impacts[0].reversible);
  EXPECT_EQ(impacts[1].kind, "add-index");
  EXPECT_EQ(impacts[1].lock, "SHARE");
  EXPECT_EQ(impacts[1].risk, plan::Risk::kMedium);
  EXPECT_EQ(impacts[1].dependants, std::vector<std::string>{"foreign key orders.fk_customer"});
  EXPECT_EQ(plan::tables_to_count(plan).size(), 2U);
}

}  // namespace
}  // namespace dbx
