// Writes YAML that every reader, 1.1 or 1.2, reads back as the same text.
#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/yaml/yaml.h"

namespace dbx::yaml {
namespace {

constexpr std::size_t kWidthMax = 100;

// Plain words that some reader takes for a null, a boolean or a number.
bool is_reserved_word(std::string_view text) {
  static constexpr std::array<std::string_view, 12> kWords = {
      "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".nan", ".inf"};
  const std::string folded = text::to_lower(text);
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

bool looks_like_number(std::string_view text) {
  if (text.empty()) return false;
  const bool starts_numeric =
      (text[0] >= '0' && text[0] <= '9') ||
      ((text[0] == '-' || text[0] == '+' || text[0] == '.') && text.size() > 1 &&
       ((text[1] >= '0' && text[1] <= '9') || text[1] == '.'));
  if (!starts_numeric) return false;
  // A canonical decimal is safe as it stands; anything else that begins so may be octal, a date,
  // sexagesimal or 1e3 to someone.
  return text.find_first_not_of("0123456789abcdefABCDEFxXoO_+-.:eETZ ") == std::string_view::npos;
}

bool is_plain_decimal(std::string_view text) {
  std::string_view digits = text;
  if (digits.starts_with('-')) digits.remove_prefix(1);
  const std::size_t point = digits.find('.');
  const std::string_view whole = digits.substr(0, point);
  if (!text::is_digits(whole) || (whole.size() > 1 && whole[0] == '0')) return false;
  return point == std::string_view::npos || text::is_digits(digits.substr(point + 1));
}

bool needs_quotes(std::string_view text, bool in_flow) {
  if (text.empty() || text::trim(text).size() != text.size()) return true;
  if (is_plain_decimal(text) || text == "true" || text == "false") return false;
  if (is_reserved_word(text) || looks_like_number(text)) return true;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`=<").find(text[0]) != std::string_view::npos) {
    const bool operator_like =
        text.size() > 1 && (text[0] == '-' || text[0] == '?') && text[1] != ' ' && text[1] != '-';
    if (!operator_like) return true;
  }
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos ||
      text.back() == ':') {
    return true;
  }
  if (in_flow && text.find_first_of(",[]{}:") != std::string_view::npos) return true;
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string double_quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    constexpr char kDigits[] = "0123456789ABCDEF";
    if (c == '"' || c == '\\') {
      result.append({'\\', c});
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      result.append({'\\', 'x', kDigits[byte >> 4U], kDigits[byte & 15U]});
    } else {
      result += c;
    }
  }
  return result + '"';
}

bool is_flat(const Node& node) {
  return std::all_of(node.children.begin(), node.children.end(), [](const Node& child) {
    return child.comment.empty() &&
           (child.is_scalar() || (child.is_sequence() && is_flat(child)) ||
            (child.is_mapping() && child.children.size() <= 8 && is_flat(child)));
  });
}

std::string flow(const Node& node) {
  if (node.is_scalar())
    return node.plain ? print_scalar(node.text, true) : double_quoted(node.text);
  std::string result = node.is_mapping() ? "{" : "[";
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) result += ", ";
    const Node& child = node.children[i];
    if (node.is_mapping()) result += print_scalar(child.key, true) + ": ";
    result += flow(child);
  }
  return result + (node.is_mapping() ? "}" : "]");
}

class Printer {
 public:
  std::string text;

  void children(const Node& node, std::size_t indent) {
    for (const Node& child : node.children) {
      comment(child, indent);
      text.append(indent, ' ');
      std::size_t inner = indent + 2;
      if (node.is_sequence()) {
        text += "-";
      } else {
        text += print_scalar(child.key, false) + ":";
        if (child.is_sequence()) inner = indent + 2;
      }
      value(child, inner, node.is_sequence());
    }
  }

 private:
  void comment(const Node& node, std::size_t indent) {
    if (node.comment.empty()) return;
    for (const std::string_view line : text::split(node.comment, '\n')) {
      text.append(indent, ' ').append(line.empty() ? "#" : "# ").append(line).append("\n");
    }
  }

  // The value after "-" or "key:", with the newline.
  void value(const Node& node, std::size_t indent, bool in_sequence) {
    if (node.is_scalar()) {
      text += ' ';
      text += node.plain ? print_scalar(node.text, false) : double_quoted(node.text);
      text += '\n';
      return;
    }
    const bool top_level = !in_sequence && node.is_mapping() && indent <= 2;
    if (node.children.empty() || (is_flat(node) && !top_level)) {
      const std::string line = flow(node);
      const std::size_t used = text.size() - (text.rfind('\n') + 1);
      const bool list_of_mappings =
          node.is_sequence() && !node.children.empty() && node.children[0].is_mapping();
      if (node.children.empty() || (used + 1 + line.size() <= kWidthMax && !list_of_mappings)) {
        text.append(" ").append(line).append("\n");
        return;
      }
    }
    if (in_sequence && node.is_mapping()) {
      // "- key: value": the first entry stands on the dash's line.
      Printer inner;
      inner.children(node, indent);
      text.append(" ").append(inner.text.substr(std::min(indent, inner.text.size())));
      return;
    }
    text += '\n';
    children(node, indent);
  }
};

}  // namespace

std::string print_scalar(std::string_view text, bool in_flow) {
  return needs_quotes(text, in_flow) ? double_quoted(text) : std::string(text);
}

std::string print_quoted(std::string_view text) { return double_quoted(text); }

std::string print_flow(const Node& node) { return flow(node); }

std::string print(const Node& root) {
  if (root.is_scalar()) return print_scalar(root.text, false) + "\n";
  Printer printer;
  if (!root.comment.empty()) {
    for (const std::string_view line : text::split(root.comment, '\n')) {
      printer.text.append(line.empty() ? "#" : "# ").append(line).append("\n");
    }
  }
  if (root.children.empty()) return printer.text + (root.is_mapping() ? "{}\n" : "[]\n");
  printer.children(root, 0);
  return printer.text;
}

}  // namespace dbx::yaml
