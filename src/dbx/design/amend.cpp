// Amendments: a prompt is cut at its verbs, each part becomes edits of the text; see amend.h.
#include "dbx/design/amend.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dbx/design/adopt.h"
#include "dbx/design/draft.h"
#include "dbx/design/list_reader.h"
#include "dbx/design/match.h"
#include "dbx/english/lexicon.h"
#include "dbx/spec/edit.h"
#include "dbx/spec/parse.h"

namespace dbx::design {
namespace {

enum class Verb { kAdd, kRemove, kRename, kHistory };

struct Part {
  Verb verb = Verb::kAdd;
  std::vector<Token> words;  // behind the verb; of kHistory: with it
};

std::optional<Verb> verb_at(const std::vector<Token>& tokens, std::size_t at) {
  static constexpr auto kAdds = std::to_array<std::string_view>(
      {"add", "include", "introduce", "create", "append", "need", "want"});
  static constexpr auto kRemoves =
      std::to_array<std::string_view>({"remove", "drop", "delete", "exclude", "omit", "without"});
  const std::string& word = tokens[at].text;
  if (contains(kAdds, word)) return Verb::kAdd;
  if (contains(kRemoves, word)) return Verb::kRemove;
  if (word == "rename") return Verb::kRename;
  const Cue* cue = find_cue(std::span(tokens).subspan(at));
  if (cue != nullptr && cue->kind == CueKind::kHistory) return Verb::kHistory;
  // "track rating history"
  if (word == "track" || word == "keep") {
    for (std::size_t i = at + 1; i < std::min(at + 5, tokens.size()); ++i) {
      if (tokens[i].text == "history") return Verb::kHistory;
    }
  }
  return std::nullopt;
}

std::vector<Part> parts_of(const std::vector<Token>& tokens) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool may_begin = at == 0 || tokens[at - 1].kind != Token::Kind::kWord ||
                           is_filler(tokens[at - 1].text) || parts.empty();
    const auto verb =
        may_begin && tokens[at].kind == Token::Kind::kWord ? verb_at(tokens, at) : std::nullopt;
    if (verb) {
      parts.push_back({*verb, {}});
      if (*verb != Verb::kHistory) continue;
    }
    if (!parts.empty()) parts.back().words.push_back(tokens[at]);
  }
  return parts;
}

std::string text_of(const std::vector<Token>& words) {
  std::string text;
  for (const Token& word : words) {
    if (!text.empty() && word.kind == Token::Kind::kWord) text += ' ';
    text += word.text;
  }
  return text;
}

auto not_there(std::string message, std::string hint) {
  return fail(Code::kDesignNotUnderstood, std::move(message), std::move(hint));
}

class Amender {
 public:
  Amender(std::string text, std::string_view file_name, spec::Spec spec, const Knowledge& knowledge)
      : file_name_(file_name), knowledge_(knowledge) {
    result_.text = std::move(text);
    result_.spec = std::move(spec);
  }

  Result<Amendment> run(const std::vector<Token>& tokens) {
    const std::vector<Part> parts = parts_of(tokens);
    if (parts.empty()) {
      return not_there("the wish names nothing to add, remove, rename or keep the history of",
                       "for example: 'add covenant tests and track rating history'");
    }
    for (const Part& part : parts) DBX_CHECK_OK(carry_out(part));
    if (result_.changes.empty()) {
      return not_there("the spec is already as the wish wants it", "nothing was changed");
    }
    return std::move(result_);
  }

 private:
  Status carry_out(const Part& part) {
    switch (part.verb) {
      case Verb::kAdd:
        return add(part.words);
      case Verb::kRemove:
        return remove(part.words);
      case Verb::kRename:
        return rename(part.words);
      case Verb::kHistory:
        return keep_history(part.words);
    }
    return {};
  }

