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

// Something about a relation: the relation's OID, and what comes before and after its name.
struct Property {
  std::string_view relation;
  std::string_view before;  // SQL text
  std::string_view from_where;
};

constexpr Property kProperties[] = {
    {"t.oid", "'inheritance of table'",
     "pg_catalog.pg_class t WHERE t.relkind = 'r' AND NOT t.relispartition AND EXISTS (SELECT 1 "
     "FROM pg_catalog.pg_inherits i WHERE i.inhrelid = t.oid)"},
    {"t.oid", "'forced row security of table'",
     "pg_catalog.pg_class t WHERE t.relforcerowsecurity"},
    {"t.oid", "'replica identity of table'",
     "pg_catalog.pg_class t WHERE t.relkind IN ('r', 'p') AND t.relreplident <> 'd'"},
    {"t.oid", "'tablespace of'",
     "pg_catalog.pg_class t WHERE t.relkind IN ('r', 'p', 'm') AND t.reltablespace <> 0"},
    {"t.oid", "'access method of'",
     "pg_catalog.pg_class t WHERE t.relkind IN ('r', 'm') AND t.relam <> 2"},
    {"t.oid", "'row type of table'", "pg_catalog.pg_class t WHERE t.reloftype <> 0"},
    {"t.oid", "'toast options of table'",
     "pg_catalog.pg_class t JOIN pg_catalog.pg_class o ON o.oid = t.reltoastrelid WHERE "
     "o.reloptions IS NOT NULL"},
    {"i.indrelid", "'clustering by index ' || pg_catalog.quote_ident(c.relname) || ' of'",
     "pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE "
     "i.indisclustered"},
    {"i.indrelid", "'options of key ' || pg_catalog.quote_ident(c.relname) || ' of'",
     "pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE "
     "c.reloptions IS NOT NULL AND EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE "
     "k.conrelid = i.indrelid AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))"},
    {"i.indrelid",
     "'operator class parameters of index ' || pg_catalog.quote_ident(c.relname) || ' of'",
     "pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE c.oid >= "
     "16384 AND EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND "
     "a.attoptions IS NOT NULL)"},
    {"t.oid", "'default of column ' || pg_catalog.quote_ident(a.attname) || ' of view'",
     "pg_catalog.pg_class t JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid WHERE t.relkind "
     "= 'v' AND a.atthasdef"},
    {"t.oid", "'comment on column ' || pg_catalog.quote_ident(a.attname) || ' of'",
     "pg_catalog.pg_class t JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid JOIN "
     "pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND "
     "d.objoid = t.oid AND d.objsubid = a.attnum WHERE t.relkind IN ('v', 'm') OR "
     "t.relispartition"},
    {"k.conrelid", "'comment on constraint ' || pg_catalog.quote_ident(k.conname) || ' of'",
     "pg_catalog.pg_constraint k JOIN pg_catalog.pg_description d ON d.classoid = "
     "'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objoid = k.oid WHERE k.conrelid <> 0"},
    {"i.indrelid", "'comment on index ' || pg_catalog.quote_ident(c.relname) || ' of'",
     "pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN "
     "pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND "
     "d.objoid = c.oid AND d.objsubid = 0"},
    // A partition takes its parent's default unless it has one of its own.
    {"t.oid", "'own default of column ' || pg_catalog.quote_ident(a.attname) || ' of partition'",
     "pg_catalog.pg_class t JOIN pg_catalog.pg_inherits i ON i.inhrelid = t.oid JOIN "
     "pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 JOIN "
     "pg_catalog.pg_attribute b ON b.attrelid = i.inhparent AND b.attname = a.attname WHERE "
     "t.relispartition AND t.relkind IN ('r', 'p') AND (a.atthasdef OR b.atthasdef) AND "
     "a.attgenerated = '' AND (SELECT pg_catalog.pg_get_expr(d.adbin, 0) FROM "
     "pg_catalog.pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum) IS DISTINCT "
     "FROM (SELECT pg_catalog.pg_get_expr(d.adbin, 0) FROM pg_catalog.pg_attrdef d WHERE "
     "d.adrelid = b.attrelid AND d.adnum = b.attnum)"},
};

std::string properties_query(const Inspection& in) {
  std::vector<std::string> parts;
  for (const Property& property : kProperties) {
    parts.push_back(fmt::format("SELECT {}, {} FROM {}", property.relation, property.before,
                                property.from_where));
  }
  parts.push_back(fmt::format(
      "SELECT a.attrelid, 'storage or options of column ' || pg_catalog.quote_ident(a.attname) || "
      "' of' FROM "
      "pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid = a.atttypid JOIN "
      "pg_catalog.pg_class t ON t.oid = a.attrelid WHERE a.attnum > 0 AND t.relkind IN ('r', 'p', "
      "'m') AND a.attrelid >= 16384 AND NOT a.attisdropped AND (a.attstorage <> y.typstorage OR "
      "a.attoptions IS NOT NULL OR {})",
      in.since(14, "a.attcompression <> ''", "false")));
  return text::join(parts, " UNION ALL ");
}

// Of anything in a user's schema but public itself, whose grants the server makes.
Status read_grants(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read(
          "grants",
          "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_class WHERE relacl IS NOT NULL AND oid >= "
          "16384) OR EXISTS (SELECT 1 FROM pg_catalog.pg_attribute WHERE attacl IS NOT NULL AND "
          "attrelid >= 16384) OR EXISTS (SELECT 1 FROM pg_catalog.pg_proc WHERE proacl IS NOT "
          "NULL AND oid >= 16384) OR EXISTS (SELECT 1 FROM pg_catalog.pg_type WHERE typacl IS NOT "
          "NULL AND oid >= 16384) OR EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspacl "
          "IS NOT NULL AND oid >= 16384) OR EXISTS (SELECT 1 FROM pg_catalog.pg_default_acl)"));
  if (rows.truth(0, 0)) in.note("grants are not modelled");
  return {};
}

}  // namespace

Status read_notes(Inspection& in) {
  DBX_TRY(const Rows things, in.connection.read("what is not modelled", things_query()));
  for (int r = 0; r < things.count(); ++r) {
    in.note(fmt::format("{} {} is left out", things.text(r, 0), things.text(r, 1)));
  }
  DBX_TRY(const Rows properties,
          in.connection.read("what of tables is not modelled", properties_query(in)));
  for (int r = 0; r < properties.count(); ++r) {
    const Relation* relation = in.find(properties.oid(r, 0));
    if (relation == nullptr || !relation->listed) continue;
    in.note(fmt::format("the {} {} is not modelled", properties.text(r, 1), print(relation->name)));
  }
  return read_grants(in);
}

}  // namespace dbx::dialect::postgres
