// What the parts of the comparison share; inside this folder only. Changes are collected by phase:
// the order of the phases is the order in which a plan can run, and within one phase changes stand
// in the order in which they were found (names sorted, or dependencies first).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dbx/plan/plan.h"

namespace dbx::plan {

enum class Phase {
  kDropTriggers,     // triggers, policies, rules: they hold on to columns and functions
  kDropViews,        // and functions that name them: readers before what they read
  kLetGo,            // sequences that outlive the table whose column owns them
  kDropForeignKeys,  // before the keys and tables that they reference
  kLeaveParents,     // partitions and heirs, before what they have in common changes
  kDropKeys,         // other constraints, indexes
  kRenameKeys,       // to names that are free now
  kDropComputed,     // columns and defaults that go and come again
  kDropFunctions,    // those that go and come again, or name what goes
  kSaveRows,
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
  kComputed,
  kJoinParents,
  kRestoreRows,
  kOwners,  // of sequences
  kKeys,    // other constraints
  kIndexes,
  kForeignKeys,  // once every key that they reference is there
  kLateFunctions,
  kViews,  // what is read before its readers
  kTriggers,
  kSettings,
  kComments,
  kDropOthers,  // sequences, functions, types, schemas that nothing uses any more
  kCount,
};

using TableMap = std::map<Name, const schema::Table*>;
// tables.cpp. Valid while the schema lives unchanged.
TableMap tables_by_name(const schema::Schema& schema);

// How an index, or a key that stands on one, gets another name.
struct RenameWay {
  bool by_way_of_aside = false;  // another one has the name until it is dropped or renamed
  Phase phase = Phase::kRenameKeys;
};

// names.cpp: names that relations, indexes and keys share within a schema.
class RelationNames {
 public:
  RelationNames(const schema::Schema& from, const schema::Schema& to);
  RenameWay way(const Name& from, const Name& to) const;
  bool is_wanted(const Name& name) const { return after_.contains(name); }

 private:
  std::set<Name> parts_before_;      // free once keys, indexes and views are dropped
  std::set<Name> relations_before_;  // tables, sequences: free later
  std::set<Name> after_;
};

class Difference {
 public:
  // The schemas must outlive it.
  Difference(const schema::Schema& from, const schema::Schema& to) : from_(&from), to_(&to) {}

  void add(Phase phase, Change change) {
    phases_[static_cast<std::size_t>(phase)].push_back(std::move(change));
  }
  std::vector<Change> ordered();
  const std::vector<Change>& of(Phase phase) const {
    return phases_[static_cast<std::size_t>(phase)];
  }

  void unsupported(std::string_view object, std::string_view what, std::string hint = {});
  void note(Diagnostic note, Place about) {
    notes_.push_back(std::move(note));
    note_places_.push_back(std::move(about));
  }
  Diagnostics& problems() { return problems_; }
  Diagnostics& notes() { return notes_; }
  std::vector<Place>& note_places() { return note_places_; }
  // Made when it is first asked for: few plans rename an index.
  const RelationNames& relation_names();

  // Relations whose columns change under their readers.
  std::set<Name> touched;
  std::set<Name> dropped_tables;
  // Tables and the columns that get another type.
  std::map<Name, std::set<std::string>> retyped;
  // Of those, the columns whose type is made anew under its name.
  std::map<Name, std::set<std::string>> moved;
  // Tables that go and come again with their rows.
  std::set<Name> rebuilt;
  // remade.cpp: types and routines that go and come again, by their bare names; views that go,
  // whether or not they come again.
  std::set<std::string> remade;
  std::set<Name> going_views;
  std::set<const schema::Object*> remade_objects;  // of the schema that is compared from
  std::set<Name> replaced_types;                   // domains, composite and range types
  std::set<const schema::Object*> placed_objects;  // of either: stand among the views
  // Does the text speak of anything that goes and comes again?
  bool leans_on_remade(std::string_view text) const;
  // Is there a change that tables feel which do not change themselves?
  bool has_ripples() const {
    return !remade.empty() || !retyped.empty() || !moved.empty() || !rebuilt.empty() ||
           !replaced_types.empty() || !of(Phase::kDropComputed).empty();
  }
  bool is_retyped(const Name& table, const std::string& column) const {
    const auto found = retyped.find(table);
    return found != retyped.end() && found->second.contains(column);
  }

