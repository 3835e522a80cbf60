// Designs, holds the result against the checks, writes it.
#include "dbx/app/design.h"

#include <fmt/format.h>

#include <utility>

#include "dbx/app/spec_file.h"
#include "dbx/base/file.h"
#include "dbx/base/text.h"
#include "dbx/check/check.h"

namespace dbx::app {
namespace {

// The answers as words behind the prompt; what is assumed needs none.
std::string answers(const design::Design& design, const Answerer& answer) {
  std::string words;
  for (const design::Question& question : design.questions) {
    const std::string given = answer(question);
    const bool is_assumed = !question.choices.empty() && given == question.choices[0];
    if (given.empty() || is_assumed) continue;
    const bool takes_words = question.wish.find("{}") != std::string::npos;
    if (!takes_words && given != "yes") continue;
    words += ". " + text::replace_all(question.wish, "{}", given);
  }
  return words;
}

}  // namespace

Result<Designed> design(const std::string& prompt, const std::string& out, const Answerer& answer) {
  Designed designed;
  DBX_TRY(designed.design, design::design({prompt, {}}));
  if (answer) {
    const std::string words = answers(designed.design, answer);
    if (!words.empty()) {
      DBX_TRY(designed.design, design::design({prompt + words, {}}));
    }
  }
  designed.notes = check::check(designed.design.spec);
  if (has_errors(designed.notes)) return fail(std::move(designed.notes));
  if (!out.empty()) {
    DBX_CHECK_OK(write_file(out, designed.design.yaml));
    designed.written = out;
  }
  return designed;
}

Result<Amended> amend(const std::string& base, const std::string& prompt, const std::string& out) {
  DBX_TRY(Validated before, validate(base, false));
  if (has_errors(before.problems)) {
    std::erase_if(before.problems,
                  [](const Diagnostic& problem) { return problem.severity != Severity::kError; });
    return fail(std::move(before.problems));
  }
  Amended amended;
  const std::string name = base == "-" ? "standard input" : base;
  DBX_TRY(amended.amendment, design::amend(std::move(before.text), name, prompt));
  amended.notes = check::check(amended.amendment.spec);
  if (has_errors(amended.notes)) return fail(std::move(amended.notes));
  for (Diagnostic& note : amended.amendment.notes) amended.notes.push_back(std::move(note));
  if (!out.empty()) {
    DBX_CHECK_OK(write_file(out, amended.amendment.text));
    amended.written = out;
  }
  return amended;
}

}  // namespace dbx::app
