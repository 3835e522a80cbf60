// Every kind of question that is suggested, and the table of them. The last item of each query is
// the figure. Scores: 0.9 what anyone asks first, 0.5 what is good to know.
#include "dbx/ask/templates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/ask/select_builder.h"
#include "dbx/base/text.h"

namespace dbx::ask {
namespace {

using query::Expression;
using query::Function;
using query::Operator;
using spec::Additivity;

constexpr std::size_t kMeasuresMax = 6;  // of a fact; the first ones are the author's main ones
constexpr std::int64_t kRowsMax = 20;
constexpr std::int64_t kRankedMax = 10;
constexpr std::int64_t kPeriodsMax = 12;

std::string alias_of(std::string_view label) { return text::replace_all(label, " ", "_"); }

// "loan payments"; "records of student attendance" where the name is no plural.
std::string rows_of(const FactView& view) {
  const std::string last = view.label.substr(view.label.rfind(' ') + 1);
  return stem(last) != last ? view.label : "records of " + view.label;
}

// What a measure comes to over any set of rows of one date.
struct Figure {
  std::string words;  // "total sales amount"
  Expression expression;
};

Figure figure_of(const SelectBuilder& builder, const Measure& measure) {
  const Expression column = builder.own(measure.column.name);
  if (measure.additivity != Additivity::kNonAdditive) {
    const std::string words =
        measure.label.starts_with("total ") ? measure.label : "total " + measure.label;
    return {words, query::call(Function::kSum, {column})};
  }
  const spec::Column& rate = measure.column;
  if (!rate.numerator.empty() && !rate.denominator.empty()) {
    const auto sum = [&](const std::string& part) {
      return query::call(Function::kToDouble, {query::call(Function::kSum, {builder.own(part)})});
    };
    const Expression below =
        query::call(Function::kNullIf, {sum(rate.denominator), query::number(0)});
    return {measure.label, query::operation(Operator::kDivide, {sum(rate.numerator), below})};
  }
  const bool is_maximum = rate.default_aggregate == spec::Aggregate::kMax;
  const bool is_minimum = rate.default_aggregate == spec::Aggregate::kMin;
  if (is_maximum) return {"highest " + measure.label, query::call(Function::kMax, {column})};
  if (is_minimum) return {"lowest " + measure.label, query::call(Function::kMin, {column})};
  return {"average " + measure.label, query::call(Function::kAvg, {column})};
}

class Maker {
 public:
  explicit Maker(const FactView& view) : view_(view) {}

  void totals() {
    for_measures([&](const Measure& measure, double weight) {
      if (measure.additivity == Additivity::kSemiAdditive) return;
      SelectBuilder builder(*view_.fact);
      const Figure figure = figure_of(builder, measure);
      builder.item(figure.expression, alias_of(figure.words));
      add("total", measure.column.name, {}, 0.55 * weight,
          fmt::format("What is the {} over all {}?", figure.words, rows_of(view_)), builder);
    });
  }

  void by_attribute() {
    for_measures([&](const Measure& measure, double weight) {
      if (measure.additivity == Additivity::kSemiAdditive) return;
      for (const Attribute& attribute : view_.attributes) {
        SelectBuilder builder(*view_.fact);
        const Figure figure = figure_of(builder, measure);
        group_by(builder, attribute, figure);
        add("attribute", measure.column.name, attribute.label,
            (0.6 + 0.3 * attribute.weight) * weight,
            fmt::format("What is the {} by {}?", figure.words, attribute.label), builder);
      }
    });
  }

  // Balances: the sum on each date, averaged over the dates; never a sum over time.
  void balance_by_attribute() {
    if (view_.dates.empty()) return;
    for_measures([&](const Measure& measure, double weight) {
      if (measure.additivity != Additivity::kSemiAdditive) return;
      for (const Attribute& attribute : view_.attributes) {
        if (is_of(attribute.path, view_.dates[0].path)) continue;
        SelectBuilder builder(*view_.fact);
        const Figure figure = mean_over_dates(builder, measure);
        group_by(builder, attribute, figure);
        add("balance", measure.column.name, attribute.label,
            (0.6 + 0.3 * attribute.weight) * weight,
            fmt::format("What is the {} by {}, averaged over the dates?", figure.words,
                        attribute.label),
            builder);
      }
    });
  }

  void balance_at_last_dates() {
    if (view_.dates.empty()) return;
    for_measures([&](const Measure& measure, double weight) {
      if (measure.additivity != Additivity::kSemiAdditive) return;
      for (const std::int64_t dates : {std::int64_t{1}, kPeriodsMax}) {
        SelectBuilder builder(*view_.fact);
        const DateRole& date = view_.dates[0];
        const Expression day = builder.column(date.path, date.column, false);
        const Figure figure = figure_of(builder, measure);
        builder.group(day, alias_of(date.label));
        builder.item(figure.expression, alias_of(figure.words));
        builder.order(day, true);
        builder.limit(dates);
        add("last date", measure.column.name, date.label, (dates == 1 ? 0.9 : 0.7) * weight,
            dates == 1
                ? fmt::format("What is the {} on the last date?", figure.words)
                : fmt::format("What was the {} on each of the last {} dates?", figure.words, dates),
            builder);
      }
    });
  }

