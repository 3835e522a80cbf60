// Views as people write them in a spec: PostgreSQL prints them its own way, and still a plan right
// after the first must be empty.
#include <gtest/gtest.h>

#include <string>

#include "dbx/dialect/dialect.h"
#include "dbx/schema/schema.h"
#include "dbx/spec/parse.h"
#include "support/postgres.h"

namespace dbx {
namespace {

using schema::Schema;

constexpr const char* kTables = R"yaml(version: 1
warehouse: shop
entities:
  tables:
    - name: customers
      surrogate_key: id
      columns:
        - {name: id, type: INT}
        - {name: name, type: VARCHAR(50)}
        - {name: country, type: CHAR(2)}
        - {name: since, type: DATE}
        - {name: vip, type: BOOLEAN, default: "false"}
    - name: orders
      surrogate_key: id
      columns:
        - {name: id, type: INT}
        - {name: customer_id, type: INT}
        - {name: status, type: VARCHAR(20)}
        - {name: placed_at, type: TIMESTAMP}
        - {name: note, type: TEXT}
      checks:
        - {name: known, expression: "status in ('open','paid') or note is distinct from 'x'"}
    - name: lines
      primary_key: [order_id, line_no]
      columns:
        - {name: order_id, type: INT, nullable: false}
        - {name: line_no, type: INT, nullable: false}
        - {name: quantity, type: INT}
        - {name: price, type: "DECIMAL(10,2)"}
        - {name: weight, type: DOUBLE}
        - {name: total, type: "DECIMAL(14,2)", generated: "quantity * price"}
      checks:
        - {name: sane, expression: "quantity * price >= 0 and weight > quantity / 2.0"}
      indexes:
        - {name: dear, columns: [{expression: "quantity * price"}], where: "price > quantity"}
)yaml";

constexpr const char* kViews[] = {
    "select name from customers",
    "SELECT * FROM orders",
    "select o.* from orders o",
    "select o.id, c.name from orders o join customers c on c.id = o.customer_id",
    "select orders.id, name from orders, customers where customers.id = customer_id",
    "select status, count(*) from orders group by status",
    "select status, count(*) n from orders group by 1 order by 2 desc, 1",
    "select status s, sum(quantity) from orders join lines on order_id = id group by s",
    "select * from lines l inner join orders o on o.id = l.order_id where status = 'open'",
    "select order_id, sum(quantity * price) as revenue from lines group by order_id having "
    "sum(quantity * price) > 100 order by revenue desc nulls last limit 10",
    "select c.name, coalesce(sum(l.quantity * l.price), 0) from customers c left join orders o on "
    "o.customer_id = c.id left join lines l on l.order_id = o.id group by c.name",
    "select lower(name) || ' (' || country || ')' as label from customers",
    "select id, case status when 'open' then 1 else 0 end from orders",
    "select id, case when status in ('open','paid') and note like 'a%' then 'x' else note end kind "
    "from orders",
    "select date_trunc('month', since) as month, extract(year from since) from customers",
    "select id from orders where placed_at >= '2024-01-01' and placed_at < current_date",
    "select id from orders where placed_at between date '2024-01-01' and now() - interval '1 day'",
    "select distinct country from customers order by country",
    "select distinct on (customer_id) customer_id, id from orders order by customer_id, placed_at "
    "desc",
    "select id, row_number() over (partition by customer_id order by placed_at desc) from orders",
    "select id, sum(quantity) over w as running from orders join lines on id = order_id window w "
    "as (partition by customer_id order by placed_at rows unbounded preceding)",
    "with recent as (select * from orders where placed_at > '2024-01-01') select r.id, c.name from "
    "recent r join customers c on c.id = r.customer_id",
    "select id from customers where exists (select 1 from orders where customer_id = customers.id)",
    "select id from customers where id not in (select customer_id from orders where status <> "
    "'open')",
    "select name, (select max(placed_at) from orders o where o.customer_id = c.id) last from "
    "customers c",
    "select id as k, name from customers union all select id, note from orders order by k",
    "select x.id, x.n from (select customer_id as id, count(*) as n from orders group by "
    "customer_id) x where x.n > 1",
    "select quantity * 1.5 as q, quantity / 2 as h, weight * quantity as w, price + quantity as p "
    "from lines",
    "select round(avg(quantity), 2) a, sqrt(quantity) s from lines group by quantity",
    "select o.id from orders o where o.status::text ilike '%x%' or not (o.note is null)",
    "select g from generate_series(1, 10) g",
    "select c.id, s.total from customers c cross join lateral (select sum(price) total from lines "
    "where order_id = c.id) s",
    "with recursive t(n) as (select 1 union all select n + 1 from t where n < 5) select n from t",
    "select a.id, b.id as other from orders a join orders b using (customer_id) where a.id < b.id",
    "select customer_id, a.id from orders a join orders b using (customer_id)",
    "select nullif(status, '') as status, greatest(quantity, 1) from orders join lines on "
    "order_id = id",
    "select id, vip from customers where vip and country = 'DE' and since is not null",
    "select count(*) filter (where status = 'open') as n, array_agg(distinct status) from orders",
    "select v.k, v.l from (values (1, 'a'), (2, 'b')) as v (k, l)",
    "select string_agg(name, ', ' order by name) from customers",
    "select id from orders where status = any (array['a','b']) and id not between 3 and 5",
    "select exists (select 1 from orders) as any_orders, current_date, note::date from orders",
};

class View : public ::testing::TestWithParam<const char*> {};

TEST_P(View, is_planned_once) {
  const auto url = test::postgres_url("views");
  if (!url) GTEST_SKIP() << "no PostgreSQL server";
  const dialect::Dialect& engine = **dialect::find("postgres");
  std::string yaml = kTables;
  yaml += "views:\n  - name: seen\n    select: |\n      " + std::string(GetParam()) + "\n";
  const auto spec = spec::parse(yaml, "shop.yml");
  ASSERT_TRUE(spec.has_value()) << spec.error().front().message << "\n" << yaml;
  const auto wanted = engine.realise(schema::lower(*spec, "postgres"));
  ASSERT_TRUE(wanted.has_value());
  auto sandbox = engine.sandbox(*url);
  ASSERT_TRUE(sandbox.has_value());
  const auto plan = plan::make(Schema{}, wanted->schema, engine.plan_options());
  ASSERT_TRUE(plan.has_value());
  const auto statements = engine.write(*plan);
  ASSERT_TRUE(statements.has_value());
  for (const dialect::Statement& statement : *statements) {
    const auto done = sandbox->connection().execute(statement.sql);
    ASSERT_TRUE(done.has_value()) << done.error().front().message << "\n" << statement.sql;
  }
  Diagnostics notes;
  const auto live = engine.inspect(sandbox->connection(), notes);
  ASSERT_TRUE(live.has_value());
  const auto again = plan::make(*live, wanted->schema, engine.plan_options());
  ASSERT_TRUE(again.has_value());
  EXPECT_TRUE(again->empty()) << plan::describe(again->changes.front()).object << "\n"
                              << live->views.front().select.text << "\n"
                              << live->views.front().select.meaning << "\n"
                              << wanted->schema.views.front().select.meaning;
}

INSTANTIATE_TEST_SUITE_P(written_by_hand, View, ::testing::ValuesIn(kViews),
                         [](const auto& view) { return std::to_string(view.index); });

}  // namespace
}  // namespace dbx
