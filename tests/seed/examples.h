// A column for each generator of the registry, and columns beside it for those that read some. A
// test fails where a generator has none.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "dbx/seed/registry.h"
#include "seed/support.h"

namespace dbx::seed {

struct Example {
  std::string type = "TEXT";
  std::string settings = {};  // after the generator's name: ", mean: 3"
};

inline Example example_of(std::string_view generator) {
  static const std::map<std::string_view, Example> kExamples = {
      {"sequence", {"INT"}},
      {"uniform", {"DOUBLE", ", min: -3, max: 5"}},
      {"normal", {"DOUBLE", ", mean: 10, stddev: 2"}},
      {"lognormal", {"DOUBLE", ", median: 40, sigma: 0.7"}},
      {"logit_normal", {"DOUBLE", ", median: 0.2, sigma: 0.8"}},
      {"exponential", {"DOUBLE", ", mean: 3"}},
      {"gamma", {"DOUBLE", ", shape: 3, scale: 2"}},
      {"beta", {"DOUBLE", ", alpha: 2, beta: 5"}},
      {"pareto", {"DOUBLE", ", shape: 2.5, scale: 3"}},
      {"weibull", {"DOUBLE", ", shape: 1.7, scale: 4"}},
      {"triangular", {"DOUBLE", ", min: 1, mode: 2, max: 6"}},
      {"student_t", {"DOUBLE", ", degrees: 4"}},
      {"empirical", {"DOUBLE", ", quantiles: {0: 0, 0.5: 10, 0.9: 50, 1: 100}"}},
      {"histogram", {"DOUBLE", ", edges: [0, 10, 20, 50], weights: [5, 3, 2]"}},
      {"poisson", {"INT", ", mean: 4.5"}},
      {"binomial", {"INT", ", trials: 12, probability: 0.3"}},
      {"geometric", {"INT", ", probability: 0.35"}},
      {"negative_binomial", {"INT", ", mean: 5, dispersion: 2.5"}},
      {"mixture",
       {"DOUBLE",
        ", of: [{weight: 3, generator: normal, mean: 0}, {weight: 1, generator: uniform, min: 5, "
        "max: 9}]"}},
      {"zipf", {"INT", ", max: 20, exponent: 1.3"}},
      {"bernoulli", {"BOOLEAN", ", probability: 0.3"}},
      {"categorical", {"TEXT", ", values: {a: 2, b: 1, c: 1}"}},
      {"constant", {"TEXT", ", value: x"}},
      {"distinct", {"TEXT", ", values: [a, b]"}},
      {"code", {"TEXT", ", pattern: 'A-######'"}},
      {"regex", {"TEXT", ", pattern: '[A-C]{2}-\\d{1,3}(x|yz)?'"}},
      {"text", {"TEXT", ", template: 'thing {row}'"}},
      {"date", {"DATE", ", from: 2025-01-01, to: 2025-01-31"}},
      {"timestamp", {"TIMESTAMP", ", from: 2025-01-01, to: 2025-01-31"}},
      {"time", {"TIME"}},
      {"share", {"DOUBLE", ", of: n, min: 0.2, max: 0.7"}},
      {"product_of", {"BIGINT", ", of: [n, m]"}},
      {"sum_of", {"BIGINT", ", of: [n], minus: [m]"}},
      {"ratio", {"DOUBLE", ", of: [n, m]"}},
      {"expression", {"DECIMAL(12,2)", ", formula: 'round(price * n * 0.19, 2)'"}},
      {"conditional",
       {"INT",
        ", on: tier, cases: {gold: {generator: uniform, min: 100, max: 199}, silver: [7, 8]}, "
        "else: "
        "1"}},
      {"lookup", {"TEXT", ", of: tier"}},
      {"sum_to_total", {"DECIMAL(14,2)", ", of: whole_key.total, alpha: 2"}},
      {"fan_out", {"BIGINT", ", min: 1, max: 6"}},
  };
  const auto found = kExamples.find(generator);
  return found == kExamples.end() ? Example{} : found->second;
}

inline std::string column_of(std::string_view name, std::string_view type, std::string_view fill) {
  return "{name: " + std::string(name) + ", nullable: false, type: '" + std::string(type) +
         "', fill: {generator: " + std::string(fill) + "}}";
}
// Columns for those that read some.
inline std::vector<std::string> beside() {
  return {column_of("n", "INT", "uniform, min: 1, max: 50"),
          column_of("m", "INT", "uniform, min: 1, max: 9"),
          column_of("price", "DECIMAL(9,2)", "lognormal, median: 20"),
          column_of("tier", "TEXT", "categorical, values: {gold: 1, silver: 2, bronze: 4}")};
}
inline SeedPlan plan_of_columns(std::vector<std::string> columns, std::int64_t rows) {
  for (std::string& column : beside()) columns.push_back(std::move(column));
  Options options;
  options.rows["dim_thing"] = rows;
  return plan_of(one_table(columns), options);
}
// Parts and their wholes, as many as `wholes`: dim_thing(whole_key, v) and dim_whole(whole_key,
// total).
inline spec::Spec parts_and_wholes(const std::string& key_fill, const std::string& columns) {
  return read_spec(R"yaml(version: 1
warehouse: w
entities:
  dimensions:
    - name: dim_whole
      surrogate_key: whole_key
      columns:
        - {name: total, type: "DECIMAL(12,2)", nullable: false,
           fill: {generator: lognormal, median: 90}}
    - name: dim_thing
      surrogate_key: thing_key
      foreign_keys:
        - {column: whole_key, references: dim_whole(whole_key)}
      columns:
        - {name: whole_key, type: BIGINT, nullable: false, fill: {generator: )yaml" +
                   key_fill + "}}\n" + columns);
}
inline SeedPlan plan_of_parts(const std::string& key_fill, const std::string& columns,
                              std::int64_t rows, std::int64_t wholes) {
  Options options;
  options.rows = {{"dim_thing", rows}, {"dim_whole", wholes}};
  return plan_of(parts_and_wholes(key_fill, columns), options);
}
inline SeedPlan plan_of_example(std::string_view generator, std::int64_t rows) {
  const Example example = example_of(generator);
  if (generator == "sum_to_total") {
    return plan_of_parts(
        "fan_out",
        "        - " + column_of("v", example.type, "sum_to_total" + example.settings) + "\n", rows,
        rows / 3);
  }
  if (generator == "fan_out")
    return plan_of_parts("fan_out" + example.settings, "", rows, rows / 3);
  return plan_of_columns({column_of("v", example.type, std::string(generator) + example.settings)},
                         rows);
}

}  // namespace dbx::seed
