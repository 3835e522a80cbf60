// Nouns of a prompt that no knowledge covers: what may be recorded, who and what takes part, what
// is measured. Guesses from the kinds of things that words mean (english/lexicon.h).
#pragma once

#include <string_view>
#include <vector>

#include "dbx/design/knowledge.h"
#include "dbx/design/wishes.h"
#include "dbx/english/lexicon.h"

namespace dbx::design {

// Words that stand together: "flights", "skate rentals".
struct NounRun {
  Item item;
  std::size_t begin = 0;  // among the tokens
  std::size_t end = 0;
  english::Word head;  // of the last word
};

std::vector<NounRun> noun_runs(const std::vector<Token>& tokens);

// The run that most likely is what happens: "flights" of "flights of birds by handler"; null: none.
// `score`: how likely.
const NounRun* find_event(const Knowledge& knowledge, const std::vector<Token>& tokens,
                          const std::vector<NounRun>& runs, double& score);

// "hives are inspected by beekeepers", "members borrow toys": what happens to what, as a noun:
// "hive inspection", "toy borrowing"; empty: no such sentence.
std::vector<Token> event_of_sentence(const std::vector<Token>& tokens);

// The pattern that things of that kind are made by: person, animal, place, organization,
// equipment, goods; empty: none.
std::string_view kind_of(english::NounClass noun);
bool is_place(english::NounClass noun);

}  // namespace dbx::design
