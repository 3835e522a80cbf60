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
    {"aggregate", "pg_proc", "t.prokind = 'a'"},
    {"foreign table", "pg_class", "t.relkind = 'f'"},
    {"event trigger", "pg_event_trigger", "true"},
    {"publication", "pg_publication", "true"},
    {"statistics object", "pg_statistic_ext", "true"},
    {"operator", "pg_operator", "true"},
    {"operator class", "pg_opclass", "true"},
    {"cast", "pg_cast", "true"},
    {"collation", "pg_collation", "true"},
    {"conversion", "pg_conversion", "true"},
    {"range type", "pg_type", "t.typtype = 'r'"},
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
     "pg_catalog.pg_class t CROSS JOIN LATERAL (VALUES ('forced row security of table', "
     "t.relforcerowsecurity), ('replica identity of table', t.relkind IN ('r', 'p') AND "
     "t.relreplident <> 'd'), ('tablespace of', t.reltablespace <> 0), ('access method of', "
     "t.relkind IN ('r', 'm') AND t.relam <> 2), ('row type of table', t.reloftype <> 0)) AS "
     "v(words, holds) WHERE t.relkind IN ('r', 'p', 'm') AND t.oid >= 16384 AND v.holds"},
    {"t.oid", "'inheritance of table'",
     "pg_catalog.pg_inherits i JOIN pg_catalog.pg_class t ON t.oid = i.inhrelid WHERE t.relkind = "
     "'r' AND NOT t.relispartition"},
    {"t.oid", "'toast options of table'",
     "pg_catalog.pg_class o JOIN pg_catalog.pg_class t ON t.reltoastrelid = o.oid WHERE o.relkind "
     "= 't' AND o.reloptions IS NOT NULL"},
    {"t.oid", "'default of column ' || pg_catalog.quote_ident(a.attname) || ' of view'",
     "pg_catalog.pg_class t JOIN pg_catalog.pg_attrdef d ON d.adrelid = t.oid JOIN "
     "pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.adnum WHERE t.relkind = "
     "'v'"},
    {"t.oid",
     "'comment on column ' || (SELECT pg_catalog.quote_ident(a.attname) FROM "
     "pg_catalog.pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = d.objsubid) || ' of'",
     "pg_catalog.pg_description d JOIN pg_catalog.pg_class t ON t.oid = d.objoid WHERE d.classoid "
     "= 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid <> 0 AND (t.relkind IN ('v', "
     "'m') OR t.relispartition)"},
    {"k.conrelid", "'comment on constraint ' || pg_catalog.quote_ident(k.conname) || ' of'",
     "pg_catalog.pg_description d JOIN pg_catalog.pg_constraint k ON k.oid = d.objoid WHERE "
     "d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.conrelid <> 0"},
    {"i.indrelid", "'comment on index ' || pg_catalog.quote_ident(c.relname) || ' of'",
     "pg_catalog.pg_description d JOIN pg_catalog.pg_class c ON c.oid = d.objoid JOIN "
     "pg_catalog.pg_index i ON i.indexrelid = c.oid WHERE d.classoid = "
     "'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = 0 AND c.relkind IN ('i', 'I')"},
    // A partition takes its parent's default unless it has one of its own. OFFSET 0: one look-up a
    // partition.
    {"t.oid", "'own default of column ' || pg_catalog.quote_ident(o.attname) || ' of partition'",
     "pg_catalog.pg_inherits i JOIN pg_catalog.pg_class t ON t.oid = i.inhrelid CROSS JOIN LATERAL "
     "(SELECT a.attname, (SELECT pg_catalog.pg_get_expr(d.adbin, 0) FROM pg_catalog.pg_attrdef d "
     "WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) AS own, (SELECT "
     "pg_catalog.pg_get_expr(d.adbin, 0) FROM pg_catalog.pg_attribute b JOIN "
     "pg_catalog.pg_attrdef d ON d.adrelid = b.attrelid AND d.adnum = b.attnum WHERE b.attrelid = "
     "i.inhparent AND b.attname = a.attname AND b.attgenerated = '') AS inherited FROM "
     "pg_catalog.pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND a.attgenerated = '' "
     "OFFSET 0) o WHERE t.relispartition AND t.relkind IN ('r', 'p') AND o.own IS DISTINCT FROM "
     "o.inherited"},
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
