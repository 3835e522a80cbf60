// Settings of relations and of their parts. What carries one may go and come again for another
// reason: then it has lost the setting and gets it again.
#include <algorithm>

#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Schema;
using schema::Setting;
using schema::SettingKind;
using schema::Table;

bool is_of_column(SettingKind kind) {
  return kind >= SettingKind::kColumnStorage && kind <= SettingKind::kColumnComment;
}
bool is_of_inherited_column(SettingKind kind) {
  return kind >= SettingKind::kColumnDefault && kind <= SettingKind::kColumnComment;
}

using Part = std::pair<Name, std::string>;

// What this plan makes, by relation and name.
class Made {
 public:
  explicit Made(const Difference& difference) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(Phase::kCount); ++i) {
      for (const Change& change : difference.of(static_cast<Phase>(i))) look_at(change);
    }
  }

  bool relation(const Name& name) const { return relations_.contains(name); }
  bool column(const Name& table, const std::string& name) const {
    return columns_.contains({table, name});
  }
  bool is_altered(const Name& table, const std::string& column) const {
    return altered_.contains({table, column});
  }
  bool part(const Name& table, const std::string& name) const {
    return parts_.contains({table, name});
  }
  // The name that a kept constraint or index gets.
  std::string renamed(const Name& table, const std::string& name) const {
    std::string now = name;  // it may be renamed twice, by way of a name of its own
    for (int times = 0; times < 2; ++times) {
      const auto found = renamed_.find({table, now});
      if (found != renamed_.end()) now = found->second;
    }
    return now;
  }

 private:
  void look_at(const Change& change) {
    if (const auto* add = std::get_if<AddTable>(&change)) {
      relations_.insert(schema::name_of(add->table));
    } else if (const auto* view = std::get_if<AddView>(&change)) {
      relations_.insert(schema::name_of(view->view));
    } else if (const auto* column = std::get_if<AddColumn>(&change)) {
      columns_.insert({column->table, column->column.name});
    } else if (const auto* altered = std::get_if<AlterColumn>(&change)) {
      altered_.insert({altered->table, altered->to.name});
    } else if (const auto* constraint = std::get_if<AddConstraint>(&change)) {
      parts_.insert({constraint->table, name_of(constraint->constraint)});
    } else if (const auto* index = std::get_if<AddIndex>(&change)) {
      parts_.insert({index->table, index->index.name});
    } else if (const auto* object = std::get_if<AddObject>(&change)) {
      if (object->object.table) parts_.insert({*object->object.table, object->object.identity});
    } else if (const auto* name = std::get_if<RenameConstraint>(&change)) {
      renamed_[{name->table, name_of(name->constraint)}] = name->to;
    } else if (const auto* renamed = std::get_if<RenameIndex>(&change)) {
      renamed_[{renamed->table, renamed->from}] = renamed->to;
    }
  }

  std::set<Name> relations_;
  std::set<Part> columns_;
  std::set<Part> altered_;
  std::set<Part> parts_;
  std::map<Part, std::string> renamed_;
};

class Settings {
 public:
  Settings(const Schema& to, Difference& difference)
      : to_(to), difference_(difference), made_(difference) {}

  void compare(const Table* from, const Table& to) {
    const Name name = schema::name_of(to);
    std::vector<Setting> before = from == nullptr ? std::vector<Setting>{} : from->settings;
    if (from != nullptr && leaves_parents(*from, to)) {
      std::erase_if(before, [](const Setting& s) { return is_of_inherited_column(s.kind); });
    }
    ancestors_.clear();
    find_ancestors(to);
    const bool joins = from != nullptr && joins_parents(*from, to);
    if (joins) {
      for (const schema::Column& column : from->columns) {
        if (column.comment.empty() || schema::find_column(to, column.name) != nullptr) continue;
        before.push_back({SettingKind::kColumnComment, column.name, column.comment});
      }
    }
    compare(name, false, before, to.settings, [&](const Setting& setting) {
      // Compared with the columns, as one of the table's own.
      return joins && is_of_inherited_column(setting.kind) &&
             setting.kind != SettingKind::kColumnComment;
    });
  }

  void compare(const schema::View* from, const schema::View& to) {
    ancestors_.clear();
    compare(schema::name_of(to), true, from == nullptr ? std::vector<Setting>{} : from->settings,
            to.settings, [](const Setting&) { return false; });
  }

 private:
  void find_ancestors(const Table& table) {
    std::vector<Name> parents = table.inherits;
    if (table.partition_of) parents.push_back(table.partition_of->parent);
    for (const Name& parent : parents) {
      ancestors_.push_back(parent);
      if (const Table* found = schema::find_table(to_, parent)) find_ancestors(*found);
    }
  }

  // Is what carries the setting as new, without it?
  bool is_made(const Name& relation, const Setting& setting) const {
    if (made_.relation(relation)) return true;
    if (setting.of.empty() && setting.value.find("USING INDEX ") != 0) return false;
    if (!is_of_column(setting.kind)) return made_.part(relation, name_in(setting));
    const auto has = [&](const Name& table) { return made_.column(table, setting.of); };
    return has(relation) || std::any_of(ancestors_.begin(), ancestors_.end(), has);
  }