  Status make(const spec::Edit& edit, std::string what, Basis basis = Basis::kAsked,
              double confidence = 1) {
    DBX_TRY(spec::Edited edited, spec::edit(std::move(result_.text), file_name_, edit));
    result_.text = std::move(edited.text);
    result_.spec = std::move(edited.spec);
    for (Diagnostic& note : edited.notes) result_.notes.push_back(std::move(note));
    result_.changes.push_back({"", basis, std::move(what), "", confidence});
    return {};
  }

  // --- add -------------------------------------------------------------------------------------

  Status add(const std::vector<Token>& words) {
    const std::vector<bool> wished(words.size(), false);
    ListReader reader(words, wished);
    List list = reader.read();
    if (list.items.size() == 1 && reader.is(reader.position, "with")) {  // "a dimension with a, b"
      ++reader.position;
      list.items[0].attributes = reader.read().items;
    }
    const spec::Table* target = nullptr;
    const bool has_target = reader.is(reader.position, "to") || reader.is(reader.position, "on") ||
                            reader.is(reader.position, "for") || reader.is(reader.position, "in");
    if (has_target) {
      ++reader.position;
      const List where = reader.read();
      if (where.items.empty()) return not_there("it is not said where to add it", "");
      target = find_table(result_.spec, where.items[0]);
      if (target == nullptr && !is_fact(list)) {
        return not_there(fmt::format("the spec has no table '{}'", where.items[0].text()),
                         table_hint());
      }
    }
    if (list.items.empty()) {
      return not_there("it is not said what to add", "for example: 'add discount to sales'");
    }
    if (target == nullptr && is_fact(list)) return add_fact(words);
    const std::string table = target == nullptr ? "" : target->name;
    for (const Item& item : list.items) DBX_CHECK_OK(add_item(item, list.head, table));
    return {};
  }

  // A process, or something that happens and is no measure of a fact that is there.
  bool is_fact(const List& list) const {
    if (list.items.empty() || list.head == CueKind::kDimensions ||
        list.head == CueKind::kMeasures) {
      return false;
    }
    if (list.head == CueKind::kFacts) return true;
    Item item = list.items[0];
    const Phrase words = item.phrase();
    if (match_dimension(knowledge_, words) != nullptr) return false;
    for (const Process& process : knowledge_.processes) {
      if (process.is_called(words)) return true;
    }
    const english::Word head = english::look_up(words.back());
    const bool measured = meaning_of(knowledge_.measure_words, words) != nullptr;
    return is_plural(item.words.back()) && head.may_happen && !measured;
  }

  Status add_fact(const std::vector<Token>& words) {
    std::string prompt = text_of(words);
    Result<Design> designed = design({prompt, "x"});
    if (!designed || shared_with(result_.spec, designed->spec) == 0) {
      // Too little, or an island: it shares the dimensions of the first fact.
      prompt += " with dimensions " + dimensions_of_first_fact();
      designed = design({prompt, "x"});
    }
    if (!designed) return fail(std::move(designed).error());
    std::vector<Adoption> adoptions = adopt(result_.spec, designed->spec);
    for (Adoption& adoption : adoptions) {
      DBX_CHECK_OK(make(adoption.edit, std::move(adoption.what), Basis::kAsked, 0.9));
    }
    return {};
  }

  std::string dimensions_of_first_fact() const {
    std::string names;
    if (result_.spec.facts.empty()) return names;
    for (const spec::ForeignKey& key : result_.spec.facts[0].foreign_keys) {
      names += (names.empty() ? "" : ", ") + spaced(bare_name(key.references.table));
    }
    return names;
  }

