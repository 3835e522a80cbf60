// Names that programs, reports and people use and that mean nothing afterwards; views that go and
// come.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/plan/hazards/setting.h"

namespace dbx::plan::hazards {
namespace {

bool comes_again(const Setting& setting, const schema::View& view) {
  const auto& views = setting.plan().target.views;
  return std::any_of(views.begin(), views.end(), [&](const schema::View& after) {
    return schema::name_of(after) == schema::name_of(view);
  });
}

bool comes_again(const Setting& setting, const schema::Object& object) {
  const auto& objects = setting.plan().target.objects;
  return std::any_of(objects.begin(), objects.end(), [&](const schema::Object& after) {
    return after.kind == object.kind && after.schema == object.schema &&
           after.identity == object.identity && after.table == object.table;
  });
}

Finding renamed(const std::string& from, const std::string& to, const std::string& keep) {
  return {fmt::format("whoever reads or writes '{}' fails until it says '{}'", from, to), keep,
          Risk::kMedium, std::string(kAccessExclusive)};
}

}  // namespace

Found breaks_readers(const Setting& setting, std::size_t change) {
  const Change& any = setting.plan().changes[change];
  if (const auto* rename = std::get_if<RenameTable>(&any)) {
    return renamed(schema::print(rename->from), schema::print(rename->to),
                   "in the same step make a view under the old name; drop it once nobody reads it");
  }
  if (const auto* rename = std::get_if<RenameColumn>(&any)) {
    return renamed(fmt::format("{}.{}", schema::print(rename->table), rename->from), rename->to,
                   "add the new column and keep both filled until every reader has moved, or put a "
                   "view with both names before the table");
  }
  if (const auto* drop = std::get_if<DropView>(&any)) {
    if (comes_again(setting, drop->view)) return {};
    return Finding{
        fmt::format("whoever reads '{}' fails", schema::print(schema::name_of(drop->view))),
        "see who reads it first (reports, other databases)", Risk::kMedium,
        std::string(kAccessExclusive)};
  }
  const auto* drop = std::get_if<DropObject>(&any);
  if (drop == nullptr || drop->object.table || comes_again(setting, drop->object)) return {};
  return Finding{fmt::format("whoever uses '{}' fails",
                             schema::print({drop->object.schema, drop->object.identity})),
                 "see who uses it first (programs, jobs, other schemas)", Risk::kMedium};
}

Found view_recreated(const Setting& setting, std::size_t change) {
  const auto* drop = std::get_if<DropView>(&setting.plan().changes[change]);
  if (drop == nullptr || !comes_again(setting, drop->view)) return {};
  const std::string name = schema::print(schema::name_of(drop->view));
  if (setting.facts().engine != "postgres") {
    return Finding{fmt::format("'{}' goes and comes again: in between nobody can read it", name),
                   "run the migration while nobody reads", Risk::kLow};
  }
  const std::string_view more =
      drop->view.materialized ? "; its rows are computed anew while readers wait" : "";
  return Finding{
      fmt::format("'{}' goes and comes again: its grants and its owner are lost{}", name, more),
      "note the grants first (\\dp) and give them again in the same transaction",
      Risk::kMedium,
      std::string(kAccessExclusive),
      false,
      fmt::format("the grants on '{}'", name)};
}

}  // namespace dbx::plan::hazards
