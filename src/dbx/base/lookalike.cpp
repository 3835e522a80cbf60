// Tables: the letters of UTS #39's confusables that names are written with, and the canonical
// decompositions of Latin letters (Unicode 15, UnicodeData.txt).
#include "dbx/base/lookalike.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "dbx/base/text.h"

namespace dbx::text {
namespace {

struct Confusable {
  char32_t letter;
  char looks_like;
};
constexpr Confusable kConfusables[] = {
    // Cyrillic, Greek, other Latin, dashes and spaces, Armenian
    {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'},
    {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x0501, 'd'}, {0x04BB, 'h'},
    {0x051B, 'q'}, {0x051D, 'w'}, {0x04CF, 'l'}, {0x0475, 'v'}, {0x0410, 'A'}, {0x0412, 'B'},
    {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'}, {0x0420, 'P'},
    {0x0421, 'C'}, {0x0422, 'T'}, {0x0425, 'X'}, {0x0423, 'Y'}, {0x0405, 'S'}, {0x0406, 'I'},
    {0x0408, 'J'}, {0x04C0, 'I'}, {0x03BF, 'o'}, {0x03B1, 'a'}, {0x03BD, 'v'}, {0x03C1, 'p'},
    {0x03B9, 'i'}, {0x03BA, 'k'}, {0x03C5, 'u'}, {0x03C7, 'x'}, {0x03B3, 'y'}, {0x0391, 'A'},
    {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'},
    {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'},
    {0x03A7, 'X'}, {0x0131, 'i'}, {0x0251, 'a'}, {0x0261, 'g'}, {0x2010, '-'}, {0x2011, '-'},
    {0x2012, '-'}, {0x2013, '-'}, {0x2212, '-'}, {0xFF3F, '_'}, {0x00A0, ' '}, {0x0578, 'n'},
    {0x057D, 'u'}, {0x0585, 'o'}, {0x0581, 'g'}, {0x0570, 'h'},
};

struct Decomposition {
  char32_t letter;
  char base;
  char32_t mark;
};
constexpr Decomposition kDecompositions[] = {
    {0x00C0, 'A', 0x0300}, {0x00C1, 'A', 0x0301}, {0x00C2, 'A', 0x0302}, {0x00C3, 'A', 0x0303},
    {0x00C4, 'A', 0x0308}, {0x00C5, 'A', 0x030A}, {0x00C7, 'C', 0x0327}, {0x00C8, 'E', 0x0300},
    {0x00C9, 'E', 0x0301}, {0x00CA, 'E', 0x0302}, {0x00CB, 'E', 0x0308}, {0x00CC, 'I', 0x0300},
    {0x00CD, 'I', 0x0301}, {0x00CE, 'I', 0x0302}, {0x00CF, 'I', 0x0308}, {0x00D1, 'N', 0x0303},
    {0x00D2, 'O', 0x0300}, {0x00D3, 'O', 0x0301}, {0x00D4, 'O', 0x0302}, {0x00D5, 'O', 0x0303},
    {0x00D6, 'O', 0x0308}, {0x00D9, 'U', 0x0300}, {0x00DA, 'U', 0x0301}, {0x00DB, 'U', 0x0302},
    {0x00DC, 'U', 0x0308}, {0x00DD, 'Y', 0x0301}, {0x00E0, 'a', 0x0300}, {0x00E1, 'a', 0x0301},
    {0x00E2, 'a', 0x0302}, {0x00E3, 'a', 0x0303}, {0x00E4, 'a', 0x0308}, {0x00E5, 'a', 0x030A},
    {0x00E7, 'c', 0x0327}, {0x00E8, 'e', 0x0300}, {0x00E9, 'e', 0x0301}, {0x00EA, 'e', 0x0302},
    {0x00EB, 'e', 0x0308}, {0x00EC, 'i', 0x0300}, {0x00ED, 'i', 0x0301}, {0x00EE, 'i', 0x0302},
    {0x00EF, 'i', 0x0308}, {0x00F1, 'n', 0x0303}, {0x00F2, 'o', 0x0300}, {0x00F3, 'o', 0x0301},
    {0x00F4, 'o', 0x0302}, {0x00F5, 'o', 0x0303}, {0x00F6, 'o', 0x0308}, {0x00F9, 'u', 0x0300},
    {0x00FA, 'u', 0x0301}, {0x00FB, 'u', 0x0302}, {0x00FC, 'u', 0x0308}, {0x00FD, 'y', 0x0301},
    {0x00FF, 'y', 0x0308}, {0x0100, 'A', 0x0304}, {0x0101, 'a', 0x0304}, {0x0102, 'A', 0x0306},
    {0x0103, 'a', 0x0306}, {0x0104, 'A', 0x0328}, {0x0105, 'a', 0x0328}, {0x0106, 'C', 0x0301},
    {0x0107, 'c', 0x0301}, {0x0108, 'C', 0x0302}, {0x0109, 'c', 0x0302}, {0x010A, 'C', 0x0307},
    {0x010B, 'c', 0x0307}, {0x010C, 'C', 0x030C}, {0x010D, 'c', 0x030C}, {0x010E, 'D', 0x030C},
    {0x010F, 'd', 0x030C}, {0x0112, 'E', 0x0304}, {0x0113, 'e', 0x0304}, {0x0114, 'E', 0x0306},
    {0x0115, 'e', 0x0306}, {0x0116, 'E', 0x0307}, {0x0117, 'e', 0x0307}, {0x0118, 'E', 0x0328},
    {0x0119, 'e', 0x0328}, {0x011A, 'E', 0x030C}, {0x011B, 'e', 0x030C}, {0x011C, 'G', 0x0302},
    {0x011D, 'g', 0x0302}, {0x011E, 'G', 0x0306}, {0x011F, 'g', 0x0306}, {0x0120, 'G', 0x0307},
    {0x0121, 'g', 0x0307}, {0x0122, 'G', 0x0327}, {0x0123, 'g', 0x0327}, {0x0124, 'H', 0x0302},
    {0x0125, 'h', 0x0302}, {0x0128, 'I', 0x0303}, {0x0129, 'i', 0x0303}, {0x012A, 'I', 0x0304},
    {0x012B, 'i', 0x0304}, {0x012C, 'I', 0x0306}, {0x012D, 'i', 0x0306}, {0x012E, 'I', 0x0328},
    {0x012F, 'i', 0x0328}, {0x0130, 'I', 0x0307}, {0x0134, 'J', 0x0302}, {0x0135, 'j', 0x0302},
    {0x0136, 'K', 0x0327}, {0x0137, 'k', 0x0327}, {0x0139, 'L', 0x0301}, {0x013A, 'l', 0x0301},
    {0x013B, 'L', 0x0327}, {0x013C, 'l', 0x0327}, {0x013D, 'L', 0x030C}, {0x013E, 'l', 0x030C},
    {0x0143, 'N', 0x0301}, {0x0144, 'n', 0x0301}, {0x0145, 'N', 0x0327}, {0x0146, 'n', 0x0327},
    {0x0147, 'N', 0x030C}, {0x0148, 'n', 0x030C}, {0x014C, 'O', 0x0304}, {0x014D, 'o', 0x0304},
    {0x014E, 'O', 0x0306}, {0x014F, 'o', 0x0306}, {0x0150, 'O', 0x030B}, {0x0151, 'o', 0x030B},
    {0x0154, 'R', 0x0301}, {0x0155, 'r', 0x0301}, {0x0156, 'R', 0x0327}, {0x0157, 'r', 0x0327},
    {0x0158, 'R', 0x030C}, {0x0159, 'r', 0x030C}, {0x015A, 'S', 0x0301}, {0x015B, 's', 0x0301},
    {0x015C, 'S', 0x0302}, {0x015D, 's', 0x0302}, {0x015E, 'S', 0x0327}, {0x015F, 's', 0x0327},
    {0x0160, 'S', 0x030C}, {0x0161, 's', 0x030C}, {0x0162, 'T', 0x0327}, {0x0163, 't', 0x0327},
    {0x0164, 'T', 0x030C}, {0x0165, 't', 0x030C}, {0x0168, 'U', 0x0303}, {0x0169, 'u', 0x0303},
    {0x016A, 'U', 0x0304}, {0x016B, 'u', 0x0304}, {0x016C, 'U', 0x0306}, {0x016D, 'u', 0x0306},
    {0x016E, 'U', 0x030A}, {0x016F, 'u', 0x030A}, {0x0170, 'U', 0x030B}, {0x0171, 'u', 0x030B},
    {0x0172, 'U', 0x0328}, {0x0173, 'u', 0x0328}, {0x0174, 'W', 0x0302}, {0x0175, 'w', 0x0302},
    {0x0176, 'Y', 0x0302}, {0x0177, 'y', 0x0302}, {0x0178, 'Y', 0x0308}, {0x0179, 'Z', 0x0301},
    {0x017A, 'z', 0x0301}, {0x017B, 'Z', 0x0307}, {0x017C, 'z', 0x0307}, {0x017D, 'Z', 0x030C},
    {0x017E, 'z', 0x030C}, {0x01CD, 'A', 0x030C}, {0x01CE, 'a', 0x030C}, {0x01CF, 'I', 0x030C},
    {0x01D0, 'i', 0x030C}, {0x01D1, 'O', 0x030C}, {0x01D2, 'o', 0x030C}, {0x01D3, 'U', 0x030C},
    {0x01D4, 'u', 0x030C},
};

// The code point at `offset` of valid UTF-8, and past it.
char32_t next_point(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const std::uint32_t first = byte(offset);
  const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  char32_t point = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) point = (point << 6U) | (byte(offset + i) & 0x3FU);
  offset += length;
  return point;
}

void append_point(std::string& text, char32_t point) {
  const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (point < 0x80) return add(point);
  if (point < 0x800) {
    add(0xC0U | (point >> 6U));
  } else {
    if (point < 0x10000) {
      add(0xE0U | (point >> 12U));
    } else {
      add(0xF0U | (point >> 18U));
      add(0x80U | ((point >> 12U) & 0x3FU));
    }
    add(0x80U | ((point >> 6U) & 0x3FU));
  }
  add(0x80U | (point & 0x3FU));
}

bool is_between(char32_t point, char32_t first, char32_t last) {
  return point >= first && point <= last;
}

enum class Script { kNone, kLatin, kGreek, kCyrillic };

Script script_of(char32_t point) {
  const bool ascii = is_between(point, 'a', 'z') || is_between(point, 'A', 'Z');
  if (ascii || (is_between(point, 0xC0, 0x24F) && point != 0xD7 && point != 0xF7)) {
    return Script::kLatin;
  }
  if (is_between(point, 0x370, 0x3FF)) return Script::kGreek;
  return is_between(point, 0x400, 0x52F) ? Script::kCyrillic : Script::kNone;
}

}  // namespace

std::string invisible_in(std::string_view name) {
  for (std::size_t i = 0; i < name.size();) {
    const char32_t point = next_point(name, i);
    const auto code = static_cast<std::uint32_t>(point);
    if (point < 0x20 || is_between(point, 0x7F, 0x9F)) {
      return fmt::format("holds a control character (U+{:04X})", code);
    }
    if (point == 0x61C || is_between(point, 0x200E, 0x200F) || is_between(point, 0x202A, 0x202E) ||
        is_between(point, 0x2066, 0x2069)) {
      return fmt::format("holds U+{:04X}, which changes the direction of the text", code);
    }
    if (point == 0xAD || point == 0x200B || is_between(point, 0x2028, 0x2029) ||
        is_between(point, 0x2060, 0x2064) || point == 0xFEFF) {
      return fmt::format("holds U+{:04X}, which nobody can see", code);
    }
  }
  return {};
}

bool mixes_scripts(std::string_view name) {
  Script seen = Script::kNone;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t point = next_point(name, i);
    if (point == '_' || point == ' ' || point == '-' || point == '.') seen = Script::kNone;
    const Script script = script_of(point);
    if (script == Script::kNone) continue;
    if (seen != Script::kNone && seen != script) return true;
    seen = script;
  }
  return false;
}

std::string skeleton(std::string_view name) {
  std::string result;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t point = next_point(name, i);
    if (point < 0x80) {
      result += static_cast<char>(point);
      continue;
    }
    if (is_between(point, 0xFF01, 0xFF5E)) {  // full width
      result += static_cast<char>(point - 0xFF01 + '!');
      continue;
    }
    const auto* same = std::find_if(std::begin(kConfusables), std::end(kConfusables),
                                    [&](const Confusable& c) { return c.letter == point; });
    if (same != std::end(kConfusables)) {
      result += same->looks_like;
      continue;
    }
    const auto* parts = std::find_if(std::begin(kDecompositions), std::end(kDecompositions),
                                     [&](const Decomposition& d) { return d.letter == point; });
    if (parts != std::end(kDecompositions)) result += parts->base;
    append_point(result, parts != std::end(kDecompositions) ? parts->mark : point);
  }
  return to_lower(result);
}

}  // namespace dbx::text
