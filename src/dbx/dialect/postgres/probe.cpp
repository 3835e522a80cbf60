// Whether a statement that ran outside a transaction did what it says: the catalog knows. Which
// catalog to ask follows from the statement itself, read by PostgreSQL's own parser.
#include <fmt/format.h>

#include "dbx/dialect/postgres/connection.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/sql/parse.h"

namespace dbx::dialect::postgres {
namespace {

using database::Effect;
using schema::Name;

struct Probe {
  enum class Kind { kUnknown, kCreateIndex, kDropIndex, kValidate, kEnumValue, kRunsTwice };
  Kind kind = Kind::kUnknown;
  Name relation;     // the index, the table, the type
  std::string name;  // of the constraint, the value
};

Name relation_name(const Json& range) {
  return {sql::text_of(range, "schemaname"), sql::text_of(range, "relname")};
}

Name dotted_name(const Json& list) {
  const std::vector<std::string> parts = sql::strings_of(list);
  if (parts.empty()) return {};
  return {parts.size() > 1 ? parts[parts.size() - 2] : "", parts.back()};
}

Probe read_alter_table(const Json& statement) {
  const Json& commands = sql::member(statement, "cmds");
  if (commands.size() != 1) return {};
  const Json& command = sql::inside(commands[0]);
  if (sql::text_of(command, "subtype") != "AT_ValidateConstraint") return {};
  return {Probe::Kind::kValidate, relation_name(sql::member(statement, "relation")),
          sql::text_of(command, "name")};
}

Probe read_drop(const Json& statement) {
  const Json& objects = sql::member(statement, "objects");
  if (sql::text_of(statement, "removeType") != "OBJECT_INDEX" || objects.size() != 1) return {};
  return {Probe::Kind::kDropIndex, dotted_name(sql::member(sql::inside(objects[0]), "items")), ""};
}

Probe read_statement(std::string_view text) {
  const auto parsed = sql::parse_statement(text);
  if (!parsed || parsed->size() != 1) return {};
  const std::string kind = sql::kind_of((*parsed)[0]);
  const Json& statement = sql::inside((*parsed)[0]);
  if (kind == "IndexStmt") {
    const Name table = relation_name(sql::member(statement, "relation"));
    return {Probe::Kind::kCreateIndex, {table.schema, sql::text_of(statement, "idxname")}, ""};
  }
  if (kind == "DropStmt") return read_drop(statement);
  if (kind == "AlterTableStmt") return read_alter_table(statement);
  if (kind == "AlterEnumStmt") {
    return {Probe::Kind::kEnumValue, dotted_name(sql::member(statement, "typeName")),
            sql::text_of(statement, "newVal")};
  }
  if (kind == "UpdateStmt" || kind == "VariableSetStmt") return {Probe::Kind::kRunsTwice, {}, ""};
  return {};
}

constexpr std::string_view kIndexState =
    "SELECT i.indisvalid AND i.indisready FROM pg_catalog.pg_index i WHERE i.indexrelid = "
    "pg_catalog.to_regclass($1)";
constexpr std::string_view kConstraintState =
    "SELECT c.convalidated FROM pg_catalog.pg_constraint c WHERE c.conrelid = "
    "pg_catalog.to_regclass($1) AND c.conname = $2";
constexpr std::string_view kEnumState =
    "SELECT true FROM pg_catalog.pg_enum e WHERE e.enumtypid = pg_catalog.to_regtype($1) AND "
    "e.enumlabel = $2";

}  // namespace

Result<Effect> PostgresConnection::effect_of(std::string_view sql) {
  const Probe probe = read_statement(sql);
  const database::Value values[] = {quote(probe.relation), probe.name};
  const std::span<const database::Value> all(values);
  const std::string what = "what became of a step";
  switch (probe.kind) {
    case Probe::Kind::kUnknown:
      return Connection::effect_of(sql);
    case Probe::Kind::kRunsTwice:
      return Effect::kNone;
    case Probe::Kind::kCreateIndex: {
      DBX_TRY(const Rows rows, read(what, std::string(kIndexState), all.first(1)));
      if (rows.count() == 0) return Effect::kNone;
      return rows.truth(0, 0) ? Effect::kWhole : Effect::kBroken;
    }
    case Probe::Kind::kDropIndex: {
      DBX_TRY(const Rows rows, read(what, std::string(kIndexState), all.first(1)));
      return rows.count() == 0 ? Effect::kWhole : Effect::kNone;
    }
    case Probe::Kind::kValidate: {
      DBX_TRY(const Rows rows, read(what, std::string(kConstraintState), all));
      return rows.count() > 0 && rows.truth(0, 0) ? Effect::kWhole : Effect::kNone;
    }
    case Probe::Kind::kEnumValue: {
      DBX_TRY(const Rows rows, read(what, std::string(kEnumState), all));
      return rows.count() > 0 ? Effect::kWhole : Effect::kNone;
    }
  }
  return Effect::kNone;
}

Status PostgresConnection::clear_broken(std::string_view sql) {
  const Probe probe = read_statement(sql);
  if (probe.kind != Probe::Kind::kCreateIndex) return {};
  return execute(fmt::format("DROP INDEX CONCURRENTLY {}", quote(probe.relation)), {});
}

}  // namespace dbx::dialect::postgres
