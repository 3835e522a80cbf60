// Names that deceive the eye: letters of another alphabet, invisible characters, text that runs
// backwards. After Unicode UTS #39, for the alphabets whose letters look like Latin ones. Pure
// functions of valid UTF-8, thread-safe.
#pragma once

#include <string>
#include <string_view>

namespace dbx::text {

// "holds U+202E, which changes the direction of the text", or empty: a control character, a
// bidirectional control or a character without width or ink.
std::string invisible_in(std::string_view name);

// Has one word of the name letters of more than one of Latin, Greek and Cyrillic?
bool mixes_scripts(std::string_view name);

// Two names look alike where their skeletons are equal: letters are exchanged for the Latin ones
// they look like, full-width forms for narrow ones, accents set apart, ASCII letters in lower case.
std::string skeleton(std::string_view name);

}  // namespace dbx::text
