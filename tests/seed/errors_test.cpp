// What cannot be seeded is refused before the first row, with the place and a way out.
#include <cmath>
#include <limits>

#include "seed/support.h"

namespace dbx::seed {
namespace {

Diagnostic first_problem(const spec::Spec& spec, const Options& options = {}) {
  const Result<SeedPlan> plan = make(spec, options);
  if (plan) {
    ADD_FAILURE() << "expected a failure";
    return {};
  }
  return plan.error().front();
}

TEST(errors, unknown_table_with_the_nearest_name) {
  Options options;
  options.rows["fact_loan_payment"] = 10;
  const Diagnostic problem = first_problem(read_case("loan_payments"), options);
  EXPECT_EQ(problem.code, Code::kUnknownTable);
  EXPECT_NE(problem.hint.find("fact_loan_payments"), std::string::npos);
}

TEST(errors, bad_row_counts) {
  for (const std::int64_t rows : {std::int64_t{0}, std::int64_t{-1}, (std::int64_t{1} << 53U) + 1,
                                  std::numeric_limits<std::int64_t>::max()}) {
    Options options;
    options.rows["dim_company"] = rows;
    EXPECT_EQ(first_problem(read_case("loan_payments"), options).code, Code::kBadRowCount);
  }
  for (const double scale : {0.0, -1.0, 1e300, std::nan("")}) {
    Options options;
    options.scale = scale;
    EXPECT_EQ(first_problem(read_case("loan_payments"), options).code, Code::kBadRowCount);
  }
}

TEST(errors, unknown_generator_and_parameters) {
  Diagnostic problem =
      first_problem(one_table({"{name: a, type: INT}", "{name: b, type: TEXT, fill: emial}"}));
  EXPECT_EQ(problem.code, Code::kUnknownGenerator);
  EXPECT_EQ(problem.where.pointer, "/entities/dimensions/0/columns/1/fill");
  EXPECT_NE(problem.hint.find("email"), std::string::npos);
  problem = first_problem(one_table({"{name: a, type: INT, fill: {generator: normal, men: 3}}"}));
  EXPECT_EQ(problem.code, Code::kBadFill);
  EXPECT_NE(problem.hint.find("mean"), std::string::npos);
  for (const char* fill :
       {"{generator: normal, mean: many}", "{generator: uniform, min: 5, max: 1}", "email",
        "{generator: categorical}", "{generator: categorical, values: [x]}",
        "{generator: bernoulli, probability: 2}", "{generator: share, of: b}", "{generator: share}",
        "{generator: share, of: a}", "{generator: date, from: 2025-02-30}",
        "{generator: sequence, step: 0}", "{generator: normal, null_rate: 2}",
        "{generator: zipf, max: 0}"}) {
    problem = first_problem(one_table({std::string("{name: a, type: INT, fill: ") + fill + "}"}));
    EXPECT_EQ(problem.code, Code::kBadFill) << fill;
    EXPECT_EQ(problem.where.pointer, "/entities/dimensions/0/columns/0/fill") << fill;
  }
}

TEST(errors, more_unique_values_than_there_are) {
  Options options;
  options.rows["dim_thing"] = 5000;
  for (const char* column :
       {"{name: code, type: CHAR(2), unique: true}",
        "{name: code, type: TEXT, unique: true, fill: {generator: code, pattern: 'A-##'}}",
        "{name: code, type: TEXT, unique: true, fill: {generator: categorical, values: [a, b]}}",
        "{name: code, type: DOUBLE, unique: true, fill: normal}",
        "{name: flag, type: BOOLEAN, unique: true}"}) {
    const Diagnostic problem = first_problem(one_table({column}), options);
    EXPECT_EQ(problem.code, Code::kNotEnoughValues) << column;
  }
  options.rows["dim_thing"] = 40'000;
  EXPECT_EQ(first_problem(one_table({"{name: n, type: SMALLINT, unique: true}"}), options).code,
            Code::kNotEnoughValues);
  Options loans;
  loans.rows = {{"dim_date", 3'000'000}};
  EXPECT_EQ(first_problem(read_case("loan_payments"), loans).code, Code::kNotEnoughValues);
  Options reviews;
  reviews.rows = {{"dim_customer", 10}, {"dim_product", 10}, {"fact_reviews", 101}};
  EXPECT_EQ(first_problem(read_case("retail_orders"), reviews).code, Code::kNotEnoughValues);
  reviews.rows["fact_reviews"] = 100;
  EXPECT_TRUE(make(read_case("retail_orders"), reviews)) << "every combination there is";
}

TEST(errors, every_fault_is_reported_at_once) {
  const Result<SeedPlan> plan = make(
      one_table({"{name: a, type: INT, fill: nope}", "{name: b, type: INT, fill: email}"}), {});
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().size(), 2U);
}

}  // namespace
}  // namespace dbx::seed
