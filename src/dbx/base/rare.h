// Values that are nearly always absent, kept out of line in 8 bytes: a column has a dozen texts of
// which most specs use two, and a warehouse has tens of thousands of columns. They behave as
// std::optional<T> and std::string do (copies are deep, == compares values), so that the readers of
// a member need not know.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace dbx {

// std::optional<T>, out of line.
template <class T>
class Rare {
 public:
  Rare() = default;
  Rare(std::nullopt_t) {}  // NOLINT(google-explicit-constructor): as std::optional
  Rare(T value)            // NOLINT(google-explicit-constructor)
      : value_(std::make_unique<T>(std::move(value))) {}
  Rare(const Rare& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
  Rare(Rare&&) noexcept = default;
  Rare& operator=(const Rare& other) {
    if (this != &other) value_ = other.value_ ? std::make_unique<T>(*other.value_) : nullptr;
    return *this;
  }
  Rare& operator=(Rare&&) noexcept = default;
  ~Rare() = default;

  bool has_value() const { return value_ != nullptr; }
  explicit operator bool() const { return has_value(); }
  T& operator*() { return *value_; }
  const T& operator*() const { return *value_; }
  T* operator->() { return value_.get(); }
  const T* operator->() const { return value_.get(); }
  template <class... Arguments>
  T& emplace(Arguments&&... arguments) {
    value_ = std::make_unique<T>(std::forward<Arguments>(arguments)...);
    return *value_;
  }
  void reset() { value_.reset(); }

  bool operator==(const Rare& other) const {
    if (!value_ || !other.value_) return !value_ == !other.value_;
    return *value_ == *other.value_;
  }

 private:
  std::unique_ptr<T> value_;
};

// std::string, out of line where it is not empty.
class RareText {
 public:
  RareText() = default;
  // NOLINTBEGIN(google-explicit-constructor): stands in for std::string
  RareText(std::string text) {
    if (!text.empty()) text_ = std::make_unique<std::string>(std::move(text));
  }
  RareText(std::string_view text) : RareText(std::string(text)) {}
  RareText(const char* text) : RareText(std::string(text)) {}
  operator const std::string&() const { return str(); }
  operator std::string_view() const { return str(); }
  // NOLINTEND(google-explicit-constructor)
  RareText(const RareText& other) : RareText(other.str()) {}
  RareText(RareText&&) noexcept = default;
  RareText& operator=(const RareText& other) { return *this = RareText(other); }
  RareText& operator=(RareText&&) noexcept = default;
  ~RareText() = default;

  const std::string& str() const {
    static const std::string kEmpty;
    return text_ ? *text_ : kEmpty;
  }
  bool empty() const { return text_ == nullptr; }
  std::size_t size() const { return str().size(); }
  void clear() { text_.reset(); }

  bool operator==(const RareText& other) const { return str() == other.str(); }
  bool operator==(const std::string& other) const { return str() == other; }
  bool operator==(const char* other) const { return str() == other; }

 private:
  std::unique_ptr<std::string> text_;
};

inline std::ostream& operator<<(std::ostream& out, const RareText& text) {
  return out << text.str();
}
inline std::string operator+(const RareText& a, std::string_view b) {
  return a.str() + std::string(b);
}
inline std::string operator+(std::string_view a, const RareText& b) {
  return std::string(a) + b.str();
}

}  // namespace dbx

template <>
struct fmt::formatter<dbx::RareText> : fmt::formatter<std::string_view> {
  template <class Context>
  auto format(const dbx::RareText& text, Context& context) const {
    return fmt::formatter<std::string_view>::format(text.str(), context);
  }
};
