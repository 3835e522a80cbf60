// --profile, --rows, --scale, --seed, --until.
#include "dbx/cli/commands/wishes.h"

#include <fmt/format.h>

#include "dbx/base/text.h"

namespace dbx::cli {

void add_wish_options(CLI::App& app, WishOptions& options) {
  app.add_option("--profile", options.wishes.profile,
                 "a profile's file, or tiny, demo, load or stress");
  app.add_option("--rows", options.rows, "TABLE=COUNT, several times");
  app.add_option("--scale", options.wishes.scale, "multiplies the default row counts");
  app.add_option("--seed", options.wishes.seed, "the number that determines every cell");
  app.add_option("--until", options.wishes.until,
                 "a day: rows up to it are added, no earlier row changes");
}

Result<app::SeedWishes> read_wishes(const WishOptions& options) {
  app::SeedWishes wishes = options.wishes;
  for (const std::string& setting : options.rows) {
    const std::size_t equals = setting.find('=');
    const auto count = equals == std::string::npos
                           ? std::nullopt
                           : text::to_int64(std::string_view(setting).substr(equals + 1));
    if (!count) {
      return fail(Code::kBadRowCount, fmt::format("--rows {} is not TABLE=COUNT", setting),
                  "write for example --rows fact_sales=100000");
    }
    wishes.rows[setting.substr(0, equals)] = *count;
  }
  return wishes;
}

}  // namespace dbx::cli
