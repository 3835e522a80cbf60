// The table of generators, and how a fill becomes one of them.
#include "dbx/seed/registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/drift.h"
#include "dbx/seed/generators/generators.h"

namespace dbx::seed {
namespace {

constexpr std::array<std::string_view, 0> kNone = {};
constexpr std::array<std::string_view, 2> kStartStep = {"start", "step"};
constexpr std::array<std::string_view, 2> kMinMax = {"min", "max"};
constexpr std::array<std::string_view, 4> kNormal = {"mean", "stddev", "min", "max"};
constexpr std::array<std::string_view, 4> kLognormal = {"median", "sigma", "min", "max"};
constexpr std::array<std::string_view, 5> kLogitNormal = {"median", "sigma", "scale", "min", "max"};
constexpr std::array<std::string_view, 4> kExponential = {"mean", "min", "max", "zeros"};
constexpr std::array<std::string_view, 4> kShapeScale = {"shape", "scale", "min", "max"};
constexpr std::array<std::string_view, 5> kBeta = {"alpha", "beta", "scale", "min", "max"};
constexpr std::array<std::string_view, 3> kTriangular = {"min", "mode", "max"};
constexpr std::array<std::string_view, 5> kStudentT = {"degrees", "mean", "scale", "min", "max"};
constexpr std::array<std::string_view, 3> kPoisson = {"mean", "min", "max"};
constexpr std::array<std::string_view, 4> kBinomial = {"trials", "probability", "min", "max"};
constexpr std::array<std::string_view, 3> kGeometric = {"probability", "min", "max"};
constexpr std::array<std::string_view, 4> kNegativeBinomial = {"mean", "dispersion", "min", "max"};
constexpr std::array<std::string_view, 3> kEmpirical = {"quantiles", "min", "max"};
constexpr std::array<std::string_view, 4> kHistogram = {"edges", "weights", "min", "max"};
constexpr std::array<std::string_view, 2> kZipf = {"max", "exponent"};
constexpr std::array<std::string_view, 1> kValues = {"values"};
constexpr std::array<std::string_view, 1> kValue = {"value"};
constexpr std::array<std::string_view, 1> kProbability = {"probability"};
constexpr std::array<std::string_view, 2> kFromTo = {"from", "to"};
constexpr std::array<std::string_view, 1> kPattern = {"pattern"};
constexpr std::array<std::string_view, 2> kEmail = {"domain", "locale"};
constexpr std::array<std::string_view, 1> kLocale = {"locale"};
constexpr std::array<std::string_view, 2> kGender = {"values", "locale"};
constexpr std::array<std::string_view, 1> kDigits = {"digits"};
constexpr std::array<std::string_view, 2> kTemplate = {"template", "locale"};
constexpr std::array<std::string_view, 4> kShare = {"of", "min", "max", "where"};
constexpr std::array<std::string_view, 2> kSum = {"of", "minus"};
constexpr std::array<std::string_view, 1> kOf = {"of"};
constexpr std::array<std::string_view, 2> kOfAlpha = {"of", "alpha"};
constexpr std::array<std::string_view, 5> kFanOut = {"exact", "min", "max", "distribution",
                                                     "weights"};
constexpr std::array<std::string_view, 2> kRatio = {"of", "scale"};
constexpr std::array<std::string_view, 1> kFormula = {"formula"};
constexpr std::array<std::string_view, 3> kConditional = {"on", "cases", "else"};
// Of all distributions.
constexpr std::array<std::string_view, 3> kOfDistributions = {"with", "rho", "drift"};

// One line a generator.
constexpr GeneratorEntry kGenerators[] = {
    {"sequence", "numbers by row: start, start + step, ...", kStartStep, make_sequence},
    {"uniform", "every number from min to max alike", kMinMax, make_uniform, Bond::kCorrelates},
    {"normal", "bell curve around a mean", kNormal, make_normal, Bond::kCorrelates},
    {"lognormal", "amounts: many small, few large", kLognormal, make_lognormal, Bond::kCorrelates},
    {"logit_normal", "fractions and percentages around a median", kLogitNormal, make_logit_normal,
     Bond::kCorrelates},
    {"exponential", "waiting times with a mean", kExponential, make_exponential, Bond::kCorrelates},
    {"gamma", "amounts and waiting times with a shape", kShapeScale, make_gamma, Bond::kCorrelates},
    {"beta", "fractions and percentages with two shapes", kBeta, make_beta, Bond::kCorrelates},
    {"pareto", "a heavy tail above a scale", kShapeScale, make_pareto, Bond::kCorrelates},
    {"weibull", "lifetimes", kShapeScale, make_weibull, Bond::kCorrelates},
    {"triangular", "from min over mode to max", kTriangular, make_triangular, Bond::kCorrelates},
    {"student_t", "a bell curve with heavy tails", kStudentT, make_student_t, Bond::kCorrelates},
    {"empirical", "a smooth curve through quantiles", kEmpirical, make_empirical,
     Bond::kCorrelates},
    {"histogram", "bins with weights, even within each", kHistogram, make_histogram,
     Bond::kCorrelates},
    {"poisson", "counts with a mean", kPoisson, make_poisson, Bond::kCorrelates},
    {"binomial", "successes of some trials", kBinomial, make_binomial, Bond::kCorrelates},
    {"geometric", "failures before a success", kGeometric, make_geometric, Bond::kCorrelates},
    {"negative_binomial", "counts that vary more than poisson", kNegativeBinomial,
     make_negative_binomial, Bond::kCorrelates},
    {"mixture", "one of several weighted fills", kOf, make_mixture, Bond::kCorrelates},
    {"zipf", "1..max, small ones often", kZipf, make_zipf, Bond::kCorrelates},
    {"categorical", "one of some values, weighted", kValues, make_categorical, Bond::kCorrelates},
    {"distinct", "each of some values once, then numbered", kValues, make_distinct},
    {"constant", "always the same value", kValue, make_constant},
    {"bernoulli", "true with a probability", kProbability, make_bernoulli, Bond::kCorrelates},
    {"date", "a day between from and to", kFromTo, make_date},
    {"timestamp", "a second between from and to", kFromTo, make_timestamp},
    {"time", "a time of day", kNone, make_time},
    {"code", "the row's number in a pattern: LN-######", kPattern, make_code},
    {"regex", "text that matches a regular expression", kPattern, make_regex},
    {"uuid", "a random UUID (version 4)", kNone, make_uuid},
    {"first_name", "a person's first name", kLocale, make_first_name},
    {"last_name", "a person's last name", kLocale, make_last_name},
    {"full_name", "a person's first and last name", kLocale, make_full_name},
    {"email", "the same person's address at a reserved domain", kEmail, make_email},
    {"user_name", "the same person's login", kLocale, make_user_name},
    {"gender", "the same person's gender", kGender, make_gender},
    {"prefix", "the same person's form of address", kLocale, make_prefix},
    {"company", "a made-up company's name", kLocale, make_company},
    {"industry", "the same company's industry", kNone, make_industry},
    {"url", "the same company's site at a reserved domain", kNone, make_url},
    {"product", "a made-up product's name", kNone, make_product},
    {"product_category", "the same product's category", kNone, make_product_category},
    {"product_subcategory", "the same product's subcategory", kNone, make_product_subcategory},
    {"city", "a city", kLocale, make_city},
    {"state", "the same place's state or province", kLocale, make_state},
    {"country", "the same place's country", kLocale, make_country},
    {"country_code", "the same place's ISO 3166 code", kLocale, make_country_code},
    {"region", "the same place's region of the world", kLocale, make_region},
    {"currency", "the same place's ISO 4217 currency", kLocale, make_currency},
    {"phone", "a telephone number with the same place's calling code", kLocale, make_phone},
    {"postal_code", "as the same place's country writes them", kLocale, make_postal_code},
    {"diagnosis", "a common diagnosis", kNone, make_diagnosis},
    {"diagnosis_code", "the same diagnosis's ICD-10 code", kNone, make_diagnosis_code},
    {"diagnosis_chapter", "the same diagnosis's chapter", kNone, make_diagnosis_chapter},
    {"street", "a house number and street", kLocale, make_street},
    {"full_address", "street, postal code, city and country of the row's place", kLocale,
     make_full_address},
    {"street_address", "the same as street", kLocale, make_street},
    {"county", "a county", kLocale, make_county},
    {"latitude", "near the same place's middle", kLocale, make_latitude},
    {"longitude", "near the same place's middle", kLocale, make_longitude},
    {"time_zone", "the same place's IANA time zone", kLocale, make_time_zone},
    {"job_title", "a job title", kLocale, make_job_title},
    {"job_area", "an area of work", kLocale, make_job_area},
    {"department", "a department of a shop", kLocale, make_department},
    {"language", "a language", kLocale, make_language},
    {"color", "a colour", kLocale, make_color},
    {"animal", "a kind of animal", kLocale, make_animal},
    {"dish", "a dish", kLocale, make_dish},
    {"vehicle", "a maker and a model", kLocale, make_vehicle},
    {"vehicle_maker", "a maker of vehicles", kLocale, make_vehicle_maker},
    {"book_title", "a book's title", kLocale, make_book_title},
    {"music_genre", "a kind of music", kLocale, make_music_genre},
    {"catch_phrase", "what a company says of itself", kLocale, make_catch_phrase},
    {"emoji", "a face", kLocale, make_emoji},
    {"word", "a noun", kLocale, make_word},
    {"sentence", "a sentence of filler words", kLocale, make_sentence},
    {"paragraph", "some sentences of filler words", kLocale, make_paragraph},
    {"iban", "an account at a made-up bank of the row's country, ISO 13616", kLocale, make_iban},
    {"bic", "a made-up bank, ISO 9362", kLocale, make_bic},
    {"credit_card", "a Luhn-valid number of a test range", kNone, make_credit_card},
    {"ean13", "an article number, GS1", kNone, make_ean13},
    {"isbn13", "a book number", kNone, make_isbn13},
    {"vin", "a vehicle number, ISO 3779", kNone, make_vin},
    {"imei", "a test device's number", kNone, make_imei},
    {"hash", "hexadecimal digits, 64 or as many as digits says", kDigits, make_hash},
    {"ipv4", "an address for documentation", kNone, make_ipv4},
    {"ipv6", "an address for documentation", kNone, make_ipv6},
    {"mac", "a locally administered address", kNone, make_mac},
    {"user_agent", "a browser's user agent", kLocale, make_user_agent},
    {"mime_type", "a media type", kLocale, make_mime_type},
    {"file_name", "two words and an ending", kNone, make_file_name},
    {"text", "a template with {row} {#} {name} {company} {product} {place}", kTemplate, make_text},
    {"share", "a share of another column of the row", kShare, make_share, Bond::kReadsRow},
    {"product_of", "columns of the row multiplied", kOf, make_product_of, Bond::kReadsRow},
    {"sum_of", "columns of the row added up, less others", kSum, make_sum_of, Bond::kReadsRow},
    {"expression", "a formula over the row's other columns", kFormula, make_expression,
     Bond::kReadsRow},
    {"conditional", "another fill for each value of other columns", kConditional, make_conditional,
     Bond::kReadsRow},
    {"lookup", "the value of a column of the row's parent", kOf, make_lookup, Bond::kReadsRow},
    {"ratio", "one column of the row divided by another", kRatio, make_ratio, Bond::kReadsRow},
    {"sum_to_total", "parts that add up to a column of the row's parent", kOfAlpha,
     make_sum_to_total, Bond::kReadsRow},
    {"fan_out", "of a foreign key: so many rows for each parent, exactly", kFanOut, make_fan_out},
};

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates,
                         std::string_view all) {
  if (const auto near = text::nearest(word, candidates))
    return fmt::format("did you mean '{}'?", *near);
  return std::string(all);
}

std::string listed(std::span<const std::string_view> names) {
  std::string out = "it takes ";
  for (const std::string_view name : names) out += fmt::format("{}, ", name);
  return out + "null_rate";
}

Diagnostics check_names(const spec::Fill& fill, const GeneratorEntry& entry) {
  std::vector<std::string_view> known(entry.parameters.begin(), entry.parameters.end());
  if (entry.bond == Bond::kCorrelates) {
    known.insert(known.end(), kOfDistributions.begin(), kOfDistributions.end());
  }
  known.push_back("null_rate");
  Diagnostics problems;
  for (const spec::FillParameter& parameter : fill.parameters) {
    if (std::find(known.begin(), known.end(), parameter.name) != known.end()) continue;
    Diagnostic problem;
    problem.code = Code::kBadFill;
    problem.message = fmt::format("{} has no parameter '{}'", entry.name, parameter.name);
    problem.hint = did_you_mean(parameter.name, known, listed(entry.parameters));
    problems.push_back(std::move(problem));
  }
  return problems;
}

}  // namespace

