// Sentences that wish for something, and sentences that tell how the business works: in the latter
// "by a vet" is no list of dimensions. Pure functions.
#pragma once

#include <string_view>
#include <vector>

#include "dbx/design/words.h"

namespace dbx::design {

// For each token: is it told rather than wished for? From the beginning of a sentence that has a
// subject and a verb up to a word such as "analyse", behind which wishes stand.
std::vector<bool> told(const std::vector<Token>& tokens);

// "analyse", "report", "see": a wish follows.
bool is_wish_verb(std::string_view word);
// "seen", "booked", "by" follows: whoever does it, not what it is looked at by.
bool is_participle(std::string_view word);

}  // namespace dbx::design
