// Diagnostics and tables for people and as JSON.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/diagnostic.h"
#include "dbx/base/json.h"

namespace dbx::cli {

// error[code]: message, the place, the line with carets, the help. Reads the file for the line.
std::string render(const Diagnostic& diagnostic, bool color);

// The lines of the file that was asked for last: thousands of findings read it once.
class SourceLines {
 public:
  // Without its end; empty where there is no such line.
  std::string line(const std::string& file, int number);

 private:
  std::string file_;
  std::string text_;
  std::vector<std::size_t> starts_;
};
std::string render(const Diagnostic& diagnostic, bool color, SourceLines& sources);

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
// Cut to `width` columns with "...", never within a character.
std::string shorten(const std::string& text, std::size_t width);

}  // namespace dbx::cli
