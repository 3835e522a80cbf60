// Schemas and types: what they become, and which columns get another type by it.
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
    for (const Object& object : target.objects) {
      if (holds(object.definition)) return true;
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
                      [&](const schema::Index& index) {
                        return holds(index.where) ||
                               std::any_of(index.columns.begin(), index.columns.end(),
                                           [&](const schema::IndexPart& part) {
                                             return holds(part.expression);
                                           });
                      }) ||
          (table.partition_of && holds(table.partition_of->bound));
      if (found) return true;
    }
  }
  return false;
}

// Values of other columns may become values of the type.
bool takes_values(const Name& type, const Schema& from, const Schema& to) {
  return std::any_of(to.tables.begin(), to.tables.end(), [&](const Table& table) {
    const Table* before = schema::find_table(from, schema::name_of(table));
    return before != nullptr &&
           std::any_of(table.columns.begin(), table.columns.end(), [&](const schema::Column& c) {
             const schema::Column* old = schema::find_column(*before, c.name);
             return old != nullptr && is_of_type(c.type, type) && old->type != c.type;
           });
  });
}

void touch_users(const Name& name, const Schema& from, Difference& difference) {
  difference.remade.insert(name.name);
  for (const Table& table : from.tables) {
    for (const schema::Column& column : table.columns) {
      if (!is_of_type(column.type, name)) continue;
      difference.touched.insert(schema::name_of(table));
      difference.retyped[schema::name_of(table)].insert(column.name);
      difference.moved[schema::name_of(table)].insert(column.name);
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
      const bool in_place = only_grows(*old->second, *item) &&
                            !uses_new_value(*old->second, *item, to) &&
                            !takes_values(name, from, to);
      if (in_place) {
        difference.add(Phase::kTypes, AddEnumValues{*old->second, *item});
      } else {
        difference.add(Phase::kTypes, ReplaceEnum{*old->second, *item});
        touch_users(name, from, difference);
      }
    }
  }
}

// Domains, composite and range types -----------------------------------------------------------

std::vector<std::string> lines_of(const Object& type) {
  std::vector<std::string> lines;
  for (std::string_view line : text::split(type.definition.text, '\n')) {
    line = text::trim(line);
    if (line.ends_with(',')) line.remove_suffix(1);
    lines.emplace_back(line);
  }
  return lines;
}

// A definition has one clause a line. A domain keeps what it is made of; a composite type its
// attributes, of which some may go, and others come at its end.
bool changes_in_place(const Object& from, const Object& to) {
  const std::vector<std::string> before = lines_of(from);
  const std::vector<std::string> after = lines_of(to);
  if (before.front() != after.front()) return false;
  if (to.kind == ObjectKind::kDomain) {
    const auto collation = [](const std::vector<std::string>& lines) {
      const auto found = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
        return line.starts_with("COLLATE ");
      });
      return found == lines.end() ? std::string() : *found;
    };
    return collation(before) == collation(after);
  }
  if (!after.front().ends_with(" AS (")) return false;
  std::size_t kept = 0;
  std::set<std::string> names;
  for (const std::string& line : before) {
    if (kept < after.size() && after[kept] == line) ++kept;
    names.insert(spec::split_name(line.substr(0, line.find(' '))).back());
  }
  // What comes is no attribute of the old that moved or got another type.
  return std::none_of(
      after.begin() + static_cast<std::ptrdiff_t>(kept), after.end(), [&](const std::string& line) {
        return line != ")" &&
               names.contains(spec::split_name(line.substr(0, line.find(' '))).back());
      });
}

class Types {
 public:
  Types(const Schema& from, const Schema& to, Difference& difference)
      : from_(from), to_(to), difference_(difference) {}

  void compare() {
    // Those that lean on one that is replaced are replaced as well.
    for (bool more = true; more;) {
      more = false;
      for (const Object& type : to_.objects) more = look_at(type) || more;
    }
    for (const ReplaceType& change : in_order()) difference_.add(Phase::kTypes, change);
    for (const Object& type : to_.objects) {
      const Object* old = find(type);
      if (old == nullptr || replaced_.contains(&type) || old->definition == type.definition) {
        continue;
      }
      difference_.add(Phase::kTypes, ReplaceObject{*old, type});
    }
  }

 private:
  static bool is_type(const Object& object) {
    return object.kind == ObjectKind::kDomain || object.kind == ObjectKind::kType;
  }

  static bool is_range(const Object& object) {
    return object.definition.text.find(" AS RANGE (") != std::string::npos;
  }

  bool is_used(const Name& type) const {
    return std::any_of(from_.tables.begin(), from_.tables.end(), [&](const Table& table) {
      return std::any_of(table.columns.begin(), table.columns.end(),
                         [&](const schema::Column& c) { return is_of_type(c.type, type); });
    });
  }

  // What a type is made of comes before it.
  std::vector<ReplaceType> in_order() {
    std::vector<ReplaceType> ordered;
    std::set<const ReplaceType*> seen;
    const auto visit = [&](const auto& self, const ReplaceType& change) -> void {
      if (!seen.insert(&change).second) return;
      for (const ReplaceType& other : coming_) {
        if (mentions(body_of(change.to), other.to.identity)) self(self, other);
      }
      ordered.push_back(change);
    };
    for (const ReplaceType& change : coming_) visit(visit, change);
    return ordered;
  }

  static std::string_view body_of(const Object& type) {
    const std::string_view text = type.definition.text;
    return text.substr(std::min(text.find(" AS "), text.size()));
  }

  const Object* find(const Object& type) const {
    if (!is_type(type)) return nullptr;
    for (const Object& old : from_.objects) {
      if (old.kind == type.kind && old.schema == type.schema && old.identity == type.identity) {
        return &old;
      }
    }
    return nullptr;
  }

  bool look_at(const Object& type) {
    const Object* old = find(type);
    if (old == nullptr || replaced_.contains(&type)) return false;
    const bool leans = difference_.leans_on_remade(body_of(type));
    const bool changed = old->definition != type.definition;
    if (!leans && (!changed || changes_in_place(*old, type))) return false;
    replaced_.insert(&type);
    const Name name{type.schema, type.identity};
    if (is_range(*old) || is_range(type)) {
      // It has functions and a multirange of its own, whose names stay with it.
      if (is_used(name)) {
        difference_.unsupported(schema::print(name), "a change of a range type in use");
      }
      difference_.add(Phase::kDropTables, DropObject{*old});
      difference_.add(Phase::kTypes, AddObject{type});
      difference_.replaced_types.insert(name);
      return true;
    }
    coming_.push_back({*old, type});
    difference_.replaced_types.insert(name);
    touch_users(name, from_, difference_);
    return true;
  }

  const Schema& from_;
  const Schema& to_;
  Difference& difference_;
  std::set<const Object*> replaced_;
  std::vector<ReplaceType> coming_;
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
  Types(from, to, difference).compare();
}

}  // namespace dbx::plan
