// Reads distinct values column by column; see values.h.
#include "dbx/answer/values.h"

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

std::int64_t distinct_max(const ColumnModel& column) {
  return column.is_name ? ValueIndex::kNamesMax : ValueIndex::kDistinctMax;
}

query::Select distinct_of(const TableModel& table, const ColumnModel& column, std::int64_t most) {
  query::Select select;
  select.distinct = true;
  select.items = {{query::column("", column.name), ""}};
  select.from.schema = table.schema;
  select.from.table = table.name;
  select.limit = most;
  return select;
}

}  // namespace

std::string fold(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  std::string result;
  bool gap = false;
  for (const char c : text) {
    if (kSpace.find(c) != std::string_view::npos) {
      gap = !result.empty();
      continue;
    }
    if (gap) result += ' ';
    gap = false;
    result += c;
  }
  return text::to_lower(result);
}

Result<ValueIndex> ValueIndex::build(const Model& model, const Run& run) {
  ValueIndex index;
  for (int t = 0; t < static_cast<int>(model.tables.size()); ++t) {
    const TableModel& table = model.table(t);
    for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
      const ColumnModel& column = table.columns[static_cast<std::size_t>(c)];
      if (column.kind == ValueKind::kBoolean || column.kind == ValueKind::kOther) continue;
      if (column.kind == ValueKind::kNumber) continue;
      const std::int64_t most = distinct_max(column);
      DBX_TRY(const database::ResultSet set, run(distinct_of(table, column, most + 1)));
      if (static_cast<std::int64_t>(set.rows.size()) > most) continue;  // mostly numbers of things
      for (const auto& row : set.rows) {
        const auto* value = std::get_if<std::string>(&row[0]);
        if (value != nullptr && value->size() <= kBytesMax) index.add(t, c, *value);
      }
    }
  }
  return index;
}

void ValueIndex::add(int table, int column, std::string value) {
  std::string key = fold(value);
  if (key.empty()) return;
  const bool number = text::to_double(key).has_value();
  const auto [held, added] = numeric_.try_emplace({table, column}, number);
  held->second = held->second && number;
  const auto words = text::split(key, ' ');
  words_max_ = std::max(words_max_, words.size());
  for (const std::string_view part : words) words_.emplace(part);
  hits_[std::move(key)].push_back({table, column, std::move(value)});
}

const std::vector<ValueHit>& ValueIndex::find(std::string_view text) const {
  static const std::vector<ValueHit> kNone;
  const auto found = hits_.find(fold(text));
  return found == hits_.end() ? kNone : found->second;
}

std::optional<std::string> ValueIndex::nearest(std::string_view word, std::size_t edits) const {
  std::optional<std::string> best;
  std::size_t best_edits = edits + 1;
  for (const std::string& value : words_) {
    if (word.empty() || value.empty() || value[0] != word[0] ||
        std::max(value.size(), word.size()) - std::min(value.size(), word.size()) > edits) {
      continue;
    }
    const std::size_t made = text::edit_distance(word, value);
    if (made > best_edits || (made == best_edits && best && value >= *best) || made > edits)
      continue;
    best = value;
    best_edits = made;
  }
  return best;
}

bool ValueIndex::holds_numbers(int table, int column) const {
  const auto found = numeric_.find({table, column});
  return found != numeric_.end() && found->second;
}

const ValueHit* ValueIndex::find_in(std::string_view text, int table, int column) const {
  for (const ValueHit& hit : find(text)) {
    if (hit.table == table && hit.column == column) return &hit;
  }
  return nullptr;
}

}  // namespace dbx::answer
