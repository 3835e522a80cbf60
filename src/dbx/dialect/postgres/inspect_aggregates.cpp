// Aggregates: the server prints none, so they are put together of what the catalog says.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

// An option of CREATE AGGREGATE and the SQL that has its value, NULL where it goes without saying;
// `a` is its row of pg_aggregate, `p` of pg_proc.
struct Option {
  std::string_view word;
  std::string_view value;
};

constexpr Option kOptions[] = {
    {"SFUNC", "a.aggtransfn::pg_catalog.text"},
    {"STYPE", "pg_catalog.format_type(a.aggtranstype, NULL)"},
    {"SSPACE", "nullif(a.aggtransspace, 0)::pg_catalog.text"},
    {"FINALFUNC", "nullif(a.aggfinalfn::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text"},
    {"FINALFUNC_EXTRA", "CASE WHEN a.aggfinalextra THEN '' END"},
    {"FINALFUNC_MODIFY",
     "CASE WHEN a.aggfinalfn::pg_catalog.oid <> 0 AND a.aggfinalmodify <> CASE a.aggkind WHEN 'n' "
     "THEN 'r' ELSE "
     "'w' END THEN CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE "
     "'READ_WRITE' END END"},
    {"COMBINEFUNC",
     "nullif(a.aggcombinefn::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text"},
    {"SERIALFUNC", "nullif(a.aggserialfn::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text"},
    {"DESERIALFUNC",
     "nullif(a.aggdeserialfn::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text"},
    {"INITCOND", "pg_catalog.quote_literal(a.agginitval)"},
    {"MSFUNC", "nullif(a.aggmtransfn::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text"},
    {"MINVFUNC",
     "nullif(a.aggminvtransfn::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text"},
    {"MSTYPE",
     "CASE WHEN a.aggmtranstype <> 0 THEN pg_catalog.format_type(a.aggmtranstype, NULL) "
     "END"},
    {"MSSPACE", "nullif(a.aggmtransspace, 0)::pg_catalog.text"},
    {"MFINALFUNC", "nullif(a.aggmfinalfn::pg_catalog.oid, 0)::pg_catalog.regproc::pg_catalog.text"},
    {"MFINALFUNC_EXTRA", "CASE WHEN a.aggmfinalextra THEN '' END"},
    {"MINITCOND", "pg_catalog.quote_literal(a.aggminitval)"},
    {"SORTOP",
     "CASE WHEN a.aggsortop <> 0 THEN 'OPERATOR(' || (SELECT "
     "pg_catalog.quote_ident(n.nspname) || '.' || o.oprname FROM pg_catalog.pg_operator "
     "o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace WHERE o.oid = "
     "a.aggsortop) || ')' END"},
    {"PARALLEL", "CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' END"},
    {"HYPOTHETICAL", "CASE WHEN a.aggkind = 'h' THEN '' END"},
};
constexpr int kFirstOption = 4;

std::string aggregates_query() {
  std::string sql =
      "SELECT p.oid, p.pronamespace, p.proname, "
      "pg_catalog.pg_get_function_identity_arguments(p.oid)";
  for (const Option& option : kOptions) sql += fmt::format(", {}", option.value);
  return sql + fmt::format(
                   " FROM pg_catalog.pg_aggregate a JOIN pg_catalog.pg_proc p ON p.oid = "
                   "a.aggfnoid WHERE p.pronamespace {} ORDER BY p.proname, 4",
                   kUserNamespaces);
}

}  // namespace

Status read_aggregates(Inspection& in) {
  DBX_TRY(const Rows rows, in.connection.read("aggregates", aggregates_query()));
  for (int r = 0; r < rows.count(); ++r) {
    const Oid oid = rows.oid(r, 0);
    if (in.is_extension_member(kProcCatalog, oid)) continue;
    schema::Object object;
    object.kind = schema::ObjectKind::kAggregate;
    object.schema = in.schema_name(rows.oid(r, 1));
    const std::string arguments = rows.text(r, 3).empty() ? "*" : rows.string(r, 3);
    object.identity = fmt::format("{}({})", quote(rows.text(r, 2)), arguments);
    std::vector<std::string> options;
    for (std::size_t i = 0; i < std::size(kOptions); ++i) {
      const int column = kFirstOption + static_cast<int>(i);
      if (rows.is_null(r, column)) continue;
      const std::string_view value = rows.text(r, column);
      options.push_back(value.empty() ? std::string(kOptions[i].word)
                                      : fmt::format("{} = {}", kOptions[i].word, value));
    }
    const std::string prefix = object.schema.empty() ? "" : quote(object.schema) + ".";
    object.definition = fmt::format("CREATE AGGREGATE {}{} (\n  {}\n)", prefix, object.identity,
                                    text::join(options, ",\n  "));
    object.comment = in.comment(kProcCatalog, oid);
    in.schema.objects.push_back(std::move(object));
  }
  return {};
}

}  // namespace dbx::dialect::postgres
