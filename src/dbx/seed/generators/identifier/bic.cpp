// bic: the code of a bank that does not exist, EXMP, in the row's country; its location ends in 0,
// which marks a code for tests (ISO 9362).
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

Result<GeneratorPtr> make_bic(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "bic"));
  return texts(
      [place = PlaceIndex(request, parameters), random = Random(request.key, request.column.name)](
          std::int64_t row, std::string& out) {
        out += "EXMP";
        out += place(row).country_code;
        out += static_cast<char>('A' + below(random.bits(row).first, 26));
        out += "0XXX";
      });
}

}  // namespace dbx::seed
