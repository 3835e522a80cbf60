// The spec as YAML with a comment above whatever a decision is about.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/design/draft.h"
#include "dbx/spec/parse.h"
#include "dbx/yaml/yaml.h"

namespace dbx::design {
namespace {

// The node at a JSON pointer without escapes; null where there is none.
yaml::Node* find_node(yaml::Node& root, std::string_view pointer) {
  yaml::Node* node = &root;
  if (pointer.starts_with('/')) pointer.remove_prefix(1);
  if (pointer.empty()) return node;
  for (const std::string_view token : text::split(pointer, '/')) {
    yaml::Node* next = nullptr;
    if (node->is_sequence()) {
      const auto index = text::to_int64(token);
      if (index && *index >= 0 && static_cast<std::size_t>(*index) < node->children.size()) {
        next = &node->children[static_cast<std::size_t>(*index)];
      }
    } else {
      for (yaml::Node& child : node->children) {
        if (child.key == token) next = &child;
      }
    }
    if (next == nullptr) return nullptr;
    node = next;
  }
  return node;
}

// `type: transaction` goes without saying in a spec; a design says it.
void say_fact_types(yaml::Node& root) {
  yaml::Node* facts = find_node(root, "/entities/facts");
  if (facts == nullptr) return;
  for (yaml::Node& fact : facts->children) {
    if (fact.find("type") != nullptr) continue;
    yaml::Node type = yaml::scalar("transaction");
    type.key = "type";
    const auto grain = std::find_if(fact.children.begin(), fact.children.end(),
                                    [](const yaml::Node& child) { return child.key == "grain"; });
    fact.children.insert(grain, std::move(type));
  }
}

std::string comment_of(const Decision& decision) {
  std::string line =
      fmt::format("{} ({:.2f}): {}", name(decision.basis), decision.confidence, decision.text);
  if (!decision.alternative.empty()) line += "; otherwise: " + decision.alternative;
  return line;
}

}  // namespace

std::string annotate(const spec::Spec& spec, const std::vector<Decision>& decisions) {
  yaml::Node root = spec::to_node(spec);
  say_fact_types(root);
  for (const Decision& decision : decisions) {
    yaml::Node* node = find_node(root, decision.pointer);
    if (node == nullptr) node = &root;
    const std::string above = node->comment.empty() ? "" : node->comment + "\n";
    node->comment = above + comment_of(decision);
  }
  return yaml::print(root);
}

}  // namespace dbx::design
