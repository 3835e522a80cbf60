// Views: those that changed, and those that read something whose columns change under them, go and
// come again, readers first. Routines that name a view in their head stand among them.
#include <algorithm>
#include <functional>

#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Object;
using schema::Schema;
using schema::View;

using ViewMap = std::map<Name, const View*>;
ViewMap by_name(const Schema& schema) {
  ViewMap views;
  for (const View& view : schema.views) views.emplace(schema::name_of(view), &view);
  return views;
}

// A view, or a routine that names one.
struct Node {
  const View* view = nullptr;
  const Object* routine = nullptr;
};

// What is read before its readers; otherwise by name. A ring cannot be: an engine makes none.
class ReadingOrder {
 public:
  ReadingOrder(const ViewMap& views, const std::vector<const Object*>& routines)
      : views_(views), routines_(routines) {}

  std::vector<Node> order() {
    for (const auto& [name, view] : views_) visit(*view);
    for (const Object* routine : routines_) visit(*routine);
    return std::move(ordered_);
  }

 private:
  void visit(const View& view) {
    if (!seen_.insert(&view).second) return;
    for (const Name& read : view.reads) {
      const auto found = views_.find(read);
      if (found != views_.end()) visit(*found->second);
    }
    for (const Object* routine : routines_) {
      if (mentions(view.select.text, routine_name(*routine))) visit(*routine);
    }
    ordered_.push_back({&view, nullptr});
  }
  void visit(const Object& routine) {
    if (!seen_.insert(&routine).second) return;
    const std::string_view header = header_of(routine);
    for (const auto& [name, view] : views_) {
      if (mentions(header, name.name)) visit(*view);
    }
    ordered_.push_back({nullptr, &routine});
  }

  const ViewMap& views_;
  const std::vector<const Object*>& routines_;
  std::set<const void*> seen_;
  std::vector<Node> ordered_;
};

// Routines that name one of the views.
std::vector<const Object*> routines_on(const std::vector<Object>& objects,
                                       const std::set<Name>& views) {
  std::vector<const Object*> routines;
  for (const Object& object : objects) {
    if (!is_routine(object)) continue;
    const std::string_view header = header_of(object);
    const bool names_one = std::any_of(
        views.begin(), views.end(), [&](const Name& view) { return mentions(header, view.name); });
    if (names_one) routines.push_back(&object);
  }
  return routines;
}

bool holds(const std::vector<Object>& objects, const Object& wanted) {
  return std::any_of(objects.begin(), objects.end(), [&](const Object& object) {
    return object.kind == wanted.kind && object.schema == wanted.schema &&
           object.identity == wanted.identity;
  });
}

void compare_view_indexes(const View& from, const View& to, Difference& difference) {
  const Name name = schema::name_of(to);
  for (const schema::Index& index : from.indexes) {
    if (std::find(to.indexes.begin(), to.indexes.end(), index) != to.indexes.end()) continue;
    difference.add(Phase::kDropKeys, DropIndex{name, index});
  }
  for (const schema::Index& index : to.indexes) {
    if (std::find(from.indexes.begin(), from.indexes.end(), index) != from.indexes.end()) continue;
    difference.add(Phase::kViews, AddIndex{name, index});
  }
}

void comment(const View& view, const std::string& previous, Difference& difference) {
  if (view.comment == previous) return;
  SetComment change;
  change.on = view.materialized ? CommentOn::kMaterializedView : CommentOn::kView;
  change.name = schema::name_of(view);
  change.comment = view.comment;
  change.previous = previous;
  difference.add(Phase::kComments, std::move(change));
}

void drop_views(const Schema& from, const Schema& to, Difference& difference) {
  const std::set<Name>& going = difference.going_views;
  std::vector<const Object*> routines = routines_on(from.objects, going);
  std::erase_if(routines, [&](const Object* routine) {
    return holds(to.objects, *routine) && !difference.remade_objects.contains(routine);
  });
  const ViewMap views = by_name(from);
  std::vector<Node> order = ReadingOrder(views, routines).order();
  std::reverse(order.begin(), order.end());
  for (const Node& node : order) {
    if (node.routine != nullptr) {
      difference.placed_objects.insert(node.routine);
      difference.add(Phase::kDropViews, DropObject{*node.routine});
    } else if (going.contains(schema::name_of(*node.view))) {
      difference.add(Phase::kDropViews, DropView{*node.view});
    }
  }
}

// Is the routine as it was before, untouched?
bool stays(const Schema& from, const Object& routine, const Difference& difference) {
  return std::any_of(from.objects.begin(), from.objects.end(), [&](const Object& object) {
    return object.kind == routine.kind && object.schema == routine.schema &&
           object.identity == routine.identity && !difference.remade_objects.contains(&object);
  });
}

}  // namespace

void compare_views(const Schema& from, const Schema& to, Difference& difference) {
  drop_views(from, to, difference);
  const ViewMap before = by_name(from);
  const ViewMap after = by_name(to);
  std::set<Name> coming;
  for (const auto& [name, view] : after) {
    if (!before.contains(name) || difference.going_views.contains(name)) coming.insert(name);
  }
  std::vector<const Object*> routines = routines_on(to.objects, coming);
  std::erase_if(routines, [&](const Object* routine) { return stays(from, *routine, difference); });
  for (const Node& node : ReadingOrder(after, routines).order()) {
    if (node.routine != nullptr) {
      difference.placed_objects.insert(node.routine);
      difference.add(Phase::kViews, AddObject{*node.routine});
      continue;
    }
    const View& view = *node.view;
    const Name name = schema::name_of(view);
    if (!coming.contains(name)) {
      const View& old = *before.at(name);
      compare_view_indexes(old, view, difference);
      comment(view, old.comment, difference);
      continue;
    }
    difference.add(Phase::kViews, AddView{view});
    for (const schema::Index& index : view.indexes) {
      difference.add(Phase::kViews, AddIndex{name, index});
    }
    comment(view, "", difference);
  }
}

}  // namespace dbx::plan
