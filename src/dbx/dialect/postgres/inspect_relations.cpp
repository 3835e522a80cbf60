// Namespaces, comments, members of extensions; tables and views without their columns.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

// What initdb says about public.
constexpr std::string_view kStandardComment = "standard public schema";

Status read_extension_members(Inspection& in) {
  DBX_TRY(const Rows rows,
          in.connection.read("the members of extensions",
                             "SELECT classid, objid FROM pg_catalog.pg_depend WHERE refclassid = "
                             "'pg_catalog.pg_extension'::pg_catalog.regclass AND deptype = 'e'"));
  for (int r = 0; r < rows.count(); ++r) {
    in.extension_members.emplace(rows.oid(r, 0), rows.oid(r, 1));
  }
  return {};
}

// OIDs from 16384 on are users'; 2200 is public.
Status read_comments(Inspection& in) {
  DBX_TRY(const Rows rows,
          in.connection.read("comments",
                             "SELECT classoid, objoid, objsubid, description FROM "
                             "pg_catalog.pg_description WHERE objoid >= 16384 OR objoid = 2200"));
  for (int r = 0; r < rows.count(); ++r) {
    in.comments.emplace(
        std::tuple{rows.oid(r, 0), rows.oid(r, 1), static_cast<int>(rows.integer(r, 2))},
        rows.string(r, 3));
  }
  return {};
}

// The definition without leading space and final semicolon.
std::string view_definition(std::string_view text) {
  text = text::trim(text);
  if (text.ends_with(';')) text.remove_suffix(1);
  return std::string(text);
}

void add_table(Inspection& in, const Rows& rows, int r, Relation& relation) {
  schema::Table table;
  table.name = relation.name.name;
  table.schema = relation.name.schema;
  table.comment = in.comment(kClassCatalog, relation.oid);
  table.unlogged = rows.truth(r, 4);
  table.row_security = rows.truth(r, 5);
  if (!rows.is_null(r, 7)) table.options = join_options(rows.strings(r, 7));
  if (!rows.is_null(r, 8)) table.partition_by = rows.string(r, 8);
  if (relation.is_partition) {
    table.partition_of = schema::PartitionOf{{}, rows.string(r, 9)};
  }
  relation.position = in.schema.tables.size();
  in.schema.tables.push_back(std::move(table));
}

void add_view(Inspection& in, const Rows& rows, int r, Relation& relation) {
  schema::View view;
  view.name = relation.name.name;
  view.schema = relation.name.schema;
  view.comment = in.comment(kClassCatalog, relation.oid);
  view.materialized = relation.kind == 'm';
  view.select = view_definition(rows.text(r, 10));
  if (!rows.is_null(r, 7)) view.options = join_options(rows.strings(r, 7));
  relation.position = in.schema.views.size();
  in.schema.views.push_back(std::move(view));
}

Status read_inheritance(Inspection& in) {
  DBX_TRY(const Rows rows,
          in.connection.read("inheritance",
                             "SELECT i.inhrelid, i.inhparent FROM pg_catalog.pg_inherits i JOIN "
                             "pg_catalog.pg_class t ON t.oid = i.inhrelid WHERE t.relkind = 'r' "
                             "AND NOT t.relispartition ORDER BY i.inhrelid, i.inhseqno"));
  for (int r = 0; r < rows.count(); ++r) {
    Relation* heir = in.find(rows.oid(r, 0));
    const Relation* parent = in.find(rows.oid(r, 1));
    schema::Table* table = in.table_of(rows.oid(r, 0));
    if (heir == nullptr || parent == nullptr || table == nullptr) continue;
    heir->parents.push_back(parent->oid);
    table->inherits.push_back(parent->name);
  }
  return {};
}

}  // namespace

