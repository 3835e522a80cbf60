// Spoiling batches after they were filled, cell by cell, each by its own draw.
#include "dbx/seed/dirt.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dbx/base/text.h"
#include "dbx/schema/schema.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/slip.h"

namespace dbx::seed {
namespace {

constexpr std::string_view kNames[] = {"missing",   "mistyped", "outlier",
                                       "duplicate", "orphaned", "late"};
constexpr std::int64_t kOutlier = 100;
constexpr std::int64_t kMicrosecondsPerDay = 86'400'000'000;

std::string_view name_of(spec::Defect kind) { return kNames[static_cast<std::size_t>(kind)]; }

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::size_t position_of(const TableModel& table, const std::string& column) {
  const auto columns = table.columns();
  return static_cast<std::size_t>(
      std::find_if(columns.begin(), columns.end(),
                   [&](const database::BulkColumn& c) { return c.name == column; }) -
      columns.begin());
}

// Why a table cannot have a defect; empty where it can.
class Obstacles {
 public:
  Obstacles(const spec::Spec& spec, const spec::Table& table) : table_(table) {
    const schema::Schema lowered = schema::lower(spec, "");
    if (const schema::Table* found = schema::find_table(lowered, table.name)) keys_ = *found;
  }

  std::string of(const spec::Dirt& dirt, const TableModel& model) const {
    if (dirt.kind == spec::Defect::kDuplicate) return of_duplicate();
    const ColumnModel* column = model.find(dirt.column);
    if (column == nullptr) return "there is no such column";
    if (is_key(dirt.column)) return "it is part of a key";
    const bool refers = is_foreign(dirt.column);
    if (dirt.kind == spec::Defect::kOrphaned) {
      if (!refers) return "it is no foreign key";
      return column->column.type.is_integer() ? "" : "only whole numbers are led astray";
    }
    if (dirt.kind == spec::Defect::kMissing) {
      return column->column.nullable ? "" : "it takes no NULL";
    }
    if (refers) return "it is a foreign key";
    if (is_checked(column->column)) return "a check would refuse it";
    return of_type(dirt.kind, column->column.type);
  }

 private:
  bool is_key(const std::string& column) const {
    if (keys_.primary_key && contains(keys_.primary_key->columns, column)) return true;
    return std::any_of(keys_.uniques.begin(), keys_.uniques.end(),
                       [&](const schema::Key& key) { return contains(key.columns, column); }) ||
           std::any_of(keys_.indexes.begin(), keys_.indexes.end(),
                       [&](const schema::Index& index) { return tells_apart(index, column); }) ||
           contains(table_.natural_key, column);
  }
  // Is the column, or an expression over it, part of a unique index?
  static bool tells_apart(const schema::Index& index, const std::string& column) {
    return index.unique &&
           std::any_of(index.columns.begin(), index.columns.end(), [&](const auto& part) {
             return part.column == column || part.expression.text.find(column) != std::string::npos;
           });
  }
  bool is_foreign(const std::string& column) const {
    return std::any_of(table_.foreign_keys.begin(), table_.foreign_keys.end(),
                       [&](const spec::ForeignKey& key) { return contains(key.columns, column); });
  }
  bool is_checked(const spec::Column& column) const {
    if (!std::string(column.check).empty()) return true;
    return std::any_of(keys_.checks.begin(), keys_.checks.end(), [&](const schema::Check& check) {
      return check.expression.text.find(column.name) != std::string::npos;
    });
  }
  static std::string of_type(spec::Defect kind, const spec::Type& type) {
    const bool day = type.kind == spec::TypeKind::kDate ||
                     type.kind == spec::TypeKind::kTimestamp ||
                     type.kind == spec::TypeKind::kTimestampTz;
    if (kind == spec::Defect::kMistyped) return type.is_text() ? "" : "it is no text";
    if (kind == spec::Defect::kOutlier) return type.is_numeric() ? "" : "it is no number";
    return day ? "" : "it is no date and no time";
  }
  std::string of_duplicate() const {
    const bool own_key = keys_.primary_key && keys_.primary_key->columns.size() == 1 &&
                         keys_.primary_key->columns[0] == table_.surrogate_key;
    if (keys_.primary_key && !own_key) return "its primary key tells every row from every other";
    const bool unique_index = std::any_of(keys_.indexes.begin(), keys_.indexes.end(),
                                          [](const schema::Index& index) { return index.unique; });
    if (!keys_.uniques.empty() || unique_index) return "a unique key forbids the second row";
    return "";
  }

