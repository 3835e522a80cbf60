// One locale of a mixture.
#pragma once

#include <string>

namespace dbx::seed {

struct LocaleShare {
  std::string name;   // of locale_names() in locale/table.h: de, pt_BR
  double weight = 1;  // above 0
};

}  // namespace dbx::seed
