// What a spec, or else the names, say of tables and columns beyond the schema: facts and measures,
// what names a row, versions, the calendar; see model.h.
#include <algorithm>
#include <array>
#include <string>

#include "dbx/answer/model.h"
#include "dbx/answer/named.h"
#include "dbx/base/text.h"
#include "dbx/english/lemma.h"

namespace dbx::answer {
namespace {

bool has_one(const NameWords& words, std::initializer_list<std::string_view> lemmas) {
  return std::any_of(lemmas.begin(), lemmas.end(),
                     [&](std::string_view lemma) { return has_word(words, lemma); });
}

// A rate is averaged, money is added up.
Aggregate usual_of(const ColumnModel& column) {
  const bool rate = has_one(column.words, {"price", "rate", "percent", "percentage", "ratio",
                                           "average", "score", "temperature", "age"});
  return rate ? Aggregate::kAvg : Aggregate::kSum;
}

Aggregate usual_of(const spec::Column& measure) {
  if (measure.default_aggregate) {
    switch (*measure.default_aggregate) {
      case spec::Aggregate::kSum:
        return Aggregate::kSum;
      case spec::Aggregate::kAvg:
        return Aggregate::kAvg;
      case spec::Aggregate::kMin:
        return Aggregate::kMin;
      case spec::Aggregate::kMax:
        return Aggregate::kMax;
      case spec::Aggregate::kCount:
      case spec::Aggregate::kCountDistinct:
        return Aggregate::kCount;
    }
  }
  return measure.additivity == spec::Additivity::kNonAdditive ? Aggregate::kAvg : Aggregate::kSum;
}

// "units sold" for a quantity in units; "mrr" for monthly_recurring_revenue.
void add_short_names(ColumnModel& column, const spec::Column& measure) {
  const std::string unit = english::lemma(text::to_lower(measure.unit.str()));
  NameWords in_units = column.words;
  bool changed = false;
  for (NameWord& word : in_units) {
    if (word.lemma != "quantity" && word.lemma != "number" && word.lemma != "count") continue;
    if (unit.empty()) continue;
    word = words_of(unit, {}).at(0);
    changed = true;
  }
  if (changed) column.synonyms.push_back(std::move(in_units));
  if (column.words.size() < 3) return;
  std::string initials;
  for (const NameWord& word : column.words) initials += word.lemma.substr(0, 1);
  column.synonyms.push_back(words_of(initials, {}));
}

void add_measures(TableModel& table, const spec::Table& source) {
  for (const spec::Column& measure : source.measures) {
    const auto column = find_named(table.columns, measure.name);
    if (column == table.columns.end()) continue;
    column->is_measure = column->kind == ValueKind::kNumber;
    column->is_balance = measure.additivity == spec::Additivity::kSemiAdditive;
    column->usual = column->is_balance ? Aggregate::kSum : usual_of(measure);
    add_short_names(*column, measure);
  }
}

void add_table(TableModel& table, const spec::Table& source) {
  if (source.kind == spec::TableKind::kFact) {
    table.is_fact = true;
    table.is_snapshot = source.type == spec::FactType::kPeriodicSnapshot;
    for (ColumnModel& column : table.columns) column.is_measure = false;
    add_measures(table, source);
  }
  const auto shown = std::find_if(source.columns.begin(), source.columns.end(),
                                  [](const spec::Column& column) { return column.display; });
  if (shown != source.columns.end()) {
    for (ColumnModel& column : table.columns) {
      column.is_name = text::equals_ignoring_case(column.name, shown->name);
    }
  }
  if (source.history == spec::History::kType2 && source.natural_key.size() == 1) {
    const auto key = find_named(table.columns, source.natural_key[0]);
    if (key != table.columns.end()) {
      table.natural_key = static_cast<int>(key - table.columns.begin());
    }
  }
}

// Rows of a snapshot say less of what belongs together than what happened.
constexpr double kSnapshotLink = 1.1;

// The foreign keys of a table, which the database need not enforce, or know of.
void add_links(Model& model, const spec::Table& source) {
  const auto table = find_named(model.tables, source.name);
  for (const spec::ForeignKey& key : source.foreign_keys) {
    const auto target = find_named(model.tables, key.references.table);
    if (key.columns.size() != 1 || key.references.columns.size() != 1 ||
        target == model.tables.end()) {
      continue;
    }
    const auto from = find_named(table->columns, key.columns[0]);
    const auto to = find_named(target->columns, key.references.columns[0]);
    if (from == table->columns.end() || to == target->columns.end()) continue;
    from->is_reference = true;
    const Link link{static_cast<int>(table - model.tables.begin()),
                    static_cast<int>(from - table->columns.begin()),
                    static_cast<int>(target - model.tables.begin()),
                    static_cast<int>(to - target->columns.begin()),
                    source.type == spec::FactType::kPeriodicSnapshot ? kSnapshotLink : 1};
    std::erase_if(model.links, [&](const Link& held) {
      return held.table == link.table && held.column == link.column;
    });
    model.links.push_back(link);
  }
}

// A table of days: something refers to it, and it has a date and the numbers of its periods.
std::optional<Calendar> calendar_of(const Model& model, int table) {
  const TableModel& held = model.table(table);
  const bool is_referred_to = std::any_of(model.links.begin(), model.links.end(),
                                          [&](const Link& link) { return link.to_table == table; });
  if (!is_referred_to || !has_one(held.words, {"date", "calendar", "day", "time"})) {
    return std::nullopt;
  }
  Calendar calendar;
  calendar.table = table;
  calendar.numbers.fill(-1);
  constexpr std::array kNames =
      std::to_array<std::string_view>({"", "week", "month", "quarter", "year"});
  for (int c = 0; c < static_cast<int>(held.columns.size()); ++c) {
    const ColumnModel& column = model.column(table, c);
    if (column.kind == ValueKind::kDate && calendar.date < 0) calendar.date = c;
    if (column.kind != ValueKind::kNumber || has_one(column.words, {"day"})) continue;
    for (std::size_t i = 1; i < kNames.size(); ++i) {
      int& number = calendar.numbers[i];
      const bool alone =
          i > 1 ? has_one(column.words, {kNames[i]}) && !has_one(column.words, {"week", "fiscal"})
                : has_one(column.words, {kNames[i]});
      if (alone && number < 0) number = c;
    }
  }
  if (calendar.date < 0) return std::nullopt;
  return calendar;
}

// What people say for the names of days and months.
void name_days(TableModel& calendar) {
  for (ColumnModel& column : calendar.columns) {
    if (column.kind != ValueKind::kText || !has_one(column.words, {"name"})) continue;
    if (has_one(column.words, {"day", "weekday"})) {
      for (const char* words : {"weekday", "day of week"}) {
        column.synonyms.push_back(words_of(words, {}));
      }
    }
  }
}

void find_calendar(Model& model) {
  model.calendar.reset();
  for (int t = 0; t < static_cast<int>(model.tables.size()) && !model.calendar; ++t) {
    model.calendar = calendar_of(model, t);
    if (model.calendar) name_days(model.tables[static_cast<std::size_t>(t)]);
  }
}

}  // namespace

void infer_roles(Model& model) {
  for (TableModel& table : model.tables) {
    table.is_fact = text::to_lower(table.name).starts_with("fact_");
    if (!table.is_fact) continue;
    for (ColumnModel& column : table.columns) {
      column.is_measure = column.kind == ValueKind::kNumber && !column.is_id && !column.in_key &&
                          !column.is_reference && !has_one(column.words, {"number", "key"});
      column.usual = usual_of(column);
    }
  }
  find_calendar(model);
}

void add_spec(Model& model, const spec::Spec& spec) {
  const auto add_words = [&](std::string_view words, const std::string& meaning) {
    static_cast<void>(teach(model, words, meaning));  // what the database lacks has no words
  };
  for (const spec::NamedText& synonym : spec.synonyms) add_words(synonym.name, synonym.text);
  for (const spec::TablePlace& place : spec::all_tables(spec)) {
    const spec::Table& table = *place.table;
    const auto held = find_named(model.tables, table.name);
    if (held == model.tables.end()) continue;
    add_table(*held, table);
    add_links(model, table);
    for (const std::string& words : table.synonyms) add_words(words, table.name);
    for (const auto* columns : {&table.columns, &table.measures}) {
      for (const spec::Column& column : *columns) {
        for (const std::string& words : column.synonyms) {
          add_words(words, table.name + "." + column.name);
        }
      }
    }
  }
  measure_distances(model);
  find_calendar(model);
}

}  // namespace dbx::answer
