// What was asked for, as edits; each is made on the text that the one before left.
#include "dbx/app/edit.h"

#include <fmt/format.h>

#include "dbx/app/spec_file.h"
#include "dbx/base/file.h"
#include "dbx/base/text.h"
#include "dbx/spec/edit.h"

namespace dbx::app {
namespace {

struct Target {
  std::string table;
  std::string column;  // empty: the table
};

// Names may hold dots: the longest table that there is wins.
Target target_of(const spec::Spec& spec, std::string_view written) {
  const std::string_view name = text::trim(written);
  if (spec::find_table(spec, name) != nullptr) return {std::string(name), ""};
  std::size_t dot = name.rfind('.');
  while (dot != std::string_view::npos && dot > 0) {
    if (spec::find_table(spec, name.substr(0, dot)) != nullptr) break;
    dot = name.rfind('.', dot - 1);
  }
  if (dot == std::string_view::npos || dot == 0) dot = name.find('.');
  if (dot == std::string_view::npos) return {std::string(name), ""};
  return {std::string(name.substr(0, dot)), std::string(name.substr(dot + 1))};
}

Result<spec::Edit> removal(const spec::Spec& spec, std::string_view written) {
  Target target = target_of(spec, written);
  if (target.column.empty()) return spec::RemoveTable{std::move(target.table)};
  return spec::RemoveColumn{std::move(target.table), std::move(target.column)};
}

Result<spec::Edit> renaming(const spec::Spec& spec, std::string_view written) {
  const std::size_t equals = written.find('=');
  const std::string to(
      text::trim(equals == std::string_view::npos ? "" : written.substr(equals + 1)));
  if (to.empty()) {
    return fail(Code::kUsage, fmt::format("'{}' does not say what to call it", written),
                "write --rename old=new, for example --rename dim_company.region=area");
  }
  Target target = target_of(spec, written.substr(0, equals));
  if (target.column.empty()) return spec::RenameTable{std::move(target.table), to};
  return spec::RenameColumn{std::move(target.table), std::move(target.column), to};
}

// Cuts `word` and what follows off `rest`; what follows, where the word is there.
std::optional<std::string> cut_at(std::string& rest, std::string_view word) {
  const std::size_t at = text::to_upper(rest).find(word);
  if (at == std::string::npos) return std::nullopt;
  std::string after(text::trim(std::string_view(rest).substr(at + word.size())));
  rest = std::string(text::trim(std::string_view(rest).substr(0, at)));
  return after;
}

Result<spec::Edit> addition(const spec::Spec& spec, std::string_view written) {
  const std::string_view trimmed = text::trim(written);
  const std::size_t space = std::min(trimmed.find(' '), trimmed.size());
  Target target = target_of(spec, trimmed.substr(0, space));
  std::string rest(text::trim(trimmed.substr(space)));
  if (target.column.empty() || rest.empty()) {
    return fail(Code::kUsage, fmt::format("'{}' is no column with its type", written),
                "write for example --add \"dim_company.zip VARCHAR(10)\"");
  }
  spec::AddColumn edit;
  edit.table = std::move(target.table);
  edit.column.name = std::move(target.column);
  if (auto value = cut_at(rest, " DEFAULT ")) {
    if (cut_at(*value, " NOT NULL")) edit.column.nullable = false;
    edit.column.default_value = *value;
  }
  if (cut_at(rest, " NOT NULL")) edit.column.nullable = false;
  const spec::TypeReading reading = spec::read_type(rest);
  if (!reading.problem.empty()) {
    return fail(Code::kUnknownType, fmt::format("unknown type '{}'", rest),
                reading.suggestion.empty() ? reading.problem
                                           : fmt::format("did you mean '{}'?", reading.suggestion));
  }
  edit.column.type = reading.type;
  return edit;
}

struct Describe {
  std::string operator()(const spec::RenameTable& e) const {
    return fmt::format("renamed {} to {}", e.table, e.to);
  }
  std::string operator()(const spec::RenameColumn& e) const {
    return fmt::format("renamed {}.{} to {}", e.table, e.column, e.to);
  }
  std::string operator()(const spec::AddColumn& e) const {
    return fmt::format("added {}.{} {}", e.table, e.column.name, spec::print(e.column.type));
  }
  std::string operator()(const spec::AddMeasure& e) const {
    return fmt::format("added {}.{} {}", e.table, e.measure.name, spec::print(e.measure.type));
  }
  std::string operator()(const spec::AddForeignKey& e) const {
    return fmt::format("added {}.{}", e.table, e.key.columns.at(0));
  }
  std::string operator()(const spec::AddTable& e) const {
    return fmt::format("added {}", e.table.name);
  }
  std::string operator()(const spec::SetHistory& e) const {
    return fmt::format("set the history of {}", e.table);
  }
  std::string operator()(const spec::RemoveForeignKey& e) const {
    return fmt::format("removed {}.{}", e.table, e.column);
  }
  std::string operator()(const spec::RemoveTable& e) const {
    return fmt::format("removed {}", e.table);
  }
  std::string operator()(const spec::RemoveColumn& e) const {
    return fmt::format("removed {}.{}", e.table, e.column);
  }
};

// A spec that has errors was not made worse unseen: the first thing said is what is wrong.
Diagnostics errors_of(const Validated& validated) {
  Diagnostics errors;
  for (const Diagnostic& problem : validated.problems) {
    if (problem.severity == Severity::kError) errors.push_back(problem);
  }
  return errors;
}

}  // namespace

Result<EditResult> edit(const EditRequest& request) {
  DBX_TRY(Validated before, validate(request.spec, false));
  if (has_errors(before.problems)) return fail(errors_of(before));
  const std::string name = request.spec == "-" ? "standard input" : request.spec;
  EditResult result;
  result.text = std::move(before.text);
  spec::Spec spec = std::move(before.spec);
  using Reading = Result<spec::Edit> (*)(const spec::Spec&, std::string_view);
  const auto make = [&](const std::vector<std::string>& wishes, Reading read) -> Status {
    for (const std::string& wish : wishes) {
      DBX_TRY(const spec::Edit edit, read(spec, wish));
      DBX_TRY(spec::Edited edited, spec::edit(std::move(result.text), name, edit));
      result.text = std::move(edited.text);
      spec = std::move(edited.spec);
      for (Diagnostic& note : edited.notes) result.notes.push_back(std::move(note));
      result.done.push_back(std::visit(Describe{}, edit));
    }
    return {};
  };
  DBX_CHECK_OK(make(request.removals, removal));
  DBX_CHECK_OK(make(request.renamings, renaming));
  DBX_CHECK_OK(make(request.additions, addition));
  if (result.done.empty()) {
    return fail(Code::kUsage, "nothing to do", "say --rename, --add or --remove");
  }
  DBX_TRY(const Validated after, validate_text(result.text, "the edited spec", false));
  if (has_errors(after.problems)) return fail(errors_of(after));
  result.written = request.out.empty() && request.spec != "-" ? request.spec : request.out;
  const std::string& shown = result.written.empty() ? name : result.written;
  DBX_TRY(const yaml::Document document, yaml::parse(result.text, shown));
  for (Diagnostic& note : result.notes) note.where = document.locate(note.where.pointer);
  if (!result.written.empty()) DBX_CHECK_OK(write_file(result.written, result.text));
  return result;
}

}  // namespace dbx::app
