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

void compare_namespaces(const Schema& from, const Schema& to, Difference& difference) {
  const auto find = [](const Schema& schema, const std::string& name) -> const schema::Namespace* {
    for (const schema::Namespace& space : schema.namespaces) {
      if (space.name == name) return &space;
    }
    return nullptr;
  };
  for (const schema::Namespace& space : to.namespaces) {
    const schema::Namespace* old = find(from, space.name);
    if (old == nullptr) difference.add(Phase::kNamespaces, AddNamespace{space});
    comment(CommentOn::kNamespace, {"", space.name}, old == nullptr ? "" : old->comment,
            space.comment, difference);
  }
}

void drop_namespaces(const Schema& from, const Schema& to, Difference& difference) {
  for (const schema::Namespace& space : from.namespaces) {
    const bool stays = std::any_of(to.namespaces.begin(), to.namespaces.end(),
                                   [&](const auto& other) { return other.name == space.name; });
    if (!stays) difference.add(Phase::kDropOthers, DropNamespace{space});
  }
}

// Were values only added, wherever?
bool only_grows(const Enum& from, const Enum& to) {
  std::size_t at = 0;
  for (const std::string& value : to.values) {
    if (at < from.values.size() && value == from.values[at]) ++at;
  }
  return at == from.values.size();
}

// PostgreSQL takes a new value only once the transaction that added it is through.
bool uses_new_value(const Enum& from, const Enum& to, const Schema& target) {
  for (const std::string& value : to.values) {
    const bool is_new =
        std::find(from.values.begin(), from.values.end(), value) == from.values.end();
    if (!is_new) continue;
    const std::string literal = fmt::format("'{}'", text::replace_all(value, "'", "''"));
    const auto holds = [&](const schema::Expression& expression) {
      return expression.text.find(literal) != std::string::npos;
    };
    for (const schema::View& view : target.views) {
      if (holds(view.select)) return true;
    }
    for (const Table& table : target.tables) {
      const bool found =
          std::any_of(table.columns.begin(), table.columns.end(),
                      [&](const schema::Column& column) {
                        return (column.default_value && holds(*column.default_value)) ||
                               holds(column.generated);
                      }) ||
          std::any_of(table.checks.begin(), table.checks.end(),
                      [&](const schema::Check& check) { return holds(check.expression); }) ||
          std::any_of(table.indexes.begin(), table.indexes.end(),
                      [&](const schema::Index& index) { return holds(index.where); }) ||
          (table.partition_of && holds(table.partition_of->bound));
      if (found) return true;
    }
  }
  return false;
}

void touch_users(const Enum& item, const Schema& from, Difference& difference) {
  const Name name = schema::name_of(item);
  for (const Table& table : from.tables) {
    for (const schema::Column& column : table.columns) {
      if (!is_of_type(column.type, name)) continue;
      difference.touched.insert(schema::name_of(table));
      difference.retyped[schema::name_of(table)].insert(column.name);
    }
  }
}

void compare_enums(const Schema& from, const Schema& to, Difference& difference) {
  const auto before = by_name(from.enums);
  const auto after = by_name(to.enums);
  for (const auto& [name, item] : after) {
    const auto old = before.find(name);
    comment(CommentOn::kEnum, name, old == before.end() ? "" : old->second->comment, item->comment,
            difference);
    if (old == before.end()) {
      difference.add(Phase::kTypes, AddEnum{*item});
    } else if (old->second->values != item->values) {
      const bool in_place =
          only_grows(*old->second, *item) && !uses_new_value(*old->second, *item, to);
      if (in_place) {
        difference.add(Phase::kTypes, AddEnumValues{*old->second, *item});
      } else {
        difference.add(Phase::kTypes, ReplaceEnum{*old->second, *item});
        touch_users(*item, from, difference);
      }
    }
  }
}

bool same_but_owner(const Sequence& a, const Sequence& b) { return a.options == b.options; }

bool goes_with_owner(const Sequence& sequence, const TableMap& to) {
  if (!sequence.owner_table) return false;
  const auto table = to.find(*sequence.owner_table);
  return table == to.end() || schema::find_column(*table->second, sequence.owner_column) == nullptr;
}

