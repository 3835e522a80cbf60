// Columns of the batch that this thread is filling right now, so that a total reads its parts where
// they are instead of making them again. Only saves work: what is read is what the generator would
// make. One scope a thread at a time.
#pragma once

#include <array>
#include <cstddef>

#include "dbx/seed/generator.h"

namespace dbx::seed {

class BatchScope {
 public:
  explicit BatchScope(Rows rows) : rows_(rows), outer_(current_) { current_ = this; }
  ~BatchScope() { current_ = outer_; }
  BatchScope(const BatchScope&) = delete;
  BatchScope& operator=(const BatchScope&) = delete;

  void add(const Generator* generator, const Values* values) {
    if (count_ < columns_.size()) columns_[count_++] = {generator, values};
  }
  // What `generator` made for exactly these rows of the batch (NULLs aside); nothing where it has
  // not yet.
  static const Values* find(const Generator* generator, Rows rows) {
    const BatchScope* scope = current_;
    if (scope == nullptr || scope->rows_.data() != rows.data() ||
        scope->rows_.size() != rows.size()) {
      return nullptr;
    }
    for (std::size_t i = 0; i < scope->count_; ++i) {
      if (scope->columns_[i].generator == generator) return scope->columns_[i].values;
    }
    return nullptr;
  }

 private:
  struct Column {
    const Generator* generator = nullptr;
    const Values* values = nullptr;
  };
  static inline thread_local const BatchScope* current_ = nullptr;

  Rows rows_;
  const BatchScope* outer_;
  std::size_t count_ = 0;
  std::array<Column, 64> columns_;
};

}  // namespace dbx::seed