  void ranking() {
    for_measures([&](const Measure& measure, double weight) {
      for (const Member& member : view_.members) {
        SelectBuilder builder(*view_.fact);
        const bool is_balance = measure.additivity == Additivity::kSemiAdditive;
        if (is_balance && view_.dates.empty()) continue;
        const Figure figure =
            is_balance ? mean_over_dates(builder, measure) : figure_of(builder, measure);
        name_member(builder, member);
        builder.item(figure.expression, alias_of(figure.words));
        builder.order(figure.expression, true);
        builder.limit(kRankedMax);
        add("ranking", measure.column.name, member.path.label, 0.8 * weight,
            fmt::format("Which {} {} have the highest {}{}?", kRankedMax, member.plural,
                        figure.words, is_balance ? ", averaged over the dates" : ""),
            builder);
      }
    });
  }

  void by_period() {
    struct Period {
      Function function;
      const char* noun;
      double score;
    };
    static constexpr Period kPeriods[] = {{Function::kMonthStart, "month", 0.85},
                                          {Function::kYearStart, "year", 0.6}};
    for_measures([&](const Measure& measure, double weight) {
      if (measure.additivity == Additivity::kSemiAdditive) return;
      for (const DateRole& date : view_.dates) {
        for (const Period& period : kPeriods) {
          SelectBuilder builder(*view_.fact);
          const Figure figure = figure_of(builder, measure);
          const Expression start =
              query::call(period.function, {builder.column(date.path, date.column, false)});
          builder.group(start, period.noun);
          builder.item(figure.expression, alias_of(figure.words));
          builder.order(start, false);
          const bool is_first = &date == view_.dates.data();
          add("period", measure.column.name, period.noun + (" " + date.label),
              period.score * weight * (is_first ? 1 : 0.8),
              fmt::format("How does the {} change from {} to {}{}?", figure.words, period.noun,
                          period.noun, by_date(date)),
              builder);
        }
      }
    });
  }

  void averages() {
    for_measures([&](const Measure& measure, double weight) {
      if (measure.additivity != Additivity::kAdditive || is_one_a_row(measure)) return;
      for (const Attribute& attribute : view_.attributes) {
        SelectBuilder builder(*view_.fact);
        const Figure figure = {"average " + measure.label,
                               query::call(Function::kAvg, {builder.own(measure.column.name)})};
        group_by(builder, attribute, figure);
        add("average", measure.column.name, attribute.label,
            (0.4 + 0.2 * attribute.weight) * weight,
            fmt::format("What is the {} per row by {}?", figure.words, attribute.label), builder);
      }
    });
  }

  // "discount amount as a share of sales amount": two amounts of one unit of which one is the
  // whole.
  void shares() {
    static constexpr auto kWholes = std::to_array<std::string_view>(
        {"sales", "revenue", "payment", "order", "claim", "charge", "gross", "billed", "written",
         "requested", "invoice", "sale", "total"});
    static constexpr auto kParts = std::to_array<std::string_view>(
        {"discount", "cost", "interest", "principal", "fee", "tax", "paid", "profit", "commission",
         "approved", "earned", "net", "scrap"});
    for (const Measure& whole : view_.measures) {
      if (!is_amount(whole, kWholes) || is_amount(whole, kParts)) continue;
      for (const Measure& part : view_.measures) {
        if (&part == &whole || !is_amount(part, kParts)) continue;
        if (part.column.unit != whole.column.unit) continue;
        for (const Attribute& attribute : view_.attributes) share(part, whole, attribute);
      }
    }
  }

  // Of a snapshot with figures, the number of rows says little.
  void counts() {
    if (view_.fact->type == spec::FactType::kPeriodicSnapshot && !view_.measures.empty()) return;
    const double weight = view_.measures.empty() ? 1 : 0.6;
    const Expression rows = query::call(Function::kCount);
    const std::string alias = "row_count";
    for (const Attribute& attribute : view_.attributes) {
      SelectBuilder builder(*view_.fact);
      group_by(builder, attribute, {alias, rows});
      add("count", {}, attribute.label, (0.6 + 0.3 * attribute.weight) * weight,
          fmt::format("How many {} are there by {}?", rows_of(view_), attribute.label), builder);
    }
    for (const Member& member : view_.members) {
      SelectBuilder builder(*view_.fact);
      name_member(builder, member);
      builder.item(rows, alias);
      builder.order(rows, true);
      builder.limit(kRankedMax);
      add("count ranking", {}, member.path.label, 0.75 * weight,
          fmt::format("Which {} {} have the most {}?", kRankedMax, member.plural, rows_of(view_)),
          builder);
    }
    for (const DateRole& date : view_.dates) {
      SelectBuilder builder(*view_.fact);
      const Expression start =
          query::call(Function::kMonthStart, {builder.column(date.path, date.column, false)});
      builder.group(start, "month");
      builder.item(rows, alias);
      builder.order(start, false);
      add("count period", {}, "month " + date.label, 0.7 * weight,
          fmt::format("How many {} are there per month{}?", rows_of(view_), by_date(date)),
          builder);
    }
  }

