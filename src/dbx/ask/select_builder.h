// Puts a query together: joins a fact to the dimensions that are asked for, each once.
#pragma once

#include <string>

#include "dbx/ask/catalog.h"
#include "dbx/query/query.h"

namespace dbx::ask {

class SelectBuilder {
 public:
  explicit SelectBuilder(const spec::Table& fact);

  // The column, its dimension joined. `keep_all`: rows without a member stay, with NULL.
  query::Expression column(const Path& path, const std::string& name, bool keep_all);
  query::Expression own(const std::string& name) const;

  void item(query::Expression expression, std::string alias);
  // Also an item.
  void group(const query::Expression& expression, const std::string& alias);
  void order(query::Expression expression, bool descending);
  void limit(std::int64_t rows) { select_.limit = rows; }
  void where(query::Expression condition) { select_.where = std::move(condition); }

  query::Select take() { return std::move(select_); }

 private:
  std::string join(const Path& path, bool keep_all);

  std::string fact_;
  query::Select select_;
};

}  // namespace dbx::ask
