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
#include "dbx/answer/frame.h"
#include "dbx/answer/model.h"
#include "dbx/answer/reading.h"
#include "dbx/answer/values.h"

namespace dbx::answer {

// What is the same for every run over a question.
struct Context {
  const Model& model;
  const ValueIndex& values;
  const std::vector<Token>& tokens;
  Shape shape;  // that the question asks for
  bool is_star;
  std::vector<Element> elements;
  std::vector<double> mentioned;   // one a table: how surely it is named, 0 to 1
  std::vector<double> link_costs;  // those that the question names are cheaper
};

// What an element was taken for.
struct Meaning {
  std::size_t element = 0;
  Field field;
  double fit = 0;     // how well the words fit the name, 0 to 1; 1 of a value
  std::string value;  // of a value: as the database writes it
};

Context make_context(const Model& model, const ValueIndex& values, const Frame& frame,
                     std::string_view today);

// What holds where this does not.
Comparator negation(Comparator comparator);

class Reader {
 public:
  Reader(const Context& context, Choices& choices) : context_(context), choices_(choices) {}

  // Nothing where nothing is asked for.
  std::optional<Reading> run();

  // What it had to overlook that carries meaning.
  std::size_t ignored() const { return ignored_; }
  // Measures that would have fit the words as well as those that were taken.
  std::size_t rivals() const { return rivals_; }
  // What it took elements for, in the order of reading.
  const std::vector<Meaning>& meanings() const { return meanings_; }

 private:
  enum class Clause { kSelect, kWhere, kOrder };

  struct Extreme {
    bool active = false;
    bool descending = true;
    bool by_rows = false;   // most common: by the number of rows
    bool by_count = false;  // largest number of
    bool from_top = false;  // top 3
    bool by_most = false;   // the most, rather than the highest
    std::int64_t limit = 1;
    std::string_view nouns;
  };

  struct Pending {
    std::optional<Comparator> comparator;
    std::optional<Term> left;  // what is compared
    std::size_t left_at = 0;   // its element
    bool negated = false;
    bool absent = false;  // negated: it says that there is none, rather than what it is not
    std::vector<Aggregate> aggregates;  // average and maximum
    bool count = false;
    bool distinct = false;
    bool each = false;
    bool attach = false;  // of, for, in
    bool how_much = false;
    bool total = false;  // total number of
  };

  // reader.cpp: the way through the elements
  void step();
  void on_mention(const Element& element);
  void on_word(const Element& element);
  void end_clause();
  void begin_where();
  const Element* peek(std::size_t ahead) const;
  const Element* next_content(std::size_t from) const;
  bool goes_on_grouping() const;
  void set_subject(int table);
  void leave(Term term);
  void imply(int table);
  void need(int table);

  // resolve.cpp: which table or column an element means
  bool means_value(const Element& element);
  bool means_table(const Element& element);
  int resolve_table(const Element& element);
  Field resolve_column(const Element& element);
  void count_rivals(const std::vector<Sense>& senses);
  Field pick_field(std::vector<Sense> senses);
  void note(const Element& element, Field field, double fit, std::string value = {});
  double affinity(int table, std::size_t at) const;
  int owner_of(std::size_t at) const;
  int owner_within(const Element& element) const;
  bool is_beside_last(Field field, std::size_t at) const;
  std::optional<Field> implied_column(std::string_view nouns);
  Field display_of(int table);
  Field key_of(int table) const;

  // read_cues.cpp: what each cue does
  void on_cue(const Element& element);
  void on_aggregate(Aggregate aggregate);
  bool counts_beside() const;
  bool says_none(const Element& element) const;
  void on_count(const Element& element);
  void on_question_word(const Element& element);
  void on_other_cue(const Element& element);
  void more_than_one();
  void need_orders();
  void begin_order();
  void on_opener();
  bool sorts_all(const Extreme& extreme);
  void on_extreme(const Element& element);
  void on_adjective(const Element& element);
  void on_by(const Element& element);
  bool is_fresh() const;
  bool is_passive(const Element& element) const;
  bool lists_aggregates() const;

