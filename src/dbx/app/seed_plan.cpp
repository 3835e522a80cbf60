// Profile, wishes, plan; each says where it does not fit.
#include "dbx/app/seed_plan.h"

#include <fmt/format.h>

#include <map>

#include "dbx/app/spec_file.h"
#include "dbx/base/file.h"
#include "dbx/base/text.h"

namespace dbx::app {
namespace {

struct ReadProfile {
  spec::Profile profile;
  std::string text;  // empty: built in
  std::string file;
};

Result<ReadProfile> read_profile(const std::string& name) {
  ReadProfile read;
  if (name.empty()) return read;
  if (auto built_in = spec::built_in_profile(name)) {
    read.profile = std::move(*built_in);
    return read;
  }
  read.file = name;
  auto text = read_file(name);
  if (!text) {
    Diagnostics problems = std::move(text).error();
    std::string& hint = problems.front().hint;  // may name a file called alike
    hint += fmt::format("{}a profile is a file, or one of {}", hint.empty() ? "" : "; ",
                        fmt::join(spec::built_in_profiles(), ", "));
    return fail(std::move(problems));
  }
  read.text = std::move(*text);
  DBX_TRY(read.profile, spec::parse_profile(read.text, name));
  return read;
}

Diagnostics located_in(Diagnostics problems, const ReadProfile& read) {
  const auto document = yaml::parse(read.text, read.file, {});
  if (document) spec::locate(problems, *document);
  return problems;
}

// Where the spec holds what the profile says of a column: its fill, or the foreign key without a
// declared column. Empty: it does not.
std::string place_in(const spec::Spec& spec, const std::string& table, const std::string& column) {
  for (const spec::TablePlace& place : spec::all_tables(spec)) {
    if (place.table->name != table) continue;
    for (const auto& [columns, group] : {std::pair(&place.table->columns, "columns"),
                                         std::pair(&place.table->measures, "measures")}) {
      for (std::size_t i = 0; i < columns->size(); ++i) {
        if ((*columns)[i].name == column) {
          return fmt::format("{}/{}/{}/fill", place.pointer, group, i);
        }
      }
    }
    for (std::size_t k = 0; k < place.table->foreign_keys.size(); ++k) {
      if (place.table->foreign_keys[k].columns.front() == column) {
        return fmt::format("{}/foreign_keys/{}", place.pointer, k);
      }
    }
  }
  return "";
}

// What is wrong with a fill of the profile is shown in the profile, the rest in the spec.
Diagnostics located_in_either(Diagnostics problems, const ReadProfile& read, const spec::Spec& spec,
                              const std::string& file) {
  std::map<std::string, std::string> places;  // in the spec -> in the profile
  for (std::size_t t = 0; t < read.profile.tables.size(); ++t) {
    const spec::ProfileTable& table = read.profile.tables[t];
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (!table.columns[c].fill) continue;
      places[place_in(spec, table.name, table.columns[c].name)] =
          fmt::format("/tables/{}/columns/{}/fill", t, c);
    }
  }
  Diagnostics out;
  for (Diagnostic& problem : problems) {
    const auto moved = places.find(problem.where.pointer);
    if (moved != places.end()) problem.where.pointer = moved->second;
    Diagnostics one = {std::move(problem)};
    one = moved != places.end() ? located_in(std::move(one), read) : located(std::move(one), file);
    out.insert(out.end(), one.begin(), one.end());
  }
  return out;
}

void leave_out_orphans(seed::Options& options, Diagnostics& notes) {
  for (auto& [table, dirt] : options.dirt) {
    const auto taken = std::erase_if(
        dirt, [](const spec::Dirt& defect) { return defect.kind == spec::Defect::kOrphaned; });
    if (taken == 0) continue;
    Diagnostic note;
    note.code = Code::kDirtNotPossible;
    note.severity = Severity::kWarning;
    note.message =
        fmt::format("no rows of {} are orphaned: the database enforces its foreign keys", table);
    notes.push_back(std::move(note));
  }
}

}  // namespace

Result<PlannedSeed> plan_seed(const spec::Spec& spec, const std::string& file,
                              const SeedWishes& wishes, bool can_orphan, Diagnostics& notes) {
  DBX_TRY(ReadProfile read, read_profile(wishes.profile));
  auto changed = spec::with_profile(spec, read.profile);
  if (!changed) return fail(located_in(std::move(changed).error(), read));
  if (!wishes.until.empty()) read.profile.dates.until = wishes.until;
  auto options = seed::with_profile({}, read.profile);
  if (!options) return fail(located_in(std::move(options).error(), read));
  for (const auto& [table, rows] : wishes.rows) options->rows[table] = rows;
  options->scale = wishes.scale.value_or(options->scale);
  options->seed = wishes.seed.value_or(options->seed);
  if (!wishes.locale.empty()) options->locale = wishes.locale;
  if (!can_orphan) leave_out_orphans(*options, notes);
  auto plan = seed::make(*changed, *options);
  if (!plan) return fail(located_in_either(std::move(plan).error(), read, *changed, file));
  for (Diagnostic& note : located(plan->notes(), file)) notes.push_back(std::move(note));
  return PlannedSeed{std::move(*changed), std::move(*options), std::move(*plan)};
}

}  // namespace dbx::app
