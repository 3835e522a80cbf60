// YAML <-> Spec. Which keys exist, their shapes and meanings stand in one table (spec/fields.cpp)
// that drives reading and printing. Pure functions, thread-safe.
#pragma once

#include <string>
#include <string_view>

#include "dbx/base/json.h"
#include "dbx/base/result.h"
#include "dbx/spec/spec.h"
#include "dbx/yaml/yaml.h"

namespace dbx::spec {

// A spec with the document it came from, so that later findings can be located.
struct Source {
  Spec spec;
  yaml::Document document;
  Diagnostics notes;  // errors too, where the text was YAML but not all of it a spec
};

// Reads as much as can be read: fails only where the text is not YAML at all. `notes` then holds
// every error (unknown keys, wrong shapes, unknown types), warning and note, located.
Result<Source> read(std::string yaml, std::string_view file_name, const yaml::Limits& limits = {});
// The same, but any error fails.
Result<Spec> parse(std::string_view yaml, std::string_view file_name);

// Canonical YAML. parse(print(s)) == s.
std::string print(const Spec& spec);
// The same as a tree, for callers that add comments before yaml::print.
yaml::Node to_node(const Spec& spec);

// What read() takes, as JSON Schema (draft-07), for editors; from the table of keys that drives it.
// Types, names and meaning are beyond a JSON Schema: `dbx validate` holds those.
Json json_schema();

// Fills in file, line and column of diagnostics that carry only a pointer.
void locate(Diagnostics& diagnostics, const yaml::Document& document);

}  // namespace dbx::spec
