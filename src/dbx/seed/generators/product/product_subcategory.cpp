// product_subcategory: of the row's product, decided by its noun.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/product/products.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_product_subcategory(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "product_subcategory"));
  return texts([products = Products(request)](std::int64_t row, std::string& out) {
    out += products.noun(row).subcategory;
  });
}

}  // namespace dbx::seed
