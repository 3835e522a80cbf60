// Trees as bytes; see pack.h.
#include "dbx/yaml/pack.h"

#include <cstdlib>

namespace dbx::yaml {
namespace {

constexpr unsigned kPlain = 4;  // beside the kind

void put_size(std::string& bytes, std::size_t size) {
  for (; size >= 0x80; size >>= 7U) bytes += static_cast<char>(0x80U | (size & 0x7FU));
  bytes += static_cast<char>(size);
}

void put_text(std::string& bytes, std::string_view text) {
  put_size(bytes, text.size());
  bytes += text;
}

void put(std::string& bytes, const Node& node) {
  bytes += static_cast<char>(static_cast<unsigned>(node.kind) | (node.plain ? kPlain : 0U));
  put_text(bytes, node.key.view());
  if (node.is_scalar()) return put_text(bytes, node.text.view());
  put_size(bytes, node.children.size());
  for (const Node& child : node.children) put(bytes, child);
}

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  Node take() {
    Node node;
    const auto mark = static_cast<unsigned>(take_byte());
    node.kind = static_cast<Node::Kind>(mark & 3U);
    node.plain = (mark & kPlain) != 0;
    node.key = Slice::of(take_text());
    if (node.is_scalar()) {
      node.text = Slice::of(take_text());
      return node;
    }
    node.children.reserve(take_size());
    while (node.children.size() < node.children.capacity()) node.children.push_back(take());
    return node;
  }

 private:
  unsigned char take_byte() {
    if (bytes_.empty()) std::abort();
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }

  std::size_t take_size() {
    std::size_t size = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
      const unsigned byte = take_byte();
      size |= static_cast<std::size_t>(byte & 0x7FU) << shift;
      if (byte < 0x80U) break;
    }
    if (size > bytes_.size()) std::abort();
    return size;
  }

  std::string_view take_text() {
    const std::size_t size = take_size();
    const std::string_view text = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return text;
  }

  std::string_view bytes_;
};

}  // namespace

std::string pack(const Node& root) {
  std::string bytes;
  put(bytes, root);
  return bytes;
}

Node unpack(std::string_view bytes) { return Unpacker(bytes).take(); }

}  // namespace dbx::yaml
