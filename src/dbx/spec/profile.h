// The profile: how a spec is to be filled (design: seeding). It says nothing of the schema, so one
// spec has many: small ones for tests, large ones for load, dirty ones for data-quality tools.
// Read and printed by the same table of keys as a spec; pure functions, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/json.h"
#include "dbx/base/result.h"
#include "dbx/spec/spec.h"
#include "dbx/yaml/yaml.h"

namespace dbx::spec {

enum class Scenario {
  kTiny,    // a few hundred rows of each fact: for tests
  kDemo,    // the defaults
  kLoad,    // ten million rows of each fact
  kStress,  // a million rows, hot keys, wide values, storms of NULLs
};

// The days on which things happen. More days after `to` add rows and change none.
struct ProfileDates {
  std::string from;   // 2023-01-01
  std::string to;     // 2025-12-31
  std::string until;  // 2026-03-31: topped up to this day

  bool operator==(const ProfileDates&) const = default;
};

enum class Defect {
  kMissing,    // NULL where there was a value
  kMistyped,   // a slip of the keyboard in a text
  kOutlier,    // a number a hundred times too large
  kDuplicate,  // the row stands there again under another surrogate key
  kOrphaned,   // a foreign key that leads nowhere
  kLate,       // a date or time that is days later than it should be
};

struct Dirt {
  Defect kind = Defect::kMissing;
  std::string column;      // of all kinds but duplicate
  double rate = 0;         // of the table's rows, 0..1
  std::int64_t days = 30;  // late: at most so many

  bool operator==(const Dirt&) const = default;
};

// Of people and places: one, or a mixture.
struct ProfileLocale {
  std::string name;   // de, pt_BR
  double weight = 1;  // above 0

  bool operator==(const ProfileLocale&) const = default;
};

// Days that are busier or quieter than others, or on which nothing happens: `{on: us, closed:
// true}`,
// `{on: 4th thursday of november, factor: 3, days: 4}`.
struct ProfileDays {
  std::vector<std::string> on;   // rules, see seed/business_calendar.h
  std::optional<double> factor;  // 0 or more
  bool closed = false;           // factor 0
  std::int64_t days = 1;         // from each of them on

  bool operator==(const ProfileDays&) const = default;
};

struct ProfileColumn {
  std::string name;
  Rare<Fill> fill;
  std::optional<double> null_rate;

  bool operator==(const ProfileColumn&) const = default;
};

struct ProfileTable {
  std::string name;
  std::optional<std::int64_t> rows;
  std::vector<ProfileColumn> columns;
  std::vector<Dirt> dirt;
  std::vector<ProfileDays> calendar;  // in place of the profile's

  bool operator==(const ProfileTable&) const = default;
};

struct Profile {
  int version = 1;
  std::string warehouse;  // `for`: the spec it belongs to; empty: any
  std::string description;
  Scenario scenario = Scenario::kDemo;
  std::optional<std::int64_t> seed;
  std::optional<double> scale;
  ProfileDates dates;
  std::vector<ProfileLocale> locale;
  std::vector<ProfileDays> calendar;
  std::vector<ProfileTable> tables;

  bool operator==(const Profile&) const = default;
};

// Errors, located: those of YAML, unknown-key, missing-key, wrong-shape, unknown-value.
Result<Profile> parse_profile(std::string_view yaml, std::string_view file_name);
std::string print(const Profile& profile);
// As json_schema() in parse.h.
Json profile_json_schema();
// One of the scenarios by itself, by name; nothing where there is none of the name.
std::optional<Profile> built_in_profile(std::string_view name);
std::span<const std::string_view> built_in_profiles();

// The spec with the profile's fills in place of its own, everything in the profile that names a
// part of the spec checked. Errors, with pointers into the profile: profile-mismatch for another
// spec's profile or names that the spec has not, bad-profile for values out of range.
Result<Spec> with_profile(const Spec& spec, const Profile& profile);

}  // namespace dbx::spec
