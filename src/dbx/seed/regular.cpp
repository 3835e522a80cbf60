// Reading regular expressions, and drawing from them.
#include "dbx/seed/regular.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::seed {
namespace {

constexpr int kDepthMax = 50;
constexpr char kOpen = 0x7b;  // of a number of repeats
constexpr char kClose = 0x7d;
constexpr char kGroup = 0x28;
constexpr char kGroupEnd = 0x29;
constexpr std::int64_t kLengthLimit = std::int64_t{1} << 40U;

std::bitset<256> range(unsigned char first, unsigned char last) {
  std::bitset<256> bytes;
  for (unsigned c = first; c <= last; ++c) bytes.set(c);
  return bytes;
}

const std::bitset<256>& printable() {
  static const std::bitset<256> bytes = range(' ', '~');
  return bytes;
}

// What a letter after a backslash stands for; nothing for one that stands for itself.
std::bitset<256> escaped(char c) {
  switch (c) {
    case 'd':
      return range('0', '9');
    case 'w':
      return range('0', '9') | range('A', 'Z') | range('a', 'z') | range('_', '_');
    case 's':
      return range(' ', ' ');
    default:
      return {};
  }
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) : pattern_(pattern) {}

  Result<Regular> parse() {
    if (next_is('^')) ++at_;
    Regular regular = choice(0);
    if (problem_.empty() && at_ < pattern_.size()) stop("a ')' closes nothing");
    if (problem_.empty()) return regular;
    return fail(Code::kBadFill, fmt::format("regex: {}, at character {} of '{}'", problem_,
                                            problem_at_ + 1, pattern_));
  }

 private:
  bool next_is(char c) const { return at_ < pattern_.size() && pattern_[at_] == c; }
  void stop(std::string problem) {
    if (!problem_.empty()) return;
    problem_ = std::move(problem);
    problem_at_ = at_;
    at_ = pattern_.size();
  }

  Regular choice(int depth) {
    if (depth > kDepthMax) stop("groups are nested too deep");
    Regular out;
    out.kind = Regular::Kind::kChoice;
    out.parts.push_back(sequence(depth));
    while (next_is('|')) {
      ++at_;
      out.parts.push_back(sequence(depth));
    }
    return out.parts.size() == 1 ? std::move(out.parts[0]) : out;
  }

  Regular sequence(int depth) {
    Regular out;
    while (at_ < pattern_.size() && pattern_[at_] != '|' && pattern_[at_] != kGroupEnd) {
      if (pattern_[at_] == '$' && at_ + 1 == pattern_.size()) {
        ++at_;
        break;
      }
      out.parts.push_back(repeated(atom(depth)));
    }
    return out;
  }

  Regular one_of(const std::bitset<256>& bytes) {
    Regular out;
    out.kind = Regular::Kind::kBytes;
    out.bytes = bytes;
    if (bytes.none()) stop("no character is in this class");
    return out;
  }

  Regular atom(int depth) {
    const auto c = static_cast<unsigned char>(pattern_[at_]);
    if (c == kGroup) {
      ++at_;
      if (pattern_.substr(at_).starts_with("?:")) at_ += 2;
      if (next_is('?')) stop("looking ahead or behind is not supported");
      Regular inner = choice(depth + 1);
      if (!next_is(kGroupEnd)) stop("a '(' is not closed");
      if (at_ < pattern_.size()) ++at_;
      return inner;
    }
    if (c == '[') return one_of(bytes_class());
    if (c == '.') {
      ++at_;
      return one_of(printable());
    }
    if (c == '\\') return one_of(escape());
    if (c == '*' || c == '+' || c == '?' || c == kOpen) stop("there is nothing to repeat");
    if (c == '^' || c == '$') stop("'^' and '$' stand at the ends only");
    ++at_;
    return one_of(range(c, c));
  }

