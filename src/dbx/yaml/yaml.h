// Strict YAML 1.2 with positions: one tree type for reading and for writing. The only folder that
// knows libfyaml. Duplicate keys, anchors, aliases, merge keys, tags, several documents and bytes
// that are not UTF-8 are errors; scalars stay text (`no`, `012`, dates), the reader of a key
// decides. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"

namespace dbx::yaml {

struct Mark {
  std::size_t offset = 0;
  int line = 1;    // from 1
  int column = 1;  // bytes, from 1
};

struct Span {
  Mark begin;
  Mark end;  // one past the last byte
};

// A value, and the key it stands under where its parent is a mapping.
struct Node {
  enum class Kind { kScalar, kSequence, kMapping };

  Kind kind = Kind::kScalar;
  std::string key;
  std::string text;            // of a scalar, unquoted
  bool plain = true;           // a scalar written without quotes
  std::vector<Node> children;  // items, or values with their keys
  Span key_span;
  Span span;
  std::string comment;  // for printing: whole lines above it, without '#'

  bool is_scalar() const { return kind == Kind::kScalar; }
  bool is_sequence() const { return kind == Kind::kSequence; }
  bool is_mapping() const { return kind == Kind::kMapping; }
  // `null`, `~` or nothing at all (YAML 1.2 core).
  bool is_null() const;
  const Node* find(std::string_view wanted_key) const;
};

// For building trees to print.
Node scalar(std::string text);
Node sequence(std::vector<Node> items = {});
Node mapping();
Node& add(Node& mapping, std::string key, Node value);

struct Document {
  std::string file;
  std::string source;
  Node root;

  Location location(const Span& span, std::string pointer = {}) const;
  // The place of a JSON pointer; where the document has no such node, that of the nearest enclosing
  // one (at its `name`, where it has one).
  Location locate(std::string_view pointer) const;
};

struct Limits {
  std::size_t bytes_max = std::size_t{16} << 20U;
  int depth_max = 64;
};

// All faults that can be told apart are reported, not only the first.
Result<Document> parse(std::string source, std::string file, const Limits& limits = {});

// Canonical text: block style, two spaces; a mapping or list of scalars inside a list or under a
// key goes on one line where it fits in 100 columns. parse(print(n)) has the same keys and texts as
// n.
std::string print(const Node& root);
// A scalar as it must be written in block or flow context to be read back as the same text by
// YAML 1.1 and 1.2 readers alike: quoted only where needed.
std::string print_scalar(std::string_view text, bool in_flow);

// Escapes one reference token of a JSON pointer (RFC 6901).
std::string pointer_token(std::string_view token);

}  // namespace dbx::yaml
