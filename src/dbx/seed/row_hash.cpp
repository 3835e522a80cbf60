// Cells to 64 bits, rows to the sum of their cells, tables to the sum of their mixed rows.
#include "dbx/seed/row_hash.h"

#include <fmt/format.h>

#include <array>
#include <bit>
#include <charconv>
#include <cstring>

#include "dbx/base/hash.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/lanes.h"

namespace dbx::seed {
namespace {

constexpr std::uint64_t kNull = 0xD6E8FEB86659FD93ULL;
constexpr std::uint64_t kMultiplier = 0x9FB21C651E98DF25ULL;

template <class Word>
std::uint64_t load(const char* from) {
  Word word;
  std::memcpy(&word, from, sizeof word);
  return word;
}

// The last 1..7 bytes of a text as a word, by loads of fixed sizes that may overlap.
std::uint64_t last_word(const char* bytes, std::size_t size) {
  if (size >= 4) {
    return load<std::uint32_t>(bytes) | load<std::uint32_t>(bytes + size - 4) << 8 * (size - 4);
  }
  if (size == 1) return static_cast<unsigned char>(bytes[0]);
  return load<std::uint16_t>(bytes) | load<std::uint16_t>(bytes + size - 2) << 8 * (size - 2);
}

// Eight bytes at a time, little-endian.
std::uint64_t hash_text(const char* bytes, std::size_t size) {
  std::uint64_t state = size * kMultiplier;
  const auto take = [&](std::uint64_t word) {
    state = (state ^ word) * kMultiplier;
    state ^= state >> 32U;
  };
  for (; size >= 8; size -= 8, bytes += 8) take(load<std::uint64_t>(bytes));
  if (size > 0) take(last_word(bytes, size));
  return state;
}

// Adds cells to their rows.
DBX_LANES void add_cells(std::span<const std::uint64_t> cells, std::uint64_t id,
                         std::uint64_t* rows) {
  for (std::size_t i = 0; i < cells.size(); ++i) rows[i] += mix64(cells[i] ^ id);
}

DBX_LANES void add_rows(std::span<const std::uint64_t> rows, ContentHash& sum) {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    high += mix64(rows[i] + kMultiplier);
    low += mix64(rows[i] ^ kNull);
  }
  sum.high += high;
  sum.low += low;
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
  std::array<std::uint64_t, kBatchRows> cells;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const database::ColumnBatch& values = batch[c];
    switch (columns_[c].storage) {
      case database::Storage::kInt64:
        std::memcpy(cells.data(), values.integers.data(), count * sizeof cells[0]);
        break;
      case database::Storage::kDouble:
        std::memcpy(cells.data(), values.doubles.data(), count * sizeof cells[0]);
        break;
      case database::Storage::kText:
        for (std::size_t i = 0; i < count; ++i) {
          const std::uint32_t begin = values.offsets[i];
          cells[i] = hash_text(values.arena.data() + begin, values.offsets[i + 1] - begin);
        }
        break;
    }
    const std::uint64_t id = columns_[c].id;
    for (std::size_t i = 0; i < values.valid.size() && i < count; ++i) {
      if (values.valid[i] == 0) cells[i] = (kNull + id) ^ id;
    }
    add_cells(std::span(cells).first(count), id, rows.data());
  }
  ContentHash sum;
  add_rows(std::span(rows).first(count), sum);
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
