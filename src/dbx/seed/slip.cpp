// By characters, not bytes: what comes out is UTF-8 as what went in.
#include "dbx/seed/slip.h"

#include <vector>

#include "dbx/seed/random.h"

namespace dbx::seed {
namespace {

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> characters;
  for (const char byte : text) {
    const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    if (!continues || characters.empty()) characters.emplace_back();
    characters.back() += byte;
  }
  return characters;
}

std::string joined(const std::vector<std::string>& characters) {
  std::string text;
  for (const std::string& character : characters) text += character;
  return text;
}

}  // namespace

std::string slip(std::string_view text, std::uint64_t draw, std::size_t length_max) {
  std::vector<std::string> characters = characters_of(text);
  if (characters.empty()) return "x";
  const auto size = static_cast<std::int64_t>(characters.size());
  const auto at = static_cast<std::size_t>(below(draw, size));
  switch (draw % 7 % 3) {
    case 0:  // swapped
      if (at + 1 < characters.size() && characters[at] != characters[at + 1]) {
        std::swap(characters[at], characters[at + 1]);
        return joined(characters);
      }
      break;
    case 1:  // doubled
      if (characters.size() < length_max) {
        characters.insert(characters.begin() + static_cast<std::ptrdiff_t>(at), characters[at]);
        return joined(characters);
      }
      break;
    default:  // lost
      if (characters.size() > 1) {
        characters.erase(characters.begin() + static_cast<std::ptrdiff_t>(at));
        return joined(characters);
      }
      break;
  }
  characters[at].assign(1, characters[at] == "x" ? 'y' : 'x');
  return joined(characters);
}

}  // namespace dbx::seed
