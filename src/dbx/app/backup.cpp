// Tables by the steps' objects, a path by database and time.
#include "dbx/app/backup.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "dbx/base/clock.h"
#include "dbx/base/text.h"

namespace dbx::app {
namespace {

namespace fs = std::filesystem;

std::string default_path(const dialect::Dialect& dialect, const std::string& database,
                         const migrate::Migration& migration) {
  const std::string stem = fs::path(database).stem().string();
  const std::string time = text::replace_all(utc_now(), ":", "");
  const std::string ending = dialect.is_embedded() ? std::string(dialect.name()) : "sql";
  const std::string start = fmt::format("backups/{}-{}-{}", stem, migration.id, time);
  std::error_code error;
  std::string path = fmt::format("{}.{}", start, ending);
  for (int number = 2; fs::exists(path, error); ++number) {
    path = fmt::format("{}-{}.{}", start, number, ending);
  }
  return path;
}

}  // namespace

schema::Schema touched_by(const migrate::Migration& migration, const schema::Schema& live) {
  std::set<std::string> objects;
  // A type's values may stand in any table; a renamed table is known by its new name.
  bool all = false;
  for (const migrate::Step& step : migration.steps) {
    all = all || step.kind == "rename-table" || step.kind == "replace-type" ||
          step.kind.ends_with("-enum");
    if (step.risk == plan::Risk::kHigh) objects.insert(step.object);
  }
  schema::Schema touched = live;
  std::erase_if(touched.tables, [&](const schema::Table& table) {
    if (all) return false;
    const std::string name = schema::print(schema::name_of(table));
    const auto from = objects.lower_bound(name);
    const bool is_named = from != objects.end() && (*from == name || from->starts_with(name + "."));
    const bool has_part = std::any_of(objects.begin(), objects.end(), [&](const std::string& item) {
      return item.starts_with(name + ".");
    });
    return !is_named && !has_part;
  });
  if (touched.tables.empty()) touched.tables = live.tables;
  touched.views.clear();
  return touched;
}

Result<std::string> back_up(const dialect::Dialect& dialect, database::Connection& connection,
                            const std::string& url, const migrate::Migration& migration,
                            const schema::Schema& live, const std::string& path) {
  DBX_TRY(const std::string name, connection.database_name());
  const std::string place = path.empty() ? default_path(dialect, name, migration) : path;
  std::error_code error;
  if (fs::exists(place, error)) {
    return fail(Code::kFileExists, fmt::format("the backup '{}' is there already", place),
                "name another place with --backup-path; nothing was changed");
  }
  const fs::path folder = fs::path(place).parent_path();
  if (!folder.empty()) fs::create_directories(folder, error);
  DBX_CHECK_OK(dialect.back_up(connection, url, touched_by(migration, live), place));
  return place;
}

}  // namespace dbx::app
