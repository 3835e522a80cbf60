// The content hash of batches, as they are filled. Immutable, thread-safe.
#pragma once

#include <span>
#include <vector>

#include "dbx/seed/seed.h"

namespace dbx::seed {

class RowHasher {
 public:
  explicit RowHasher(std::span<const database::BulkColumn> columns);
  // The sum over the first `count` (at most 2048) rows of the batch.
  ContentHash hash(std::span<const database::ColumnBatch> batch, std::size_t count) const;

 private:
  struct Column {
    std::uint64_t id;
    database::Storage storage;
  };
  std::vector<Column> columns_;
};

}  // namespace dbx::seed
