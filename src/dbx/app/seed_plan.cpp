// Profile, wishes, plan; each says where it does not fit.
#include "dbx/app/seed_plan.h"

#include <fmt/format.h>

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
    if (problems.front().hint.empty()) {
      problems.front().hint = "a profile is a file, or one of tiny, demo, load, stress";
    }
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
  if (!plan) return fail(located(std::move(plan).error(), file));
  for (Diagnostic& note : located(plan->notes(), file)) notes.push_back(std::move(note));
  return PlannedSeed{std::move(*changed), std::move(*options), std::move(*plan)};
}

}  // namespace dbx::app