  const spec::Table& table_;
  schema::Table keys_;
};

// The largest number that the type holds, as it is stored.
std::int64_t limit_of(const spec::Type& type) {
  switch (type.kind) {
    case spec::TypeKind::kSmallInt:
      return 32'767;
    case spec::TypeKind::kInt:
      return 2'147'483'647;
    case spec::TypeKind::kDecimal: {
      std::int64_t limit = 1;
      for (int i = 0; i < std::min(type.precision, 18); ++i) limit *= 10;
      return limit - 1;
    }
    default:
      return std::int64_t{1} << 53U;
  }
}

std::int64_t far_off(std::int64_t value, const spec::Type& type) {
  const std::int64_t limit = limit_of(type);
  if (value == 0) return std::min<std::int64_t>(limit, 10 * kOutlier);
  if (std::abs(value) > limit / kOutlier) return value < 0 ? -limit : limit;
  return value * kOutlier;
}

void spoil_texts(Values& values, std::size_t count, const std::vector<std::uint64_t>& draws,
                 std::size_t length_max) {
  std::string arena;
  std::vector<std::uint32_t> offsets = {0};
  for (std::size_t i = 0; i < count; ++i) {
    if (draws[i] == 0) {
      arena += values.text(i);
    } else {
      arena += slip(values.text(i), draws[i], length_max);
    }
    offsets.push_back(static_cast<std::uint32_t>(arena.size()));
  }
  values.arena = std::move(arena);
  values.offsets = std::move(offsets);
}

}  // namespace

DirtyTable DirtyTable::make(const TableModel& clean, const spec::Spec& spec,
                            const spec::Table& table, std::uint64_t key,
                            const std::vector<spec::Dirt>& dirt, Diagnostics& notes) {
  std::vector<std::size_t> primary_key;
  for (const std::string& column : table.primary_key) {
    primary_key.push_back(position_of(clean, column));
  }
  const std::size_t key_column = position_of(clean, table.surrogate_key);
  if (primary_key.empty() && key_column < clean.columns().size()) primary_key = {key_column};
  DirtyTable dirty(clean, key_column, std::move(primary_key));
  const Obstacles obstacles(spec, table);
  for (const spec::Dirt& wish : dirt) {
    if (wish.rate <= 0) continue;
    const std::string obstacle = obstacles.of(wish, clean);
    if (!obstacle.empty()) {
      Diagnostic note;
      note.code = Code::kDirtNotPossible;
      note.severity = Severity::kWarning;
      note.message = wish.column.empty() ? fmt::format("no rows of {} are made duplicates: {}",
                                                       table.name, obstacle)
                                         : fmt::format("{}.{} is not made {}: {}", table.name,
                                                       wish.column, name_of(wish.kind), obstacle);
      notes.push_back(std::move(note));
      continue;
    }
    const std::uint64_t threshold =
        wish.rate >= 1 ? ~std::uint64_t{0} : static_cast<std::uint64_t>(wish.rate * 0x1p64);
    dirty.spoilers_.push_back(
        {wish.kind, wish.column.empty() ? 0 : position_of(clean, wish.column),
         Random(key, fmt::format("{} {}", name_of(wish.kind), wish.column), Stream::kDefect),
         threshold, wish.days});
  }
  // Whole rows first: what is repeated is the clean row, and may be hurt after.
  std::stable_partition(dirty.spoilers_.begin(), dirty.spoilers_.end(), [](const Spoiler& spoiler) {
    return spoiler.kind == spec::Defect::kDuplicate;
  });
  return dirty;
}

bool DirtyTable::hits(const Spoiler& spoiler, std::int64_t row) const {
  if (spoiler.kind == spec::Defect::kDuplicate && row == 0) return false;  // nothing before it
  return spoiler.random.bits(row).first < spoiler.threshold;
}

void DirtyTable::fill(database::RowRange rows, std::span<Values> batch) const {
  clean_.fill(rows, batch);
  for (const Spoiler& spoiler : spoilers_) {
    if (spoiler.kind == spec::Defect::kDuplicate) {
      repeat_rows(spoiler, rows, batch);
    } else {
      spoil(spoiler, rows.begin, static_cast<std::size_t>(rows.count), batch[spoiler.column]);
    }
  }
}

// A row that is hit becomes the one before it, but for its surrogate key.
void DirtyTable::repeat_rows(const Spoiler& spoiler, database::RowRange rows,
                             std::span<Values> batch) const {
  std::vector<std::int64_t> numbers;
  bool any = false;
  for (std::int64_t row = rows.begin; row < rows.begin + rows.count; ++row) {
    const bool hit = hits(spoiler, row);
    any = any || hit;
    numbers.push_back(hit ? row - 1 : row);
  }
  if (!any) return;
  Values key;
  if (key_column_ < batch.size()) key = batch[key_column_];
  clean_.fill_rows(numbers, batch);
  if (key_column_ < batch.size()) batch[key_column_] = std::move(key);
}

void DirtyTable::spoil(const Spoiler& spoiler, std::int64_t begin, std::size_t count,
                       Values& values) const {
  std::vector<std::uint64_t> draws(count, 0);  // 0: not hit
  bool any = false;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t row = begin + static_cast<std::int64_t>(i);
    if (!hits(spoiler, row) || (!values.valid.empty() && values.valid[i] == 0)) continue;
    draws[i] = spoiler.random.bits(row).second | 1U;
    any = true;
  }
  if (!any) return;
  const spec::Type& type = clean_.columns()[spoiler.column].type;
  if (spoiler.kind == spec::Defect::kMistyped) {
    const bool bounded =
        type.kind == spec::TypeKind::kVarchar || type.kind == spec::TypeKind::kChar;
    const auto length = static_cast<std::size_t>(std::max(type.length, 0));
    return spoil_texts(values, count, draws,
                       bounded && length > 0 ? length : std::size_t{1} << 20U);
  }
  if (spoiler.kind == spec::Defect::kMissing) values.valid.resize(count, 1);
  for (std::size_t i = 0; i < count; ++i) {
    if (draws[i] == 0) continue;
    switch (spoiler.kind) {
      case spec::Defect::kMissing:
        values.valid[i] = 0;
        break;
      case spec::Defect::kOutlier:
        if (database::storage_of(type) == database::Storage::kDouble) {
          values.doubles[i] *= kOutlier;
        } else {
          values.integers[i] = far_off(values.integers[i], type);
        }
        break;
      case spec::Defect::kOrphaned:  // keys count from 1 up
        values.integers[i] = -1 - below(draws[i], 30'000);
        break;
      case spec::Defect::kLate:
        values.integers[i] += (1 + below(draws[i], spoiler.days)) *
                              (type.kind == spec::TypeKind::kDate ? 1 : kMicrosecondsPerDay);
        break;
      case spec::Defect::kMistyped:
      case spec::Defect::kDuplicate:
        break;
    }
  }
}

std::string DirtyTable::key_of(std::span<const Values> batch, std::size_t row) const {
  std::string key;
  for (const std::size_t column : primary_key_) {
    key +=
        (key.empty() ? "" : "|") + print_value(batch[column], row, clean_.columns()[column].type);
  }
  return key;
}

std::vector<Truth> DirtyTable::truth(database::RowRange rows) const {
  std::vector<Truth> truths;
  std::vector<Values> clean(clean_.columns().size());
  std::vector<Values> dirty(clean_.columns().size());
  const auto is_hit = [&](std::int64_t row) {
    return std::any_of(spoilers_.begin(), spoilers_.end(),
                       [&](const Spoiler& spoiler) { return hits(spoiler, row); });
  };
  for (std::int64_t row = rows.begin; row < rows.begin + rows.count; ++row) {
    if (!is_hit(row)) continue;
    clean_.fill({row, 1}, clean);
    fill({row, 1}, dirty);
    std::set<std::size_t> told;  // a cell that is hurt twice is told of once
    for (const Spoiler& spoiler : spoilers_) {
      if (!hits(spoiler, row)) continue;
      Truth truth{row + 1, key_of(dirty, 0), "", std::string(name_of(spoiler.kind)), "", ""};
      if (spoiler.kind == spec::Defect::kDuplicate) {
        std::vector<Values> original(clean.size());
        clean_.fill({row - 1, 1}, original);
        truth.clean = key_of(original, 0);
        clean = std::move(original);  // what its cells should be
      } else {
        const database::BulkColumn& column = clean_.columns()[spoiler.column];
        truth.column = column.name;
        truth.clean = print_value(clean[spoiler.column], 0, column.type);
        truth.dirty = print_value(dirty[spoiler.column], 0, column.type);
        if (truth.clean == truth.dirty || !told.insert(spoiler.column).second) continue;
      }
      truths.push_back(std::move(truth));
    }
  }
  return truths;
}

}  // namespace dbx::seed
