// Random edits of random specs in random hands: the meaning changes as asked, the rest of the text
// not at all.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>
#include <regex>

#include "dbx/base/text.h"
#include "dbx/spec/edit.h"
#include "dbx/spec/parse.h"
#include "spec/author.h"

namespace dbx::spec {
namespace {

// All of a run follows from one number, so that a failure can be told in a line.
std::mt19937 generator;
void start() { generator.seed(*rc::gen::noShrink(rc::gen::arbitrary<unsigned>())); }
int roll(int n) { return static_cast<int>(generator() % static_cast<unsigned>(n)); }

// Every name stands for one thing only, so that any trace of an old one shows.
struct Names {
  int next = 0;
  std::string fresh() { return "x" + std::to_string(next++) + "x"; }
};

std::vector<std::string> some_of(const std::vector<std::string>& names) {
  std::vector<std::string> some;
  for (const std::string& name : names) {
    if (roll(3) == 0) some.push_back(name);
  }
  return some;
}

void mention_columns(Table& table, const std::vector<std::string>& names) {
  const std::string& one = names[static_cast<std::size_t>(roll(static_cast<int>(names.size())))];
  table.primary_key = some_of(names);
  for (int i = roll(3); i > 0; --i) {
    if (auto unique = some_of(names); !unique.empty()) table.unique.push_back(unique);
  }
  if (roll(2) == 0)
    table.checks.push_back({"c1", one + " is not null or lower(" + one + ") <> 'a'"});
  if (roll(2) == 0) table.checks.push_back({"", "'" + one + "' <> \"" + one + "\""});
  if (roll(2) == 0) {
    Index index;
    index.name = "i1";
    for (const std::string& name : some_of(names)) index.columns.emplace_back(name);
    index.include = some_of(names);
    index.where = one + " > 0";
    table.indexes.push_back(std::move(index));
  }
  if (roll(3) == 0) table.distribution = "hash(" + one + ")";
  Column& column = table.columns[0];
  if (roll(2) == 0) column.check = one + " > 0";
  if (roll(2) == 0) column.hierarchy = text::join(names, " > ");
  if (roll(2) == 0) column.description = "it's: # a, [" + one.substr(1);
  if (roll(3) == 0) column.fill = Fill{"sum_of", {{"of", names, {}, true}}};
}

Table random_table(TableKind kind, Names& names) {
  Table table;
  table.kind = kind;
  table.name = names.fresh();
  std::vector<std::string> columns;
  for (int i = 1 + roll(4); i > 0; --i) {
    Column column;
    column.name = columns.emplace_back(names.fresh());
    column.type = read_type(roll(2) == 0 ? "INT" : "DECIMAL(18,2)").type;
    column.nullable = roll(2) == 0;
    table.columns.push_back(column);
  }
  if (kind == TableKind::kFact) {
    table.grain = text::join(columns, ",");
    if (roll(2) == 0) {
      Column measure;
      measure.name = names.fresh();
      measure.type = read_type("REAL").type;
      measure.numerator = columns[0];
      table.measures.push_back(measure);
    }
    if (roll(2) == 0) table.partitioning = Partitioning{PartitionStrategy::kRange, columns[0], ""};
  } else {
    table.natural_key = some_of(columns);
  }
  mention_columns(table, columns);
  return table;
}

Spec random_spec() {
  Names names;
  Spec spec;
  spec.warehouse = "w";
  for (int i = 1 + roll(2); i > 0; --i) {
    spec.dimensions.push_back(random_table(TableKind::kDimension, names));
  }
  for (int i = roll(3); i > 0; --i) {
    Table fact = random_table(TableKind::kFact, names);
    const Table& parent = spec.dimensions[0];
    ForeignKey key;
    key.columns = {fact.columns[0].name};
    key.references = {parent.name, {parent.columns[0].name}};
    fact.foreign_keys.push_back(std::move(key));
    spec.facts.push_back(fact);
  }
  const Table& first = spec.dimensions[0];
  if (roll(2) == 0) spec.synonyms.push_back({"word", first.name});
  if (roll(2) == 0) spec.synonyms.push_back({"other", first.name + "." + first.columns[0].name});
  if (roll(2) == 0) {
    spec.dialects.push_back({"duckdb", {}, {{first.name + "." + first.columns[0].name, "TEXT"}}});
  }
  return spec;
}

const Table& random_table_of(const Spec& spec) {
  const auto places = all_tables(spec);
  return *places[static_cast<std::size_t>(roll(static_cast<int>(places.size())))].table;
}

std::string authored(const Spec& spec) {
  test::Author author(roll);
  const std::string text = author.write(to_node(spec));
  const auto read_back = parse(text, "random.yml");
  if (!read_back) RC_FAIL(read_back.error()[0].message + "\n" + text);
  if (!(*read_back == spec)) RC_FAIL("the author's own text differs:\n" + text);
  return text;
}

// Are the bytes of `part` those of `whole` in the same order, some left out?
bool is_left_of(std::string_view part, std::string_view whole) {
  std::size_t at = 0;
  for (const char c : whole) {
    if (at < part.size() && part[at] == c) ++at;
  }
  return at == part.size();
}

std::vector<std::string> comments_of(const std::string& text) {
  std::vector<std::string> found;
  const std::regex note("# note [0-9]+");
  for (std::sregex_iterator i(text.begin(), text.end(), note), end; i != end; ++i) {
    found.push_back(i->str());
  }
  return found;
}

Spec without_memory(Spec spec) {
  for (auto* group : {&spec.dimensions, &spec.facts, &spec.bridges, &spec.tables}) {
    for (Table& table : *group) {
      table.renamed_from.clear();
      for (Column& column : table.columns) column.renamed_from.clear();
      for (Column& column : table.measures) column.renamed_from.clear();
    }
  }
  return spec;
}

void check_renaming(const Spec& spec, const std::string& text, const Edit& there, const Edit& back,
                    const std::string& old_name) {
  const auto renamed = edit(text, "random.yml", there);
  if (!renamed) RC_FAIL(renamed.error()[0].message + "\n" + text);
  RC_ASSERT(comments_of(renamed->text) == comments_of(text));
  const std::string trace = print(without_memory(renamed->spec));
  const std::string quoted = "'" + old_name + "'";  // text, not a name
  if (text::replace_all(trace, quoted, "").find(old_name) != std::string::npos) {
    RC_FAIL("'" + old_name + "' is left in\n" + trace);
  }
  RC_ASSERT(print(renamed->spec).find("renamed_from: " + old_name) != std::string::npos);
  // Lines that do not speak of it stay as they are.
  std::vector<std::string_view> untouched;
  for (const std::string_view line : text::split(text, '\n')) {
    if (line.find(old_name) == std::string_view::npos) untouched.push_back(line);
  }
  for (const std::string_view line : text::split(renamed->text, '\n')) {
    if (!untouched.empty() && untouched.front() == line) untouched.erase(untouched.begin());
  }
  RC_ASSERT(untouched.empty());
  const auto returned = edit(renamed->text, "random.yml", back);
  RC_ASSERT(returned.has_value());
  RC_ASSERT(without_memory(returned->spec) == spec);
}

RC_GTEST_PROP(edit_property, a_renamed_column_leaves_no_trace, ()) {
  start();
  const Spec spec = random_spec();
  const Table& table = random_table_of(spec);
  const std::string name =
      table.measures.empty() || roll(3) > 0
          ? table.columns[static_cast<std::size_t>(roll(static_cast<int>(table.columns.size())))]
                .name
          : table.measures[0].name;
  check_renaming(spec, authored(spec), RenameColumn{table.name, name, "fresh_name"},
                 RenameColumn{table.name, "fresh_name", name}, name);
}

RC_GTEST_PROP(edit_property, a_renamed_table_leaves_no_trace, ()) {
  start();
  const Spec spec = random_spec();
  const std::string name = random_table_of(spec).name;
  check_renaming(spec, authored(spec), RenameTable{name, "fresh"}, RenameTable{"fresh", name},
                 name);
}

RC_GTEST_PROP(edit_property, an_added_column_changes_nothing_else, ()) {
  start();
  const Spec spec = random_spec();
  const std::string text = authored(spec);
  Column column;
  column.name = "fresh";
  column.type = read_type("VARCHAR(10)").type;
  column.nullable = roll(2) == 0;
  if (roll(2) == 0) column.default_value = "'it''s'";
  const Table& table = random_table_of(spec);
  const auto added = edit(text, "random.yml", AddColumn{table.name, column});
  if (!added) RC_FAIL(added.error()[0].message + "\n" + text);
  RC_ASSERT(is_left_of(text, added->text));
  Spec expected = spec;
  for (auto* group : {&expected.dimensions, &expected.facts}) {
    for (Table& candidate : *group) {
      if (candidate.name == table.name) candidate.columns.push_back(column);
    }
  }
  RC_ASSERT(added->spec == expected);
}

void check_refusal(const Diagnostic& problem, const std::string& text) {
  if (problem.code != Code::kStillMentioned) RC_FAIL(problem.message + "\n" + text);
}

RC_GTEST_PROP(edit_property, a_removed_column_takes_nothing_along, ()) {
  start();
  const Spec spec = random_spec();
  const std::string text = authored(spec);
  const Table& table = random_table_of(spec);
  const auto index = static_cast<std::size_t>(roll(static_cast<int>(table.columns.size())));
  const auto removed =
      edit(text, "random.yml", RemoveColumn{table.name, table.columns[index].name});
  if (!removed) {
    check_refusal(removed.error()[0], text);
    return;
  }
  RC_ASSERT(is_left_of(removed->text, text));
  // Only what was said inside the column's own lines went with it.
  const std::vector<std::string> said = comments_of(text);
  const std::vector<std::string> left = comments_of(removed->text);
  const auto gap = std::mismatch(left.begin(), left.end(), said.begin()).first;
  RC_ASSERT(std::equal(gap, left.end(), said.end() - (left.end() - gap)));
  Spec expected = spec;
  for (auto* group : {&expected.dimensions, &expected.facts}) {
    for (Table& candidate : *group) {
      if (candidate.name != table.name) continue;
      candidate.columns.erase(candidate.columns.begin() + static_cast<std::ptrdiff_t>(index));
    }
  }
  RC_ASSERT(removed->spec == expected);
}

RC_GTEST_PROP(edit_property, a_removed_table_takes_nothing_along, ()) {
  start();
  const Spec spec = random_spec();
  const std::string text = authored(spec);
  const std::string name = random_table_of(spec).name;
  const auto removed = edit(text, "random.yml", RemoveTable{name});
  if (!removed) {
    check_refusal(removed.error()[0], text);
    return;
  }
  RC_ASSERT(is_left_of(removed->text, text));
  Spec expected = spec;
  for (auto* group : {&expected.dimensions, &expected.facts}) {
    std::erase_if(*group, [&](const Table& table) { return table.name == name; });
  }
  RC_ASSERT(removed->spec == expected);
}

}  // namespace
}  // namespace dbx::spec
