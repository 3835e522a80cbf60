// Changes of a YAML text by place: what is exchanged, put in or taken out, everything else byte for
// byte as it was.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/yaml/yaml.h"

namespace dbx::spec {

// Collects changes of one document, then makes them all at once.
class Splicer {
 public:
  explicit Splicer(const yaml::Document& document) : source_(document.source) {}

  // Another text for the scalar or for its key, in the same quotes. False: it is a block scalar.
  bool set_value(const yaml::Node& node, std::string_view text);
  void set_key(const yaml::Node& node, std::string_view text) { exchange(node.key_span, text); }
  // Puts `key: value` behind `sibling`, an entry of `mapping`.
  void add_entry(const yaml::Node& mapping, const yaml::Node& sibling, std::string_view key,
                 const yaml::Node& value);
  // Puts an item at the end of a list that is an entry of a mapping, in the style of its last item.
  void add_item(const yaml::Node& list, const yaml::Node& item);
  // Takes an item out: its lines with what is said behind it there, or its part of a flow list.
  void remove_item(const yaml::Node& list, std::size_t index);

  std::string result() const;

 private:
  struct Splice {
    std::size_t begin;
    std::size_t end;
    std::string text;
  };

  std::string block_text(const yaml::Node& node, const std::string& indent) const;
  void exchange(const yaml::Span& span, std::string_view text);
  bool is_flow(const yaml::Node& node) const;
  // One past the last byte of what a node says; comments and line ends behind it are not its own.
  std::size_t content_end(const yaml::Node& node) const;
  std::size_t line_begin(std::size_t offset) const;
  std::size_t line_end(std::size_t offset) const;  // before the line's end
  std::size_t column(std::size_t offset) const { return offset - line_begin(offset); }
  std::string_view line_break() const;
  // The next byte from `offset` on that is neither space nor part of a comment.
  std::size_t skip_blank(std::size_t offset) const;
  void put(std::size_t offset, std::string text) { change(offset, offset, std::move(text)); }
  void change(std::size_t begin, std::size_t end, std::string text) {
    splices_.push_back({begin, end, std::move(text)});
  }

  std::string_view source_;
  std::vector<Splice> splices_;
};

}  // namespace dbx::spec
