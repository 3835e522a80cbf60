// Numbers written into patterns, and the check digits of identifiers. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dbx/seed/generator.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

// Appends the pattern with the number's decimal digits in its '#', the last in the last.
void append_number(std::string_view pattern, std::int64_t number, std::string& out);

// What makes the digits valid when it is appended (ISO/IEC 7812-1 annex B; GS1 General
// Specifications 7.9; ISO 7064 MOD 97-10, two digits, of letters and digits).
char luhn_digit(std::string_view digits);
char gs1_digit(std::string_view digits);
std::string mod_97_digits(std::string_view text);

// A number below 10^digits for each row, all different until they are used up.
class Serial {
 public:
  Serial(const Request& request, int digits);
  std::int64_t operator()(std::int64_t row) const { return index_.index(row); }
  // not-enough-values where the column must be unique and has more rows than there are numbers, or
  // is too narrow for the identifier's `bytes`.
  Status check(const Request& request, std::size_t bytes) const;

 private:
  std::int64_t space_;
  TopicIndex index_;
};

}  // namespace dbx::seed
