// A question as a row of elements: cues, mentions of what the database holds, numbers, and words
// that mean nothing to it. The segmentation that explains most of the question wins. Pure.
#pragma once

#include <string>
#include <vector>

#include "dbx/answer/cues.h"
#include "dbx/answer/model.h"
#include "dbx/answer/periods.h"
#include "dbx/answer/question.h"
#include "dbx/answer/reading.h"
#include "dbx/answer/values.h"

namespace dbx::answer {

// A table or column that a span may mean, and how well it fits (0 to 1).
struct Sense {
  Field field;
  double score = 0;
};

struct Element {
  enum class Kind { kCue, kMention, kNumber, kQuoted, kComma, kStop, kPossessive, kWord, kSpan };

  Kind kind = Kind::kWord;
  std::size_t begin = 0;  // tokens
  std::size_t end = 0;
  CueMatch cue;                  // kCue
  std::vector<Sense> tables;     // kMention, the best first
  std::vector<Sense> columns;    // kMention, the best first
  std::vector<ValueHit> values;  // kMention, kQuoted
  std::string text;              // of the span, as written
  double number = 0;             // kNumber
  Span span;                     // kSpan

  double table_score() const { return tables.empty() ? 0 : tables[0].score; }
  double column_score() const { return columns.empty() ? 0 : columns[0].score; }
  // Does it name a table, rather well, and no column better?
  bool names_table() const { return table_score() > 0.7 && table_score() >= column_score(); }
  bool names_column() const { return !columns.empty() && column_score() > table_score(); }
  bool is(Cue wanted) const { return kind == Kind::kCue && cue.cue == wanted; }
};

// `today`: what "last month" is counted from.
std::vector<Element> split_elements(const std::vector<Token>& tokens, const Model& model,
                                    const ValueIndex& values, std::string_view today);

// Columns that words such as "age birth" mean, of any table; the best first.
std::vector<Sense> columns_named(const Model& model, std::string_view nouns);

}  // namespace dbx::answer
