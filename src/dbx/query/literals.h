// Text that says a date or a time, as it stands in a query. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dbx::query {

// 2026-11-26, a day that there is; nothing for any other text.
std::optional<std::string> read_date(std::string_view text);
// 2026-11-26 10:00[:00[.123456]], with a space or a T -> 2026-11-26 10:00:00[.123456]
std::optional<std::string> read_timestamp(std::string_view text);

}  // namespace dbx::query
