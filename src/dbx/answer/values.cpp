// Reads distinct values column by column; see values.h.
#include "dbx/answer/values.h"

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

query::Select distinct_of(const TableModel& table, const ColumnModel& column) {
  query::Select select;
  select.distinct = true;
  select.items = {{query::column("", column.name), ""}};
  select.from.schema = table.schema;
  select.from.table = table.name;
  select.limit = ValueIndex::kDistinctMax;
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
      DBX_TRY(const database::ResultSet set, run(distinct_of(table, column)));
      for (const auto& row : set.rows) {
        const auto* value = std::get_if<std::string>(&row[0]);
        if (value == nullptr || value->empty() || value->size() > kBytesMax) continue;
        std::string key = fold(*value);
        if (key.empty()) continue;
        const auto words = text::split(key, ' ');
        index.words_max_ = std::max(index.words_max_, words.size());
        for (const std::string_view part : words) index.words_.emplace(part);
        index.hits_[std::move(key)].push_back({t, c, *value});
      }
    }
  }
  return index;
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

const ValueHit* ValueIndex::find_in(std::string_view text, int table, int column) const {
  for (const ValueHit& hit : find(text)) {
    if (hit.table == table && hit.column == column) return &hit;
  }
  return nullptr;
}

}  // namespace dbx::answer
