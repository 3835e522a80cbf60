// How the whitelist of types is spelled in PostgreSQL, and how format_type() spells it back.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/postgres.h"

namespace dbx::dialect::postgres {
namespace {

using spec::Type;
using spec::TypeKind;

constexpr int kTimePrecisionMax = 6;      // microseconds
constexpr int kDecimalPrecisionMax = 38;  // of the whitelist; PostgreSQL goes further

// What may stand in parentheses, and where: character varying(50), time(3) without time zone.
enum class Arguments { kNone, kLength, kPrecision, kPrecisionScale };

struct Spelling {
  TypeKind kind;
  Arguments arguments;
  std::string_view name;
  std::string_view after = {};  // what follows the arguments
};

constexpr Spelling kSpellings[] = {
    {TypeKind::kSmallInt, Arguments::kNone, "smallint"},
    {TypeKind::kInt, Arguments::kNone, "integer"},
    {TypeKind::kBigInt, Arguments::kNone, "bigint"},
    {TypeKind::kDecimal, Arguments::kPrecisionScale, "numeric"},
    {TypeKind::kReal, Arguments::kNone, "real"},
    {TypeKind::kDouble, Arguments::kNone, "double precision"},
    {TypeKind::kBoolean, Arguments::kNone, "boolean"},
    {TypeKind::kChar, Arguments::kLength, "character"},
    {TypeKind::kVarchar, Arguments::kLength, "character varying"},
    {TypeKind::kText, Arguments::kNone, "text"},
    {TypeKind::kDate, Arguments::kNone, "date"},
    {TypeKind::kTime, Arguments::kPrecision, "time", " without time zone"},
    {TypeKind::kTimestamp, Arguments::kPrecision, "timestamp", " without time zone"},
    {TypeKind::kTimestampTz, Arguments::kPrecision, "timestamp", " with time zone"},
    {TypeKind::kInterval, Arguments::kNone, "interval"},
    {TypeKind::kUuid, Arguments::kNone, "uuid"},
    {TypeKind::kJson, Arguments::kNone, "jsonb"},
    {TypeKind::kBlob, Arguments::kNone, "bytea"},
};

// Other names that the server itself knows, for types that people pass through as they stand.
struct Alias {
  std::string_view written;
  std::string_view kept;
};
constexpr Alias kAliases[] = {
    {"int", "integer"},
    {"int2", "smallint"},
    {"int4", "integer"},
    {"int8", "bigint"},
    {"float", "double precision"},
    {"float4", "real"},
    {"float8", "double precision"},
    {"bool", "boolean"},
    {"dec", "numeric"},
    {"decimal", "numeric"},
    {"char", "character"},
    {"varchar", "character varying"},
    {"char varying", "character varying"},
    {"varbit", "bit varying"},
    {"timetz", "time with time zone"},
    {"timestamptz", "timestamp with time zone"},
    {"timestamp", "timestamp without time zone"},
    {"time", "time without time zone"},
};

Type of_kind(TypeKind kind) {
  Type type;
  type.kind = kind;
  return type;
}

Type engine(std::string text) {
  Type type = of_kind(TypeKind::kEngine);
  type.engine_text = std::move(text);
  return type;
}

// The numbers of "(18,2)"; nothing where they are none, negative, or have more digits than counts.
std::optional<std::vector<int>> read_numbers(std::string_view inside) {
  std::vector<int> numbers;
  for (const std::string_view part : text::split(inside, ',')) {
    const auto number = text::to_int64(part);
    if (!number || *number < 0 || *number > 100'000'000) return std::nullopt;
    numbers.push_back(static_cast<int>(*number));
  }
  return numbers;
}

// Nothing where the numbers do not fit the whitelist: numeric(60,2), numeric without precision.
std::optional<Type> with_numbers(const Spelling& spelling, const std::vector<int>& numbers) {
  Type type = of_kind(spelling.kind);
  switch (spelling.arguments) {
    case Arguments::kNone:
      if (!numbers.empty()) return std::nullopt;
      return type;
    case Arguments::kLength:
      if (numbers.size() != 1 || numbers[0] < 1) return std::nullopt;
      type.length = numbers[0];
      return type;
    case Arguments::kPrecision:
      if (numbers.size() > 1) return std::nullopt;
      if (!numbers.empty()) type.precision = numbers[0];
      return type;
    case Arguments::kPrecisionScale:
      if (numbers.size() != 2 || numbers[0] > kDecimalPrecisionMax || numbers[1] > numbers[0]) {
        return std::nullopt;
      }
      type.precision = numbers[0];
      type.scale = numbers[1];
      return type;
  }
  return std::nullopt;
}

std::optional<Type> read_element(std::string_view element) {
  const std::size_t open = element.find('(');
  const std::size_t close = element.find(')');
  std::vector<int> numbers;
  std::string_view name = element;
  std::string_view after;
  if (open != std::string_view::npos) {
    if (close == std::string_view::npos || close < open) return std::nullopt;
    const auto read = read_numbers(element.substr(open + 1, close - open - 1));
    if (!read) return std::nullopt;
    numbers = *read;
    name = element.substr(0, open);
    after = element.substr(close + 1);
  }
  for (const Spelling& spelling : kSpellings) {
    const bool same = open == std::string_view::npos
                          ? name == fmt::format("{}{}", spelling.name, spelling.after)
                          : name == spelling.name && after == spelling.after;
    if (same) return with_numbers(spelling, numbers);
  }
  return std::nullopt;
}

// Folds as the server does: lower case but inside quotes, single spaces.
std::string fold(std::string_view written) {
  std::string folded;
  bool quoted = false;
  for (const char c : text::trim(written)) {
    if (c == '"') quoted = !quoted;
    if (quoted) {
      folded += c;
    } else if (c != ' ' || !folded.ends_with(' ')) {
      folded += text::to_lower(std::string_view(&c, 1));
    }
  }
  return folded;
}

// Type text as someone wrote it -> as format_type() says it, as far as that can be told here.
std::string catalog_text(std::string_view written) {
  const std::string text = fold(written);
  const std::size_t open = text.find_first_of("([");
  if (text.find('"') != std::string::npos) return text;
  std::string word(text::trim(std::string_view(text).substr(0, open)));
  std::string rest = open == std::string::npos ? "" : text.substr(open);
  std::string arguments;
  if (rest.starts_with('(')) {
    const std::size_t close = std::min(rest.find(')'), rest.size() - 1) + 1;
    arguments = text::replace_all(rest.substr(0, close), " ", "");
    rest.erase(0, close);
  }
  if (rest.starts_with(" with")) {  // timestamp(3) with time zone
    return fmt::format("{}{}{}", word, arguments, rest);
  }
  for (const Alias& alias : kAliases) {
    if (alias.written == word && (word != "float" || arguments.empty())) word = alias.kept;
  }
  if (word == "numeric" && !arguments.empty() && arguments.find(',') == std::string::npos) {
    arguments.insert(arguments.size() - 1, ",0");
  }
  const std::size_t zone = std::min(word.find(" with"), word.size());
  return fmt::format("{}{}{}{}", word.substr(0, zone), arguments, word.substr(zone), rest);
}

void complete(Type& type) {
  switch (type.kind) {
    case TypeKind::kBinary:
    case TypeKind::kVarbinary:
      type.kind = TypeKind::kBlob;
      type.length = -1;
      break;
    case TypeKind::kChar:
      type.length = std::max(type.length, 1);
      break;
    case TypeKind::kVarchar:
      if (type.length < 1) type = engine("character varying");
      break;
    case TypeKind::kDecimal:
      if (type.precision < 1) {
        type = engine("numeric");
      } else {
        type.scale = std::max(type.scale, 0);
      }
      break;
    case TypeKind::kTime:
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      type.precision = std::min(type.precision, kTimePrecisionMax);
      break;
    default:
      break;
  }
}

std::string arguments_of(const Spelling& spelling, const Type& type) {
  switch (spelling.arguments) {
    case Arguments::kNone:
      return {};
    case Arguments::kLength:
      return fmt::format("({})", type.length);
    case Arguments::kPrecision:
      return type.precision < 0 ? "" : fmt::format("({})", type.precision);
    case Arguments::kPrecisionScale:
      return fmt::format("({},{})", type.precision, type.scale);
  }
  return {};
}

}  // namespace

Type stored_type(const Type& type) {
  Type stored =
      type.kind == TypeKind::kEngine ? read_catalog_type(catalog_text(type.engine_text)) : type;
  complete(stored);
  if (!type.array) return stored;
  if (stored.kind == TypeKind::kEngine) {
    const std::string& text = stored.engine_text.str();
    if (!text.ends_with("[]")) stored.engine_text = text + "[]";
  } else {
    stored.array = true;
  }
  return stored;
}

std::string type_name(const Type& type) {
  // What is passed through is written as it stands: it may be a name that only the server knows.
  if (type.kind == TypeKind::kEngine) return type.engine_text + (type.array ? "[]" : "");
  const Type stored = stored_type(type);
  if (stored.kind == TypeKind::kEngine) return stored.engine_text;
  for (const Spelling& spelling : kSpellings) {
    if (spelling.kind != stored.kind) continue;
    return fmt::format("{}{}{}{}", spelling.name, arguments_of(spelling, stored), spelling.after,
                       stored.array ? "[]" : "");
  }
  return stored.engine_text;
}

Type read_catalog_type(std::string_view catalog_name) {
  std::string_view element = catalog_name;
  const bool array = element.ends_with("[]");
  if (array) element.remove_suffix(2);
  std::optional<Type> type = read_element(element);
  if (!type) return engine(std::string(catalog_name));
  type->array = array;
  return *type;
}

}  // namespace dbx::dialect::postgres
