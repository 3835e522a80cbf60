// How one key of the spec is read from and written to YAML, by the type of the member it fills.
// A Field names a key, says what it means and points at a member; a list of Fields is a mapping.
// To add a key: one line in fields.cpp. A new kind of value: one Codec here.
#pragma once

#include <fmt/format.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/json.h"
#include "dbx/base/text.h"
#include "dbx/spec/spec.h"
#include "dbx/yaml/yaml.h"

namespace dbx::spec {

// Collects located problems while a document is read.
class Reader {
 public:
  explicit Reader(const yaml::Document& document) : document_(document) {}

  Diagnostic& report(Code code, Severity severity, const yaml::Span& span, std::string message);
  Diagnostic& error(Code code, const yaml::Span& span, std::string message) {
    return report(code, Severity::kError, span, std::move(message));
  }
  // "expected a list, found text"
  void wrong_shape(const yaml::Node& node, std::string_view expected);

  // Runs `body` with `token` appended to the current JSON pointer.
  template <class Body>
  void inside(std::string_view token, Body body) {
    const std::size_t length = pointer_.size();
    pointer_.append("/").append(yaml::pointer_token(token));
    body();
    pointer_.resize(length);
  }

  const yaml::Document& document() const { return document_; }
  Diagnostics take() { return std::move(diagnostics_); }

 private:
  const yaml::Document& document_;
  std::string pointer_;
  Diagnostics diagnostics_;
};

template <class T>
struct Field {
  std::string_view key;
  bool required = false;
  void (*read)(Reader&, const yaml::Node&, T&) = nullptr;
  // The value as YAML, or nothing where it is the default and goes without saying.
  std::optional<yaml::Node> (*write)(const T&) = nullptr;
  std::string_view summary;
  // What the reader takes, as JSON Schema (draft-07).
  Json (*shape)() = nullptr;
};

// Reads a mapping by its fields; unknown keys, missing required ones and wrong shapes are reported.
template <class T>
void read_fields(Reader& reader, const yaml::Node& node, std::span<const Field<T>> fields,
                 T& value);
template <class T>
yaml::Node write_fields(std::span<const Field<T>> fields, const T& value);
template <class T>
Json shape_of_fields(std::span<const Field<T>> fields);

// Every struct that is a mapping in YAML declares its fields here; fields.cpp defines them.
template <class T>
std::span<const Field<T>> fields_of();

// The names of an enum's values, in the order of the enum.
template <class E>
std::span<const std::string_view> enum_names();

template <class T>
struct Codec {  // a struct with fields, unless specialised below
  static void read(Reader& reader, const yaml::Node& node, T& value) {
    read_fields(reader, node, fields_of<T>(), value);
  }
  static std::optional<yaml::Node> write(const T& value) {
    return write_fields(fields_of<T>(), value);
  }
  static Json shape() { return shape_of_fields(fields_of<T>()); }
};

template <class E>
  requires std::is_enum_v<E>
struct Codec<E> {
  static void read(Reader& reader, const yaml::Node& node, E& value) {
    if (!node.is_scalar()) return reader.wrong_shape(node, "a word");
    const auto names = enum_names<E>();
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (text::equals_ignoring_case(names[i], node.text)) {
        value = static_cast<E>(i);
        return;
      }
    }
    Diagnostic& problem = reader.error(Code::kUnknownValue, node.span,
                                       fmt::format("'{}' is none of the known values", node.text));
    problem.label = "not a known value";
    problem.hint = fmt::format("one of {}", fmt::join(names, ", "));
    if (const auto near = text::nearest(node.text, names)) {
      problem.fix = Fix{fmt::format("write '{}'", *near), node.span.begin, node.span.end, *near};
    }
  }
  static std::optional<yaml::Node> write(const E& value) {
    return yaml::scalar(std::string(enum_names<E>()[static_cast<std::size_t>(value)]));
  }
  static Json shape() {
    Json names = Json::array();
    for (const std::string_view name : enum_names<E>()) names.push_back(name);
    return {{"enum", names}};
  }
};

