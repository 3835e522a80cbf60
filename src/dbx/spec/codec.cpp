// Codecs of the plain values: text, truth, types, references, fills.
#include "dbx/spec/codec.h"

#include <cmath>

namespace dbx::spec {
namespace {

std::string_view shape_name(const yaml::Node& node) {
  if (node.is_sequence()) return "a list";
  if (node.is_mapping()) return "a mapping";
  return node.is_null() ? "nothing" : "text";
}

// The bytes of the document that hold the text itself, without quotes.
yaml::Span inner_span(const yaml::Node& node) {
  yaml::Span span = node.span;
  if (!node.plain && span.end > span.begin + 1) {
    ++span.begin;
    --span.end;
  }
  return span;
}

}  // namespace

Diagnostic& Reader::report(Code code, Severity severity, const yaml::Span& span,
                           std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = severity;
  diagnostic.message = std::move(message);
  diagnostic.where = document_.location(span, pointer_);
  return diagnostics_.emplace_back(std::move(diagnostic));
}

void Reader::wrong_shape(const yaml::Node& node, std::string_view expected) {
  yaml::Span span = node.span;
  if (!node.is_scalar() && !node.key.empty()) span = node.key_span;
  error(Code::kWrongShape, span, fmt::format("expected {}, found {}", expected, shape_name(node)));
}

void Codec<std::string>::read(Reader& reader, const yaml::Node& node, std::string& value) {
  if (!node.is_scalar()) return reader.wrong_shape(node, "text");
  value = node.text.view();
}
std::optional<yaml::Node> Codec<std::string>::write(const std::string& value) {
  return yaml::scalar(value);
}

void Codec<RareText>::read(Reader& reader, const yaml::Node& node, RareText& value) {
  if (!node.is_scalar()) return reader.wrong_shape(node, "text");
  value = node.text.view();
}
std::optional<yaml::Node> Codec<RareText>::write(const RareText& value) {
  return yaml::scalar(value.str());
}

void Codec<bool>::read(Reader& reader, const yaml::Node& node, bool& value) {
  if (node.is_scalar() && node.plain && (node.text == "true" || node.text == "false")) {
    value = node.text == "true";
    return;
  }
  Diagnostic& problem = reader.error(Code::kWrongShape, node.span,
                                     fmt::format("expected true or false, found {}",
                                                 node.is_scalar() ? fmt::format("'{}'", node.text)
                                                                  : std::string(shape_name(node))));
  const std::string folded = text::to_lower(node.text);
  if (folded == "yes" || folded == "on" || folded == "no" || folded == "off") {
    const std::string meant = folded == "yes" || folded == "on" ? "true" : "false";
    problem.hint = fmt::format("write {}", meant);
    problem.fix = Fix{problem.hint, node.span.begin, node.span.end, meant};
  }
}
std::optional<yaml::Node> Codec<bool>::write(const bool& value) {
  return yaml::scalar(value ? "true" : "false");
}

void Codec<int>::read(Reader& reader, const yaml::Node& node, int& value) {
  const auto number = node.is_scalar() ? text::to_int64(node.text) : std::nullopt;
  if (!number || *number < -1'000'000'000 || *number > 1'000'000'000) {
    return reader.wrong_shape(node, "a whole number");
  }
  value = static_cast<int>(*number);
}
std::optional<yaml::Node> Codec<int>::write(const int& value) {
  return yaml::scalar(std::to_string(value));
}

void Codec<std::int64_t>::read(Reader& reader, const yaml::Node& node, std::int64_t& value) {
  const auto number = node.is_scalar() ? text::to_int64(node.text) : std::nullopt;
  if (!number) return reader.wrong_shape(node, "a whole number");
  value = *number;
}
std::optional<yaml::Node> Codec<std::int64_t>::write(const std::int64_t& value) {
  return yaml::scalar(std::to_string(value));
}

void Codec<double>::read(Reader& reader, const yaml::Node& node, double& value) {
  const auto number = node.is_scalar() ? text::to_double(node.text) : std::nullopt;
  if (!number || !std::isfinite(*number)) return reader.wrong_shape(node, "a number");
  value = *number;
}
std::optional<yaml::Node> Codec<double>::write(const double& value) {
  return yaml::scalar(fmt::format("{}", value));
}

void Codec<Type>::read(Reader& reader, const yaml::Node& node, Type& value) {
  if (!node.is_scalar()) return reader.wrong_shape(node, "a type");
  const TypeReading reading = read_type(node.text);
  value = reading.type;
  yaml::Span span = inner_span(node);
  if (!reading.normalized.empty()) {
    Diagnostic& note =
        reader.report(Code::kNormalizedType, Severity::kInfo, span,
                      fmt::format("type '{}' is read as {}", node.text, reading.normalized));
    note.fix = Fix{fmt::format("write {}", reading.normalized), node.span.begin, node.span.end,
                   yaml::print_scalar(reading.normalized, true)};
  }
  if (reading.problem.empty()) return;
  const bool unknown_word = reading.problem == "not a type";
  std::string_view word = node.text;
  if (unknown_word) word = word.substr(0, word.find('('));
  Diagnostic& problem =
      reader.error(Code::kUnknownType, span, fmt::format("unknown type '{}'", word));
  if (unknown_word) {
    problem.where.end_offset = problem.where.begin_offset + word.size();
    problem.where.end_column = problem.where.column + static_cast<int>(word.size());
  }
  problem.label = reading.problem;
  if (reading.suggestion.empty()) return;
  problem.hint = fmt::format("did you mean '{}'?", reading.suggestion);
  problem.fix = Fix{fmt::format("write '{}'", reading.suggestion), node.span.begin, node.span.end,
                    yaml::print_scalar(reading.suggestion, true)};
}
std::optional<yaml::Node> Codec<Type>::write(const Type& value) {
  return yaml::scalar(print(value));
}

namespace {

// The first of `stop` outside double quotes at or after `from`; npos: none.
std::size_t find_unquoted(std::string_view text, char stop, std::size_t from) {
  bool quoted = false;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (!quoted && text[i] == stop) return i;
  }
  return std::string_view::npos;
}

std::string only_part(std::string_view text) {
  const std::string_view trimmed = text::trim(text);
  const bool quoted = trimmed.size() >= 2 && trimmed.front() == '"';
  return quoted ? split_name(trimmed)[0] : std::string(trimmed);
}

}  // namespace

