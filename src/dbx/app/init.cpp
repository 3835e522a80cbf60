// The files of a workspace, from an embedded template.
#include "dbx/app/init.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "dbx/base/embedded.h"
#include "dbx/base/file.h"
#include "dbx/base/text.h"
#include "dbx/spec/parse.h"

namespace dbx::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMinimal = "minimal";
constexpr std::string_view kSpec = "schema_specs/current.yml";

constexpr std::string_view kProfile = "seeding_profiles/default.yml";
constexpr std::string_view kProfileText =
    "# How the warehouse is filled: dbx seed --profile seeding_profiles/default.yml\n"
    "# `dbx schema profile` prints what may stand here.\n"
    "version: 1\n"
    "scenario: demo   # tiny, demo, load or stress\n"
    "seed: 42         # another number, another world\n";

constexpr std::string_view kIgnored =
    "# Local state and databases are no part of the repository.\n.dbx/\n*.duckdb*\n";

std::string_view name_of(const embedded::File& file) {
  return file.name.substr(0, file.name.rfind('.'));
}

std::string readme(std::string_view template_name) {
  return fmt::format(
      "# A warehouse, begun from the template `{0}`\n\n"
      "`{1}` says what the warehouse is; change it to your needs. Then:\n\n"
      "```\n"
      "dbx validate {1} --strict\n"
      "dbx plan --target {1} --out migrations/0001_create.sql\n"
      "dbx apply migrations/0001_create.sql\n"
      "dbx seed --profile seeding_profiles/default.yml\n"
      "```\n\n"
      "After that, `dbx suggest-queries` answers the first questions. Every later change goes the\n"
      "same way: edit the spec, plan the next migration, look at it, apply it.\n",
      template_name, kSpec);
}

Result<std::string_view> contents_of(std::string_view name) {
  std::vector<std::string_view> names;
  for (const embedded::File& file : embedded::templates()) {
    if (name_of(file) == name) return file.contents;
    names.push_back(name_of(file));
  }
  const auto near = text::nearest(name, names);
  return fail(
      Code::kUsage, fmt::format("no template '{}'", name),
      near ? fmt::format("did you mean '{}'?", *near) : "`dbx init --list` shows those there are");
}

}  // namespace

std::vector<Template> templates() {
  std::vector<Template> found;
  for (const embedded::File& file : embedded::templates()) {
    const auto spec = spec::parse(file.contents, file.name);
    found.push_back({std::string(name_of(file)), spec ? spec->description : std::string()});
  }
  return found;
}

Result<Initialised> init(const InitRequest& request) {
  const std::string_view name = request.template_name.empty() ? kMinimal : request.template_name;
  DBX_TRY(const std::string_view spec, contents_of(name));
  const std::vector<std::pair<std::string, std::string>> files = {
      {std::string(kSpec), std::string(spec)},
      {std::string(kProfile), std::string(kProfileText)},
      {"migrations/.gitkeep", ""},
      {".gitignore", std::string(kIgnored)},
      {"README.md", readme(name)},
  };
  const fs::path folder = request.folder.empty() ? "." : request.folder;
  Diagnostics there;
  for (const auto& [file, contents] : files) {
    std::error_code ignored;
    const std::string path = (folder / file).string();
    if (!fs::exists(fs::symlink_status(path, ignored))) continue;
    there.push_back({Code::kFileExists,
                     Severity::kError,
                     fmt::format("'{}' is there already", path),
                     {},
                     {},
                     "name a new folder: dbx init DIR",
                     {}});
  }
  if (!there.empty()) return fail(std::move(there));
  Initialised initialised{folder.string(), {}};
  for (const auto& [file, contents] : files) {
    DBX_CHECK_OK(write_file((folder / file).string(), contents));
    initialised.files.push_back(file);
  }
  return initialised;
}

}  // namespace dbx::app
