// paragraph: three to six sentences.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/words/sentence.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_paragraph(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "paragraph"));
  return texts([sentences = Sentences(request, parameters),
                random = Random(request.key, request.column.name + "/sentences")](
                   std::int64_t row, std::string& out) {
    const auto count = static_cast<std::uint32_t>(3 + below(random.bits(row).first, 4));
    for (std::uint32_t n = 0; n < count; ++n) {
      if (n > 0) out += sentences.gap(row);
      sentences.append(row, n, out);
    }
  });
}

}  // namespace dbx::seed
