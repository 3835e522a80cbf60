// What this thread has made of the batch that it is filling right now, so that a total reads its
// parts, and a second date column its days, where they are instead of making them again. Only saves
// work: what is read is what the generator would make. One scope a thread at a time.
#pragma once

#include <algorithm>
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

  // Turns `rows` into their images under `index`. Where they are the batch's rows, the images are
  // kept for the next column that asks for them.
  static void map(const Index& index, std::span<std::int64_t> rows) {
    BatchScope* scope = current_;
    if (scope == nullptr || !std::ranges::equal(scope->rows_, rows)) return index.map(rows);
    for (std::size_t i = 0; i < scope->index_count_; ++i) {
      if (scope->indexes_[i] == &index) {
        std::copy_n(images_[i].begin(), rows.size(), rows.begin());
        return;
      }
    }
    index.map(rows);
    if (scope->outer_ != nullptr || scope->index_count_ == images_.size()) return;
    std::copy(rows.begin(), rows.end(), images_[scope->index_count_].begin());
    scope->indexes_[scope->index_count_++] = &index;
  }

 private:
  static constexpr std::size_t kIndexesMax = 4;
  struct Column {
    const Generator* generator = nullptr;
    const Values* values = nullptr;
  };
  static inline thread_local BatchScope* current_ = nullptr;
  static inline thread_local std::array<std::array<std::int64_t, kBatchRows>, kIndexesMax> images_;

  Rows rows_;
  BatchScope* outer_;
  std::size_t index_count_ = 0;
  std::array<const Index*, kIndexesMax> indexes_;
  std::size_t count_ = 0;
  std::array<Column, 64> columns_;
};

// An index that several columns of a table share: its images are computed once a batch.
class SharedIndex final : public Index {
 public:
  explicit SharedIndex(IndexPtr inner) : inner_(std::move(inner)) {}
  void map(std::span<std::int64_t> rows) const override { BatchScope::map(*inner_, rows); }

 private:
  IndexPtr inner_;
};

}  // namespace dbx::seed
