// The mathematics: known answers, bijections, and distributions against their theory, with noise
// floors.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "dbx/seed/distribution.h"
#include "dbx/seed/layout.h"
#include "dbx/seed/math.h"
#include "dbx/seed/permutation.h"
#include "dbx/seed/random.h"
#include "dbx/seed/rounding.h"

namespace dbx::seed {
namespace {

// Random123 1.14, tests/kat_vectors, philox4x32 with 10 rounds.
TEST(philox, known_answers) {
  using Philox = r123::Philox4x32;
  const auto zeros = Philox()(Philox::ctr_type{{0, 0, 0, 0}}, Philox::key_type{{0, 0}});
  EXPECT_EQ(zeros[0], 0x6627e8d5U);
  EXPECT_EQ(zeros[1], 0xe169c58dU);
  EXPECT_EQ(zeros[2], 0xbc57ac4cU);
  EXPECT_EQ(zeros[3], 0x9b00dbd8U);
  const std::uint32_t ones = 0xffffffffU;
  const auto all =
      Philox()(Philox::ctr_type{{ones, ones, ones, ones}}, Philox::key_type{{ones, ones}});
  EXPECT_EQ(all[0], 0x408f276dU);
  EXPECT_EQ(all[1], 0x41c83b0eU);
  EXPECT_EQ(all[2], 0xa20bc7c6U);
  EXPECT_EQ(all[3], 0x6d5451fdU);
  const auto pi = Philox()(Philox::ctr_type{{0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U}},
                           Philox::key_type{{0xa4093822U, 0x299f31d0U}});
  EXPECT_EQ(pi[0], 0xd16cfe09U);
  EXPECT_EQ(pi[1], 0x94fdccebU);
  EXPECT_EQ(pi[2], 0x5001e420U);
  EXPECT_EQ(pi[3], 0x24126ea1U);
}

TEST(philox, address_is_row_column_and_stream) {
  const Random random(table_key(42, "t"), "a");
  EXPECT_EQ(random.bits(7).first, Random(table_key(42, "t"), "a").bits(7).first);
  EXPECT_NE(random.bits(7).first, random.bits(8).first);
  EXPECT_NE(random.bits(7).first, random.bits(std::int64_t{7} + (std::int64_t{1} << 32U)).first);
  EXPECT_NE(random.bits(7).first, random.bits(7, 1).first);
  EXPECT_NE(random.bits(7).first, Random(table_key(42, "t"), "b").bits(7).first);
  EXPECT_NE(random.bits(7).first, Random(table_key(42, "t"), "a", Stream::kNull).bits(7).first);
  EXPECT_NE(random.bits(7).first, Random(table_key(43, "t"), "a").bits(7).first);
}

// Counts that do not fill the vectors, rows past 32 bits, rows in no order.
TEST(philox, many_rows_are_drawn_as_one_by_one) {
  const Random random(table_key(42, "t"), "a", Stream::kNull);
  std::vector<std::int64_t> rows;
  for (std::int64_t i = 0; i < 1003; ++i) {
    rows.push_back(i % 3 == 0 ? (std::int64_t{1} << 33U) - i : i);
  }
  std::vector<Bits> bits(rows.size());
  std::vector<double> units(rows.size());
  random.fill(rows, bits);
  random.fill_units(rows, units);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Bits expected = random.bits(rows[i]);
    ASSERT_EQ(bits[i].first, expected.first) << i;
    ASSERT_EQ(bits[i].second, expected.second) << i;
    ASSERT_EQ(units[i], to_unit(expected.first)) << i;
  }
}

TEST(math, many_values_have_the_bits_of_one_by_one) {
  std::vector<double> p = {kUnitMin, kUnitMax, 0.5, 0.075, 0.925, 1e-11, 1e-20, 1e-310, 1 - 1e-12};
  std::vector<double> x = {0, -0.0, 1, -1, 1e-300};
  for (std::int64_t i = 0; i < 3000; ++i) {
    p.push_back(to_unit(mix64(static_cast<std::uint64_t>(i))));
    x.push_back(static_cast<double>(i - 1500) * 0.37);
  }
  std::vector<double> far = x;  // with values past what exp() holds
  far.insert(far.end(), {700, -700, 709.8, -746, 1e300, -1e300});
  for (auto* values : {&x, &far}) {
    std::vector<double> result = *values;
    exp_all(result);
    for (std::size_t i = 0; i < result.size(); ++i) ASSERT_EQ(result[i], exp((*values)[i]));
  }
  std::vector<double> result = p;
  normal_quantile_all(result);
  for (std::size_t i = 0; i < p.size(); ++i) ASSERT_EQ(result[i], normal_quantile(p[i])) << p[i];
}

TEST(rounding, many_values_are_rounded_as_one_by_one) {
  std::vector<double> small = {0, -0.0, 0.5, -0.5, 0.49999999999999994, 2.5, -2.5, 1e14, -1e14};
  for (std::int64_t i = -2000; i < 2000; ++i) small.push_back(static_cast<double>(i) * 0.00501);
  std::vector<double> large = small;
  large.insert(large.end(), {1e18, -1e18, 1e300, -1e300, 0x1p52 + 1, 4503599627370497.5});
  for (const auto* values : {&small, &large}) {
    std::vector<std::int64_t> rounded(values->size());
    std::vector<double> floors = *values;
    round_all(*values, 100, 99'999, rounded);
    floor_all(floors, 100);
    for (std::size_t i = 0; i < values->size(); ++i) {
      const double scaled = (*values)[i] * 100;
      const double whole = std::trunc(scaled + std::copysign(0.5, scaled));
      ASSERT_EQ(rounded[i], static_cast<std::int64_t>(std::clamp(whole, -99'999.0, 99'999.0)));
      ASSERT_EQ(floors[i], std::floor(scaled) / 100) << scaled;
    }
  }
}

TEST(rounding, stored_values_become_the_numbers_they_stand_for) {
  for (const std::int64_t largest : {1'000'000'000LL, 999'999'999'999'999'999LL}) {
    std::vector<std::int64_t> values;
    for (std::int64_t i = -50; i <= 50; ++i) values.push_back(largest / 50 * i + i);
    std::vector<double> numbers(values.size());
    divide_all(values, 100, numbers);
    for (std::size_t i = 0; i < values.size(); ++i) {
      ASSERT_EQ(numbers[i], static_cast<double>(values[i]) / 100);
    }
  }
}

TEST(math, log_and_exp_agree_with_the_library_to_the_last_digits) {
  for (double x = 1e-300; x < 1e300; x *= 1.37) {
    EXPECT_NEAR(log(x), std::log(x), 1e-15 * std::max(1.0, std::fabs(std::log(x))));
  }
  for (double x = -700; x < 700; x += 0.37) EXPECT_NEAR(exp(x) / std::exp(x), 1.0, 5e-16);
  EXPECT_EQ(exp(0), 1.0);
  EXPECT_EQ(log(1), 0.0);
}

// Reference values: Wichura's own test cases for PPND16, and the usual tables.
TEST(math, normal_quantile_known_answers) {
  EXPECT_NEAR(normal_quantile(0.25), -0.6744897501960817, 1e-15);
  EXPECT_NEAR(normal_quantile(0.001), -3.090232306167814, 1e-14);
  EXPECT_NEAR(normal_quantile(1e-20), -9.262340089798408, 1e-13);
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
  EXPECT_EQ(normal_quantile(0.5), 0.0);
}

TEST(permutation, is_a_bijection_at_every_size) {
  for (std::int64_t size = 1; size <= 700; ++size) {
    const Permutation permutation(size, 99);
    std::vector<bool> seen(static_cast<std::size_t>(size), false);
    for (std::int64_t i = 0; i < size; ++i) {
      const std::int64_t image = permutation(i);
      ASSERT_TRUE(image >= 0 && image < size) << size;
      ASSERT_FALSE(seen[static_cast<std::size_t>(image)]) << size;
      seen[static_cast<std::size_t>(image)] = true;
    }
  }
  for (const std::int64_t size : {65536LL, 65537LL, 99991LL, 250001LL}) {
    const Permutation permutation(size, 7);
    std::set<std::int64_t> seen;
    for (std::int64_t i = 0; i < size; ++i) seen.insert(permutation(i));
    EXPECT_EQ(static_cast<std::int64_t>(seen.size()), size);
  }
  const Permutation huge(std::int64_t{1} << 62U, 7);
  EXPECT_NE(huge(0), huge(1));
}

double chi_square(const std::vector<double>& expected, const std::vector<std::int64_t>& observed) {
  double sum = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const double difference = static_cast<double>(observed[i]) - expected[i];
    sum += difference * difference / expected[i];
  }
  return sum;
}

TEST(distribution, alias_table_follows_its_weights) {
  const std::vector<double> weights = {5, 0, 1, 3, 11};
  const AliasTable table(weights);
  const Random random(1, "alias");
  constexpr std::int64_t kDraws = 200'000;
  std::vector<std::int64_t> observed(weights.size(), 0);
  for (std::int64_t row = 0; row < kDraws; ++row) {
    ++observed[static_cast<std::size_t>(table.pick(random.bits(row)))];
  }
  EXPECT_EQ(observed[1], 0);
  const double n = static_cast<double>(kDraws);
  // 3 degrees of freedom, 0.999 quantile
  EXPECT_LT(chi_square({n * 0.25, n * 0.05, n * 0.15, n * 0.55},
                       {observed[0], observed[2], observed[3], observed[4]}),
            16.27);
}

TEST(distribution, zipf_follows_its_power_law) {
  constexpr std::int64_t kDraws = 200'000;
  for (const double exponent : {0.8, 1.0, 1.4, 2.5}) {
    const Zipf zipf(20, exponent);
    const Random random(3, "zipf");
    std::vector<std::int64_t> observed(20, 0);
    for (std::int64_t row = 0; row < kDraws; ++row) {
      ++observed[static_cast<std::size_t>(zipf.pick(random, row) - 1)];
    }
    double total = 0;
    for (int k = 1; k <= 20; ++k) total += std::pow(k, -exponent);
    std::vector<double> expected;
    for (int k = 1; k <= 20; ++k) {
      expected.push_back(std::pow(k, -exponent) / total * static_cast<double>(kDraws));
    }
    EXPECT_LT(chi_square(expected, observed), 43.82) << exponent;  // 19 degrees, 0.999
  }
}

TEST(distribution, quantile_method_passes_kolmogorov_smirnov) {
  constexpr std::int64_t kDraws = 100'000;
  const Random random(5, "normal");
  std::vector<double> values;
  for (std::int64_t row = 0; row < kDraws; ++row) {
    values.push_back(normal_quantile(to_unit(random.bits(row).first)));
  }
  std::sort(values.begin(), values.end());
  double distance = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double theory = 0.5 * std::erfc(-values[i] / std::sqrt(2.0));
    const double step = static_cast<double>(i) / static_cast<double>(kDraws);
    distance = std::max({distance, std::fabs(theory - step),
                         std::fabs(theory - step - 1.0 / static_cast<double>(kDraws))});
  }
  EXPECT_LT(distance, 1.63 / std::sqrt(static_cast<double>(kDraws)));
}

