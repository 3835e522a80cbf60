// A database as questions see it: tables and columns with the words of their names, what kind of
// values they hold, and how tables are joined. Made from any Schema; a Spec adds descriptions,
// synonyms and roles. Values only; thread-safe once made.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/schema/schema.h"

namespace dbx::answer {

enum class ValueKind { kText, kNumber, kDate, kBoolean, kOther };

// A word of a name, ready to be compared with a token.
struct NameWord {
  std::string lemma;
  std::string stem;
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
  bool is_nullable = true;
};

struct TableModel {
  std::string schema;
  std::string name;
  NameWords words;
  std::vector<NameWords> synonyms;
  std::vector<ColumnModel> columns;
  std::vector<int> primary_key;
  bool is_bridge = false;  // nothing but references, or hardly more
};

// table.column references to_table.to_column.
struct Link {
  int table = 0;
  int column = 0;
  int to_table = 0;
  int to_column = 0;
  double cost = 1;  // 1 declared; more where it is inferred from names
};

struct Model {
  std::vector<TableModel> tables;
  std::vector<Link> links;

  // The same, for one question: what its words say of links makes them cheaper.
  std::vector<double> link_costs() const {
    std::vector<double> costs;
    for (const Link& link : links) costs.push_back(link.cost);
    return costs;
  }
  const ColumnModel& column(int table, int at) const {
    return tables[static_cast<std::size_t>(table)].columns[static_cast<std::size_t>(at)];
  }
  const TableModel& table(int at) const { return tables[static_cast<std::size_t>(at)]; }
};

Model make_model(const schema::Schema& schema);

// The words of an identifier: "StuID", "stu_id" -> student id, where `context` has "student".
NameWords words_of(std::string_view identifier, const NameWords& context);
// The same, but words that run together stay so: "mailshot".
NameWords whole_words_of(std::string_view identifier, const NameWords& context);

// How much two words mean the same: 1 the same word, 0 nothing in common.
double similarity(const std::string& lemma, const std::string& verb, const std::string& stem,
                  const NameWord& word);

}  // namespace dbx::answer
