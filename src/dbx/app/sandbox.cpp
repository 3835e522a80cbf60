// Making, finding and dropping them.
#include "dbx/app/sandbox.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "dbx/app/apply.h"
#include "dbx/app/json_text.h"
#include "dbx/app/plan.h"
#include "dbx/app/seed.h"
#include "dbx/base/clock.h"
#include "dbx/base/file.h"
#include "dbx/base/json.h"
#include "dbx/base/text.h"

namespace dbx::app {
namespace {

namespace fs = std::filesystem;

constexpr double kHoursMax = 24.0 * 366;

std::string folder() {
  const auto setting = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (const std::string own = setting("DBX_SANDBOXES"); !own.empty()) return own;
  const std::string state = setting("XDG_STATE_HOME");
  return (state.empty() ? setting("HOME") + "/.local/state" : state) + "/dbx/sandboxes";
}

std::string path_of(const std::string& name) { return folder() + "/" + name + ".json"; }

std::string fresh_name() {
  std::random_device random;
  return fmt::format("sandbox_{:06x}", random() & 0xffffffU);
}

Status check(const SandboxRequest& request) {
  const std::string& name = request.name;
  if (!name.empty() && (!text::is_identifier(name) || name.size() > 40)) {
    return fail(Code::kUsage, fmt::format("'{}' is no name for a sandbox", name),
                "letters, digits and _, at most 40");
  }
  if (!(request.hours > 0) || request.hours > kHoursMax) {
    return fail(Code::kUsage, "a sandbox lives for more than 0 hours and at most a year",
                "say --hours 24");
  }
  return {};
}

Json to_json(const SandboxInfo& info) {
  return {
      {"name", info.name},     {"engine", info.engine},         {"url", info.url},
      {"target", info.target}, {"created_at", info.created_at}, {"expires_at", info.expires_at}};
}

Result<SandboxInfo> read_info(const std::string& name) {
  std::error_code error;
  if (!text::is_identifier(name) || !fs::exists(path_of(name), error)) {
    return fail(Code::kUnknownSandbox, fmt::format("there is no sandbox '{}'", name),
                "`dbx sandbox list` shows them");
  }
  DBX_TRY(const std::string text, read_file(path_of(name)));
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) {
    return fail(Code::kUnknownSandbox, fmt::format("'{}' cannot be read", path_of(name)),
                "delete that file, and its database");
  }
  SandboxInfo info;
  info.name = text_at(json, "name").value_or(name);
  info.engine = text_at(json, "engine").value_or("");
  info.url = text_at(json, "url").value_or("");
  info.target = text_at(json, "target").value_or("");
  info.created_at = text_at(json, "created_at").value_or("");
  info.expires_at = text_at(json, "expires_at").value_or("");
  return info;
}

// Plan, apply, seed: as one would by hand.
Status build(const SandboxRequest& request, const SandboxInfo& info) {
  if (request.target.empty()) return {};
  PlanRequest wanted;
  wanted.target = request.target;
  wanted.database = info.url;
  wanted.prove = false;
  DBX_TRY(const Planned planned, plan(wanted));
  migrate::Migration migration = planned.forward;
  migration.id = "0001_sandbox";
  const ApplyManner manner;
  DBX_TRY(Session session, open_to_migrate(info.url, manner.lock));
  DBX_CHECK_OK(run_migration(session, info.url, migration, manner, {}));
  session.connection.reset();
  if (!request.seed) return {};
  SeedRequest rows;
  rows.database = info.url;
  rows.wishes.scale = request.scale;
  const CancelFlag never;
  DBX_CHECK_OK(seed(rows, {}, never));
  return {};
}

Status drop(const SandboxInfo& info) {
  DBX_TRY(const dialect::Dialect* dialect, dialect::find(info.engine));
  DBX_CHECK_OK(dialect->drop_database(info.url));
  std::error_code ignored;
  fs::remove(path_of(info.name), ignored);
  return {};
}

}  // namespace

Result<SandboxInfo> create_sandbox(const SandboxRequest& request) {
  DBX_CHECK_OK(check(request));
  DBX_CHECK_OK(list_sandboxes());
  DBX_TRY(const dialect::Dialect* dialect, dialect::find(request.engine));
  SandboxInfo info;
  info.name = request.name.empty() ? fresh_name() : request.name;
  info.engine = request.engine;
  info.target = request.target;
  info.created_at = utc_now();
  info.expires_at = utc_after_seconds(request.hours * 3600);
  std::error_code error;
  if (fs::exists(path_of(info.name), error)) {
    return fail(Code::kSandboxExists, fmt::format("there is a sandbox '{}' already", info.name),
                fmt::format("drop it with `dbx sandbox drop {}`, or take another name", info.name));
  }
  if (!dialect->is_embedded() && request.server.empty()) {
    return fail(Code::kUsage, fmt::format("a sandbox in {} needs a server", request.engine),
                "say --server postgres://user@host/postgres");
  }
  fs::create_directories(folder(), error);
  // A server's URL may hold a password.
  fs::permissions(folder(), fs::perms::owner_all, error);
  const std::string place = dialect->is_embedded() ? folder() : request.server;
  DBX_TRY(info.url, dialect->create_database(place, "dbx_sandbox_" + info.name));
  Status made = write_file(path_of(info.name), dump(to_json(info), 2) + "\n");
  if (made) made = build(request, info);
  if (made) return info;
  static_cast<void>(drop(info));
  return fail(std::move(made).error());
}

Result<std::vector<SandboxInfo>> list_sandboxes() {
  std::vector<SandboxInfo> all;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder(), error)) {
    if (entry.path().extension() != ".json") continue;
    const auto info = read_info(entry.path().stem().string());
    if (!info) continue;
    const bool is_over = info->expires_at <= utc_now();
    // A server that is away keeps its database for the next time.
    if (is_over && drop(*info)) continue;
    all.push_back(*info);
  }
  std::sort(all.begin(), all.end(),
            [](const SandboxInfo& a, const SandboxInfo& b) { return a.name < b.name; });
  return all;
}

Status drop_sandbox(const std::string& name) {
  DBX_TRY(const SandboxInfo info, read_info(name));
  return drop(info);
}

}  // namespace dbx::app
