// Offsets in the source are libfyaml's for scalars and flow collections; where a block ends follows
// from its last child, as the reader sees its end only at the next token.
#include "dbx/spec/splice.h"

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::spec {
namespace {

constexpr std::size_t kColumnsMax = 100;  // as yaml::print

}  // namespace

void Splicer::exchange(const yaml::Span& span, std::string_view text) {
  const char first = span.begin < span.end ? source_[span.begin] : ' ';
  std::string written;
  if (first == '"') {
    written = yaml::print_quoted(text);
  } else if (first == '\'') {
    written = "'" + text::replace_all(text, "'", "''") + "'";
  } else {
    written = yaml::print_scalar(text, true);
  }
  change(span.begin, span.end, std::move(written));
}

bool Splicer::set_value(const yaml::Node& node, std::string_view text) {
  const char first = node.span.begin < source_.size() ? source_[node.span.begin] : ' ';
  if (!node.plain && first != '"' && first != '\'') return false;
  exchange(node.span, text);
  return true;
}

// Canonical text whose lines after the first begin with `indent`.
std::string Splicer::block_text(const yaml::Node& node, const std::string& indent) const {
  std::string text = yaml::print(node);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text::replace_all(text, "\n", std::string(line_break()) + indent);
}

void Splicer::add_entry(const yaml::Node& mapping, const yaml::Node& sibling, std::string_view key,
                        const yaml::Node& value) {
  const std::size_t end = content_end(sibling);
  const std::string flow = std::string(key) + ": " + yaml::print_flow(value);
  if (is_flow(mapping)) return put(end, ", " + flow);
  const std::size_t margin = column(sibling.key_span.begin);
  if (margin + flow.size() <= kColumnsMax) {
    return put(line_end(end), std::string(line_break()) + std::string(margin, ' ') + flow);
  }
  yaml::Node entry = yaml::mapping();
  yaml::add(entry, std::string(key), value);
  const std::string indent(margin, ' ');
  put(line_end(end), std::string(line_break()) + indent + block_text(entry, indent));
}

void Splicer::add_item(const yaml::Node& list, const yaml::Node& item) {
  const std::string flow_item = yaml::print_flow(item);
  if (list.children.empty()) {
    if (list.is_sequence())
      return change(list.span.begin, content_end(list), "[" + flow_item + "]");
    // `columns:` and nothing, or a null written out.
    const std::size_t colon = source_.find(':', list.key_span.end);
    const std::size_t end = std::max<std::size_t>(colon + 1, content_end(list));
    return change(colon + 1, end, " [" + flow_item + "]");
  }
  const yaml::Node& last = list.children.back();
  const std::size_t end = content_end(last);
  if (is_flow(list)) return put(end, ", " + flow_item);
  const std::string indent(column(list.span.begin), ' ');
  std::string text = std::string(line_break()) + indent + "- ";
  if (is_flow(last)) {
    text += flow_item;
  } else {
    text += block_text(item, indent + "  ");
  }
  put(line_end(end), std::move(text));
}

void Splicer::remove_item(const yaml::Node& list, std::size_t index) {
  const yaml::Node& item = list.children[index];
  const bool is_last = index + 1 == list.children.size();
  if (is_flow(list)) {
    std::size_t begin = item.span.begin;
    std::size_t end = content_end(item);
    const std::size_t next = skip_blank(end);
    if (next < source_.size() && source_[next] == ',') {
      // What stands between the item and its comma goes too: at most a comment on it.
      end = next + 1;
      while (end < source_.size() && source_[end] == ' ') ++end;
      const bool at_comment = end < source_.size() && source_[end] == '#';
      if (at_comment && end > next + 1) --end;  // a comment keeps a space before it
    } else if (is_last && index > 0) {
      begin = skip_blank(content_end(list.children[index - 1]));  // the comma before it
      change(begin, begin + 1, "");
      begin = item.span.begin;
    }
    return change(begin, end, "");
  }
  const std::size_t dash =
      index == 0 ? list.span.begin : skip_blank(content_end(list.children[index - 1]));
  const std::size_t end = line_end(content_end(item));
  change(line_begin(dash), std::min(source_.find('\n', end), source_.size() - 1) + 1, "");
}

std::string Splicer::result() const {
  std::vector<Splice> splices = splices_;
  std::stable_sort(splices.begin(), splices.end(),
                   [](const Splice& a, const Splice& b) { return a.begin < b.begin; });
  std::string text;
  std::size_t at = 0;
  for (const Splice& splice : splices) {
    if (splice.begin < at) continue;  // the same place twice
    text.append(source_.substr(at, splice.begin - at)).append(splice.text);
    at = splice.end;
  }
  return text.append(source_.substr(at));
}

bool Splicer::is_flow(const yaml::Node& node) const {
  if (node.span.begin >= source_.size()) return false;
  const char first = source_[node.span.begin];
  return (node.is_mapping() && first == '{') || (node.is_sequence() && first == '[');
}

std::size_t Splicer::content_end(const yaml::Node& node) const {
  std::size_t end = node.span.end;
  if (node.is_scalar() && node.is_null() && node.text.empty()) {
    end = node.key_span.end + (node.key.empty() ? 0 : 1);
  } else if (!node.is_scalar() && !is_flow(node) && !node.children.empty()) {
    end = content_end(node.children.back());
  }
  // A block scalar ends with its last line.
  while (end > 0 && end <= source_.size() &&
         std::string_view(" \t\r\n").find(source_[end - 1]) != std::string_view::npos) {
    --end;
  }
  return end;
}

std::size_t Splicer::line_begin(std::size_t offset) const {
  const std::size_t before = offset == 0 ? std::string_view::npos : source_.rfind('\n', offset - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t Splicer::line_end(std::size_t offset) const {
  const std::size_t end = std::min(source_.find('\n', offset), source_.size());
  return end > offset && source_[end - 1] == '\r' ? end - 1 : end;
}

std::string_view Splicer::line_break() const {
  const std::size_t first = source_.find('\n');
  return first != std::string_view::npos && first > 0 && source_[first - 1] == '\r' ? "\r\n" : "\n";
}

std::size_t Splicer::skip_blank(std::size_t offset) const {
  while (offset < source_.size()) {
    if (source_[offset] == '#') {
      offset = std::min(source_.find('\n', offset), source_.size());
    } else if (std::string_view(" \t\r\n").find(source_[offset]) == std::string_view::npos) {
      break;
    } else {
      ++offset;
    }
  }
  return offset;
}

}  // namespace dbx::spec