  // read_small_words.cpp: "all", "of", "their"
  bool names_letter(const Element& element) const;
  bool is_amount_next() const;
  void on_everything();
  void on_anyone(const Element& element);
  void on_pronoun(const Element& element);
  void on_small_word(const Element& element);

  // read_questions.cpp: when, where, who
  bool add_date_of_verb();
  void question_word(const Element& element);
  void who();

  // read_items.cpp: what is shown
  void begin_again();
  void add_item(const Element& element);
  bool add_beside_list(const Element& element);
  void add_table_item(const Element& element);
  bool is_owner(const Element& element, Field field);
  bool says_within(const Element& element) const;
  bool is_attached_item(Field field);
  void add_column_item(const Element& element);
  void add_term(Term term);
  void add_everything(int table);
  Field named_by(Field field);
  bool shares_aggregate(Field field) const;
  bool is_summed_column(const Element& element) const;
  bool is_named_next(int table) const;
  bool is_verb_like(const Element& element) const;
  bool is_modifier(const Element& element) const;
  bool continues_list() const;
  bool is_modifying(const Element& element) const;

  // read_compared.cpp: is it shown or compared?
  bool is_condition(const Element& element) const;
  bool is_compared() const;
  bool may_hold(const Element& value) const;
  bool is_of_value(const Element* value) const;
  bool is_only_verb(const Element& element) const;

  // read_counts.cpp: counts and aggregates
  bool says_in_total() const;
  void add_count(const Element& element);
  bool add_counted_column(const Element& element, bool distinct);
  void add_late_count();
  void add_aggregates(Field field);
  std::optional<Field> sole_measure(int table, Aggregate aggregate) const;
  std::optional<Field> amount_of(int table) const;
  Aggregate take_aggregate();
  std::optional<Field> stored_count(const Element& element) const;

  // read_extremes.cpp: the most, the oldest
  void add_extreme(const Element& element);
  void most_common(const Extreme& extreme, Field field);
  void extreme_by_adjective(const Extreme& extreme, const Element& element, bool table);
  bool order_by_adjective(const Extreme& extreme);
  void extreme_by_count(const Extreme& extreme, const Element& element);
  void extreme_by_column(const Extreme& extreme, Field field);
  bool is_left_ordered() const;
  bool order_by_first(const Element& element);
  void extreme_without_mention();
  bool is_to_be_ranked(const Extreme& extreme) const;
  void rank(const Extreme& extreme, Field field);
  std::optional<Field> default_measure(int dimension) const;
  bool is_attached() const;
  bool ranked_later() const;
  std::string_view size_nouns(const Element& element) const;
  bool is_one_of_its(Field field) const;
  void add_the_most(const Extreme& extreme, Field field, int counted);
  void late_extreme();
  void group_what_is_ranked();
  bool order_by_figure(const Extreme& extreme);

  // read_order.cpp: groups and order
  void add_group(const Element& element);
  void group_rows(int counted);
  void add_order(const Element& element);
  void order_direction(bool descending);
  void order_by_count();
  bool sort_by_left(bool descending);
  bool says_age() const;
  const Term& what_is_sorted() const;
  void order_by(Term term, bool descending, std::optional<std::int64_t> limit);
  bool turned(std::string_view nouns, Field field) const;

  // read_where.cpp: conditions
  bool is_item_again(const Element& element) const;
  void where_mention(const Element& element);
  void where_table(int table);
  void years_to_days(Condition& condition) const;
  void add_condition(Condition condition);
  void add_having(Condition condition);
  bool add_to_nested(const Condition& condition);
  bool excludes(const Condition& a, const Condition& b) const;
  bool intersect(const Condition& condition);
  bool means_both();
  Comparator take_comparator();

  // read_negation.cpp: what there is none of
  bool means_none(const Condition& condition, bool absent);
  bool shows_what_repeats() const;
  bool ask_of_parent();
  void exclude_what_is_left();
  void exclude(int table, std::optional<Condition> condition);

