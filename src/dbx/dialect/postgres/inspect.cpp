// Reads the catalog of a PostgreSQL database into a Schema: the order of the readers, and what they
// share. Every reader asks for everything of its kind at once.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {

const Attribute* find_attribute(const Relation& relation, std::int64_t number) {
  const std::vector<Attribute>& attributes = relation.attributes;
  const auto at = static_cast<std::size_t>(number - 1);
  if (number > 0 && at < attributes.size() && attributes[at].number == number) {
    return &attributes[at];  // no column was ever dropped before it
  }
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& a) { return a.number == number; });
  return found == attributes.end() ? nullptr : &*found;
}

schema::Table* Inspection::table_of(Oid oid) {
  const Relation* relation = find(oid);
  const bool is_table = relation != nullptr && (relation->kind == 'r' || relation->kind == 'p');
  return is_table && relation->listed ? &schema.tables[relation->position] : nullptr;
}

schema::View* Inspection::view_of(Oid oid) {
  const Relation* relation = find(oid);
  const bool is_view = relation != nullptr && (relation->kind == 'v' || relation->kind == 'm');
  return is_view && relation->listed ? &schema.views[relation->position] : nullptr;
}

schema::Table& Inspection::inherited_of(schema::Table& table) {
  if (table.inherited.value.empty()) table.inherited.value.emplace_back();
  return table.inherited.value.front();
}

std::string Inspection::schema_name(Oid oid) const {
  const auto found = namespaces.find(oid);
  return found == namespaces.end() || found->second == "public" ? std::string() : found->second;
}

void Inspection::note(std::string_view message) {
  Diagnostic diagnostic;
  diagnostic.code = Code::kNotModelled;
  diagnostic.severity = Severity::kInfo;
  diagnostic.message = text::replace_all(message, "\n", " ");  // of a name
  notes.push_back(std::move(diagnostic));
}

bool is_own(const schema::Name& name) {
  return name.schema.empty() && name.name.starts_with("db_assistant_");
}

std::string join_options(std::vector<std::string> options) {
  std::sort(options.begin(), options.end());
  return text::join(options, ", ");
}

std::string text_or_empty(const Rows& rows, int row, int column) {
  return rows.is_null(row, column) ? std::string() : rows.string(row, column);
}

namespace {

Status read_all(Inspection& in) {
  DBX_CHECK_OK(read_namespaces(in));
  DBX_CHECK_OK(read_relations(in));
  DBX_CHECK_OK(read_sequences(in));
  DBX_TRY(const Rows columns, query_columns(in));
  DBX_TRY(const Rows indexes, query_indexes(in));
  DBX_CHECK_OK(read_types(in, columns, indexes));
  read_columns(in, columns);
  list_sequences(in);
  read_constraint_indexes(in, indexes);
  DBX_CHECK_OK(read_constraints(in));
  DBX_CHECK_OK(read_indexes(in, indexes));
  DBX_CHECK_OK(read_view_dependencies(in));
  DBX_CHECK_OK(read_user_types(in));
  DBX_CHECK_OK(read_objects(in));
  DBX_CHECK_OK(read_settings(in));
  return read_notes(in);
}

}  // namespace

Result<schema::Schema> inspect(database::Connection& connection, Diagnostics& notes) {
  auto& session = static_cast<PostgresConnection&>(connection);
  Inspection in{session, notes};
  // One snapshot for all queries, unless the caller has a transaction and with it a snapshot of his
  // own making.
  const bool own_transaction = !session.in_transaction();
  if (own_transaction) {
    DBX_CHECK_OK(session.execute_script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
  }
  const Status status = read_all(in);
  if (own_transaction) {
    const Status ended = session.execute_script("ROLLBACK");
    if (status && !ended) return fail(ended.error());
  }
  if (!status) return fail(status.error());
  fill_meanings(in.schema);
  return std::move(in.schema);
}

}  // namespace dbx::dialect::postgres
