// The tables of rules between measures.
#include "dbx/seed/measure_rules.h"

#include "dbx/seed/infer.h"

namespace dbx::seed {
namespace {

constexpr MeasureRule kRules[] = {
    // Credit risk
    {"_expected_loss_ _ecl_",
     "product_of",
     {"_exposure_at_default_ _ead_ _exposure_", "_probability_of_default_ ^_pd_",
      "_loss_given_default_ ^_lgd_"}},
    {"_exposure_at_default_ _ead_", "share", {"_outstanding_ _drawn_"}, {}, 1, 1.15},
    {"_provision_ _allowance_ _impairment_", "share", {"_expected_loss_ _ecl_"}, {}, 0.95, 1.2},
    {"_arrears_ _overdue_amount_ _past_due_amount_",
     "share",
     {"_outstanding_balance_ _balance_"},
     {},
     0.01,
     0.08,
     "_days_past_due_ _days_overdue_ _days_late_"},
    {"_accrued_interest_ _interest_accrued_ _interest_receivable_",
     "share",
     {"_outstanding_balance_ _closing_balance_ _balance_"},
     {},
     0.0005,
     0.005},
    {"_principal_paid_in_ _principal_repaid_",
     "share",
     {"_outstanding_balance_ _balance_"},
     {},
     0.01,
     0.04},
    {"_principal_paid_ _principal_amount_ _principal_portion_ _principal_payment_",
     "sum_of",
     {"_payment_amount_ _instalment_ _installment_ _total_paid_ _repayment_"},
     {"_interest_paid_ _interest_amount_ _interest_portion_ _interest_"}},
    {"_late_fee_ _penalty_",
     "share",
     {"_payment_amount_ _amount_due_ _instalment_"},
     {},
     0.01,
     0.06,
     "_days_late_ _days_past_due_ _days_overdue_"},
    {"_available_balance_",
     "share",
     {"_closing_balance_ _current_balance_ _ledger_balance_"},
     {},
     0.88,
     1},
    // Pay
    {"_tax_withheld_ _income_tax_ _withholding_",
     "share",
     {"_gross_pay_ _gross_salary_ _gross_"},
     {},
     0.14,
     0.32},
    {"_net_pay_ _net_salary_ _net_wage_",
     "sum_of",
     {"_gross_pay_ _gross_salary_ _gross_wage_"},
     {"_tax_withheld_ _income_tax_ _withholding_", "?_deduction_ _deductions_"}},
    // Sales
    {"_net_amount_ _net_sales_ _net_revenue_ _net_price_",
     "sum_of",
     {"_gross_amount_ _gross_sales_ _gross_revenue_ _list_amount_"},
     {"_discount_ _rebate_"}},
    {"_gross_profit_ _profit_ _gross_margin_ _margin_amount_ ^_margin_$",
     "sum_of",
     {"_net_sales_ _net_revenue_ _net_amount_ _sales_amount_ _revenue_ _sales_ _order_amount_"},
     {"_cost_amount_ _cost_of_ _cogs_ _total_cost_ ^_cost_$"}},
    {"_total_amount_ _total_due_ _grand_total_ _invoice_total_ _order_total_ _amount_due_",
     "sum_of",
     {"_net_amount_ _net_sales_", "_tax_ _vat_", "?_freight_ _shipping_"}},
    {"_total_amount_ _total_due_ _grand_total_ _invoice_total_ _order_total_ _amount_due_",
     "sum_of",
     {"_subtotal_", "?_tax_ _vat_", "?_freight_ _shipping_"},
     {"?_discount_ _rebate_"}},
    {"_inventory_value_ _stock_value_",
     "product_of",
     {"_on_hand_ _stock_quantity_", "_unit_cost_ _standard_cost_"}},
    {"_inventory_value_ _stock_value_", "share", {"_on_hand_ _stock_quantity_"}, {}, 14, 34},
    // Insurance
    {"_earned_premium_", "share", {"_written_premium_ _gross_premium_"}, {}, 0.7, 1},
    {"_commission_", "share", {"_written_premium_ _premium_"}, {}, 0.06, 0.16},
    {"_reserve_", "share", {"_claim_amount_ _claimed_ _incurred_"}, {}, 0.05, 0.6},
    // Quantities
    {"_quantity_shipped_ _shipped_quantity_ _quantity_delivered_",
     "share",
     {"_quantity_ordered_ _ordered_quantity_ _order_quantity_"},
     {},
     1,
     1},
    {"_scrapped_ _rejected_ _wasted_", "share", {"_produced_ _made_"}, {}, 0, 0.06},
    {"_defective_ _failed_", "share", {"_inspected_ _tested_"}, {}, 0, 0.08},
    {"_click_ _clicks_", "share", {"_impression_ _impressions_"}, {}, 0.004, 0.05},
    {"_conversion_ _conversions_", "share", {"_click_ _clicks_"}, {}, 0, 0.08},
    {"_spend_ _ad_cost_ _media_cost_", "share", {"_click_ _clicks_"}, {}, 0.3, 2.4},
};

constexpr PartRule kParts[] = {
    {"_discount_ _rebate_ _markdown_", 0, 0.25},
    {"_tax_ _vat_", 0.05, 0.2},
    {"_interest_", 0.02, 0.35},
    {"_fee_ _commission_ _tip_ _penalty_", 0.005, 0.05},
    {"_freight_ _shipping_", 0.02, 0.12},
    {"_refund_ _deductible_ _copay_ _write_off_", 0, 0.3},
    {"_cost_ _cogs_", 0.45, 0.8},
    {"_profit_ _margin_", 0.05, 0.4},
    {"_net_ _paid_ _approved_ _settled_ _collected_", 0.6, 1},
};

constexpr PartRule kNumerators[] = {
    {"_scrap_ _defect_ _error_ _failure_ _fraud_ _churn_ _attrition_ _return_ _complaint_ "
     "_default_ _loss_",
     0, 0.08},
    {"_click_ _ctr_ _conversion_", 0.002, 0.06},
    {"_utilization_ _utilisation_ _occupancy_ _completion_ _attendance_ _fill_ _on_time_ "
     "_success_ _retention_",
     0.6, 1},
};
constexpr PartRule kNumeratorDefault = {"", 0.05, 0.6};

}  // namespace

std::span<const MeasureRule> measure_rules() { return kRules; }
std::span<const PartRule> part_rules() { return kParts; }

PartRule numerator_rule(std::string_view rate_name) {
  for (const PartRule& rule : kNumerators) {
    if (matches(rule.patterns, rate_name)) return rule;
  }
  return kNumeratorDefault;
}

}  // namespace dbx::seed
