// text: a template in which {row} is the row's number from 1, {#} a digit, {name}, {company},
// {product}, {city} are words, {place} is the row's own city, and {{module.list}} is one of any
// list of the locale data ({{animal.type}}, {{person.lastName}}); or, with no template, a short
// sentence.
#include <fmt/format.h>

#include <array>
#include <optional>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/words/phrases.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

constexpr std::uint32_t kDrawsOfPhrases = 256;  // of one piece
constexpr std::string_view kSentence = "{verb} the {noun} {when}";
constexpr std::array<std::string_view, 10> kVerbs = {
    "Checked", "Updated", "Reviewed", "Confirmed", "Received",
    "Shipped", "Opened",  "Closed",   "Escalated", "Approved"};
constexpr std::array<std::string_view, 10> kNouns = {"account", "contract", "delivery", "document",
                                                     "invoice", "order",    "payment",  "refund",
                                                     "request", "schedule"};
constexpr std::array<std::string_view, 8> kWhen = {
    "today",     "on time",         "after a call", "with the customer",
    "as agreed", "at short notice", "by e-mail",    "for the next quarter"};

constexpr std::array<std::string_view, 6> kSeasons = {"Spring", "Summer",  "Autumn",
                                                      "Winter", "Weekend", "Holiday"};
constexpr std::array<std::string_view, 5> kOffers = {"Sale", "Deal", "Days", "Bundle", "Special"};
constexpr std::array<std::string_view, 8> kTopics = {"products", "blog",   "help",    "guides",
                                                     "stores",   "offers", "company", "news"};

template <class List>
const auto& one_of(const List& list, std::uint64_t bits) {
  return list[static_cast<std::size_t>(below(bits, static_cast<std::int64_t>(list.size())))];
}

void append_word(std::string_view word, std::int64_t row, std::uint64_t bits, std::string& out) {
  if (word == "row") {
    out += std::to_string(row + 1);
  } else if (word == "#") {
    out.push_back(static_cast<char>('0' + below(bits, 10)));
  } else if (word == "name") {
    out += (bits & 1U) != 0 ? one_of(female_names(), bits) : one_of(male_names(), bits);
  } else if (word == "company") {
    out += one_of(company_roots(), bits);
  } else if (word == "product") {
    out += one_of(product_nouns(), bits).word;
  } else if (word == "city") {
    out += one_of(places(), bits).city;
  } else if (word == "season") {
    out += one_of(kSeasons, bits);
  } else if (word == "offer") {
    out += one_of(kOffers, bits);
  } else if (word == "topic") {
    out += one_of(kTopics, bits);
  } else if (word == "verb") {
    out += one_of(kVerbs, bits);
  } else if (word == "noun") {
    out += one_of(kNouns, bits);
  } else {
    out += one_of(kWhen, bits);
  }
}

struct Piece {
  std::string text;
  bool word = false;
  std::optional<Phrases> phrases = {};  // {{...}}
};

// A piece out of "{{animal.type}}".
Piece phrases_of(std::string_view pattern, const Request& request, FillParameters& parameters) {
  std::string unknown;
  if (Phrasebook({}).pattern(pattern, unknown)) {
    return {"", true, Phrases(request, parameters, pattern)};
  }
  parameters.complain(fmt::format("the locale data has no '{{{{{}}}}}'", unknown),
                      "such as {{animal.type}} {{color.human}} {{word.noun}} {{person.lastName}} "
                      "{{location.city}} {{company.noun}} {{music.genre}}");
  return {};
}

std::vector<Piece> split_template(std::string_view text, const Request& request,
                                  FillParameters& parameters) {
  static constexpr std::array<std::string_view, 13> kWords = {
      "row",  "#",    "name",   "company", "product", "city", "place",
      "verb", "noun", "season", "offer",   "topic",   "when"};
  std::vector<Piece> pieces;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    if (open > 0) pieces.push_back({std::string(text.substr(0, open)), false});
    if (const std::size_t end = text.find("}}", open);
        text.substr(open).starts_with("{{") && end != std::string_view::npos) {
      pieces.push_back(phrases_of(text.substr(open, end + 2 - open), request, parameters));
      text.remove_prefix(end + 2);
      continue;
    }
    const std::string_view word = text.substr(open + 1, close - open - 1);
    if (std::find(kWords.begin(), kWords.end(), word) == kWords.end()) {
      parameters.complain(
          fmt::format("the template has no word '{{{}}}'", word),
          "there are {row} {#} {name} {company} {product} {city} {place} {verb} {noun} {when} "
          "{season} {offer} {topic}");
    }
    pieces.push_back({std::string(word), true});
    text.remove_prefix(close + 1);
  }
  if (!text.empty()) pieces.push_back({std::string(text), false});
  return pieces;
}

}  // namespace

Result<GeneratorPtr> make_text(const Request& request, FillParameters& parameters) {
  const std::vector<Piece> pieces =
      split_template(parameters.text("template", kSentence), request, parameters);
  bool has_row = false;
  for (const Piece& piece : pieces) has_row |= piece.word && piece.text == "row";
  if (request.unique && !has_row) return fail(never_unique(request, "text"));
  return texts([pieces, random = Random(request.key, request.column.name),
                place = PlaceIndex(request, parameters)](std::int64_t row, std::string& out) {
    std::uint32_t draw = 0;
    for (const Piece& piece : pieces) {
      if (piece.phrases) {
        piece.phrases->append(row, out, kDrawsOfPhrases * ++draw);
      } else if (piece.word && piece.text == "place") {
        out += place(row).city;
      } else if (piece.word) {
        append_word(piece.text, row, random.bits(row, draw++).first, out);
      } else {
        out += piece.text;
      }
    }
  });
}

}  // namespace dbx::seed
