// What SQL text means to PostgreSQL, as far as comparing needs it: text is parsed by PostgreSQL's
// own parser and written down again without what says nothing (meaning_writer.h).
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
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

// Thousands of tables say the same few things (0, now(), true): each text is parsed once, and
// written down for each table, for its columns decide what may be left out.
class Meanings {
 public:
  void fill(schema::Expression& expression, MeaningWriter& writer) {
    if (expression.empty()) return;
    const auto [known, is_new] = parsed_.try_emplace(expression.text);
    if (is_new) known->second = parse(expression.text);
    if (!known->second.is_null()) expression.meaning = writer.write(known->second);
  }
  void fill(schema::Index& index, MeaningWriter& writer) {
    fill(index.where, writer);
    for (schema::IndexPart& part : index.columns) fill(part.expression, writer);
  }

 private:
  // Null where it cannot be read: the text is its meaning then.
  static Json parse(std::string_view expression) {
    if (!is_readable(expression)) return {};
    const auto parsed = sql::parse_statement(fmt::format("SELECT {}", expression));
    if (!parsed || parsed->size() != 1) return {};
    const Json& targets = member(inside(parsed->at(0)), "targetList");
    return targets.size() == 1 ? member(inside(targets.at(0)), "val") : Json();
  }

  std::unordered_map<std::string, Json> parsed_;
};

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
  Meanings meanings;
  for (schema::Table& table : schema.tables) {
    if (!has_expressions(table)) continue;
    MeaningWriter writer(nullptr);
    writer.look_at(catalog.columns(schema::name_of(table)));
    for (schema::Column& column : table.columns) {
      if (column.default_value) meanings.fill(*column.default_value, writer);
      meanings.fill(column.generated, writer);
    }
    for (schema::Check& check : table.checks) meanings.fill(check.expression, writer);
    for (schema::Index& index : table.indexes) meanings.fill(index, writer);
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
    for (schema::Index& index : view.indexes) meanings.fill(index, writer);
  }
}

}  // namespace dbx::dialect::postgres
