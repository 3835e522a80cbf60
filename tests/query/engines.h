// The three engines that every machine has, side by side, and what they answer, written alike: so
// that a query can be asked of all and the answers compared.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dbx/dialect/dialect.h"

namespace dbx::test {

struct Engine {
  const dialect::Dialect* dialect;
  std::string url;
  std::unique_ptr<database::Connection> connection;
};

// Empty databases: DuckDB and SQLite in `folder` (empty: in memory), PostgreSQL on the test cluster
// where there is one (`name` begins its name).
std::vector<Engine> open_engines(const std::string& name, const std::string& folder = {});

// Numbers to 9 significant digits whatever their type, truth as 1 and 0, a timestamp at midnight as
// its date.
std::string normal(const database::Value& value);
// Cells separated by |, a line a row, in the order they came; or the error's message.
std::string answer(Engine& engine, const query::Select& select);
std::string answer(const Result<database::ResultSet>& result);
// The lines sorted, where the order is nobody's promise.
std::string sorted_lines(const std::string& lines);

}  // namespace dbx::test