std::span<const GeneratorEntry> generators() { return kGenerators; }

const GeneratorEntry* find_generator(std::string_view name) {
  const auto* entry = std::find_if(std::begin(kGenerators), std::end(kGenerators),
                                   [&](const GeneratorEntry& e) { return e.name == name; });
  return entry == std::end(kGenerators) ? nullptr : entry;
}

Diagnostics check_parameters(const spec::Fill& fill) {
  const GeneratorEntry* entry = find_generator(fill.generator);
  if (entry != nullptr) return check_names(fill, *entry);
  std::vector<std::string_view> names;
  for (const GeneratorEntry& known : kGenerators) names.push_back(known.name);
  std::string all = "there are ";
  for (const std::string_view name : names)
    all += (name == names.front() ? "" : ", ") + std::string(name);
  Diagnostic problem;
  problem.code = Code::kUnknownGenerator;
  problem.message = fmt::format("unknown generator '{}'", fill.generator);
  problem.hint = did_you_mean(fill.generator, names, all);
  return {std::move(problem)};
}

bool reads_row(const spec::Fill& fill) {
  const GeneratorEntry* entry = find_generator(fill.generator);
  return drifts(fill) || (entry != nullptr && entry->bond == Bond::kReadsRow);
}

Result<GeneratorPtr> create(const spec::Fill& fill, const Request& request) {
  if (Diagnostics problems = check_parameters(fill); !problems.empty()) {
    return fail(std::move(problems));
  }
  if (drifts(fill)) return drifting(fill, request);
  const GeneratorEntry* entry = find_generator(fill.generator);
  FillParameters parameters(fill);
  const double null_rate = parameters.number("null_rate", 0);
  parameters.require(null_rate >= 0 && null_rate <= 1, "'null_rate' must be from 0 to 1");
  parameters.require(null_rate == 0 || (request.column.nullable && !request.unique),
                     "'null_rate' on a column that takes no NULL");
  Result<GeneratorPtr> made = entry->make(request, parameters);
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (!made) return made;
  return adapt(std::move(*made), request.column.type);
}

Diagnostics not_enough(const Request& request, std::int64_t space) {
  Diagnostic problem;
  problem.code = Code::kNotEnoughValues;
  problem.message =
      fmt::format("'{}' must be unique in {} rows, but has only {} different values",
                  request.column.name, text::group_digits(request.rows), text::group_digits(space));
  problem.hint = "ask for fewer rows, widen the type, or choose another generator";
  return {std::move(problem)};
}

Diagnostics never_unique(const Request& request, std::string_view generator) {
  Diagnostic problem;
  problem.code = Code::kNotEnoughValues;
  problem.message = fmt::format("'{}' must be unique, but the generator {} repeats itself",
                                request.column.name, generator);
  problem.hint = "sequence, code, uuid, email and uniform make unique values";
  return {std::move(problem)};
}

}  // namespace dbx::seed
