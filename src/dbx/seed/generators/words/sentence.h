// Sentences of a locale's filler words. Immutable, thread-safe.
#pragma once

#include <string>

#include "dbx/seed/generators/words/phrases.h"

namespace dbx::seed {

class Sentences {
 public:
  Sentences(const Request& request, FillParameters& parameters);
  // The n-th sentence of the row: 5 to 12 words. 0 <= n < 1000.
  void append(std::int64_t row, std::uint32_t n, std::string& out) const;
  // What stands between two sentences.
  std::string_view gap(std::int64_t row) const;

 private:
  Phrases words_;
  Random random_;
  std::vector<bool> spaced_;  // of each locale: are words written apart?
};

}  // namespace dbx::seed
