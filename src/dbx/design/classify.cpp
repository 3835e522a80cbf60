// Sorts the items of a prompt's lists into dimensions, attributes and measures, in the light of the
// processes that the prompt is about.
#include <algorithm>

#include "dbx/design/coordination.h"
#include "dbx/design/draft.h"
#include "dbx/design/match.h"
#include "dbx/design/nouns.h"

namespace dbx::design {
namespace {

constexpr std::size_t kWordsMax = 3;  // of the name of something new

enum class Sort { kDimension, kMeasure, kAttribute, kProcess, kUnknown };

class Classifier {
 public:
  // `groups`: it says what its measures are looked at by. `tells`: the prompt tells how the
  // business works; what it then looks at by is not all there is.
  Classifier(const Knowledge& knowledge, const std::vector<const Process*>& processes, bool tells,
             bool groups)
      : knowledge_(knowledge), processes_(processes), tells_(tells), groups_(groups) {}

  void take_dimensions(Items items) {
    share_words(items);
    for (Item& item : items) {
      Items neighbours = loose_neighbours(item);
      add_dimension(item);
      for (const Item& neighbour : neighbours) add_dimension(neighbour);
    }
    if (!items.empty()) asked.only_these_dimensions = true;
  }

  void take_measures(Items items) {
    share_words(items);
    for (const Item& item : items) add_measure(item);
    if (!items.empty()) asked.only_these_measures = true;
  }

  // "customers have a name and a tier": attributes of a dimension; of the subject, anything.
  void take_described(const Items& items) {
    for (const Item& item : items) {
      const AskedDimension dimension = resolve_dimension(knowledge_, item);
      const bool is_dimension =
          dimension.archetype != nullptr ||
          std::any_of(asked.dimensions.begin(), asked.dimensions.end(),
                      [&](const AskedDimension& held) { return held.name == dimension.name; });
      if (!is_dimension) {
        take_mixed(item.attributes);
        continue;
      }
      for (const Item& attribute : item.attributes) {
        if (!attribute.words.empty()) asked.described.push_back({dimension.name, attribute});
      }
    }
  }

  // Dimensions of the processes that a sentence mentions by the way.
  void take_narrative(const std::vector<Token>& tokens) {
    for (std::size_t at = 0; at < tokens.size();) {
      std::size_t length = 0;
      const DimensionArchetype* found = longest_dimension(tokens, at, length);
      if (found == nullptr || found->name == "date" || !is_known_to_processes(*found)) {
        ++at;
        continue;
      }
      Item item;
      for (std::size_t i = at; i < at + length; ++i) item.words.push_back(tokens[i]);
      AskedDimension dimension = resolve_dimension(knowledge_, item);
      dimension.name = found->name;  // told in passing: the usual name
      add_resolved(std::move(dimension));
      at += length;
    }
  }

  // "by store and month": dimensions or attributes of those the process has.
  void take_groupings(Items items) {
    share_words(items);
    const std::size_t before = asked.dimensions.size();
    std::ptrdiff_t attributes = 0;
    for (const Item& item : items) {
      const bool is_known = match_dimension(knowledge_, item.phrase()) != nullptr;
      if (without_quantifiers(item).counted ||
          (!is_known && item.words.size() == 1 && sounds_measured(item))) {
        add_measure(item);  // "occupancy per pier and revenue per boat"
      } else if (add_attribute(item)) {
        ++attributes;
      } else {
        add_dimension(item);
      }
    }
    const bool is_list =
        std::max(attributes, others_since(before)) >= 2 || attributes * others_since(before) > 0;
    if (is_list && !tells_) asked.only_these_and_grain = true;
  }