Status read_namespaces(Inspection& in) {
  DBX_CHECK_OK(read_extension_members(in));
  DBX_CHECK_OK(read_comments(in));
  DBX_TRY(const Rows rows,
          in.connection.read("schemas",
                             fmt::format("SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE "
                                         "oid {} ORDER BY nspname",
                                         kUserNamespaces)));
  for (int r = 0; r < rows.count(); ++r) {
    const Oid oid = rows.oid(r, 0);
    const std::string name = rows.string(r, 1);
    const std::string comment = in.comment(kNamespaceCatalog, oid);
    in.namespaces.emplace(oid, name);
    if (name == "public") {
      if (!comment.empty() && comment != kStandardComment) {
        in.note("the comment on schema public is not modelled");
      }
    } else if (!in.is_extension_member(kNamespaceCatalog, oid)) {
      in.schema.namespaces.push_back({name, comment});
    }
  }
  return {};
}

Status read_relations(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read(
          "tables and views",
          fmt::format(
              "SELECT c.oid, c.relnamespace, c.relname, c.relkind, c.relpersistence = 'u', "
              "c.relrowsecurity, c.relispartition, c.reloptions, "
              "CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END, "
              "CASE WHEN c.relispartition THEN pg_catalog.pg_get_expr(c.relpartbound, c.oid) END, "
              "CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END, "
              "CASE WHEN c.relispartition THEN (SELECT i.inhparent FROM pg_catalog.pg_inherits i "
              "WHERE i.inhrelid = c.oid) END, c.reltype "
              "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
              "WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND c.relnamespace {} "
              "ORDER BY n.nspname, c.relname",
              kUserNamespaces)));
  in.relations.reserve(static_cast<std::size_t>(rows.count()));
  for (int r = 0; r < rows.count(); ++r) {
    Relation relation;
    relation.oid = rows.oid(r, 0);
    relation.row_type = rows.oid(r, 12);
    relation.kind = rows.letter(r, 3);
    relation.name = {in.schema_name(rows.oid(r, 1)), rows.string(r, 2)};
    relation.is_partition = rows.truth(r, 6);
    relation.listed =
        !is_own(relation.name) && !in.is_extension_member(kClassCatalog, relation.oid);
    if (relation.listed && (relation.kind == 'r' || relation.kind == 'p')) {
      add_table(in, rows, r, relation);
    } else if (relation.listed && (relation.kind == 'v' || relation.kind == 'm')) {
      add_view(in, rows, r, relation);
    }
    in.relation_at.emplace(relation.oid, in.relations.size());
    in.relations.push_back(std::move(relation));
  }
  for (int r = 0; r < rows.count(); ++r) {
    if (rows.is_null(r, 11)) continue;
    const Relation* parent = in.find(rows.oid(r, 11));
    schema::Table* table = in.table_of(rows.oid(r, 0));
    if (parent != nullptr && table != nullptr) table->partition_of->parent = parent->name;
    in.find(rows.oid(r, 0))->parents.push_back(rows.oid(r, 11));
  }
  return read_inheritance(in);
}

Status read_view_dependencies(Inspection& in) {
  DBX_TRY(const Rows rows,
          in.connection.read(
              "what views read",
              fmt::format("SELECT DISTINCT w.ev_class, d.refobjid FROM pg_catalog.pg_rewrite w "
                          "JOIN pg_catalog.pg_class c ON c.oid = w.ev_class JOIN "
                          "pg_catalog.pg_depend d ON d.classid = {0} AND d.objid = w.oid AND "
                          "d.refclassid = {1} AND d.refobjid <> w.ev_class WHERE c.relkind IN "
                          "('v', 'm') AND w.rulename = '_RETURN' AND c.relnamespace {2}",
                          static_cast<Oid>(kRewriteCatalog), static_cast<Oid>(kClassCatalog),
                          kUserNamespaces)));
  for (int r = 0; r < rows.count(); ++r) {
    schema::View* view = in.view_of(rows.oid(r, 0));
    const Relation* read = in.find(rows.oid(r, 1));
    if (view != nullptr && read != nullptr) view->reads.push_back(read->name);
  }
  for (schema::View& view : in.schema.views) std::sort(view.reads.begin(), view.reads.end());
  return {};
}

}  // namespace dbx::dialect::postgres
