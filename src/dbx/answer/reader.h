// Reads the elements of a question from left to right into a Reading. Where it is in doubt it asks
// Choices, so that other runs find other readings. Internal to answer/.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/answer/choices.h"
#include "dbx/answer/elements.h"
#include "dbx/answer/model.h"
#include "dbx/answer/reading.h"
#include "dbx/answer/values.h"

namespace dbx::answer {

// What is the same for every run over a question.
struct Context {
  const Model& model;
  const ValueIndex& values;
  const std::vector<Token>& tokens;
  std::vector<Element> elements;
  std::vector<double> mentioned;           // one a table: how surely it is named, 0 to 1
  std::vector<std::vector<int>> distance;  // links between tables; large: none
  std::vector<double> link_costs;          // those that the question names are cheaper
};

Context make_context(const Model& model, const ValueIndex& values,
                     const std::vector<Token>& tokens);

class Reader {
 public:
  Reader(const Context& context, Choices& choices) : context_(context), choices_(choices) {}

  // Nothing where nothing is asked for.
  std::optional<Reading> run();

  // What it had to overlook, in tokens that carry meaning.
  std::size_t ignored() const { return ignored_; }

 private:
  enum class Clause { kSelect, kWhere, kOrder };

  struct Extreme {
    bool active = false;
    bool descending = true;
    bool by_rows = false;   // most common: by the number of rows
    bool by_count = false;  // largest number of
    std::int64_t limit = 1;
    std::string_view nouns;
  };

  struct Pending {
    std::optional<Comparator> comparator;
    std::optional<Term> left;  // what is compared
    std::size_t left_at = 0;   // its element
    bool negated = false;
    std::vector<Aggregate> aggregates;  // average and maximum
    bool count = false;
    bool distinct = false;
    bool each = false;
    bool attach = false;  // of, for, in
  };

  // reader.cpp
  void step();
  void on_cue(const Element& element);
  void on_mention(const Element& element);
  bool goes_on_grouping() const;
  bool lists_aggregates() const;
  bool is_passive(const Element& element) const;
  void late_extreme();
  bool is_modifier(const Element& element) const;
  bool turned(std::string_view nouns, Field field) const;
  void count_each_once();
  void show_each_once();
  void drop_idle_group();
  void on_word(const Element& element);
  void end_clause();
  void begin_where();
  const Element* peek(std::size_t ahead) const;
  const Element* next_content(std::size_t from) const;

  // resolve.cpp: which table or column an element means
  bool means_value(const Element& element);
  bool means_table(const Element& element);
  int resolve_table(const Element& element);
  Field resolve_column(const Element& element);
  Field pick_field(std::vector<Sense> senses);
  double affinity(int table, std::size_t at) const;
  int owner_of(std::size_t at) const;
  std::optional<Field> implied_column(std::string_view nouns);
  Field display_of(int table);
  Field key_of(int table) const;

  // read_select.cpp
  void add_item(const Element& element);
  void add_count(const Element& element);
  void add_late_count();
  void add_term(Term term);
  bool is_compared() const;
  bool continues_list() const;
  bool is_verb_like(const Element& element) const;
  void group_rows(int counted);
  Aggregate take_aggregate();
  void add_aggregates(Field field);
  std::optional<Field> stored_count(const Element& element) const;
  void add_everything(int table);
  void question_word(const Element& element);
  void add_group(const Element& element);
  void add_order(const Element& element);
  void order_direction(bool descending);
  void add_extreme(const Element& element);
  bool extreme_without_mention();
  void order_by(Term term, bool descending, std::optional<std::int64_t> limit);

  // read_where.cpp
  void where_mention(const Element& element);
  void add_number(const Element& element);
  void add_value(const Element& element);
  bool add_full_name(const Element& element);
  void add_literal(Field field, std::string text);
  bool add_nested_aggregate(const Element& element);
  void add_condition(Condition condition);
  bool add_to_nested(const Condition& condition);
  bool intersect(const Condition& condition);
  void add_having(Condition condition);
  void exclude(int table, std::optional<Condition> condition);
  Comparator take_comparator();
  void finish();

  int subject() const;
  void set_subject(int table);
  void need(int table);

  const Context& context_;
  Choices& choices_;
  Reading reading_;
  std::size_t at_ = 0;
  Clause clause_ = Clause::kSelect;
  Pending pending_;
  Extreme extreme_;
  int subject_ = -1;            // whose rows are asked for
  int clause_table_ = -1;       // what the present clause is about
  bool everything_ = false;     // all columns of what comes
  bool items_implied_ = false;  // select holds only what a table's mention implies
  bool either_ = false;
  bool both_ = false;
  bool nested_open_ = false;         // what follows belongs to the query within the last condition
  std::optional<Field> group_item_;  // shown because "for each" names its table
  std::size_t group_end_ = 0;        // the element behind the last group
  std::vector<int> nested_tables_;   // on the way to what there is none of
  std::optional<bool> direction_;
  std::int64_t limit_hint_ = 1;  // "which three cities"
  bool again_ = false;           // a second list of things to show
  std::size_t ignored_ = 0;
};

}  // namespace dbx::answer
