// The author of random YAML, and that what it writes reads back.
#include "spec/author.h"

#include <gtest/gtest.h>

#include "dbx/base/text.h"

namespace dbx::test {

std::string Author::write(const yaml::Node& root) {
  text_.clear();
  mapping(root, 0, false);
  if (once_in(4) && text_.ends_with('\n')) text_.pop_back();
  return text_;
}

std::string Author::comment() { return "# note " + std::to_string(comments_++) + ": it's {so, [}"; }

std::string Author::trailing() {
  return once_in(5) ? "   " + comment() : std::string(roll_(2), ' ');
}

void Author::between(std::size_t indent) {
  if (once_in(8)) text_ += "\n";
  if (once_in(6)) text_.append(once_in(3) ? 0 : indent, ' ').append(comment()).append("\n");
}

std::string Author::scalar(std::string_view text) {
  if (text == "true" || text == "false") return std::string(text);  // quoted it is text
  const bool simple = text.find_first_of("\n\t\\\x01") == std::string_view::npos;
  if (simple && once_in(4)) return "'" + text::replace_all(text, "'", "''") + "'";
  return once_in(4) ? yaml::print_quoted(text) : yaml::print_scalar(text, true);
}

void Author::mapping(const yaml::Node& node, std::size_t indent, bool first_inline) {
  for (const yaml::Node& child : node.children) {
    if (!first_inline) {
      between(indent);
      text_.append(indent, ' ');
    }
    first_inline = false;
    text_.append(scalar(child.key)).append(":");
    value(child, indent, false);
  }
}

void Author::sequence(const yaml::Node& node, std::size_t indent) {
  for (const yaml::Node& child : node.children) {
    between(indent);
    text_.append(indent, ' ').append("-");
    value(child, indent, true);
  }
}

void Author::value(const yaml::Node& node, std::size_t indent, bool in_sequence) {
  if (node.is_scalar()) {
    text_.append(" ").append(scalar(node.text)).append(trailing()).append("\n");
  } else if (node.children.empty() || (indent > 2 && once_in(3))) {
    text_.append(" ").append(flow(node, indent + 4, 0)).append(trailing()).append("\n");
  } else if (in_sequence && node.is_mapping()) {
    text_ += " ";
    mapping(node, indent + 2, true);
  } else {
    text_.append(trailing()).append("\n");
    const std::size_t step = node.is_sequence() ? static_cast<std::size_t>(2 * roll_(3)) : 2;
    const std::size_t inner = indent + (in_sequence ? 2 : step);
    node.is_sequence() ? sequence(node, inner) : mapping(node, inner, false);
  }
}

std::string Author::flow(const yaml::Node& node, std::size_t indent, int depth) {
  if (node.is_scalar()) return scalar(node.text);
  std::string text = node.is_mapping() ? "{" : "[";
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) text += once_in(5) ? "  , " : ", ";
    if (depth < 2 && once_in(8)) {
      text += (once_in(2) ? " " + comment() : "") + "\n" + std::string(indent, ' ');
    }
    if (node.is_mapping()) text += scalar(node.children[i].key) + ": ";
    text += flow(node.children[i], indent + 2, depth + 1);
  }
  if (once_in(6) && !node.children.empty()) text += once_in(2) ? " ," : ",";
  return text + (node.is_mapping() ? "}" : "]");
}

// What a scalar says, not how it is quoted.
void forget_quotes(yaml::Node& node) {
  node.plain = true;
  for (yaml::Node& child : node.children) forget_quotes(child);
}

TEST(author, writes_what_reads_back) {
  unsigned seed = 1;
  yaml::Node root = yaml::mapping();
  yaml::Node& list = yaml::add(root, "list", yaml::sequence());
  for (const char* text : {"a", "it's", "#b", "c: d", ""}) {
    yaml::Node item = yaml::mapping();
    yaml::add(item, "name", yaml::scalar(text));
    yaml::add(item, "more", yaml::sequence({yaml::scalar("x"), yaml::scalar(text)}));
    list.children.push_back(std::move(item));
  }
  for (int round = 0; round < 500; ++round) {
    Author author([&](int n) {
      seed = seed * 1664525U + 1013904223U;
      return static_cast<int>((seed >> 8U) % static_cast<unsigned>(n));
    });
    const std::string text = author.write(root);
    auto document = yaml::parse(text, "random.yml");
    ASSERT_TRUE(document.has_value()) << document.error()[0].message << "\n" << text;
    forget_quotes(document->root);
    EXPECT_EQ(yaml::print(document->root), yaml::print(root)) << text;
  }
}

}  // namespace dbx::test
