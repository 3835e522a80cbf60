// Compiling and expanding patterns.
#include "dbx/seed/locale/phrase.h"

#include <algorithm>
#include <array>

#include "dbx/base/text.h"

namespace dbx::seed {
namespace {

// What a pattern calls a list, and the list.
struct Alias {
  std::string_view word;
  std::string_view path;
};
constexpr Alias kAliases[] = {
    {"location.street", "location.street_pattern"},
    {"location.streetAddress", "location.street_address.normal"},
    {"location.secondaryAddress", "location.secondary_address"},
    {"location.buildingNumber", "location.building_number"},
    {"commerce.product", "commerce.product_name.product"},
    {"commerce.productMaterial", "commerce.product_name.material"},
    {"commerce.productAdjective", "commerce.product_name.adjective"},
    {"company.name", "company.name_pattern"},
    {"internet.emoji", "internet.emoji.smiley"},
    {"person.jobArea", "person.job_area"},
    {"person.jobDescriptor", "person.job_descriptor"},
    {"person.jobType", "person.job_type"},
    {"person.prefix", "person.prefix.generic"},
};

// Lists in which '#', '!' and '?' stand for digits and letters.
bool is_format(std::string_view path) {
  return path == "location.building_number" || path == "location.secondary_address" ||
         path.starts_with("phone_number.format") || path == "location.postcode";
}

// The whole numbers in 'int({"min": 5,"max": 13})', by key.
std::optional<std::int64_t> number_after(std::string_view call, std::string_view key) {
  const std::size_t at = call.find(key);
  if (at == std::string_view::npos) return {};
  const std::size_t begin = call.find_first_of("0123456789", at);
  if (begin == std::string_view::npos) return {};
  const std::size_t end = call.find_first_not_of("0123456789", begin);
  return text::to_int64(std::string(call.substr(begin, end - begin)));
}

constexpr std::uint32_t kDigits = 10;

}  // namespace

void expand_format(std::string_view format, Draws& draws, std::string& out) {
  std::uint64_t noise = draws.bits();
  int left = 18;  // digits in one draw
  for (const char c : format) {
    if (c != '#' && c != '!' && c != '?') {
      out.push_back(c);
      continue;
    }
    if (--left == 0) {
      noise = draws.bits();
      left = 17;
    }
    if (c == '?') {
      out.push_back("ABCDEFGHJKLMNPRSTUVWXY"[noise % 22]);
    } else {
      out.push_back(static_cast<char>(c == '#' ? '0' + noise % kDigits : '2' + noise % 8));
    }
    noise /= kDigits;
  }
}

Phrasebook::Phrasebook(std::optional<LocaleId> locale)
    : locale_(locale ? *locale : *find_locale("en")),
      names_(&names_of(locale)),
      places_(&locale_places(locale).places) {}

std::optional<Phrasebook::List> Phrasebook::list(std::string_view path) {
  if (const auto found = known_.find(path); found != known_.end()) return found->second;
  // Taken before its phrases are compiled, so that a list that refers to itself is found.
  const List list = lists_.size();
  known_.emplace(path, list);
  lists_.emplace_back();
  std::vector<Phrase> phrases;
  for (const LocaleId link : locale_chain(locale_)) {
    for (const std::string_view word : own_words(link, path)) {
      std::string unknown;
      // Phrases that ask for what is not packed are left out.
      if (auto phrase = compile(word, is_format(path), unknown)) {
        phrases.push_back(std::move(*phrase));
      }
    }
    if (!phrases.empty()) break;
  }
  if (phrases.empty()) {
    known_.erase(known_.find(path));
    return {};
  }
  lists_[list] = std::move(phrases);
  return list;
}

std::optional<Phrasebook::List> Phrasebook::pattern(std::string_view text, std::string& unknown) {
  std::optional<Phrase> phrase = compile(text, false, unknown);
  if (!phrase) return {};
  lists_.push_back({std::move(*phrase)});
  return lists_.size() - 1;
}

std::optional<Phrasebook::Phrase> Phrasebook::compile(std::string_view text, bool format,
                                                      std::string& unknown) {
  const Piece::Kind kind = format ? Piece::Kind::kFormat : Piece::Kind::kText;
  Phrase phrase;
  while (!text.empty()) {
    const std::size_t open = text.find("{{");
    const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open);
    if (close == std::string_view::npos) break;
    if (open > 0) phrase.push_back({kind, text.substr(0, open)});
    const std::string_view word = text.substr(open + 2, close - open - 2);
    const std::optional<Piece> piece = compile_word(word);
    if (!piece) {
      unknown = std::string(word);
      return {};
    }
    phrase.push_back(*piece);
    text.remove_prefix(close + 2);
  }
  if (!text.empty()) phrase.push_back({kind, text});
  return phrase;
}

