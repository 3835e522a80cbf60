// Column types: one whitelist, written the standard way (design: spec-language, Types). What people
// and models write is normalised to it; anything else is unknown and never reaches a database.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dbx/base/rare.h"

namespace dbx::spec {

enum class TypeKind : std::uint8_t {
  kUnknown,
  kSmallInt,
  kInt,
  kBigInt,
  kDecimal,
  kReal,
  kDouble,
  kBoolean,
  kChar,
  kVarchar,
  kText,
  kDate,
  kTime,
  kTimestamp,
  kTimestampTz,
  kInterval,
  kUuid,
  kJson,
  kBinary,
  kVarbinary,
  kBlob,
  kEngine,  // engine:"TYPE TEXT", passed through as it stands
};

struct Type {
  TypeKind kind = TypeKind::kUnknown;
  bool array = false;
  int length = -1;     // CHAR, VARCHAR, BINARY, VARBINARY: bytes or characters; -1: none given
  int precision = -1;  // DECIMAL: digits; TIME, TIMESTAMP: fractional digits; -1: none given
  int scale = -1;      // DECIMAL
  RareText engine_text;

  bool operator==(const Type&) const = default;

  bool is_integer() const;
  bool is_numeric() const;   // integers, DECIMAL, REAL, DOUBLE
  bool is_text() const;      // CHAR, VARCHAR, TEXT
  bool is_temporal() const;  // DATE, TIME, TIMESTAMP, TIMESTAMPTZ
};

struct TypeReading {
  Type type;               // kUnknown where it is no type
  std::string normalized;  // not empty: what was written stands for this standard spelling
  std::string problem;     // not empty: why it is no type ("not a type", "needs a length")
  std::string suggestion;  // the nearest type, as one could write it
};

// Never fails: an unknown type comes back as kUnknown with a problem and, where near, a suggestion.
TypeReading read_type(std::string_view text);
// The standard spelling: DECIMAL(18,2), VARCHAR(50), TIMESTAMP, INT[].
std::string print(const Type& type);

}  // namespace dbx::spec
