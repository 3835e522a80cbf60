// The table of aliases; a line a group.
#include "dbx/answer/value_aliases.h"

#include <string>
#include <unordered_map>

#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

// What is written in several ways, separated by '|'.
constexpr std::string_view kGroups[] = {
    "united states|usa|us|u.s.|u.s.a.|united states of america|america|american",
    "united kingdom|uk|u.k.|great britain|britain|british",
    "australia|australian",
    "austria|austrian",
    "argentina|argentinian|argentine",
    "belgium|belgian",
    "brazil|brazilian",
    "bulgaria|bulgarian",
    "canada|canadian",
    "chile|chilean",
    "china|chinese",
    "colombia|colombian",
    "croatia|croatian",
    "cuba|cuban",
    "czech republic|czech|czechia",
    "denmark|danish",
    "egypt|egyptian",
    "england|english",
    "finland|finnish",
    "france|french",
    "germany|german",
    "greece|greek",
    "hungary|hungarian",
    "iceland|icelandic",
    "india|indian",
    "indonesia|indonesian",
    "iran|iranian",
    "iraq|iraqi",
    "ireland|irish",
    "israel|israeli",
    "italy|italian",
    "jamaica|jamaican",
    "japan|japanese",
    "kenya|kenyan",
    "south korea|korean|korea",
    "malaysia|malaysian",
    "mexico|mexican",
    "morocco|moroccan",
    "netherlands|dutch|holland",
    "new zealand|new zealander",
    "nigeria|nigerian",
    "norway|norwegian",
    "pakistan|pakistani",
    "peru|peruvian",
    "philippines|filipino|philippine",
    "poland|polish",
    "portugal|portuguese",
    "romania|romanian",
    "russia|russian|russian federation",
    "saudi arabia|saudi",
    "scotland|scottish",
    "serbia|serbian",
    "singapore|singaporean",
    "slovakia|slovak",
    "slovenia|slovenian",
    "south africa|south african",
    "spain|spanish",
    "sweden|swedish",
    "switzerland|swiss",
    "thailand|thai",
    "turkey|turkish",
    "ukraine|ukrainian",
    "united arab emirates|uae|emirati",
    "venezuela|venezuelan",
    "vietnam|vietnamese",
    "wales|welsh",
    "africa|african",
    "asia|asian",
    "europe|european",
    "alabama|al",
    "alaska|ak",
    "arizona|az",
    "arkansas|ar",
    "california|ca|californian",
    "colorado|co",
    "connecticut|ct",
    "delaware|de",
    "florida|fl",
    "georgia|ga",
    "hawaii|hi",
    "idaho|id",
    "illinois|il",
    "indiana|in",
    "iowa|ia",
    "kansas|ks",
    "kentucky|ky",
    "louisiana|la",
    "maine|me",
    "maryland|md",
    "massachusetts|ma",
    "michigan|mi",
    "minnesota|mn",
    "mississippi|ms",
    "missouri|mo",
    "montana|mt",
    "nebraska|ne",
    "nevada|nv",
    "new hampshire|nh",
    "new jersey|nj",
    "new mexico|nm",
    "new york|ny",
    "north carolina|nc",
    "north dakota|nd",
    "ohio|oh",
    "oklahoma|ok",
    "oregon|or",
    "pennsylvania|pa",
    "rhode island|ri",
    "south carolina|sc",
    "south dakota|sd",
    "tennessee|tn",
    "texas|tx|texan",
    "utah|ut",
    "vermont|vt",
    "virginia|va",
    "washington|wa",
    "west virginia|wv",
    "wisconsin|wi",
    "wyoming|wy",
};

}  // namespace

std::vector<std::string_view> aliases_of(std::string_view lower) {
  static const std::unordered_multimap<std::string_view, std::string_view> kByName = [] {
    std::unordered_multimap<std::string_view, std::string_view> result;
    for (const std::string_view group : kGroups) {
      for (const std::string_view name : text::split(group, '|')) result.emplace(name, group);
    }
    return result;
  }();
  std::vector<std::string_view> others;
  const auto [begin, end] = kByName.equal_range(lower);
  for (auto it = begin; it != end; ++it) {
    for (const std::string_view name : text::split(it->second, '|')) {
      if (name != lower) others.push_back(name);
    }
  }
  return others;
}

}  // namespace dbx::answer