std::optional<Phrasebook::Piece> Phrasebook::compile_word(std::string_view word) {
  using Kind = Piece::Kind;
  if (word.find('(') != std::string_view::npos) return compile_call(word);
  if (word == "person.firstName" || word == "person.middleName" ||
      word.starts_with("person.first_name") || word.starts_with("person.middle_name")) {
    return Piece{Kind::kFirstName};
  }
  if (word == "person.lastName" || word.starts_with("person.last_name")) {
    return Piece{Kind::kLastName};
  }
  if (word == "location.city" || word == "location.city_name") return Piece{Kind::kCity};
  if (word == "location.state") return Piece{Kind::kState};
  if (word == "location.zipCode") return Piece{Kind::kPostal};
  if (word == "system.semver") return Piece{Kind::kFormat, "#.#.#"};
  std::string_view path = word;
  for (const Alias& alias : kAliases) {
    if (alias.word == word) path = alias.path;
  }
  const std::optional<List> found = list(path);
  if (!found) return {};
  return Piece{Kind::kList, {}, *found};
}

// number.int({"min": 1, "max": 5}), string.numeric(4), helpers.arrayElement(["a","b"])
std::optional<Phrasebook::Piece> Phrasebook::compile_call(std::string_view word) {
  if (word.starts_with("number.int(")) {
    const std::int64_t low = number_after(word, "min").value_or(0);
    const auto high = number_after(word, "max");
    if (!high || *high < low) return {};
    return Piece{Piece::Kind::kInteger, {}, 0, low, *high - low + 1};
  }
  if (word.starts_with("string.numeric(")) {
    static constexpr std::string_view kSigns = "####################";
    const auto digits = static_cast<std::size_t>(number_after(word, "(").value_or(1));
    return Piece{Piece::Kind::kFormat, kSigns.substr(0, digits)};
  }
  if (word.starts_with("location.state(")) return Piece{Piece::Kind::kState};
  if (!word.starts_with("helpers.arrayElement(")) return {};
  std::vector<Phrase> phrases;
  const auto parts = text::split(word, '"');
  for (std::size_t i = 1; i < parts.size(); i += 2) {
    phrases.push_back({{Piece::Kind::kText, parts[i]}});
  }
  if (phrases.empty()) return {};
  lists_.push_back(std::move(phrases));
  return Piece{Piece::Kind::kList, {}, lists_.size() - 1};
}

void Phrasebook::expand(List list, Draws& draws, const Place* place, std::string& out) const {
  const std::vector<Phrase>& phrases = lists_[list];
  if (phrases.empty()) return;  // a list that refers to itself
  const Phrase& phrase = phrases[phrases.size() == 1 ? 0 : draws.below(phrases.size())];
  for (const Piece& piece : phrase) expand_piece(piece, draws, place, out);
}

void Phrasebook::expand_piece(const Piece& piece, Draws& draws, const Place* place,
                              std::string& out) const {
  const auto slot = [&](const NameList& names) {
    return static_cast<std::uint32_t>(draws.below(std::size_t{2} * names.half()));
  };
  const auto here = [&]() -> const Place& {
    return place != nullptr ? *place : (*places_)[draws.below(places_->size())];
  };
  switch (piece.kind) {
    case Piece::Kind::kText:
      out += piece.text;
      return;
    case Piece::Kind::kFormat:
      expand_format(piece.text, draws, out);
      return;
    case Piece::Kind::kList:
      expand(piece.list, draws, place, out);
      return;
    case Piece::Kind::kInteger:
      out += std::to_string(piece.low + below(draws.bits(), piece.count));
      return;
    case Piece::Kind::kFirstName:
      out += names_->first.name(slot(names_->first));
      return;
    case Piece::Kind::kLastName:
      out += names_->last.name(slot(names_->last));
      return;
    case Piece::Kind::kCity:
      out += here().city;
      return;
    case Piece::Kind::kState:
      out += here().state;
      return;
    case Piece::Kind::kPostal:
      expand_format(here().postal_pattern, draws, out);
      return;
  }
}

}  // namespace dbx::seed
