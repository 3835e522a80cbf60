// Which locale a row speaks: one, or a weighted mixture, drawn once a row and shared by all columns
// of the row, so that name, e-mail, city and phone agree. Immutable, thread-safe.
#pragma once

#include <optional>
#include <vector>

#include "dbx/seed/distribution.h"
#include "dbx/seed/fill_parameters.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/locale/table.h"
#include "dbx/seed/random.h"

namespace dbx::seed {

class LocaleChoice {
 public:
  // `locale` of the fill - a name, a list, {name: weight} - else the run's (Options::locale), else
  // none: the hand-picked names and places of words/, from all over the world. Complains of unknown
  // names.
  LocaleChoice(const Request& request, FillParameters& parameters);

  // Empty: none was asked for.
  const std::vector<LocaleId>& locales() const { return locales_; }
  bool given() const { return !locales_.empty(); }
  // Of the row: an index of locales(), or 0.
  std::size_t operator()(std::int64_t row) const {
    if (!mixture_) return 0;
    return static_cast<std::size_t>(mixture_->pick(random_.bits(row)));
  }

 private:
  std::vector<LocaleId> locales_;
  std::optional<AliasTable> mixture_;  // of two or more
  Random random_;
};

// "unknown locale 'dee'" with the nearest name as the hint.
Diagnostic unknown_locale(std::string_view name);

}  // namespace dbx::seed
