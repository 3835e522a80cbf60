// Strict YAML 1.2 with positions: one tree type for reading and for writing. The only folder that
// knows libfyaml. Duplicate keys, anchors, aliases, merge keys, tags, several documents and bytes
// that are not UTF-8 are errors; scalars stay text (`no`, `012`, dates), the reader of a key
// decides. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/rare.h"
#include "dbx/base/result.h"
#include "dbx/yaml/slice.h"

namespace dbx::yaml {

// Bytes [begin, end) of the document's source.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A value, and the key it stands under where its parent is a mapping. Kept small: a large spec has
// a node for every few bytes of its text.
struct Node {
  enum class Kind : std::uint8_t { kScalar, kSequence, kMapping };

  Slice key;
  [[no_unique_address]] Slice text;  // of a scalar, unquoted; the next two stand in its padding
  Kind kind = Kind::kScalar;
  bool plain = true;           // a scalar written without quotes
  std::vector<Node> children;  // items, or values with their keys
  Span key_span;
  Span span;
  RareText comment;  // for printing: whole lines above it, without '#'

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

// Where the lines of a text begin: offsets to lines and columns, both from 1, columns in bytes.
class LineIndex {
 public:
  struct Mark {
    int line = 1;
    int column = 1;
  };

  LineIndex() = default;
  explicit LineIndex(std::string_view source);
  Mark mark(std::size_t offset) const;
  std::size_t line_start(int line) const { return starts_[static_cast<std::size_t>(line - 1)]; }
  int line_count() const { return static_cast<int>(starts_.size()); }

 private:
  std::vector<std::uint32_t> starts_{0};
};

// Nodes refer to the source: it does not change while they live.
struct Document {
  std::string file;
  std::string source;
  LineIndex lines;
  Node root;

  Location location(const Span& span, std::string pointer = {}) const;
  // The place of a JSON pointer; where the document has no such node, that of the nearest enclosing
  // one (at its `name`, where it has one).
  Location locate(std::string_view pointer) const;
};

struct Limits {
  std::size_t bytes_max = std::size_t{16} << 20U;  // below 4 GiB
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

// The same, always in double quotes.
std::string print_quoted(std::string_view text);
// One line, in flow style: {name: a, type: INT}.
std::string print_flow(const Node& node);

// Escapes one reference token of a JSON pointer (RFC 6901).
std::string pointer_token(std::string_view token);

}  // namespace dbx::yaml
