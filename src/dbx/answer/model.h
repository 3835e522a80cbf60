// A database as questions see it: tables and columns with the words of their names, what kind of
// values they hold, and how tables are joined. Made from any Schema; a Spec adds descriptions,
// synonyms and roles. Values only; thread-safe once made.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/answer/reading.h"
#include "dbx/base/result.h"
#include "dbx/schema/schema.h"
#include "dbx/spec/spec.h"

namespace dbx::answer {

enum class ValueKind { kText, kNumber, kDate, kBoolean, kOther };

// A word of a name, ready to be compared with a token.
struct NameWord {
  std::string lemma;
  std::string stem;
  std::string verb;       // the base of a form of a verb: "take" of "took"
  bool is_light = false;  // goes without saying: "made" of date_claim_made
  bool of_table = false;  // also a word of the table's name, so that it need not be said
};

using NameWords = std::vector<NameWord>;

struct ColumnModel {
  std::string name;
  NameWords words;
  std::vector<NameWords> synonyms;
  ValueKind kind = ValueKind::kText;
  bool is_key = false;        // of the primary key, alone
  bool in_key = false;        // of the primary key
  bool is_reference = false;  // of a foreign key
  bool is_id = false;         // its name says that it numbers things
  bool is_name = false;       // what people call a row
  bool is_measure = false;    // of a fact: summed up rather than shown
  bool is_balance =
      false;  // a measure that is not summed over time: the last of each period counts
  Aggregate usual = Aggregate::kSum;  // of a measure, where the question does not say

  // A number that counts or measures, rather than one that says which.
  bool is_amount() const { return kind == ValueKind::kNumber && !is_id && !is_reference; }
  // An amount or a day: there is more and less of it, earlier and later.
  bool has_order() const {
    return (kind == ValueKind::kNumber || kind == ValueKind::kDate) && !is_id && !is_reference;
  }
};

struct TableModel {
  std::string schema;
  std::string name;
  NameWords words;
  std::vector<NameWords> synonyms;
  std::vector<ColumnModel> columns;
  std::vector<int> primary_key;
  bool is_bridge = false;  // nothing but references, or hardly more
  bool is_fact = false;
  bool is_snapshot = false;  // a fact whose rows say how things stood, day after day
  int natural_key = -1;      // of a dimension that keeps versions: the column that stays the same
};

constexpr int kFar = 99;  // of distance: no way

// table.column references to_table.to_column.
struct Link {
  int table = 0;
  int column = 0;
  int to_table = 0;
  int to_column = 0;
  double cost = 1;  // 1 declared; more where it is inferred from names
};

// The table of days that facts refer to.
struct Calendar {
  int table = -1;
  int date = -1;               // the day itself
  std::array<int, 5> numbers;  // by Period: the column of the year, of the month within it, ...; -1
};

struct Model {
  std::vector<TableModel> tables;
  std::optional<Calendar> calendar;
  std::vector<Link> links;
  std::vector<std::vector<int>> distance;  // links between two tables; kFar: none

  // The same, for one question: what its words say of links makes them cheaper.
  std::vector<double> link_costs() const {
    std::vector<double> costs;
    for (const Link& link : links) costs.push_back(link.cost);
    return costs;
  }
  const ColumnModel& column(int table, int at) const {
    return tables[static_cast<std::size_t>(table)].columns[static_cast<std::size_t>(at)];
  }
  bool is_star() const {
    return std::any_of(tables.begin(), tables.end(), [](const auto& held) { return held.is_fact; });
  }
  const ColumnModel& column(const Field& field) const { return column(field.table, field.column); }
  const TableModel& table(int at) const { return tables[static_cast<std::size_t>(at)]; }
};

Model make_model(const schema::Schema& schema);
// Adds what a spec says of the tables and columns that the model has, too: synonyms, facts and
// their measures, names, versions.
void add_spec(Model& model, const spec::Spec& spec);
// Of every two tables, by the links there are.
void measure_distances(Model& model);
// Finds facts, measures and the calendar by names, where no spec says which they are: fact_sales,
// dim_date.
void infer_roles(Model& model);
// "clients", "dim_customer" or "dim_customer.segment". Errors: unknown-table, unknown-column, with
// the nearest names.
Status teach(Model& model, std::string_view words, std::string_view meaning);

bool has_word(const NameWords& words, std::string_view lemma);

// The words of an identifier: "StuID", "stu_id" -> student id, where `context` has "student".
NameWords words_of(std::string_view identifier, const NameWords& context);
// The same, but words that run together stay so: "mailshot".
NameWords whole_words_of(std::string_view identifier, const NameWords& context);

// How much two words mean the same: 1 the same word, 0 nothing in common.
double similarity(const std::string& lemma, const std::string& verb, const std::string& stem,
                  const NameWord& word);

}  // namespace dbx::answer
