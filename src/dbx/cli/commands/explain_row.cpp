// dbx explain-row: one row of a seed, cell by cell.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/explain_row.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/commands/wishes.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

struct Options {
  app::RowRequest request;
  WishOptions wishes;
};

std::string text_of(const app::ExplainedRow& row) {
  std::string out =
      fmt::format("{}, row {} of {}, seed {}\n", row.table, text::group_digits(row.row),
                  text::group_digits(row.rows), row.seed);
  Grid grid;
  grid.header = {"column", "value", "generator", "why"};
  for (const app::ExplainedCell& cell : row.cells) {
    const std::string why =
        cell.defect.empty() ? cell.why
                            : fmt::format("{} on purpose: should be {}", cell.defect, cell.clean);
    grid.rows.push_back({cell.column, cell.value, cell.generator, why});
  }
  out += render(grid);
  if (!row.repeats.empty()) out += fmt::format("a duplicate of row {} on purpose\n", row.repeats);
  return out;
}

Outcome run(Options options) {
  auto wishes = read_wishes(options.wishes);
  if (!wishes) return failed(std::move(wishes).error());
  options.request.wishes = std::move(*wishes);
  auto row = app::explain_row(options.request);
  if (!row) return failed(std::move(row).error());
  Outcome outcome;
  outcome.text = text_of(*row);
  Json cells = Json::array();
  for (const app::ExplainedCell& cell : row->cells) {
    Json said = {{"column", cell.column},
                 {"value", cell.value},
                 {"generator", cell.generator},
                 {"why", cell.why}};
    if (!cell.defect.empty()) said.update({{"defect", cell.defect}, {"clean", cell.clean}});
    cells.push_back(std::move(said));
  }
  outcome.data = {{"table", row->table}, {"row", row->row}, {"seed", row->seed}, {"cells", cells}};
  if (!row->repeats.empty()) outcome.data["repeats"] = row->repeats;
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("table", options->request.table, "the table")->required();
  app.add_option("row", options->request.row, "the row's number, from 1")->required();
  app.add_option("--target", options->request.target, "the spec (default: the one in the ledger)");
  add_database_option(app, options->request.database);
  add_wish_options(app, options->wishes);
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command explain_row_command() {
  return {"explain-row", "one row of a seed, made alone: what fills each cell and why",
          "  dbx explain-row fact_loan_payments 12345\n"
          "  dbx explain-row dim_company 7 --target warehouse.yml --profile dirty.yml",
          declare};
}

}  // namespace dbx::cli
