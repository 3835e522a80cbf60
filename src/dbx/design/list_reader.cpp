// Lists of a prompt; see list_reader.h.
#include "dbx/design/list_reader.h"

#include <algorithm>
#include <array>

#include "dbx/design/clauses.h"

namespace dbx::design {
namespace {

// Between a head ("dimensions") and its list.
constexpr std::array kListOpeners = std::to_array<std::string_view>(
    {"are",  "is",    "be",     "should",   "must",   "include", "including", "such", "as",
     "like", "for",   "of",     "being",    "the",    "namely",  "called",    "on",   "to",
     "with", "named", "needed", "required", "wanted", "holding", "containing"});
constexpr std::array kDeterminers = std::to_array<std::string_view>(
    {"a",     "an",        "the",  "its",  "their", "our",        "each",   "every",     "all",
     "some",  "any",       "also", "both", "as",    "separate",   "own",    "conformed", "shared",
     "usual", "following", "no",   "only", "just",  "individual", "single", "respective"});
// "on hand", "days to close": small words inside a name.
constexpr std::array kInner = std::to_array<std::string_view>(
    {"hand", "order", "time", "stock", "transit", "default", "risk", "arrears", "hire", "board",
     "site", "premises", "backorder", "loan", "duty", "demand"});
constexpr std::array kDurations = std::to_array<std::string_view>(
    {"time", "days", "hours", "minutes", "weeks", "day", "months", "duration", "cost"});
// What is said per something.
constexpr std::array kRatioHeads = std::to_array<std::string_view>(
    {"cost",     "revenue",     "price",    "profit",   "margin", "sale",       "spend",   "income",
     "item",     "value",       "fare",     "fee",      "yield",  "hour",       "unit",    "order",
     "call",     "visit",       "view",     "click",    "charge", "conversion", "amount",  "weight",
     "distance", "consumption", "energy",   "duration", "time",   "rent",       "premium", "salary",
     "wage",     "output",      "emission", "bill",     "night",  "day",        "page"});
constexpr std::array kPerUnits = std::to_array<std::string_view>(
    {"unit",        "night",   "seat",      "click",     "impression", "head",        "hour",
     "kg",          "km",      "kilometer", "kilometre", "mile",       "order",       "visit",
     "transaction", "minute",  "capita",    "item",      "passenger",  "acquisition", "share",
     "available",   "square",  "guest",     "hectare",   "ton",        "tonne",       "kwh",
     "litre",       "liter",   "user",      "case",      "stay",       "call",        "point",
     "page",        "session", "thousand",  "mwh",       "mw",         "gb",          "mb",
     "barrel",      "tonne",   "bed",       "room"});
constexpr std::array kTypes = std::to_array<std::string_view>(
    {"int", "integer", "bigint", "smallint", "decimal", "numeric", "varchar", "char", "text",
     "date", "timestamp", "boolean", "bool", "double", "float", "real", "string", "number"});
constexpr std::array kUnits = std::to_array<std::string_view>(
    {"seconds",      "minutes", "hours",      "days",       "weeks",   "months",      "years",
     "milliseconds", "kg",      "kilograms",  "grams",      "tonnes",  "tons",        "lbs",
     "pounds",       "km",      "kilometers", "kilometres", "miles",   "meters",      "metres",
     "feet",         "cm",      "litres",     "liters",     "gallons", "hectolitres", "kwh",
     "mwh",          "gwh",     "mb",         "gb",         "tb",      "bytes",       "eur",
     "euro",         "euros",   "usd",        "dollar",     "dollars", "gbp",         "chf",
     "jpy",          "cents",   "percent",    "percentage", "celsius", "mm",          "knots",
     "ppm",          "bar",     "fahrenheit", "degrees",    "points",  "units",       "pieces",
     "hectares",     "acres",   "ms",         "m3",         "sqm",     "bushels",     "barrels",
     "pallets",      "boxes"});

// A head behind its list: "customer and product dimensions".
std::optional<CueKind> head_of(const Token& token) {
  if (token.lemma == "dimension" || token.lemma == "dim") return CueKind::kDimensions;
  if (token.lemma == "measure" || token.lemma == "metric" || token.lemma == "kpi") {
    return CueKind::kMeasures;
  }
  if (token.lemma == "fact") return CueKind::kFacts;
  return std::nullopt;
}

}  // namespace

bool ListReader::is_word(std::size_t at) const {
  return at < tokens_.size() && tokens_[at].kind == Token::Kind::kWord;
}

bool ListReader::is(std::size_t at, std::string_view text) const {
  return is_word(at) && tokens_[at].text == text;
}

const Cue* ListReader::cue_at(std::size_t at) const {
  if (at >= tokens_.size() || tokens_[at].glued) return nullptr;
  if (at + 1 < tokens_.size() && tokens_[at + 1].glued) return nullptr;  // "fact_tolls"
  if (at > 0 && (is(at, "in") || is(at, "out")) && is(at - 1, "check")) return nullptr;
  const bool is_small = is(at, "on") || is(at, "in") || is(at, "at");
  if (is_small && is_word(at + 1) && contains(kInner, tokens_[at + 1].text)) return nullptr;
  const Cue* cue = find_cue(tokens_.subspan(at));
  if (cue == nullptr) return nullptr;
  switch (cue->kind) {
    case CueKind::kGrain: {  // "grain harvest" is no grain
      const bool opens = at + 1 >= tokens_.size() || tokens_[at + 1].kind != Token::Kind::kWord ||
                         is(at + 1, "is") || is(at + 1, "should") || is(at + 1, "of") ||
                         is(at + 1, "one");
      return cue->words[0] == "grain" && cue->words.size() == 1 && !opens ? nullptr : cue;
    }
    case CueKind::kTrack:
      return told_[at] && cue->words[0] != "we" ? nullptr : cue;
    case CueKind::kBy:
    case CueKind::kWith:
    case CueKind::kNamed:
      return told_[at] ? nullptr : cue;
    case CueKind::kExclude:
      return told_[at] && (cue->words[0] == "no" || cue->words[0] == "without" ||
                           cue->words[0] == "drop")
                 ? nullptr
                 : cue;
    case CueKind::kDescribes:
      return told_[at] ? cue : nullptr;
    default:
      return cue;
  }
}

void ListReader::skip_openers() {
  while (!at_end()) {
    const bool is_table = is(position, "table") || is(position, "tables");
    if (is_table && is_joiner(position + 1)) return;  // a dimension of that name
    const bool is_opener = current().kind == Token::Kind::kColon || is_table ||
                           (is_word(position) && contains(kListOpeners, current().text));
    if (!is_opener) return;
    ++position;
  }
}

bool ListReader::is_joiner(std::size_t at) const {
  if (at >= tokens_.size()) return false;
  if (tokens_[at].kind == Token::Kind::kComma) return true;
  return is(at, "and") || is(at, "or") || is(at, "plus");
}

// "time to resolve", "cost per unit": what would open another clause is part of the name.
bool ListReader::belongs_inside(std::size_t at, const Item& item) const {
  if (item.words.empty() || !is_word(at + 1)) return false;
  const std::string& last = item.words.back().text;
  if (is(at, "to")) return contains(kDurations, last) && is_word(at + 1);
  return is(at, "per") && contains(kRatioHeads, item.words.back().lemma) &&
         contains(kPerUnits, tokens_[at + 1].text) && tokens_[at + 1].text == tokens_[at + 1].lemma;
}

void ListReader::close(Items& items, Item& item) {
  while (!item.words.empty() && contains(kDeterminers, item.words.back().text)) {
    item.words.pop_back();
  }
  if (item.words.empty()) return;  // ", and"
  items.push_back(std::move(item));
  item = Item();
}

// "in km", behind a name.
bool ListReader::take_unit(Item& item) {
  if (item.words.empty() || !is(position, "in") || !is_word(position + 1)) return false;
  if (!contains(kUnits, tokens_[position + 1].text)) return false;
  item.unit = tokens_[position + 1].text;
  position += 2;
  return true;
}

// "as decimal(12,2)", "decimal (12, 2)", behind a name or alone in brackets.
bool ListReader::take_type(Item& item) {
  std::size_t at = position;
  const bool says_as = is(at, "as");
  if (says_as) at += is(at + 1, "a") || is(at + 1, "an") ? 2 : 1;
  if (!is_word(at) || !contains(kTypes, tokens_[at].text) || item.words.empty()) return false;
  const bool has_size = at + 1 < size() && tokens_[at + 1].kind == Token::Kind::kOpen;
  const bool is_last =
      at + 1 >= size() || tokens_[at + 1].kind != Token::Kind::kWord || is_joiner(at + 1);
  const bool is_own_word =
      tokens_[at].text == "date" || tokens_[at].text == "number" || tokens_[at].text == "text";
  if (!says_as && (is_own_word || (!has_size && depth_ == 0) || !is_last)) return false;
  item.type = tokens_[at].text;
  position = at + 1;
  if (!has_size) return true;
  for (; !at_end(); ++position) {
    item.type += current().text;
    if (current().kind == Token::Kind::kClose) break;
  }
  if (!at_end()) ++position;
  return true;
}

void ListReader::read_bracket(Item& item) {
  ++position;
  if (depth_ > 1) return;  // deeper brackets say nothing more
  ++depth_;
  const std::size_t words = tokens_.size();
  if (position < words && is_word(position) && contains(kTypes, current().text) &&
      !is(position, "date") && !is(position, "text") && !is(position, "number")) {
    if (!take_type(item)) ++position;
  } else if (is_word(position) && contains(kUnits, current().text) && position + 1 < words &&
             tokens_[position + 1].kind == Token::Kind::kClose) {
    item.unit = current().text;
    ++position;
  } else {
    Items inner = read().items;
    item.attributes.insert(item.attributes.end(), std::make_move_iterator(inner.begin()),
                           std::make_move_iterator(inner.end()));
  }
  // What else the brackets hold ("e.g.", a cue) is passed over.
  while (!at_end() && current().kind != Token::Kind::kClose &&
         current().kind != Token::Kind::kStop && current().kind != Token::Kind::kBullet) {
    ++position;
  }
  if (!at_end() && current().kind == Token::Kind::kClose) ++position;
  --depth_;
}

bool ListReader::opens_block() const {
  return depth_ == 0 && !at_end() && current().kind == Token::Kind::kBullet;
}

// One item a line: "- customer: name, tier".
void ListReader::read_lines(List& list) {
  while (!at_end() && current().kind == Token::Kind::kBullet) {
    const std::size_t line = position++;
    const Cue* cue = cue_at(position);
    if (cue != nullptr && cue->kind != CueKind::kBoundary) {
      position = line;
      return;
    }
    List inner = read();
    if (inner.items.size() == 1 && !at_end() && current().kind == Token::Kind::kColon) {
      ++position;
      inner.items[0].attributes = read().items;
    }
    for (Item& item : inner.items) list.items.push_back(std::move(item));
    // The rest of a line that is no list is a remark.
    while (!at_end() && current().kind != Token::Kind::kBullet &&
           current().kind != Token::Kind::kStop) {
      ++position;
    }
  }
}

List ListReader::read() {
  List list;
  if (opens_block()) {
    read_lines(list);
    return list;
  }
  Item item;
  while (!at_end()) {
    const Token& token = current();
    if (token.kind == Token::Kind::kOpen) {
      read_bracket(item);
      continue;
    }
    if (token.kind != Token::Kind::kWord && token.kind != Token::Kind::kComma) break;
    if (is_joiner(position)) {
      close(list.items, item);
      item.joined |= token.kind == Token::Kind::kWord;
      ++position;
      continue;
    }
    const auto head = head_of(token);
    const bool is_next_fact = head == CueKind::kFacts && token.text == "fact" &&
                              !item.words.empty() && !list.items.empty();
    if (is_next_fact) {  // "measures a, b, and inventory fact with ...": another clause begins
      position -= item.words.size();
      item = Item();
      break;
    }
    if (head && !item.words.empty()) {
      list.head = head;
      ++position;
      if (*head == CueKind::kFacts && (is(position, "table") || is(position, "tables"))) ++position;
      break;
    }
    if (take_unit(item) || take_type(item)) continue;
    if (cue_at(position) != nullptr && !belongs_inside(position, item)) break;
    if (!item.words.empty() || !contains(kDeterminers, token.text)) item.words.push_back(token);
    ++position;
  }
  close(list.items, item);
  return list;
}

Items ListReader::read_names() {
  Items names = read().items;
  while (is(position, "per")) {
    ++position;
    const Items more = read().items;
    for (std::size_t i = 1; i < more.size(); ++i) names.push_back(more[i]);
  }
  return names;
}

}  // namespace dbx::design