  Status add_item(const Item& item, std::optional<CueKind> head, const std::string& table) {
    const spec::Table* target = table.empty() ? nullptr : spec::find_table(result_.spec, table);
    const bool to_dimension = target != nullptr && target->kind == spec::TableKind::kDimension;
    if (to_dimension && head != CueKind::kDimensions) return add_attribute(item, *target);
    const spec::Table* fact = target != nullptr            ? target
                              : result_.spec.facts.empty() ? nullptr
                                                           : &result_.spec.facts[0];
    if (fact == nullptr || fact->kind != spec::TableKind::kFact) {
      return not_there(fmt::format("there is no fact to add '{}' to", item.text()), table_hint());
    }
    const AskedDimension dimension = resolve_dimension(knowledge_, item);
    const bool is_dimension = head == CueKind::kDimensions ||
                              (head != CueKind::kMeasures && dimension.archetype != nullptr);
    if (is_dimension) return add_dimension(item, *fact);
    const bool is_measure = head == CueKind::kMeasures || target != nullptr ||
                            meaning_of(knowledge_.measure_words, item.phrase()) != nullptr;
    if (!is_measure) {
      return not_there(fmt::format("it is not clear what '{}' is", item.text()),
                       fmt::format("say 'add the {} dimension', 'add the measure {}' or 'add {} to "
                                   "a table'",
                                   item.text(), item.text(), item.text()));
    }
    return add_measure(item, *fact);
  }

  static Status need_new(const Item& item, const spec::Table& table) {
    const std::vector<spec::Column>& columns =
        table.kind == spec::TableKind::kFact ? table.measures : table.columns;
    const Phrase words = without_quantifiers(item).phrase();
    for (const spec::Column& column : columns) {
      if (phrase(column.name) != words) continue;
      return not_there(fmt::format("{} has '{}' already", table.name, column.name), "");
    }
    return {};
  }

  Status add_attribute(const Item& item, const spec::Table& table) {
    DBX_CHECK_OK(need_new(item, table));
    const std::string prefix = bare_name(table.name);
    spec::AddColumn edit{table.name, guess_attribute(knowledge_, item, prefix)};
    const DimensionArchetype* archetype = match_dimension(knowledge_, phrase(prefix));
    if (archetype != nullptr) {
      if (const auto* known = match_column(archetype->columns, item.phrase())) edit.column = *known;
    }
    edit.column.nullable = true;  // rows are there already
    return make(edit, fmt::format("added {}.{}", table.name, edit.column.name));
  }

  Status add_measure(const Item& item, const spec::Table& fact) {
    DBX_CHECK_OK(need_new(item, fact));
    const Item bare = without_quantifiers(item);
    spec::AddMeasure edit{fact.name, guess_measure(knowledge_, bare)};
    for (const Process& process : knowledge_.processes) {
      if (process.fact != fact.name) continue;
      if (const auto* known = match_column(process.measures, bare.phrase())) edit.measure = *known;
    }
    return make(edit, fmt::format("added the measure {}.{}", fact.name, edit.measure.name));
  }

  Status add_dimension(const Item& item, const spec::Table& fact) {
    const AskedDimension asked = resolve_dimension(knowledge_, item);
    const spec::Table table = make_dimension(knowledge_, asked);
    for (Adoption& adoption : adopt_dimension(result_.spec, table, asked.role, fact.name)) {
      DBX_CHECK_OK(make(adoption.edit, std::move(adoption.what)));
    }
    return {};
  }

  // --- remove, rename, history -----------------------------------------------------------------

  Status remove(const std::vector<Token>& words) {
    const std::vector<bool> wished(words.size(), false);
    ListReader reader(words, wished);
    const List list = reader.read();
    if (list.items.empty()) return not_there("it is not said what to remove", table_hint());
    for (const Item& item : list.items) DBX_CHECK_OK(remove(item));
    return {};
  }

  Status remove(const Item& item) {
    if (const spec::Table* table = find_table(result_.spec, item)) {
      const std::string name = table->name;
      for (const spec::Table& fact : std::vector<spec::Table>(result_.spec.facts)) {
        for (const spec::ForeignKey& key : fact.foreign_keys) {
          if (key.references.table != name) continue;
          DBX_CHECK_OK(make(spec::RemoveForeignKey{fact.name, key.columns[0]},
                            fmt::format("removed {}.{}", fact.name, key.columns[0])));
        }
      }
      return make(spec::RemoveTable{name}, fmt::format("removed {}", name));
    }
    const auto [table, column] = find_column(result_.spec, item);
    if (table.empty()) {
      return not_there(fmt::format("the spec has nothing like '{}'", item.text()), table_hint());
    }
    return make(spec::RemoveColumn{table, column}, fmt::format("removed {}.{}", table, column));
  }

