// Rules for numbers, flags, dates and the rest.
#include "dbx/seed/infer.h"

namespace dbx::seed {
namespace {

constexpr Rule kNumberRules[] = {
    {"_latitude_ _lat_$", "uniform min=-56 max=65", "named like a latitude"},
    {"_longitude_ _lon_$ _lng_$", "uniform min=-120 max=150", "named like a longitude"},
    {"_interest_rate_ _apr_ _coupon_", "normal mean=5.5 stddev=1.8 min=0.5 max=15",
     "named like an interest rate, in percent"},
    {"_exchange_rate_ _fx_rate_", "lognormal median=1.1 sigma=0.25", "named like an exchange rate"},
    {"_pct_ _percent_ _percentage_", "uniform min=0 max=100", "named like a percentage"},
    {"_rate_ _ratio_ _share_ _probability_ _fraction_ _weight_factor_ _allocation_ _utilization_",
     "uniform min=0 max=1", "named like a rate: 0 to 1"},
    {"_score_", "normal mean=70 stddev=12 min=0 max=100", "named like a score: 0 to 100"},
    {"_rating_ _stars_", "normal mean=3.9 stddev=0.7 min=1 max=5", "named like a rating: 1 to 5"},
    {"_temperature_ _temp_", "normal mean=15 stddev=8", "named like a temperature"},
    {"_weight_ _mass_", "lognormal median=2 sigma=0.9 min=0.01", "named like a weight"},
    {"_distance_ _km_ _miles_", "lognormal median=25 sigma=1 min=0.1", "named like a distance"},
    {"_height_ _length_ _width_ _depth_", "normal mean=50 stddev=15 min=1",
     "named like a measurement"},
    {"_duration_ _minutes_ _hours_ _seconds_ _days_", "exponential mean=30 min=0.1",
     "named like a duration"},
    {"_quantity_ _qty_ _units_", "zipf max=20 exponent=1.4", "named like a quantity"},
    {"_unit_price_ _price_ _list_price_ _unit_cost_ _msrp_",
     "lognormal median=40 sigma=0.9 min=0.5", "named like a price"},
    {"_fee_ _tax_ _freight_ _shipping_ _commission_ _penalty_ _tip_ _charge_",
     "lognormal median=8 sigma=0.8 min=0", "named like a small amount"},
    {"_interest_", "lognormal median=120 sigma=0.9 min=0", "named like interest"},
    {"_discount_ _rebate_", "lognormal median=5 sigma=0.9 min=0", "named like a discount"},
    {"_salary_ _income_ _wage_", "lognormal median=52000 sigma=0.45 min=12000",
     "named like a salary"},
    {"_credit_limit_ _limit_", "lognormal median=8000 sigma=0.8 min=100", "named like a limit"},
    {"_balance_ _outstanding_ _exposure_ _market_value_ _assets_",
     "lognormal median=4200 sigma=1.1 min=0", "named like a balance"},
    {"_principal_ _loan_amount_", "lognormal median=900 sigma=0.9 min=1",
     "named like a loan amount"},
    {"_budget_ _target_ _forecast_ _plan_amount_", "lognormal median=50000 sigma=0.8 min=100",
     "named like a budget"},
    {"_revenue_ _sales_ _amount_ _total_ _value_ _cost_ _spend_ _payment_ _paid_ _profit_ _margin_ "
     "_gross_ _net_ _subtotal_ _premium_ _claim_ _expense_ _price_",
     "lognormal median=120 sigma=1 min=0", "named like an amount"},
};

constexpr Rule kIntegerRules[] = {
    {"_flag_ ^_is_ ^_has_ _indicator_", "bernoulli probability=0.3", "named like a flag"},
    {"_year_", "uniform min=2015 max=2025", "named like a year"},
    {"_quarter_", "uniform min=1 max=4", "named like a quarter"},
    {"_month_", "uniform min=1 max=12", "named like a month"},
    {"_day_of_week_ _weekday_", "uniform min=1 max=7", "named like a weekday"},
    {"_day_", "uniform min=1 max=28", "named like a day of the month"},
    {"_week_", "uniform min=1 max=52", "named like a week"},
    {"_hour_", "uniform min=0 max=23", "named like an hour"},
    {"_minute_", "uniform min=0 max=59", "named like a minute"},
    {"_age_", "normal mean=42 stddev=15 min=18 max=90", "named like an age"},
    {"_line_number_ _line_no_ _line_ _sequence_ _position_ _rank_", "uniform min=1 max=10",
     "named like a position"},
    {"_rating_ _stars_", "normal mean=4 stddev=0.9 min=1 max=5", "named like a rating: 1 to 5"},
    {"_credit_score_", "normal mean=690 stddev=70 min=300 max=850", "named like a credit score"},
    {"_score_ _pct_ _percent_", "normal mean=70 stddev=12 min=0 max=100",
     "named like a score: 0 to 100"},
    {"_capacity_ _square_feet_ _area_ _floor_space_", "lognormal median=2500 sigma=0.7 min=50",
     "named like a capacity"},
    {"_employees_ _employee_count_ _headcount_ _population_",
     "lognormal median=120 sigma=1.3 min=1", "named like a head count"},
    {"_term_ _term_months_ _tenure_", "categorical values=12:20|24:22|36:24|60:22|120:8|360:4",
     "named like a term in months"},
    {"_stock_ _inventory_ _on_hand_", "lognormal median=150 sigma=1 min=0",
     "named like a stock level"},
    {"_duration_ _minutes_ _seconds_ _days_ _lead_time_ _hours_", "exponential mean=14 min=1",
     "named like a duration"},
    {"_quantity_ _qty_ _units_", "zipf max=20 exponent=1.4", "named like a quantity"},
    {"_count_ _num_ _number_of_ _visits_ _views_ _clicks_", "zipf max=50 exponent=1.1",
     "named like a count"},
    {"_bedrooms_ _bathrooms_ _floors_ _children_", "zipf max=6 exponent=0.8",
     "named like a small count"},
    {"_price_ _cost_ _amount_ _fee_ _salary_ _revenue_ _total_",
     "lognormal median=120 sigma=1 min=0", "named like an amount"},
    {"_id_$ _number_$ _no_$ _nr_$ _code_$ _key_$", "sequence", "named like an identifier"},
};

constexpr Rule kOtherRules[] = {
    {"_is_current_ _is_active_ _active_ _enabled_ _is_valid_", "bernoulli probability=0.85",
     "named like a flag that is mostly set"},
    {"_is_deleted_ _deleted_ _is_test_ _is_fraud_ _fraud_ _churned_ _is_returned_ _is_cancelled_ "
     "_default_ _defaulted_",
     "bernoulli probability=0.04", "named like a flag that is rarely set"},
    {"_birth_ _dob_ _birthdate_", "date from=1950-01-01 to=2004-12-31", "named like a birth date"},
};

}  // namespace

std::span<const Rule> number_rules() { return kNumberRules; }
std::span<const Rule> integer_rules() { return kIntegerRules; }
std::span<const Rule> other_rules() { return kOtherRules; }

}  // namespace dbx::seed
