// The whitelist of types and what is normalised to it: two tables and a small reader.
#include "dbx/spec/type.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "dbx/base/text.h"

namespace dbx::spec {
namespace {

enum class Arguments { kNone, kLength, kPrecision, kPrecisionScale };

struct Known {
  std::string_view name;
  TypeKind kind;
  Arguments arguments;
};

constexpr std::array kKnown = {
    Known{"SMALLINT", TypeKind::kSmallInt, Arguments::kNone},
    Known{"INT", TypeKind::kInt, Arguments::kNone},
    Known{"BIGINT", TypeKind::kBigInt, Arguments::kNone},
    Known{"DECIMAL", TypeKind::kDecimal, Arguments::kPrecisionScale},
    Known{"REAL", TypeKind::kReal, Arguments::kNone},
    Known{"DOUBLE", TypeKind::kDouble, Arguments::kNone},
    Known{"BOOLEAN", TypeKind::kBoolean, Arguments::kNone},
    Known{"CHAR", TypeKind::kChar, Arguments::kLength},
    Known{"VARCHAR", TypeKind::kVarchar, Arguments::kLength},
    Known{"TEXT", TypeKind::kText, Arguments::kNone},
    Known{"DATE", TypeKind::kDate, Arguments::kNone},
    Known{"TIME", TypeKind::kTime, Arguments::kPrecision},
    Known{"TIMESTAMP", TypeKind::kTimestamp, Arguments::kPrecision},
    Known{"TIMESTAMPTZ", TypeKind::kTimestampTz, Arguments::kPrecision},
    Known{"INTERVAL", TypeKind::kInterval, Arguments::kNone},
    Known{"UUID", TypeKind::kUuid, Arguments::kNone},
    Known{"JSON", TypeKind::kJson, Arguments::kNone},
    Known{"BINARY", TypeKind::kBinary, Arguments::kLength},
    Known{"VARBINARY", TypeKind::kVarbinary, Arguments::kLength},
    Known{"BLOB", TypeKind::kBlob, Arguments::kNone},
};

// What people and models write, and what it stands for. Arguments carry over where `standard` takes
// some and names none itself.
struct Alias {
  std::string_view written;
  std::string_view standard;
};

constexpr std::array kAliases = {
    Alias{"INTEGER", "INT"},
    Alias{"INT2", "SMALLINT"},
    Alias{"INT4", "INT"},
    Alias{"INT8", "BIGINT"},
    Alias{"INT32", "INT"},
    Alias{"INT64", "BIGINT"},
    Alias{"TINYINT", "SMALLINT"},
    Alias{"MEDIUMINT", "INT"},
    Alias{"LONG", "BIGINT"},
    Alias{"HUGEINT", "DECIMAL(38,0)"},
    Alias{"NUMBER", "DECIMAL"},
    Alias{"NUMERIC", "DECIMAL"},
    Alias{"DEC", "DECIMAL"},
    Alias{"BIGNUMERIC", "DECIMAL(38,10)"},
    Alias{"MONEY", "DECIMAL(19,4)"},
    Alias{"SMALLMONEY", "DECIMAL(10,4)"},
    Alias{"CURRENCY", "DECIMAL(19,4)"},
    Alias{"FLOAT", "DOUBLE"},
    Alias{"FLOAT4", "REAL"},
    Alias{"FLOAT8", "DOUBLE"},
    Alias{"FLOAT32", "REAL"},
    Alias{"FLOAT64", "DOUBLE"},
    Alias{"DOUBLE PRECISION", "DOUBLE"},
    Alias{"BOOL", "BOOLEAN"},
    Alias{"BIT", "BOOLEAN"},
    Alias{"LOGICAL", "BOOLEAN"},
    Alias{"STRING", "TEXT"},
    Alias{"STR", "TEXT"},
    Alias{"CLOB", "TEXT"},
    Alias{"LONGTEXT", "TEXT"},
    Alias{"MEDIUMTEXT", "TEXT"},
    Alias{"NTEXT", "TEXT"},
    Alias{"NVARCHAR", "VARCHAR"},
    Alias{"VARCHAR2", "VARCHAR"},
    Alias{"NVARCHAR2", "VARCHAR"},
    Alias{"CHARACTER VARYING", "VARCHAR"},
    Alias{"NCHAR", "CHAR"},
    Alias{"BPCHAR", "CHAR"},
    Alias{"CHARACTER", "CHAR"},
    Alias{"DATETIME", "TIMESTAMP"},
    Alias{"DATETIME2", "TIMESTAMP"},
    Alias{"SMALLDATETIME", "TIMESTAMP"},
    Alias{"TIMESTAMP_NTZ", "TIMESTAMP"},
    Alias{"TIMESTAMP WITHOUT TIME ZONE", "TIMESTAMP"},
    Alias{"TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ"},
    Alias{"TIMESTAMP_TZ", "TIMESTAMPTZ"},
    Alias{"DATETIMEOFFSET", "TIMESTAMPTZ"},
    Alias{"TIME WITHOUT TIME ZONE", "TIME"},
    Alias{"UNIQUEIDENTIFIER", "UUID"},
    Alias{"GUID", "UUID"},
    Alias{"JSONB", "JSON"},
    Alias{"BYTEA", "BLOB"},
    Alias{"BYTES", "BLOB"},
    Alias{"IMAGE", "BLOB"},
    Alias{"LONGBLOB", "BLOB"},
};

const Known* find_known(std::string_view name) {
  for (const Known& known : kKnown) {
    if (known.name == name) return &known;
  }
  return nullptr;
}

std::string_view standard_name(TypeKind kind) {
  for (const Known& known : kKnown) {
    if (known.kind == kind) return known.name;
  }
  return "UNKNOWN";
}

// "VARCHAR (50) []" taken apart.
struct Parts {
  std::string word;       // upper case, single spaces
  std::string arguments;  // "(18,2)" without spaces, or empty
  bool array = false;
  bool well_formed = true;
};

Parts take_apart(std::string_view text) {
  Parts parts;
  text = text::trim(text);
  if (text.ends_with("[]")) {
    parts.array = true;
    text = text::trim(text.substr(0, text.size() - 2));
  }
  const std::size_t open = text.find('(');
  const std::size_t close = text.find(')');
  std::string words(text.substr(0, open));
  if (open != std::string_view::npos) {
    parts.well_formed = close != std::string_view::npos && close > open;
    const std::string_view inside =
        parts.well_formed ? text.substr(open, close - open + 1) : std::string_view();
    parts.arguments = text::replace_all(inside, " ", "");
    if (parts.well_formed) words.append(text.substr(close + 1));  // TIMESTAMP(3) WITH TIME ZONE
  }
  for (const std::string_view word : text::split(words, ' ')) {
    if (word.empty()) continue;
    if (!parts.word.empty()) parts.word += ' ';
    parts.word += text::to_upper(word);
  }
  return parts;
}

struct Numbers {
  std::vector<int> values;
  bool good = true;
};

Numbers read_numbers(std::string_view arguments) {
  Numbers numbers;
  if (arguments.empty()) return numbers;
  for (const std::string_view part : text::split(arguments.substr(1, arguments.size() - 2), ',')) {
    const auto value = text::to_int64(part);
    if (!value || *value < 0 || *value > 100'000'000) {
      numbers.good = false;
      return numbers;
    }
    numbers.values.push_back(static_cast<int>(*value));
  }
  return numbers;
}

std::string check_decimal(Type& type, const std::vector<int>& numbers, bool& filled_in) {
  filled_in = numbers.empty();
  type.precision = numbers.empty() ? 18 : numbers[0];
  type.scale = numbers.size() == 2 ? numbers[1] : (numbers.empty() ? 2 : 0);
  if (numbers.size() > 2) return "takes at most a precision and a scale";
  if (type.precision < 1 || type.precision > 38) return "precision must be 1 to 38";
  if (type.scale > type.precision) return "scale is greater than the precision";
  return {};
}

// Puts the numbers in their places; returns what is wrong with them. `filled_in`: the spelling with
// numbers differs from what was written.
std::string apply_numbers(Type& type, const Known& known, const std::vector<int>& numbers,
                          bool& filled_in) {
  switch (known.arguments) {
    case Arguments::kNone:
      return numbers.empty() ? "" : fmt::format("{} takes no arguments", known.name);
    case Arguments::kLength:
      if (numbers.size() > 1) return "takes one length";
      if (numbers.empty()) {
        filled_in = true;
        if (type.kind == TypeKind::kVarchar) type.kind = TypeKind::kText;
        if (type.kind == TypeKind::kVarbinary) type.kind = TypeKind::kBlob;
        if (type.kind == TypeKind::kChar || type.kind == TypeKind::kBinary) type.length = 1;
        return {};
      }
      type.length = numbers[0];
      return type.length == 0 ? "length must be at least 1" : "";
    case Arguments::kPrecision:
      if (numbers.size() > 1) return "takes one precision";
      if (!numbers.empty()) type.precision = numbers[0];
      return type.precision > 9 ? "precision must be 0 to 9" : "";
    case Arguments::kPrecisionScale:
      return check_decimal(type, numbers, filled_in);
  }
  return {};
}

std::string suggest(const Parts& parts) {
  std::vector<std::string_view> names;
  for (const Known& known : kKnown) names.push_back(known.name);
  for (const Alias& alias : kAliases) names.push_back(alias.written);
  const auto near = text::nearest(parts.word, names);
  if (!near) return {};
  std::string suggestion = *near + (find_known(*near) != nullptr ? parts.arguments : "");
  return read_type(suggestion).problem.empty() ? suggestion : *near;
}

}  // namespace

bool Type::is_integer() const {
  return kind == TypeKind::kSmallInt || kind == TypeKind::kInt || kind == TypeKind::kBigInt;
}
bool Type::is_numeric() const {
  return is_integer() || kind == TypeKind::kDecimal || kind == TypeKind::kReal ||
         kind == TypeKind::kDouble;
}
bool Type::is_text() const {
  return kind == TypeKind::kChar || kind == TypeKind::kVarchar || kind == TypeKind::kText;
}
bool Type::is_temporal() const {
  return kind == TypeKind::kDate || kind == TypeKind::kTime || kind == TypeKind::kTimestamp ||
         kind == TypeKind::kTimestampTz;
}

TypeReading read_type(std::string_view text) {
  TypeReading reading;
  if (text.starts_with("engine:")) {
    std::string_view inside = text::trim(text.substr(7));
    if (inside.size() >= 2 && inside.front() == '"' && inside.back() == '"') {
      inside = inside.substr(1, inside.size() - 2);
    }
    reading.type.kind = inside.empty() ? TypeKind::kUnknown : TypeKind::kEngine;
    reading.type.engine_text = std::string(inside);
    if (inside.empty()) reading.problem = "engine: needs a type text";
    return reading;
  }
  Parts parts = take_apart(text);
  bool renamed = false;
  for (const Alias& alias : kAliases) {
    if (alias.written != parts.word) continue;
    const std::string arguments = parts.arguments == "(MAX)" ? "" : parts.arguments;
    const bool array = parts.array;
    parts = take_apart(alias.standard);
    const Known* known = find_known(parts.word);
    if (parts.arguments.empty() && known != nullptr && known->arguments != Arguments::kNone) {
      parts.arguments = arguments;
    }
    parts.array = array;
    renamed = true;
    break;
  }
  if (text::to_upper(parts.arguments) == "(MAX)") parts.arguments.clear();
  const Known* known = find_known(parts.word);
  const Numbers numbers = read_numbers(parts.arguments);
  if (known == nullptr || !parts.well_formed || !numbers.good) {
    reading.problem = known == nullptr ? "not a type" : "its arguments are not numbers";
    if (known == nullptr) reading.suggestion = suggest(parts);
    return reading;
  }
  reading.type.kind = known->kind;
  reading.type.array = parts.array;
  bool filled_in = false;
  reading.problem = apply_numbers(reading.type, *known, numbers.values, filled_in);
  if (!reading.problem.empty()) {
    reading.type = Type{};
  } else if (renamed || filled_in) {
    reading.normalized = print(reading.type);
  }
  return reading;
}

std::string print(const Type& type) {
  if (type.kind == TypeKind::kEngine) return fmt::format("engine:\"{}\"", type.engine_text);
  std::string text(standard_name(type.kind));
  if (type.kind == TypeKind::kDecimal) {
    text += fmt::format("({},{})", type.precision, type.scale);
  } else if (type.length >= 0) {
    text += fmt::format("({})", type.length);
  } else if (type.precision >= 0) {
    text += fmt::format("({})", type.precision);
  }
  return text + (type.array ? "[]" : "");
}

}  // namespace dbx::spec
