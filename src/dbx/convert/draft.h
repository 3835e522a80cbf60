// What a source says, as it says it: names of any kind, several schemas, keys that may lead
// nowhere, each with its place in the file. `fit` makes a schema of it that a spec can hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/convert/lines.h"
#include "dbx/schema/schema.h"

namespace dbx::convert {

struct QualifiedName {
  std::string schema;  // empty: none named, or PostgreSQL's `public`
  std::string name;

  bool operator==(const QualifiedName&) const = default;
};
std::string print(const QualifiedName& name);

template <class T>
struct Placed {
  T value;
  Location where;
};

struct DraftForeignKey {
  schema::ForeignKey key;  // `table` is filled in by fit; no referenced columns: the primary key
  QualifiedName references;
  std::size_t target = 0;  // its table in the draft; set by fit
  Location where;
};

struct DraftTable {
  QualifiedName name;
  Location where;
  std::string comment;
  std::vector<Placed<schema::Column>> columns;
  std::optional<Placed<schema::Key>> primary_key;
  std::vector<Placed<schema::Key>> uniques;
  std::vector<DraftForeignKey> foreign_keys;
  std::vector<Placed<schema::Check>> checks;
  std::vector<Placed<schema::Index>> indexes;

  schema::Column* find_column(std::string_view column);
};

// A type of the source that is a list of words: its columns become TEXT with a check.
struct Enumeration {
  QualifiedName name;
  std::vector<std::string> labels;
};

struct Draft {
  std::vector<DraftTable> tables;
  std::vector<Enumeration> enumerations;
  Diagnostics notes;

  // The table of this name; of one without a schema also the only one in any schema.
  DraftTable* find_table(const QualifiedName& name);
  const Enumeration* find_enumeration(const QualifiedName& name) const;
  // `what` is left out or changed: info[not-modelled].
  void note(const Location& where, std::string what, std::string hint = {});
};

// "status" IN ('open', 'closed')
std::string labels_check(std::string_view column, const Enumeration& enumeration);
// 'it''s'
std::string sql_literal(std::string_view text);

// The type as the spec writes it; what is no type of the whitelist becomes engine:"TEXT".
spec::Type read_type(const std::string& text, const Location& where, Draft& draft);

// Names become identifiers of a spec, keys lead somewhere, rings of keys are opened. Everything
// that changes or goes is noted in `draft`.
schema::Schema fit(Draft& draft);

}  // namespace dbx::convert