void compare_sequences(const Schema& from, const Schema& to, Difference& difference) {
  const auto before = by_name(from.sequences);
  const auto after = by_name(to.sequences);
  for (const auto& [name, sequence] : after) {
    const auto old = before.find(name);
    const bool is_new = old == before.end();
    if (is_new) {
      difference.add(Phase::kSequences, AddSequence{*sequence});
    } else if (!same_but_owner(*old->second, *sequence)) {
      difference.add(Phase::kSequences, AlterSequence{*old->second, *sequence});
    }
    const bool owned_alike = !is_new && old->second->owner_table == sequence->owner_table &&
                             old->second->owner_column == sequence->owner_column;
    const bool owned_by_none = is_new && !sequence->owner_table;
    if (!owned_alike && !owned_by_none) {
      difference.add(Phase::kOwners, SetSequenceOwner{*sequence});
    }
    comment(CommentOn::kSequence, name, is_new ? "" : old->second->comment, sequence->comment,
            difference);
  }
  const TableMap tables = tables_by_name(to);
  for (const auto& [name, sequence] : before) {
    if (!after.contains(name) && !goes_with_owner(*sequence, tables)) {
      difference.add(Phase::kDropOthers, DropSequence{*sequence});
    }
  }
}

// Objects --------------------------------------------------------------------------------------

using ObjectKey = std::tuple<ObjectKind, std::optional<Name>, std::string, std::string>;
ObjectKey key_of(const Object& object) {
  return {object.kind, object.table, object.schema, object.identity};
}

bool is_on_table(const Object& object) {
  return object.kind == ObjectKind::kTrigger || object.kind == ObjectKind::kPolicy ||
         object.kind == ObjectKind::kRule;
}
bool is_routine(const Object& object) {
  return object.kind == ObjectKind::kFunction || object.kind == ObjectKind::kProcedure;
}

// All before the body, which is bound when it is called; the whole of one that is bound at once.
std::string_view header_of(const Object& object) {
  const std::string_view text = object.definition.text;
  std::size_t body = text.find("\nAS ");
  if (body == std::string_view::npos) body = text.find(" AS $");
  return text.substr(0, body);
}

// Whole words are looked up; names of several words, which are rare, are looked for.
bool names_a_relation(const Object& object, const std::set<std::string_view>& relations) {
  const std::string_view header = header_of(object);
  for (const std::string_view word : words_of(header)) {
    if (relations.contains(word)) return true;
  }
  return std::any_of(relations.begin(), relations.end(), [&](std::string_view name) {
    return !text::is_identifier(name) && mentions(header, name);
  });
}

std::set<std::string_view> relation_names(const Schema& schema) {
  std::set<std::string_view> names;
  for (const Table& table : schema.tables) names.insert(table.name);
  for (const schema::View& view : schema.views) names.insert(view.name);
  return names;
}

// What a function returns cannot be replaced, nor what a domain or type is made of.
bool replaces_in_place(const Object& from, const Object& to) {
  if (to.kind == ObjectKind::kDomain) return true;
  return is_routine(to) && header_of(from).substr(0, header_of(from).find("\n LANGUAGE")) ==
                               header_of(to).substr(0, header_of(to).find("\n LANGUAGE"));
}

std::string_view routine_name(const Object& object) {
  return std::string_view(object.identity).substr(0, object.identity.find('('));
}

class Objects {
 public:
  Objects(const Schema& from, const Schema& to, const std::set<Name>& rebuilt_views,
          Difference& difference)
      : from_(from),
        to_(to),
        rebuilt_views_(rebuilt_views),
        difference_(difference),
        relations_before_(relation_names(from)),
        relations_after_(relation_names(to)) {}

  void compare() {
    for (const Object& object : from_.objects) before_.emplace(key_of(object), &object);
    for (const Object& object : to_.objects) after_.emplace(key_of(object), &object);
    for (const auto& [key, object] : after_) routine(*object);
    for (const auto& [key, object] : after_) on_table(*object);
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
    Phase phase = object.kind < ObjectKind::kFunction ? Phase::kTypes : Phase::kFunctions;
    const bool late =
        object.kind != ObjectKind::kExtension && names_a_relation(object, relations_after_);
    if (late) phase = Phase::kLateFunctions;
    if (is_on_table(object)) phase = Phase::kTriggers;
    difference_.add(phase, AddObject{object});
  }

