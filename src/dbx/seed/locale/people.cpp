// Choosing people and counting namesakes.
#include "dbx/seed/locale/people.h"

#include <algorithm>
#include <unordered_map>

#include "dbx/base/hash.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

People::People(const Request& request, FillParameters& parameters) : choice_(request, parameters) {
  const std::uint64_t key = hash64(topic_of(request.column.name, "person"), request.key);
  const auto add = [&](std::optional<LocaleId> locale) {
    const LocaleNames& names = names_of(locale);
    const std::int64_t size = std::int64_t{2} * names.first.half() * names.last.half();
    speakers_.push_back({&names, Permutation(size, key)});
  };
  for (const LocaleId locale : choice_.locales()) add(locale);
  if (speakers_.empty()) add({});
}

std::size_t People::ascii_bytes_max() const {
  std::size_t bytes = 0;
  for (const Speakers& speakers : speakers_) {
    bytes = std::max(bytes, speakers.names->first.ascii_bytes_max() +
                                speakers.names->last.ascii_bytes_max() + 1);
  }
  return bytes;
}

std::size_t People::bytes_max() const {
  std::size_t bytes = 0;
  for (const Speakers& speakers : speakers_) {
    bytes = std::max(bytes, speakers.names->first.bytes_max() + speakers.names->last.bytes_max() +
                                speakers.names->separator.size());
  }
  return bytes;
}

Namesakes::Namesakes(const People& people, std::int64_t rows)
    : locales_(static_cast<std::int64_t>(people.locale_count())) {
  constexpr std::int64_t kCountedRows = 16'384;
  std::vector<std::uint16_t> counts;
  std::unordered_map<std::uint64_t, std::uint16_t> seen;
  for (std::int64_t row = 0; row < std::min(rows, kCountedRows); ++row) {
    const Person person = people(row);
    // A collision of the hash only makes a number where none was needed.
    const std::uint16_t earlier = seen[hash64(person.last_ascii(), hash64(person.first_ascii()))]++;
    counts.push_back(static_cast<std::uint16_t>(earlier == 0 ? 0 : earlier + 1));
  }
  counts_ = std::make_shared<const std::vector<std::uint16_t>>(std::move(counts));
}

// Within a locale a pair of ASCII names owns so many pairs of slots; locales take turns.
std::int64_t Namesakes::slot_number(const Person& person) const {
  const NameList& first = person.names->first;
  const NameList& last = person.names->last;
  const std::int64_t among = std::int64_t{first.namesakes(person.first)} *
                             static_cast<std::int64_t>(last.namesakes(person.last));
  const std::int64_t ordinal =
      std::int64_t{last.ordinal(person.last)} * first.namesakes(person.first) +
      first.ordinal(person.first);
  return (person.round * among + ordinal) * locales_ + person.locale;
}

}  // namespace dbx::seed
