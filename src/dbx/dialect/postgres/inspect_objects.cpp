// What is kept as the statement that makes it: extensions, routines, triggers, policies, rules,
// statistics objects.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Object;
using schema::ObjectKind;

// An extension's comment is its own, and its version the server's to choose. Its schema is not said
// where the extension brings it along.
Status read_extensions(Inspection& in) {
  DBX_TRY(const Rows rows,
          in.connection.read("extensions",
                             "SELECT e.extname, e.extnamespace, n.nspname FROM "
                             "pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = "
                             "e.extnamespace WHERE e.extname <> 'plpgsql' ORDER BY e.extname"));
  for (int r = 0; r < rows.count(); ++r) {
    Object object;
    object.kind = ObjectKind::kExtension;
    object.identity = rows.string(r, 0);
    std::string definition = fmt::format("CREATE EXTENSION {}", quote(object.identity));
    const std::string home = rows.string(r, 2);
    if (home != "public" && !home.starts_with("pg_") &&
        !in.is_extension_member(kNamespaceCatalog, rows.oid(r, 1))) {
      definition += fmt::format(" WITH SCHEMA {}", quote(home));
    }
    object.definition = std::move(definition);
    in.schema.objects.push_back(std::move(object));
  }
  return {};
}

// pg_get_functiondef() qualifies the name always; here names in public are bare.
std::string routine_definition(std::string_view text) {
  for (const std::string_view head :
       {"CREATE OR REPLACE FUNCTION ", "CREATE OR REPLACE PROCEDURE "}) {
    if (!text.starts_with(head)) continue;
    std::string_view rest = text.substr(head.size());
    if (rest.starts_with("public.")) rest.remove_prefix(7);
    return fmt::format("{}{}", head, text::trim(rest));
  }
  return std::string(text::trim(text));
}

// Functions that a type brought along (of a range) or an extension's are left out.
Status read_routines(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read(
          "functions and procedures",
          fmt::format(
              "SELECT p.oid, p.pronamespace, p.proname, p.prokind, "
              "pg_catalog.pg_get_function_identity_arguments(p.oid), "
              "pg_catalog.pg_get_functiondef(p.oid) FROM pg_catalog.pg_proc p WHERE p.prokind <> "
              "'a' AND p.pronamespace {0} AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d "
              "WHERE d.classid = {1} AND d.objid = p.oid AND d.deptype IN ('e', 'i')) ORDER BY "
              "p.proname, 5",
              kUserNamespaces, static_cast<Oid>(kProcCatalog))));
  for (int r = 0; r < rows.count(); ++r) {
    Object object;
    object.kind = rows.letter(r, 3) == 'p' ? ObjectKind::kProcedure : ObjectKind::kFunction;
    object.schema = in.schema_name(rows.oid(r, 1));
    object.identity = fmt::format("{}({})", quote(rows.text(r, 2)), rows.text(r, 4));
    object.definition = routine_definition(rows.text(r, 5));
    object.comment = in.comment(kProcCatalog, rows.oid(r, 0));
    in.schema.objects.push_back(std::move(object));
  }
  return {};
}

// Something that lives on a table or view, or nothing where that is not listed.
Object* add_to_relation(Inspection& in, Oid relation_oid, ObjectKind kind, std::string_view name) {
  const Relation* relation = in.find(relation_oid);
  if (relation == nullptr || !relation->listed || relation->kind == 'f') return nullptr;
  Object& object = in.schema.objects.emplace_back();
  object.kind = kind;
  object.identity = std::string(name);
  object.table = relation->name;
  return &object;
}

// Of a trigger or rule: in which sessions it fires.
void add_state(Inspection& in, Oid relation, schema::SettingKind kind, std::string_view name,
               char state) {
  if (state == 'O') return;
  add_setting(in, relation, kind, name,
              state == 'D' ? "disabled" : (state == 'R' ? "replica" : "always"));
}

Status read_triggers(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read("triggers",
                         "SELECT t.oid, t.tgrelid, t.tgname, pg_catalog.pg_get_triggerdef(t.oid, "
                         "true), t.tgenabled FROM pg_catalog.pg_trigger t WHERE NOT "
                         "t.tgisinternal AND t.tgparentid = 0 ORDER BY t.tgname"));
  for (int r = 0; r < rows.count(); ++r) {
    const Oid oid = rows.oid(r, 0);
    if (in.is_extension_member(kTriggerCatalog, oid)) continue;
    Object* object = add_to_relation(in, rows.oid(r, 1), ObjectKind::kTrigger, rows.text(r, 2));
    if (object == nullptr) continue;
    object->definition = rows.string(r, 3);
    object->comment = in.comment(kTriggerCatalog, oid);
    add_state(in, rows.oid(r, 1), schema::SettingKind::kTriggerState, rows.text(r, 2),
              rows.letter(r, 4));
  }
  return {};
}

