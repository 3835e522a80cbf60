// Filling the table once, while planning.
#include "dbx/seed/looked_up.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace dbx::seed {
namespace {

constexpr std::int64_t kRowsKept = 65'536;

class LookedUp final : public Generator {
 public:
  LookedUp(IndexPtr row_of, std::vector<std::int64_t> values)
      : row_of_(std::move(row_of)), values_(std::move(values)) {}
  Nature nature() const override { return Nature::kStored; }
  void fill(Rows rows, Values& out) const override {
    out.integers.assign(rows.begin(), rows.end());
    row_of_->map(out.integers);
    for (std::int64_t& value : out.integers) value = values_[static_cast<std::size_t>(value)];
  }

 private:
  IndexPtr row_of_;
  std::vector<std::int64_t> values_;
};

}  // namespace

GeneratorPtr look_up(IndexPtr parent_row, const Generator& key, const spec::Type& type,
                     std::int64_t rows) {
  const bool kept = rows <= kRowsKept && database::storage_of(type) == database::Storage::kInt64;
  if (!kept) return std::make_unique<ThroughIndex>(std::move(parent_row), key);
  std::vector<std::int64_t> values;
  Values batch;
  std::vector<std::int64_t> numbers(kBatchRows);
  for (std::int64_t begin = 0; begin < rows; begin += static_cast<std::int64_t>(kBatchRows)) {
    std::iota(numbers.begin(), numbers.end(), begin);
    const auto count = static_cast<std::size_t>(
        std::min<std::int64_t>(rows - begin, static_cast<std::int64_t>(kBatchRows)));
    batch.valid.clear();
    key.fill(Rows(numbers).first(count), batch);
    // A key that holds NULLs of its own is left to its generator.
    if (!batch.valid.empty()) return std::make_unique<ThroughIndex>(std::move(parent_row), key);
    values.insert(values.end(), batch.integers.begin(),
                  batch.integers.begin() + static_cast<std::ptrdiff_t>(count));
  }
  return std::make_unique<LookedUp>(std::move(parent_row), std::move(values));
}

}  // namespace dbx::seed