  void drop(const Object& object) {
    Phase phase = Phase::kDropOthers;
    if (is_on_table(object)) {
      const bool goes_with_table =
          difference_.dropped_tables.contains(*object.table) ||
          (schema::find_table(to_, *object.table) == nullptr && !is_view(*object.table));
      if (goes_with_table || rebuilt_views_.contains(*object.table)) return;
      phase = Phase::kDropTriggers;
    } else if (object.kind != ObjectKind::kExtension &&
               names_a_relation(object, relations_before_)) {
      phase = Phase::kDropFunctions;
    }
    difference_.add(phase, DropObject{object});
  }

  bool is_view(const Name& name) const {
    return std::any_of(to_.views.begin(), to_.views.end(),
                       [&](const schema::View& view) { return schema::name_of(view) == name; });
  }

  void routine(const Object& object) {
    if (is_on_table(object)) return;
    const auto old = before_.find(key_of(object));
    if (old == before_.end()) {
      add(object);
      return set_comment(object, "");
    }
    if (old->second->definition == object.definition) {
      return set_comment(object, old->second->comment);
    }
    if (object.kind == ObjectKind::kType && is_used(object)) {
      return difference_.unsupported(object.identity, "a change of a composite type in use");
    }
    if (replaces_in_place(*old->second, object)) {
      difference_.add(Phase::kFunctions, ReplaceObject{*old->second, object});
      return set_comment(object, old->second->comment);
    }
    // Triggers that call it go and come with it.
    remade_.insert(routine_name(object));
    difference_.add(Phase::kDropFunctions, DropObject{*old->second});
    add(object);
    set_comment(object, "");
  }

  bool is_used(const Object& type) const {
    const Name name{type.schema, type.identity};
    for (const Table& table : to_.tables) {
      for (const schema::Column& column : table.columns) {
        if (is_of_type(column.type, name)) return true;
      }
    }
    return false;
  }

  void on_table(const Object& object) {
    if (!is_on_table(object)) return;
    const auto old = before_.find(key_of(object));
    const bool was_there = old != before_.end();
    const bool went_with_view = rebuilt_views_.contains(*object.table);
    const bool went_with_table = difference_.dropped_tables.contains(*object.table);
    const bool calls_remade = std::any_of(
        remade_.begin(), remade_.end(),
        [&](std::string_view routine) { return mentions(object.definition.text, routine); });
    const bool same = was_there && old->second->definition == object.definition && !calls_remade;
    if (same && !went_with_view && !went_with_table) {
      return set_comment(object, old->second->comment);
    }
    if (was_there && !went_with_view && !went_with_table) {
      difference_.add(Phase::kDropTriggers, DropObject{*old->second});
    }
    add(object);
    set_comment(object, "");
  }

  const Schema& from_;
  const Schema& to_;
  const std::set<Name>& rebuilt_views_;
  Difference& difference_;
  std::set<std::string_view> relations_before_;
  std::set<std::string_view> relations_after_;
  std::set<std::string_view> remade_;
  std::map<ObjectKey, const Object*> before_;
  std::map<ObjectKey, const Object*> after_;
};

}  // namespace

bool is_of_type(const spec::Type& type, const Name& name) {
  if (type.kind != spec::TypeKind::kEngine) return false;
  std::string_view text = type.engine_text;
  while (text.ends_with("[]")) text.remove_suffix(2);
  const std::vector<std::string> parts = spec::split_name(text);
  if (parts.back() != name.name) return false;
  return parts.size() == 1 ? name.schema.empty() : parts[0] == name.schema;
}

void compare_types(const Schema& from, const Schema& to, Difference& difference) {
  compare_namespaces(from, to, difference);
  compare_enums(from, to, difference);
}

void compare_others(const Schema& from, const Schema& to, const std::set<Name>& rebuilt_views,
                    Difference& difference) {
  compare_sequences(from, to, difference);
  Objects(from, to, rebuilt_views, difference).compare();
  const auto kept = by_name(to.enums);
  for (const Enum& item : from.enums) {
    if (!kept.contains(schema::name_of(item))) {
      difference.add(Phase::kDropOthers, DropEnum{item});
    }
  }
  drop_namespaces(from, to, difference);
}

}  // namespace dbx::plan
