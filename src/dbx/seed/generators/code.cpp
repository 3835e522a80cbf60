// code: the row's number written into a pattern: each '#' a digit, each '?' a letter A-Z, each '*'
// a digit or letter; the rest stands as it is. "LN-######" gives LN-000001, LN-000002, ...
// Different rows give different codes until the pattern's space is used up.
#include <fmt/format.h>

#include <array>
#include <cstring>

#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

int radix_of(char c) { return c == '#' ? 10 : c == '?' ? 26 : c == '*' ? 36 : 0; }

std::int64_t space_of(std::string_view pattern) {
  std::int64_t space = 1;
  for (const char c : pattern) {
    const int radix = radix_of(c);
    if (radix != 0 && space <= kIntegerLimit / radix) space *= radix;
  }
  return space;
}

// A code is written out where rows jump; a row that repeats has the code of the one before it, and
// the next row that code plus one in its last place.
class Code final : public Generator {
 public:
  Code(std::string pattern, std::int64_t space, std::int64_t first)
      : pattern_(std::move(pattern)), space_(space), first_(first) {
    for (std::size_t i = pattern_.size(); i-- > 0;) {
      const int radix = radix_of(pattern_[i]);
      if (radix == 0) continue;
      const std::string_view digits = radix == 26 ? kAlphabet.substr(10) : kAlphabet;
      places_.push_back({i, digits.substr(0, static_cast<std::size_t>(radix))});
    }
  }
  Nature nature() const override { return Nature::kText; }
  void fill(Rows rows, Values& out) const override {
    const std::size_t size = pattern_.size();
    out.arena.resize(rows.size() * size + kCopied);
    out.offsets.resize(rows.size() + 1);
    out.offsets[0] = 0;
    char* code = out.arena.data();
    for (std::size_t i = 0; i < rows.size(); ++i, code += size) {
      const std::int64_t step = i == 0 ? -1 : rows[i] - rows[i - 1];
      if (step == 0 || step == 1) {
        copy(code - size, size, code);
        if (step == 1) advance(code);
      } else {
        write(rows[i], code);
      }
      out.offsets[i + 1] = static_cast<std::uint32_t>((i + 1) * size);
    }
    out.arena.resize(rows.size() * size);
  }

 private:
  static constexpr std::size_t kCopied = 16;

  // Sixteen bytes at a time, past the end of the code: the next one covers them.
  static void copy(const char* from, std::size_t size, char* to) {
    for (std::size_t done = 0; done < size; done += kCopied) {
      std::array<char, kCopied> bytes;
      std::memcpy(bytes.data(), from + done, kCopied);
      std::memcpy(to + done, bytes.data(), kCopied);
    }
  }

  struct Place {
    std::size_t at;
    std::string_view digits;
  };

  void write(std::int64_t row, char* code) const {
    std::memcpy(code, pattern_.data(), pattern_.size());
    auto number = static_cast<std::uint64_t>((row + first_) % space_);
    for (const Place& place : places_) {
      code[place.at] = place.digits[number % place.digits.size()];
      number /= place.digits.size();
    }
  }

  void advance(char* code) const {
    for (const Place& place : places_) {
      char& digit = code[place.at];
      if (digit != place.digits.back()) {
        digit = digit == '9' ? 'A' : static_cast<char>(digit + 1);
        return;
      }
      digit = place.digits.front();
    }
  }

  std::string pattern_;
  std::vector<Place> places_;  // from the last
  std::int64_t space_;
  std::int64_t first_;
};

}  // namespace

Result<GeneratorPtr> make_code(const Request& request, FillParameters& parameters) {
  std::string pattern = parameters.text("pattern", "######");
  parameters.require(!pattern.empty(), "'pattern' is empty");
  parameters.require(pattern.size() <= 200, "'pattern' is longer than 200 bytes");
  const spec::Type& type = request.column.type;
  parameters.require(pattern.size() <= text_bytes_max(type),
                     fmt::format("'{}' is longer than a {}", pattern, spec::print(type)));
  const std::int64_t space = space_of(pattern);
  if (request.unique && space < request.rows) return fail(not_enough(request, space));
  // From 1 where there is room, so that the first code is not all zeros.
  const std::int64_t first = space > request.rows ? 1 : 0;
  return GeneratorPtr(std::make_unique<Code>(std::move(pattern), space, first));
}

}  // namespace dbx::seed
