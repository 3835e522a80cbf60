// Types that users made: enums as such, domains and composite types as the statement that makes
// them.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

Status read_enums(Inspection& in) {
  DBX_TRY(const Rows rows,
          in.connection.read(
              "enums", fmt::format("SELECT t.oid, t.typnamespace, t.typname, ARRAY(SELECT "
                                   "e.enumlabel FROM pg_catalog.pg_enum e WHERE e.enumtypid = "
                                   "t.oid ORDER BY e.enumsortorder) FROM pg_catalog.pg_type t "
                                   "WHERE t.typtype = 'e' AND t.typnamespace {} ORDER BY "
                                   "t.typname",
                                   kUserNamespaces)));
  for (int r = 0; r < rows.count(); ++r) {
    const Oid oid = rows.oid(r, 0);
    if (in.is_extension_member(kTypeCatalog, oid)) continue;
    in.schema.enums.push_back({in.schema_name(rows.oid(r, 1)), rows.string(r, 2),
                               rows.strings(r, 3), in.comment(kTypeCatalog, oid)});
  }
  return {};
}

// One clause a line, constraints by name.
std::string domain_definition(const Rows& rows, int r, const schema::Name& name) {
  std::string text = fmt::format("CREATE DOMAIN {} AS {}", quote(name), rows.text(r, 3));
  if (!rows.is_null(r, 4)) text += fmt::format("\n  COLLATE {}", rows.text(r, 4));
  if (!rows.is_null(r, 5)) text += fmt::format("\n  DEFAULT {}", rows.text(r, 5));
  if (rows.truth(r, 6)) text += "\n  NOT NULL";
  for (const std::string& constraint : rows.strings(r, 7)) {
    text += fmt::format("\n  CONSTRAINT {}", constraint);
  }
  return text;
}

Status read_domains(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read(
          "domains",
          fmt::format(
              "SELECT t.oid, t.typnamespace, t.typname, pg_catalog.format_type(t.typbasetype, "
              "t.typtypmod), CASE WHEN t.typcollation <> 0 AND t.typcollation <> b.typcollation "
              "THEN t.typcollation::pg_catalog.regcollation END, "
              "pg_catalog.pg_get_expr(t.typdefaultbin, 0), t.typnotnull, ARRAY(SELECT "
              "pg_catalog.quote_ident(c.conname) || ' ' || pg_catalog.pg_get_constraintdef(c.oid) "
              "FROM pg_catalog.pg_constraint c WHERE c.contypid = t.oid AND c.contype = 'c' ORDER "
              "BY c.conname) FROM pg_catalog.pg_type t JOIN pg_catalog.pg_type b ON b.oid = "
              "t.typbasetype WHERE t.typtype = 'd' AND t.typnamespace {} ORDER BY t.typname",
              kUserNamespaces)));
  for (int r = 0; r < rows.count(); ++r) {
    const Oid oid = rows.oid(r, 0);
    if (in.is_extension_member(kTypeCatalog, oid)) continue;
    const schema::Name name{in.schema_name(rows.oid(r, 1)), rows.string(r, 2)};
    schema::Object object;
    object.kind = schema::ObjectKind::kDomain;
    object.schema = name.schema;
    object.identity = name.name;
    object.definition = domain_definition(rows, r, name);
    object.comment = in.comment(kTypeCatalog, oid);
    in.schema.objects.push_back(std::move(object));
  }
  return {};
}

// CREATE TYPE name AS (, one attribute a line, ).
Status read_composites(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read(
          "composite types",
          fmt::format(
              "SELECT c.reltype, c.relnamespace, c.relname, ARRAY(SELECT "
              "pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, "
              "a.atttypmod) || CASE WHEN a.attcollation <> 0 AND a.attcollation <> t.typcollation "
              "THEN ' COLLATE ' || a.attcollation::pg_catalog.regcollation::pg_catalog.text ELSE "
              "'' END FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = "
              "a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER "
              "BY a.attnum) FROM pg_catalog.pg_class c WHERE c.relkind = 'c' AND c.relnamespace "
              "{} ORDER BY c.relname",
              kUserNamespaces)));
  for (int r = 0; r < rows.count(); ++r) {
    const Oid oid = rows.oid(r, 0);
    if (in.is_extension_member(kTypeCatalog, oid)) continue;
    const schema::Name name{in.schema_name(rows.oid(r, 1)), rows.string(r, 2)};
    const std::vector<std::string> attributes = rows.strings(r, 3);
    schema::Object object;
    object.kind = schema::ObjectKind::kType;
    object.schema = name.schema;
    object.identity = name.name;
    object.definition = attributes.empty()
                            ? fmt::format("CREATE TYPE {} AS ()", quote(name))
                            : fmt::format("CREATE TYPE {} AS (\n  {}\n)", quote(name),
                                          text::join(attributes, ",\n  "));
    object.comment = in.comment(kTypeCatalog, oid);
    in.schema.objects.push_back(std::move(object));
  }
  return {};
}

}  // namespace

Status read_user_types(Inspection& in) {
  DBX_CHECK_OK(read_enums(in));
  DBX_CHECK_OK(read_domains(in));
  return read_composites(in);
}

}  // namespace dbx::dialect::postgres
