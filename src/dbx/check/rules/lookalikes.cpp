// Names that deceive the eye: alphabets mixed within a word, and two names that look the same.
#include <fmt/format.h>

#include <unordered_map>

#include "dbx/base/lookalike.h"
#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

bool is_ascii(std::string_view name) {
  for (const char c : name) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

// Names that are looked up in one place: the tables, the columns of one table.
class Names {
 public:
  explicit Names(Context& context) : context_(context) {}

  void add(const std::string& name, const std::string& pointer) {
    names_.push_back({name, pointer});
  }

  // Only where some name is not ASCII can two of them look alike: most specs are done at once.
  void check() {
    bool all_ascii = true;
    for (const Named& named : names_) all_ascii = all_ascii && is_ascii(named.name);
    if (all_ascii) return;
    std::unordered_map<std::string, const Named*> seen;
    for (const Named& named : names_) {
      if (text::mixes_scripts(named.name)) {
        context_
            .warning(Code::kMixedScripts, named.pointer,
                     fmt::format("a word of '{}' mixes alphabets", named.name))
            .hint = "a query that is typed will not find it; type the name on one keyboard";
      }
      const auto [first, is_new] = seen.emplace(text::skeleton(named.name), &named);
      if (is_new || text::equals_ignoring_case(first->second->name, named.name)) continue;
      context_
          .warning(Code::kLookAlikeNames, named.pointer,
                   fmt::format("'{}' looks like '{}', but is another name", named.name,
                               first->second->name))
          .hint = "give one of the two a name that can be told apart";
    }
  }

 private:
  struct Named {
    std::string_view name;
    std::string pointer;
  };

  Context& context_;
  std::vector<Named> names_;
};

}  // namespace

void check_lookalikes(Context& context) {
  Names relations(context);
  for (const TableView& view : context.tables()) {
    const spec::Table& table = *view.table;
    relations.add(table.name, view.pointer + "/name");
    Names columns(context);
    for (std::size_t i = 0; i < view.implied.size(); ++i) {
      columns.add(view.implied[i].column.name, view.pointer + "/name");
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      columns.add(table.columns[i].name, fmt::format("{}/columns/{}/name", view.pointer, i));
    }
    for (std::size_t i = 0; i < table.measures.size(); ++i) {
      columns.add(table.measures[i].name, fmt::format("{}/measures/{}/name", view.pointer, i));
    }
    columns.check();
  }
  const auto& views = context.spec().views;
  for (std::size_t i = 0; i < views.size(); ++i) {
    relations.add(views[i].name, fmt::format("/views/{}/name", i));
  }
  relations.check();
}

}  // namespace dbx::check
