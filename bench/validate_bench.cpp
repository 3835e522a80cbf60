// Reading and checking specs, measured: generated warehouses of 12 columns a table, half of them
// dimensions, half facts.
//
// Time is bound by libfyaml's scanner; memory by the tree of nodes (80 bytes for every key or
// value) and the columns. Both must grow with the file and no faster: `growth_exponent` compares
// with the next smaller size (1 is linear), `bytes_per_file_byte` is the peak beyond what was held
// before.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <malloc.h>

#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>

#include "dbx/check/check.h"
#include "dbx/spec/parse.h"

namespace dbx {
namespace {

std::string warehouse_of(std::int64_t tables) {
  std::string text = "version: 1\nwarehouse: big\nentities:\n  dimensions:\n";
  for (std::int64_t i = 0; i < tables / 2; ++i) {
    text += fmt::format(
        "    - name: dim_table_{0}\n      surrogate_key: dim_table_{0}_key\n"
        "      natural_key: code_0\n      columns:\n",
        i);
    for (int c = 0; c < 12; ++c) {
      text += fmt::format("        - {{name: code_{}, type: VARCHAR(50), nullable: false}}\n", c);
    }
  }
  text += "  facts:\n";
  for (std::int64_t i = 0; i < tables / 2; ++i) {
    text += fmt::format(
        "    - name: fact_table_{0}\n      grain: \"line_0, line_1\"\n      foreign_keys:\n"
        "        - {{column: dim_table_{0}_key, references: dim_table_{0}(dim_table_{0}_key)}}\n"
        "      measures:\n",
        i);
    for (int c = 0; c < 6; ++c) {
      text += fmt::format("        - {{name: amount_{}, type: \"DECIMAL(18,2)\"}}\n", c);
    }
    text += "      columns:\n";
    for (int c = 0; c < 6; ++c) {
      text += fmt::format("        - {{name: line_{}, type: INT, nullable: false}}\n", c);
    }
  }
  return text;
}

// Of this thread alone: a busy machine changes the time on the wall, not the growth.
double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// VmRSS or VmHWM of this process, in bytes.
double status_bytes(const std::string& key) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(key)) return std::atof(line.substr(key.size() + 1).c_str()) * 1024;
  }
  return 0;
}

void reset_peak() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
}

std::size_t validate_once(const std::string& text) {
  auto source = spec::read(text, "big.yml", {.bytes_max = std::size_t{1} << 30U});
  if (!source || has_errors(source->notes)) {
    std::cerr << "dbx_bench: the generated spec is not read\n";
    std::exit(1);
  }
  Diagnostics findings = check::check(source->spec);
  spec::locate(findings, source->document);
  if (has_errors(findings)) {
    std::cerr << "dbx_bench: " << findings.front().message << "\n";
    std::exit(1);
  }
  return findings.size();
}

void validate(benchmark::State& state) {
  static std::map<std::int64_t, double> seconds_by_size;
  const std::string text = warehouse_of(state.range(0));
  reset_peak();
  const double before = status_bytes("VmRSS");
  double best = 1e9;
  for (auto _ : state) {
    const double begin = cpu_seconds();
    benchmark::DoNotOptimize(validate_once(text));
    best = std::min(best, cpu_seconds() - begin);
  }
  state.counters["cpu_seconds"] = best;
  state.counters["bytes_per_file_byte"] =
      (status_bytes("VmHWM") - before) / static_cast<double>(text.size());
  const auto larger = seconds_by_size.insert_or_assign(state.range(0), best).first;
  if (larger != seconds_by_size.begin()) {
    const auto& [size, seconds] = *std::prev(larger);
    state.counters["growth_exponent"] =
        std::log(best / seconds) /
        std::log(static_cast<double>(state.range(0)) / static_cast<double>(size));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(validate)->ArgName("tables")->Arg(500)->Arg(5'000)->Arg(50'000)->Unit(
    benchmark::kMillisecond);

}  // namespace
}  // namespace dbx