  // read_nested.cpp: comparisons with other rows and columns
  bool add_nested_aggregate();
  bool compare_columns(const Element& element);
  bool compare_with_row(const Element& element, Field field);
  bool compare_with_same();
  void compare_with_extreme(Aggregate aggregate);
  bool is_ranked_against() const;
  bool compare_with_others(const Element& element);

  // read_numbers.cpp: what a number is for
  void add_number(const Element& element);
  bool is_limit(const Element& element);
  bool is_limit_of(const Element& unit) const;
  bool is_text(const Element& element) const;
  bool is_from_to() const;
  bool is_left_done() const;
  void add_range_end(Condition& condition);
  void add_number_of(const Element& unit, Condition condition);
  std::optional<Field> measure_of_verb();
  std::optional<Field> age_of_rows(const Element& element, const Element* unit);
  bool add_ordinal(const Element& element);
  bool add_age(const Element& unit, Condition& condition);
  bool add_times(const Element* unit, Condition& condition);
  void take_up_last_left();
  bool add_compared(const Element& element, Condition& condition);
  bool add_alternative(Condition& condition);
  bool add_key(Condition& condition);
  bool add_year(const Element& element, Condition& condition);

  // read_values.cpp: what a value is compared with
  void take_up_last_pattern(const Element& element);
  bool names_rows(const Element& element) const;
  bool has_in_it(const Element& element) const;
  void add_value(const Element& element);
  std::optional<Field> column_of_value(bool like);
  std::vector<Sense> senses_of_value(const Element& element, std::optional<Field> left, bool like,
                                     std::size_t at) const;
  bool is_end(std::size_t token, const ColumnModel& column) const;
  double fit_of(const ValueHit& hit, std::optional<Field> left, std::size_t at) const;
  std::string as_stored(const Element& element, Field field) const;
  std::string pattern_of(const std::string& text) const;
  void add_flag();
  void add_dates(std::vector<Sense>& senses) const;
  bool add_full_name(const Element& element);
  void add_literal(Field field, std::string text);

  // read_star.cpp: what is special to facts and their calendar
  bool is_measure(Field field) const;
  bool is_fact_mention(const Element& element);
  std::optional<Field> measure_of(const Element& element, bool any);
  Term measured(Field field, Aggregate aggregate) const;
  Term compared(Field field) const;
  void add_fact_item(const Element& element);
  bool add_average_per(int table);
  std::optional<Field> day_field();
  std::optional<Field> date_of_verb(std::size_t span_begin) const;
  void on_period(const Element& element);
  void add_span(const Element& element);

  // shape_star.cpp: what a reading over facts still lacks
  void finish_star();
  void top_of_each();
  bool is_ranked() const;
  void add_partition(const Element& element);
  void exclude_versions_together();
  void list_once();
  void count_versions_once();
  void take_last_balances();
  void compare_with_groups();
  void shape();

  // read_finish.cpp: what any reading still lacks
  void finish();
  void count_each_once();
  void show_each_once();
  void drop_idle_group();
  bool is_plural(int table) const;
  void nest_shared_extreme();
  void count_groups();
  void sort_what_is_once();
  void take_as_numbers();
  void add_missing_groups();

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
  bool absent_ = false;              // of the comparator that was taken last
  bool some_ = false;                // of what is joined there is at least one
  bool nested_open_ = false;         // what follows belongs to the query within the last condition
  std::optional<Field> group_item_;  // shown because "for each" names its table
  std::size_t group_end_ = 0;        // the element behind the last group
  std::vector<int> nested_tables_;   // on the way to what there is none of
  std::optional<bool> direction_;
  std::int64_t limit_hint_ = 1;   // "which three cities"
  bool asks_for_groups_ = false;  // by, per, each
  std::optional<Term> counted_;   // by the first list of what is shown
  bool again_ = false;            // a second list of things to show
  std::size_t ignored_ = 0;
  std::size_t rivals_ = 0;
  std::vector<Meaning> meanings_;
};

}  // namespace dbx::answer
