// Small questions about text: UTF-8, words, distances, numbers for people. ASCII case rules only,
// so that results do not depend on a locale. All functions are pure and thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dbx::text {

// The byte offset of the first byte that is not part of valid UTF-8 (RFC 3629), if any.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);
// Columns on a terminal, one per code point (wide and combining characters are not told apart).
std::size_t display_width(std::string_view text);

std::string_view trim(std::string_view text);
std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string replace_all(std::string_view text, std::string_view from, std::string_view to);
bool is_digits(std::string_view text);
// [A-Za-z_][A-Za-z0-9_]*
bool is_identifier(std::string_view text);

// Damerau-Levenshtein, optimal string alignment: edits and swaps of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b);
// The candidate nearest to `word`, at most max(1, length / 3) edits away, case ignored; first wins
// ties.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);
std::optional<std::string> nearest(std::string_view word,
                                   std::span<const std::string_view> candidates);

// Whole text as a number, or nothing: no sign of '+', no spaces, no overflow.
std::optional<std::int64_t> to_int64(std::string_view text);
std::optional<double> to_double(std::string_view text);

std::string group_digits(std::int64_t value);                   // 1234567 -> 1,234,567
std::string duration(double seconds);                           // 0.0123 -> 12 ms, 75 -> 1 min 15 s
std::string plural(std::int64_t count, std::string_view noun);  // 2, "table" -> 2 tables
// Pads with spaces to `width` terminal columns.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

}  // namespace dbx::text
