// Reads names and keys into a Model; see model.h.
#include "dbx/answer/model.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "dbx/answer/question.h"
#include "dbx/answer/synonyms.h"
#include "dbx/base/text.h"
#include "dbx/english/lemma.h"
#include "dbx/english/lexicon.h"

namespace dbx::answer {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "StuID" -> stu id; "HSName" -> hs name; "line_1" -> line 1.
std::vector<std::string> split_name(std::string_view name) {
  std::vector<std::string> parts;
  std::string part;
  const auto flush = [&] {
    if (!part.empty()) parts.push_back(text::to_lower(part));
    part.clear();
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const char before = i > 0 ? name[i - 1] : '\0';
    const char next = i + 1 < name.size() ? name[i + 1] : '\0';
    const bool is_other = !is_lower(c) && !is_upper(c) && !is_digit(c) && (c & 0x80) == 0;
    const bool is_hump = is_upper(c) && (is_lower(before) || (is_upper(before) && is_lower(next)));
    const bool to_digit = is_digit(c) != is_digit(before) && !part.empty();
    if (is_other || is_hump || to_digit) flush();
    if (!is_other) part += c;
  }
  flush();
  return parts;
}

bool is_known(std::string_view word) {
  return english::look_up(word).is_known() || english::look_up(english::lemma(word)).is_known() ||
         (word.size() >= 3 && !english::verb_of(word).empty()) ||
         (word.size() >= 3 && !expansion(word).empty());
}

// "clubname" -> club name; "bookingid" -> booking id. Of several ways, the one with the longest
// first word.
std::vector<std::string> split_glued(const std::string& word, const NameWords& context) {
  for (const std::string_view end : {"id", "name", "no"}) {
    if (word.size() > end.size() && word.size() < 6 + end.size() && word.ends_with(end) &&
        !is_known(word)) {
      return {word.substr(0, word.size() - end.size()), std::string(end)};
    }
  }
  // "aid" of an aircraft
  if (word.size() == 3 && word.ends_with("id") && !context.empty() &&
      context[0].lemma.starts_with(word[0])) {
    return {context[0].lemma, "id"};
  }
  if (word.size() < 5 || is_known(word)) return {word};
  const auto is_part = [&](std::string_view part) {
    if (part == "id" || part == "no") return true;
    if (part.size() < 3) return false;
    const bool in_context = std::any_of(context.begin(), context.end(), [&](const NameWord& held) {
      return held.lemma == part || held.lemma.starts_with(part);
    });
    return in_context || is_known(part);
  };
  for (std::size_t cut = word.size() - 2; cut >= 3; --cut) {
    const std::string first = word.substr(0, cut);
    const std::string rest = word.substr(cut);
    if (is_part(first) && is_part(rest)) return {first, rest};
  }
  return {word};
}

NameWord name_word(std::string_view word) {
  NameWord result;
  result.lemma = english::lemma(word);
  result.stem = stem_of(word);
  result.verb = std::string(english::verb_of(word));
  constexpr std::array kMade = std::to_array<std::string_view>(
      {"made", "placed", "opened", "given", "taken", "created", "issued"});
  result.is_light = std::find(kMade.begin(), kMade.end(), word) != kMade.end();
  return result;
}

ValueKind kind_of(const schema::Column& column, const NameWords& words) {
  using schema::TypeKind;
  if (column.type.array) return ValueKind::kOther;
  if (column.type.kind == TypeKind::kBoolean) return ValueKind::kBoolean;
  if (column.type.is_numeric()) return ValueKind::kNumber;
  if (column.type.is_temporal()) return ValueKind::kDate;
  if (column.type.is_text() || column.type.kind == TypeKind::kUuid) return ValueKind::kText;
  if (column.type.kind == TypeKind::kEngine) {
    const bool date = std::any_of(words.begin(), words.end(), [](const NameWord& word) {
      return word.lemma == "date" || word.lemma == "time";
    });
    return date ? ValueKind::kDate : ValueKind::kText;
  }
  return ValueKind::kOther;
}

bool ends_as_id(const NameWords& words) {
  constexpr std::array kEnds =
      std::to_array<std::string_view>({"id", "key", "code", "ssn", "uuid"});
  return !words.empty() && std::find(kEnds.begin(), kEnds.end(), words.back().lemma) != kEnds.end();
}

// A name is what is called so, of the table itself rather than of something else.
void mark_names(TableModel& table) {
  bool found = false;
  const auto mark = [&](auto fits) {
    for (ColumnModel& column : table.columns) {
      if (found && !has_word(column.words, "name")) continue;
      if (column.kind != ValueKind::kText || !fits(column)) continue;
      column.is_name = true;
      found = true;
    }
  };
  const auto own = [](const ColumnModel& column) {
    return std::all_of(column.words.begin(), column.words.end(), [](const NameWord& word) {
      return word.of_table || word.lemma == "name" || word.lemma == "full";
    });
  };
  mark([&](const ColumnModel& c) { return has_word(c.words, "name") && own(c); });
  if (!found) {
    const auto same = [&](const ColumnModel& column) {
      return own(column) && !column.is_id && column.words.size() == table.words.size();
    };
    mark([&](const ColumnModel& c) { return !found && table.words.size() > 1 && same(c); });
  }
  if (!found) {
    // the column "city" of the table "city"
    mark([&](const ColumnModel& c) { return !found && own(c) && !c.is_id; });
  }
  if (!found) {
    mark([](const ColumnModel& c) {
      return has_word(c.words, "name") && (has_word(c.words, "first") || has_word(c.words, "last"));
    });
  }
  if (!found) mark([](const ColumnModel& c) { return has_word(c.words, "name"); });
  for (const std::string_view word : {"title", "description", "detail"}) {
    if (!found) mark([&](const ColumnModel& c) { return has_word(c.words, word) && !found; });
  }
}

void read_columns(const schema::Table& source, TableModel& table) {
  for (const schema::Column& held : source.columns) {
    ColumnModel column;
    column.name = held.name;
    column.words = words_of(held.name, table.words);
    if (NameWords whole = whole_words_of(held.name, table.words);
        whole.size() != column.words.size()) {
      column.synonyms.push_back(std::move(whole));
    }
    column.kind = kind_of(held, column.words);
    column.is_id = ends_as_id(column.words);
    table.columns.push_back(std::move(column));
  }
  const auto at = [&](const std::string& name) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      if (text::equals_ignoring_case(table.columns[i].name, name)) return static_cast<int>(i);
    }
    return -1;
  };
  if (source.primary_key) {
    for (const std::string& name : source.primary_key->columns) {
      const int column = at(name);
      if (column < 0) continue;
      table.primary_key.push_back(column);
      table.columns[static_cast<std::size_t>(column)].in_key = true;
    }
    if (table.primary_key.size() == 1) {
      table.columns[static_cast<std::size_t>(table.primary_key[0])].is_key = true;
    }
  }
  mark_names(table);
}

