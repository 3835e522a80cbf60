// Dates and times are written digit by digit: they are most of what a load formats.
#include "dbx/dialect/sqlite/cell.h"

#include <array>

namespace dbx::dialect::sqlite {
namespace {

using spec::TypeKind;

constexpr std::int64_t kMicrosecondsPerDay = 86'400'000'000;

struct CivilDate {
  std::int64_t year;
  unsigned month;
  unsigned day;
};

// Days since 1970-01-01 to a date (Hinnant, "chrono-compatible low-level date algorithms").
CivilDate civil_from_days(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const auto of_era = static_cast<unsigned>(days - era * 146'097);
  const unsigned year_of_era = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const unsigned of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const unsigned shifted = (5 * of_year + 2) / 153;
  const unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {static_cast<std::int64_t>(year_of_era) + era * 400 + (month <= 2 ? 1 : 0), month,
          of_year - (153 * shifted + 2) / 5 + 1};
}

// Text of at most 40 characters, on the stack.
class Writer {
 public:
  void character(char value) { text_[size_++] = value; }
  void number(std::uint64_t value, std::size_t digits) {
    for (std::size_t i = digits; i-- > 0; value /= 10) {
      text_[size_ + i] = static_cast<char>('0' + value % 10);
    }
    size_ += digits;
  }
  void date(std::int64_t days) {
    const CivilDate date = civil_from_days(days);
    if (date.year < 0) character('-');
    const auto year = static_cast<std::uint64_t>(date.year < 0 ? -date.year : date.year);
    number(year, year > 99'999 ? 6 : year > 9999 ? 5 : 4);
    character('-');
    number(date.month, 2);
    character('-');
    number(date.day, 2);
  }
  void time(std::int64_t microseconds) {
    const std::int64_t seconds = microseconds / 1'000'000;
    number(static_cast<std::uint64_t>(seconds / 3600), 2);
    character(':');
    number(static_cast<std::uint64_t>(seconds / 60 % 60), 2);
    character(':');
    number(static_cast<std::uint64_t>(seconds % 60), 2);
    if (microseconds % 1'000'000 == 0) return;
    character('.');
    number(static_cast<std::uint64_t>(microseconds % 1'000'000), 6);
  }
  void give(sqlite3_context* context) const {
    sqlite3_result_text(context, text_.data(), static_cast<int>(size_), SQLITE_TRANSIENT);
  }

 private:
  std::array<char, 40> text_;
  std::size_t size_ = 0;
};

void set_timestamp(sqlite3_context* context, std::int64_t microseconds) {
  std::int64_t day = microseconds / kMicrosecondsPerDay;
  std::int64_t rest = microseconds % kMicrosecondsPerDay;
  if (rest < 0) {
    --day;
    rest += kMicrosecondsPerDay;
  }
  Writer writer;
  writer.date(day);
  writer.character(' ');
  writer.time(rest);
  writer.give(context);
}

void set_integer(sqlite3_context* context, const spec::Type& type, std::int64_t value) {
  switch (type.kind) {
    case TypeKind::kDate:
    case TypeKind::kTime: {
      Writer writer;
      if (type.kind == TypeKind::kDate) {
        writer.date(value);
      } else {
        writer.time(value);
      }
      return writer.give(context);
    }
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      return set_timestamp(context, value);
    case TypeKind::kDecimal: {
      if (type.scale <= 0) return sqlite3_result_int64(context, value);
      std::int64_t scale = 1;
      for (int i = 0; i < type.scale; ++i) scale *= 10;
      return sqlite3_result_double(context,
                                   static_cast<double>(value) / static_cast<double>(scale));
    }
    default:
      return sqlite3_result_int64(context, value);
  }
}

}  // namespace

void set_result(sqlite3_context* context, const spec::Type& type,
                const database::ColumnBatch& batch, std::size_t row) {
  if (!batch.valid.empty() && batch.valid[row] == 0) return sqlite3_result_null(context);
  switch (database::storage_of(type)) {
    case database::Storage::kInt64:
      return set_integer(context, type, batch.integers[row]);
    case database::Storage::kDouble:
      return sqlite3_result_double(context, batch.doubles[row]);
    case database::Storage::kText: {
      const std::string_view text = batch.text(row);
      return sqlite3_result_text64(context, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
  }
}

}  // namespace dbx::dialect::sqlite
