// product_category: of the row's product, decided by its noun.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/product/products.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_product_category(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "product_category"));
  return texts([products = Products(request)](std::int64_t row, std::string& out) {
    out += products.noun(row).category;
  });
}

}  // namespace dbx::seed
