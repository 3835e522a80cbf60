// From what a generator means to what a column stores: rounding, ranges, lengths, texts. After it
// every value fits its column: VARCHAR(n) is cut at a character, numbers stay in range. Pure,
// thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "dbx/seed/generator.h"
#include "dbx/spec/type.h"

namespace dbx::seed {

// Errors: bad-fill, where the type cannot hold such values (an e-mail address in an INT).
Result<GeneratorPtr> adapt(GeneratorPtr generator, const spec::Type& type);

// The largest value of an integer or DECIMAL column, as stored (DECIMAL: scaled; at most 10^18).
std::int64_t stored_max(const spec::Type& type);
// 10^n for 0 <= n <= 18.
std::int64_t power_of_ten(int n);
// The longest text a column takes, in bytes.
std::size_t text_bytes_max(const spec::Type& type);
// Cuts to at most `bytes_max` bytes without cutting a character.
std::string_view cut_utf8(std::string_view text, std::size_t bytes_max);

// Constants of a column, written as text, in the column's storage. Errors: bad-fill.
Result<Values> read_values(std::span<const std::string> texts, const spec::Type& type);
// One stored value as text: 12.50, 2025-12-31, true; NULL where it is not valid.
std::string print_value(const Values& values, std::size_t row, const spec::Type& type);
// A stored number as a double (DECIMAL unscaled). Type must be numeric.
double stored_number(const Values& values, std::size_t row, const spec::Type& type);

}  // namespace dbx::seed
