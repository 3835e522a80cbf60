// A process that the knowledge base does not have, from the prompt's own words: what happens is the
// fact, who and what takes part are dimensions, what is weighed or paid are measures. Too little is
// refused rather than guessed at.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/design/clauses.h"
#include "dbx/design/draft.h"
#include "dbx/design/match.h"
#include "dbx/design/nouns.h"

namespace dbx::design {
namespace {

constexpr std::size_t kGuessedDimensionsMax = 6;
constexpr double kEventScore = 1.5;  // below it, a sentence's verb says better what happens

class CustomProcess {
 public:
  CustomProcess(const Knowledge& knowledge, const Wishes& wishes, Asked& asked)
      : knowledge_(knowledge), wishes_(wishes), asked_(asked) {}

  Process build(const Item* named) {
    Process process;
    std::vector<Token> words = named != nullptr ? named->words : event_words();
    add_things(words);
    const auto others = std::count_if(asked_.dimensions.begin(), asked_.dimensions.end(),
                                      [](const AskedDimension& d) { return d.name != "date"; });
    if (others == 0 && asked_.measures.empty()) return process;
    if (words.empty()) {
      if (wishes_.fact_name.empty()) return process;
      words = tokenize(spaced(wishes_.fact_name));
    }
    give_attributes();
    std::erase_if(asked_.measures, [&](const Item& measure) {  // "number of visits" to visits
      const WordMeaning* meaning = meaning_of(knowledge_.measure_words, measure.phrase());
      const bool is_count = measure.counted || meaning == nullptr ||
                            std::string_view(meaning->column.unit) == "units";
      return is_count && measure.words.back().lemma == words.back().lemma &&
             measure.words.size() == 1;
    });
    name(process, std::move(words));
    if (asked_.measures.empty()) add_measure_of_name(process);
    return process;
  }

 private:
  // What a row is of: the grain that was asked for, else what happens in the sentences.
  std::vector<Token> event_words() {
    for (const GrainWish& grain : wishes_.grains) {
      if (grain.items.size() > 1) continue;  // "per account per day": a level, not an event
      for (const Item& item : grain.items) {
        const Phrase words = item.phrase();
        if (match_dimension(knowledge_, words) == nullptr && words.size() <= 3) return item.words;
      }
    }
    runs_ = noun_runs(wishes_.subject);
    double score = 0;
    event_ = find_event(knowledge_, wishes_.subject, runs_, score);
    if (score < kEventScore) {
      std::vector<Token> event = event_of_sentence(wishes_.narrative);
      if (!event.empty()) {
        Item object;  // what it is done to takes part, whatever kind of thing it is
        object.words = {event[0]};
        AskedDimension dimension = resolve_dimension(knowledge_, object);
        if (!is_held(dimension.name)) asked_.dimensions.push_back(std::move(dimension));
        return event;
      }
    }
    return event_ == nullptr ? std::vector<Token>() : event_->item.words;
  }

  bool is_held(const std::string& name) const {
    return std::any_of(
        asked_.dimensions.begin(), asked_.dimensions.end(), [&](const AskedDimension& held) {
          return held.name == name || (held.archetype != nullptr && held.archetype->name == name);
        });
  }

  // "We run a falconry centre": the business itself, of which there is one.
  bool is_the_business(const NounRun& run) const {
    const bool is_one = !is_plural(run.item.words.back());
    return is_one &&
           (is_place(run.head.noun) || run.head.noun == english::NounClass::kOrganization) &&
           (&run == &runs_.front() || run.begin < 6);
  }

  // Who and what the sentences speak of, beside the event; only where no list names them.
  void add_things(const std::vector<Token>& event) {
    if (asked_.only_these_dimensions) return;
    std::size_t added = 0;
    for (const NounRun& run : runs_) {
      const Phrase words = run.item.phrase();
      const bool is_event = !event.empty() && run.item.words.back().lemma == event.back().lemma;
      if (is_event || is_the_business(run)) continue;
      const WordMeaning* meaning = meaning_of(knowledge_.measure_words, words);
      const DimensionArchetype* known = match_dimension(knowledge_, words);
      if (known == nullptr && meaning != nullptr) {
        if (std::string_view(meaning->column.unit) != "units") add_measure(run.item);
        continue;
      }
      if (known == nullptr && kind_of(run.head.noun).empty()) continue;
      AskedDimension dimension = resolve_dimension(knowledge_, run.item);
      if (dimension.name == "date" || is_held(dimension.name) || is_held_by_head(run)) continue;
      if (++added > kGuessedDimensionsMax) return;
      asked_.dimensions.push_back(std::move(dimension));
    }
  }

