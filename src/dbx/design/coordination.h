// Items of a list that share a word: "origin and destination airport", "gross and net weight",
// "weight before and after", "order, ship and delivery dates". Pure functions.
#pragma once

#include <functional>
#include <string_view>

#include "dbx/design/wishes.h"

namespace dbx::design {

// "origin", "billing": what it stands before is a thing in a role, not a thing of its own.
bool is_role_word(std::string_view word);

// Gives every item the words it shares with its neighbours. `is_known`: what means something by
// itself and shares nothing.
void complete_coordination(Items& items, const std::function<bool(const Phrase&)>& is_known);

}  // namespace dbx::design
