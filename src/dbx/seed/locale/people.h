// The person of a row: sex, first and last name of the row's locale. A permuted index is decoded
// over first x last slots (names.h), so that people are spread as their names are weighted and no
// pair of slots comes twice before all are used. Immutable, thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/seed/locale/choice.h"
#include "dbx/seed/locale/names.h"
#include "dbx/seed/permutation.h"

namespace dbx::seed {

struct Person {
  const LocaleNames* names;
  std::uint32_t first;  // slots
  std::uint32_t last;
  std::uint32_t locale;  // an index of the choice
  std::int64_t round;    // 0 until all pairs of slots are used

  bool male() const { return first >= names->first.half(); }
  std::string_view first_name() const { return names->first.name(first); }
  std::string_view last_name() const { return names->last.name(last); }
  std::string_view first_ascii() const { return names->first.ascii(first); }
  std::string_view last_ascii() const { return names->last.ascii(last); }
};

class People {
 public:
  People(const Request& request, FillParameters& parameters);

  Person operator()(std::int64_t row) const {
    const std::size_t locale = choice_(row);
    const Speakers& speakers = speakers_[locale];
    const std::int64_t size = speakers.order.size();
    return speakers.person(speakers.order(row % size), static_cast<std::uint32_t>(locale),
                           row / size);
  }
  std::size_t locale_count() const { return speakers_.size(); }
  // The longest "first.last" in ASCII, and the longest full name in bytes.
  std::size_t ascii_bytes_max() const;
  std::size_t bytes_max() const;

 private:
  struct Speakers {
    const LocaleNames* names;
    Permutation order;

    Person person(std::int64_t index, std::uint32_t locale, std::int64_t round) const {
      const std::uint32_t last_half = names->last.half();  // powers of two, both
      const auto number = static_cast<std::uint64_t>(index);
      const auto first = static_cast<std::uint32_t>(number / last_half);
      const auto last = static_cast<std::uint32_t>(number % last_half);
      const bool male = first >= names->first.half();
      return {names, first, male ? last + last_half : last, locale, round};
    }
  };

  LocaleChoice choice_;
  std::vector<Speakers> speakers_;
};

// Tells apart those whose names are the same in ASCII: 0 for the first, then 2, 3, ... The first
// 16,384 rows are counted; later ones are numbered from 100 by their slots, so that no table of all
// rows is needed. Different rows of equal names have different numbers.
class Namesakes {
 public:
  Namesakes(const People& people, std::int64_t rows);
  std::int64_t number(const Person& person, std::int64_t row) const {
    const auto counted = static_cast<std::size_t>(row);
    if (counted < counts_->size() && (*counts_)[counted] < kCountedMax) {
      return (*counts_)[counted];
    }
    return kCountedMax + slot_number(person);
  }

 private:
  static constexpr std::int64_t kCountedMax = 100;
  std::int64_t slot_number(const Person& person) const;

  std::shared_ptr<const std::vector<std::uint16_t>> counts_;
  std::int64_t locales_;
};

}  // namespace dbx::seed
