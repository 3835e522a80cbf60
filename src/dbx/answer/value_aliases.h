// Other words for values: "Australian" for Australia, "California" for CA, "US" for the United
// States. Pure. Internal to answer/.
#pragma once

#include <string_view>
#include <vector>

namespace dbx::answer {

// The other ways to write what is written so, in lower case; empty: none is known.
std::vector<std::string_view> aliases_of(std::string_view lower);

}  // namespace dbx::answer
