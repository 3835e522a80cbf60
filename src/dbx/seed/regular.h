// Bounded regular expressions, to make text that matches them: literals, . (any printable ASCII),
// classes [a-z0-9_] and [^...], \d \w \s and escapes, groups, alternation, ? {m} {m,n} {m,} * +,
// where * and + and {m,} repeat at most kRepeatsMore times past their least. ^ and $ at the ends
// say what holds anyway. The language is finite: it can be drawn from, and counted and numbered.
// Immutable after construction, thread-safe.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/seed/random.h"

namespace dbx::seed {

constexpr int kRepeatsMore = 8;
constexpr int kRepeatsMax = 200;

struct Regular {
  enum class Kind { kBytes, kSequence, kChoice, kRepeat };
  Kind kind = Kind::kSequence;
  std::bitset<256> bytes;  // kBytes: one of them
  std::vector<Regular> parts;
  int least = 1;  // kRepeat of parts[0]
  int most = 1;
};

// Errors: bad-fill, with the place in the pattern.
Result<Regular> parse_regular(std::string_view pattern);
// Of the longest match, in bytes; at most 2^40.
std::int64_t length_max(const Regular& regular);
// Appends a match: branches, lengths and letters alike often, whatever hangs on them.
void append_match(const Regular& regular, const Random& random, std::int64_t row, std::string& out);

// All matches, each once, in the order of their bytes: a deterministic automaton (subset
// construction), whose states know how many texts can follow.
class Language {
 public:
  // Errors: bad-fill, where the automaton would be too large.
  static Result<Language> of(const Regular& regular);

  std::int64_t size() const;  // at most 2^62, where there are more
  // Match number 0 <= number < size(); different numbers, different matches.
  void append(std::int64_t number, std::string& out) const;

 private:
  __extension__ using Count = unsigned __int128;
  struct Step {
    unsigned char byte;
    std::uint32_t to;
  };
  struct State {
    bool accepts = false;
    std::vector<Step> steps;
    Count matches = 0;
  };
  void count();

  std::vector<State> states_;
};

}  // namespace dbx::seed
