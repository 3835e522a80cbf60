// The registry of formats; see export.h.
#include "dbx/export/export.h"

#include <fmt/format.h>

#include <vector>

#include "dbx/base/text.h"

namespace dbx::exporting {
namespace {

constexpr Format kFormats[] = {
    {"mermaid", "entity-relationship diagram for mermaid.js", ".mmd", mermaid},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

Result<const Format*> find_format(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Format& format : kFormats) {
    if (format.name == name) return &format;
    names.push_back(format.name);
  }
  const auto near = text::nearest(name, names);
  return fail(Code::kUsage, fmt::format("'{}' is no export format", name),
              near ? fmt::format("did you mean '{}'?", *near)
                   : fmt::format("one of {}", fmt::join(names, ", ")));
}

}  // namespace dbx::exporting
