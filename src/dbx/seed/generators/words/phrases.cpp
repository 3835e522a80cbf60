// Compiling a locale's phrases for a generator.
#include "dbx/seed/generators/words/phrases.h"

#include <cassert>

#include "dbx/seed/registry.h"

namespace dbx::seed {

Phrases::Phrases(const Request& request, FillParameters& parameters, std::string_view pattern)
    : choice_(request, parameters), random_(request.key, request.column.name) {
  const auto add = [&](std::optional<LocaleId> locale) {
    auto book = std::make_shared<Phrasebook>(locale);
    std::string unknown;
    const bool is_pattern = pattern.find("{{") != std::string_view::npos;
    const auto list = is_pattern ? book->pattern(pattern, unknown) : book->list(pattern);
    assert(list && "the list exists in English");
    spoken_.push_back({std::move(book), *list});
  };
  for (const LocaleId locale : choice_.locales()) add(locale);
  if (spoken_.empty()) add({});
}

Result<GeneratorPtr> one_of_phrases(const Request& request, FillParameters& parameters,
                                    std::string_view generator, std::string_view pattern) {
  const Phrases phrases(request, parameters, pattern);
  if (request.unique) return fail(never_unique(request, generator));
  return texts([phrases](std::int64_t row, std::string& out) { phrases.append(row, out); });
}

}  // namespace dbx::seed
