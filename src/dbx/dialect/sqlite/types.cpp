// How the whitelist of types is declared in SQLite, which keeps whatever was written.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {

using spec::Type;
using spec::TypeKind;

std::string type_name(const Type& type) {
  // INTEGER, not INT: only INTEGER PRIMARY KEY is the row's own number.
  if (type.kind == TypeKind::kInt) return "INTEGER";
  if (type.kind == TypeKind::kEngine) return type.engine_text == "NONE" ? "" : type.engine_text;
  return spec::print(type);
}

Type read_declared_type(std::string_view declared) {
  std::string words;
  for (const std::string_view word : text::split(text::trim(declared), ' ')) {
    if (word.empty()) continue;
    if (!words.empty() && !words.ends_with('(') && word[0] != ',' && word[0] != ')' &&
        word[0] != '(') {
      words += ' ';
    }
    words += word;
  }
  Type type;
  type.kind = TypeKind::kEngine;
  type.engine_text = words.empty() ? "NONE" : words;
  const std::string upper = text::to_upper(text::replace_all(words, ", ", ","));
  if (upper == "INTEGER") {
    type.kind = TypeKind::kInt;
    type.engine_text.clear();
    return type;
  }
  const spec::TypeReading reading = spec::read_type(upper);
  const bool standard =
      reading.problem.empty() && !reading.type.array && reading.type.kind != TypeKind::kInt &&
      reading.type.kind != TypeKind::kEngine && spec::print(reading.type) == upper;
  return standard ? reading.type : type;
}

}  // namespace dbx::dialect::sqlite
