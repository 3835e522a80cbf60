// A DBML table: columns with their settings, indexes, checks, its note.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/convert/dbml_reader.h"

namespace dbx::convert {
namespace {

// The value of `default:` as an SQL expression.
std::string default_of(const std::vector<Token>& value) {
  if (value.size() == 1 && value[0].kind == TokenKind::kString) return sql_literal(value[0].text);
  std::string text;
  for (const Token& token : value) text += token.text;
  return text::equals_ignoring_case(text, "null") ? "" : text;
}

std::string text_of(const std::vector<Token>& value) {
  return value.size() == 1 ? value[0].text : std::string();
}

}  // namespace

std::string DbmlReader::read_note() {
  const bool is_block = accept("{");
  if (!is_block) expect(":");
  const Token token = take();
  if (token.kind != TokenKind::kString) fails(token, "expected a text in quotes");
  if (is_block) expect("}");
  return token.text;
}

// varchar(255), "double precision", int[], core.status, decimal(10, 2)
std::string DbmlReader::read_type() {
  std::string type = print(read_qualified_name());
  if (accept("(")) {
    std::vector<std::string> arguments;
    do {
      const Token argument = take();
      const bool is_text = argument.kind == TokenKind::kString;
      if (!is_text && argument.kind != TokenKind::kWord) fails(argument, "expected a number");
      arguments.push_back(is_text ? sql_literal(argument.text) : argument.text);
    } while (accept(","));
    expect(")");
    type += fmt::format("({})", text::join(arguments, ","));
  }
  while (sees("[") && peek(1).kind == TokenKind::kSign && peek(1).text == "]") {
    take();
    take();
    if (!type.ends_with("[]")) type += "[]";
  }
  return type;
}

void DbmlReader::read_inline_reference(const Setting& setting, const DraftTable& table,
                                       const std::string& column) {
  // The setting's tokens are read again, as if they stood alone.
  std::vector<Token> tokens = setting.value;
  const Token sign = tokens.front();
  const bool is_sign = sign.kind == TokenKind::kSign &&
                       std::string_view("<>-").find(sign.text[0]) != std::string_view::npos;
  if (!is_sign) return fails(sign, "expected one of < > - <>");
  tokens.erase(tokens.begin());
  tokens.push_back({TokenKind::kEnd, "", sign.end, sign.end});
  DbmlReader reader(std::move(tokens), lines_);
  Endpoint to = reader.read_endpoint();
  if (!reader.failed_ && reader.peek().kind != TokenKind::kEnd) {
    reader.fails(reader.peek(), "expected table.column");
  }
  if (reader.failed_) {
    errors_.push_back(reader.errors_.front());
    return;
  }
  add_reference("", {table.name, {column}}, sign.text, std::move(to), {}, setting.where);
}

void DbmlReader::apply_column_setting(const Setting& setting, DraftTable& table,
                                      Placed<schema::Column>& column) {
  const std::string& name = setting.name;
  if (name == "pk" || name == "primary key") {
    column.value.nullable = false;
    if (!table.primary_key) table.primary_key = Placed<schema::Key>{{}, setting.where};
    table.primary_key->value.columns.push_back(column.value.name);
  } else if (name == "not null") {
    column.value.nullable = false;
  } else if (name == "null") {
    column.value.nullable = true;
  } else if (name == "unique") {
    table.uniques.push_back({{"", {column.value.name}, {}}, setting.where});
  } else if (name == "increment") {
    column.value.identity = true;
    column.value.nullable = false;
  } else if (name == "default") {
    const std::string value = default_of(setting.value);
    if (!value.empty()) column.value.default_value = value;
  } else if (name == "note") {
    column.value.comment = text_of(setting.value);
  } else if (name == "check") {
    table.checks.push_back({{"", text_of(setting.value)}, setting.where});
  } else if (name == "ref" && !setting.value.empty()) {
    read_inline_reference(setting, table, column.value.name);
  } else {
    note_leftover(setting, "a column");
  }
}

void DbmlReader::read_column(DraftTable& table) {
  Placed<schema::Column> column;
  column.where = place(peek());
  column.value.name = read_name();
  const std::string type = read_type();
  if (failed_) return;
  const std::size_t dot = type.find('.');
  const QualifiedName type_name = dot == std::string::npos
                                      ? QualifiedName{"", type}
                                      : QualifiedName{type.substr(0, dot), type.substr(dot + 1)};
  types_.push_back({table.name, column.value.name, type_name});
  column.value.type = convert::read_type(type, column.where, draft_);
  for (const Setting& setting : read_settings()) apply_column_setting(setting, table, column);
  if (!failed_) table.columns.push_back(std::move(column));
}

void DbmlReader::add_index(DraftTable& table, const std::vector<std::string>& columns,
                           bool has_expression, const std::vector<Setting>& settings,
                           const Location& where) {
  schema::Index index{"", {columns.begin(), columns.end()}, false};
  bool is_primary_key = false;
  std::string problem = has_expression ? "it is over an expression" : "";
  for (const Setting& setting : settings) {
    const std::string value = text::to_lower(text_of(setting.value));
    if (setting.name == "pk") {
      is_primary_key = true;
    } else if (setting.name == "unique") {
      index.unique = true;
    } else if (setting.name == "name") {
      index.name = text_of(setting.value);
    } else if (setting.name == "type" && value != "btree") {
      problem = "its method is " + value;
    } else if (setting.name != "type") {
      note_leftover(setting, "an index");
    }
  }
  if (!problem.empty()) {
    draft_.note(where, fmt::format("an index of '{}' is left out: {}", print(table.name), problem));
  } else if (is_primary_key) {
    table.primary_key = Placed<schema::Key>{{"", columns, {}}, where};
  } else {
    table.indexes.push_back({std::move(index), where});
  }
}

void DbmlReader::read_indexes(DraftTable& table) {
  expect("{");
  while (!at_end_of_block()) {
    const Location where = place(peek());
    std::vector<std::string> columns;
    bool has_expression = false;
    const bool is_list = accept("(");
    do {
      has_expression = has_expression || peek().kind == TokenKind::kExpression;
      if (peek().kind == TokenKind::kExpression) {
        take();
      } else {
        columns.push_back(read_name());
      }
    } while (is_list && accept(","));
    if (is_list) expect(")");
    const auto settings = read_settings();
    if (!failed_) add_index(table, columns, has_expression, settings, where);
  }
  expect("}");
}

void DbmlReader::read_checks(DraftTable& table) {
  expect("{");
  while (!at_end_of_block()) {
    const Token expression = take();
    if (expression.kind != TokenKind::kExpression) fails(expression, "expected `an expression`");
    schema::Check check{"", expression.text};
    for (const Setting& setting : read_settings()) {
      if (setting.name == "name") check.name = text_of(setting.value);
    }
    table.checks.push_back({std::move(check), place(expression)});
  }
  expect("}");
}

void DbmlReader::read_table() {
  take();
  DraftTable table;
  table.where = place(peek());
  table.name = read_qualified_name();
  if (sees_word("as")) {
    take();
    aliases_[read_name()] = table.name;
  }
  for (const Setting& setting : read_settings()) {
    if (setting.name == "note") {
      table.comment = text_of(setting.value);
    } else {
      note_leftover(setting, "a table");
    }
  }
  expect("{");
  const auto sees_block = [&](std::string_view word) {
    return sees_word(word) && peek(1).kind == TokenKind::kSign &&
           (peek(1).text == "{" || peek(1).text == ":");
  };
  while (!at_end_of_block()) {
    if (sees_block("note")) {
      take();
      table.comment = read_note();
    } else if (sees_block("indexes")) {
      take();
      read_indexes(table);
    } else if (sees_block("checks")) {
      take();
      read_checks(table);
    } else if (accept("~")) {
      draft_.note(place(peek()),
                  fmt::format("the columns of TablePartial '{}' are left out", read_name()));
    } else {
      read_column(table);
    }
  }
  expect("}");
  if (failed_) return;
  const bool known = std::any_of(draft_.tables.begin(), draft_.tables.end(),
                                 [&](const DraftTable& other) { return other.name == table.name; });
  if (!known) return draft_.tables.push_back(std::move(table));
  draft_.note(table.where,
              fmt::format("table '{}' is there already: this one is left out", print(table.name)));
}

}  // namespace dbx::convert
