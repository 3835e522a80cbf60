// What goes and comes again because it leans on something that does: views on tables and views,
// routines on types, relations and routines, views on routines, round and round until nothing more
// is found.
#include <algorithm>

#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Object;
using schema::ObjectKind;
using schema::Schema;
using schema::View;

bool same_but_comment_and_indexes(const View& a, const View& b) {
  return a.select == b.select && a.materialized == b.materialized && a.options == b.options;
}

bool same_object(const Object& a, const Object& b) {
  return a.kind == b.kind && a.schema == b.schema && a.identity == b.identity;
}

class Closure {
 public:
  Closure(const Schema& from, const Schema& to, Difference& difference)
      : from_(from), to_(to), difference_(difference) {
    for (const View& view : to.views) views_after_.emplace(schema::name_of(view), &view);
    for (const Name& name : difference.dropped_tables) gone_.insert(name.name);
    for (const Name& name : difference.touched) touched_.insert(name.name);
  }

  void find() {
    for (bool more = true; more;) {
      more = false;
      for (const View& view : from_.views) more = look_at(view) || more;
      for (const Object& object : from_.objects) more = look_at(object) || more;
    }
  }

 private:
  bool look_at(const View& view) {
    const Name name = schema::name_of(view);
    if (difference_.going_views.contains(name)) return false;
    const auto kept = views_after_.find(name);
    const bool changed =
        kept == views_after_.end() || !same_but_comment_and_indexes(view, *kept->second);
    const bool reads_going = std::any_of(view.reads.begin(), view.reads.end(), [&](const Name& r) {
      return difference_.touched.contains(r) || difference_.going_views.contains(r);
    });
    if (!changed && !reads_going && !difference_.leans_on_remade(view.select.text)) return false;
    difference_.going_views.insert(name);
    gone_.insert(view.name);
    return true;
  }

  bool look_at(const Object& object) {
    if (!is_routine(object) || difference_.remade_objects.contains(&object)) return false;
    const auto kept = std::find_if(to_.objects.begin(), to_.objects.end(),
                                   [&](const Object& o) { return same_object(o, object); });
    const bool stays = kept != to_.objects.end();
    if (!(stays ? must_go(object, *kept) : has_successor(object))) return false;
    difference_.remade_objects.insert(&object);
    difference_.remade.insert(routine_name(object));
    return true;
  }

  bool must_go(const Object& from, const Object& to) const {
    const bool changed = from.definition != to.definition;
    if (changed && !replaces_in_place(from, to)) return true;
    const std::string_view header = header_of(from);
    const std::string own = routine_name(from);
    const bool leans =
        std::any_of(difference_.remade.begin(), difference_.remade.end(),
                    [&](const std::string& name) { return name != own && mentions(header, name); });
    const bool bound_at_once = header.size() == from.definition.text.size();
    return leans || mentions_any(header, gone_) ||
           (bound_at_once && mentions_any(header, touched_));
  }

  // Another routine of the name comes: it may differ in the names of its arguments only.
  bool has_successor(const Object& object) const {
    return std::any_of(to_.objects.begin(), to_.objects.end(), [&](const Object& other) {
      return is_routine(other) && other.schema == object.schema &&
             routine_name(other) == routine_name(object) &&
             std::none_of(from_.objects.begin(), from_.objects.end(),
                          [&](const Object& o) { return same_object(o, other); });
    });
  }

  static bool mentions_any(std::string_view text, const std::set<std::string>& names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return mentions(text, name); });
  }

  const Schema& from_;
  const Schema& to_;
  Difference& difference_;
  std::map<Name, const View*> views_after_;
  std::set<std::string> gone_;
  std::set<std::string> touched_;
};

}  // namespace

bool Difference::leans_on_remade(std::string_view text) const {
  return std::any_of(remade.begin(), remade.end(),
                     [&](const std::string& name) { return mentions(text, name); });
}

bool is_routine(const Object& object) {
  return object.kind == ObjectKind::kFunction || object.kind == ObjectKind::kProcedure ||
         object.kind == ObjectKind::kAggregate;
}

std::string_view header_of(const Object& object) {
  const std::string_view text = object.definition.text;
  std::size_t body = text.find("\nAS ");
  if (body == std::string_view::npos) body = text.find(" AS $");
  return text.substr(0, body);
}

std::string routine_name(const Object& object) {
  const std::vector<std::string> parts =
      spec::split_name(std::string_view(object.identity).substr(0, object.identity.find('(')));
  return parts.empty() ? std::string() : parts.back();
}

// What a function returns cannot be replaced.
bool replaces_in_place(const Object& from, const Object& to) {
  if (to.kind == ObjectKind::kAggregate || !is_routine(to)) return false;
  const auto signature = [](const Object& object) {
    const std::string_view header = header_of(object);
    return header.substr(0, header.find("\n LANGUAGE"));
  };
  return signature(from) == signature(to);
}

void find_remade(const Schema& from, const Schema& to, Difference& difference) {
  Closure(from, to, difference).find();
}

}  // namespace dbx::plan
