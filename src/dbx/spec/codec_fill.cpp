// How to fill a column, as YAML: a generator's name, or a mapping of its settings, in which fills
// may stand themselves.
#include <algorithm>

#include "dbx/spec/codec.h"

namespace dbx::spec {
namespace {

constexpr std::string_view kValuesOnly = "values";
constexpr int kDepthMax = 8;  // of fills within fills

void read_fill(Reader& reader, const yaml::Node& node, Fill& value, int depth);

bool is_fill(const yaml::Node& node) {
  return node.is_mapping() &&
         std::any_of(node.children.begin(), node.children.end(),
                     [](const yaml::Node& child) { return child.key == "generator"; });
}

// A list of scalars, or a mapping of scalars to their weights.
void read_values(Reader& reader, const yaml::Node& node, FillParameter& parameter) {
  if (node.is_scalar()) {
    parameter.values.push_back(node.text.str());
    return;
  }
  parameter.is_list = true;
  for (const yaml::Node& child : node.children) {
    if (!child.is_scalar()) return reader.wrong_shape(child, "text or a number");
    parameter.values.push_back(node.is_mapping() ? child.key.str() : child.text.str());
    if (node.is_mapping()) parameter.weights.push_back(child.text.str());
  }
}

// A fill, or the values that stand for one.
Fill read_inner(Reader& reader, const yaml::Node& node, int depth) {
  Fill fill;
  if (is_fill(node)) {
    read_fill(reader, node, fill, depth + 1);
  } else {
    FillParameter& values = fill.parameters.emplace_back();
    values.name = kValuesOnly;
    read_values(reader, node, values);
  }
  return fill;
}

void read_parameter(Reader& reader, const yaml::Node& node, FillParameter& parameter, int depth) {
  parameter.name = node.key.view();
  const bool nested =
      is_fill(node) || std::any_of(node.children.begin(), node.children.end(),
                                   [](const yaml::Node& child) { return !child.is_scalar(); });
  if (!nested) return read_values(reader, node, parameter);
  if (depth >= kDepthMax) return reader.wrong_shape(node, "fills nested less deep");
  if (is_fill(node)) {
    parameter.fills.push_back(read_inner(reader, node, depth));
    return;
  }
  parameter.is_list = true;
  for (const yaml::Node& child : node.children) {
    if (node.is_mapping()) {
      reader.inside(child.key, [&] {
        parameter.values.push_back(child.key.str());
        parameter.fills.push_back(read_inner(reader, child, depth));
      });
    } else if (is_fill(child)) {
      parameter.fills.push_back(read_inner(reader, child, depth));
    } else {
      return reader.wrong_shape(child, "a mapping with 'generator', as its neighbours");
    }
  }
}

yaml::Node write_fill(const Fill& value);

yaml::Node write_parameter(const FillParameter& parameter) {
  if (!parameter.fills.empty() && !parameter.is_list) return write_fill(parameter.fills[0]);
  if (!parameter.is_list) return yaml::scalar(parameter.values.at(0));
  if (parameter.fills.empty() && parameter.weights.empty()) {
    yaml::Node list = yaml::sequence();
    for (const std::string& value : parameter.values) list.children.push_back(yaml::scalar(value));
    return list;
  }
  if (parameter.values.empty()) {
    yaml::Node list = yaml::sequence();
    for (const Fill& fill : parameter.fills) list.children.push_back(write_fill(fill));
    return list;
  }
  yaml::Node keyed = yaml::mapping();
  for (std::size_t i = 0; i < parameter.values.size(); ++i) {
    yaml::add(keyed, parameter.values[i],
              parameter.fills.empty() ? yaml::scalar(parameter.weights[i])
                                      : write_fill(parameter.fills[i]));
  }
  return keyed;
}

// Within a fill always as a mapping, for a scalar would be a value.
yaml::Node write_fill(const Fill& value) {
  if (value.generator.empty() && !value.parameters.empty()) {
    return write_parameter(value.parameters[0]);
  }
  yaml::Node node = yaml::mapping();
  yaml::add(node, "generator", yaml::scalar(value.generator));
  for (const FillParameter& parameter : value.parameters) {
    yaml::add(node, parameter.name, write_parameter(parameter));
  }
  return node;
}

void read_fill(Reader& reader, const yaml::Node& node, Fill& value, int depth) {
  for (const yaml::Node& child : node.children) {
    reader.inside(child.key, [&] {
      if (child.key == "generator") {
        Codec<std::string>::read(reader, child, value.generator);
      } else {
        read_parameter(reader, child, value.parameters.emplace_back(), depth);
      }
    });
  }
  if (value.generator.empty()) {
    reader.error(Code::kMissingKey, node.key_span, "key 'generator' is missing").hint =
        "generator: which one fills the column, for example normal";
  }
}

}  // namespace

void Codec<Fill>::read(Reader& reader, const yaml::Node& node, Fill& value) {
  if (node.is_scalar()) {
    value.generator = node.text.view();
    return;
  }
  if (!node.is_mapping()) return reader.wrong_shape(node, "a generator's name or a mapping");
  read_fill(reader, node, value, 0);
}
std::optional<yaml::Node> Codec<Fill>::write(const Fill& value) {
  if (value.parameters.empty()) return yaml::scalar(value.generator);
  return write_fill(value);
}

Json Codec<Fill>::shape() {
  const Json scalar = Codec<std::string>::shape();
  // Fills within fills are a reader's to check: their settings nest as deep as these do.
  const Json inner = {{"anyOf", {scalar, {{"type", "array"}}, {{"type", "object"}}}}};
  const Json parameter = {{"anyOf",
                           {scalar,
                            {{"type", "array"}, {"items", inner}},
                            {{"type", "object"}, {"additionalProperties", inner}}}}};
  return {{"anyOf",
           {scalar,
            {{"type", "object"},
             {"properties", {{"generator", scalar}}},
             {"required", {"generator"}},
             {"additionalProperties", parameter}}}}};
}

}  // namespace dbx::spec
