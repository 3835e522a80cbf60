// Edits of whatever reads as a spec: refused with a reason, or made so that the text says it.
#include "dbx/spec/edit.h"

#include "../targets.h"
#include "dbx/spec/parse.h"

namespace dbx::fuzz {
namespace {

void try_edit(std::string_view input, const spec::Edit& wish) {
  const auto edited = spec::edit(std::string(input), "input.yml", wish);
  if (!edited) {
    require(!edited.error().empty(), "a failure without a word");
    require(edited.error()[0].code != Code::kInternal, "an internal error");
    return;
  }
  const auto read = spec::parse(edited->text, "edited.yml");
  require(read.has_value() && *read == edited->spec, "the edited text says something else");
}

}  // namespace

void fuzz_edit(std::string_view input) {
  const auto source = spec::read(std::string(input), "input.yml");
  if (!source || has_errors(source->notes)) return;
  const auto places = spec::all_tables(source->spec);
  if (places.empty()) return;
  const spec::Table& table = *places[input.size() % places.size()].table;
  spec::Column column;
  column.name = "added";
  column.type = spec::read_type("INT").type;
  try_edit(input, spec::RenameTable{table.name, "it's: renamed"});
  try_edit(input, spec::AddColumn{table.name, column});
  try_edit(input, spec::RemoveTable{table.name});
  if (table.columns.empty()) return;
  const spec::Column& first = table.columns[input.size() % table.columns.size()];
  try_edit(input, spec::RenameColumn{table.name, first.name, "renamed"});
  try_edit(input, spec::RemoveColumn{table.name, first.name});
}

}  // namespace dbx::fuzz
