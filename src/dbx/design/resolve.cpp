// A phrase as a dimension, whatever it takes: a known one, one in a role, one made like its head
// noun, or a new one. See draft.h.
#include <algorithm>

#include "dbx/design/clauses.h"
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

bool uses(const Process& process, const std::string& dimension) {
  const auto& optional = process.optional_dimensions;
  return std::find(optional.begin(), optional.end(), dimension) != optional.end() ||
         std::any_of(process.dimensions.begin(), process.dimensions.end(),
                     [&](const DimensionUse& use) { return use.dimension == dimension; });
}

bool ends_name(const std::string& dimension, const std::string& word) {
  const Phrase words = phrase(dimension);
  return words.size() > 1 && words.back() == word;
}

}  // namespace

AskedDimension own_dimension(const Knowledge& knowledge, const Item& item,
                             const std::vector<const Process*>& processes) {
  const Phrase words = item.phrase();
  AskedDimension result;
  result.attributes = item.attributes;
  result.text = item.text();
  const auto take = [&](const std::string& name, const std::string& role) {
    result.archetype = knowledge.dimension(name);
    result.name = name;
    result.role = role;
    return result;
  };
  if (words.empty() || words.back() == "date") return result;
  for (const Process* process : processes) {
    for (const DimensionUse& use : process->dimensions) {
      if (!use.role.empty() && phrase(use.role) == words) return take(use.dimension, use.role);
    }
  }
  const DimensionArchetype* exact = match_dimension(knowledge, words);
  const bool is_theirs =
      exact != nullptr && std::any_of(processes.begin(), processes.end(),
                                      [&](const Process* p) { return uses(*p, exact->name); });
  if (words.size() > 1 || is_theirs) return result;
  for (const Process* process : processes) {
    for (const DimensionUse& use : process->dimensions) {
      if (ends_name(use.dimension, words[0])) return take(use.dimension, use.role);
    }
    for (const std::string& name : process->optional_dimensions) {
      if (ends_name(name, words[0])) return take(name, {});
    }
  }
  return result;
}

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
    const bool is_attribute = meaning_of(knowledge.attribute_words, {words.back()}) != nullptr;
    if (head != nullptr && head->name != "date" && !is_attribute) result.archetype = head;
  }
  std::vector<Token> name = item.words;  // "ingredients used" are ingredients
  if (name.size() > 1 && name.back().text.ends_with("ed") && is_participle(name.back().text)) {
    name.pop_back();
  }
  result.name = singular_name(name);
  return result;
}

}  // namespace dbx::design
