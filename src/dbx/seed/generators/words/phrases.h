// One of a locale's phrases for each row: what most word generators are. Immutable, thread-safe.
#pragma once

#include <string_view>

#include "dbx/seed/fill_parameters.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/locale/choice.h"
#include "dbx/seed/locale/phrase.h"

namespace dbx::seed {

class Phrases {
 public:
  // `pattern`: a list such as animal.type, or a pattern with {{animal.type}}. English, or what has
  // no language, for locales without one. It must exist in English.
  Phrases(const Request& request, FillParameters& parameters, std::string_view pattern);

  // From the cell's draw `first_draw` on.
  void append(std::int64_t row, std::string& out, std::uint32_t first_draw = 0) const {
    const Spoken& spoken = spoken_[choice_(row)];
    Draws draws(random_, row, first_draw);
    spoken.book->expand(spoken.list, draws, nullptr, out);
  }
  const LocaleChoice& choice() const { return choice_; }
  // Of each locale, how many phrases the list has.
  std::size_t size(std::size_t locale) const {
    return spoken_[locale].book->size(spoken_[locale].list);
  }

 private:
  struct Spoken {
    std::shared_ptr<const Phrasebook> book;
    Phrasebook::List list = 0;
  };

  LocaleChoice choice_;
  Random random_;
  std::vector<Spoken> spoken_;  // one a locale, at least one
};

// A text generator out of phrases. Errors: not-enough-values where it must be unique.
Result<GeneratorPtr> one_of_phrases(const Request& request, FillParameters& parameters,
                                    std::string_view generator, std::string_view pattern);

}  // namespace dbx::seed
