// What the parts of the comparison share; inside this folder only. Changes are collected by phase:
// the order of the phases is the order in which a plan can run, and within one phase changes stand
// in the order in which they were found (names sorted, or dependencies first).
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "dbx/plan/plan.h"

namespace dbx::plan {

enum class Phase {
  kDropTriggers,     // triggers, policies, rules: they hold on to columns and functions
  kDropViews,        // readers before what they read
  kDropFunctions,    // those that name tables
  kDropForeignKeys,  // before the keys and tables that they reference
  kDropKeys,         // other constraints, indexes
  kDropTables,
  kRenames,
  kNamespaces,
  kTypes,  // extensions, enums, domains
  kSequences,
  kFunctions,  // defaults and checks may call them
  kTables,
  kAddColumns,
  kAlterColumns,
  kDropColumns,
  kOwners,  // of sequences
  kKeys,    // other constraints
  kIndexes,
  kForeignKeys,  // once every key that they reference is there
  kLateFunctions,
  kViews,  // what is read before its readers
  kTriggers,
  kComments,
  kDropOthers,  // sequences, functions, types, schemas that nothing uses any more
  kCount,
};

using TableMap = std::map<Name, const schema::Table*>;
// tables.cpp. Valid while the schema lives unchanged.
TableMap tables_by_name(const schema::Schema& schema);

class Difference {
 public:
  void add(Phase phase, Change change) {
    phases_[static_cast<std::size_t>(phase)].push_back(std::move(change));
  }
  std::vector<Change> ordered();

  void unsupported(std::string_view object, std::string_view what, std::string hint = {});
  void note(Diagnostic note, Place about) {
    notes_.push_back(std::move(note));
    note_places_.push_back(std::move(about));
  }
  Diagnostics& problems() { return problems_; }
  Diagnostics& notes() { return notes_; }
  std::vector<Place>& note_places() { return note_places_; }

  // Relations whose columns changed under their readers.
  std::set<Name> touched;
  std::set<Name> dropped_tables;
  // Tables and the columns that get another type.
  std::map<Name, std::set<std::string>> retyped;

 private:
  std::vector<Change> phases_[static_cast<std::size_t>(Phase::kCount)];
  Diagnostics problems_;
  Diagnostics notes_;
  std::vector<Place> note_places_;  // one a note
};

// compare.cpp: tables that are in both, column by column and key by key.
void compare_table(const schema::Table& from, const schema::Table& to, Difference& difference);
// Comments of a table that is new (from: nullptr) or was there.
void compare_comments(const schema::Table* from, const schema::Table& to, Difference& difference);
// keys.cpp
void compare_keys(const schema::Table& from, const schema::Table& to, Difference& difference);
// Foreign keys that stand in the way: over columns of another type, or to keys that go and come.
void detach_foreign_keys(const schema::Schema& from, const schema::Schema& to,
                         Difference& difference);

// tables.cpp: which come, which go; in which order; which foreign keys can be made with them.
void compare_tables(const schema::Schema& from, const schema::Schema& to, const Options& options,
                    Difference& difference);

// others.cpp: schemas, types, sequences, functions, triggers.
void compare_types(const schema::Schema& from, const schema::Schema& to, Difference& difference);
void compare_others(const schema::Schema& from, const schema::Schema& to,
                    const std::set<Name>& rebuilt_views, Difference& difference);
// views.cpp: returns the views that are dropped and made again.
std::set<Name> compare_views(const schema::Schema& from, const schema::Schema& to,
                             Difference& difference);

// renames.cpp: `current` with everything that `target` says was renamed under its new name; the
// changes that do so.
struct Renamed {
  schema::Schema schema;
  std::vector<RenameTable> tables;
  std::vector<ColumnRenames> columns;
};
Renamed apply_renames(const schema::Schema& current, const schema::Schema& target,
                      Difference& difference);
// A likely rename that nobody said.
void note_possible_renames(const schema::Schema& from, const schema::Schema& to,
                           Difference& difference);

// Is `type` the enum or other named type, or an array of it?
bool is_of_type(const spec::Type& type, const Name& name);
// Does `text` hold `word` as a whole word or quoted name?
bool mentions(std::string_view text, std::string_view word);
// The words of a text, as `mentions` tells them apart.
std::vector<std::string_view> words_of(std::string_view text);
// `text` with the identifier `from`, quoted or not, as `to` (quoted where it must be).
std::string replace_identifier(std::string_view text, const std::string& from,
                               const std::string& to);

}  // namespace dbx::plan
