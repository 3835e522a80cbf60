// A text of the row's place (topics.h), for the generators that are one: city, state, country, ...
#pragma once

#include <string_view>

#include "dbx/seed/fill_parameters.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

// Where values must differ, each different value of the locales' places once. Errors:
// not-enough-values.
Result<GeneratorPtr> part_of_place(const Request& request, FillParameters& parameters,
                                   std::string_view Place::*part);

}  // namespace dbx::seed
