// Fills within fills: read, written and read again, byte for byte.
#include <gtest/gtest.h>

#include "dbx/spec/parse.h"
#include "support/cases.h"

namespace dbx::spec {
namespace {

Result<Spec> with_fill(const std::string& fill) {
  return parse(
      "version: 1\nwarehouse: w\nentities:\n  dimensions:\n    - name: dim_thing\n"
      "      columns:\n        - {name: a, type: INT, fill: " +
          fill + "}\n",
      "spec.yml");
}

TEST(fill, nested_fills_survive_print_and_parse) {
  for (const char* fill :
       {"{generator: conditional, on: tier, cases: {gold: {generator: normal, mean: 3}}}",
        "{generator: conditional, on: [a, b], cases: {\"x, y\": {generator: normal}, z: 5}}",
        "{generator: conditional, on: r, cases: {EU: [DE, FR], US: {NY: 3, LA: 1}, UK: GB}}",
        "{generator: conditional, on: r, cases: {1: 2}, else: {generator: uniform, max: 3}}",
        "{generator: conditional, on: r, cases: {1: [2]}, else: [3, 4]}",
        "{generator: mixture, of: [{generator: normal, weight: 3}, {generator: gamma}]}",
        "{generator: conditional, on: r, cases: {1: {generator: conditional, on: s, cases: {2: "
        "{generator: mixture, of: [{generator: normal}]}}}}}"}) {
    const Result<Spec> spec = with_fill(fill);
    ASSERT_TRUE(spec) << fill << " " << spec.error()[0].message;
    const std::string printed = print(*spec);
    const Result<Spec> again = parse(printed, "spec.yml");
    ASSERT_TRUE(again) << printed;
    EXPECT_EQ(*again, *spec) << printed;
    EXPECT_EQ(print(*again), printed);
  }
}

TEST(fill, what_is_no_fill_is_refused) {
  for (const char* fill : {"{generator: mixture, of: [{mean: 3}, {generator: normal}]}",
                           "{generator: conditional, on: r, cases: {EU: [[1]]}}",
                           "{generator: normal, mean: {generator: [x]}}"}) {
    EXPECT_FALSE(with_fill(fill)) << fill;
  }
}

}  // namespace
}  // namespace dbx::spec
