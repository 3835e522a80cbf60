// Look-ups in a draft, and the small texts that several sources write.
#include "dbx/convert/draft.h"

#include <fmt/format.h>

#include "dbx/base/text.h"

namespace dbx::convert {

std::string print(const QualifiedName& name) {
  return name.schema.empty() ? name.name : fmt::format("{}.{}", name.schema, name.name);
}

schema::Column* DraftTable::find_column(std::string_view column) {
  for (Placed<schema::Column>& candidate : columns) {
    if (candidate.value.name == column) return &candidate.value;
  }
  return nullptr;
}

DraftTable* Draft::find_table(const QualifiedName& name) {
  DraftTable* in_any_schema = nullptr;
  int matches = 0;
  for (DraftTable& table : tables) {
    if (table.name == name) return &table;
    if (table.name.name == name.name && name.schema.empty()) {
      in_any_schema = &table;
      ++matches;
    }
  }
  return matches == 1 ? in_any_schema : nullptr;
}

const Enumeration* Draft::find_enumeration(const QualifiedName& name) const {
  const Enumeration* by_name = nullptr;
  for (const Enumeration& candidate : enumerations) {
    if (candidate.name == name) return &candidate;
    if (candidate.name.name == name.name && name.schema.empty()) by_name = &candidate;
  }
  return by_name;
}

void Draft::note(const Location& where, std::string what, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = Code::kNotModelled;
  diagnostic.severity = Severity::kInfo;
  diagnostic.message = std::move(what);
  diagnostic.where = where;
  diagnostic.hint = std::move(hint);
  notes.push_back(std::move(diagnostic));
}

std::string sql_literal(std::string_view text) {
  return fmt::format("'{}'", text::replace_all(text, "'", "''"));
}

std::string labels_check(std::string_view column, const Enumeration& enumeration) {
  std::vector<std::string> literals;
  for (const std::string& label : enumeration.labels) literals.push_back(sql_literal(label));
  return fmt::format("\"{}\" IN ({})", text::replace_all(column, "\"", "\"\""),
                     text::join(literals, ", "));
}

spec::Type read_type(const std::string& text, const Location& where, Draft& draft) {
  const spec::TypeReading reading = spec::read_type(text);
  if (reading.type.kind == spec::TypeKind::kUnknown) {
    spec::Type type;
    type.kind = spec::TypeKind::kEngine;
    // engine:"..." has no way to write a quote inside.
    type.engine_text = text::replace_all(text, "\"", "");
    return type;
  }
  const bool digits_filled_in =
      reading.type.kind == spec::TypeKind::kDecimal && text.find('(') == std::string::npos;
  if (digits_filled_in && !reading.normalized.empty()) {
    Diagnostic note;
    note.code = Code::kNormalizedType;
    note.severity = Severity::kInfo;
    note.message = fmt::format("{} names no digits: it becomes {}", text, reading.normalized);
    note.where = where;
    note.hint = "write the digits that your values need";
    draft.notes.push_back(std::move(note));
  }
  return reading.type;
}

}  // namespace dbx::convert
