// Cells to 64 bits, rows to the sum of their cells, tables to the sum of their mixed rows.
#include "dbx/seed/row_hash.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <charconv>
#include <cstring>

#include "dbx/base/hash.h"
#include "dbx/seed/generator.h"

namespace dbx::seed {
namespace {

constexpr std::uint64_t kNull = 0xD6E8FEB86659FD93ULL;
constexpr std::uint64_t kMultiplier = 0x9FB21C651E98DF25ULL;

// Eight bytes at a time, little-endian.
std::uint64_t hash_text(std::string_view text) {
  std::uint64_t state = text.size() * kMultiplier;
  while (!text.empty()) {
    std::uint64_t word = 0;
    const std::size_t count = text.size() < 8 ? text.size() : 8;
    std::memcpy(&word, text.data(), count);
    state = (state ^ word) * kMultiplier;
    state ^= state >> 32U;
    text.remove_prefix(count);
  }
  return state;
}

static_assert(std::endian::native == std::endian::little, "hash_text reads words as little-endian");

}  // namespace

RowHasher::RowHasher(std::span<const database::BulkColumn> columns) {
  for (const database::BulkColumn& column : columns) {
    columns_.push_back({hash64(column.name), database::storage_of(column.type)});
  }
}

ContentHash RowHasher::hash(std::span<const database::ColumnBatch> batch, std::size_t count) const {
  std::array<std::uint64_t, kBatchRows> rows{};
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const database::ColumnBatch& values = batch[c];
    for (std::size_t i = 0; i < count; ++i) {
      std::uint64_t cell = kNull;
      if (values.valid.empty() || values.valid[i] != 0) {
        switch (columns_[c].storage) {
          case database::Storage::kInt64:
            cell = static_cast<std::uint64_t>(values.integers[i]);
            break;
          case database::Storage::kDouble:
            cell = std::bit_cast<std::uint64_t>(values.doubles[i]);
            break;
          case database::Storage::kText:
            cell = hash_text(values.text(i));
            break;
        }
        rows[i] += mix64(cell ^ columns_[c].id);
      } else {
        rows[i] += mix64(cell + columns_[c].id);
      }
    }
  }
  ContentHash sum;
  for (std::size_t i = 0; i < count; ++i) {
    sum.high += mix64(rows[i] + kMultiplier);
    sum.low += mix64(rows[i] ^ kNull);
  }
  return sum;
}

ContentHash& ContentHash::operator+=(const ContentHash& other) {
  high += other.high;
  low += other.low;
  return *this;
}

std::optional<ContentHash> ContentHash::parse(std::string_view text) {
  ContentHash hash;
  if (text.size() != 32) return {};
  const auto read = [](std::string_view digits, std::uint64_t& out) {
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), out, 16);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  if (!read(text.substr(0, 16), hash.high) || !read(text.substr(16), hash.low)) return {};
  return hash;
}

std::string ContentHash::text() const { return fmt::format("{:016x}{:016x}", high, low); }

ContentHash content_hash(const database::RowSource& source, database::RowRange rows) {
  const RowHasher hasher(source.columns());
  std::vector<database::ColumnBatch> batch(source.columns().size());
  ContentHash sum;
  for (std::int64_t done = 0; done < rows.count;) {
    const std::int64_t count =
        std::min<std::int64_t>(rows.count - done, static_cast<std::int64_t>(kBatchRows));
    source.fill({rows.begin + done, count}, batch);
    sum += hasher.hash(batch, static_cast<std::size_t>(count));
    done += count;
  }
  return sum;
}

}  // namespace dbx::seed
