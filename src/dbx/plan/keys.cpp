// Keys, checks, foreign keys and indexes of a table that is in both schemas: what is the same keeps
// its place, what is the same under another name is renamed, the rest goes and comes.
#include <algorithm>

#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Table;

std::vector<Constraint> constraints_of(const Table& table) {
  std::vector<Constraint> constraints;
  if (table.primary_key) constraints.emplace_back(PrimaryKey{*table.primary_key});
  for (const schema::Key& key : table.uniques) constraints.emplace_back(UniqueKey{key});
  for (const schema::Check& check : table.checks) constraints.emplace_back(check);
  for (const schema::Exclusion& exclusion : table.exclusions) constraints.emplace_back(exclusion);
  for (const schema::ForeignKey& key : table.foreign_keys) constraints.emplace_back(key);
  return constraints;
}

Constraint named(Constraint constraint, const std::string& name) {
  struct Setter {
    const std::string& name;
    void operator()(PrimaryKey& c) const { c.key.name = name; }
    void operator()(UniqueKey& c) const { c.key.name = name; }
    void operator()(schema::Check& c) const { c.name = name; }
    void operator()(schema::Exclusion& c) const { c.name = name; }
    void operator()(schema::ForeignKey& c) const { c.name = name; }
  };
  std::visit(Setter{name}, constraint);
  return constraint;
}

bool is_foreign_key(const Constraint& constraint) {
  return std::holds_alternative<schema::ForeignKey>(constraint);
}

bool stands_on_index(const Constraint& constraint) {
  return std::holds_alternative<PrimaryKey>(constraint) ||
         std::holds_alternative<UniqueKey>(constraint) ||
         std::holds_alternative<schema::Exclusion>(constraint);
}

// `from` as it would be once its rows were looked at.
Constraint validated(Constraint constraint) {
  if (auto* key = std::get_if<schema::ForeignKey>(&constraint)) key->not_valid = false;
  if (auto* check = std::get_if<schema::Check>(&constraint)) check->not_valid = false;
  return constraint;
}

schema::Index renamed(schema::Index index, const std::string& name) {
  index.name = name;
  return index;
}

// Takes the first of `items` for which `same` holds out of the list.
template <class T, class Same>
std::optional<T> take(std::vector<T>& items, Same same) {
  const auto found = std::find_if(items.begin(), items.end(), same);
  if (found == items.end()) return std::nullopt;
  std::optional<T> taken = std::move(*found);
  items.erase(found);
  return taken;
}

std::string text_of(const Constraint& constraint) {
  if (const auto* check = std::get_if<schema::Check>(&constraint)) return check->expression.text;
  const auto* exclusion = std::get_if<schema::Exclusion>(&constraint);
  return exclusion == nullptr ? std::string() : exclusion->definition.text;
}

std::vector<std::string> columns_of(const Constraint& constraint) {
  const schema::Key* key = nullptr;
  if (const auto* primary = std::get_if<PrimaryKey>(&constraint)) key = &primary->key;
  if (const auto* unique = std::get_if<UniqueKey>(&constraint)) key = &unique->key;
  std::vector<std::string> columns;
  if (key != nullptr) {
    columns = key->columns;
    columns.insert(columns.end(), key->include.begin(), key->include.end());
  } else if (const auto* foreign = std::get_if<schema::ForeignKey>(&constraint)) {
    columns = foreign->columns;
  }
  return columns;
}

// Columns that go and come again take with them what stands on them.
class Recomputed {
 public:
  Recomputed(const Table& from, const Table& table, const Difference& difference)
      : difference_(difference) {
    find_reread(from, table);
    for (const Change& change : difference.of(Phase::kDropComputed)) {
      const auto* drop = std::get_if<DropColumn>(&change);
      if (drop != nullptr && drop->table == schema::name_of(table)) {
        columns_.push_back(drop->column.name);
      }
    }
  }

  bool goes(const Constraint& constraint) const {
    return reread_.contains(name_of(constraint)) || leans(text_of(constraint)) ||
           holds(columns_of(constraint));
  }
  bool goes(const schema::Index& index) const {
    const bool goes = reread_.contains(index.name) || leans(index.where.text) ||
                      holds(schema::column_names(index)) || holds(index.include);
    if (goes) return true;
    return std::any_of(index.columns.begin(), index.columns.end(),
                       [&](const schema::IndexPart& part) { return leans(part.expression.text); });
  }

