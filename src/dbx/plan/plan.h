// The plan: typed changes that turn one schema into another, in an order that can run, with risks.
// Knows no engine: a dialect writes it. Deterministic: the order of tables and columns in the input
// changes no byte of the output.
// To add a kind of change: a struct here, a name in the variant, a line in describe.cpp, the place
// that finds it (compare.cpp, others.cpp); every dialect's std::visit stops compiling until it can
// write it.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/schema/schema.h"

namespace dbx::plan {

using schema::Name;

enum class Risk { kLow, kMedium, kHigh };
std::string_view name(Risk risk);

struct AddNamespace {
  schema::Namespace space;
};
struct DropNamespace {
  schema::Namespace space;
};
struct AddEnum {
  schema::Enum item;
};
struct DropEnum {
  schema::Enum item;
};
// Values were added to it and none of them is used by this plan: in place.
struct AddEnumValues {
  schema::Enum from;
  schema::Enum to;
};
// Values went, moved, or are used at once: a new type takes the place of the old.
struct ReplaceEnum {
  schema::Enum from;
  schema::Enum to;
};
struct AddSequence {
  schema::Sequence sequence;  // its owner follows as SetSequenceOwner
};
struct DropSequence {
  schema::Sequence sequence;
};
struct AlterSequence {
  schema::Sequence from;
  schema::Sequence to;
};
struct SetSequenceOwner {
  schema::Sequence sequence;
};
struct AddObject {
  schema::Object object;
};
struct DropObject {
  schema::Object object;
};
// A domain of another type, a composite of other attributes: a new type takes the place of the old
// in the columns that are of it.
struct ReplaceType {
  schema::Object from;
  schema::Object to;
};
// A type that goes makes room for a relation of its name while columns are still of it.
struct RenameType {
  Name from;
  std::string to;
  bool is_domain = false;
};
// In place: CREATE OR REPLACE.
struct ReplaceObject {
  schema::Object from;
  schema::Object to;
};

struct AddTable {
  schema::Table table;  // with the foreign keys that can be made with it
};
struct DropTable {
  schema::Table table;
  bool rows_saved = false;  // it is made anew, and its rows come back
};
struct RenameTable {
  Name from;
  Name to;
};
// Options, logging, row security: all but columns and constraints.
struct AlterTable {
  schema::Table from;
  schema::Table to;
};

// A table is made anew where nothing can change it in place: its rows wait aside...
struct SaveRows {
  schema::Table table;
  Name aside;
};
// ... and come back, by way of `into` where that is the table whose partition it is.
struct RestoreRows {
  Name aside;
  schema::Table from;
  schema::Table into;
};
// A table becomes a partition of another one (with a bound), or inherits from it; or stops.
struct JoinParent {
  Name table;
  Name parent;
  std::optional<schema::Expression> bound;
};
struct LeaveParent {
  Name table;
  Name parent;
  bool is_partition = false;
};

struct AddColumn {
  Name table;
  schema::Column column;
  // On the way back to a column that must have values and has no default: rows that are there get
  // the neutral value of its type. What stood there is lost.
  bool fill_rows = false;
};
struct DropColumn {
  Name table;
  schema::Column column;
};
struct RenameColumn {
  Name table;
  std::string from;
  std::string to;
};
// Type, nullability, default, identity, generation, collation; the name is the same.
struct AlterColumn {
  Name table;
  schema::Column from;
  schema::Column to;
};

struct PrimaryKey {
  schema::Key key;
  bool operator==(const PrimaryKey&) const = default;
};
struct UniqueKey {
  schema::Key key;
  bool operator==(const UniqueKey&) const = default;
};
using Constraint =
    std::variant<PrimaryKey, UniqueKey, schema::Check, schema::Exclusion, schema::ForeignKey>;
const std::string& name_of(const Constraint& constraint);

struct AddConstraint {
  Name table;
  Constraint constraint;
};
struct DropConstraint {
  Name table;
  Constraint constraint;
};
struct RenameConstraint {
  Name table;
  Constraint constraint;  // as it is called before
  std::string to;
};
// A foreign key whose rows were not looked at when it was made is to hold for all.
struct ValidateConstraint {
  Name table;
  std::string name;
};

struct AddIndex {
  Name table;  // or materialised view
  schema::Index index;
};
struct DropIndex {
  Name table;
  schema::Index index;
};
struct RenameIndex {
  Name table;
  std::string from;
  std::string to;
};

struct AddView {
  schema::View view;
};
struct DropView {
  schema::View view;
};

enum class CommentOn {
  kTable,
  kColumn,
  kView,
  kMaterializedView,
  kNamespace,
  kEnum,
  kSequence,
  kObject
};
struct SetComment {
  CommentOn on = CommentOn::kTable;
  Name name;
  std::string column;  // of kColumn
  std::string comment;
  std::string previous;
  schema::Object object = {};  // of kObject
};

// What the engine keeps beside a relation or a part of it: from one value to another; empty: as is
// usual.
struct SetSetting {
  Name relation;
  bool of_view = false;
  schema::SettingKind kind = schema::SettingKind::kReplicaIdentity;
  std::string of;
  std::string from;
  std::string to;
};

// A new kind of change breaks every dialect's std::visit at compile time.
using Change =
    std::variant<AddNamespace, DropNamespace, AddEnum, DropEnum, AddEnumValues, ReplaceEnum,
                 AddSequence, DropSequence, AlterSequence, SetSequenceOwner, AddObject, DropObject,
                 ReplaceType, RenameType, ReplaceObject, AddTable, DropTable, RenameTable,
                 AlterTable, SaveRows, RestoreRows, JoinParent, LeaveParent, AddColumn, DropColumn,
                 RenameColumn, AlterColumn, AddConstraint, DropConstraint, RenameConstraint,
                 ValidateConstraint, AddIndex, DropIndex, RenameIndex, AddView, DropView,
                 SetComment, SetSetting>;

struct Described {
  std::string_view kind;  // add-column
  std::string object;     // dim_company.region
  Risk risk = Risk::kLow;
  std::string reason = {};  // why the risk is what it is; may be empty
  bool breaking = false;    // loses data; needs --allow-breaking
};
Described describe(const Change& change);
// The table (or view) that a change alters in place; nothing for a change of whole tables, types
// and the rest.
Name altered_table(const Change& change);

// What an engine can do decides the shape of some changes.
struct Options {
  // Foreign keys are part of CREATE TABLE and nothing else (DuckDB, SQLite).
  bool foreign_keys_inline = false;
};

struct ColumnRenames {
  Name table;  // as it is called after
  std::vector<std::pair<std::string, std::string>> columns;
};

// What of the target a note is about.
struct Place {
  Name table;
  std::string column;  // empty: the table itself
};

struct Plan {
  schema::Schema current;  // canonical
  schema::Schema renamed;  // current, with what is renamed under its new name
  schema::Schema target;   // canonical
  std::vector<RenameTable> renamed_tables;
  std::vector<ColumnRenames> renamed_columns;
  std::vector<Change> changes;
  Diagnostics notes;               // possible-rename
  std::vector<Place> note_places;  // one a note
  Options options;

  bool empty() const { return changes.empty(); }
};

// Errors: unsupported-change, one for each difference that no change can express.
Result<Plan> make(const schema::Schema& current, const schema::Schema& target,
                  const Options& options = {});
// The way back: from plan.target to plan.current, renames included; columns that must have values
// and come back empty are filled (AddColumn::fill_rows).
Result<Plan> reverse(const Plan& plan);

// The target of `plan` with every table, column and value that it would lose kept: what can be
// planned without losing data.
schema::Schema keep_dropped(const Plan& plan);

// Is `type` the named type, or an array of it?
bool is_of_type(const spec::Type& type, const Name& name);
// Does a value of the one type always fit the other, and come back the same?
bool is_widening(const spec::Type& from, const spec::Type& to);

}  // namespace dbx::plan
