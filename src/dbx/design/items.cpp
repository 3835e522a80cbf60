// Items of lists; see wishes.h.
#include <algorithm>

#include "dbx/design/wishes.h"

namespace dbx::design {

Phrase Item::phrase() const {
  Phrase result;
  for (const Token& word : words) result.push_back(word.lemma);
  return result;
}

std::string Item::text() const {
  std::string result;
  for (const Token& word : words) result += (result.empty() ? "" : " ") + word.text;
  return result;
}

Item words_before(std::span<const Token> tokens, std::size_t count) {
  Item item;
  for (std::size_t i = tokens.size(); i-- > 0 && item.words.size() < count;) {
    if (tokens[i].kind != Token::Kind::kWord || is_filler(tokens[i].text)) break;
    item.words.insert(item.words.begin(), tokens[i]);
  }
  return item;
}

int index_of(const Items& items, const Token& word) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (const Token& own : items[i].words) {
      if (own.lemma == word.lemma) return static_cast<int>(i);
    }
  }
  return -1;
}

void forget_facts(Wishes& wishes) {
  const auto forget = [](Items& items) {
    for (Item& item : items) item.fact = -1;
  };
  forget(wishes.measures);
  for (Items& list : wishes.mixed) forget(list);
  for (GrainWish& grain : wishes.grains) grain.fact = -1;
}

bool take_history_out(Item& item) {
  const std::size_t before = item.attributes.size();
  std::erase_if(item.attributes, [](const Item& attribute) {
    const std::string text = attribute.text();
    return text == "type 2" || text == "type2" || text == "scd 2" || text == "scd2" ||
           text == "scd type 2" || text == "with history" || text == "history" ||
           text == "history kept" || text == "historized" || text == "slowly changing";
  });
  return item.attributes.size() < before;
}

}  // namespace dbx::design
