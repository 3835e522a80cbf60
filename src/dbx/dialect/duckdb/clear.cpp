// Emptying tables: DuckDB 1.4 still holds deleted keys against new rows inside one transaction, so
// each is made anew.
#include <fmt/format.h>

#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {
namespace {

using schema::Name;
using schema::Table;

// Tables are held by physical foreign keys of others: they cannot be dropped while these are there.
class Holders {
 public:
  explicit Holders(const schema::Schema& schema) {
    for (const Table& table : schema.tables) {
      for (const schema::ForeignKey& key : table.foreign_keys) {
        if (key.target() != schema::name_of(table)) holders_.emplace(key.target(), table.name);
      }
    }
  }
  Status check(const Name& name) const {
    const auto holder = holders_.find(name);
    if (holder == holders_.end()) return {};
    return fail(
        Code::kUnsupportedChange,
        fmt::format("{} must be made anew, but {} references it with a physical foreign key",
                    schema::print(name), holder->second),
        "let the foreign key be verified: remove 'constraints: physical'");
  }

 private:
  std::map<Name, std::string> holders_;  // the first of each
};

}  // namespace

Result<std::vector<Statement>> write_clear(const schema::Schema& live,
                                           const std::vector<std::string>& tables) {
  Rebuilds rebuilds;
  const Holders holders(live);
  for (const std::string& name : tables) {
    const Table* table = schema::find_table(live, name);
    if (table == nullptr) continue;
    DBX_CHECK_OK(holders.check(schema::name_of(*table)));
    rebuilds.tables.emplace(schema::name_of(*table), same_again(*table));
  }
  std::vector<Statement> statements;
  write_rebuilds(live, live, rebuilds, Rows::kDrop, statements);
  return statements;
}

}  // namespace dbx::dialect::duckdb
