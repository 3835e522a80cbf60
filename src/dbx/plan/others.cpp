// Schemas, enums, sequences, functions, triggers: everything that is neither table nor view.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Enum;
using schema::Object;
using schema::ObjectKind;
using schema::Schema;
using schema::Sequence;
using schema::Table;

template <class T>
std::map<Name, const T*> by_name(const std::vector<T>& items) {
  std::map<Name, const T*> map;
  for (const T& item : items) map.emplace(schema::name_of(item), &item);
  return map;
}

void comment(CommentOn on, const Name& name, const std::string& from, const std::string& to,
             Difference& difference) {
  if (from == to) return;
  SetComment change;
  change.on = on;
  change.name = name;
  change.comment = to;
  change.previous = from;
  difference.add(Phase::kComments, std::move(change));
}

void drop_namespaces(const Schema& from, const Schema& to, Difference& difference) {
  for (const schema::Namespace& space : from.namespaces) {
    const bool stays = std::any_of(to.namespaces.begin(), to.namespaces.end(),
                                   [&](const auto& other) { return other.name == space.name; });
    if (!stays) difference.add(Phase::kDropOthers, DropNamespace{space});
  }
}

bool same_but_owner(const Sequence& a, const Sequence& b) { return a.options == b.options; }

bool goes_with_owner(const Sequence& sequence, const TableMap& to) {
  if (!sequence.owner_table) return false;
  const auto table = to.find(*sequence.owner_table);
  return table == to.end() || schema::find_column(*table->second, sequence.owner_column) == nullptr;
}

// Does the column that owns the sequence go, for good or to come again?
bool loses_owner(const Sequence& sequence, const Schema& from, const Schema& to,
                 const Difference& difference) {
  const Name& owner = *sequence.owner_table;
  if (difference.dropped_tables.contains(owner)) return true;
  const Table* before = schema::find_table(from, owner);
  const Table* after = schema::find_table(to, owner);
  if (before == nullptr || after == nullptr) return false;
  const bool was = schema::find_column(*before, sequence.owner_column) != nullptr;
  return was && schema::find_column(*after, sequence.owner_column) == nullptr;
}

// Names of relations and types: what goes must make room for what comes.
std::set<Name> taken_names(const Schema& to) {
  std::set<Name> names;
  for (const Table& table : to.tables) names.insert(schema::name_of(table));
  for (const schema::View& view : to.views) names.insert(schema::name_of(view));
  for (const Sequence& sequence : to.sequences) names.insert(schema::name_of(sequence));
  for (const Enum& item : to.enums) names.insert(schema::name_of(item));
  for (const Object& object : to.objects) {
    const bool type = object.kind == ObjectKind::kDomain || object.kind == ObjectKind::kType;
    if (type) names.insert({object.schema, object.identity});
  }
  return names;
}

void compare_sequences(const Schema& from, const Schema& to, Difference& difference) {
  const auto before = by_name(from.sequences);
  const auto after = by_name(to.sequences);
  const std::set<Name> taken = taken_names(to);
  for (const auto& [name, sequence] : after) {
    const auto old = before.find(name);
    const bool is_new = old == before.end();
    if (is_new) {
      difference.add(Phase::kSequences, AddSequence{*sequence});
    } else if (!same_but_owner(*old->second, *sequence)) {
      difference.add(Phase::kSequences, AlterSequence{*old->second, *sequence});
    }
    // It outlives the table that owned it.
    const bool owner_goes =
        !is_new && old->second->owner_table && loses_owner(*old->second, from, to, difference);
    if (owner_goes) {
      Sequence free = *old->second;
      free.owner_table.reset();
      free.owner_column.clear();
      difference.add(Phase::kLetGo, SetSequenceOwner{std::move(free)});
    }
    const bool owned_alike = !is_new && !owner_goes &&
                             old->second->owner_table == sequence->owner_table &&
                             old->second->owner_column == sequence->owner_column;
    const bool owned_by_none = (is_new || owner_goes) && !sequence->owner_table;
    if (!owned_alike && !owned_by_none) {
      difference.add(Phase::kOwners, SetSequenceOwner{*sequence});
    }
    comment(CommentOn::kSequence, name, is_new ? "" : old->second->comment, sequence->comment,
            difference);
  }
  const TableMap tables = tables_by_name(to);
  for (const auto& [name, sequence] : before) {
    if (!after.contains(name) && !goes_with_owner(*sequence, tables)) {
      const bool wanted = taken.contains(name) || difference.relation_names().is_wanted(name);
      difference.add(wanted ? Phase::kDropTables : Phase::kDropOthers, DropSequence{*sequence});
    }
  }
}

