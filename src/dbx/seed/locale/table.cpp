// Reading the packed table. The bytes are the build's own, so they are asserted, not validated.
#include "dbx/seed/locale/table.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "dbx/base/embedded.h"

namespace dbx::seed {
namespace {

constexpr std::uint8_t kNone = 255;

class Table {
 public:
  struct Locale {
    std::uint32_t name, title, chain, first_list, lists, first_place, places, country_code, country,
        currency, calling_code, region;
  };
  struct List {
    std::uint32_t path, first_entry, entries;
  };
  struct Place {
    std::uint32_t city, state, time_zone, postal_pattern, population, latitude, longitude;
  };

  static const Table& get() {
    static const Table table(embedded::locales().front().contents);
    return table;
  }

  std::size_t locale_count() const { return sections_[0].size() / sizeof(Locale); }
  Locale locale(std::size_t index) const { return at<Locale>(sections_[0], index); }
  List list(std::size_t index) const { return at<List>(sections_[1], index); }
  Place place(std::size_t index) const { return at<Place>(sections_[3], index); }
  std::string_view entry(std::size_t index) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(sections_[2].data()) + index * 3;
    return text(bytes[0] | (std::uint32_t{bytes[1]} << 8U) | (std::uint32_t{bytes[2]} << 16U));
  }
  std::string_view text(std::uint32_t offset) const {
    const auto* bytes = reinterpret_cast<const unsigned char*>(sections_[4].data()) + offset;
    return sections_[4].substr(offset + 2, bytes[0] | (std::size_t{bytes[1]} << 8U));
  }

 private:
  explicit Table(std::string_view bytes) {
    assert(bytes.starts_with("DBXLOC01"));
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      const auto place = at<std::array<std::uint32_t, 2>>(bytes.substr(8), i);
      sections_[i] = bytes.substr(place[0], place[1]);
    }
  }

  // By memcpy: the bytes need not be aligned. The machines we build for are little-endian.
  template <class Record>
  static Record at(std::string_view section, std::size_t index) {
    Record record;
    assert((index + 1) * sizeof(Record) <= section.size());
    std::memcpy(&record, section.data() + index * sizeof(Record), sizeof(Record));
    return record;
  }

  std::array<std::string_view, 5> sections_;
};

double degrees(std::uint32_t stored) {
  return static_cast<double>(static_cast<std::int32_t>(stored)) / 1e5;
}

}  // namespace

const std::vector<std::string_view>& locale_names() {
  static const std::vector<std::string_view> names = [] {
    const Table& table = Table::get();
    std::vector<std::string_view> out;
    for (std::size_t i = 0; i < table.locale_count(); ++i) {
      out.push_back(table.text(table.locale(i).name));
    }
    return out;
  }();
  return names;
}

std::optional<LocaleId> find_locale(std::string_view name) {
  const auto& names = locale_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return {};
  return static_cast<LocaleId>(found - names.begin());
}

std::string_view locale_title(LocaleId locale) {
  return Table::get().text(Table::get().locale(locale).title);
}

std::vector<LocaleId> locale_chain(LocaleId locale) {
  const std::uint32_t packed = Table::get().locale(locale).chain;
  std::vector<LocaleId> chain;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    const auto index = static_cast<std::uint8_t>(packed >> shift);
    if (index != kNone) chain.push_back(index);
  }
  return chain;
}

Words own_words(LocaleId locale, std::string_view path) {
  const Table& table = Table::get();
  const Table::Locale record = table.locale(locale);
  std::uint32_t low = record.first_list;
  std::uint32_t high = low + record.lists;
  while (low < high) {  // the first list whose path is not before `path`
    const std::uint32_t middle = (low + high) / 2;
    (table.text(table.list(middle).path) < path ? low : high) =
        table.text(table.list(middle).path) < path ? middle + 1 : middle;
  }
  Words words;
  if (low == record.first_list + record.lists || table.text(table.list(low).path) != path) {
    return words;
  }
  const Table::List list = table.list(low);
  words.reserve(list.entries);
  for (std::uint32_t i = 0; i < list.entries; ++i) {
    words.push_back(table.entry(list.first_entry + i));
  }
  return words;
}

Words find_words(LocaleId locale, std::string_view path) {
  for (const LocaleId link : locale_chain(locale)) {
    if (Words words = own_words(link, path); !words.empty()) return words;
  }
  return {};
}

LocaleCountry country_of(LocaleId locale) {
  const Table& table = Table::get();
  const Table::Locale record = table.locale(locale);
  return {table.text(record.country_code), table.text(record.country), table.text(record.currency),
          table.text(record.calling_code), table.text(record.region)};
}

std::vector<LocalePlace> places_of(LocaleId locale) {
  const Table& table = Table::get();
  const Table::Locale record = table.locale(locale);
  std::vector<LocalePlace> places;
  for (std::uint32_t i = 0; i < record.places; ++i) {
    const Table::Place place = table.place(record.first_place + i);
    places.push_back({table.text(place.city), table.text(place.state), table.text(place.time_zone),
                      table.text(place.postal_pattern), place.population, degrees(place.latitude),
                      degrees(place.longitude)});
  }
  return places;
}

Words locale_sources() { return own_words(*find_locale("base"), "table.sources"); }

}  // namespace dbx::seed
