// dbx demo: the whole story, as the command lines that one would type.
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "dbx/app/spec_file.h"
#include "dbx/base/clock.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string prompt =
      "loan risk: loan payments and monthly loan balances by company, loan and date";
  std::string folder;
};

// The folder to work in: the one asked for, else the first of dbx_demo, dbx_demo_2, ... that is
// free.
Result<std::string> make_folder(const Options& options) {
  std::error_code error;
  std::string folder = options.folder;
  if (folder.empty()) {
    folder = "dbx_demo";
    for (int number = 2; fs::exists(folder, error); ++number) {
      folder = fmt::format("dbx_demo_{}", number);
    }
  } else if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    return fail(Code::kFileExists, fmt::format("'{}' is there already and not empty", folder),
                "name a new folder, or leave --dir out");
  }
  fs::create_directories(folder, error);
  if (error) {
    return fail(Code::kFileNotWritable,
                fmt::format("cannot make the folder '{}': {}", folder, error.message()),
                "run the demo where you may write, or name a folder with --dir");
  }
  return folder;
}

class Story {
 public:
  explicit Story(Environment& environment) : environment_(environment) {}

  // Prints the step's title, then runs its command lines until one fails.
  bool step(const std::string& title, const std::vector<std::vector<std::string>>& lines) {
    environment_.say(fmt::format("\n{}. {}", ++number_, title));
    for (const auto& line : lines) {
      LineResult result = environment_.run_line(line);
      status_ = result.exit_status;
      if (environment_.json) steps_.push_back(std::move(result.object));
      if (status_ != 0) return false;
    }
    return true;
  }

  int status() const { return status_; }
  Json steps() const { return steps_; }

 private:
  Environment& environment_;
  int number_ = 0;
  int status_ = 0;
  Json steps_ = Json::array();
};

// The steps after the design, whose names follow from the spec that it wrote.
bool tell_the_rest(Story& story, const spec::Spec& spec) {
  const std::string migration = fmt::format("migrations/0001_create_{}.sql", spec.warehouse);
  const std::string table = spec.facts.empty() ? spec.dimensions.at(0).name : spec.facts[0].name;
  return story.step("Check it, and draw it",
                    {{"validate", "warehouse.yml"},
                     {"diagram", "warehouse.yml", "--out", "diagram.mmd"}}) &&
         story.step("Plan the database",
                    {{"plan", "--target", "warehouse.yml", "--out", migration}}) &&
         story.step("Apply the plan, exactly once",
                    {{"apply", migration}, {"apply", migration}, {"status", "--verify"}}) &&
         story.step("Fill it with believable rows", {{"seed"}}) &&
         story.step("Look at what is in it", {{"report", table, "--percentiles", "90,95,99"}}) &&
         story.step("Ask it", {{"suggest-queries", "--limit", "4"}, {"runs"}});
}

Outcome run(const Options& options, Environment& environment) {
  const Stopwatch watch;
  // The commands that the reader repeats name no database, so that the default must be in force.
  ::unsetenv("DBX_DATABASE");
  auto folder = make_folder(options);
  if (!folder) return failed(std::move(folder).error());
  const fs::path before = fs::current_path();
  fs::current_path(*folder);
  environment.say(fmt::format("dbx demo in {} (everything below can be typed there)",
                              fs::current_path().string()));
  Story story(environment);
  bool whole = story.step("Design a star schema from a sentence",
                          {{"design", options.prompt, "--out", "warehouse.yml"}});
  if (whole) {
    Diagnostics notes;
    auto spec = app::load_spec("warehouse.yml", notes);
    if (!spec) {
      fs::current_path(before);
      return failed(std::move(spec).error());
    }
    whole = tell_the_rest(story, *spec);
  }
  fs::current_path(before);
  Outcome outcome;
  outcome.exit_status = story.status();
  outcome.data = {{"folder", *folder}, {"seconds", watch.seconds()}, {"steps", story.steps()}};
  if (whole) {
    outcome.text = fmt::format("\nThe whole story took {}. Its files are in {}.\n",
                               text::duration(watch.seconds()), *folder);
  } else {
    std::error_code ignored;
    if (fs::is_empty(*folder, ignored)) fs::remove(*folder, ignored);
  }
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("--prompt", options->prompt, "another sentence");
  app.add_option("--dir", options->folder, "the folder to work in (default: a new dbx_demo)");
  return [options](Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command demo_command() {
  return {"demo", "the whole story: sentence, schema, database, rows, answers",
          "  dbx demo\n  dbx demo --prompt \"retail sales by store, product and day\" --dir shop",
          declare};
}

}  // namespace dbx::cli