template <>
struct Codec<std::string> {
  static void read(Reader& reader, const yaml::Node& node, std::string& value);
  static std::optional<yaml::Node> write(const std::string& value);
  static Json shape();
};
template <>
struct Codec<RareText> {
  static void read(Reader& reader, const yaml::Node& node, RareText& value);
  static std::optional<yaml::Node> write(const RareText& value);
  static Json shape() { return Codec<std::string>::shape(); }
};
template <>
struct Codec<bool> {
  static void read(Reader& reader, const yaml::Node& node, bool& value);
  static std::optional<yaml::Node> write(const bool& value);
  static Json shape();
};
template <>
struct Codec<int> {
  static void read(Reader& reader, const yaml::Node& node, int& value);
  static std::optional<yaml::Node> write(const int& value);
  static Json shape();
};
template <>
struct Codec<std::int64_t> {
  static void read(Reader& reader, const yaml::Node& node, std::int64_t& value);
  static std::optional<yaml::Node> write(const std::int64_t& value);
  static Json shape() { return Codec<int>::shape(); }
};
template <>
struct Codec<double> {  // finite
  static void read(Reader& reader, const yaml::Node& node, double& value);
  static std::optional<yaml::Node> write(const double& value);
  static Json shape() { return {{"type", "number"}}; }
};
template <>
struct Codec<Type> {
  static void read(Reader& reader, const yaml::Node& node, Type& value);
  static std::optional<yaml::Node> write(const Type& value);
  static Json shape();
};
template <>
struct Codec<Reference> {  // dim_company(company_key)
  static void read(Reader& reader, const yaml::Node& node, Reference& value);
  static std::optional<yaml::Node> write(const Reference& value);
  static Json shape();
};
template <>
struct Codec<Fill> {  // a generator's name, or a mapping with `generator` and its settings
  static void read(Reader& reader, const yaml::Node& node, Fill& value);
  static std::optional<yaml::Node> write(const Fill& value);
  static Json shape();
};
template <>
struct Codec<Check> {  // an expression, or {name, expression}
  static void read(Reader& reader, const yaml::Node& node, Check& value);
  static std::optional<yaml::Node> write(const Check& value);
  static Json shape();
};
template <>
struct Codec<IndexColumn> {  // a column's name, or {column or expression, descending, ...}
  static void read(Reader& reader, const yaml::Node& node, IndexColumn& value);
  static std::optional<yaml::Node> write(const IndexColumn& value);
  static Json shape();
};
// Names: one, or a list of them.
template <>
struct Codec<std::vector<std::string>> {
  static void read(Reader& reader, const yaml::Node& node, std::vector<std::string>& value);
  static std::optional<yaml::Node> write(const std::vector<std::string>& value);
  static Json shape();
};
// A mapping from names to text.
template <>
struct Codec<std::vector<NamedText>> {
  static void read(Reader& reader, const yaml::Node& node, std::vector<NamedText>& value);
  static std::optional<yaml::Node> write(const std::vector<NamedText>& value);
  static Json shape();
};

template <class T>
struct Codec<std::vector<T>> {
  static void read(Reader& reader, const yaml::Node& node, std::vector<T>& value) {
    if (node.is_null()) return;
    if (!node.is_sequence()) return reader.wrong_shape(node, "a list");
    value.reserve(node.children.size());
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      reader.inside(std::to_string(i), [&] {
        value.emplace_back();
        Codec<T>::read(reader, node.children[i], value.back());
      });
    }
  }
  static std::optional<yaml::Node> write(const std::vector<T>& value) {
    yaml::Node list = yaml::sequence();
    for (const T& item : value) list.children.push_back(*Codec<T>::write(item));
    return list;
  }
  static Json shape() { return {{"type", {"array", "null"}}, {"items", Codec<T>::shape()}}; }
};

template <class Optional, class T>
struct OptionalCodec {
  static void read(Reader& reader, const yaml::Node& node, Optional& value) {
    value.emplace();
    Codec<T>::read(reader, node, *value);
  }
  static std::optional<yaml::Node> write(const Optional& value) {
    return value ? Codec<T>::write(*value) : std::nullopt;
  }
  static Json shape() { return Codec<T>::shape(); }
};
template <class T>
struct Codec<std::optional<T>> : OptionalCodec<std::optional<T>, T> {};
template <class T>
struct Codec<Rare<T>> : OptionalCodec<Rare<T>, T> {};

// Defined in fields.cpp for the structs of spec.h.
template <class T>
void read_fields(Reader& reader, const yaml::Node& node, std::span<const Field<T>> fields,
                 T& value) {
  if (!node.is_mapping()) return reader.wrong_shape(node, "a mapping of keys to values");
  for (const yaml::Node& child : node.children) {
    const Field<T>* found = nullptr;
    for (const Field<T>& field : fields) {
      if (field.key == child.key) found = &field;
    }
    reader.inside(child.key, [&] {
      if (found != nullptr) return found->read(reader, child, value);
      std::vector<std::string_view> keys;
      for (const Field<T>& field : fields) keys.push_back(field.key);
      Diagnostic& problem = reader.error(Code::kUnknownKey, child.key_span,
                                         fmt::format("unknown key '{}'", child.key));
      problem.label = "not a key here";
      if (const auto near = text::nearest(child.key, keys)) {
        problem.hint = fmt::format("did you mean '{}'?", *near);
        problem.fix =
            Fix{fmt::format("write '{}'", *near), child.key_span.begin, child.key_span.end, *near};
      } else {
        problem.hint = fmt::format("known here: {}", fmt::join(keys, ", "));
      }
    });
  }
  for (const Field<T>& field : fields) {
    if (!field.required || node.find(field.key) != nullptr) continue;
    const yaml::Span& span = node.key.empty() ? node.span : node.key_span;
    Diagnostic& problem =
        reader.error(Code::kMissingKey, span, fmt::format("key '{}' is missing", field.key));
    problem.hint = fmt::format("{}: {}", field.key, field.summary);
  }
}

template <class T>
yaml::Node write_fields(std::span<const Field<T>> fields, const T& value) {
  yaml::Node node = yaml::mapping();
  for (const Field<T>& field : fields) {
    if (auto written = field.write(value)) {
      yaml::add(node, std::string(field.key), std::move(*written));
    }
  }
  return node;
}

template <class T>
Json shape_of_fields(std::span<const Field<T>> fields) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const Field<T>& field : fields) {
    Json shape = field.shape();
    shape["description"] = field.summary;
    properties[std::string(field.key)] = std::move(shape);
    if (field.required) required.push_back(field.key);
  }
  Json object = {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
  if (!required.empty()) object["required"] = required;
  return object;
}

}  // namespace dbx::spec