class Joiner {
 public:
  Joiner(const schema::Schema& schema, Model& model) : schema_(schema), model_(model) {}

  void run() {
    for (std::size_t i = 0; i < schema_.tables.size(); ++i) declared(static_cast<int>(i));
    for (std::size_t i = 0; i < schema_.tables.size(); ++i) inferred(static_cast<int>(i));
    for (const Link& link : model_.links) column(link.table, link.column).is_reference = true;
    for (TableModel& table : model_.tables) {
      const auto plain = std::count_if(table.columns.begin(), table.columns.end(),
                                       [](const ColumnModel& c) { return !c.is_reference; });
      table.is_bridge = plain + 2 <= static_cast<long>(table.columns.size()) && plain <= 1;
    }
  }

 private:
  ColumnModel& column(int table, int at) {
    return model_.tables[static_cast<std::size_t>(table)].columns[static_cast<std::size_t>(at)];
  }

  int find_table(std::string_view name) const {
    for (std::size_t i = 0; i < model_.tables.size(); ++i) {
      if (text::equals_ignoring_case(model_.tables[i].name, name)) return static_cast<int>(i);
    }
    return -1;
  }

  int find_column(int table, std::string_view name) const {
    const auto& columns = model_.table(table).columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (text::equals_ignoring_case(columns[i].name, name)) return static_cast<int>(i);
    }
    return -1;
  }

  void declared(int at) {
    for (const schema::ForeignKey& key :
         schema_.tables[static_cast<std::size_t>(at)].foreign_keys) {
      const int to = find_table(key.table);
      if (to < 0) continue;
      for (std::size_t i = 0; i < key.columns.size(); ++i) {
        const int from_column = find_column(at, key.columns[i]);
        int to_column =
            i < key.referenced_columns.size() ? find_column(to, key.referenced_columns[i]) : -1;
        if (to_column < 0 && !model_.table(to).primary_key.empty()) {
          to_column = model_.table(to).primary_key[0];
        }
        if (from_column < 0 || to_column < 0) continue;
        // A key of the same name is the plain one; another name says what it is for.
        const bool plain =
            text::equals_ignoring_case(column(at, from_column).name, column(to, to_column).name);
        model_.links.push_back({at, from_column, to, to_column, plain ? 1.0 : 1.04});
        if (key.columns.size() > 1) break;  // one column of a composite key joins enough to read
      }
    }
  }

  bool is_linked(int table, int at) const {
    return std::any_of(model_.links.begin(), model_.links.end(),
                       [&](const Link& link) { return link.table == table && link.column == at; });
  }

  // Keys that nobody declared: a column that has the name of another table's key, or ends in that
  // table's name; else a column that both tables have.
  void inferred(int at) {
    const TableModel& table = model_.table(at);
    for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
      const ColumnModel& held = table.columns[static_cast<std::size_t>(c)];
      if (held.is_key) continue;
      const bool linked = is_linked(at, c);
      for (int to = 0; to < static_cast<int>(model_.tables.size()); ++to) {
        if (to == at || are_linked(at, to)) continue;
        const auto [column, cost] = key_for(held, to);
        if (column < 0 || (linked && cost > 1.25)) continue;
        model_.links.push_back({at, c, to, column, cost});
      }
    }
  }

  bool are_linked(int a, int b) const {
    return std::any_of(model_.links.begin(), model_.links.end(), [&](const Link& link) {
      return (link.table == a && link.to_table == b) || (link.table == b && link.to_table == a);
    });
  }

  // The column of table `to` that `held` seems to refer to, and what that is worth.
  std::pair<int, double> key_for(const ColumnModel& held, int to) const {
    const TableModel& target = model_.table(to);
    const int same = find_column(to, held.name);
    const auto is_general = [](const ColumnModel& column) {
      return column.words.size() == 1 && column.words[0].lemma == "id";
    };
    if (target.primary_key.size() == 1) {
      const int key = target.primary_key[0];
      const ColumnModel& model = model_.column(to, key);
      if (same == key && !is_general(held) && !held.is_name) return {key, 1.2};
      // end_station_id, home_team: the table's name at the end
      NameWords words = held.words;
      if (words.size() > 1 && words.back().lemma == "id") words.pop_back();
      const bool by_table = words.back().lemma == target.words.back().lemma &&
                            target.words.size() == 1 && held.kind == model.kind &&
                            (held.is_id || words.size() != held.words.size());
      if (by_table) return {key, 1.25};
    }
    const bool both =
        same >= 0 && !is_general(held) && !held.is_name &&
        held.kind == model_.column(to, same).kind &&
        (held.is_id || held.in_key || model_.column(to, same).in_key || target.primary_key.empty());
    if (both) return {same, 1.8};
    return {-1, 0};
  }

  const schema::Schema& schema_;
  Model& model_;
};