  // A column that is altered, or is of parents, may have lost it on the way.
  bool may_be_lost(const Name& relation, const Setting& setting) const {
    if (!is_of_column(setting.kind)) return false;
    const auto has = [&](const Name& table) { return made_.is_altered(table, setting.of); };
    const auto is_set = [&](const Name& table) { return set_.contains({table, setting.of}); };
    return has(relation) || std::any_of(ancestors_.begin(), ancestors_.end(), has) ||
           std::any_of(ancestors_.begin(), ancestors_.end(), is_set);
  }

  // The part that a setting leans on.
  static std::string name_in(const Setting& setting) {
    if (!setting.of.empty()) return setting.of;
    return spec::split_name(setting.value.substr(std::string_view("USING INDEX ").size())).back();
  }

  // Is there still something that could carry it?
  bool has_carrier(const Name& relation, const Setting& setting) const {
    if (setting.of.empty()) return true;
    const Table* table = schema::find_table(to_, relation);
    if (table == nullptr) return true;  // a view's
    const auto named = [&](const auto& item) { return item.name == setting.of; };
    if (is_of_column(setting.kind)) {
      return schema::find_column(with_parents(to_, *table), setting.of) != nullptr;
    }
    if (setting.kind == SettingKind::kConstraintComment) {
      const auto any = [&](const auto& items) {
        return std::any_of(items.begin(), items.end(), named);
      };
      return (table->primary_key && named(*table->primary_key)) || any(table->uniques) ||
             any(table->checks) || any(table->exclusions) || any(table->foreign_keys);
    }
    if (setting.kind == SettingKind::kIndexComment) {
      return std::any_of(table->indexes.begin(), table->indexes.end(), named);
    }
    return std::any_of(to_.objects.begin(), to_.objects.end(), [&](const schema::Object& object) {
      return object.table == relation && object.identity == setting.of;
    });
  }

  template <class Skip>
  void compare(const Name& relation, bool of_view, const std::vector<Setting>& before,
               const std::vector<Setting>& after, Skip skip) {
    using Key = std::pair<SettingKind, std::string>;
    std::map<Key, std::string> old;
    for (Setting setting : before) {
      setting.of = made_.renamed(relation, setting.of);
      if (!is_made(relation, setting)) old[{setting.kind, setting.of}] = setting.value;
    }
    for (const Setting& setting : after) {
      const auto had = old.find({setting.kind, setting.of});
      const std::string from = had == old.end() ? std::string() : had->second;
      if (had != old.end()) old.erase(had);
      const bool stays = from == setting.value && !may_be_lost(relation, setting);
      if (stays || skip(setting)) continue;
      add({relation, of_view, setting.kind, setting.of, from, setting.value});
    }
    for (const auto& [key, value] : old) {
      const Setting gone{key.first, key.second, value};
      if (has_carrier(relation, gone)) {
        add({relation, of_view, gone.kind, gone.of, gone.value, ""});
      }
    }
  }

  void add(SetSetting change) {
    if (is_of_column(change.kind)) set_.insert({change.relation, change.of});
    difference_.add(Phase::kSettings, std::move(change));
  }

  const Schema& to_;
  Difference& difference_;
  Made made_;
  std::set<Part> set_;  // columns that got a setting: those that inherit them get it too
  std::vector<Name> ancestors_;
};

// What a column of a parent is set to, those that inherit it are set to as well: they come after.
std::vector<const Table*> parents_first(const Schema& schema) {
  const TableMap tables = tables_by_name(schema);
  std::vector<const Table*> ordered;
  std::set<const Table*> seen;
  const auto visit = [&](const auto& self, const Table& table) -> void {
    if (!seen.insert(&table).second) return;
    std::vector<Name> parents = table.inherits;
    if (table.partition_of) parents.push_back(table.partition_of->parent);
    for (const Name& parent : parents) {
      const auto found = tables.find(parent);
      if (found != tables.end()) self(self, *found->second);
    }
    ordered.push_back(&table);
  };
  for (const Table& table : schema.tables) visit(visit, table);
  return ordered;
}

}  // namespace

void compare_settings(const Schema& from, const Schema& to, Difference& difference) {
  Settings settings(to, difference);
  const TableMap before = tables_by_name(from);
  for (const Table* table : parents_first(to)) {
    const auto old = before.find(schema::name_of(*table));
    settings.compare(old == before.end() ? nullptr : old->second, *table);
  }
  std::map<Name, const schema::View*> views;
  for (const schema::View& view : from.views) views.emplace(schema::name_of(view), &view);
  for (const schema::View& view : to.views) {
    const auto old = views.find(schema::name_of(view));
    settings.compare(old == views.end() ? nullptr : old->second, view);
  }
}

}  // namespace dbx::plan
