// What unit, description and subject say about a number: fractions stay fractions, flags that are
// counted stay 0 or 1, and an amount is as large as what the table is about.
#include <fmt/format.h>

#include <array>
#include <cctype>

#include "dbx/base/text.h"
#include "dbx/seed/infer.h"

namespace dbx::seed {
namespace {

using spec::TypeKind;

// The usual middle and spread (of the logit) of a fraction with such a name.
struct FractionRule {
  std::string_view patterns;
  double median;
  double sigma;
};

constexpr FractionRule kFractions[] = {
    {"_probability_of_default_ ^_pd_ _default_rate_ _default_probability_ _npl_", 0.018, 1.0},
    {"_loss_given_default_ ^_lgd_ _loss_severity_", 0.42, 0.6},
    {"_recovery_", 0.55, 0.6},
    {"_interest_ _apr_ _coupon_ _yield_", 0.052, 0.35},
    {"_fraud_ _error_ _defect_ _scrap_ _failure_ _complaint_ _chargeback_ _attrition_ _churn_ "
     "_unemployment_ _mortality_ _readmission_ _turnover_",
     0.03, 0.7},
    {"_conversion_ _click_through_ _ctr_", 0.028, 0.6},
    {"_return_ _cancellation_ _vacancy_ _absence_ _tax_ _commission_ _discount_ _markdown_", 0.1,
     0.6},
    {"_bounce_ _opened_ _open_ _response_", 0.35, 0.5},
    {"_margin_ _savings_", 0.3, 0.5},
    {"_uptime_ _availability_", 0.995, 0.8},
    {"_attendance_ _completion_ _pass_ _fill_ _on_time_ _retention_ _accuracy_ _coverage_ "
     "_satisfaction_ _success_ _yield_",
     0.9, 0.7},
    {"_utilization_ _utilisation_ _occupancy_ _load_factor_", 0.7, 0.6},
    {"_loan_to_value_ _ltv_ _debt_to_", 0.6, 0.5},
    {"_probability_ _likelihood_ _propensity_ _risk_", 0.15, 0.9},
    {"_share_ _ownership_ _allocation_ _weight_factor_", 0.25, 0.8},
};
constexpr FractionRule kFractionDefault = {"", 0.3, 0.8};

// Names whose values are fractions whatever else the column says, and names that only look so.
constexpr std::string_view kFractionNames =
    "_rate_ _ratio_ _share_ _probability_ _fraction_ _likelihood_ _propensity_ _weight_factor_ "
    "_allocation_ _utilization_ _utilisation_ _occupancy_ _loss_given_default_ ^_pd_$ ^_lgd_$";
constexpr std::string_view kNoFractions =
    "_exchange_rate_ _fx_rate_ _hourly_rate_ _daily_rate_ _day_rate_ _room_rate_ _billing_rate_ "
    "_pay_rate_ _heart_rate_ _flow_rate_ _share_price_ _shares_ _rate_amount_ _growth_";

// How often "1 where ..." is 1.
struct FlagRule {
  std::string_view patterns;
  const char* probability;
};
constexpr FlagRule kFlags[] = {
    {"_employed_ _active_ _headcount_ _enrolled_ _in_force_ _present_", "0.97"},
    {"_solved_ _resolved_ _on_time_ _completed_ _delivered_", "0.72"},
    {"_bounce_ _only_", "0.42"},
    {"_leaver_ _left_ _churn_ _churned_ _cancelled_ _began_ _new_ _joiner_ _hired_ _fraud_",
     "0.02"},
    {"_conversion_ _order_ _purchase_", "0.035"},
};

// The middle of an amount in a table about such a subject, in the currency's unit. The first that
// is named wins, so the narrow ones come first.
struct SubjectRule {
  std::string_view patterns;
  double median;
};
constexpr SubjectRule kSubjects[] = {
    {"_page_ _click_ _impression_ _session_ _visit_to_the_site_", 12},
    {"_campaign_ _advertising_ _ad_", 420},
    {"_subscription_ _subscriptions_ _plan_ _subscriber_", 48},
    {"_payroll_ _salary_ _employee_ _employees_ _pay_", 4600},
    {"_claim_ _claims_", 3200},
    {"_policy_ _policies_ _premium_ _insured_ _insurance_", 850},
    {"_instalment_ _installment_ _repayment_ _payment_on_a_loan_ _payment_received_on_a_loan_",
     640},
    {"_loan_ _loans_ _mortgage_ _lent_ _borrower_ _lease_ _credit_line_", 16000},
    {"_encounter_ _patient_ _patients_ _treatment_ _admission_ _surgery_ _stay_", 1900},
    {"_student_ _students_ _tuition_ _registration_", 2400},
    {"_account_ _bank_ _booking_", 260},
    {"_purchase_order_ _invoice_ _shipment_ _supplier_", 900},
    {"_run_ _machine_ _production_ _inspection_", 350},
};
constexpr double kAmountMedian = 85;

// Lower case words between underscores, so that rules for names also read sentences.
std::string words_of(std::string_view sentence) {
  std::string out;
  for (const char c : text::to_lower(sentence)) {
    const bool keep = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (keep) out.push_back(c);
    if (!keep && !out.empty() && out.back() != '_') out.push_back('_');
  }
  return out;
}

bool is_percent(const spec::Column& column, std::string_view name) {
  if (text::equals_ignoring_case(column.unit, "percent") || column.unit == "%" ||
      matches("_pct_ _percent_ _percentage_", name)) {
    return true;
  }
  if (text::equals_ignoring_case(column.unit, "ratio")) return false;
  if (matches("_percent_", words_of(column.description))) return true;
  // A rate with two decimal places and room for 100: 12.50.
  const spec::Type& type = column.type;
  return type.kind == TypeKind::kDecimal && type.scale >= 0 && type.scale <= 2 &&
         type.precision - type.scale >= 3;
}

Inferred fraction(const spec::Column& column, std::string_view name) {
  const FractionRule* rule = &kFractionDefault;
  for (const FractionRule& candidate : kFractions) {
    if (!matches(candidate.patterns, name)) continue;
    rule = &candidate;
    break;
  }
  const double scale = is_percent(column, name) ? 100 : 1;
  const bool discount = matches("_discount_ _markdown_", name) && scale == 100;
  if (discount) {
    return {read_fill("categorical values=5:20|10:30|15:18|20:16|25:8|30:5|50:3"),
            "named like a discount in percent"};
  }
  return {read_fill(fmt::format("logit_normal median={} sigma={} scale={}", rule->median * scale,
                                rule->sigma, scale)),
          scale == 100 ? "a percentage: 0 to 100" : "a fraction: 0 to 1"};
}

// "1 to 5" in a description, or "0 to 100".
std::optional<std::pair<int, int>> range_in(std::string_view description) {
  const std::size_t middle = description.find(" to ");
  if (middle == std::string_view::npos) return {};
  std::size_t begin = middle;
  while (begin > 0 && std::isdigit(static_cast<unsigned char>(description[begin - 1])) != 0) {
    --begin;
  }
  std::size_t end = middle + 4;
  while (end < description.size() && std::isdigit(static_cast<unsigned char>(description[end]))) {
    ++end;
  }
  const auto low = text::to_int64(description.substr(begin, middle - begin));
  const auto high = text::to_int64(description.substr(middle + 4, end - middle - 4));
  if (!low || !high || *low >= *high || *high > 10'000) return {};
  return std::pair(static_cast<int>(*low), static_cast<int>(*high));
}

Inferred by_description(const spec::Column& column, std::string_view name) {
  const std::string lower = text::to_lower(column.description);
  if (lower.starts_with("1 a row") || lower.starts_with("1 per row") ||
      lower.starts_with("always 1")) {
    return {read_fill("constant value=1"), "its description: 1 a row"};
  }
  if (lower.starts_with("1 where") || lower.starts_with("1 if") || lower.starts_with("1 when")) {
    const std::string all = fmt::format("{}_{}", name, words_of(lower));
    const char* probability = "0.08";
    for (const FlagRule& rule : kFlags) {
      if (!matches(rule.patterns, all)) continue;
      probability = rule.probability;
      break;
    }
    return {read_fill(fmt::format("bernoulli probability={}", probability)),
            "its description: 0 or 1"};
  }
  if (const auto range = range_in(column.description)) {
    const auto [low, high] = *range;
    if (low == 0 && high == 1 && !column.type.is_integer()) return fraction(column, name);
    const double width = high - low;
    return {read_fill(fmt::format("normal mean={} stddev={} min={} max={}", low + 0.7 * width,
                                  0.2 * width, low, high)),
            fmt::format("its description: {} to {}", low, high)};
  }
  return {};
}

}  // namespace

Inferred infer_from_meaning(const spec::Column& column) {
  if (!column.type.is_numeric()) return {};
  const std::string name = snake_case(column.name);
  if (Inferred found = by_description(column, name); !found.fill.generator.empty()) return found;
  const bool ratio = text::equals_ignoring_case(column.unit, "ratio") ||
                     text::equals_ignoring_case(column.unit, "fraction");
  const bool percent = text::equals_ignoring_case(column.unit, "percent") || column.unit == "%";
  const bool named = matches(kFractionNames, name) && column.unit.empty();
  const bool named_percent = matches("_pct_ _percent_ _percentage_", name);
  const bool small = column.type.kind == TypeKind::kDecimal && column.type.scale >= 3 &&
                     column.type.precision - column.type.scale <= 1;  // DECIMAL(5,4)
  if (matches(kNoFractions, name)) return {};
  if (column.type.is_integer() && !percent && !named_percent) return {};
  if (ratio || percent || named || named_percent || small) return fraction(column, name);
  return {};
}

double amount_median(const spec::Table& table, const spec::Column& column) {
  std::string words = words_of(
      fmt::format("{} {} {} {}", column.name, column.description, table.grain, table.description));
  for (const std::string& synonym : column.synonyms) words += "_" + words_of(synonym);
  for (const SubjectRule& rule : kSubjects) {
    if (matches(rule.patterns, words)) return rule.median;
  }
  return kAmountMedian;
}

}  // namespace dbx::seed