// A type whose name is wanted goes at once; where columns are of it, it gives up its name first.
template <class Drop>
void drop_type(const Name& name, bool is_domain, const Schema& from, const std::set<Name>& taken,
               Difference& difference, Drop drop) {
  if (!taken.contains(name)) return difference.add(Phase::kDropOthers, drop(name.name));
  const bool used = std::any_of(from.tables.begin(), from.tables.end(), [&](const Table& table) {
    return !difference.dropped_tables.contains(schema::name_of(table)) &&
           std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const schema::Column& c) { return is_of_type(c.type, name); });
  });
  if (!used) return difference.add(Phase::kDropTables, drop(name.name));
  const std::string aside = "dbx_old_" + name.name;
  difference.add(Phase::kDropTables, RenameType{name, aside, is_domain});
  difference.add(Phase::kDropOthers, drop(aside));
}

// Objects --------------------------------------------------------------------------------------

using ObjectKey = std::tuple<ObjectKind, std::optional<Name>, std::string, std::string>;
ObjectKey key_of(const Object& object) {
  return {object.kind, object.table, object.schema, object.identity};
}

bool is_type(const Object& object) {
  return object.kind == ObjectKind::kDomain || object.kind == ObjectKind::kType;
}

bool mentions_any(std::string_view text, const std::set<std::string>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return mentions(text, name); });
}

// The relations that come, or come again, or change: a routine that names one waits for it.
std::set<std::string> coming_relations(const Schema& from, const Schema& to,
                                       const Difference& difference) {
  std::set<std::string> names;
  std::set<Name> before;
  for (const Table& table : from.tables) before.insert(schema::name_of(table));
  for (const Table& table : to.tables) {
    const Name name = schema::name_of(table);
    if (!before.contains(name) || difference.rebuilt.contains(name)) names.insert(table.name);
  }
  return names;
}

// Relations that go, whether or not they come again.
std::set<std::string> going_relations(const Difference& difference) {
  std::set<std::string> names;
  for (const Name& name : difference.dropped_tables) names.insert(name.name);
  return names;
}

// Text of the table's own that the engine looks at when the table is made.
std::string texts_of(const Table& table) {
  std::string text;
  for (const schema::Column& column : table.columns) {
    if (column.default_value) text += column.default_value->text + "\n";
    text += column.generated.text + "\n";
  }
  for (const schema::Check& check : table.checks) text += check.expression.text + "\n";
  for (const schema::Index& index : table.indexes) {
    text += index.where.text + "\n";
    for (const schema::IndexPart& part : index.columns) text += part.expression.text + "\n";
  }
  return text;
}

class Objects {
 public:
  Objects(const Schema& from, const Schema& to, Difference& difference)
      : from_(from),
        to_(to),
        difference_(difference),
        taken_(taken_names(to)),
        relations_before_(going_relations(difference)),
        relations_after_(coming_relations(from, to, difference)) {
    for (const Table& table : to.tables) {
      tables_after_.insert(table.name);
      table_texts_ += texts_of(table);
    }
  }

  void compare() {
    for (const Object& object : from_.objects) before_.emplace(key_of(object), &object);
    for (const Object& object : to_.objects) after_.emplace(key_of(object), &object);
    for (const auto& [key, object] : after_) {
      if (!object->table) plain(*object);
    }
    for (const auto& [key, object] : after_) {
      if (object->table) on_table(*object);
    }
    for (auto object = before_.rbegin(); object != before_.rend(); ++object) {
      if (!after_.contains(object->first)) drop(*object->second);
    }
  }

 private:
  void set_comment(const Object& object, const std::string& previous) {
    if (object.comment == previous) return;
    SetComment change;
    change.on = CommentOn::kObject;
    change.comment = object.comment;
    change.previous = previous;
    change.object = object;
    difference_.add(Phase::kComments, std::move(change));
  }

  void add(const Object& object) {
    if (difference_.placed_objects.contains(&object)) return;
    Phase phase = Phase::kTypes;
    if (object.table) {
      phase = Phase::kTriggers;
    } else if (is_routine(object)) {
      phase = is_late(object) ? Phase::kLateFunctions : Phase::kFunctions;
    } else if (is_type(object) && mentions_any(object.definition.text, relations_after_)) {
      phase = Phase::kLateFunctions;
    }
    difference_.add(phase, AddObject{object});
  }

  // Does a routine name what is not there yet, or is its body bound to tables at once?
  bool is_late(const Object& object) const {
    const std::string_view header = header_of(object);
    const bool bound_at_once = header.size() == object.definition.text.size();
    const bool waits = mentions_any(header, relations_after_) ||
                       (bound_at_once && mentions_any(header, tables_after_));
    return waits && !mentions(table_texts_, routine_name(object));
  }

