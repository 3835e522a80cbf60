// dbx explain: what a diagnostic code means and what to do about it.
#include <memory>

#include "dbx/app/explain.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

Outcome run(const std::string& code) {
  auto page = app::explain(code);
  if (!page) return failed(std::move(page).error());
  Outcome outcome;
  outcome.text = *page;
  outcome.data = {{"code", code}, {"markdown", *page}};
  return outcome;
}

Action declare(CLI::App& app) {
  auto code = std::make_shared<std::string>();
  app.add_option("code", *code, "the code in brackets: error[unknown-type]")->required();
  return [code](Environment&) { return run(*code); };
}

}  // namespace

Command explain_command() {
  return {"explain", "what a diagnostic code means",
          "  dbx explain unknown-type\n  dbx explain fact-without-grain --json", declare};
}

}  // namespace dbx::cli