 private:
  bool leans(std::string_view text) const {
    return difference_.leans_on_remade(text) ||
           std::any_of(columns_.begin(), columns_.end(),
                       [&](const std::string& column) { return mentions(text, column); });
  }
  bool holds(const std::vector<std::string>& columns) const {
    return std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
      return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
    });
  }

  // An engine reads its own text of a condition again when a column in it gets another type, and
  // keeps the casts that stood for the old one.
  void find_reread(const Table& from, const Table& to) {
    const auto retyped = difference_.retyped.find(schema::name_of(to));
    if (retyped == difference_.retyped.end()) return;
    const auto reread = [&](const schema::Expression& before, const schema::Expression& after) {
      return before.text != after.text &&
             std::any_of(retyped->second.begin(), retyped->second.end(),
                         [&](const std::string& column) { return mentions(before.text, column); });
    };
    for (const schema::Check& check : to.checks) {
      for (const schema::Check& old : from.checks) {
        if (old.name == check.name && reread(old.expression, check.expression)) {
          reread_.insert(check.name);
        }
      }
    }
    for (const schema::Index& index : to.indexes) {
      for (const schema::Index& old : from.indexes) {
        if (old.name != index.name || old.columns.size() != index.columns.size()) continue;
        bool any = reread(old.where, index.where);
        for (std::size_t i = 0; i < index.columns.size(); ++i) {
          any = any || reread(old.columns[i].expression, index.columns[i].expression);
        }
        if (any) reread_.insert(index.name);
      }
    }
  }

  const Difference& difference_;
  std::vector<std::string> columns_;
  std::set<std::string> reread_;
};

// What a table that becomes a partition has already as the table that it joins wants it: the engine
// makes it the parent's. Checks of the parents must be there before.
void take_what_joins(const Table& to, const Table& whole, std::vector<Constraint>& gone,
                     std::vector<Constraint>& come) {
  std::vector<Constraint> shared = constraints_of(whole);
  for (const Constraint& own : constraints_of(to)) std::erase(shared, own);
  for (const Constraint& wanted : shared) {
    const auto had = take(gone, [&](const Constraint& old) {
      return std::holds_alternative<schema::Check>(wanted) ? old == wanted
                                                           : named(old, name_of(wanted)) == wanted;
    });
    if (!had && std::holds_alternative<schema::Check>(wanted)) come.push_back(wanted);
  }
}

void compare_constraints(const Table& from, const Table& to, const Table& whole,
                         Difference& difference) {
  const Name name = schema::name_of(to);
  const Recomputed recomputed(from, to, difference);
  std::vector<Constraint> gone = constraints_of(from);
  std::vector<Constraint> come = constraints_of(to);
  std::erase_if(come, [&](const Constraint& wanted) {
    if (recomputed.goes(wanted)) return false;
    return take(gone, [&](const Constraint& had) { return had == wanted; }).has_value();
  });
  take_what_joins(to, whole, gone, come);
  std::erase_if(come, [&](const Constraint& wanted) {
    if (recomputed.goes(wanted)) return false;
    const auto had = take(gone, [&](const Constraint& old) { return validated(old) == wanted; });
    if (!had) return false;
    difference.add(Phase::kForeignKeys, ValidateConstraint{name, name_of(wanted)});
    return true;
  });
  std::set<std::string> taken;
  for (const Constraint& constraint : constraints_of(from)) taken.insert(name_of(constraint));
  // By way of a name of its own where another one has the name.
  const auto rename = [&](Constraint had, const std::string& to_name) {
    RenameWay way{taken.contains(to_name)};
    if (stands_on_index(had)) {
      way = difference.relation_names().way({name.schema, name_of(had)}, {name.schema, to_name});
    }
    if (way.by_way_of_aside) {
      const std::string aside = "dbx_rename_" + name_of(had);
      difference.add(Phase::kDropKeys, RenameConstraint{name, had, aside});
      had = named(had, aside);
    }
    difference.add(way.phase, RenameConstraint{name, std::move(had), to_name});
  };
  std::erase_if(come, [&](const Constraint& wanted) {
    const std::string& wanted_name = name_of(wanted);
    if (wanted_name.empty() || recomputed.goes(wanted)) return false;
    const auto had = take(gone, [&](const Constraint& old) {
      return !name_of(old).empty() && named(old, wanted_name) == wanted;
    });
    if (!had) return false;
    rename(*had, wanted_name);
    return true;
  });
  for (Constraint& constraint : gone) {
    const Phase phase = is_foreign_key(constraint) ? Phase::kDropForeignKeys : Phase::kDropKeys;
    difference.add(phase, DropConstraint{schema::name_of(to), std::move(constraint)});
  }
  for (Constraint& constraint : come) {
    const Phase phase = is_foreign_key(constraint) ? Phase::kForeignKeys : Phase::kKeys;
    difference.add(phase, AddConstraint{name, std::move(constraint)});
  }
}