  void distinct_members() {
    if (view_.dates.empty()) return;
    const DateRole& date = view_.dates[0];
    for (const Member& member : view_.members) {
      if (member.identity.empty()) continue;
      SelectBuilder builder(*view_.fact);
      const Expression start =
          query::call(Function::kMonthStart, {builder.column(date.path, date.column, false)});
      builder.group(start, "month");
      builder.item(query::call(Function::kCountDistinct,
                               {builder.column(member.path, member.identity[0], false)}),
                   alias_of(member.plural));
      builder.order(start, false);
      add("distinct", {}, member.path.label, 0.5,
          fmt::format("How many different {} appear in {} each month?", member.plural,
                      rows_of(view_)),
          builder);
    }
  }

  std::vector<Candidate> take() { return std::move(candidates_); }

 private:
  template <class Body>
  void for_measures(Body body) const {
    for (std::size_t i = 0; i < view_.measures.size() && i < kMeasuresMax; ++i) {
      body(view_.measures[i], 1 - 0.06 * static_cast<double>(i));
    }
  }

  static bool is_of(const Path& a, const Path& b) { return a.key != nullptr && a.key == b.key; }

  // 1 a row: its average says nothing.
  static bool is_one_a_row(const Measure& measure) { return measure.label.ends_with(" count"); }

  template <std::size_t size>
  static bool is_amount(const Measure& measure, const std::array<std::string_view, size>& words) {
    if (measure.additivity != Additivity::kAdditive) return false;
    if (measure.column.type.kind != spec::TypeKind::kDecimal) return false;
    const auto parts = text::split(measure.column.name, '_');
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
      return std::find(words.begin(), words.end(), part) != words.end();
    });
  }

  std::string by_date(const DateRole& date) const {
    const bool goes_without_saying = view_.dates.size() == 1 || date.label == "date";
    return goes_without_saying ? std::string() : fmt::format(" of the {}", date.label);
  }

  static void group_by(SelectBuilder& builder, const Attribute& attribute, const Figure& figure) {
    builder.group(builder.column(attribute.path, attribute.column, true),
                  alias_of(attribute.label));
    builder.item(figure.expression, alias_of(figure.words));
    builder.order(figure.expression, true);
    builder.limit(kRowsMax);
  }

  // Two members may bear one name: the business key tells them apart.
  static void name_member(SelectBuilder& builder, const Member& member) {
    for (const std::string& column : member.identity) {
      if (column != member.display) {
        builder.group(builder.column(member.path, column, false), column);
      }
    }
    builder.group(builder.column(member.path, member.display, false), member.display);
  }

  Figure mean_over_dates(SelectBuilder& builder, const Measure& measure) const {
    const DateRole& date = view_.dates[0];
    const Figure sum = figure_of(builder, measure);
    const Expression days =
        query::call(Function::kCountDistinct, {builder.column(date.path, date.column, false)});
    return {sum.words,
            query::operation(Operator::kDivide,
                             {query::call(Function::kToDouble, {sum.expression}), days})};
  }

  void share(const Measure& part, const Measure& whole, const Attribute& attribute) {
    SelectBuilder builder(*view_.fact);
    const auto sum = [&](const Measure& measure) {
      return query::call(Function::kToDouble,
                         {query::call(Function::kSum, {builder.own(measure.column.name)})});
    };
    const Figure figure = {
        "share of " + whole.label,
        query::operation(
            Operator::kDivide,
            {sum(part), query::call(Function::kNullIf, {sum(whole), query::number(0)})})};
    group_by(builder, attribute, figure);
    add("share", part.column.name, attribute.label, 0.5 + 0.2 * attribute.weight,
        fmt::format("What is {} as a share of {} by {}?", part.label, whole.label, attribute.label),
        builder);
  }

  void add(std::string kind, std::string measure, std::string by, double score,
           std::string question, SelectBuilder& builder) {
    Candidate candidate;
    candidate.suggestion = {std::move(question), builder.take(), score, view_.label};
    candidate.kind = std::move(kind);
    candidate.measure = std::move(measure);
    candidate.by = std::move(by);
    candidates_.push_back(std::move(candidate));
  }

  const FactView& view_;
  std::vector<Candidate> candidates_;
};

// One line a kind of question.
constexpr void (Maker::*kTemplates[])() = {
    &Maker::by_attribute,
    &Maker::ranking,
    &Maker::by_period,
    &Maker::balance_at_last_dates,
    &Maker::balance_by_attribute,
    &Maker::shares,
    &Maker::totals,
    &Maker::averages,
    &Maker::counts,
    &Maker::distinct_members,
};

}  // namespace

std::vector<Candidate> candidates(const FactView& view) {
  Maker maker(view);
  for (const auto make : kTemplates) (maker.*make)();
  return maker.take();
}

}  // namespace dbx::ask