  // "per clinic and species", where pets have a species: an attribute, not a dimension.
  void give_attributes() {
    const std::vector<AskedDimension> owners = asked_.dimensions;
    std::erase_if(asked_.dimensions, [&](const AskedDimension& asked) {
      if (asked.archetype != nullptr || !asked.attributes.empty() || asked_.only_these_dimensions) {
        return false;
      }
      for (const AskedDimension& owner : owners) {
        if (asked.name.starts_with(owner.name + "_")) {  // "toy category" beside toys
          Item item;
          item.words = tokenize(spaced(asked.name.substr(owner.name.size() + 1)));
          asked_.described.push_back({owner.name, std::move(item)});
          return true;
        }
        const DimensionArchetype* made_like = owner.archetype;
        if (made_like == nullptr) {
          const Phrase words = phrase(owner.name);
          made_like = knowledge_.pattern(kind_of(english::look_up(words.back()).noun));
        }
        if (owner.name == asked.name || made_like == nullptr) continue;
        for (const spec::Column& column : made_like->columns) {
          if (column.name != asked.name) continue;
          Item item;
          item.words = tokenize(spaced(asked.name));
          asked_.described.push_back({owner.name, std::move(item)});
          return true;
        }
      }
      return false;
    });
  }

  // A dimension that ends with the same word: "clinic" and "veterinary clinic".
  bool is_held_by_head(const NounRun& run) const {
    const std::string& head = run.item.words.back().lemma;
    return std::any_of(asked_.dimensions.begin(), asked_.dimensions.end(),
                       [&](const AskedDimension& held) {
                         const Phrase words = phrase(held.name);
                         return !words.empty() && words.back() == head;
                       });
  }

  void add_measure(const Item& item) {
    const bool held =
        std::any_of(asked_.measures.begin(), asked_.measures.end(),
                    [&](const Item& measure) { return measure.phrase() == item.phrase(); });
    if (!held && !asked_.only_these_measures) asked_.measures.push_back(item);
  }

  static void name(Process& process, std::vector<Token> words) {
    const std::string id = identifier(words);
    words.back().text = words.back().lemma;
    const std::string singular = identifier(words);
    process.name = spaced(id);
    process.fact = "fact_" + id;
    process.grain = fmt::format("one row per {}", spaced(singular));
    process.description =
        fmt::format("Every {}; built from the words of the prompt", spaced(singular));
    spec::Column number;
    number.name = singular + "_id";
    number.type = spec::read_type("VARCHAR(40)").type;
    number.nullable = false;
    number.role = spec::Role::kDegenerate;
    number.description = fmt::format("Identifies the {}", spaced(singular));
    process.grain_columns = {number.name};
    process.columns = {std::move(number)};
    process.dimensions = {{"date", {}, false, false}};
  }

  // "water consumption" is measured by its own name; "attendance" is a fact without measures.
  void add_measure_of_name(Process& process) {
    Item subject;
    subject.words = tokenize(process.name);
    const WordMeaning* meaning = meaning_of(knowledge_.measure_words, subject.phrase());
    if (meaning != nullptr && std::string_view(meaning->column.unit) != "units") {
      process.measures.push_back(guess_measure(knowledge_, subject));
    } else {
      process.type = spec::FactType::kFactless;
    }
  }

  const Knowledge& knowledge_;
  const Wishes& wishes_;
  Asked& asked_;
  std::vector<NounRun> runs_;
  const NounRun* event_ = nullptr;
};

}  // namespace

Process custom_process(const Knowledge& knowledge, const Wishes& wishes, const Item* named,
                       Asked& asked) {
  return CustomProcess(knowledge, wishes, asked).build(named);
}

}  // namespace dbx::design
