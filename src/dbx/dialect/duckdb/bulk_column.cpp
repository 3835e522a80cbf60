// Narrowing 64-bit storage to DuckDB's physical types; short texts are written in place.
#include "dbx/dialect/duckdb/bulk_column.h"

#include <algorithm>
#include <cstring>

namespace dbx::dialect::duckdb {
namespace {

using spec::TypeKind;

constexpr int kDecimalDigitsDefault = 18;
constexpr std::size_t kInlineBytes = 12;

int digits_of(const spec::Type& type) {
  return type.precision < 0 ? kDecimalDigitsDefault : type.precision;
}

// Without a scale the batch holds whole numbers; DuckDB casts them to the column's DECIMAL(18,3).
int scale_of(const spec::Type& type) { return std::max(0, type.scale); }

duckdb_type simple_type(const spec::Type& type) {
  switch (type.kind) {
    case TypeKind::kSmallInt:
      return DUCKDB_TYPE_SMALLINT;
    case TypeKind::kInt:
      return DUCKDB_TYPE_INTEGER;
    case TypeKind::kBigInt:
      return DUCKDB_TYPE_BIGINT;
    case TypeKind::kReal:
      return DUCKDB_TYPE_FLOAT;
    case TypeKind::kDouble:
      return DUCKDB_TYPE_DOUBLE;
    case TypeKind::kBoolean:
      return DUCKDB_TYPE_BOOLEAN;
    case TypeKind::kDate:
      return DUCKDB_TYPE_DATE;
    case TypeKind::kTime:
      return DUCKDB_TYPE_TIME;
    case TypeKind::kTimestamp:
      return DUCKDB_TYPE_TIMESTAMP;
    case TypeKind::kTimestampTz:
      return DUCKDB_TYPE_TIMESTAMP_TZ;
    default:
      return DUCKDB_TYPE_VARCHAR;
  }
}

template <class Physical>
void copy_integers(void* data, const database::ColumnBatch& batch, std::size_t count) {
  auto* out = static_cast<Physical*>(data);
  for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<Physical>(batch.integers[i]);
}

void copy_hugeints(void* data, const database::ColumnBatch& batch, std::size_t count) {
  auto* out = static_cast<duckdb_hugeint*>(data);
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t value = batch.integers[i];
    out[i] = {static_cast<std::uint64_t>(value), value < 0 ? -1 : 0};
  }
}

void copy_decimals(void* data, const database::ColumnBatch& batch, std::size_t count, int digits) {
  if (digits <= 4) return copy_integers<std::int16_t>(data, batch, count);
  if (digits <= 9) return copy_integers<std::int32_t>(data, batch, count);
  if (digits <= 18) return copy_integers<std::int64_t>(data, batch, count);
  copy_hugeints(data, batch, count);
}

// A text of at most kInlineBytes as DuckDB holds it: its length, then its bytes, then zeros.
duckdb_string_t inline_text(const char* text, std::size_t size) {
  duckdb_string_t value = {};
  value.value.inlined.length = static_cast<std::uint32_t>(size);
  std::memcpy(value.value.inlined.inlined, text, size);
  return value;
}

// The same where kInlineBytes can be read: by loads of fixed sizes, and masks for the zeros.
duckdb_string_t inline_text_padded(const char* text, std::size_t size) {
  std::uint64_t first = 0;
  std::uint32_t last = 0;
  std::memcpy(&first, text, sizeof first);
  std::memcpy(&last, text + sizeof first, sizeof last);
  constexpr std::uint64_t kOnes = ~std::uint64_t{0};
  const std::size_t unused = 8 * (kInlineBytes - size);  // bits
  first &= unused < 32 ? kOnes : unused == 96 ? 0 : kOnes >> (unused - 32);
  last = unused < 32 ? last & static_cast<std::uint32_t>(kOnes >> (32 + unused)) : 0;
  duckdb_string_t value = {};
  value.value.inlined.length = static_cast<std::uint32_t>(size);
  std::memcpy(value.value.inlined.inlined, &first, sizeof first);
  std::memcpy(value.value.inlined.inlined + sizeof first, &last, sizeof last);
  return value;
}

void copy_texts(duckdb_vector vector, void* data, const database::ColumnBatch& batch,
                std::size_t count) {
  auto* out = static_cast<duckdb_string_t*>(data);
  const char* arena = batch.arena.data();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t begin = batch.offsets[i];
    const std::size_t size = batch.offsets[i + 1] - begin;
    if (size > kInlineBytes) {
      duckdb_vector_assign_string_element_len(vector, i, arena + begin, size);
    } else if (begin + kInlineBytes <= batch.arena.size()) {
      out[i] = inline_text_padded(arena + begin, size);
    } else {
      out[i] = inline_text(arena + begin, size);
    }
  }
}

void write_validity(duckdb_vector vector, const database::ColumnBatch& batch, std::size_t count) {
  if (batch.valid.empty()) return;
  duckdb_vector_ensure_validity_writable(vector);
  std::uint64_t* words = duckdb_vector_get_validity(vector);
  for (std::size_t i = 0; i < count; i += 64) {
    std::uint64_t word = ~std::uint64_t{0};
    for (std::size_t bit = 0; bit < 64 && i + bit < count; ++bit) {
      if (batch.valid[i + bit] == 0) word &= ~(std::uint64_t{1} << bit);
    }
    words[i / 64] = word;
  }
}

}  // namespace

duckdb_logical_type make_bulk_type(const spec::Type& type) {
  if (type.kind == TypeKind::kDecimal && !type.array) {
    return duckdb_create_decimal_type(static_cast<std::uint8_t>(digits_of(type)),
                                      static_cast<std::uint8_t>(scale_of(type)));
  }
  return duckdb_create_logical_type(type.array ? DUCKDB_TYPE_VARCHAR : simple_type(type));
}

bool is_bulk_cast(const spec::Type& type) {
  return database::storage_of(type) == database::Storage::kText && (type.array || !type.is_text());
}

void write_bulk_column(duckdb_vector vector, const spec::Type& type,
                       const database::ColumnBatch& batch, std::size_t count) {
  write_validity(vector, batch, count);
  void* data = duckdb_vector_get_data(vector);
  switch (database::storage_of(type)) {
    case database::Storage::kText:
      return copy_texts(vector, data, batch, count);
    case database::Storage::kDouble:
      if (type.kind == TypeKind::kReal) {
        auto* out = static_cast<float*>(data);
        for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<float>(batch.doubles[i]);
      } else {
        std::copy_n(batch.doubles.begin(), count, static_cast<double*>(data));
      }
      return;
    case database::Storage::kInt64:
      break;
  }
  switch (type.kind) {
    case TypeKind::kSmallInt:
      return copy_integers<std::int16_t>(data, batch, count);
    case TypeKind::kInt:
    case TypeKind::kDate:
      return copy_integers<std::int32_t>(data, batch, count);
    case TypeKind::kBoolean:
      return copy_integers<bool>(data, batch, count);
    case TypeKind::kDecimal:
      return copy_decimals(data, batch, count, digits_of(type));
    default:
      return copy_integers<std::int64_t>(data, batch, count);
  }
}

}  // namespace dbx::dialect::duckdb
