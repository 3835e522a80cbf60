// Planning one table: what its rows are (entities, combinations, days), which columns follow from
// that, and a generator for each of the rest. The steps run in the order in which they are
// declared; each only touches columns that no earlier step has settled. Used by one thread, while
// planning.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dbx/seed/carried.h"
#include "dbx/seed/fan_out.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/layout.h"
#include "dbx/seed/measure_rules.h"
#include "dbx/seed/seed.h"
#include "dbx/seed/table_model.h"
#include "dbx/seed/versions.h"
#include "dbx/spec/spec.h"

namespace dbx::seed {

// A table that is planned already, as its children see it.
struct Parent {
  const TableModel* model = nullptr;
  std::optional<DateRange> dates;                        // of a date dimension: row r is day r
  std::int64_t extra_days = 0;                           // of it, after `dates`: topped up
  std::shared_ptr<const Versions> versions;              // of a type-2 table
  std::map<std::string, IndexPtr, std::less<>> rows_of;  // its row -> its parent's, by table
  std::int64_t base_rows = 0;                            // without those of a top-up
  IndexPtr day;  // of a fact: its row -> the day of its first date, since 1970-01-01
};
using Parents = std::map<std::string, Parent, std::less<>>;

bool is_date_dimension(const spec::Table& table);

class TableBuilder final : public Siblings {
 public:
  struct Input {
    const spec::Spec& spec;
    spec::TablePlace place;
    std::int64_t rows;
    bool rows_by_default;  // then a unique column that runs out of values may ask for fewer rows
    const Options& options;
    bool referenced = false;  // by another table: then it is not topped up
    const Parents& parents;
  };
  explicit TableBuilder(const Input& input);

  // Errors, with pointers: bad-fill, unknown-generator, not-enough-values, cannot-fill.
  Result<std::unique_ptr<TableModel>> build();
  // After build(): what children need to know.
  Parent as_parent(const TableModel& model) const;
  // After build(): rows past the ones asked for, of the days past options.dates.
  std::int64_t extra_rows() const { return extra_rows_; }
  // After build(): the rows asked for, or as many as the parents' shares come to, and then why.
  std::int64_t rows() const { return rows_; }
  const std::string& rows_why() const { return rows_why_; }
  bool shared_out() const { return fan_out_.layout != nullptr; }
  // After build(): what it did otherwise than it was asked to.
  Diagnostics take_notes() { return std::move(notes_); }
  // After a build() that failed: as many rows as there is room for, where that is known.
  std::optional<std::int64_t> rows_possible() const { return rows_possible_; }

  Result<const Generator*> sibling(std::string_view column) override;
  const spec::Column* find(std::string_view column) const override;
  Result<Reached> reach(std::string_view path) override;  // reach.cpp
  Timeline timeline() const override;                     // dates.cpp

 private:
  // A column on its way to a ColumnModel.
  struct Slot {
    enum class State { kOpen, kBuilding, kBuilt };
    spec::Column column;
    spec::Origin origin = spec::Origin::kColumn;
    int foreign_key = -1;  // the key whose column it is, at any position
    std::size_t key_position = 0;
    std::string pointer;
    State state = State::kOpen;
    bool settled = false;    // `generator` (or `fill`) was decided by a step
    bool injective = false;  // different rows have different values
    bool unique = false;     // must be made so
    IndexPtr index;          // ask the generator for index(row); `index_rows` of them
    std::int64_t index_rows = 0;
    std::optional<Carry> carry;      // of a level in a snapshot; `index` is then the entity's
    std::optional<spec::Fill> fill;  // decided by a step
    GeneratorPtr generator;
    std::string generator_name;
    std::string why;
    std::optional<double> null_rate;
    std::string null_stream;
  };
  // Something that happens on a day: its own date columns, and keys of date dimensions.
  struct Event {
    std::string stem;
    int rank = 0;
    std::vector<Slot*> columns;
    std::vector<std::size_t> foreign_keys;
    IndexPtr day;  // row -> day of dates_, 0 the first
  };
  // Of a unique group of columns: what one of them is.
  struct Member {
    enum class Kind { kEntity, kDay, kParent, kSmall };
    Kind kind;
    Slot* slot = nullptr;         // kEntity, kSmall
    std::size_t event = 0;        // kDay
    std::size_t foreign_key = 0;  // kParent
    std::int64_t first = 0;       // kSmall
    std::int64_t size = 0;
  };

  // The foreign key whose parents share out the rows exactly, if any does.
  struct SharedOut {
    std::size_t foreign_key = 0;
    std::shared_ptr<const FanOut> layout;
    std::string each;  // "1 to 5"
  };
  // A column of a header, and the column of its lines that adds up to it.
  struct Total {
    Slot* part = nullptr;
    std::size_t foreign_key = 0;
    std::string of;  // a path, as reach() takes it
    std::string parent_column;
  };

  // Steps
  void collect_columns();
  Status find_events();
  Status find_fan_out();
  void note_top_up();
  void settle_surrogate_key();
  Status settle_date_dimension();
  Status settle_unique_groups();
  Status settle_foreign_keys();
  void settle_events();
  void settle_history();
  void settle_measures();
  Status settle_correlations();
  Status build_columns();
  Status check_correlations();

