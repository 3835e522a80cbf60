// Slots out of ranks.
#include "dbx/seed/locale/names.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <mutex>

#include "dbx/base/text.h"
#include "dbx/seed/math.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

constexpr double kShift = 8;
constexpr double kExponent = 0.9;
constexpr std::size_t kSlotsPerName = 4;
constexpr std::uint32_t kHalfMin = 1024;

// How many of `slots` each rank gets: one, and its share of the rest.
std::vector<std::uint32_t> slots_by_rank(std::size_t names, std::uint32_t slots) {
  std::vector<double> weights(names);
  double total = 0;
  for (std::size_t k = 0; k < names; ++k) {
    weights[k] = exp(-kExponent * log(static_cast<double>(k) + kShift));
    total += weights[k];
  }
  const auto rest = static_cast<double>(slots - names);
  std::vector<std::uint32_t> counts(names);
  std::uint32_t given = 0;
  for (std::size_t k = 0; k < names; ++k) {
    counts[k] = 1 + static_cast<std::uint32_t>(rest * weights[k] / total);
    given += counts[k];
  }
  for (std::size_t k = 0; given < slots; k = (k + 1) % names, ++given) ++counts[k];
  return counts;
}

Words sexed(LocaleId locale, std::string_view part, std::string_view sex, std::string_view more) {
  return own_words(locale,
                   "person." + std::string(part) + "." + std::string(sex) + std::string(more));
}

// Both sexes from the same link of the chain; a link with one list only has it for both.
NameList list_of(LocaleId locale, std::string_view part) {
  for (const LocaleId link : locale_chain(locale)) {
    Words female = sexed(link, part, "female", "");
    Words male = sexed(link, part, "male", "");
    if (female.empty() && male.empty()) continue;
    const std::string_view of_female = female.empty() ? "male" : "female";
    const std::string_view of_male = male.empty() ? "female" : "male";
    female = sexed(link, part, of_female, "");
    male = sexed(link, part, of_male, "");
    return {female, sexed(link, part, of_female, ".ascii"), male,
            sexed(link, part, of_male, ".ascii"),
            NameList::half_for(std::max(female.size(), male.size()))};
  }
  assert(false && "every chain ends with English, which has names");
  return {{}, {}, {}, {}, kHalfMin};
}

LocaleNames international() {
  const auto words = [](std::span<const std::string_view> list) {
    return Words(list.begin(), list.end());
  };
  const Words women = words(female_names());
  const Words men = words(male_names());
  const Words last = words(last_names());
  const LocaleId english = *find_locale("en");
  return {{women, women, men, men, kHalfMin},
          {last, last, last, last, kHalfMin},
          false,
          " ",
          true,
          {find_words(english, "person.prefix.female"), find_words(english, "person.prefix.male"),
           find_words(english, "person.prefix.generic")}};
}

LocaleNames make_names(std::optional<LocaleId> locale) {
  if (!locale) return international();
  LocaleNames names{
      list_of(*locale, "first_name"), list_of(*locale, "last_name"), false, " ", true, {}};
  if (const Words order = find_words(*locale, "person.order"); !order.empty()) {
    const std::string_view pattern = order.front();  // {{person.lastName}} {{person.firstName}}
    names.last_first = pattern.starts_with("{{person.last");
    const std::size_t end = pattern.find("}}") + 2;
    names.separator = std::string(pattern.substr(end, pattern.rfind("{{") - end));
  }
  const auto first = static_cast<unsigned char>(names.first.name(0).front());
  names.latin = first < 0xCD;  // the lead bytes of Latin letters in UTF-8
  constexpr std::array<std::string_view, 3> kSexes = {"female", "male", "generic"};
  for (const LocaleId link : locale_chain(*locale)) {  // all from one link
    bool any = false;
    for (std::size_t s = 0; s < kSexes.size(); ++s) {
      names.prefixes[s] = own_words(link, "person.prefix." + std::string(kSexes[s]));
      any |= !names.prefixes[s].empty();
    }
    if (any) break;
  }
  return names;
}

}  // namespace

std::uint32_t NameList::half_for(std::size_t names) {
  std::uint32_t half = kHalfMin;
  while (half < names * kSlotsPerName) half *= 2;
  return half;
}

NameList::NameList(const Words& female, const Words& female_ascii, const Words& male,
                   const Words& male_ascii, std::uint32_t half)
    : half_(half) {
  add(female, female_ascii);
  add(male, male_ascii);
  count_namesakes();
}

void NameList::add(const Words& names, const Words& ascii) {
  assert(!names.empty() && names.size() == ascii.size());
  const std::vector<std::uint32_t> counts = slots_by_rank(names.size(), half_);
  for (std::size_t i = 0; i < names.size(); ++i) {
    names_.push_back(
        {names[i], text::to_lower(ascii[i]), static_cast<std::uint32_t>(slots_.size()), 0, 0});
    slots_.insert(slots_.end(), counts[i], static_cast<std::uint16_t>(names_.size() - 1));
    bytes_max_ = std::max(bytes_max_, names[i].size());
    ascii_bytes_max_ = std::max(ascii_bytes_max_, ascii[i].size());
  }
}

void NameList::count_namesakes() {
  std::map<std::string_view, std::uint32_t> totals;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::size_t end = i + 1 < names_.size() ? names_[i + 1].first_slot : slots_.size();
    names_[i].ordinal = totals[names_[i].ascii];
    totals[names_[i].ascii] += static_cast<std::uint32_t>(end) - names_[i].first_slot;
  }
  for (Name& name : names_) name.namesakes = totals[name.ascii];
}

const LocaleNames& names_of(std::optional<LocaleId> locale) {
  static std::mutex mutex;
  static std::map<int, LocaleNames> made;  // nodes stay where they are
  const std::lock_guard lock(mutex);
  const int key = locale ? int{*locale} : -1;
  const auto found = made.find(key);
  if (found != made.end()) return found->second;
  return made.emplace(key, make_names(locale)).first->second;
}

}  // namespace dbx::seed