  // "with store, product and revenue": each may be anything; the unknown go with their neighbours.
  void take_mixed(Items items) {
    share_words(items);
    const std::size_t before = asked.dimensions.size();
    std::vector<Sort> sorts;
    for (Item& item : items) {
      sorts.push_back(sort_of(item));
      if (sorts.back() != Sort::kUnknown) continue;
      Item head;  // "loyalty card customers" are customers
      head.words = {item.words.back()};
      if (match_dimension(knowledge_, head.phrase()) == nullptr) continue;
      item.words = head.words;
      sorts.back() = Sort::kDimension;
    }
    const auto dimensions = std::count(sorts.begin(), sorts.end(), Sort::kDimension);
    const auto measures = std::count(sorts.begin(), sorts.end(), Sort::kMeasure);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const bool is_alone =
          processes_.empty() && measures == 0 && items[i].words.size() <= kWordsMax;
      if (sorts[i] == Sort::kUnknown && (dimensions > 0 || is_alone)) sorts[i] = Sort::kDimension;
      if (sorts[i] == Sort::kUnknown && (measures > 0 || groups_)) sorts[i] = Sort::kMeasure;
      if (sorts[i] == Sort::kDimension) add_dimension(items[i]);
      if (sorts[i] == Sort::kMeasure) add_measure(items[i]);
      if (sorts[i] == Sort::kAttribute) add_attribute(items[i]);
      if (sorts[i] == Sort::kUnknown) asked.not_understood.push_back(items[i].text());
    }
    if (others_since(before) >= 2) asked.only_these_and_grain = true;
    if (measures >= 2) asked.only_these_measures = true;
  }

  // "for each result we store the concentration".
  void take_recorded(const Items& items) {
    for (const Item& item : items) {
      const Sort sort = sort_of(item);
      if (sort == Sort::kDimension) {
        add_dimension(item);
      } else if (sort == Sort::kAttribute) {
        add_attribute(item);
      } else if (item.words.size() <= kWordsMax) {
        add_measure(item);
      }
    }
  }

  // "how many birds": a count, unless a measure is known by that name.
  void take_counted(const Items& items) {
    for (const Item& item : items) {
      const Phrase words = item.phrase();
      const Phrase head(words.begin(), words.end() - (words.back() == "count" ? 1 : 0));
      if (is_process(head) || match_dimension(knowledge_, head) != nullptr) continue;
      if (is_known_measure(words) || processes_.empty()) add_measure(item);
    }
  }

  // "tracking revenue and stock": what a process knows as a measure.
  void take_tracked(const Items& items) {
    for (const Item& item : items) {
      const Item bare = without_quantifiers(item);
      const Phrase words = bare.phrase();
      if (words.empty() || words.size() > kWordsMax) continue;
      const WordMeaning* meaning = meaning_of(knowledge_.measure_words, words);
      const bool is_quantity =
          bare.words.size() < item.words.size() || !item.unit.empty() ||
          (meaning != nullptr && std::string_view(meaning->column.unit) != "units");
      const bool is_new = is_quantity && !is_process(words) && !is_known_measure(words) &&
                          match_dimension(knowledge_, words) == nullptr;
      if (is_known_measure(words) || is_new) add_measure(item);
    }
  }

  Asked asked;

 private:
  const DimensionArchetype* longest_dimension(const std::vector<Token>& tokens, std::size_t at,
                                              std::size_t& length) const {
    for (length = std::min<std::size_t>(kWordsMax, tokens.size() - at); length > 0; --length) {
      Phrase words;
      for (std::size_t i = at; i < at + length; ++i) words.push_back(tokens[i].lemma);
      if (const DimensionArchetype* found = match_dimension(knowledge_, words)) return found;
    }
    return nullptr;
  }

  bool is_known_to_processes(const DimensionArchetype& dimension) const {
    return std::any_of(processes_.begin(), processes_.end(), [&](const Process* process) {
      const auto& optional = process->optional_dimensions;
      return std::find(optional.begin(), optional.end(), dimension.name) != optional.end();
    });
  }

  // "customer with name, tier and product": what is no attribute but a dimension of its own.
  Items loose_neighbours(Item& item) const {
    Items neighbours;
    if (!item.loose) return neighbours;
    const DimensionArchetype* owner = match_dimension(knowledge_, item.phrase());
    std::erase_if(item.attributes, [&](const Item& attribute) {
      const Phrase words = attribute.phrase();
      const bool is_own = owner != nullptr && match_column(owner->columns, words) != nullptr;
      if (is_own || match_dimension(knowledge_, words) == nullptr) return false;
      neighbours.push_back(attribute);
      return true;
    });
    return neighbours;
  }

