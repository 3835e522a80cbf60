// What no engine can do where it stands, and what nobody should find out halfway.
#include <gtest/gtest.h>

#include "dbx/plan/plan.h"
#include "dbx/schema/schema.h"
#include "dbx/spec/type.h"

namespace dbx::plan {
namespace {

using schema::Object;
using schema::ObjectKind;
using schema::Schema;
using schema::Table;

schema::Column column(const std::string& name, const std::string& type) {
  schema::Column column;
  column.name = name;
  column.type = spec::read_type(type).type;
  return column;
}

Table table(const std::string& name, std::vector<schema::Column> columns) {
  Table table;
  table.name = name;
  table.columns = std::move(columns);
  return table;
}

Object object(ObjectKind kind, const std::string& name, const std::string& definition) {
  Object object;
  object.kind = kind;
  object.identity = name;
  object.definition = definition;
  return object;
}

std::string refusal(const Schema& from, const Schema& to) {
  const auto plan = make(from, to);
  if (plan) return "";
  EXPECT_EQ(plan.error().front().code, Code::kUnsupportedChange);
  return plan.error().front().message;
}

TEST(refusals, a_range_type_in_use) {
  Schema from;
  from.tables = {table("t", {column("s", "engine:\"span\"")})};
  from.objects = {
      object(ObjectKind::kType, "span", "CREATE TYPE span AS RANGE (\n  SUBTYPE = a\n)")};
  Schema to = from;
  to.objects[0].definition = "CREATE TYPE span AS RANGE (\n  SUBTYPE = b\n)";
  EXPECT_EQ(refusal(from, to), "span: a change of a range type in use cannot be planned");
}

TEST(refusals, a_collation_in_use) {
  Schema from;
  from.tables = {table("t", {column("s", "TEXT")})};
  from.tables[0].columns[0].collation = "german";
  from.objects = {
      object(ObjectKind::kCollation, "german", "CREATE COLLATION german (locale = 'de')")};
  Schema to = from;
  to.objects[0].definition = "CREATE COLLATION german (locale = 'at')";
  EXPECT_EQ(refusal(from, to), "german: a change of a collation in use cannot be planned");
}

TEST(refusals, a_row_type_in_use) {
  Schema from;
  from.tables = {table("point", {column("x", "INT")}),
                 table("path", {column("start", "engine:\"point\"")})};
  Schema to = from;
  to.tables[0].columns[0] = column("x", "BIGINT");
  EXPECT_EQ(refusal(from, to),
            "point: a change of its columns' types while path.start is of its row type cannot be "
            "planned");
}

}  // namespace
}  // namespace dbx::plan