  Status rename(const std::vector<Token>& words) {
    const auto to = std::find_if(words.begin(), words.end(),
                                 [](const Token& word) { return word.text == "to"; });
    Item from;
    for (auto word = words.begin(); word != to; ++word) {
      if (word->kind == Token::Kind::kWord && word->text != "the") from.words.push_back(*word);
    }
    std::vector<Token> target;
    for (auto word = to; word != words.end(); ++word) {
      if (word->kind != Token::Kind::kWord) break;
      if (word != to) target.push_back(*word);
    }
    while (!target.empty() && is_filler(target.back().text)) target.pop_back();
    if (from.words.empty() || target.empty()) {
      return not_there("it is not said what to rename to what",
                       "for example: 'rename customer to client'");
    }
    const std::string name = identifier(target);
    if (const spec::Table* table = find_table(result_.spec, from)) {
      const std::size_t prefix = table->name.find('_');
      const bool has_prefix = table->name.starts_with("dim_") || table->name.starts_with("fact_");
      const std::string renamed = has_prefix && !name.starts_with(table->name.substr(0, prefix + 1))
                                      ? table->name.substr(0, prefix + 1) + name
                                      : name;
      return make(spec::RenameTable{table->name, renamed},
                  fmt::format("renamed {} to {}", table->name, renamed));
    }
    const auto [table, column] = find_column(result_.spec, from);
    if (table.empty()) {
      return not_there(fmt::format("the spec has nothing like '{}'", from.text()), table_hint());
    }
    return make(spec::RenameColumn{table, column, name},
                fmt::format("renamed {}.{} to {}", table, column, name));
  }

  Status keep_history(const std::vector<Token>& words) {
    Items items = read_wishes(words).history;
    if (items.empty() || (items.size() == 1 && items[0].words.empty())) {
      Item item;  // "track rating history"
      for (const Token& word : words) {
        const bool is_verb = word.text == "track" || word.text == "keep" || word.text == "history";
        if (word.kind == Token::Kind::kWord && !is_verb && !is_filler(word.text)) {
          item.words.push_back(word);
        }
      }
      items = {std::move(item)};
    }
    for (const Item& item : items) {
      std::string table;
      const spec::Table* named = find_table(result_.spec, item);
      if (named != nullptr && named->kind == spec::TableKind::kDimension) table = named->name;
      if (table.empty()) table = dimension_with(item);
      if (table.empty()) {
        return not_there(fmt::format("no dimension is or has '{}'", item.text()), table_hint());
      }
      if (spec::find_table(result_.spec, table)->history == spec::History::kType2) continue;
      DBX_CHECK_OK(make(spec::SetHistory{table, spec::History::kType2},
                        fmt::format("{} keeps its history", table)));
    }
    return {};
  }

  std::string dimension_with(const Item& item) const {
    for (const spec::Table& table : result_.spec.dimensions) {
      if (match_column(table.columns, item.phrase()) != nullptr) return table.name;
    }
    return {};
  }

  std::string table_hint() const {
    std::string names;
    std::size_t count = 0;
    for (const spec::TablePlace& place : spec::all_tables(result_.spec)) {
      if (++count > 12) return names + ", ...";
      names += (names.empty() ? "there are " : ", ") + place.table->name;
    }
    return names;
  }

  std::string_view file_name_;
  const Knowledge& knowledge_;
  Amendment result_;
};

}  // namespace

Result<Amendment> amend(std::string base, std::string_view file_name, const std::string& prompt) {
  const std::vector<Token> tokens = tokenize(prompt);
  if (Diagnostics refusal = refuse_text(prompt, tokens); !refusal.empty()) {
    return fail(std::move(refusal));
  }
  if (!knowledge()) return fail(knowledge().error());
  DBX_TRY(spec::Spec spec, spec::parse(base, file_name));
  return Amender(std::move(base), file_name, std::move(spec), *knowledge()).run(tokens);
}

}  // namespace dbx::design
