// Editing a spec file: names, columns and tables, in the author's own text.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/result.h"

namespace dbx::app {

struct EditRequest {
  std::string spec;                    // a file; "-": standard input
  std::vector<std::string> removals;   // table, table.column
  std::vector<std::string> renamings;  // table=new, table.column=new
  std::vector<std::string> additions;  // "table.column TYPE [NOT NULL] [DEFAULT expression]"
  std::string out;                     // empty: the file itself
};

struct EditResult {
  std::vector<std::string> done;  // "renamed dim_company.region to area", in order
  std::string text;
  std::string written;  // the file; empty where the text is for the caller to print
  Diagnostics notes;
};

// Removals first, then renamings, then additions, each on what the one before left. The spec must
// be without errors before and after; else nothing is written. Errors: those of spec::edit and of
// validate; usage for what cannot be understood.
Result<EditResult> edit(const EditRequest& request);

}  // namespace dbx::app
