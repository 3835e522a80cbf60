// Draft -> Schema, part two: foreign keys lead to a key of the same types, and a row can be
// inserted somewhere first.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/convert/fit.h"

namespace dbx::convert {
namespace {

using Columns = std::vector<std::string>;

Columns sorted(Columns columns) {
  std::sort(columns.begin(), columns.end());
  return columns;
}

// The key of the table over these columns, in whatever order, as the table orders it.
std::optional<Columns> key_over(DraftTable& table, const Columns& columns) {
  const Columns wanted = sorted(columns);
  if (table.primary_key && sorted(table.primary_key->value.columns) == wanted) {
    return table.primary_key->value.columns;
  }
  for (const Placed<schema::Key>& key : table.uniques) {
    if (sorted(key.value.columns) == wanted) return key.value.columns;
  }
  // PostgreSQL takes a unique index for a key; a spec says unique key.
  for (std::size_t i = 0; i < table.indexes.size(); ++i) {
    const schema::Index index = table.indexes[i].value;
    const Columns names = schema::column_names(index);
    if (!index.unique || sorted(names) != wanted) continue;
    table.uniques.push_back({{index.name, names, {}}, table.indexes[i].where});
    table.indexes.erase(table.indexes.begin() + static_cast<std::ptrdiff_t>(i));
    return names;
  }
  return std::nullopt;
}

bool same_type(const spec::Type& a, const spec::Type& b) {
  return a.kind == b.kind || (a.is_text() && b.is_text());
}

bool may_be_empty(DraftTable& table, const DraftForeignKey& key) {
  return std::any_of(
      key.key.columns.begin(), key.key.columns.end(),
      [&](const std::string& column) { return table.find_column(column)->nullable; });
}

}  // namespace

void Fitter::leave_out(const DraftTable& table, const DraftForeignKey& key,
                       const std::string& why) {
  draft_.note(key.where,
              fmt::format("the foreign key {}({}) to '{}' is left out: {}", print(table.name),
                          text::join(key.key.columns, ", "), print(key.references), why));
}

void Fitter::resolve_references() {
  for (DraftTable& table : draft_.tables) {
    std::erase_if(table.foreign_keys, [&](DraftForeignKey& key) {
      DraftTable* target = draft_.find_table(key.references);
      if (target == nullptr) {
        leave_out(table, key, "there is no such table here");
        return true;
      }
      key.target = static_cast<std::size_t>(target - draft_.tables.data());
      if (!key.key.referenced_columns.empty()) return false;
      if (!target->primary_key) {
        leave_out(table, key, "that table has no primary key");
        return true;
      }
      key.key.referenced_columns = target->primary_key->value.columns;
      return false;
    });
  }
}

std::string Fitter::problem_with(const DraftTable& table, DraftForeignKey& key) {
  DraftTable& target = draft_.tables[key.target];
  schema::ForeignKey& fields = key.key;
  if (fields.columns.size() != fields.referenced_columns.size()) {
    return fmt::format("{} cannot reference {}",
                       text::plural(static_cast<std::int64_t>(fields.columns.size()), "column"),
                       fields.referenced_columns.size());
  }
  const auto found = key_over(target, fields.referenced_columns);
  if (!found) {
    return fmt::format("({}) is no key of it", text::join(fields.referenced_columns, ", "));
  }
  Columns own;
  for (const std::string& column : *found) {
    const auto at =
        std::find(fields.referenced_columns.begin(), fields.referenced_columns.end(), column) -
        fields.referenced_columns.begin();
    own.push_back(fields.columns[static_cast<std::size_t>(at)]);
  }
  fields.columns = std::move(own);
  fields.referenced_columns = *found;
  for (std::size_t i = 0; i < found->size(); ++i) {
    const schema::Column* to = target.find_column((*found)[i]);
    const auto from = std::find_if(
        table.columns.begin(), table.columns.end(),
        [&](const Placed<schema::Column>& c) { return c.value.name == fields.columns[i]; });
    if (same_type(from->value.type, to->type)) continue;
    return fmt::format("'{}' is {}, '{}' is {}", fields.columns[i], spec::print(from->value.type),
                       to->name, spec::print(to->type));
  }
  return {};
}

void Fitter::fit_foreign_keys() {
  for (DraftTable& table : draft_.tables) {
    std::erase_if(table.foreign_keys, [&](DraftForeignKey& key) {
      const std::string problem = problem_with(table, key);
      if (problem.empty()) return false;
      leave_out(table, key, problem);
      return true;
    });
  }
}

// A ring of foreign keys that may not be empty can never be filled: the key that closes it goes.
// Depth-first with a stack of its own: chains may be long.
void Fitter::open_rings() {
  enum class State { kNew, kOnPath, kDone };
  struct Frame {
    std::size_t table;
    std::size_t next_key = 0;
  };
  std::vector<State> states(draft_.tables.size(), State::kNew);
  for (std::size_t start = 0; start < draft_.tables.size(); ++start) {
    if (states[start] != State::kNew) continue;
    states[start] = State::kOnPath;
    std::vector<Frame> path = {{start}};
    while (!path.empty()) {
      DraftTable& table = draft_.tables[path.back().table];
      if (path.back().next_key == table.foreign_keys.size()) {
        states[path.back().table] = State::kDone;
        path.pop_back();
        continue;
      }
      const std::size_t index = path.back().next_key++;
      const DraftForeignKey& key = table.foreign_keys[index];
      if (may_be_empty(table, key)) continue;
      if (states[key.target] == State::kOnPath) {
        leave_out(table, key, "it closes a ring of keys that may not be empty");
        table.foreign_keys.erase(table.foreign_keys.begin() + static_cast<std::ptrdiff_t>(index));
        --path.back().next_key;
      } else if (states[key.target] == State::kNew) {
        states[key.target] = State::kOnPath;
        path.push_back({key.target});
      }
    }
  }
}

}  // namespace dbx::convert
