// Shared words of coordinated items; see coordination.h.
#include "dbx/design/coordination.h"

#include <algorithm>
#include <array>

#include "dbx/design/clauses.h"
#include "dbx/english/lexicon.h"

namespace dbx::design {
namespace {

constexpr auto kRoleWords = std::to_array<std::string_view>(
    {"origin",    "destination", "source",   "target",  "departure", "arrival",   "sending",
     "receiving", "billing",     "shipping", "home",    "away",      "pickup",    "dropoff",
     "primary",   "secondary",   "from",     "to",      "parent",    "start",     "end",
     "opening",   "closing",     "buying",   "selling", "referring", "attending", "issuing",
     "acquiring", "winning",     "losing"});

// "order, ship and delivery dates": three dates.
void share_dates(Items& items, const std::function<bool(const Phrase&)>& is_known) {
  if (items.size() < 2 || items.back().words.size() < 2 ||
      items.back().words.back().text != "dates") {
    return;
  }
  const Token date = {Token::Kind::kWord, "date", "date"};
  items.back().words.back() = date;
  for (std::size_t i = items.size() - 1; i-- > 0;) {
    if (is_known(items[i].phrase()) || items[i].words.size() > 2) break;
    items[i].words.push_back(date);
  }
}

// One word that is no noun: an adjective, a participle, "after".
bool lacks_noun(const Item& item, const std::function<bool(const Phrase&)>& is_known) {
  if (item.words.size() != 1 || !item.attributes.empty()) return false;
  const std::string& text = item.words[0].text;
  if (is_role_word(text)) return true;
  if (is_known(item.phrase())) return false;
  const english::Word word = english::look_up(text);
  if (text == "after" || text == "before" || is_participle(text)) return true;
  if (!word.is_adjective && !word.is_adverb && !text.ends_with("ing")) return false;
  return !word.is_noun() || text.ends_with("ing");
}

}  // namespace

bool is_role_word(std::string_view word) { return contains(kRoleWords, word); }

void complete_coordination(Items& items, const std::function<bool(const Phrase&)>& is_known) {
  share_dates(items, is_known);
  for (std::size_t i = 0; i < items.size(); ++i) {
    Item& item = items[i];
    if (!lacks_noun(item, is_known)) continue;
    const Item* next = nullptr;
    for (std::size_t k = i + 1; k < items.size() && next == nullptr; ++k) {
      if (items[k].words.size() > 1 && items[k].joined) next = &items[k];
      if (!lacks_noun(items[k], is_known)) break;
    }
    if (next != nullptr) {
      Token head = next->words.back();
      head.text = head.lemma;
      item.words.push_back(std::move(head));
    } else if (i > 0 && item.joined && items[i - 1].words.size() > 1) {
      item.words.insert(item.words.begin(), items[i - 1].words.begin(),
                        items[i - 1].words.end() - 1);
    }
  }
}

}  // namespace dbx::design
