// Text and JSON forms of what the commands found.
#include "dbx/cli/render.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/file.h"
#include "dbx/base/secret.h"
#include "dbx/base/text.h"
#include "dbx/cli/terminal.h"

namespace dbx::cli {
namespace {

constexpr std::size_t kCellWidthMax = 48;
constexpr std::size_t kExcerptWidthMax = 160;

Paint color_of(Severity severity) {
  if (severity == Severity::kError) return Paint::kRed;
  return severity == Severity::kWarning ? Paint::kYellow : Paint::kBlue;
}

// The line and the carets below it.
std::string excerpt(const Diagnostic& diagnostic, bool color, SourceLines& sources) {
  const Location& where = diagnostic.where;
  const std::string number = std::to_string(where.line);
  const std::string gutter(number.size(), ' ');
  const std::string line =
      where.file == "standard input" ? "" : sources.line(where.file, where.line);
  const auto begin = static_cast<std::size_t>(std::max(1, where.column) - 1);
  if (line.empty() || begin > line.size() || line.size() > kExcerptWidthMax ||
      text::find_invalid_utf8(line)) {
    return {};
  }
  const bool one_line = where.end_line == where.line && where.end_column > where.column;
  const std::size_t end =
      one_line ? std::min(static_cast<std::size_t>(where.end_column - 1), line.size())
               : line.size();
  const std::size_t indent = text::display_width(std::string_view(line).substr(0, begin));
  const std::size_t width = std::max<std::size_t>(
      1, text::display_width(std::string_view(line).substr(begin, end - begin)));
  const std::string bar = paint(color, Paint::kBlue, gutter + " |");
  const std::string carets =
      std::string(width, '^') + (diagnostic.label.empty() ? "" : " " + diagnostic.label);
  return fmt::format("{}\n{} {}\n{} {}{}\n", bar, paint(color, Paint::kBlue, number + " |"),
                     text::replace_all(printable(line), "\t", " "), bar, std::string(indent, ' '),
                     paint(color, color_of(diagnostic.severity), carets));
}

std::string place_of(const Location& where) {
  if (where.line == 0) return where.file;
  return fmt::format("{}:{}:{}", where.file, where.line, std::max(1, where.column));
}

}  // namespace

std::string SourceLines::line(const std::string& file, int number) {
  if (file != file_) {
    file_ = file;
    starts_.assign(1, 0);
    text_ = read_file(file).value_or("");
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '\n') starts_.push_back(i + 1);
    }
  }
  const auto index = static_cast<std::size_t>(number - 1);
  if (index >= starts_.size()) return {};
  std::string found =
      text_.substr(starts_[index], text_.find('\n', starts_[index]) - starts_[index]);
  while (!found.empty() && found.back() == '\r') found.pop_back();
  return found;
}

std::string render(const Diagnostic& diagnostic, bool color) {
  SourceLines sources;
  return render(diagnostic, color, sources);
}

std::string render(const Diagnostic& diagnostic, bool color, SourceLines& sources) {
  const std::string title = fmt::format("{}[{}]", name(diagnostic.severity), name(diagnostic.code));
  std::string text = fmt::format("{}: {}\n", paint(color, color_of(diagnostic.severity), title),
                                 printable(redact(diagnostic.message)));
  std::string gutter(diagnostic.where.line > 0 ? std::to_string(diagnostic.where.line).size() : 1,
                     ' ');
  if (!diagnostic.where.file.empty()) {
    text += fmt::format("{}{} {}\n", gutter, paint(color, Paint::kBlue, "-->"),
                        printable(place_of(diagnostic.where)));
    if (diagnostic.where.line > 0) text += excerpt(diagnostic, color, sources);
  }
  std::string help = printable(redact(diagnostic.hint));
  if (diagnostic.severity == Severity::kError) {
    const std::string more = fmt::format("`dbx explain {}` says more", name(diagnostic.code));
    help += (help.empty() ? "" : "   ") + more;
  }
  if (!help.empty()) text += fmt::format("{} = help: {}\n", gutter, help);
  return text;
}

Json to_json(const Diagnostic& diagnostic) {
  const Location& where = diagnostic.where;
  Json json = {{"code", name(diagnostic.code)},
               {"severity", name(diagnostic.severity)},
               {"message", redact(diagnostic.message)}};
  if (!where.file.empty()) json["file"] = where.file;
  if (where.line > 0) {
    json["line"] = where.line;
    json["column"] = where.column;
    json["end_line"] = where.end_line;
    json["end_column"] = where.end_column;
  }
  if (!where.pointer.empty()) json["pointer"] = where.pointer;
  if (!diagnostic.hint.empty()) json["hint"] = redact(diagnostic.hint);
  if (diagnostic.fix) {
    json["fix"] = {{"title", diagnostic.fix->title},
                   {"begin", diagnostic.fix->begin},
                   {"end", diagnostic.fix->end},
                   {"replacement", diagnostic.fix->replacement}};
  }
  json["doc"] = fmt::format("docs/codes/{}.md", name(diagnostic.code));
  return json;
}

std::string shorten(const std::string& text, std::size_t width) {
  if (text::display_width(text) <= width) return text;
  std::size_t cut = width - 3;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return text.substr(0, cut) + "...";
}

std::string render(const Grid& grid) {
  const auto shown = [](const std::string& cell) {
    return shorten(text::replace_all(printable(cell), "\n", " "), kCellWidthMax);
  };
  std::vector<std::size_t> widths;
  for (const std::string& title : grid.header) widths.push_back(text::display_width(shown(title)));
  for (const auto& row : grid.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], text::display_width(shown(row[i])));
    }
  }
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool right = i < grid.right.size() && grid.right[i];
      text += i == 0 ? "" : "  ";
      text += right ? text::pad_left(shown(cells[i]), widths[i])
                    : text::pad_right(shown(cells[i]), widths[i]);
    }
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text + "\n";
  };
  std::string result = line(grid.header);
  std::vector<std::string> rule;
  for (const std::size_t width : widths) rule.emplace_back(width, '-');
  result += line(rule);
  for (const auto& row : grid.rows) result += line(row);
  return result;
}

}  // namespace dbx::cli
