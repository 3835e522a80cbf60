// The JSON Schema that `dbx schema` prints and the reader agree: on every spec in the repository,
// and on those specs with something about their shape changed.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "dbx/base/text.h"
#include "dbx/spec/parse.h"
#include "support/cases.h"

namespace dbx::spec {
namespace {

// YAML 1.2 core, as an editor's YAML server hands it to a JSON Schema validator.
Json to_json(const yaml::Node& node) {
  if (node.is_sequence()) {
    Json list = Json::array();
    for (const yaml::Node& child : node.children) list.push_back(to_json(child));
    return list;
  }
  if (node.is_mapping()) {
    Json object = Json::object();
    for (const yaml::Node& child : node.children) object[child.key] = to_json(child);
    return object;
  }
  if (node.is_null()) return nullptr;
  if (node.plain && (node.text == "true" || node.text == "false")) return node.text == "true";
  if (node.plain && text::to_int64(node.text)) return *text::to_int64(node.text);
  if (node.plain && text::to_double(node.text)) return *text::to_double(node.text);
  return node.text;
}

std::string type_of(const Json& value) {
  if (value.is_number_integer()) return "integer";
  return value.type_name();
}

bool is_of_type(const Json& value, const Json& type) {
  if (type.is_array()) {
    for (const Json& one : type) {
      if (is_of_type(value, one)) return true;
    }
    return false;
  }
  return type_of(value) == type || (type == "number" && value.is_number());
}

// The part of draft-07 that the printed schema uses; an unknown keyword fails.
bool accepts(const Json& schema, const Json& value) {
  for (const auto& [keyword, rule] : schema.items()) {
    if (keyword == "type" && !is_of_type(value, rule)) return false;
    if (keyword == "const" && value != rule) return false;
    if (keyword == "enum" && std::find(rule.begin(), rule.end(), value) == rule.end()) return false;
    if (keyword == "pattern" && value.is_string() &&
        !std::regex_search(value.get<std::string>(), std::regex(rule.get<std::string>()))) {
      return false;
    }
    if (keyword == "anyOf" && std::none_of(rule.begin(), rule.end(),
                                           [&](const Json& one) { return accepts(one, value); })) {
      return false;
    }
    if (keyword == "items" && value.is_array()) {
      for (const Json& item : value) {
        if (!accepts(rule, item)) return false;
      }
    }
    if (keyword == "required" && value.is_object()) {
      for (const Json& key : rule) {
        if (!value.contains(key.get<std::string>())) return false;
      }
    }
    if (keyword == "additionalProperties" && value.is_object()) {
      for (const auto& [key, item] : value.items()) {
        if (schema.contains("properties") && schema["properties"].contains(key)) continue;
        if (rule.is_boolean() ? !rule.get<bool>() : !accepts(rule, item)) return false;
      }
    }
    if (keyword == "properties" && value.is_object()) {
      for (const auto& [key, shape] : rule.items()) {
        if (value.contains(key) && !accepts(shape, value[key])) return false;
      }
    }
  }
  return true;
}

// Does the reader find the shape in order? Types, which a JSON Schema cannot hold, are left aside.
bool reader_accepts(const std::string& text) {
  const auto source = read(text, "test.yml");
  if (!source) return false;
  return std::none_of(source->notes.begin(), source->notes.end(), [](const Diagnostic& note) {
    return note.severity == Severity::kError && note.code != Code::kUnknownType;
  });
}

void expect_agreement(const std::string& text, const std::string& what) {
  const auto document = yaml::parse(text, "test.yml");
  if (!document) return;
  EXPECT_EQ(accepts(json_schema(), to_json(document->root)), reader_accepts(text)) << what << text;
}

std::vector<std::string> specs() {
  std::vector<std::string> found;
  for (const char* folder : {"examples", "tests/plan/cases", "tests/check/cases"}) {
    const std::string root = std::string(DBX_SOURCE_DIR) + "/" + folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      if (entry.path().extension() == ".yml") found.push_back(entry.path().string());
    }
  }
  return found;
}

TEST(json_schema, agrees_with_the_reader_on_every_spec_there_is) {
  const auto paths = specs();
  EXPECT_GT(paths.size(), 60U);
  for (const std::string& path : paths) expect_agreement(test::read(path), path + "\n");
}

// Every node of the example, in turn: gone, emptied, a list, a mapping, a word, under another key.
void mutate(yaml::Node& root, yaml::Node& parent) {
  for (std::size_t i = 0; i < parent.children.size(); ++i) {
    const yaml::Node whole = parent.children[i];
    const auto with = [&](yaml::Node other, const std::string& what) {
      other.key = other.key.empty() ? whole.key : other.key;
      parent.children[i] = std::move(other);
      expect_agreement(yaml::print(root), what + "\n");
    };
    with(yaml::scalar("word"), "a word");
    with(yaml::sequence({yaml::scalar("a")}), "a list");
    yaml::Node object = yaml::mapping();
    yaml::add(object, "odd", yaml::scalar("a"));
    with(object, "a mapping");
    if (parent.is_mapping()) {
      yaml::Node renamed = whole;
      renamed.key = "unheard_of";
      with(renamed, "another key");
    }
    parent.children.erase(parent.children.begin() + static_cast<std::ptrdiff_t>(i));
    expect_agreement(yaml::print(root), "gone\n");
    parent.children.insert(parent.children.begin() + static_cast<std::ptrdiff_t>(i), whole);
    mutate(root, parent.children[i]);
  }
}

TEST(json_schema, agrees_with_the_reader_on_everything_changed) {
  const std::string path =
      std::string(DBX_SOURCE_DIR) + "/tests/check/cases/every_optional_key/spec.yml";
  auto document = yaml::parse(test::read(path), path);
  ASSERT_TRUE(document.has_value());
  mutate(document->root, document->root);
}

}  // namespace
}  // namespace dbx::spec
