// A spec in other notations: a table of formats, each a pure function from a spec to text.
// To add one: formats/<name>.cpp with the function, a line here and one in export.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "dbx/base/result.h"
#include "dbx/spec/spec.h"

namespace dbx::exporting {

struct Format {
  std::string_view name;       // "mermaid"
  std::string_view summary;    // one line for a list
  std::string_view extension;  // of a file, with the dot
  std::string (*write)(const spec::Spec& spec);
};

std::span<const Format> formats();
// Errors: usage, naming the formats there are.
Result<const Format*> find_format(std::string_view name);

// An entity-relationship diagram (mermaid.js.org, erDiagram): every table with its columns in
// physical order, PK/FK/UK marks, and a relation per foreign key, labelled by its role.
std::string mermaid(const spec::Spec& spec);

}  // namespace dbx::exporting