  void share_words(Items& items) const {
    complete_coordination(items, [&](const Phrase& words) {
      return match_dimension(knowledge_, words) != nullptr || is_known_measure(words) ||
             meaning_of(knowledge_.measure_words, words) != nullptr;
    });
  }

  // Dimensions other than dates that were added after the first `before`.
  std::ptrdiff_t others_since(std::size_t before) const {
    return std::count_if(asked.dimensions.begin() + static_cast<std::ptrdiff_t>(before),
                         asked.dimensions.end(),
                         [](const AskedDimension& added) { return added.name != "date"; });
  }

  // Is it the name or a synonym of a measure of the processes?
  bool is_named_measure(const Phrase& words) const {
    return std::any_of(processes_.begin(), processes_.end(), [&](const Process* process) {
      const spec::Column* found = match_column(process->measures, words);
      return found != nullptr && (phrase(found->name) == words || !is_part_of(words, found->name));
    });
  }

  bool is_known_measure(const Phrase& words) const {
    return std::any_of(processes_.begin(), processes_.end(), [&](const Process* process) {
      return match_column(process->measures, words) != nullptr;
    });
  }

  bool is_chosen_process(const Phrase& words) const {
    return std::any_of(processes_.begin(), processes_.end(),
                       [&](const Process* process) { return process->is_called(words); });
  }

  bool is_process(const Phrase& words) const {
    return std::any_of(knowledge_.processes.begin(), knowledge_.processes.end(),
                       [&](const Process& process) { return process.is_called(words); });
  }

  // "fee" is measured; "events" are counted, but an "event" is something else.
  bool sounds_measured(const Item& item) const {
    const WordMeaning* meaning = meaning_of(knowledge_.measure_words, item.phrase());
    if (meaning == nullptr) return false;
    const std::string& last = item.words.back().text;
    return std::string_view(meaning->column.unit) != "units" || is_plural(item.words.back()) ||
           last == "quantity" || last == "count" || last == "number" || item.words.size() > 1;
  }

  Sort sort_of(const Item& item) const {
    const Item bare = without_quantifiers(item);
    const Phrase words = bare.phrase();
    if (!item.attributes.empty()) return Sort::kDimension;
    if (is_chosen_process(words)) return Sort::kProcess;
    if (match_dimension(knowledge_, words) != nullptr) return Sort::kDimension;
    if (is_named_measure(words)) return Sort::kMeasure;
    if (is_process(words)) return Sort::kProcess;
    if (is_known_measure(words)) return Sort::kMeasure;
    if (words.size() > 1 && words.back() == "date") return Sort::kDimension;
    if (!resolve_dimension(knowledge_, item).role.empty()) return Sort::kDimension;
    if (!find_attribute(words).first.empty()) return Sort::kAttribute;
    if (words.size() > kWordsMax) return Sort::kProcess;  // half a sentence: not to be guessed at
    if (bare.counted || !bare.unit.empty()) return Sort::kMeasure;
    if (sounds_measured(bare)) return Sort::kMeasure;
    if (unit_inside(knowledge_, words) != nullptr) return Sort::kMeasure;
    const english::Word head = english::look_up(words.empty() ? "" : words.back());
    const bool is_thing = !head.is_adjective && !kind_of(head.noun).empty();
    if (is_thing && !is_plural(item.words.back())) return Sort::kDimension;
    return Sort::kUnknown;
  }

  // The archetypes an attribute may belong to: those asked for already, then those of the
  // processes.
  std::vector<const DimensionArchetype*> owners() const {
    std::vector<const DimensionArchetype*> result;
    for (const AskedDimension& held : asked.dimensions) result.push_back(held.archetype);
    for (const Process* process : processes_) {
      for (const DimensionUse& use : process->dimensions) {
        result.push_back(knowledge_.dimension(use.dimension));
      }
    }
    std::erase_if(result, [](const DimensionArchetype* owner) {
      return owner == nullptr || owner->name == "date";
    });
    return result;
  }

