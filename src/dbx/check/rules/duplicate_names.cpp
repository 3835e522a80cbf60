// Two things of one name, letter case aside: engines fold names.
#include <fmt/format.h>

#include <map>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

class Names {
 public:
  explicit Names(Context& context) : context_(context) {}

  void add(const std::string& kind, const std::string& name, const std::string& pointer) {
    const auto [first, is_new] = seen_.emplace(text::to_lower(name), Named{kind, name});
    if (is_new) return;
    context_.error(Code::kDuplicateName, pointer, message(first->second, kind, name)).hint =
        "give one of the two another name";
  }

 private:
  struct Named {
    std::string kind;
    std::string name;
  };

  static std::string message(const Named& first, const std::string& kind, const std::string& name) {
    if (first.kind != kind)
      return fmt::format("{} '{}' has the name of a {}", kind, name, first.kind);
    if (first.name == name) return fmt::format("{} '{}' stands here twice", kind, name);
    return fmt::format("{} '{}' differs from '{}' only in letter case", kind, name, first.name);
  }

  Context& context_;
  std::map<std::string, Named> seen_;
};

void check_table(Context& context, const TableView& view, Names& relations) {
  const spec::Table& table = *view.table;
  Names columns(context);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    columns.add("column", table.columns[i].name,
                fmt::format("{}/columns/{}/name", view.pointer, i));
  }
  for (std::size_t i = 0; i < table.measures.size(); ++i) {
    columns.add("column", table.measures[i].name,
                fmt::format("{}/measures/{}/name", view.pointer, i));
  }
  Names constraints(context);
  for (std::size_t i = 0; i < table.checks.size(); ++i) {
    if (table.checks[i].name.empty()) continue;
    constraints.add("constraint", table.checks[i].name,
                    fmt::format("{}/checks/{}/name", view.pointer, i));
  }
  for (std::size_t i = 0; i < table.foreign_keys.size(); ++i) {
    if (table.foreign_keys[i].name.empty()) continue;
    constraints.add("constraint", table.foreign_keys[i].name,
                    fmt::format("{}/foreign_keys/{}/name", view.pointer, i));
  }
  for (std::size_t i = 0; i < table.indexes.size(); ++i) {
    relations.add("index", table.indexes[i].name,
                  fmt::format("{}/indexes/{}/name", view.pointer, i));
  }
}

}  // namespace

void check_duplicate_names(Context& context) {
  const spec::Spec& spec = context.spec();
  Names relations(context);  // tables, views and indexes share one space of names in PostgreSQL
  for (const TableView& view : context.tables()) {
    relations.add("table", view.table->name, view.pointer + "/name");
  }
  for (std::size_t i = 0; i < spec.views.size(); ++i) {
    relations.add("view", spec.views[i].name, fmt::format("/views/{}/name", i));
  }
  for (const TableView& view : context.tables()) check_table(context, view, relations);
  Names tests(context);
  for (std::size_t i = 0; i < spec.tests.size(); ++i) {
    tests.add("test", spec.tests[i].name, fmt::format("/tests/{}/name", i));
  }
}

}  // namespace dbx::check
