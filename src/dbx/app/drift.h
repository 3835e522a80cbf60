// What was done to a database beside dbx: the live schema against what the last migration left, or
// against a spec.
#pragma once

#include <string>
#include <vector>

#include "dbx/app/plan.h"
#include "dbx/base/result.h"

namespace dbx::app {

struct DriftRequest {
  std::string database;
  std::string target;  // a spec, a URL or a file of SQL; empty: the ledger
};

struct DriftReport {
  std::string database;  // redacted URL
  std::string against;   // "0003_rating, applied on 2026-11-26T..." or the target's name
  std::string wanted;    // fingerprints
  std::string found;
  // What was done by hand, as changes from what was left to what is there.
  std::vector<PlannedChange> changes;
  std::vector<std::string> tables;  // those that changed, for the diagram
  Diagnostics notes;                // what is there and not modelled
};

// Errors: nothing to compare with (usage), unsupported-change for a difference without a name.
Result<DriftReport> drift(const DriftRequest& request);

// The tables that changed, as a Mermaid flowchart: what came, went and is another.
std::string to_mermaid(const DriftReport& report);

}  // namespace dbx::app
