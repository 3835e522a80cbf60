// What a prompt says outright, before any knowledge is asked: lists of dimensions and measures,
// grain, history, names. Words that are part of no such clause are the subject, which tells the
// process.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/design/words.h"
#include "dbx/spec/spec.h"

namespace dbx::design {

// One thing of a list: "customer (name, tier)".
struct Item {
  std::vector<Token> words;  // kWord tokens only
  std::vector<Item> attributes;

  Phrase phrase() const;
  std::string text() const;  // "sales rep"
};

using Items = std::vector<Item>;

struct Wishes {
  Items dimensions;          // "with dimensions a, b", "a and b dimensions": these and no others
  Items measures;            // "measures a, b": these and no others
  std::vector<Items> mixed;  // "with a, b": a list each; what they are depends on the process
  Items groupings;           // "by a and b", "per c"
  Items tracked;             // "track a and b": measures, where they are; also part of the subject
  Items history;             // "track history of a"; an empty item: of everything
  Items excluded;            // "without a"
  Items grain;               // "one row per a per b"
  std::optional<spec::FactType> fact_type;
  std::string period;          // of a snapshot: day, week, month, quarter, year
  std::string warehouse_name;  // "called x"
  std::string fact_name;       // "a fact table called x"
  std::vector<Token> subject;  // with kStop tokens where words were taken out
};

Wishes read_wishes(const std::vector<Token>& tokens);

}  // namespace dbx::design
