// Line starts, found once and searched by halves.
#include "dbx/convert/lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::convert {

Lines::Lines(std::string_view text, std::string_view file_name) : text_(text), file_(file_name) {
  starts_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') starts_.push_back(i + 1);
  }
}

Location Lines::at(std::size_t begin, std::size_t end) const {
  begin = std::min(begin, text_.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), begin);
  const std::size_t start = *(after - 1);
  std::size_t line_end = after == starts_.end() ? text_.size() : *after - 1;
  if (line_end > begin && text_[line_end - 1] == '\r') --line_end;
  end = std::clamp(end, begin, std::max(begin, line_end));
  Location where;
  where.file = file_;
  where.line = static_cast<int>(after - starts_.begin());
  where.column = static_cast<int>(begin - start) + 1;
  where.end_line = where.line;
  where.end_column = static_cast<int>(end - start) + 1;
  where.begin_offset = begin;
  where.end_offset = end;
  return where;
}

Status check_text(std::string_view text, const Lines& lines, Code code) {
  const auto fails = [&](std::size_t offset, std::string message, std::string hint) -> Status {
    Diagnostic problem;
    problem.code = code;
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    problem.where = lines.at(offset, offset + 1);
    return fail(std::move(problem));
  };
  if (const auto offset = text::find_invalid_utf8(text)) {
    return fails(*offset,
                 fmt::format("byte 0x{:02X} at offset {} is not UTF-8",
                             static_cast<unsigned char>(text[*offset]), *offset),
                 "save the file as UTF-8");
  }
  if (const std::size_t offset = text.find('\0'); offset != std::string_view::npos) {
    return fails(offset, fmt::format("a zero byte at offset {}", offset), "this is no text file");
  }
  return {};
}

}  // namespace dbx::convert