  std::bitset<256> escape() {
    if (at_ + 1 >= pattern_.size()) {
      stop("a backslash at the end");
      return {};
    }
    const char c = pattern_[at_ + 1];
    const std::bitset<256> known = escaped(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (known.none() && letter) stop(fmt::format("'\\{}' is not supported", c));
    at_ = std::min(at_ + 2, pattern_.size());
    return known.any() ? known
                       : range(static_cast<unsigned char>(c), static_cast<unsigned char>(c));
  }

  std::bitset<256> bytes_class() {
    ++at_;
    const bool negated = next_is('^');
    if (negated) ++at_;
    std::bitset<256> bytes;
    bool first = true;
    while (at_ < pattern_.size() && (first || pattern_[at_] != ']')) {
      first = false;
      if (pattern_[at_] == '\\') {
        bytes |= escape();
        continue;
      }
      const auto low = static_cast<unsigned char>(pattern_[at_]);
      auto high = low;
      const std::string_view rest = pattern_.substr(at_);
      if (rest.size() > 2 && rest[1] == '-' && rest[2] != ']') {
        high = static_cast<unsigned char>(rest[2]);
        at_ += 2;
      }
      if (low > 127 || high > 127) stop("classes hold ASCII characters only");
      if (high < low) stop("a range in a class runs backwards");
      if (at_ < pattern_.size()) ++at_;
      bytes |= range(low, high);
    }
    if (!next_is(']')) stop("a '[' is not closed");
    if (at_ < pattern_.size()) ++at_;
    return negated ? printable() & ~bytes : bytes;
  }

  Regular repeated(Regular inner) {
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_];
      int least = c == '+' ? 1 : 0;
      int most = c == '?' ? 1 : least + kRepeatsMore;
      if (c == kOpen) {
        std::tie(least, most) = bounds();
      } else if (c == '?' || c == '*' || c == '+') {
        ++at_;
      } else {
        break;
      }
      Regular out;
      out.kind = Regular::Kind::kRepeat;
      out.parts.push_back(std::move(inner));
      out.least = least;
      out.most = most;
      inner = std::move(out);
    }
    return inner;
  }

  // {m}, {m,} or {m,n}
  std::pair<int, int> bounds() {
    const std::size_t close = pattern_.find(kClose, at_);
    if (close == std::string_view::npos) {
      stop("a number of repeats is not closed");
      return {1, 1};
    }
    const std::string_view inside = pattern_.substr(at_ + 1, close - at_ - 1);
    const std::size_t comma = inside.find(',');
    const auto least = text::to_int64(std::string(inside.substr(0, comma)));
    auto most = least;
    if (comma != std::string_view::npos) {
      const std::string upper(inside.substr(comma + 1));
      most = upper.empty() && least ? std::optional(*least + kRepeatsMore) : text::to_int64(upper);
    }
    if (!least || !most || *least < 0 || *most < *least || *most > kRepeatsMax) {
      stop(fmt::format("'{}' is not a number of repeats from 0 to {}", inside, kRepeatsMax));
      return {1, 1};
    }
    at_ = close + 1;
    return {static_cast<int>(*least), static_cast<int>(*most)};
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::string problem_;
  std::size_t problem_at_ = 0;
};

// The random bits of one cell, 64 a time.
class Supply {
 public:
  Supply(const Random& random, std::int64_t row) : random_(random), row_(row) {}
  std::size_t below(std::size_t bound) {
    if (bound <= 1) return 0;
    if (count_ % 2 == 0) bits_ = random_.bits(row_, count_ / 2);
    const std::uint64_t word = count_++ % 2 == 0 ? bits_.first : bits_.second;
    return static_cast<std::size_t>(seed::below(word, static_cast<std::int64_t>(bound)));
  }

 private:
  const Random& random_;
  std::int64_t row_;
  std::uint32_t count_ = 0;
  Bits bits_;
};

void append(const Regular& regular, Supply& supply, std::string& out) {
  switch (regular.kind) {
    case Regular::Kind::kBytes: {
      std::size_t skip = supply.below(regular.bytes.count());
      for (std::size_t c = 0; c < 256; ++c) {
        if (regular.bytes[c] && skip-- == 0) {
          out.push_back(static_cast<char>(c));
          return;
        }
      }
      return;
    }
    case Regular::Kind::kSequence:
      for (const Regular& part : regular.parts) append(part, supply, out);
      return;
    case Regular::Kind::kChoice:
      append(regular.parts[supply.below(regular.parts.size())], supply, out);
      return;
    case Regular::Kind::kRepeat: {
      const auto more = supply.below(static_cast<std::size_t>(regular.most - regular.least) + 1);
      const auto times = static_cast<std::size_t>(regular.least) + more;
      for (std::size_t i = 0; i < times; ++i) append(regular.parts[0], supply, out);
      return;
    }
  }
}

}  // namespace

Result<Regular> parse_regular(std::string_view pattern) { return Parser(pattern).parse(); }

std::int64_t length_max(const Regular& regular) {
  std::int64_t length = regular.kind == Regular::Kind::kBytes ? 1 : 0;
  for (const Regular& part : regular.parts) {
    const std::int64_t one = length_max(part);
    length = regular.kind == Regular::Kind::kChoice ? std::max(length, one) : length + one;
  }
  if (regular.kind == Regular::Kind::kRepeat) length *= regular.most;
  return std::min(length, kLengthLimit);
}

void append_match(const Regular& regular, const Random& random, std::int64_t row,
                  std::string& out) {
  Supply supply(random, row);
  append(regular, supply, out);
}

}  // namespace dbx::seed
