// `dbx design` as a whole process, over the prompts of the designer's own examination: p50 against
// its limit of 20 ms and p99 against 100 ms, as ratios; and an empty process start (--version),
// which bounds both from below.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "dbx/base/clock.h"
#include "design/exam.h"

namespace {

double seconds_of(const std::vector<std::string>& arguments) {
  std::string binary = DBX_BINARY;
  std::vector<char*> line = {binary.data()};
  std::vector<std::string> copies = arguments;
  for (std::string& argument : copies) line.push_back(argument.data());
  line.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  const dbx::Stopwatch watch;
  pid_t child = 0;
  const int failed = posix_spawn(&child, binary.c_str(), &actions, nullptr, line.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return 0;
  int status = 0;
  ::waitpid(child, &status, 0);
  return watch.seconds();
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void design_process(benchmark::State& state) {
  const auto prompts = dbx::test::read_exam(std::string(DBX_SOURCE_DIR) + "/tests/design/exam");
  std::vector<double> times;
  std::vector<double> starts;
  for (auto _ : state) {
    for (const auto& prompt : prompts) {
      times.push_back(seconds_of({"design", prompt.prompt}));
      starts.push_back(seconds_of({"--version"}));
    }
  }
  state.counters["p50_ms"] = percentile(times, 0.5) * 1e3;
  state.counters["p99_ms"] = percentile(times, 0.99) * 1e3;
  state.counters["p50_to_limit"] = percentile(times, 0.5) / 0.020;
  state.counters["p99_to_limit"] = percentile(times, 0.99) / 0.100;
  state.counters["p50_to_empty_start"] = percentile(times, 0.5) / percentile(starts, 0.5);
}
BENCHMARK(design_process)->Unit(benchmark::kMillisecond)->Iterations(3);

}  // namespace
