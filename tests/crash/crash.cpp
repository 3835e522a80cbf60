// dbx_crash: the crash matrix. Every scenario is played once to the end, which shows the fault
// points it passes and where it ends. Then it is killed at each of them, run again, and must end at
// the same place; then killed a second time while it recovers; then killed from outside at random
// moments. A listed point that no scenario passes is a failure of the matrix itself.
//   dbx_crash [--engine E]... [--cells N] [--seed N] [--scenario S] [--threads N]
//     --cells  at most so many an engine, spread over the matrix (0: all)
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "crash/stage.h"
#include "dbx/base/clock.h"
#include "dbx/base/fault.h"
#include "dbx/base/text.h"
#include "support/cases.h"
#include "support/postgres.h"

namespace dbx::crash {
namespace {

constexpr int kRandomKills = 24;  // a scenario

struct Options {
  std::set<std::string> engines = {"duckdb", "postgres", "sqlite"};
  std::string scenario;
  std::size_t cells = 0;
  unsigned seed = 1;
  unsigned threads = 2;
};

struct Cell {
  int first = 0;                     // the number of the fault point that kills
  int second = 0;                    // likewise, of the run that recovers
  std::optional<double> after = {};  // instead: seconds until it is killed from outside
};

struct Tally {
  std::size_t single = 0;
  std::size_t twice = 0;
  std::size_t random = 0;
  std::size_t failed = 0;
  std::size_t total() const { return single + twice + random; }
};

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// The cells of one scenario that passes `points` and takes `seconds`.
std::vector<Cell> cells_of(std::size_t points, double seconds, unsigned seed) {
  std::vector<Cell> cells;
  const int count = static_cast<int>(points);
  for (int first = 1; first <= count; ++first) {
    cells.push_back({first, 0, {}});
    // A recovery passes the same points or fewer.
    for (int second = 1; second <= count; second += 1 + count / 6) {
      cells.push_back({first, second, {}});
    }
  }
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> moment(0, seconds);
  for (int i = 0; i < kRandomKills; ++i) cells.push_back({0, 0, moment(random)});
  return cells;
}

class Matrix {
 public:
  explicit Matrix(const Options& options) : options_(options) {}

  bool run() {
    fmt::print("{:<10}{:<18}{:>7}{:>8}{:>8}{:>8}{:>15}{:>9}\n", "engine", "scenario", "points",
               "once", "twice", "random", "not converging", "took");
    bool good = true;
    for (const std::string& engine : options_.engines) good = run_engine(engine) && good;
    for (const std::string_view point : kFaultPoints) {
      const bool all = options_.scenario.empty() && options_.engines.size() == 3;
      if (!all || passed_.contains(std::string(point))) continue;
      fmt::print("the fault point '{}' was never reached\n", point);
      good = skipped_ && good;
    }
    return good;
  }

 private:
  bool run_engine(const std::string& engine) {
    std::string server;
    if (engine == "postgres") {
      const auto url = test::postgres_url("dbx_crash");
      if (!url) {
        fmt::print("{:<10}skipped: no PostgreSQL server is installed\n", engine);
        skipped_ = true;
        return true;
      }
      server = *url;
    }
    std::vector<const Scenario*> wanted;
    for (const Scenario& scenario : scenarios()) {
      const bool is_for = std::find(scenario.engines.begin(), scenario.engines.end(), engine) !=
                          scenario.engines.end();
      const bool is_named = options_.scenario.empty() || options_.scenario == scenario.name;
      if (is_for && is_named) wanted.push_back(&scenario);
    }
    Tally all;
    const Stopwatch watch;
    bool good = true;
    for (const Scenario* scenario : wanted) {
      const std::size_t share = options_.cells == 0 ? 0 : options_.cells / wanted.size() + 1;
      good = play(engine, server, *scenario, share, all) && good;
    }
    fmt::print("{:<10}{:<18}{:>7}{:>8}{:>8}{:>8}{:>15}{:>9}  {} cells\n", engine, "all", "",
               all.single, all.twice, all.random, all.failed, text::duration(watch.seconds()),
               all.total());
    std::fflush(stdout);
    return good && all.failed == 0;
  }

