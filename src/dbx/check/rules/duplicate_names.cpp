// Two things of one name, letter case aside: engines fold names.
#include <fmt/format.h>

#include <map>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

class Names {
 public:
  Names(Context& context, std::string kind) : context_(context), kind_(std::move(kind)) {}

  void add(const std::string& name, const std::string& pointer) {
    const auto [first, is_new] = seen_.emplace(text::to_lower(name), name);
    if (is_new) return;
    const bool same = first->second == name;
    context_
        .error(Code::kDuplicateName, pointer,
               same ? fmt::format("{} '{}' stands here twice", kind_, name)
                    : fmt::format("{} '{}' differs from '{}' only in letter case", kind_, name,
                                  first->second))
        .hint = "give one of the two another name";
  }

 private:
  Context& context_;
  std::string kind_;
  std::map<std::string, std::string> seen_;
};

}  // namespace

void check_duplicate_names(Context& context) {
  Names tables(context, "table");
  Names indexes(context, "index");
  for (const TableView& view : context.tables()) {
    const spec::Table& table = *view.table;
    tables.add(table.name, view.pointer + "/name");
    Names columns(context, "column");
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      columns.add(table.columns[i].name, fmt::format("{}/columns/{}/name", view.pointer, i));
    }
    for (std::size_t i = 0; i < table.measures.size(); ++i) {
      columns.add(table.measures[i].name, fmt::format("{}/measures/{}/name", view.pointer, i));
    }
    for (std::size_t i = 0; i < table.indexes.size(); ++i) {
      indexes.add(table.indexes[i].name, fmt::format("{}/indexes/{}/name", view.pointer, i));
    }
  }
}

}  // namespace dbx::check
