// What a database has and schema::Schema does not hold: said, so that nobody believes it is.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

// A kind of thing that is left out altogether: a condition on a row `t` of its catalog.
struct Thing {
  std::string_view words;
  std::string_view catalog;
  std::string_view condition;
};

constexpr Thing kThings[] = {
    {"foreign table", "pg_class", "t.relkind = 'f'"},
    {"event trigger", "pg_event_trigger", "true"},
    {"publication", "pg_publication", "true"},
    {"operator", "pg_operator", "true"},
    {"operator class", "pg_opclass", "true"},
    {"cast", "pg_cast", "true"},
    {"conversion", "pg_conversion", "true"},
    {"base type", "pg_type",
     "t.typtype = 'b' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type e WHERE e.typarray = "
     "t.oid)"},
    {"foreign-data wrapper", "pg_foreign_data_wrapper", "true"},
    {"foreign server", "pg_foreign_server", "true"},
    {"text search configuration", "pg_ts_config", "true"},
    {"text search dictionary", "pg_ts_dict", "true"},
    {"text search parser", "pg_ts_parser", "true"},
    {"text search template", "pg_ts_template", "true"},
    {"transform", "pg_transform", "true"},
    {"language", "pg_language", "true"},
    {"access method", "pg_am", "true"},
};

// pg_identify_object() quotes and qualifies.
std::string things_query() {
  std::vector<std::string> parts;
  for (const Thing& thing : kThings) {
    parts.push_back(fmt::format(
        "SELECT '{0}', (pg_catalog.pg_identify_object('pg_catalog.{1}'::pg_catalog.regclass, "
        "t.oid, 0)).identity FROM pg_catalog.{1} t WHERE t.oid >= 16384 AND {2} AND NOT EXISTS "
        "(SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = "
        "'pg_catalog.{1}'::pg_catalog.regclass AND d.objid = t.oid AND d.deptype IN ('e', 'i'))",
        thing.words, thing.catalog, thing.condition));
  }
  return text::join(parts, " UNION ALL ");
}

// Something about a relation: its OID, the words before its name, where they come from. Each begins
// with the catalog that has few rows: none of them reads all columns of all tables.
struct Property {
  std::string_view relation;
  std::string_view before;  // SQL text
  std::string_view from_where;
};

constexpr Property kProperties[] = {
    {"t.oid", "v.words",
     "pg_catalog.pg_class t CROSS JOIN LATERAL (VALUES ('tablespace of', t.reltablespace <> 0), "
     "('access method of', "
     "t.relkind IN ('r', 'm') AND t.relam <> 2), ('row type of table', t.reloftype <> 0)) AS "
     "v(words, holds) WHERE t.relkind IN ('r', 'p', 'm') AND t.oid >= 16384 AND v.holds"},
};

std::string properties_query() {
  std::vector<std::string> parts;
  for (const Property& property : kProperties) {
    parts.push_back(fmt::format("SELECT {}, {} FROM {}", property.relation, property.before,
                                property.from_where));
  }
  return text::join(parts, " UNION ALL ");
}

// Of anything in a user's schema but public itself, whose grants the server makes; those on columns
// were seen with them.
Status read_grants(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read(
          "grants",
          "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_class WHERE relacl IS NOT NULL AND oid >= "
          "16384) OR EXISTS (SELECT 1 FROM pg_catalog.pg_proc WHERE proacl IS NOT NULL AND oid >= "
          "16384) OR EXISTS (SELECT 1 FROM pg_catalog.pg_type WHERE typacl IS NOT NULL AND oid >= "
          "16384) OR EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspacl IS NOT NULL AND "
          "oid >= 16384) OR EXISTS (SELECT 1 FROM pg_catalog.pg_default_acl)"));
  if (rows.truth(0, 0) || in.has_column_grants) in.note("grants are not modelled");
  return {};
}

}  // namespace

Status read_notes(Inspection& in) {
  DBX_TRY(const Rows things, in.connection.read("what is not modelled", things_query()));
  for (int r = 0; r < things.count(); ++r) {
    in.note(fmt::format("{} {} is left out", things.text(r, 0), things.text(r, 1)));
  }
  DBX_TRY(const Rows properties,
          in.connection.read("what of tables is not modelled", properties_query()));
  for (int r = 0; r < properties.count(); ++r) {
    const Relation* relation = in.find(properties.oid(r, 0));
    if (relation == nullptr || !relation->listed) continue;
    in.note(fmt::format("the {} {} is not modelled", properties.text(r, 1), print(relation->name)));
  }
  return read_grants(in);
}

}  // namespace dbx::dialect::postgres
