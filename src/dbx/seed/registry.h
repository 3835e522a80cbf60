// The generators by name. To add one: a file in generators/ with a make function, its declaration
// in generators/generators.h, a line in registry.cpp, a proof in tests/seed (proofs.h).
// Thread-safe.
#pragma once

#include <span>
#include <string_view>

#include "dbx/seed/fill_parameters.h"
#include "dbx/seed/generator.h"

namespace dbx::seed {

// How a generator stands to the other columns of its row.
enum class Bond {
  kNone,
  kCorrelates,  // a distribution: takes `with` and `rho` (copula.cpp)
  kReadsRow,    // made of other columns: always asked for the row's own number (Request::index)
};

struct GeneratorEntry {
  std::string_view name;
  std::string_view summary;
  std::span<const std::string_view> parameters;  // besides null_rate, which all take
  Result<GeneratorPtr> (*make)(const Request&, FillParameters&);
  Bond bond = Bond::kNone;
};

std::span<const GeneratorEntry> generators();
// Nothing where there is none of that name.
const GeneratorEntry* find_generator(std::string_view name);

// The generator a fill asks for, fitted to the column's type (nature kStored). Errors, all with the
// nearest name where there is one: unknown-generator, bad-fill, not-enough-values.
Result<GeneratorPtr> create(const spec::Fill& fill, const Request& request);

// bad-fill, unknown-generator: whether there is such a generator, and whether it has parameters of
// these names.
Diagnostics check_parameters(const spec::Fill& fill);
// Is it asked for the row's own number, because it reads the row's other columns or its date?
bool reads_row(const spec::Fill& fill);

// not-enough-values: the generator has `space` different values and the column needs request.rows.
Diagnostics not_enough(const Request& request, std::int64_t space);
// not-enough-values: the generator repeats itself whatever its parameters.
Diagnostics never_unique(const Request& request, std::string_view generator);

}  // namespace dbx::seed
