// Databases to play with: made from a spec, filled if wished, gone when their time is up. What
// there is stands in a folder of this user: DBX_SANDBOXES, else XDG_STATE_HOME/dbx/sandboxes, else
// ~/.local/state/dbx/sandboxes; one NAME.json each, and the files of embedded engines.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/result.h"

namespace dbx::app {

struct SandboxRequest {
  std::string name;    // letters, digits, _; empty: one is found
  std::string target;  // a spec; empty: an empty database
  std::string engine = "duckdb";
  std::string server;  // of an engine that is not embedded: a URL of the server
  double hours = 24;
  bool seed = false;  // rows, as `dbx seed` would
  double scale = 1;
};

struct SandboxInfo {
  std::string name;
  std::string engine;
  std::string url;
  std::string target;
  std::string created_at;  // UTC, ISO 8601
  std::string expires_at;
};

// Errors: those of the spec and of the server, sandbox-exists, usage (name, hours). Nothing is left
// after one.
Result<SandboxInfo> create_sandbox(const SandboxRequest& request);
// What there is, by name; those whose time is up are dropped first, as far as they can be reached.
Result<std::vector<SandboxInfo>> list_sandboxes();
// Errors: unknown-sandbox; those of the server.
Status drop_sandbox(const std::string& name);

}  // namespace dbx::app
