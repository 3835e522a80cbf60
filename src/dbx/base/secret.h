// Secrets: what must never be printed. Every text that leaves the program goes through redact().
#pragma once

#include <string>
#include <string_view>

namespace dbx {

// Hides passwords in URLs (scheme://user:PASSWORD@host) and in key=value pairs named password or
// pwd.
std::string redact(std::string_view text);

}  // namespace dbx
