// What the two output streams can show: colour, width, rewriting a line.
#pragma once

#include <string>
#include <string_view>

namespace dbx::cli {

enum class Stream { kOut, kError };
enum class Paint { kBold, kDim, kRed, kYellow, kBlue, kGreen, kCyan };

bool is_terminal(Stream stream);
// Order: --color, NO_COLOR, FORCE_COLOR, TERM=dumb, is it a terminal.
bool use_color(Stream stream, std::string_view flag);
std::string paint(bool color, Paint paint, std::string_view text);
// Control and escape characters as '?', so that no data steers the terminal. Newlines stay.
std::string printable(std::string_view text);

}  // namespace dbx::cli
