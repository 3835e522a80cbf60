// Diagnostics and tables for people and as JSON.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/diagnostic.h"
#include "dbx/base/json.h"

namespace dbx::cli {

// error[code]: message, the place, the line with carets, the help. Reads the file for the line.
std::string render(const Diagnostic& diagnostic, bool color);
// {code, severity, message, file, line, column, end_line, end_column, pointer, hint, fix, doc}
Json to_json(const Diagnostic& diagnostic);

// A table in columns; `right` says which are numbers. Cells longer than 48 columns are cut with
// "...".
struct Grid {
  std::vector<std::string> header;
  std::vector<bool> right;
  std::vector<std::vector<std::string>> rows;
};
std::string render(const Grid& grid);

}  // namespace dbx::cli
