// Edits of a spec in its author's own words: the text changes where it must and stays byte for byte
// as it was elsewhere - comments, order, flow or block style. Pure functions, thread-safe.
//
// To add a kind of edit: a struct here, its two sides in edit.cpp (what it does to the tree, what
// to the text), a case in tests/spec/edit_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/spec/spec.h"

namespace dbx::spec {

// Every mention follows: foreign keys and what they reference, grain, keys, indexes, partitioning,
// hierarchies, rates, checks, generator settings, synonyms, engines' types. `renamed_from` is
// added, so that data survives. SQL of views and tests is not rewritten: a warning names it.
struct RenameTable {
  std::string table;
  std::string to;
};
struct RenameColumn {  // or a measure
  std::string table;
  std::string column;
  std::string to;
};
struct AddColumn {  // at the end of the table's columns, in the style of the last one
  std::string table;
  Column column;
};
struct AddMeasure {
  std::string table;
  Column measure;
};
struct AddForeignKey {
  std::string table;
  ForeignKey key;
};
struct AddTable {  // at the end of its kind's list
  Table table;
};
struct SetHistory {
  std::string table;
  History history;
};
struct RemoveForeignKey {  // by its first column
  std::string table;
  std::string column;
};
// Refused where something else still mentions it.
struct RemoveTable {
  std::string table;
};
struct RemoveColumn {  // or a measure
  std::string table;
  std::string column;
};
using Edit = std::variant<RenameTable, RenameColumn, AddColumn, AddMeasure, AddForeignKey, AddTable,
                          SetHistory, RemoveForeignKey, RemoveTable, RemoveColumn>;

struct Edited {
  std::string text;
  Spec spec;          // what the text says now
  Diagnostics notes;  // warnings, located in the text as it was, with pointers that hold in both
};

// One edit of a spec without errors. Errors: unknown-table, unknown-column, duplicate-name,
// still-mentioned (one for each mention, located), edit-not-safe where the text is written in a way
// that cannot be edited by place.
Result<Edited> edit(std::string text, std::string_view file_name, const Edit& edit);

}  // namespace dbx::spec
