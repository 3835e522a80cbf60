// Aggregates that SQLite lacks: stddev_samp(x), also over a window, quantile_cont(x, fraction),
// string_agg(x, separator) in the order of x; and for row sums dbx_hash(x, ...), 63 bits of its
// arguments' types and bytes.
#include "dbx/dialect/sqlite/functions.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "dbx/base/text.h"

namespace dbx::dialect::sqlite {
namespace {

// Welford's running mean and sum of squares (Knuth, TAOCP 2, 4.2.2).
struct Spread {
  std::int64_t count = 0;
  double mean = 0;
  double squares = 0;
};

void spread_step(sqlite3_context* context, int, sqlite3_value** values) {
  auto* spread = static_cast<Spread*>(sqlite3_aggregate_context(context, sizeof(Spread)));
  if (spread == nullptr || sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  const double value = sqlite3_value_double(values[0]);
  ++spread->count;
  const double delta = value - spread->mean;
  spread->mean += delta / static_cast<double>(spread->count);
  spread->squares += delta * (value - spread->mean);
}

// Takes a value out again: one that leaves the window.
void spread_inverse(sqlite3_context* context, int, sqlite3_value** values) {
  auto* spread = static_cast<Spread*>(sqlite3_aggregate_context(context, sizeof(Spread)));
  if (spread == nullptr || sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  const double value = sqlite3_value_double(values[0]);
  if (--spread->count == 0) {
    *spread = Spread();
    return;
  }
  const double delta = value - spread->mean;
  spread->mean -= delta / static_cast<double>(spread->count);
  spread->squares = std::max(0.0, spread->squares - delta * (value - spread->mean));
}

void spread_final(sqlite3_context* context) {
  const auto* spread = static_cast<Spread*>(sqlite3_aggregate_context(context, 0));
  if (spread == nullptr || spread->count < 2) return sqlite3_result_null(context);
  const double variance = spread->squares / static_cast<double>(spread->count - 1);
  sqlite3_result_double(context, std::sqrt(variance));
}

struct Quantile {
  std::vector<double>* values;
  double fraction;
};

void quantile_step(sqlite3_context* context, int, sqlite3_value** values) {
  auto* quantile = static_cast<Quantile*>(sqlite3_aggregate_context(context, sizeof(Quantile)));
  if (quantile == nullptr) return sqlite3_result_error_nomem(context);
  if (quantile->values == nullptr) quantile->values = new (std::nothrow) std::vector<double>;
  if (quantile->values == nullptr) return sqlite3_result_error_nomem(context);
  quantile->fraction = sqlite3_value_double(values[1]);
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  quantile->values->push_back(sqlite3_value_double(values[0]));
}

// Linear between the two neighbours, as quantile_cont and percentile_cont do elsewhere.
void quantile_final(sqlite3_context* context) {
  auto* quantile = static_cast<Quantile*>(sqlite3_aggregate_context(context, 0));
  if (quantile == nullptr || quantile->values == nullptr) return sqlite3_result_null(context);
  const std::unique_ptr<std::vector<double>> values(quantile->values);
  if (values->empty()) return sqlite3_result_null(context);
  std::sort(values->begin(), values->end());
  const double place = quantile->fraction * static_cast<double>(values->size() - 1);
  const auto low = static_cast<std::size_t>(place);
  const std::size_t high = std::min(low + 1, values->size() - 1);
  const double part = place - static_cast<double>(low);
  sqlite3_result_double(context, (*values)[low] + part * ((*values)[high] - (*values)[low]));
}

struct Joined {
  std::vector<std::string>* values;
  std::string* separator;
};

std::string text_of(sqlite3_value* value) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

void join_step(sqlite3_context* context, int, sqlite3_value** values) {
  auto* joined = static_cast<Joined*>(sqlite3_aggregate_context(context, sizeof(Joined)));
  if (joined == nullptr) return sqlite3_result_error_nomem(context);
  if (joined->values == nullptr) joined->values = new std::vector<std::string>;
  if (joined->separator == nullptr) joined->separator = new std::string(text_of(values[1]));
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return;
  joined->values->push_back(text_of(values[0]));
}

void join_final(sqlite3_context* context) {
  auto* joined = static_cast<Joined*>(sqlite3_aggregate_context(context, 0));
  if (joined == nullptr || joined->values == nullptr) return sqlite3_result_null(context);
  const std::unique_ptr<std::vector<std::string>> values(joined->values);
  const std::unique_ptr<std::string> separator(joined->separator);
  if (values->empty()) return sqlite3_result_null(context);
  std::sort(values->begin(), values->end());
  const std::string text = text::join(*values, *separator);
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

// FNV-1a (Fowler, Noll, Vo), then the finalizer of MurmurHash3, for FNV's high bits are poor.
class Hasher {
 public:
  void add(const void* bytes, std::size_t count) {
    const auto* byte = static_cast<const unsigned char*>(bytes);
    for (std::size_t i = 0; i < count; ++i) state_ = (state_ ^ byte[i]) * 0x100000001b3ULL;
  }
  std::int64_t finish() const {
    std::uint64_t mixed = (state_ ^ (state_ >> 33U)) * 0xff51afd7ed558ccdULL;
    mixed = (mixed ^ (mixed >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
    return static_cast<std::int64_t>((mixed ^ (mixed >> 33U)) >> 1U);
  }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

void hash(sqlite3_context* context, int count, sqlite3_value** values) {
  Hasher hasher;
  for (int i = 0; i < count; ++i) {
    const int type = sqlite3_value_type(values[i]);
    hasher.add(&type, sizeof(type));
    if (type == SQLITE_INTEGER) {
      const sqlite3_int64 number = sqlite3_value_int64(values[i]);
      hasher.add(&number, sizeof(number));
    } else if (type == SQLITE_FLOAT) {
      const double number = sqlite3_value_double(values[i]);
      hasher.add(&number, sizeof(number));
    } else if (type != SQLITE_NULL) {
      const void* bytes = sqlite3_value_blob(values[i]);
      const int size = sqlite3_value_bytes(values[i]);
      hasher.add(&size, sizeof(size));
      hasher.add(bytes, static_cast<std::size_t>(size));
    }
  }
  sqlite3_result_int64(context, hasher.finish());
}

}  // namespace

void add_functions(sqlite3* database) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  // The value of a window is what the end of all rows would give.
  sqlite3_create_window_function(database, "stddev_samp", 1, kFlags, nullptr, spread_step,
                                 spread_final, spread_final, spread_inverse, nullptr);
  sqlite3_create_function(database, "quantile_cont", 2, kFlags, nullptr, nullptr, quantile_step,
                          quantile_final);
  sqlite3_create_function(database, "string_agg", 2, kFlags, nullptr, nullptr, join_step,
                          join_final);
  add_scalar_functions(database);
  sqlite3_create_function(database, "dbx_hash", -1, kFlags, nullptr, hash, nullptr, nullptr);
}

}  // namespace dbx::dialect::sqlite
