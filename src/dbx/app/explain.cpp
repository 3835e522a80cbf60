// Looks a code's page up among the embedded ones.
#include "dbx/app/explain.h"

#include <fmt/format.h>

#include <vector>

#include "dbx/base/embedded.h"
#include "dbx/base/text.h"

namespace dbx::app {

Result<std::string> explain(std::string_view code) {
  std::vector<std::string_view> names;
  for (const embedded::File& file : embedded::codes()) {
    const std::string_view name = file.name.substr(0, file.name.rfind('.'));
    if (name == code) return std::string(file.contents);
    names.push_back(name);
  }
  const auto near = text::nearest(code, names);
  return fail(
      Code::kUnknownCode, fmt::format("no code '{}'", code),
      near ? fmt::format("did you mean '{}'?", *near) : "codes stand in brackets: error[...]");
}

}  // namespace dbx::app
