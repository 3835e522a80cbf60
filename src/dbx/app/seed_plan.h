// From a spec, a profile and what the command line says to a plan of rows.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/seed/seed.h"
#include "dbx/spec/spec.h"

namespace dbx::app {

// What the user asked for; the command line wins over the profile, the profile over the spec.
struct SeedWishes {
  std::string profile;                       // a file, or tiny, demo, load, stress; empty: none
  std::map<std::string, std::int64_t> rows;  // by table
  std::optional<double> scale;
  std::optional<std::uint64_t> seed;
  std::vector<seed::LocaleShare> locale;
  std::string until;  // a date: topped up to this day
};

struct PlannedSeed {
  spec::Spec spec;  // with the profile's fills
  seed::Options options;
  seed::SeedPlan plan;
};

// `file`: where the spec came from, for messages; may be empty. `can_orphan` false: the database
// itself holds foreign keys, so rows without a parent cannot be (noted). Errors: of the profile's
// reading, profile-mismatch, bad-profile, those of seed::make.
Result<PlannedSeed> plan_seed(const spec::Spec& spec, const std::string& file,
                              const SeedWishes& wishes, bool can_orphan, Diagnostics& notes);

}  // namespace dbx::app