std::string_view policy_command(char letter) {
  switch (letter) {
    case 'r':
      return " FOR SELECT";
    case 'a':
      return " FOR INSERT";
    case 'w':
      return " FOR UPDATE";
    case 'd':
      return " FOR DELETE";
    default:
      return "";
  }
}

Status read_policies(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read(
          "policies",
          "SELECT p.oid, p.polrelid, p.polname, p.polpermissive, p.polcmd, ARRAY(SELECT CASE WHEN "
          "a.o = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.o)) END "
          "FROM unnest(p.polroles) AS a(o) ORDER BY 1), pg_catalog.pg_get_expr(p.polqual, "
          "p.polrelid), pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) FROM "
          "pg_catalog.pg_policy p ORDER BY p.polname"));
  for (int r = 0; r < rows.count(); ++r) {
    Object* object = add_to_relation(in, rows.oid(r, 1), ObjectKind::kPolicy, rows.text(r, 2));
    if (object == nullptr) continue;
    std::string text =
        fmt::format("CREATE POLICY {} ON {}{}{}", quote(object->identity), quote(*object->table),
                    rows.truth(r, 3) ? "" : " AS RESTRICTIVE", policy_command(rows.letter(r, 4)));
    const std::string roles = text::join(rows.strings(r, 5), ", ");
    if (roles != "PUBLIC") text += " TO " + roles;
    if (!rows.is_null(r, 6)) text += fmt::format(" USING ({})", rows.text(r, 6));
    if (!rows.is_null(r, 7)) text += fmt::format(" WITH CHECK ({})", rows.text(r, 7));
    object->definition = std::move(text);
    object->comment = in.comment(kPolicyCatalog, rows.oid(r, 0));
  }
  return {};
}

Status read_rules(Inspection& in) {
  DBX_TRY(
      const Rows rows,
      in.connection.read("rules",
                         "SELECT w.oid, w.ev_class, w.rulename, pg_catalog.pg_get_ruledef(w.oid, "
                         "true), w.ev_enabled FROM pg_catalog.pg_rewrite w WHERE w.rulename <> "
                         "'_RETURN' AND w.oid >= 16384 ORDER BY w.rulename"));
  for (int r = 0; r < rows.count(); ++r) {
    Object* object = add_to_relation(in, rows.oid(r, 1), ObjectKind::kRule, rows.text(r, 2));
    if (object == nullptr) continue;
    std::string_view text = text::trim(rows.text(r, 3));
    if (text.ends_with(';')) text.remove_suffix(1);
    object->definition = std::string(text);
    object->comment = in.comment(kRewriteCatalog, rows.oid(r, 0));
    add_state(in, rows.oid(r, 1), schema::SettingKind::kRuleState, rows.text(r, 2),
              rows.letter(r, 4));
  }
  return {};
}

// The server qualifies the name always; here names in public are bare.
Status read_statistics(Inspection& in) {
  DBX_TRY(const Rows rows,
          in.connection.read("statistics objects",
                             "SELECT s.oid, s.stxrelid, s.stxnamespace, s.stxname, "
                             "pg_catalog.pg_get_statisticsobjdef(s.oid) FROM "
                             "pg_catalog.pg_statistic_ext s ORDER BY s.stxname"));
  for (int r = 0; r < rows.count(); ++r) {
    Object* object = add_to_relation(in, rows.oid(r, 1), ObjectKind::kStatistics, rows.text(r, 3));
    if (object == nullptr) continue;
    object->schema = in.schema_name(rows.oid(r, 2));
    constexpr std::string_view kBefore = "CREATE STATISTICS public.";
    std::string_view text = rows.text(r, 4);
    if (text.starts_with(kBefore)) text.remove_prefix(kBefore.size());
    object->definition = text.size() == rows.text(r, 4).size()
                             ? std::string(text)
                             : "CREATE STATISTICS " + std::string(text);
    object->comment = in.comment(kStatisticsCatalog, rows.oid(r, 0));
  }
  return {};
}

}  // namespace

Status read_objects(Inspection& in) {
  DBX_CHECK_OK(read_extensions(in));
  DBX_CHECK_OK(read_routines(in));
  DBX_CHECK_OK(read_triggers(in));
  DBX_CHECK_OK(read_aggregates(in));
  DBX_CHECK_OK(read_policies(in));
  DBX_CHECK_OK(read_statistics(in));
  return read_rules(in);
}

}  // namespace dbx::dialect::postgres
