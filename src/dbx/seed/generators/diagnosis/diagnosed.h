// The diagnosis of a row, different until all are used. Immutable, thread-safe.
#pragma once

#include "dbx/seed/topics.h"

namespace dbx::seed {

class Diagnoses {
 public:
  explicit Diagnoses(const Request& request)
      : index_(request, "diagnosis", static_cast<std::int64_t>(diagnoses().size())) {}
  const Diagnosis& operator()(std::int64_t row) const {
    return diagnoses()[static_cast<std::size_t>(index_.index(row))];
  }
  std::int64_t round(std::int64_t row) const { return index_.round(row); }

 private:
  TopicIndex index_;
};

}  // namespace dbx::seed
