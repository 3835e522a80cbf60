// The YAML reader: located errors or a tree that prints and reads back as itself.
#include "dbx/yaml/yaml.h"

#include "../targets.h"

namespace dbx::fuzz {
namespace {

bool same(const yaml::Node& a, const yaml::Node& b) {
  if (a.kind != b.kind || a.key != b.key || a.text != b.text) return false;
  if (a.children.size() != b.children.size()) return false;
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same(a.children[i], b.children[i])) return false;
  }
  return true;
}

void check_places(const yaml::Document& document, const yaml::Node& node) {
  require(node.span.begin <= node.span.end && node.span.end <= document.source.size() &&
              node.key_span.begin <= node.key_span.end &&
              node.key_span.end <= document.source.size(),
          "a node stands outside its document");
  for (const yaml::Node& child : node.children) check_places(document, child);
}

}  // namespace

void fuzz_yaml(std::string_view input) {
  const auto document = yaml::parse(std::string(input), "input.yml");
  if (!document) {
    require(!document.error().empty(), "a failure without a word");
    for (const Diagnostic& problem : document.error()) {
      require(problem.code != Code::kInternal, "an internal error");
      require(problem.where.line > 0 || problem.code == Code::kYamlSize, "an error without a line");
      require(problem.where.end_offset <= input.size(), "an error beyond the end");
    }
    return;
  }
  check_places(*document, document->root);
  const std::string printed = yaml::print(document->root);
  const auto again = yaml::parse(printed, "printed.yml");
  require(again.has_value(), "what is printed is not read");
  require(same(document->root, again->root), "what is printed reads otherwise");
  require(yaml::print(again->root) == printed, "printing twice differs");
}

}  // namespace dbx::fuzz
