// Views: those that changed, and those that read something whose columns change under them, go and
// come again, readers first.
#include <algorithm>
#include <functional>

#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Schema;
using schema::View;

using ViewMap = std::map<Name, const View*>;
ViewMap by_name(const Schema& schema) {
  ViewMap views;
  for (const View& view : schema.views) views.emplace(schema::name_of(view), &view);
  return views;
}

// What is read before its readers; otherwise by name. A ring cannot be: an engine makes none.
std::vector<const View*> reading_order(const ViewMap& views) {
  std::vector<const View*> ordered;
  std::set<Name> seen;
  const std::function<void(const View&)> visit = [&](const View& view) {
    if (!seen.insert(schema::name_of(view)).second) return;
    for (const Name& read : view.reads) {
      const auto found = views.find(read);
      if (found != views.end()) visit(*found->second);
    }
    ordered.push_back(&view);
  };
  for (const auto& [name, view] : views) visit(*view);
  return ordered;
}

bool same_but_comment_and_indexes(const View& a, const View& b) {
  return a.select == b.select && a.materialized == b.materialized && a.options == b.options;
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

// The views of `from` that cannot stay as they are.
std::set<Name> views_that_go(const ViewMap& before, const ViewMap& after,
                             const std::set<Name>& touched) {
  std::set<Name> going;
  for (const View* view : reading_order(before)) {
    const Name name = schema::name_of(*view);
    const auto kept = after.find(name);
    const bool changed = kept == after.end() || !same_but_comment_and_indexes(*view, *kept->second);
    const bool reads_touched = std::any_of(
        view->reads.begin(), view->reads.end(),
        [&](const Name& read) { return touched.contains(read) || going.contains(read); });
    if (changed || reads_touched) going.insert(name);
  }
  return going;
}

}  // namespace

std::set<Name> compare_views(const Schema& from, const Schema& to, Difference& difference) {
  const ViewMap before = by_name(from);
  const ViewMap after = by_name(to);
  const std::set<Name> going = views_that_go(before, after, difference.touched);
  std::vector<const View*> order = reading_order(before);
  std::reverse(order.begin(), order.end());
  for (const View* view : order) {
    if (going.contains(schema::name_of(*view))) {
      difference.add(Phase::kDropViews, DropView{*view});
    }
  }
  std::set<Name> rebuilt;
  for (const View* view : reading_order(after)) {
    const Name name = schema::name_of(*view);
    const auto old = before.find(name);
    if (old != before.end() && !going.contains(name)) {
      compare_view_indexes(*old->second, *view, difference);
      comment(*view, old->second->comment, difference);
      continue;
    }
    if (old != before.end()) rebuilt.insert(name);
    difference.add(Phase::kViews, AddView{*view});
    for (const schema::Index& index : view->indexes) {
      difference.add(Phase::kViews, AddIndex{name, index});
    }
    comment(*view, "", difference);
  }
  return rebuilt;
}

}  // namespace dbx::plan