void Codec<Reference>::read(Reader& reader, const yaml::Node& node, Reference& value) {
  if (!node.is_scalar()) return reader.wrong_shape(node, "table(column)");
  const std::string_view written = text::trim(node.text);
  const std::size_t open = find_unquoted(written, '(', 0);
  const bool good = open != std::string_view::npos && open > 0 && written.ends_with(')');
  if (!good) {
    Diagnostic& problem =
        reader.error(Code::kWrongShape, node.span,
                     fmt::format("'{}' is not of the form table(column)", written));
    problem.hint = "write for example dim_company(company_key)";
    return;
  }
  std::vector<std::string> name = split_name(text::trim(written.substr(0, open)));
  value.table = std::move(name.back());
  if (name.size() == 2) value.schema = std::move(name.front());
  const std::string_view inside = written.substr(open + 1, written.size() - open - 2);
  for (std::size_t begin = 0; begin <= inside.size();) {
    const std::size_t comma = std::min(find_unquoted(inside, ',', begin), inside.size());
    value.columns.push_back(only_part(inside.substr(begin, comma - begin)));
    begin = comma + 1;
  }
}
std::optional<yaml::Node> Codec<Reference>::write(const Reference& value) {
  std::vector<std::string> columns;
  for (const std::string& column : value.columns) columns.push_back(join_name({column}));
  const std::string table =
      value.schema.empty() ? join_name({value.table}) : join_name({value.schema, value.table});
  return yaml::scalar(fmt::format("{}({})", table, fmt::join(columns, ", ")));
}