  bool play(const std::string& engine, const std::string& server, const Scenario& scenario,
            std::size_t share, Tally& all) {
    const Stopwatch watch;
    const test::TemporaryFolder folder;
    Stage stage(engine, server, folder.path());
    const std::string problem = stage.prepare(scenario);
    if (!problem.empty()) {
      fmt::print("{:<10}{:<18}cannot be prepared: {}\n", engine, scenario.name, problem);
      return false;
    }
    const Copy whole = stage.copy(scenario);
    const std::string log = folder.file("points.txt");
    const Stopwatch once;
    const Ran ran = stage.run(scenario.command, whole, 0, log);
    const double seconds = once.seconds();
    const State wanted = stage.look(whole);
    const std::vector<std::string> points = lines_of(log);
    passed_.insert(points.begin(), points.end());
    stage.drop(whole);
    if (ran.status != 0) {
      fmt::print("{:<10}{:<18}does not run: {}\n", engine, scenario.name, ran.output);
      return false;
    }
    const Tally tally = play_cells(stage, scenario, wanted,
                                   chosen(cells_of(points.size(), seconds, options_.seed), share));
    fmt::print("{:<10}{:<18}{:>7}{:>8}{:>8}{:>8}{:>15}{:>9}\n", engine, scenario.name,
               points.size(), tally.single, tally.twice, tally.random, tally.failed,
               text::duration(watch.seconds()));
    std::fflush(stdout);
    all.single += tally.single;
    all.twice += tally.twice;
    all.random += tally.random;
    all.failed += tally.failed;
    return true;
  }

  // `share` of them, drawn by the seed; 0: all.
  std::vector<Cell> chosen(std::vector<Cell> cells, std::size_t share) const {
    if (share == 0 || share >= cells.size()) return cells;
    std::mt19937 random(options_.seed);
    std::shuffle(cells.begin(), cells.end(), random);
    cells.resize(share);
    return cells;
  }

  Tally play_cells(Stage& stage, const Scenario& scenario, const State& wanted,
                   const std::vector<Cell>& cells) {
    Tally tally;
    std::mutex tallying;
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t i = next++; i < cells.size(); i = next++) {
        std::string report;
        const bool counted = play_cell(stage, scenario, wanted, cells[i], report);
        const std::lock_guard guard(tallying);
        if (!counted) continue;
        const Cell& cell = cells[i];
        ++(cell.after ? tally.random : cell.second > 0 ? tally.twice : tally.single);
        if (report.empty()) continue;
        ++tally.failed;
        fmt::print("{} {} killed at {}, then {}, after {}: {}\n", scenario.name, options_.seed,
                   cell.first, cell.second, cell.after.value_or(0), report);
      }
    };
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < options_.threads; ++i) threads.emplace_back(work);
    for (std::thread& thread : threads) thread.join();
    return tally;
  }

  // False: it was not killed (a second kill that the recovery does not reach), so it is no cell.
  bool play_cell(Stage& stage, const Scenario& scenario, const State& wanted, const Cell& cell,
                 std::string& report) const {
    const Copy copy = stage.copy(scenario);
    const Ran first = stage.run(scenario.command, copy, cell.first, {}, cell.after);
    bool counted = first.status == -1 || cell.after;
    if (!counted) report = "was not killed: " + first.output;
    counted = true;
    if (report.empty() && cell.second > 0) {
      counted = stage.run(scenario.command, copy, cell.second).status == -1;
    }
    if (report.empty() && counted) {
      const Ran again = stage.run(scenario.command, copy);
      const bool seed_done = again.status == 6 && scenario.name == "seed" &&
                             again.output.find("table-not-empty") != std::string::npos;
      const State found = stage.look(copy);
      if (again.status != 0 && !seed_done) {
        report = fmt::format("run again, it ends with {}: {}", again.status, again.output);
      } else if (found != wanted) {
        report =
            fmt::format("it is not where it should be:\n{}instead of\n{}", found.text, wanted.text);
      }
    }
    stage.drop(copy);
    return counted;
  }

  const Options& options_;
  std::set<std::string> passed_;
  bool skipped_ = false;
};

Options read_options(const std::vector<std::string>& words) {
  Options options;
  std::set<std::string> engines;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const std::string value = i + 1 < words.size() ? words[i + 1] : "";
    const auto number = static_cast<unsigned>(text::to_int64(value).value_or(0));
    if (word == "--engine") engines.insert(value);
    if (word == "--scenario") options.scenario = value;
    if (word == "--cells") options.cells = number;
    if (word == "--seed") options.seed = number;
    if (word == "--threads") options.threads = std::max(number, 1U);
  }
  if (!engines.empty()) options.engines = engines;
  return options;
}

}  // namespace
}  // namespace dbx::crash

int main(int count, char** words) {
  testing::InitGoogleTest(&count, words);
  const auto options = dbx::crash::read_options({words + 1, words + count});
  return dbx::crash::Matrix(options).run() ? 0 : 1;
}
