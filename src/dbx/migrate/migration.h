// A migration as a file: SQL that a person can read and any client could run, with a header that
// says where it starts, where it ends and what it is a plan of, and the spec that it makes true at
// the end.
//
//   -- dbx migration 0001_create_contoso_finance
//   -- engine: duckdb
//   -- from: <fingerprint>      schema before
//   -- to: <fingerprint>        schema after
//   -- plan: <sha-256>          of all of the above, the statements and the spec
//   -- step 1: add-table dim_company low
//   CREATE TABLE ...;
//   -- spec begin
//   --| version: 1
//   -- spec end
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/plan/plan.h"

namespace dbx::migrate {

struct Step {
  std::string kind;
  std::string object;
  plan::Risk risk = plan::Risk::kLow;
  std::string sql;  // without the final semicolon
  // False: by itself, outside the migration's transaction. "-- step 3: add-index t.i low online"
  bool transactional = true;
};

struct Migration {
  std::string id;      // the file's name without .sql
  std::string engine;  // duckdb
  std::string from;    // schema fingerprints
  std::string to;
  std::vector<Step> steps;
  std::string spec;  // YAML of the warehouse after this migration; may be empty (a down migration)

  bool operator==(const Migration&) const = default;
};
bool operator==(const Step& a, const Step& b);

std::string print(const Migration& migration);

// The hash in the header: engine, fingerprints, statements (comments and spacing aside) and spec.
std::string plan_hash(const Migration& migration);
// SHA-256 of the statements alone, comments and spacing aside: what the ledger compares.
std::string checksum(const Migration& migration);

// Errors, located in the file: bad-migration-file (not dbx's, or damaged), checksum-mismatch
// (edited).
Result<Migration> read(std::string_view text, std::string_view file_name);

}  // namespace dbx::migrate
