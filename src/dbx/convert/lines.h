// From byte offsets to places that people find: file, line, column.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"

namespace dbx::convert {

// Holds a view of the text, which must outlive it. Thread-safe.
class Lines {
 public:
  Lines(std::string_view text, std::string_view file_name);

  // Bytes [begin, end) of the text; a place that goes over the line's end stops there.
  Location at(std::size_t begin, std::size_t end) const;

 private:
  std::string_view text_;
  std::string file_;
  std::vector<std::size_t> starts_;
};

// Where a text cannot be read as one at all: bytes that are not UTF-8, a zero byte.
Status check_text(std::string_view text, const Lines& lines, Code code);

}  // namespace dbx::convert
