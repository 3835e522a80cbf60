// The tree itself: look-ups, building, and finding the place of a JSON pointer.
#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/yaml/yaml.h"

namespace dbx::yaml {
namespace {

const Node* child_at(const Node& node, std::string_view token) {
  if (node.is_mapping()) return node.find(token);
  const auto index = text::to_int64(token);
  if (!node.is_sequence() || !index || *index < 0) return nullptr;
  const auto position = static_cast<std::size_t>(*index);
  return position < node.children.size() ? &node.children[position] : nullptr;
}

std::string unescape(std::string_view token) {
  return text::replace_all(text::replace_all(token, "~1", "/"), "~0", "~");
}

}  // namespace

bool Node::is_null() const {
  return is_scalar() && plain &&
         (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL");
}

const Node* Node::find(std::string_view wanted_key) const {
  for (const Node& child : children) {
    if (child.key == wanted_key) return &child;
  }
  return nullptr;
}

Node scalar(std::string text) {
  Node node;
  node.text = std::move(text);
  return node;
}

Node sequence(std::vector<Node> items) {
  Node node;
  node.kind = Node::Kind::kSequence;
  node.children = std::move(items);
  return node;
}

Node mapping() {
  Node node;
  node.kind = Node::Kind::kMapping;
  return node;
}

Node& add(Node& mapping, std::string key, Node value) {
  value.key = std::move(key);
  mapping.children.push_back(std::move(value));
  return mapping.children.back();
}

LineIndex::LineIndex(std::string_view source) {
  starts_.reserve(1 + static_cast<std::size_t>(std::count(source.begin(), source.end(), '\n')));
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\n') starts_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

LineIndex::Mark LineIndex::mark(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return {static_cast<int>(after - starts_.begin()), static_cast<int>(offset - *(after - 1)) + 1};
}

Location Document::location(const Span& span, std::string pointer) const {
  const LineIndex::Mark begin = lines.mark(span.begin);
  const LineIndex::Mark end = lines.mark(span.end);
  Location location;
  location.file = file;
  location.line = begin.line;
  location.column = begin.column;
  location.end_line = end.line;
  location.end_column = end.column;
  location.begin_offset = span.begin;
  location.end_offset = span.end;
  location.pointer = std::move(pointer);
  return location;
}

Location Document::locate(std::string_view pointer) const {
  const Node* node = &root;
  bool exact = true;
  for (const std::string_view token : text::split(pointer, '/')) {
    if (token.empty()) continue;  // before the first slash
    const Node* child = child_at(*node, unescape(token));
    if (child == nullptr) {
      exact = false;
      break;
    }
    node = child;
  }
  if (node->is_mapping()) {
    if (const Node* name = node->find("name")) {
      return location(name->span, std::string(pointer));
    }
  }
  if (!exact || !node->is_scalar()) {
    // A block would underline its first line only; its key says more.
    if (!node->key.empty()) return location(node->key_span, std::string(pointer));
  }
  return location(node->span, std::string(pointer));
}

std::string pointer_token(std::string_view token) {
  return text::replace_all(text::replace_all(token, "~", "~0"), "/", "~1");
}

}  // namespace dbx::yaml
