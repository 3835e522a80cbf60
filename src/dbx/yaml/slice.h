// The text of a node: a slice of the document where it stands there as it is read, its own copy
// where it does not (escapes, folded lines, trees made to be printed).
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace dbx::yaml {

// Moving keeps a slice a slice; copying takes the text along, so that a copied node outlives its
// document. At most 4 GiB.
class Slice {
 public:
  Slice() = default;
  // NOLINTBEGIN(google-explicit-constructor): reads and is filled as std::string is
  Slice(std::string_view text) : Slice(text.empty() ? nullptr : new char[text.size()], text) {
    if (owned_) std::memcpy(owned_data(), text.data(), text.size());
  }
  Slice(const std::string& text) : Slice(std::string_view(text)) {}
  Slice(const char* text) : Slice(std::string_view(text)) {}
  operator std::string_view() const { return view(); }
  // NOLINTEND(google-explicit-constructor)
  Slice(const Slice& other) : Slice(other.view()) {}
  Slice(Slice&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        owned_(std::exchange(other.owned_, false)) {}
  Slice& operator=(Slice other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(owned_, other.owned_);
    return *this;
  }
  ~Slice() {
    if (owned_) delete[] owned_data();
  }

  // Refers to `text`, which must outlive the slice and what it is moved to.
  static Slice of(std::string_view text) {
    Slice slice;
    slice.data_ = text.data();
    slice.size_ = static_cast<std::uint32_t>(text.size());
    return slice;
  }

  std::string_view view() const { return {data_, size_}; }
  std::string str() const { return std::string(view()); }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }

  bool operator==(const Slice& other) const { return view() == other.view(); }
  bool operator==(std::string_view other) const { return view() == other; }
  bool operator==(const std::string& other) const { return view() == other; }
  bool operator==(const char* other) const { return view() == other; }

 private:
  Slice(char* copy, std::string_view text)
      : data_(copy), size_(static_cast<std::uint32_t>(text.size())), owned_(copy != nullptr) {}
  char* owned_data() const { return const_cast<char*>(data_); }  // made by us, not const

  const char* data_ = nullptr;
  std::uint32_t size_ = 0;
  bool owned_ = false;
};

inline std::ostream& operator<<(std::ostream& out, const Slice& text) { return out << text.view(); }

}  // namespace dbx::yaml

template <>
struct fmt::formatter<dbx::yaml::Slice> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(const dbx::yaml::Slice& text, Context& context) const {
    return fmt::formatter<std::string_view>::format(text.view(), context);
  }
};
