// product: the name of the row's product.
#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/product/products.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_product(const Request& request, FillParameters&) {
  // "Portable Bicycle Helmet Select 123456" at the longest.
  if (request.unique && text_bytes_max(request.column.type) < 40) {
    return fail(never_unique(request, "product"));
  }
  return texts([products = Products(request)](std::int64_t row, std::string& out) {
    out += products.quality(row);
    out += ' ';
    out += products.noun(row).word;
    out += products.line(row);
    if (products.round(row) > 0) out += " " + std::to_string(products.round(row) + 1);
  });
}

}  // namespace dbx::seed
