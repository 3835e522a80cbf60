// The form under which two spellings of a noun meet. Lower-case ASCII words. Thread-safe; what was
// asked for is remembered, within bounds.
#pragma once

#include <string>
#include <string_view>

namespace dbx::english {

// The singular, in American spelling: "analyses" -> "analysis", "centres" -> "center".
std::string lemma(std::string_view word);

}  // namespace dbx::english
