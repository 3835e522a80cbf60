// What the server keeps beside a relation or one of its parts: replica identity, storage, comments
// on keys and indexes, states of triggers.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

using schema::SettingKind;

// Where settings of a kind come from: relation, the name of the part, the value. Each begins with
// the catalog that has few rows.
struct Source {
  SettingKind kind;
  std::string_view select;
};

constexpr Source kSources[] = {
    {SettingKind::kReplicaIdentity,
     "SELECT t.oid, '', CASE t.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' ELSE "
     "coalesce((SELECT 'USING INDEX ' || pg_catalog.quote_ident(x.relname) FROM "
     "pg_catalog.pg_index i JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = "
     "t.oid AND i.indisreplident), 'NOTHING') END FROM pg_catalog.pg_class t WHERE t.relkind IN "
     "('r', 'p') AND t.oid >= 16384 AND t.relreplident <> 'd'"},
    {SettingKind::kForceRowSecurity,
     "SELECT t.oid, '', 'true' FROM pg_catalog.pg_class t WHERE t.relforcerowsecurity"},
    {SettingKind::kClusterOn,
     "SELECT i.indrelid, '', x.relname::pg_catalog.text FROM pg_catalog.pg_index i JOIN "
     "pg_catalog.pg_class x ON x.oid = i.indexrelid WHERE i.indisclustered AND i.indrelid >= "
     "16384"},
    {SettingKind::kToastOptions,
     "SELECT t.oid, '', pg_catalog.array_to_string(ARRAY(SELECT u FROM unnest(o.reloptions) AS u "
     "ORDER BY 1), ', ') FROM pg_catalog.pg_class o JOIN pg_catalog.pg_class t ON t.reltoastrelid "
     "= o.oid WHERE o.relkind = 't' AND o.reloptions IS NOT NULL"},
    {SettingKind::kColumnDefault,
     "SELECT t.oid, a.attname::pg_catalog.text, pg_catalog.pg_get_expr(d.adbin, d.adrelid) FROM "
     "pg_catalog.pg_class t JOIN pg_catalog.pg_attrdef d ON d.adrelid = t.oid JOIN "
     "pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.adnum WHERE t.relkind = "
     "'v'"},
    {SettingKind::kColumnComment,
     "SELECT t.oid, a.attname::pg_catalog.text, d.description FROM pg_catalog.pg_description d "
     "JOIN pg_catalog.pg_class t ON t.oid = d.objoid JOIN pg_catalog.pg_attribute a ON a.attrelid "
     "= t.oid AND a.attnum = d.objsubid WHERE d.classoid = "
     "'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid <> 0 AND t.relkind IN ('v', 'm')"},
    {SettingKind::kConstraintComment,
     "SELECT k.conrelid, k.conname::pg_catalog.text, d.description FROM pg_catalog.pg_description "
     "d JOIN pg_catalog.pg_constraint k ON k.oid = d.objoid WHERE d.classoid = "
     "'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.conrelid <> 0 AND k.conparentid = 0 "
     "AND (k.contype <> 'c' OR k.coninhcount = 0)"},
    {SettingKind::kIndexComment,
     "SELECT i.indrelid, c.relname::pg_catalog.text, d.description FROM pg_catalog.pg_description "
     "d JOIN pg_catalog.pg_class c ON c.oid = d.objoid JOIN pg_catalog.pg_index i ON i.indexrelid "
     "= c.oid WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = 0 "
     "AND c.relkind IN ('i', 'I') AND NOT c.relispartition"},
};

std::vector<schema::Setting>* settings_of(Inspection& in, Oid relation) {
  if (schema::Table* table = in.table_of(relation)) return &table->settings;
  if (schema::View* view = in.view_of(relation)) return &view->settings;
  return nullptr;
}

}  // namespace

void add_setting(Inspection& in, Oid relation, schema::SettingKind kind, std::string_view of,
                 std::string_view value) {
  std::vector<schema::Setting>* settings = settings_of(in, relation);
  if (settings == nullptr) return;
  settings->push_back({kind, std::string(of), std::string(value)});
}

Status read_settings(Inspection& in) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < std::size(kSources); ++i) {
    parts.push_back(
        fmt::format("SELECT {}, q.* FROM ({}) AS q(o, part, value)", i, kSources[i].select));
  }
  DBX_TRY(const Rows rows, in.connection.read("settings", text::join(parts, " UNION ALL ")));
  for (int r = 0; r < rows.count(); ++r) {
    const auto source = static_cast<std::size_t>(rows.integer(r, 0));
    add_setting(in, rows.oid(r, 1), kSources[source].kind, rows.text(r, 2), rows.text(r, 3));
  }
  for (schema::Table& table : in.schema.tables) {
    std::sort(table.settings.begin(), table.settings.end());
  }
  for (schema::View& view : in.schema.views) {
    std::sort(view.settings.begin(), view.settings.end());
  }
  return {};
}

}  // namespace dbx::dialect::postgres
