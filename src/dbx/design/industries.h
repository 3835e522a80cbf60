// Which lines of business a prompt names. Pure functions.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dbx/design/knowledge.h"

namespace dbx::design {

// Do the words of the phrase stand there, in that order?
bool stands_at(const std::vector<Token>& words, std::size_t at, const Phrase& phrase);

// In the order of the prompt. `knows`: does the process know the word? A "seed bank" is no bank, as
// no process of banks knows of seeds.
std::vector<const Industry*> named_industries(
    const Knowledge& knowledge, const std::vector<Token>& words,
    const std::function<bool(const Process&, const std::string&)>& knows);

}  // namespace dbx::design
