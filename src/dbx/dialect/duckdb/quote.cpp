// Identifiers and text as DuckDB reads them.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {
namespace {

// DuckDB 1.4's keywords that may not stand plain everywhere: categories reserved, column_name and
// type_function of duckdb_keywords(), each between spaces.
constexpr std::string_view kKeywords =
    " "
    "all analyse analyze and any array as asc asymmetric both case cast check collate column "
    "constraint create default deferrable desc describe distinct do else end except false "
    "fetch for foreign from group having in initially intersect into lambda lateral leading "
    "limit not null offset on only or order pivot pivot_longer pivot_wider placing primary "
    "qualify references returning select show some summarize symmetric table then to trailing "
    "true union unique unpivot using variadic when where window with "
    "between bigint bit boolean char character coalesce dec decimal exists extract float "
    "grouping grouping_id inout int integer interval national nchar none nullif numeric out "
    "overlay position precision real row setof smallint substring time timestamp treat trim "
    "values varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces "
    "xmlparse xmlpi xmlroot xmlserialize xmltable "
    "anti asof at authorization binary by collation columns concurrently cross freeze full "
    "generated glob ilike inner is isnull join left like map natural notnull outer overlaps "
    "positional right semi similar struct tablesample try_cast unpack verbose ";

bool may_stand_plain(std::string_view identifier) {
  return text::is_identifier(identifier) && text::to_lower(identifier) == identifier &&
         kKeywords.find(fmt::format(" {} ", identifier)) == std::string_view::npos;
}

}  // namespace

std::string quote(std::string_view identifier) {
  if (may_stand_plain(identifier)) return std::string(identifier);
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

std::string quote(const schema::Name& name) {
  return name.schema.empty() ? quote(name.name) : quote(name.schema) + "." + quote(name.name);
}

schema::Name sequence_name(const schema::Name& table, std::string_view column) {
  return {table.schema, fmt::format("{}_{}_seq", table.name, column)};
}

}  // namespace dbx::dialect::duckdb