  void drop(const Object& object) {
    if (difference_.placed_objects.contains(&object)) return;
    Phase phase = Phase::kDropOthers;
    if (object.table) {
      if (goes_with_relation(object)) return;
      phase = Phase::kDropTriggers;
    } else if (difference_.remade_objects.contains(&object) ||
               (is_routine(object) && mentions_any(header_of(object), relations_before_))) {
      phase = Phase::kDropFunctions;
    } else if (is_type(object)) {
      return drop_type({object.schema, object.identity}, object.kind == ObjectKind::kDomain, from_,
                       taken_, difference_, [&](const std::string& name) {
                         Object gone = object;
                         gone.identity = name;
                         return DropObject{std::move(gone)};
                       });
    }
    difference_.add(phase, DropObject{object});
  }

  bool goes_with_relation(const Object& object) const {
    return difference_.dropped_tables.contains(*object.table) ||
           difference_.going_views.contains(*object.table);
  }

  void plain(const Object& object) {
    const auto old = before_.find(key_of(object));
    if (old == before_.end()) {
      add(object);
      return set_comment(object, "");
    }
    if (old->second->definition != object.definition && object.kind == ObjectKind::kExtension) {
      difference_.add(Phase::kTypes, ReplaceObject{*old->second, object});
      return;
    }
    if (old->second->definition != object.definition && is_used_collation(object)) {
      difference_.unsupported(object.identity, "a change of a collation in use",
                              "make a new collation and alter the columns");
      return;
    }
    const bool remade = difference_.remade_objects.contains(old->second);
    const bool same = old->second->definition == object.definition;
    if (remade || (!same && !is_routine(object) && !is_type(object))) {
      if (!difference_.placed_objects.contains(old->second)) {
        difference_.add(Phase::kDropFunctions, DropObject{*old->second});
      }
      add(object);
      return set_comment(object, "");
    }
    // Types were seen to before the tables that use them.
    if (!same && is_routine(object)) {
      const Phase phase = is_late(object) ? Phase::kLateFunctions : Phase::kFunctions;
      difference_.add(phase, ReplaceObject{*old->second, object});
    }
    const bool replaced =
        is_type(object) && difference_.replaced_types.contains({object.schema, object.identity});
    set_comment(object, replaced ? "" : old->second->comment);
  }

  bool is_used_collation(const Object& object) const {
    if (object.kind != ObjectKind::kCollation) return false;
    const std::string name = object.schema.empty()
                                 ? spec::join_name({object.identity})
                                 : spec::join_name({object.schema, object.identity});
    return std::any_of(from_.tables.begin(), from_.tables.end(), [&](const Table& table) {
      return std::any_of(table.columns.begin(), table.columns.end(),
                         [&](const schema::Column& c) { return c.collation == name; }) ||
             mentions(texts_of(table), object.identity);
    });
  }

  // Does it speak of a column that gets another type, or goes and comes again?
  bool speaks_of_changed_column(const Object& object) const {
    const std::string& text = object.definition.text;
    return std::any_of(difference_.retyped.begin(), difference_.retyped.end(),
                       [&](const auto& retyped) {
                         const auto& [table, columns] = retyped;
                         return (table == *object.table || mentions(text, table.name)) &&
                                mentions_any(text, columns);
                       });
  }

  void on_table(const Object& object) {
    const auto old = before_.find(key_of(object));
    const bool was_there = old != before_.end();
    const bool went = was_there && goes_with_relation(object);
    const bool same = was_there && old->second->definition == object.definition &&
                      !difference_.leans_on_remade(object.definition.text) &&
                      !speaks_of_changed_column(object);
    if (same && !went) return set_comment(object, old->second->comment);
    if (was_there && !went) difference_.add(Phase::kDropTriggers, DropObject{*old->second});
    add(object);
    set_comment(object, "");
  }

  const Schema& from_;
  const Schema& to_;
  Difference& difference_;
  std::set<Name> taken_;
  std::set<std::string> relations_before_;
  std::set<std::string> relations_after_;
  std::set<std::string> tables_after_;
  std::string table_texts_;
  std::map<ObjectKey, const Object*> before_;
  std::map<ObjectKey, const Object*> after_;
};

}  // namespace

void compare_others(const Schema& from, const Schema& to, Difference& difference) {
  compare_sequences(from, to, difference);
  Objects(from, to, difference).compare();
  const auto kept = by_name(to.enums);
  const std::set<Name> taken = taken_names(to);
  for (const Enum& item : from.enums) {
    const Name name = schema::name_of(item);
    if (kept.contains(name)) continue;
    drop_type(name, false, from, taken, difference, [&](const std::string& called) {
      Enum gone = item;
      gone.name = called;
      return DropEnum{std::move(gone)};
    });
  }
  drop_namespaces(from, to, difference);
}

}  // namespace dbx::plan
