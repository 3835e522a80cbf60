// What a prompt says outright, before any knowledge is asked: lists of facts, dimensions and
// measures, grain, history, names. Words that are part of no such clause are the subject, which
// tells the process.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dbx/design/words.h"
#include "dbx/spec/spec.h"

namespace dbx::design {

// One thing of a list: "customer (name, tier)", "distance in km", "amount decimal(12,2)".
struct Item {
  std::vector<Token> words;  // kWord tokens only
  std::vector<Item> attributes;
  std::string unit;      // as written: "km"
  std::string type;      // as written: "decimal(12,2)"
  int fact = -1;         // of a measure: the last of the listed facts before it; -1: none
  bool joined = false;   // by "and" or "or" to the item before it
  bool counted = false;  // "number of a"
  bool loose = false;    // attributes after "with" rather than in brackets: some may be neighbours

  Phrase phrase() const;
  std::string text() const;  // "sales rep"
};

using Items = std::vector<Item>;

// "customer (name, tier, type 2)": takes the wish for history out of the attributes. True: there
// was one.
bool take_history_out(Item& item);

// "one row per a per b"
struct GrainWish {
  Items items;
  int fact = -1;  // as Item::fact
};

// The last content words, at most `count`, without a break between them.
Item words_before(std::span<const Token> tokens, std::size_t count);
// Which of the items has the word; -1: none.
int index_of(const Items& items, const Token& word);

struct Wishes {
  Items facts;               // "fact tables a and b", "a fact and b fact": two or more
  Items process;             // "the process is a": no other is looked for
  Items dimensions;          // "with dimensions a, b", "a and b dimensions": these and no others
  Items measures;            // "measures a, b": these and no others
  std::vector<Items> mixed;  // "with a, b": a list each; what they are depends on the process
  Items described;           // "a has x, y and z": of a fact or a dimension
  Items groupings;           // "by a and b", "per c"
  Items tracked;             // "track a and b": measures, where they are; also of the subject
  Items recorded;            // "for each a we store b": measures, unless they are dimensions
  Items counted;             // "how many a", "how long", "number of b" in a sentence
  Items history;             // "track history of a"; an empty item: of everything
  Items excluded;            // "without a"
  Items milestones;          // "milestones a, b", "from a through b to c"
  Items junk;                // "junk dimension of flags a and b", "flags a, b"
  std::vector<std::pair<Item, Item>> many;  // "an a may have several b"
  std::vector<GrainWish> grains;
  std::optional<spec::FactType> fact_type;
  std::string period;          // of a snapshot: day, week, month, quarter, year
  std::string warehouse_name;  // "called x"
  std::string fact_name;       // "a fact table called x"
  std::string engine;          // "in PostgreSQL": as written
  bool no_dimensions = false;  // "no dimensions": cannot be had
  bool no_measures = false;
  std::vector<Token> subject;    // with kStop tokens where words were taken out
  std::vector<Token> narrative;  // sentences that tell how the business works
  std::vector<Token> all;        // the prompt
};

// Measures and grains are of any fact, as the prompt lists none.
void forget_facts(Wishes& wishes);

Wishes read_wishes(const std::vector<Token>& tokens);

}  // namespace dbx::design
