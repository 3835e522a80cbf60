// A slip of the keyboard.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dbx::seed {

// The text with one letter lost, doubled, swapped with its neighbour or replaced by the next one;
// never the text itself. At most `length_max` characters where it had no more. Pure.
std::string slip(std::string_view text, std::uint64_t draw, std::size_t length_max);

}  // namespace dbx::seed
