// Which generator suits a column that names none: an ordered list of rules over name, type, role,
// unit. The first rule that matches wins, so narrow ones stand before wide ones. A rule yields a
// `fill:` as a user could have written it. To add a rule: a line in infer_text.cpp or
// infer_number.cpp; for what unit and description say, in infer_measure.cpp. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "dbx/spec/spec.h"

namespace dbx::seed {

struct Inferred {
  spec::Fill fill;
  std::string why;  // "named like an e-mail address"
};

// `name` is matched as "^_" + name + "_$", so that "_email_" is a whole word, "^_is_" a first word
// and
// "_date_$" a last one; `patterns` are alternatives between spaces. `fill` is written
// "generator parameter=value parameter=a|b|c" with weights after colons and '~' for a space.
struct Rule {
  std::string_view patterns;
  std::string_view fill;
  std::string_view why;
  bool generic = false;  // a last choice: synonyms are asked before it
};

std::span<const Rule> text_rules();
std::span<const Rule> identifier_rules();  // text that ends in id, code, number, ...
std::span<const Rule> number_rules();      // DECIMAL, REAL, DOUBLE
std::span<const Rule> integer_rules();     // SMALLINT, INT, BIGINT
std::span<const Rule> other_rules();       // BOOLEAN, DATE, TIMESTAMP, TIME, UUID, JSON, ...

// Nothing, or what unit and description say about a number: a fraction 0..1, a percentage, 0 or 1.
Inferred infer_from_meaning(const spec::Column& column);
// The middle of an amount, by the subject of the column and its table: 16,000 for loans.
double amount_median(const spec::Table& table, const spec::Column& column);
// "generator parameter=a:1|b:2" -> Fill; see Rule.
spec::Fill read_fill(std::string_view written);

// Never empty: the last resort is a few values named after the column, and says so.
// Codes get room for `rows` values.
Inferred infer(const spec::Table& table, const spec::Column& column, std::int64_t rows);

// The words of a name in lower case between underscores: customerId and Customer-ID give
// customer_id.
std::string snake_case(std::string_view name);
// Does any of the alternatives occur in the padded name?
bool matches(std::string_view patterns, std::string_view snake_name);
// dim_customer -> customer, fact_sales -> sales.
std::string table_stem(std::string_view table);
// A pattern for the code generator after the column: company_id -> COMP-######, with as many digits
// as `rows` needs, no longer than the type; bare letters and digits ("***") where that is too
// narrow.
std::string code_pattern(const spec::Column& column, std::int64_t rows);

}  // namespace dbx::seed
