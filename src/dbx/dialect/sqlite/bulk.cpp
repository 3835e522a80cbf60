// A prepared INSERT bound from batches. Dates and times become ISO text, decimals numbers of the
// column's affinity.
#include "dbx/dialect/sqlite/bulk.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

using database::BulkColumn;
using database::ColumnBatch;
using spec::TypeKind;

constexpr std::int64_t kBatchRows = 2048;
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

std::string date_text(std::int64_t days) {
  const CivilDate date = civil_from_days(days);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string time_text(std::int64_t microseconds) {
  const std::int64_t seconds = microseconds / 1'000'000;
  std::string text =
      fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (microseconds % 1'000'000 != 0) text += fmt::format(".{:06}", microseconds % 1'000'000);
  return text;
}

std::string timestamp_text(std::int64_t microseconds) {
  std::int64_t day = microseconds / kMicrosecondsPerDay;
  std::int64_t rest = microseconds % kMicrosecondsPerDay;
  if (rest < 0) {
    --day;
    rest += kMicrosecondsPerDay;
  }
  return date_text(day) + " " + time_text(rest);
}

int bind_text(sqlite3_stmt* statement, int at, std::string_view text) {
  return sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_TRANSIENT,
                             SQLITE_UTF8);
}

int bind_integer(sqlite3_stmt* statement, int at, const spec::Type& type, std::int64_t value) {
  switch (type.kind) {
    case TypeKind::kDate:
      return bind_text(statement, at, date_text(value));
    case TypeKind::kTime:
      return bind_text(statement, at, time_text(value));
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      return bind_text(statement, at, timestamp_text(value));
    case TypeKind::kDecimal: {
      if (type.scale <= 0) return sqlite3_bind_int64(statement, at, value);
      std::int64_t scale = 1;
      for (int i = 0; i < type.scale; ++i) scale *= 10;
      return sqlite3_bind_double(statement, at,
                                 static_cast<double>(value) / static_cast<double>(scale));
    }
    default:
      return sqlite3_bind_int64(statement, at, value);
  }
}

int bind_cell(sqlite3_stmt* statement, int at, const BulkColumn& column, const ColumnBatch& batch,
              std::size_t row) {
  if (!batch.valid.empty() && batch.valid[row] == 0) return sqlite3_bind_null(statement, at);
  switch (database::storage_of(column.type)) {
    case database::Storage::kInt64:
      return bind_integer(statement, at, column.type, batch.integers[row]);
    case database::Storage::kDouble:
      return sqlite3_bind_double(statement, at, batch.doubles[row]);
    case database::Storage::kText:
      return bind_text(statement, at, batch.text(row));
  }
  return SQLITE_MISUSE;
}

class Loader final : public database::BulkLoader {
 public:
  explicit Loader(SqliteConnection& connection) : connection_(connection) {}

  Status load(const database::RowSource& source, const database::LoadOptions& options) override {
    const auto columns = source.columns();
    sqlite3_stmt* statement = nullptr;
    const std::string sql = insert_text(source);
    if (sqlite3_prepare_v2(connection_.raw(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      return failure(source);
    }
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> owner(statement, sqlite3_finalize);
    std::vector<ColumnBatch> batch(columns.size());
    for (std::int64_t begin = 0; begin < source.row_count(); begin += kBatchRows) {
      if (options.cancel != nullptr && options.cancel->cancelled()) {
        return fail(Code::kInterrupted, "interrupted");
      }
      const std::int64_t count = std::min(kBatchRows, source.row_count() - begin);
      source.fill({begin, count}, batch);
      for (std::int64_t row = 0; row < count; ++row) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
          bind_cell(statement, static_cast<int>(i) + 1, columns[i], batch[i],
                    static_cast<std::size_t>(row));
        }
        const int step = sqlite3_step(statement);
        sqlite3_reset(statement);
        if (step != SQLITE_DONE) return failure(source);
      }
      if (options.rows_done != nullptr) options.rows_done->fetch_add(count);
    }
    return {};
  }

 private:
  static std::string insert_text(const database::RowSource& source) {
    std::vector<std::string> names;
    for (const BulkColumn& column : source.columns()) names.push_back(quote(column.name));
    std::vector<std::string> places(names.size(), "?");
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", quote(source.table()),
                       text::join(names, ", "), text::join(places, ", "));
  }

  Status failure(const database::RowSource& source) {
    const int code = sqlite3_errcode(connection_.raw());
    const Code kind = code == SQLITE_FULL || code == SQLITE_IOERR ? Code::kNoSpace
                      : code == SQLITE_INTERRUPT                  ? Code::kInterrupted
                                                                  : Code::kQueryFailed;
    return fail(kind,
                fmt::format("loading {}: {}", source.table(), sqlite3_errmsg(connection_.raw())));
  }

  SqliteConnection& connection_;
};

}  // namespace

std::unique_ptr<database::BulkLoader> make_bulk_loader(SqliteConnection& connection) {
  return std::make_unique<Loader>(connection);
}

}  // namespace dbx::dialect::sqlite
