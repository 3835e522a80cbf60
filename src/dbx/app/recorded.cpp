// Spec text of the ledger back to what the engine held.
#include "dbx/app/recorded.h"

#include "dbx/spec/parse.h"

namespace dbx::app {

Result<schema::Schema> recorded_schema(const dialect::Dialect& dialect, const std::string& yaml) {
  auto spec = spec::parse(yaml, "the schema in the ledger");
  if (!spec) {
    Diagnostics problems = std::move(spec).error();
    problems.front().code = Code::kLedgerDamaged;
    return fail(std::move(problems));
  }
  DBX_TRY(dialect::Realised realised, dialect.realise(schema::lower(*spec, dialect.name())));
  return std::move(realised.schema);
}

Result<std::optional<schema::Schema>> schema_left(const dialect::Dialect& dialect,
                                                  const std::vector<migrate::LedgerRow>& ledger) {
  std::optional<schema::Schema> left;
  if (ledger.empty()) return left;
  const migrate::LedgerRow& last = ledger.back();
  const std::string& yaml = last.schema_after.empty() ? last.spec : last.schema_after;
  if (yaml.empty()) return left;
  DBX_TRY(left, recorded_schema(dialect, yaml));
  return left;
}

}  // namespace dbx::app
