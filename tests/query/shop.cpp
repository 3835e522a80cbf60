// The shop's tables and rows.
#include "query/shop.h"

#include <gtest/gtest.h>

#include "dbx/plan/plan.h"

namespace dbx::test {
namespace {

using schema::TypeKind;

schema::Column column(const std::string& name, TypeKind kind, int precision = -1, int scale = -1) {
  schema::Column column;
  column.name = name;
  column.type.kind = kind;
  column.type.precision = precision;
  column.type.scale = scale;
  if (kind == TypeKind::kVarchar) column.type.length = 40;
  return column;
}

schema::Table table(const std::string& name, std::vector<schema::Column> columns) {
  schema::Table table;
  table.name = name;
  table.columns = std::move(columns);
  return table;
}

schema::Schema make_shop() {
  schema::Schema shop;
  shop.tables = {
      table("customers",
            {column("id", TypeKind::kInt), column("name", TypeKind::kVarchar),
             column("city", TypeKind::kVarchar), column("since", TypeKind::kDate),
             column("active", TypeKind::kBoolean), column("credit", TypeKind::kDecimal, 10, 2)}),
      table("products",
            {column("id", TypeKind::kInt), column("name", TypeKind::kVarchar),
             column("category", TypeKind::kText), column("price", TypeKind::kDecimal, 10, 2),
             column("weight", TypeKind::kDouble)}),
      table("orders",
            {column("id", TypeKind::kBigInt), column("customer_id", TypeKind::kInt),
             column("ordered_on", TypeKind::kDate), column("shipped_at", TypeKind::kTimestamp),
             column("status", TypeKind::kText)}),
      table("lines",
            {column("order_id", TypeKind::kBigInt), column("product_id", TypeKind::kInt),
             column("quantity", TypeKind::kInt), column("price", TypeKind::kDecimal, 10, 2)}),
      table("StockLevels", {column("ProductId", TypeKind::kInt), column("OnHand", TypeKind::kInt),
                            column("order", TypeKind::kText)}),
  };
  return shop;
}

constexpr const char* kRows[] = {
    "INSERT INTO customers VALUES (1, 'Ada', 'Zürich', '2024-01-31', true, 100.50), "
    "(2, 'Bob', 'Basel', '2024-02-29', false, 0), (3, 'Cyd', NULL, '2025-03-15', true, NULL), "
    "(4, 'dan', 'Bern', '2025-12-31', NULL, 12.25), (5, 'O''Hara', 'Basel', '2026-01-01', true, "
    "99.99)",
    "INSERT INTO products VALUES (1, 'Tea 50%', 'drinks', 4.50, 0.25), (2, 'Coffee', 'drinks', "
    "9.95, 0.5), (3, 'Cup_L', 'ware', 12.00, NULL), (4, 'Spoon', 'ware', 3.33, 0.125), (5, "
    "'Gift*', NULL, 25.00, 1)",
    "INSERT INTO orders VALUES (10, 1, '2026-01-05', '2026-01-06 09:30:00', 'shipped'), (11, 1, "
    "'2026-02-28', '2026-03-02 00:00:00', 'shipped'), (12, 2, '2026-02-28', NULL, 'open'), (13, "
    "4, '2025-12-31', '2026-01-02 17:45:10', 'returned'), (14, 5, '2026-03-31', NULL, 'open'), "
    "(15, NULL, '2026-03-01', NULL, 'open')",
    "INSERT INTO lines VALUES (10, 1, 3, 4.50), (10, 2, 1, 9.95), (11, 3, 2, 11.00), (12, 1, 10, "
    "4.00), (13, 4, 7, 3.33), (13, 2, 2, 9.00), (14, 5, 1, 25.00), (14, 1, 1, 4.50), (15, 3, "
    "NULL, 12.00)",
};

}  // namespace

const schema::Schema& shop() {
  static const schema::Schema kShop = make_shop();
  return kShop;
}

void fill_shop(Engine& engine) {
  const auto realised = engine.dialect->realise(shop());
  ASSERT_TRUE(realised);
  const auto plan = plan::make(schema::Schema{}, realised->schema);
  ASSERT_TRUE(plan);
  const auto statements = engine.dialect->write(*plan);
  ASSERT_TRUE(statements);
  for (const dialect::Statement& statement : *statements) {
    const Status done = engine.connection->execute(statement.sql);
    ASSERT_TRUE(done) << statement.sql << ": " << done.error().at(0).message;
  }
  std::vector<std::string> rows(std::begin(kRows), std::end(kRows));
  rows.push_back(
      "INSERT INTO \"StockLevels\" VALUES (1, 40, 'soon'), (2, 0, NULL), (4, -3, "
      "'never')");
  for (const std::string& row : rows) {
    const Status done = engine.connection->execute(row);
    ASSERT_TRUE(done) << row << ": " << done.error().at(0).message;
  }
}

}  // namespace dbx::test
