// What a plan would do to those who use the database, before anything is run: a report, and the
// file M.sql.impact.json.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "dbx/app/plan.h"
#include "dbx/base/json.h"
#include "dbx/base/result.h"
#include "dbx/plan/impact.h"

namespace dbx::app {

struct ImpactStep {
  plan::Impact impact;
  std::vector<std::size_t> statements;  // numbers of the steps in M.sql that do it, from 1
};

struct ImpactReport {
  std::string engine;
  std::string from;  // schema fingerprints
  std::string to;
  std::string plan;  // the hash in the migration's header
  bool online = false;
  std::vector<ImpactStep> steps;
  std::array<std::size_t, 3> by_risk = {};  // low, medium, high
  Diagnostics notes;

  // nothing, low, medium or high: the highest risk of any step.
  std::string_view verdict() const;
};

// Everything that `request` would change, what loses data included. Errors: as plan().
Result<ImpactReport> impact(PlanRequest request);
// Of what was planned. Counts rows where the plan starts at a live database.
Result<ImpactReport> assess(const Planned& planned, const PlanRequest& request);

// The database that a plan starts from; empty where it starts from a file.
std::string live_url(const PlanRequest& request);

// {schema: "dbx.impact/1", engine, from, to, plan, online, verdict, risks, steps}: the same bytes
// for the same plan and row counts.
Json to_json(const ImpactReport& report);

}  // namespace dbx::app