  // keys.cpp
  std::vector<std::vector<std::string>> unique_groups() const;
  Status settle_group(const std::vector<std::string>& group);
  Status settle_single(Slot& slot);
  std::int64_t key_days() const;
  IndexPtr on_open_days(IndexPtr nth) const;
  std::vector<Member> members_of(const std::vector<std::string>& group);
  void settle_entities(const Member& entity, std::vector<Member>& members);
  Status settle_combinations(std::vector<Member> members, const std::vector<std::string>& group);
  void settle_member(const Member& member, IndexPtr index);
  void settle_versions();
  IndexPtr entity_index() const;  // row -> entity; nothing where rows have none
  // entities.cpp: what tells the rows of one entity, or of one parent, apart
  template <class Layout>
  void settle_carrier(const Member& carrier, std::shared_ptr<const Layout> layout,
                      std::int64_t rows_max);
  Status settle_shared(const std::vector<Member>& members, const std::vector<std::string>& group);

  // shared.cpp
  Result<std::optional<std::size_t>> asked_fan_out(FanOutRule& rule, std::string& pointer);
  Status check_fan_out(std::size_t foreign_key) const;
  Status share_out(std::size_t foreign_key, const FanOutRule& rule, const std::string& pointer);
  std::optional<Total> asked_total();
  std::optional<Total> inferred_total();
  void settle_total();
  bool rows_by_default() const { return input_.rows_by_default && !shared_out(); }

  // snapshot.cpp, measures.cpp
  Result<bool> settle_snapshot(const std::vector<Member>& members);
  void settle_carried();
  void borrow_level(Slot& slot);
  bool is_open_measure(const Slot& slot) const;
  bool depends(const Slot& slot, const Slot& other);
  Slot* operand_of(std::string_view patterns, const Slot& result);
  std::optional<spec::Fill> follow(const MeasureRule& rule, const Slot& result);
  void settle_days_between();
  void settle_by_rules();
  void settle_rates();
  Slot* settle_whole();
  void settle_priced(Slot& amount, Slot& quantity, std::string_view patterns);
  void settle_parts(const Slot* whole);

  // history.cpp
  IndexPtr valid_version(std::size_t foreign_key, IndexPtr parent_row) const;

  // row -> the parent's row, for the tables that one key alone refers to
  std::map<std::string, IndexPtr, std::less<>> parent_rows() const;

  // references.cpp, dates.cpp
  Status settle_foreign_key(Slot& slot);
  IndexPtr parent_row_of(std::size_t foreign_key, const Slot& slot);
  IndexPtr row_by_owner(std::size_t foreign_key);
  Status settle_self_reference(Slot& slot, const std::string& target);
  Status settle_cycle(Slot& slot);
  void find_event_keys();
  std::vector<Slot*> own_dates();
  void order_events();
  IndexPtr end_of_term(const IndexPtr& begin);
  void settle_event_columns(std::size_t position, const std::string& why_order);
  void settle_event_keys(std::size_t position, const std::string& why_order);

  // dates.cpp
  bool is_header(std::size_t foreign_key) const;

  // reach.cpp
  Result<std::size_t> key_towards(std::string_view head) const;

  // build.cpp
  Result<GeneratorPtr> make(Slot& slot);
  Result<GeneratorPtr> make_drawn(Slot& slot);
  Result<GeneratorPtr> make_inferred(Slot& slot, const Request& request);
  Status build(Slot& slot);
  double null_rate_of(const Slot& slot) const;
  std::optional<double> asked_null_rate(const Slot& slot) const;  // by a profile
  bool may_be_wide(const Slot& slot) const;
  void settle(Slot& slot, GeneratorPtr generator, std::string name, std::string why);
  void settle_fill(Slot& slot, spec::Fill fill, std::string why);
  Slot* slot_of(std::string_view column);
  Diagnostics located(Diagnostics diagnostics, const std::string& pointer) const;
  const Parent* parent_of(const spec::ForeignKey& key) const;
  bool is_self(const spec::ForeignKey& key) const { return key.references.table == table_.name; }
  std::string key_name(std::size_t foreign_key) const;

  const Input input_;
  const spec::Table& table_;
  std::int64_t rows_;
  std::string rows_why_;
  std::uint64_t key_;
  DateRange dates_;  // without the days of a top-up
  bool is_date_dimension_;
  CalendarPtr calendar_;
  std::vector<Slot> slots_;
  std::vector<Event> events_;
  std::vector<IndexPtr> parent_rows_;  // one a foreign key; empty: not decided yet
  std::shared_ptr<const EntityLayout> entities_;
  SharedOut fan_out_;
  std::optional<Total> total_;                // that was not asked for
  std::vector<std::int64_t> open_days_;       // of dates_; empty: all of them
  Periods snapshot_;                          // no entities: not a snapshot
  std::shared_ptr<const Versions> versions_;  // of a type-2 table
  std::int64_t extra_days_ = 0;
  std::int64_t extra_rows_ = 0;
  std::uint64_t level_key_ = 0;
  std::optional<std::int64_t> rows_possible_;
  std::vector<std::size_t> distinct_places_;
  std::map<std::string, Latent, std::less<>> latents_;  // of correlated columns
  Diagnostics notes_;
};

}  // namespace dbx::seed
