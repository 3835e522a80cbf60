// Gather, fill, scatter.
#include "dbx/seed/switched.h"

#include <fmt/format.h>

#include <array>

#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

// Copies value `from` of a batch to place `to` of another; texts are appended, so in order.
void put(const Values& values, std::size_t from, database::Storage storage, Values& out,
         std::size_t to) {
  switch (storage) {
    case database::Storage::kInt64:
      out.integers[to] = values.integers[from];
      return;
    case database::Storage::kDouble:
      out.doubles[to] = values.doubles[from];
      return;
    case database::Storage::kText:
      out.append_text(values.text(from));
      return;
  }
}

}  // namespace

void Switched::fill(Rows rows, Values& out) const {
  assert(rows.size() <= kBatchRows);
  std::array<std::uint32_t, kBatchRows> chosen;
  chooser_->choose(rows, std::span(chosen).first(rows.size()));
  std::vector<Values> made(cases_.size());
  std::vector<std::int64_t> gathered;
  for (std::size_t c = 0; c < cases_.size(); ++c) {
    gathered.clear();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (chosen[i] == c) gathered.push_back(rows[i]);
    }
    if (!gathered.empty()) cases_[c]->fill(gathered, made[c]);
  }
  if (storage_ == database::Storage::kInt64) out.integers.resize(rows.size());
  if (storage_ == database::Storage::kDouble) out.doubles.resize(rows.size());
  if (storage_ == database::Storage::kText) {
    out.arena.clear();
    out.offsets.assign(1, 0);
  }
  std::vector<std::size_t> next(cases_.size(), 0);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Values& values = made[chosen[i]];
    const std::size_t from = next[chosen[i]]++;
    put(values, from, storage_, out, i);
    if (values.valid.empty() || values.valid[from] != 0) continue;
    out.valid.resize(rows.size(), 1);
    out.valid[i] = 0;
  }
}

Result<GeneratorPtr> create_within(const spec::Fill& fill, const Request& request,
                                   std::string_view where) {
  spec::Fill named = fill;
  if (named.generator.empty()) named.generator = "categorical";
  for (const spec::FillParameter& parameter : named.parameters) {
    if (parameter.name != "null_rate" && parameter.name != "with" && parameter.name != "rho") {
      continue;
    }
    return fail(Code::kBadFill, fmt::format("{}: '{}' belongs to the whole fill, not to a part",
                                            where, parameter.name));
  }
  Result<GeneratorPtr> made = create(named, request);
  if (made) {
    if (reads_row(named) || !request.index) return made;
    return GeneratorPtr(std::make_unique<ThroughIndex>(request.index, std::move(*made)));
  }
  Diagnostics problems = made.error();
  for (Diagnostic& problem : problems) {
    problem.message = fmt::format("{}: {}", where, problem.message);
  }
  return fail(std::move(problems));
}

}  // namespace dbx::seed