  // The archetype and column that words such as "category" or "store region" name; an empty name
  // where there is none.
  std::pair<std::string, const spec::Column*> find_attribute(const Phrase& words) const {
    for (const DimensionArchetype* dimension : owners()) {
      Phrase rest = words;
      const Phrase& own = dimension->phrases[0];
      const bool named =
          words.size() > own.size() && std::equal(own.begin(), own.end(), words.begin());
      if (named) rest.erase(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(own.size()));
      for (const spec::Column& column : dimension->columns) {
        const bool is_synonym =
            rest.size() == 1 &&
            std::any_of(column.synonyms.begin(), column.synonyms.end(),
                        [&](const std::string& s) { return phrase(s) == rest; });
        if (match_column({column}, rest) != nullptr &&
            (named || is_synonym || phrase(column.name) == rest)) {
          return {dimension->name, &column};
        }
      }
    }
    return {"", nullptr};
  }

  bool is_used(const DimensionArchetype& dimension) const {
    return std::any_of(processes_.begin(), processes_.end(), [&](const Process* process) {
      return std::any_of(process->dimensions.begin(), process->dimensions.end(),
                         [&](const DimensionUse& use) { return use.dimension == dimension.name; });
    });
  }

  bool add_attribute(const Item& item) {
    const Phrase words = item.phrase();
    const DimensionArchetype* dimension = match_dimension(knowledge_, words);
    if (dimension != nullptr && (is_used(*dimension) || dimension->name == "date")) return false;
    const auto [owner, column] = find_attribute(words);
    if (column == nullptr) return false;
    asked.attributes.push_back({owner, item});
    const auto is_held = [&](const AskedDimension& held) {
      return held.archetype != nullptr && held.archetype->name == owner;
    };
    if (!std::any_of(asked.dimensions.begin(), asked.dimensions.end(), is_held)) {
      add_resolved({owner, {}, knowledge_.dimension(owner), {}, item.text()});
    }
    return true;
  }

  void add_dimension(const Item& item) {
    AskedDimension own = own_dimension(knowledge_, item, processes_);
    add_resolved(own.archetype != nullptr ? std::move(own) : resolve_dimension(knowledge_, item));
  }

  void add_resolved(AskedDimension added) {
    if (added.name.empty()) {
      asked.not_understood.push_back(added.text);
      return;
    }
    for (AskedDimension& held : asked.dimensions) {
      if (held.name != added.name || held.role != added.role) continue;
      for (Item& attribute : added.attributes) held.attributes.push_back(std::move(attribute));
      return;
    }
    asked.dimensions.push_back(std::move(added));
  }

  void add_measure(const Item& item) {
    Item bare = without_quantifiers(item);
    if (identifier(bare.words).empty()) return;
    const bool held = std::any_of(asked.measures.begin(), asked.measures.end(), [&](const Item& m) {
      return m.phrase() == bare.phrase() && m.fact == bare.fact;
    });
    if (!held) asked.measures.push_back(std::move(bare));
  }

  const Knowledge& knowledge_;
  const std::vector<const Process*>& processes_;
  bool tells_;
  bool groups_;
};

}  // namespace

Asked classify(const Knowledge& knowledge, const Wishes& wishes,
               const std::vector<const Process*>& processes) {
  const bool tells = std::any_of(wishes.narrative.begin(), wishes.narrative.end(),
                                 [](const Token& t) { return t.kind == Token::Kind::kWord; });
  Classifier classifier(knowledge, processes, tells, !wishes.groupings.empty());
  classifier.take_dimensions(wishes.dimensions);
  classifier.take_measures(wishes.measures);
  for (const Items& list : wishes.mixed) classifier.take_mixed(list);
  classifier.take_groupings(wishes.groupings);
  classifier.take_tracked(wishes.tracked);
  classifier.take_recorded(wishes.recorded);
  classifier.take_counted(wishes.counted);
  classifier.take_described(wishes.described);
  if (!processes.empty() && wishes.dimensions.empty()) {
    classifier.take_narrative(wishes.narrative);
  }
  return std::move(classifier.asked);
}

}  // namespace dbx::design
