// Profiles: read, printed, laid over a spec; everything wrong with them is found and located.
#include "dbx/spec/profile.h"

#include <gtest/gtest.h>

#include "dbx/spec/parse.h"

namespace dbx::spec {
namespace {

constexpr const char* kSpec = R"(version: 1
warehouse: shop
entities:
  dimensions:
    - name: dim_customer
      surrogate_key: customer_key
      columns:
        - {name: email, type: VARCHAR(100)}
        - {name: code, type: VARCHAR(10), nullable: false}
)";

constexpr const char* kProfile = R"(version: 1
for: shop
scenario: load
seed: 7
scale: 2.5
dates:
  from: "2024-01-01"
  until: "2026-02-01"
locale:
  de: 0.7
  fr: 0.3
calendar:
  - {"on": [us, "12-24"], closed: true}
  - {"on": 4th thursday of november, factor: 2.5, days: 4}
tables:
  - name: dim_customer
    rows: 1000
    columns:
      - {name: email, fill: {generator: constant, value: x@example.com}, null_rate: 0.25}
    dirt:
      - {kind: missing, column: email, rate: 0.01}
)";

Spec shop() { return *parse(kSpec, "spec.yml"); }

// "code pointer: message" of what is wrong.
std::string wrong(const std::string& profile) {
  const auto parsed = parse_profile(profile, "p.yml");
  if (!parsed) {
    const Diagnostic& first = parsed.error().front();
    return std::string(name(first.code)) + " line " + std::to_string(first.where.line);
  }
  const auto changed = with_profile(shop(), *parsed);
  if (changed) return "nothing";
  const Diagnostic& first = changed.error().front();
  return std::string(name(first.code)) + " " + first.where.pointer + ": " + first.message;
}

TEST(profile, reads_and_prints_the_same) {
  const auto profile = parse_profile(kProfile, "p.yml");
  ASSERT_TRUE(profile) << profile.error().front().message;
  EXPECT_EQ(profile->scenario, Scenario::kLoad);
  EXPECT_EQ(*profile->scale, 2.5);
  EXPECT_EQ(profile->locale[0].weight, 0.7);
  EXPECT_EQ(profile->tables[0].dirt[0].kind, Defect::kMissing);
  EXPECT_EQ(profile->tables[0].dirt[0].days, 30);
  EXPECT_TRUE(profile->calendar[0].closed);
  EXPECT_EQ(*profile->calendar[1].factor, 2.5);
  EXPECT_EQ(profile->calendar[1].days, 4);
  EXPECT_EQ(print(*profile), kProfile);
  const Spec changed = *with_profile(shop(), *profile);
  EXPECT_EQ(changed.dimensions[0].columns[0].fill->generator, "constant");
}

TEST(profile, built_in_ones_are_the_scenarios) {
  for (const char* name : {"tiny", "demo", "load", "stress"}) {
    ASSERT_TRUE(built_in_profile(name)) << name;
  }
  EXPECT_FALSE(built_in_profile("huge"));
  EXPECT_EQ(built_in_profiles().size(), 4U);
  EXPECT_EQ(built_in_profile("stress")->scenario, Scenario::kStress);
}

TEST(profile, what_is_wrong_is_said_where_it_stands) {
  const std::string head = "version: 1\ntables:\n  - name: dim_customer\n";
  const std::pair<std::string, std::string> cases[] = {
      {"version: 2\n", "bad-profile /version: version 2 of profiles is not known"},
      {"version: 1\nfor: other\n",
       "profile-mismatch /for: the profile is for 'other', the spec is 'shop'"},
      {"version: 1\ntables:\n  - name: dim_custmer\n",
       "profile-mismatch /tables/0/name: the spec has no table 'dim_custmer'"},
      {head + "    columns: [{name: emial}]\n",
       "profile-mismatch /tables/0/columns/0/name: 'dim_customer' has no column 'emial'"},
      {head + "    columns: [{name: customer_key}]\n",
       "profile-mismatch /tables/0/columns/0/name: 'customer_key' of 'dim_customer' is a key, "
       "which seeding fills by itself"},
      {head + "    columns: [{name: email, null_rate: 1.5}]\n",
       "bad-profile /tables/0/columns/0/null_rate: a null_rate of 1.5 is not possible"},
      {head + "    columns: [{name: code, null_rate: 0.5}]\n",
       "bad-profile /tables/0/columns/0/null_rate: 'code' takes no NULL"},
      {head + "    dirt: [{kind: missing, rate: 0.1}]\n",
       "bad-profile /tables/0/dirt/0: which column is hurt is not said"},
      {head + "    dirt: [{kind: duplicate, column: email, rate: 0.1}]\n",
       "bad-profile /tables/0/dirt/0: a duplicate is a whole row; it has no column"},
      {head + "    dirt: [{kind: missing, column: email, rate: -1}]\n",
       "bad-profile /tables/0/dirt/0/rate: a rate of -1 is not possible"},
      {head + "    calendar: [{on: us, closed: true}]\n",
       "bad-profile /tables/0/calendar: 'dim_customer' is a dimension: nothing happens in it"},
      {head + "    columns: [{name: customer_key, fill: fan_out}]\n",
       "profile-mismatch /tables/0/columns/0/name: 'customer_key' of 'dim_customer' is a key, "
       "which seeding fills by itself"},
      {"version: 1\ncalendar: [{on: us, closd: true}]\n", "unknown-key line 2"},
      {"version: 1\nscenaro: load\n", "unknown-key line 2"},
      {"version: 1\nscenario: big\n", "unknown-value line 2"},
      {"version: 1\nscale: .nan\n", "wrong-shape line 2"},
      {"version: 1\nscale: much\n", "wrong-shape line 2"},
      {"scenario: load\n", "missing-key line 1"},
      {head + "    dirt: [{kind: smelly, rate: 0.1}]\n", "unknown-value line 4"},
      {"version: [1\n", "yaml-syntax line 2"},
  };
  for (const auto& [profile, expected] : cases) EXPECT_EQ(wrong(profile), expected) << profile;
}

TEST(profile, its_schema_names_every_key) {
  const Json schema = profile_json_schema();
  EXPECT_TRUE(schema["properties"].contains("scenario"));
  EXPECT_EQ(schema["properties"]["scenario"]["enum"].size(), 4U);
  EXPECT_FALSE(schema["additionalProperties"].get<bool>());
}

}  // namespace
}  // namespace dbx::spec