void compare_indexes(const Table& from, const Table& to, const Table& whole,
                     Difference& difference) {
  const Name name = schema::name_of(to);
  const Recomputed recomputed(from, to, difference);
  std::vector<schema::Index> gone = from.indexes;
  std::vector<schema::Index> come = to.indexes;
  std::erase_if(come, [&](const schema::Index& wanted) {
    if (recomputed.goes(wanted)) return false;
    return take(gone, [&](const schema::Index& had) { return had == wanted; }).has_value();
  });
  for (const schema::Index& shared : whole.indexes) {
    if (std::find(to.indexes.begin(), to.indexes.end(), shared) != to.indexes.end()) continue;
    take(gone, [&](const schema::Index& old) { return renamed(old, shared.name) == shared; });
  }
  std::erase_if(come, [&](const schema::Index& wanted) {
    if (recomputed.goes(wanted)) return false;
    const auto had =
        take(gone, [&](const schema::Index& old) { return renamed(old, wanted.name) == wanted; });
    if (!had) return false;
    std::string old_name = had->name;
    const RenameWay way =
        difference.relation_names().way({name.schema, old_name}, {name.schema, wanted.name});
    if (way.by_way_of_aside) {
      const std::string aside = "dbx_rename_" + old_name;
      difference.add(Phase::kDropKeys, RenameIndex{name, old_name, aside});
      old_name = aside;
    }
    difference.add(way.phase, RenameIndex{name, old_name, wanted.name});
    return true;
  });
  for (schema::Index& index : gone) {
    difference.add(Phase::kDropKeys, DropIndex{name, std::move(index)});
  }
  for (schema::Index& index : come) {
    difference.add(Phase::kIndexes, AddIndex{name, std::move(index)});
  }
}

struct UniqueColumns {
  std::vector<std::string> columns;
  Constraint by;  // an index counts as the key that it enforces
};

// The unique keys of a table, by whatever enforces them.
std::vector<UniqueColumns> unique_columns(const Table& table) {
  std::vector<UniqueColumns> keys;
  const auto nameless = [](schema::Key key) {
    key.name.clear();
    return key;
  };
  if (table.primary_key) {
    keys.push_back({table.primary_key->columns, PrimaryKey{nameless(*table.primary_key)}});
  }
  for (const schema::Key& key : table.uniques) {
    keys.push_back({key.columns, UniqueKey{nameless(key)}});
  }
  for (const schema::Index& index : table.indexes) {
    if (!index.unique) continue;
    schema::Key key;
    key.columns = schema::column_names(index);
    key.nulls_not_distinct = index.nulls_not_distinct;
    keys.push_back({key.columns, UniqueKey{std::move(key)}});
  }
  return keys;
}

// Was there a key over these columns that goes, even if another takes its place?
bool loses_key(const Table& from, const Table& to, const std::vector<std::string>& columns) {
  const bool same = from.primary_key == to.primary_key && from.uniques == to.uniques &&
                    from.indexes == to.indexes;
  if (same) return false;
  const std::vector<UniqueColumns> after = unique_columns(to);
  bool had = false;
  for (const UniqueColumns& key : unique_columns(from)) {
    if (key.columns != columns) continue;
    had = true;
    for (const UniqueColumns& now : after) {
      if (now.columns == columns && now.by == key.by) return false;
    }
  }
  return had;
}

bool is_retyped(const Difference& difference, const Name& table,
                const std::vector<std::string>& columns) {
  const auto found = difference.retyped.find(table);
  return found != difference.retyped.end() &&
         std::any_of(columns.begin(), columns.end(),
                     [&](const std::string& column) { return found->second.contains(column); });
}

}  // namespace

void compare_keys(const Table& from, const Table& to, const Table& whole, Difference& difference) {
  compare_constraints(from, to, whole, difference);
  compare_indexes(from, to, whole, difference);
}

void detach_foreign_keys(const schema::Schema& from, const schema::Schema& to,
                         Difference& difference) {
  const TableMap before = tables_by_name(from);
  const TableMap after = tables_by_name(to);
  for (const auto& [name, table] : after) {
    const auto old = before.find(name);
    if (old == before.end() || difference.rebuilt.contains(name)) continue;
    for (const schema::ForeignKey& key : table->foreign_keys) {
      const auto& olds = old->second->foreign_keys;
      if (std::find(olds.begin(), olds.end(), key) == olds.end()) continue;
      const auto parent_before = before.find(key.target());
      const auto parent_after = after.find(key.target());
      if (parent_before == before.end() || parent_after == after.end()) continue;
      const bool in_the_way =
          difference.rebuilt.contains(key.target()) || is_retyped(difference, name, key.columns) ||
          is_retyped(difference, key.target(), key.referenced_columns) ||
          loses_key(*parent_before->second, *parent_after->second, key.referenced_columns);
      if (!in_the_way) continue;
      difference.add(Phase::kDropForeignKeys, DropConstraint{name, key});
      difference.add(Phase::kForeignKeys, AddConstraint{name, key});
    }
  }
}

}  // namespace dbx::plan
