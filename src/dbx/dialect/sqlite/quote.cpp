// Identifiers and text as SQLite reads them.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

// SQLite's keywords (sqlite.org/lang_keywords.html) that its tokenizer knows, each between spaces.
bool is_keyword(std::string_view word) {
  return sqlite3_keyword_check(word.data(), static_cast<int>(word.size())) != 0;
}

}  // namespace

std::string quote(std::string_view identifier) {
  const bool plain = text::is_identifier(identifier) && !is_keyword(identifier);
  if (plain) return std::string(identifier);
  return fmt::format("\"{}\"", text::replace_all(identifier, "\"", "\"\""));
}

std::string quote_text(std::string_view value) {
  return fmt::format("'{}'", text::replace_all(value, "'", "''"));
}

std::string quote_list(const std::vector<std::string>& identifiers) {
  std::vector<std::string> quoted;
  for (const std::string& identifier : identifiers) quoted.push_back(quote(identifier));
  return text::join(quoted, ", ");
}

}  // namespace dbx::dialect::sqlite
