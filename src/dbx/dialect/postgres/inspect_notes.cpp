// What a database has and schema::Schema does not hold: said, so that nobody believes it is.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

// Each line of the query: a sentence about a named thing. {0}: the condition on a user's namespace.
// Things are named by pg_identify_object(), which quotes and qualifies.

std::string things_query() {
  // catalog, alias for people, condition on t
  struct Kind {
    std::string_view words;
    std::string_view catalog;
    std::string_view condition;
  };
  constexpr Kind kThings[] = {
      {"aggregate", "pg_proc", "t.prokind = 'a'"},
      {"foreign table", "pg_class", "t.relkind = 'f'"},
      {"event trigger", "pg_event_trigger", "true"},
      {"publication", "pg_publication", "true"},
      {"statistics object", "pg_statistic_ext", "true"},
      {"operator", "pg_operator", "true"},
      {"operator class", "pg_opclass", "true"},
      {"operator family", "pg_opfamily",
       "NOT EXISTS (SELECT 1 FROM pg_catalog.pg_opclass o WHERE o.opcfamily = t.oid)"},
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
  std::string query;
  for (const Kind& kind : kThings) {
    if (!query.empty()) query += " UNION ALL ";
    query += fmt::format(
        "SELECT '{0}', (pg_catalog.pg_identify_object('pg_catalog.{1}'::pg_catalog.regclass, "
        "t.oid, 0)).identity FROM pg_catalog.{1} t WHERE t.oid >= 16384 AND {2} AND NOT EXISTS "
        "(SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = "
        "'pg_catalog.{1}'::pg_catalog.regclass AND d.objid = t.oid AND d.deptype IN ('e', 'i'))",
        kind.words, kind.catalog, kind.condition);
  }
  return query;
}

}  // namespace

Status read_notes(Inspection& in) {
  DBX_TRY(const Rows things, in.connection.read("what is not modelled", things_query()));
  for (int r = 0; r < things.count(); ++r) {
    in.note(fmt::format("{} {} is left out", things.text(r, 0), things.text(r, 1)));
  }
  return {};
}

}  // namespace dbx::dialect::postgres