NameWords read_words(std::string_view identifier, const NameWords& context, bool split) {
  NameWords words;
  const auto add = [&](std::string_view word) {
    NameWord made = name_word(word);
    for (const NameWord& held : context) {
      // "stu" where the table is called student
      const bool is_short = made.lemma.size() >= 3 && made.lemma.size() < held.lemma.size() &&
                            held.lemma.starts_with(made.lemma) && !is_known(made.lemma);
      if (held.lemma != made.lemma && !is_short) continue;
      made = held;
      made.of_table = true;
      break;
    }
    words.push_back(std::move(made));
  };
  std::vector<std::string> parts = split_name(identifier);
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    // "LName" is lname, a last name
    if (parts[i].size() != 1 || parts[i + 1] != "name" || expansion(parts[i] + "name").empty()) {
      continue;
    }
    parts[i] += parts[i + 1];
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  for (const std::string& part : parts) {
    const auto pieces = split ? split_glued(part, context) : std::vector<std::string>{part};
    for (const std::string& piece : pieces) {
      const std::string_view meaning = expansion(piece);
      if (meaning.empty()) {
        add(piece);
      } else {
        for (const std::string_view word : text::split(meaning, ' ')) add(word);
      }
    }
  }
  // dim_product is a product
  constexpr std::array kPrefixes = std::to_array<std::string_view>({"dim", "fact", "tbl", "fk"});
  if (words.size() > 1 &&
      std::find(kPrefixes.begin(), kPrefixes.end(), words[0].lemma) != kPrefixes.end()) {
    words.erase(words.begin());
  }
  if (words.empty()) words.push_back(name_word(text::to_lower(identifier)));
  return words;
}

}  // namespace

bool has_word(const NameWords& words, std::string_view lemma) {
  return std::any_of(words.begin(), words.end(),
                     [&](const NameWord& word) { return word.lemma == lemma; });
}

NameWords words_of(std::string_view identifier, const NameWords& context) {
  return read_words(identifier, context, true);
}

NameWords whole_words_of(std::string_view identifier, const NameWords& context) {
  return read_words(identifier, context, false);
}

double similarity(const std::string& lemma, const std::string& verb, const std::string& stem,
                  const NameWord& word) {
  if (lemma == word.lemma) return 1;
  if (!verb.empty() && (verb == word.lemma || verb == word.verb)) return 0.9;
  if (stem.size() >= 3 && stem == word.stem) return 0.85;
  if (synonymy(lemma, word.lemma) > 0) return 0.7;
  if (!verb.empty() && synonymy(verb, word.lemma) > 0) return 0.65;
  const std::string& shorter = lemma.size() < word.lemma.size() ? lemma : word.lemma;
  const std::string& longer = lemma.size() < word.lemma.size() ? word.lemma : lemma;
  if (shorter.size() >= 4 && longer.starts_with(shorter)) return 0.6;
  return 0;
}

Model make_model(const schema::Schema& schema) {
  Model model;
  for (const schema::Table& source : schema.tables) {
    TableModel table;
    table.schema = source.schema;
    table.name = source.name;
    table.words = words_of(source.name, {});
    if (NameWords whole = whole_words_of(source.name, {}); whole.size() != table.words.size()) {
      table.synonyms.push_back(std::move(whole));
    }
    read_columns(source, table);
    model.tables.push_back(std::move(table));
  }
  Joiner(schema, model).run();
  measure_distances(model);
  infer_roles(model);
  return model;
}

}  // namespace dbx::answer
