// The redactor behind secret.h: a scan, no regular expressions, linear in the text.
#include "dbx/base/secret.h"

#include "dbx/base/text.h"

namespace dbx {
namespace {

constexpr std::string_view kHidden = "***";

// Replaces the password of each "://user:password@" up to the next space or slash.
std::string redact_urls(std::string_view text) {
  std::string result;
  for (;;) {
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos) return result.append(text);
    const std::size_t authority = scheme + 3;
    std::size_t end = text.find_first_of(" \t\n\"'/", authority);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view inside = text.substr(authority, end - authority);
    const std::size_t at = inside.rfind('@');
    const std::size_t colon = inside.find(':');
    result += text.substr(0, authority);
    if (at != std::string_view::npos && colon < at) {
      result.append(inside.substr(0, colon + 1)).append(kHidden).append(inside.substr(at));
    } else {
      result += inside;
    }
    text.remove_prefix(end);
  }
}

std::string redact_pairs(std::string_view text, std::string_view key) {
  std::string result;
  const std::string folded = text::to_lower(text);
  std::size_t position = 0;
  for (;;) {
    const std::size_t found = folded.find(key, position);
    if (found == std::string::npos) return result.append(text.substr(position));
    const std::size_t value = found + key.size();
    std::size_t end = text.find_first_of(" \t\n;&\"'", value);
    if (end == std::string_view::npos) end = text.size();
    result.append(text.substr(position, value - position)).append(end > value ? kHidden : "");
    position = end;
  }
}

}  // namespace

std::string redact(std::string_view text) {
  std::string result = redact_urls(text);
  for (const std::string_view key : {"password=", "pwd="}) result = redact_pairs(result, key);
  return result;
}

}  // namespace dbx
