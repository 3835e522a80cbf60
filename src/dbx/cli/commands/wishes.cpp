// --profile, --rows, --scale, --seed, --locale, --until.
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
  app.add_option("--locale", options.locales,
                 "where people and places are from: de, or de=0.7 --locale fr=0.3");
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
  for (const std::string& setting : options.locales) {
    const std::size_t equals = setting.find('=');
    const auto weight = equals == std::string::npos
                            ? std::optional<double>(1)
                            : text::to_double(std::string_view(setting).substr(equals + 1));
    if (!weight) {
      return fail(Code::kUsage, fmt::format("--locale {} is not NAME or NAME=WEIGHT", setting),
                  "write for example --locale de=0.7 --locale fr=0.3");
    }
    wishes.locale.push_back({setting.substr(0, equals), *weight});
  }
  return wishes;
}

}  // namespace dbx::cli
