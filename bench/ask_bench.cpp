// How well and how fast questions are answered: the part of the tuning data that was set apart, if
// it is there. Counters: execution accuracy, how much is answered, precision of what is answered
// and of the surest fifths, the mean gap between how sure an answer is and how often such answers
// are right (expected calibration error, Naeini et al. 2015, ten bins), milliseconds a question.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "dbx/app/eval.h"

namespace dbx {
namespace {

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

// Of the surest part of the questions that are scored.
double precision_at(std::vector<const app::EvalItem*> items, double part) {
  std::stable_sort(items.begin(), items.end(),
                   [](const auto* a, const auto* b) { return a->confidence > b->confidence; });
  const auto count = static_cast<std::size_t>(part * static_cast<double>(items.size()));
  std::size_t right = 0;
  for (std::size_t i = 0; i < count; ++i) right += items[i]->right ? 1 : 0;
  return share(right, count);
}

double calibration_error(const std::vector<const app::EvalItem*>& items) {
  constexpr std::size_t kBins = 10;
  struct Bin {
    std::size_t count = 0;
    std::size_t right = 0;
    double sure = 0;
  };
  std::array<Bin, kBins> bins;
  for (const app::EvalItem* item : items) {
    Bin& bin = bins[std::min(kBins - 1, static_cast<std::size_t>(item->confidence * kBins))];
    ++bin.count;
    bin.right += item->right ? 1 : 0;
    bin.sure += item->confidence;
  }
  double error = 0;
  for (const Bin& bin : bins) {
    error += std::abs(static_cast<double>(bin.right) - bin.sure);
  }
  return error / static_cast<double>(items.size());
}

void ask(benchmark::State& state) {
  const auto folder = std::filesystem::path(DBX_SOURCE_DIR) / "../shared/data/spider-train";
  app::EvalRequest request;
  request.questions = (folder / "questions.jsonl").string();
  request.databases = (folder / "databases").string();
  request.part = "check";
  if (!std::filesystem::exists(request.questions)) {
    state.SkipWithError("the tuning data is not there");
    return;
  }
  for (auto _ : state) {
    const auto report = app::evaluate(request, [](std::size_t, std::size_t) {});
    if (!report) {
      state.SkipWithError(report.error().front().message.c_str());
      return;
    }
    std::vector<const app::EvalItem*> scored;
    for (const app::EvalItem& item : report->items) {
      if (item.scored) scored.push_back(&item);
    }
    state.counters["questions"] = static_cast<double>(report->scored);
    state.counters["right"] = share(report->right, report->scored);
    state.counters["answered"] = share(report->answered, report->scored);
    state.counters["precision"] = share(report->answered_right, report->answered);
    state.counters["precision_of_20"] = precision_at(scored, 0.2);
    state.counters["precision_of_40"] = precision_at(scored, 0.4);
    state.counters["precision_of_60"] = precision_at(scored, 0.6);
    state.counters["calibration_error"] = calibration_error(scored);
    state.counters["p50_to_limit"] = report->p50 / 20;  // milliseconds
    state.counters["p99_to_limit"] = report->p99 / 200;
  }
}
BENCHMARK(ask)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dbx
