// The generators that are one list or pattern of the locale data: a line each.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/words/phrases.h"

namespace dbx::seed {

#define DBX_WORDS(name, pattern)                                                         \
  Result<GeneratorPtr> make_##name(const Request& request, FillParameters& parameters) { \
    return one_of_phrases(request, parameters, #name, pattern);                          \
  }
DBX_WORDS(animal, "animal.type")
DBX_WORDS(book_title, "book.title")
DBX_WORDS(catch_phrase, "{{company.adjective}} {{company.descriptor}} {{company.noun}}")
DBX_WORDS(color, "color.human")
DBX_WORDS(county, "location.county")
DBX_WORDS(department, "commerce.department")
DBX_WORDS(dish, "food.dish")
DBX_WORDS(emoji, "internet.emoji.smiley")
DBX_WORDS(job_area, "person.job_area")
DBX_WORDS(job_title, "person.job_title_pattern")
DBX_WORDS(language, "location.language.name")
DBX_WORDS(mime_type, "system.mime_type")
DBX_WORDS(music_genre, "music.genre")
DBX_WORDS(user_agent, "internet.user_agent_pattern")
DBX_WORDS(vehicle, "{{vehicle.manufacturer}} {{vehicle.model}}")
DBX_WORDS(vehicle_maker, "vehicle.manufacturer")
DBX_WORDS(word, "word.noun")
#undef DBX_WORDS

}  // namespace dbx::seed
