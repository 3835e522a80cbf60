// The names of people in one locale, weighted by rank: the k-th commonest (from 0) as often as the
// Zipf-Mandelbrot law says (Mandelbrot 1953), weight (k + 8)^-0.9, mixed with an even share that
// gives every name its least. The weights are whole numbers of slots, so that a slot number out of
// a permutation picks a weighted name and two slots of one name can be told apart. Immutable,
// thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/seed/locale/table.h"

namespace dbx::seed {

// Women's names, then men's: slots 0..half-1 and half..2*half-1.
class NameList {
 public:
  // Commonest first, none empty; `ascii` as many as the names, letters and '-'.
  NameList(const Words& female, const Words& female_ascii, const Words& male,
           const Words& male_ascii, std::uint32_t half);

  // At least four slots a name, a power of two.
  static std::uint32_t half_for(std::size_t names);

  std::uint32_t half() const { return half_; }
  std::string_view name(std::uint32_t slot) const { return names_[slots_[slot]].text; }
  // In lower case.
  std::string_view ascii(std::uint32_t slot) const { return names_[slots_[slot]].ascii; }
  // The slot's number among those with the same ASCII name, of so many.
  std::uint32_t ordinal(std::uint32_t slot) const {
    const Name& name = names_[slots_[slot]];
    return slot - name.first_slot + name.ordinal;
  }
  std::uint32_t namesakes(std::uint32_t slot) const { return names_[slots_[slot]].namesakes; }
  std::size_t ascii_bytes_max() const { return ascii_bytes_max_; }
  std::size_t bytes_max() const { return bytes_max_; }

 private:
  struct Name {
    std::string_view text;
    std::string ascii;
    std::uint32_t first_slot = 0;
    std::uint32_t ordinal = 0;  // of the first slot
    std::uint32_t namesakes = 0;
  };
  void add(const Words& names, const Words& ascii);
  void count_namesakes();

  std::uint32_t half_;
  std::vector<Name> names_;
  std::vector<std::uint16_t> slots_;
  std::size_t ascii_bytes_max_ = 0;
  std::size_t bytes_max_ = 0;
};

struct LocaleNames {
  NameList first;
  NameList last;
  bool last_first = false;        // Nagy Anna
  std::string separator;          // between the two
  bool latin = true;              // initials can be written
  std::array<Words, 3> prefixes;  // women's, men's, anybody's: Mrs. Mr. Dr.; may be empty
};

// Of a locale, by its chain; of none: the hand-picked international names. Lives as long as the
// program.
const LocaleNames& names_of(std::optional<LocaleId> locale);

}  // namespace dbx::seed
