// What a rehearsal found.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace dbx::app {

struct RehearsedStep {
  std::size_t number = 0;  // of the statement in M.sql, from 1
  std::string kind;
  std::string object;
  std::string lock;             // PostgreSQL's lock mode on what is there; empty: nobody waits
  std::int64_t rows = 0;        // that decide its time, in the live database
  std::vector<double> seconds;  // measured, one a size
  double expected = 0;  // seconds at the live size: a straight line through what was measured
  double low = 0;       // an interval that holds it in 8 of 10 cases, where noise is normal
  double high = 0;
};

struct Rehearsal {
  std::vector<std::int64_t> sizes;  // rows of the largest table at each trial
  std::int64_t live = 0;            // of it in the live database
  std::vector<RehearsedStep> steps;
  double expected = 0;
  double low = 0;
  double high = 0;
};

}  // namespace dbx::app
