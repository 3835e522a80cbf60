// The product of a row: quality, noun and line by a permuted index, different until all are used;
// the noun decides category and subcategory. Immutable, thread-safe.
#pragma once

#include "dbx/seed/topics.h"

namespace dbx::seed {

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

}  // namespace dbx::seed
