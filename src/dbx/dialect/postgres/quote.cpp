// Identifiers and text as PostgreSQL reads them.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/postgres.h"

namespace dbx::dialect::postgres {
namespace {

constexpr std::size_t kNameBytesMax = 63;  // NAMEDATALEN - 1

// PostgreSQL 15's keywords but the unreserved ones (pg_get_keywords() where catcode <> 'U'), each
// between spaces.
constexpr std::string_view kKeywords =
    " "
    "all analyse analyze and any array as asc asymmetric authorization between bigint binary bit "
    "boolean both case cast char character check coalesce collate collation column concurrently "
    "constraint create cross current_catalog current_date current_role current_schema "
    "current_time current_timestamp current_user dec decimal default deferrable desc distinct do "
    "else end except exists extract false fetch float for foreign freeze from full grant greatest "
    "group grouping having ilike in initially inner inout int integer intersect interval into is "
    "isnull join lateral leading least left like limit localtime localtimestamp national natural "
    "nchar none normalize not notnull null nullif numeric offset on only or order out outer "
    "overlaps overlay placing position precision primary real references returning right row "
    "select session_user setof similar smallint some substring symmetric table tablesample then "
    "time timestamp to trailing treat trim true union unique user using values varchar variadic "
    "verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest "
    "xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable ";

// [a-z_][a-z0-9_]*: the server allows '$' too, but quotes it.
bool may_stand_plain(std::string_view identifier) {
  return text::is_identifier(identifier) && text::to_lower(identifier) == identifier &&
         kKeywords.find(fmt::format(" {} ", identifier)) == std::string_view::npos;
}

// The longest part of at most `bytes` bytes that ends between two characters.
std::string_view clip(std::string_view name, std::size_t bytes) {
  if (name.size() <= bytes) return name;
  const auto continues = [&](std::size_t at) {
    return (static_cast<unsigned char>(name[at]) & 0xC0U) == 0x80U;
  };
  while (bytes > 0 && continues(bytes)) --bytes;
  return name.substr(0, bytes);
}

}  // namespace

std::string quote(std::string_view identifier) {
  if (may_stand_plain(identifier)) return std::string(identifier);
  return fmt::format("\"{}\"", text::replace_all(identifier, "\"", "\"\""));
}

// With a backslash as E'..', which means the same whatever standard_conforming_strings is.
std::string quote_text(std::string_view value) {
  const std::string doubled = text::replace_all(value, "'", "''");
  if (value.find('\\') == std::string_view::npos) return fmt::format("'{}'", doubled);
  return fmt::format("E'{}'", text::replace_all(doubled, "\\", "\\\\"));
}

std::string quote_list(const std::vector<std::string>& identifiers) {
  std::vector<std::string> quoted;
  for (const std::string& identifier : identifiers) quoted.push_back(quote(identifier));
  return text::join(quoted, ", ");
}

std::string quote(const schema::Name& name) {
  return name.schema.empty() ? quote(name.name) : quote(name.schema) + "." + quote(name.name);
}

std::string quote_dotted(std::string_view name) {
  std::vector<std::string> quoted;
  for (const std::string& part : spec::split_name(name)) quoted.push_back(quote(part));
  return text::join(quoted, ".");
}

std::string serial_sequence_name(std::string_view table, std::string_view column) {
  constexpr std::string_view kSuffix = "_seq";
  const std::size_t available = kNameBytesMax - 1 - kSuffix.size();
  std::size_t table_bytes = table.size();
  std::size_t column_bytes = column.size();
  while (table_bytes + column_bytes > available) {
    --(table_bytes > column_bytes ? table_bytes : column_bytes);
  }
  return fmt::format("{}_{}{}", clip(table, table_bytes), clip(column, column_bytes), kSuffix);
}

}  // namespace dbx::dialect::postgres
