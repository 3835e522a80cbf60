// What SQL text means to PostgreSQL, as far as comparing needs it: text is parsed by PostgreSQL's
// own parser and written down again without what says nothing (meaning_writer.h).
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/meaning_writer.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/sql/parse.h"

namespace dbx::dialect::postgres {
namespace {

using sql::inside;
using sql::member;

// Longer text is compared as it stands.
constexpr std::size_t kBytesMax = std::size_t{64} << 10U;

bool is_readable(std::string_view text) {
  return text.size() <= kBytesMax && text.find('\0') == std::string_view::npos;
}

std::string meaning_of(std::string_view expression, MeaningWriter& writer) {
  if (!is_readable(expression)) return {};
  const auto parsed = sql::parse_statement(fmt::format("SELECT {}", expression));
  if (!parsed || parsed->size() != 1) return {};
  const Json& targets = member(inside(parsed->at(0)), "targetList");
  if (targets.size() != 1) return {};
  return writer.write(member(inside(targets.at(0)), "val"));
}

void fill(schema::Expression& expression, MeaningWriter& writer) {
  if (!expression.empty()) expression.meaning = meaning_of(expression.text, writer);
}

void fill(schema::Index& index, MeaningWriter& writer) {
  fill(index.where, writer);
  for (schema::IndexPart& part : index.columns) fill(part.expression, writer);
}

// The server gives the columns of a statistics object in the table's order: it has none.
std::string statistics_meaning(const std::string& definition) {
  const std::size_t on = definition.find(" ON ");
  const std::size_t from = definition.rfind(" FROM ");
  if (on == std::string::npos || from == std::string::npos || from < on) return {};
  std::vector<std::string> parts = {""};
  int depth = 0;
  bool quoted = false;
  for (const char c : std::string_view(definition).substr(on + 4, from - on - 4)) {
    if (c == '"' || c == '\'') quoted = !quoted;
    if (!quoted && c == '(') ++depth;
    if (!quoted && c == ')') --depth;
    if (!quoted && depth == 0 && c == ',') {
      parts.emplace_back();
    } else if (c != ' ' || !parts.back().empty()) {
      parts.back() += c;
    }
  }
  std::sort(parts.begin(), parts.end());
  return definition.substr(0, on) + " ON " + text::join(parts, ", ") + definition.substr(from);
}

bool has_expressions(const schema::Table& table) {
  for (const schema::Column& column : table.columns) {
    if (column.default_value || !column.generated.empty()) return true;
  }
  return !table.checks.empty() || !table.indexes.empty();
}

}  // namespace

void fill_meanings(schema::Schema& schema) {
  Catalog catalog(schema);
  for (schema::Table& table : schema.tables) {
    if (!has_expressions(table)) continue;
    MeaningWriter writer(nullptr);
    writer.look_at(catalog.columns(schema::name_of(table)));
    for (schema::Column& column : table.columns) {
      if (column.default_value) fill(*column.default_value, writer);
      fill(column.generated, writer);
    }
    for (schema::Check& check : table.checks) fill(check.expression, writer);
    for (schema::Index& index : table.indexes) fill(index, writer);
  }
  for (schema::Object& object : schema.objects) {
    if (object.kind != schema::ObjectKind::kStatistics) continue;
    object.definition.meaning = statistics_meaning(object.definition.text);
  }
  for (schema::View& view : schema.views) {
    if (!is_readable(view.select.text)) continue;
    const auto parsed = sql::parse_statement(view.select.text);
    if (parsed && parsed->size() == 1) {
      view.select.meaning = MeaningWriter(&catalog).write(parsed->at(0));
    }
    MeaningWriter writer(nullptr);
    for (schema::Index& index : view.indexes) fill(index, writer);
  }
}

}  // namespace dbx::dialect::postgres