TEST(layout, entities_have_consecutive_rows_and_sequences) {
  for (const auto& [mean, most] : {std::pair{3, 9}, {12, 36}, {2, 4}, {1, 1}, {1, 3}}) {
    const EntityLayout layout(17, mean, most);
    EntityLayout::Place before = layout.locate(0);
    EXPECT_EQ(before.sequence, 0);
    EXPECT_EQ(before.entity, 0);
    for (std::int64_t row = 1; row < 5000; ++row) {
      const EntityLayout::Place place = layout.locate(row);
      if (place.entity == before.entity) {
        ASSERT_EQ(place.sequence, before.sequence + 1);
        ASSERT_EQ(place.size, before.size);
      } else {
        ASSERT_EQ(place.entity, before.entity + 1);
        ASSERT_EQ(place.sequence, 0);
        ASSERT_EQ(before.sequence + 1, before.size);
      }
      ASSERT_LE(place.size, most);
      before = place;
    }
  }
}

TEST(layout, combinations_never_repeat) {
  for (const std::int64_t rows : {1LL, 500LL, 6000LL}) {  // the last: every combination there is
    const CombinationSpace space({20, 30, 10}, rows, 5);
    std::set<std::vector<std::int64_t>> seen;
    for (std::int64_t row = 0; row < rows; ++row) {
      const std::vector<std::int64_t> combination = {space.value(row, 0), space.value(row, 1),
                                                     space.value(row, 2)};
      ASSERT_LT(combination[0], 20);
      ASSERT_LT(combination[1], 30);
      ASSERT_LT(combination[2], 10);
      seen.insert(combination);
    }
    EXPECT_EQ(static_cast<std::int64_t>(seen.size()), rows);
  }
}

}  // namespace
}  // namespace dbx::seed
