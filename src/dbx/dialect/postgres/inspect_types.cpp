// Types that users made: enums as such; domains, composite and range types, and collations as the
// statement that makes them.
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

// The name that the server gives a range's multirange unless told.
std::string usual_multirange(const std::string& range) {
  const std::size_t at = range.find("range");
  return at == std::string::npos ? range + "_multirange"
                                 : range.substr(0, at) + "multirange" + range.substr(at + 5);
}

// CREATE TYPE name AS RANGE (, one option a line, ).
Status read_ranges(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read(
          "range types",
          fmt::format(
              "SELECT t.oid, t.typnamespace, t.typname, pg_catalog.format_type(r.rngsubtype, "
              "NULL), CASE WHEN NOT o.opcdefault THEN pg_catalog.quote_ident(o.opcname) END, "
              "CASE WHEN r.rngcollation <> 0 AND r.rngcollation <> s.typcollation THEN "
              "r.rngcollation::pg_catalog.regcollation::text END, CASE WHEN "
              "r.rngcanonical::pg_catalog.oid <> 0 THEN r.rngcanonical::text END, CASE WHEN "
              "r.rngsubdiff::pg_catalog.oid <> 0 THEN r.rngsubdiff::text END, {0} FROM "
              "pg_catalog.pg_range r JOIN pg_catalog.pg_type t ON t.oid = "
              "r.rngtypid JOIN pg_catalog.pg_type s ON s.oid = r.rngsubtype JOIN "
              "pg_catalog.pg_opclass o ON o.oid = r.rngsubopc WHERE t.typnamespace {1} ORDER BY "
              "t.typname",
              in.since(14,
                       "(SELECT m.typname::pg_catalog.text FROM pg_catalog.pg_type m WHERE m.oid = "
                       "r.rngmultitypid)",
                       "NULL"),
              kUserNamespaces)));
  static constexpr std::string_view kWords[] = {"SUBTYPE", "SUBTYPE_OPCLASS", "COLLATION",
                                                "CANONICAL", "SUBTYPE_DIFF"};
  for (int r = 0; r < rows.count(); ++r) {
    const Oid oid = rows.oid(r, 0);
    if (in.is_extension_member(kTypeCatalog, oid)) continue;
    const schema::Name name{in.schema_name(rows.oid(r, 1)), rows.string(r, 2)};
    std::vector<std::string> options;
    for (int i = 0; i < static_cast<int>(std::size(kWords)); ++i) {
      if (rows.is_null(r, 3 + i)) continue;
      options.push_back(fmt::format("{} = {}", kWords[i], rows.text(r, 3 + i)));
    }
    if (!rows.is_null(r, 8) && rows.text(r, 8) != usual_multirange(name.name)) {
      options.push_back("MULTIRANGE_TYPE_NAME = " + quote({name.schema, rows.string(r, 8)}));
    }
    schema::Object object;
    object.kind = schema::ObjectKind::kType;
    object.schema = name.schema;
    object.identity = name.name;
    object.definition = fmt::format("CREATE TYPE {} AS RANGE (\n  {}\n)", quote(name),
                                    text::join(options, ",\n  "));
    object.comment = in.comment(kTypeCatalog, oid);
    in.schema.objects.push_back(std::move(object));
  }
  return {};
}

Status read_collation_objects(Inspection& in) {
  DBX_TRY(const Rows rows,
          in.connection.read(
              "collations",
              fmt::format(
                  "SELECT c.oid, c.collnamespace, c.collname, c.collprovider, {}, "
                  "c.collcollate, c.collctype, c.collisdeterministic FROM "
                  "pg_catalog.pg_collation c WHERE c.oid >= 16384 AND c.collnamespace {} "
                  "ORDER BY c.collname",
                  in.since(17, "c.colllocale", in.since(15, "c.colliculocale", "c.collcollate")),
                  kUserNamespaces)));
  for (int r = 0; r < rows.count(); ++r) {
    const Oid oid = rows.oid(r, 0);
    if (in.is_extension_member(kCollationCatalog, oid)) continue;
    const schema::Name name{in.schema_name(rows.oid(r, 1)), rows.string(r, 2)};
    const bool icu = rows.letter(r, 3) == 'i';
    std::string text =
        fmt::format("CREATE COLLATION {} (provider = {}", quote(name), icu ? "icu" : "libc");
    if (icu) {
      text += fmt::format(", locale = {}", quote_text(rows.text(r, 4)));
    } else {
      text += fmt::format(", lc_collate = {}, lc_ctype = {}", quote_text(rows.text(r, 5)),
                          quote_text(rows.text(r, 6)));
    }
    if (!rows.truth(r, 7)) text += ", deterministic = false";
    schema::Object object;
    object.kind = schema::ObjectKind::kCollation;
    object.schema = name.schema;
    object.identity = name.name;
    object.definition = text + ")";
    object.comment = in.comment(kCollationCatalog, oid);
    in.schema.objects.push_back(std::move(object));
  }
  return {};
}

}  // namespace

Status read_user_types(Inspection& in) {
  DBX_CHECK_OK(read_enums(in));
  DBX_CHECK_OK(read_domains(in));
  DBX_CHECK_OK(read_composites(in));
  DBX_CHECK_OK(read_ranges(in));
  return read_collation_objects(in);
}

}  // namespace dbx::dialect::postgres
