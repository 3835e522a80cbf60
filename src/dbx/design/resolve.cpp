// A phrase as a dimension, whatever it takes: a known one, one in a role, one made like its head
// noun, or a new one. See draft.h.
#include "dbx/design/coordination.h"
#include "dbx/design/draft.h"
#include "dbx/design/match.h"

namespace dbx::design {
namespace {

std::string singular_name(const std::vector<Token>& words) {
  std::vector<Token> copy = words;
  if (!copy.empty() && copy.back().text.ends_with('s')) copy.back().text = copy.back().lemma;
  return identifier(copy);
}

}  // namespace

AskedDimension resolve_dimension(const Knowledge& knowledge, const Item& item) {
  AskedDimension result;
  result.text = item.text();
  result.attributes = item.attributes;
  const Phrase words = item.phrase();
  result.archetype = match_dimension(knowledge, words);
  if (result.archetype != nullptr) {
    const bool is_own_name = result.archetype->phrases[0] == words;
    const bool is_date = result.archetype->name == "date";
    result.name = is_own_name || is_date ? result.archetype->name : singular_name(item.words);
    return result;
  }
  if (words.size() > 1 && words.back() == "date") {
    result.archetype = knowledge.dimension("date");
    result.name = "date";
    result.role = singular_name(item.words);
    return result;
  }
  if (words.size() > 1 && is_role_word(item.words[0].text)) {
    Item rest = item;
    rest.words.erase(rest.words.begin());
    AskedDimension base = resolve_dimension(knowledge, rest);
    base.role = singular_name(item.words);
    base.text = item.text();
    return base;
  }
  // "shop floor worker" is made like a worker, under its own name.
  for (std::size_t first = 1; first < words.size() && result.archetype == nullptr; ++first) {
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
    const DimensionArchetype* head = match_dimension(knowledge, Phrase(begin, words.end()));
    if (head != nullptr && head->name != "date") result.archetype = head;
  }
  result.name = singular_name(item.words);
  return result;
}

}  // namespace dbx::design
