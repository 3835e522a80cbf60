// product, product_category, product_subcategory: of the row's product (topics.h): quality, noun
// and line by a permuted index, different until all are used; the noun decides category and
// subcategory.
#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

class Products {
 public:
  explicit Products(const Request& request) : index_(request, "product", space()) {}
  static std::int64_t space() {
    return static_cast<std::int64_t>(product_nouns().size() * product_qualities().size() *
                                     product_lines().size());
  }
  const ProductNoun& noun(std::int64_t row) const {
    return product_nouns()[number(row) % product_nouns().size()];
  }
  std::string_view quality(std::int64_t row) const {
    return product_qualities()[number(row) / product_nouns().size() % product_qualities().size()];
  }
  std::string_view line(std::int64_t row) const {
    return product_lines()[number(row) / product_nouns().size() / product_qualities().size()];
  }
  std::int64_t round(std::int64_t row) const { return index_.round(row); }

 private:
  std::size_t number(std::int64_t row) const { return static_cast<std::size_t>(index_.index(row)); }

  TopicIndex index_;
};

}  // namespace

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

Result<GeneratorPtr> make_product_category(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "product_category"));
  return texts([products = Products(request)](std::int64_t row, std::string& out) {
    out += products.noun(row).category;
  });
}

Result<GeneratorPtr> make_product_subcategory(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "product_subcategory"));
  return texts([products = Products(request)](std::int64_t row, std::string& out) {
    out += products.noun(row).subcategory;
  });
}

}  // namespace dbx::seed
