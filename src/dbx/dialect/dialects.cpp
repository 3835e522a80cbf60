// The registry of engines: one line each.
#include <fmt/format.h>

#include "dbx/base/secret.h"
#include "dbx/dialect/dialect.h"
#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect {

Result<KeysAside> Dialect::write_keys_aside(const schema::Schema&,
                                            const std::vector<std::string>&) const {
  return KeysAside{};
}

Result<std::vector<Statement>> Dialect::write_online(const plan::Plan&) const {
  return fail(Code::kUsage, fmt::format("--online: {} has no statements that run online", name()),
              "leave --online out; postgres has them");
}

std::span<const Dialect* const> dialects() {
  static const Dialect* const kDialects[] = {
      &duckdb::instance(),
      &postgres::instance(),
      &sqlite::instance(),
  };
  return kDialects;
}

Result<const Dialect*> find(std::string_view name) {
  std::string known;
  for (const Dialect* dialect : dialects()) {
    if (dialect->name() == name) return dialect;
    known.append(known.empty() ? "" : ", ").append(dialect->name());
  }
  return fail(Code::kBadUrl, fmt::format("no engine '{}'", name),
              fmt::format("this dbx speaks {}", known));
}

Result<const Dialect*> for_url(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos) {
    return fail(Code::kBadUrl, fmt::format("'{}' is not a database URL", redact(url)),
                fmt::format("write scheme:place, for example duckdb:{}", url));
  }
  return find(url.substr(0, colon));
}

}  // namespace dbx::dialect
