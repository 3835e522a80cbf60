// file_name: two English nouns and an ending: quarter-report.pdf. Where names must differ, the
// row's number stands before the ending.
#include "dbx/base/text.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/locale/table.h"
#include "dbx/seed/random.h"

namespace dbx::seed {

Result<GeneratorPtr> make_file_name(const Request& request, FillParameters&) {
  const LocaleId english = *find_locale("en");
  return texts([nouns = find_words(english, "word.noun"),
                endings = find_words(english, "system.file_extension"), unique = request.unique,
                random = Random(request.key, request.column.name)](std::int64_t row,
                                                                   std::string& out) {
    const auto one_of = [](const Words& words, std::uint64_t bits) {
      return words[static_cast<std::size_t>(below(bits, static_cast<std::int64_t>(words.size())))];
    };
    const Bits bits = random.bits(row);
    out += text::to_lower(one_of(nouns, bits.first));
    out += '-';
    out += text::to_lower(one_of(nouns, bits.second));
    if (unique) out += "-" + std::to_string(row + 1);
    out += '.';
    out += one_of(endings, random.bits(row, 1).first);
  });
}

}  // namespace dbx::seed
