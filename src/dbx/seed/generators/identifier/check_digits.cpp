// The arithmetic of check digits.
#include "dbx/seed/generators/identifier/check_digits.h"

#include "dbx/seed/adapt.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

void append_number(std::string_view pattern, std::int64_t number, std::string& out) {
  const std::size_t begin = out.size();
  out += pattern;
  for (std::size_t i = out.size(); i-- > begin;) {
    if (out[i] != '#') continue;
    out[i] = static_cast<char>('0' + number % 10);
    number /= 10;
  }
}

char luhn_digit(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 0) digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
    sum += digit;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

char gs1_digit(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    sum += (digits[digits.size() - 1 - i] - '0') * (i % 2 == 0 ? 3 : 1);
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

std::string mod_97_digits(std::string_view text) {
  int rest = 0;
  const auto add = [&](int value, int factor) { rest = (rest * factor + value) % 97; };
  for (const char c : text) c >= 'A' ? add(c - 'A' + 10, 100) : add(c - '0', 10);
  add(0, 100);
  const int check = 98 - rest;
  return {static_cast<char>('0' + check / 10), static_cast<char>('0' + check % 10)};
}

Serial::Serial(const Request& request, int digits)
    : space_(power_of_ten(digits)), index_(request, request.column.name, space_) {}

Status Serial::check(const Request& request, std::size_t bytes) const {
  if (request.unique && text_bytes_max(request.column.type) < bytes) {
    return fail(not_enough(request, 1));
  }
  if (request.unique && request.rows > space_) return fail(not_enough(request, space_));
  return {};
}

}  // namespace dbx::seed
