// Writes YAML that every reader, 1.1 or 1.2, reads back as the same text.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "dbx/base/text.h"
#include "dbx/yaml/yaml.h"

namespace dbx::yaml {
namespace {

constexpr std::size_t kWidthMax = 100;
constexpr std::size_t kReservedBytesMax = 5;

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

// The code point at `offset` of valid UTF-8, and past it.
std::uint32_t next_point(std::string_view text, std::size_t& offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  std::uint32_t point = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length && offset + i < text.size(); ++i) {
    point = (point << 6U) | (static_cast<unsigned char>(text[offset + i]) & 0x3FU);
  }
  offset += length;
  return point;
}

// Controls, line ends of YAML 1.1, byte order marks (a reader skips them), and what turns the
// direction of the text that stands around it.
bool needs_escape(std::uint32_t point) {
  const auto between = [&](std::uint32_t first, std::uint32_t last) {
    return point >= first && point <= last;
  };
  return point < 0x20 || between(0x7F, 0x9F) || between(0x2028, 0x202E) ||
         between(0x200E, 0x200F) || between(0x2066, 0x2069) || point == 0x61C || point == 0xFEFF ||
         between(0xFFFE, 0xFFFF);
}

bool needs_quotes(std::string_view text, bool in_flow) {
  // Most scalars of a large spec are names: nothing in them but a reserved word can matter.
  if (text::is_identifier(text)) {
    return text.size() <= kReservedBytesMax && is_reserved_word(text) && text != "true" &&
           text != "false";
  }
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
  for (std::size_t i = 0; i < text.size();) {
    if (needs_escape(next_point(text, i))) return true;
  }
  return false;
}

std::string double_quoted(std::string_view text) {
  std::string result = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const std::uint32_t point = next_point(text, i);
    if (point == '"' || point == '\\') {
      result.append({'\\', static_cast<char>(point)});
    } else if (point == '\n') {
      result += "\\n";
    } else if (point == '\t') {
      result += "\\t";
    } else if (needs_escape(point)) {
      result += point < 0x100 ? fmt::format("\\x{:02X}", point) : fmt::format("\\u{:04X}", point);
    } else {
      result += text.substr(begin, i - begin);
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

// Appends the node on one line. False as soon as the line is longer than `bytes_max`: what follows
// was not written. (A block is tried as a line before its parts are.)
bool flow(const Node& node, std::size_t bytes_max, std::string& line) {
  if (node.is_scalar()) {
    line += node.plain ? print_scalar(node.text, true) : double_quoted(node.text);
    return line.size() <= bytes_max;
  }
  line += node.is_mapping() ? '{' : '[';
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) line += ", ";
    const Node& child = node.children[i];
    if (node.is_mapping()) line.append(print_scalar(child.key, true)).append(": ");
    if (!flow(child, bytes_max, line)) return false;
  }
  line += node.is_mapping() ? '}' : ']';
  return line.size() <= bytes_max;
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
    if (node.children.empty()) {
      text.append(node.is_mapping() ? " {}\n" : " []\n");
      return;
    }
    const bool list_of_mappings = node.is_sequence() && node.children[0].is_mapping();
    const std::size_t used = text.size() - (text.rfind('\n') + 1) + 1;
    if (!top_level && !list_of_mappings && used < kWidthMax && is_flat(node)) {
      std::string line;
      if (flow(node, kWidthMax - used, line)) {
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

std::string print_flow(const Node& node) {
  std::string line;
  flow(node, std::string::npos, line);
  return line;
}

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