 private:
  const schema::Schema* from_;
  const schema::Schema* to_;
  std::optional<RelationNames> relation_names_;
  std::vector<Change> phases_[static_cast<std::size_t>(Phase::kCount)];
  Diagnostics problems_;
  Diagnostics notes_;
  std::vector<Place> note_places_;  // one a note
};

// compare.cpp: tables that are in both, column by column and key by key.
bool same_options(const schema::Table& a, const schema::Table& b);
void compare_table(const schema::Table& from, const schema::Table& to,
                   const schema::Schema& current, const schema::Schema& target,
                   Difference& difference);
// Comments of a table that is new (from: nullptr) or was there.
void compare_comments(const schema::Table* from, const schema::Table& to, Difference& difference);
// touched.cpp: which columns change under their readers, and which tables must be made anew.
void find_touched(const schema::Schema& from, const schema::Schema& to, Difference& difference);
// remade.cpp: what leans on something that goes, and so goes and comes with it.
void find_remade(const schema::Schema& from, const schema::Schema& to, Difference& difference);
// Can a routine or type be replaced where it stands?
bool replaces_in_place(const schema::Object& from, const schema::Object& to);
bool is_routine(const schema::Object& object);
// All before the body, which is bound when it is called; the whole of one that is bound at once.
std::string_view header_of(const schema::Object& object);
// area(integer, integer) -> area
std::string routine_name(const schema::Object& object);
// parents.cpp: a table with what it has of its parents: as it stands in a database; as a schema
// says.
schema::Table with_inherited(const schema::Table& table);
schema::Table with_parents(const schema::Schema& schema, const schema::Table& table);
// With what it keeps when it leaves its parents: as the database says, where the schema is one's;
// else as its schema says, keys named as `to`, which it is to become, or as PostgreSQL does.
schema::Table as_it_leaves(const schema::Schema& schema, const schema::Table& table,
                           const schema::Table& to);
// The table at the top of the partitions that the table is part of.
const schema::Table& root_of(const TableMap& tables, const schema::Table& table);
// Does a table stop being, or become, a part of others?
bool leaves_parents(const schema::Table& from, const schema::Table& to);
bool joins_parents(const schema::Table& from, const schema::Table& to);
// settings.cpp: after everything else is found.
void compare_settings(const schema::Schema& from, const schema::Schema& to, Difference& difference);
// keys.cpp
// `whole`: `to` with what it has of the parents that it joins.
void compare_keys(const schema::Table& from, const schema::Table& to, const schema::Table& whole,
                  Difference& difference);
// Foreign keys that stand in the way: over columns of another type, or to keys that go and come.
void detach_foreign_keys(const schema::Schema& from, const schema::Schema& to,
                         Difference& difference);

// tables.cpp: which come, which go; in which order; which foreign keys can be made with them.
void compare_tables(const schema::Schema& from, const schema::Schema& to, const Options& options,
                    Difference& difference);

// types.cpp: schemas, enums, domains, composite types.
void compare_types(const schema::Schema& from, const schema::Schema& to, Difference& difference);
// others.cpp: sequences, functions, triggers, extensions.
void compare_others(const schema::Schema& from, const schema::Schema& to, Difference& difference);
// views.cpp
void compare_views(const schema::Schema& from, const schema::Schema& to, Difference& difference);

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

// Does `text` hold `word` as a whole word or quoted name?
bool mentions(std::string_view text, std::string_view word);
// The words of a text, as `mentions` tells them apart.
std::vector<std::string_view> words_of(std::string_view text);
// `text` with the identifier `from`, quoted or not, as `to` (quoted where it must be).
std::string replace_identifier(std::string_view text, const std::string& from,
                               const std::string& to);

}  // namespace dbx::plan