void Codec<IndexColumn>::read(Reader& reader, const yaml::Node& node, IndexColumn& value) {
  if (node.is_scalar()) {
    value.column = node.text;
    return;
  }
  read_fields(reader, node, fields_of<IndexColumn>(), value);
  if (value.column.empty() != value.expression.empty()) return;
  reader.error(Code::kMissingKey, node.span, "an index column is a column or an expression").hint =
      "give exactly one of 'column' and 'expression'";
}
std::optional<yaml::Node> Codec<IndexColumn>::write(const IndexColumn& value) {
  if (value == IndexColumn(value.column)) return yaml::scalar(value.column);
  return write_fields(fields_of<IndexColumn>(), value);
}

void Codec<Check>::read(Reader& reader, const yaml::Node& node, Check& value) {
  if (node.is_scalar()) {
    value.expression = node.text.view();
  } else {
    read_fields(reader, node, fields_of<Check>(), value);
  }
}
std::optional<yaml::Node> Codec<Check>::write(const Check& value) {
  Check plain;
  plain.expression = value.expression;
  if (value == plain) return yaml::scalar(value.expression);
  return write_fields(fields_of<Check>(), value);
}

void Codec<std::vector<std::string>>::read(Reader& reader, const yaml::Node& node,
                                           std::vector<std::string>& value) {
  if (node.is_scalar()) {
    if (!node.is_null()) value.push_back(node.text.str());
    return;
  }
  if (!node.is_sequence()) return reader.wrong_shape(node, "a name or a list of names");
  for (const yaml::Node& child : node.children) {
    Codec<std::string>::read(reader, child, value.emplace_back());
  }
}
std::optional<yaml::Node> Codec<std::vector<std::string>>::write(
    const std::vector<std::string>& value) {
  if (value.size() == 1) return yaml::scalar(value[0]);
  yaml::Node list = yaml::sequence();
  for (const std::string& item : value) list.children.push_back(yaml::scalar(item));
  return list;
}

void Codec<std::vector<NamedText>>::read(Reader& reader, const yaml::Node& node,
                                         std::vector<NamedText>& value) {
  if (node.is_null()) return;
  if (!node.is_mapping()) return reader.wrong_shape(node, "a mapping of names to text");
  for (const yaml::Node& child : node.children) {
    reader.inside(child.key, [&] {
      NamedText& entry = value.emplace_back();
      entry.name = child.key.view();
      Codec<std::string>::read(reader, child, entry.text);
    });
  }
}
std::optional<yaml::Node> Codec<std::vector<NamedText>>::write(
    const std::vector<NamedText>& value) {
  yaml::Node node = yaml::mapping();
  for (const NamedText& entry : value) yaml::add(node, entry.name, yaml::scalar(entry.text));
  return node;
}

// Shapes, as JSON Schema. Text in YAML may look like a number or a truth value to a JSON reader:
// the reader takes any scalar, so the shape does too.
Json Codec<std::string>::shape() { return {{"type", {"string", "number", "boolean", "null"}}}; }
Json Codec<bool>::shape() { return {{"type", "boolean"}}; }
Json Codec<int>::shape() { return {{"type", "integer"}}; }
Json Codec<Type>::shape() {
  return {{"type", "string"}, {"examples", {"VARCHAR(50)", "DECIMAL(18,2)", "INT", "DATE"}}};
}
Json Codec<Reference>::shape() {
  return {{"type", "string"}, {"pattern", "^\\s*[^(]+\\(.*\\)\\s*$"}};
}
Json Codec<Check>::shape() {
  return {{"anyOf", {Codec<std::string>::shape(), shape_of_fields(fields_of<Check>())}}};
}
Json Codec<IndexColumn>::shape() {
  Json mapping = shape_of_fields(fields_of<IndexColumn>());
  mapping["oneOf"] = {{{"required", {"column"}}}, {{"required", {"expression"}}}};
  return {{"anyOf", {Codec<std::string>::shape(), mapping}}};
}
Json Codec<std::vector<std::string>>::shape() {
  const Json scalar = Codec<std::string>::shape();
  return {{"anyOf", {scalar, {{"type", "array"}, {"items", scalar}}}}};
}
Json Codec<std::vector<NamedText>>::shape() {
  return {{"type", {"object", "null"}}, {"additionalProperties", Codec<std::string>::shape()}};
}

}  // namespace dbx::spec
