// Numbering the matches of a regular expression: Thompson's automaton, made deterministic, so that
// each text is counted once however many ways it matches.
#include <algorithm>
#include <map>

#include "dbx/seed/regular.h"

namespace dbx::seed {
namespace {

constexpr std::size_t kStatesMax = 20'000;
constexpr std::int64_t kNumbersMax = std::int64_t{1} << 62U;

// Nondeterministic: a state has a byte class and one follower, or up to any number of free ones.
struct Automaton {
  struct State {
    std::bitset<256> bytes;
    std::uint32_t to = 0;
    std::vector<std::uint32_t> free;
  };
  std::vector<State> states;
  bool too_large = false;

  std::uint32_t add() {
    if (states.size() >= kStatesMax) too_large = true;
    if (!too_large) states.emplace_back();
    return static_cast<std::uint32_t>(states.size() - 1);
  }
  // From state `from` over `regular`; returns the state after it.
  std::uint32_t append(std::uint32_t from, const Regular& regular) {
    if (too_large) return from;
    switch (regular.kind) {
      case Regular::Kind::kBytes: {
        const std::uint32_t step = add();
        const std::uint32_t end = add();
        if (too_large) return from;
        states[from].free.push_back(step);
        states[step].bytes = regular.bytes;
        states[step].to = end;
        return end;
      }
      case Regular::Kind::kSequence:
        for (const Regular& part : regular.parts) from = append(from, part);
        return from;
      case Regular::Kind::kChoice: {
        const std::uint32_t end = add();
        for (const Regular& part : regular.parts) {
          const std::uint32_t last = append(from, part);
          if (!too_large) states[last].free.push_back(end);
        }
        return end;
      }
      case Regular::Kind::kRepeat: {
        const std::uint32_t end = add();
        for (int i = 0; i < regular.most && !too_large; ++i) {
          if (i >= regular.least) states[from].free.push_back(end);
          from = append(from, regular.parts[0]);
        }
        if (!too_large) states[from].free.push_back(end);
        return end;
      }
    }
    return from;
  }
  // With all that can be reached without a byte; sorted.
  std::vector<std::uint32_t> closed(std::vector<std::uint32_t> set) const {
    for (std::size_t i = 0; i < set.size(); ++i) {
      for (const std::uint32_t next : states[set[i]].free) {
        if (std::find(set.begin(), set.end(), next) == set.end()) set.push_back(next);
      }
    }
    std::sort(set.begin(), set.end());
    return set;
  }
};

}  // namespace

Result<Language> Language::of(const Regular& regular) {
  const auto too_large = [] {
    return fail(Code::kBadFill, "regex: the pattern is too large to number its matches",
                "a unique column needs fewer repeats, or the generator code");
  };
  Automaton automaton;
  const std::uint32_t end = automaton.append(automaton.add(), regular);
  if (automaton.too_large) return too_large();
  Language language;
  std::map<std::vector<std::uint32_t>, std::uint32_t> known;
  std::vector<std::vector<std::uint32_t>> sets = {automaton.closed({0})};
  known[sets[0]] = 0;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    State& state = language.states_.emplace_back();
    const std::vector<std::uint32_t> set = sets[s];
    state.accepts = std::binary_search(set.begin(), set.end(), end);
    for (unsigned byte = 0; byte < 256; ++byte) {
      std::vector<std::uint32_t> next;
      for (const std::uint32_t one : set) {
        if (automaton.states[one].bytes[byte]) next.push_back(automaton.states[one].to);
      }
      if (next.empty()) continue;
      next = automaton.closed(std::move(next));
      const auto [found, is_new] = known.emplace(next, static_cast<std::uint32_t>(sets.size()));
      if (is_new) sets.push_back(std::move(next));
      if (sets.size() > kStatesMax) return too_large();
      state.steps.push_back({static_cast<unsigned char>(byte), found->second});
    }
  }
  language.count();
  return language;
}

// Followers before their state: the automaton has no circles, for repeats are bounded.
void Language::count() {
  constexpr Count kLimit = static_cast<Count>(1) << 120U;
  std::vector<bool> done(states_.size(), false);
  std::vector<std::uint32_t> open = {0};
  while (!open.empty()) {
    State& state = states_[open.back()];
    bool ready = true;
    for (const Step& step : state.steps) {
      if (done[step.to]) continue;
      open.push_back(step.to);
      ready = false;
      break;
    }
    if (!ready) continue;
    state.matches = state.accepts ? 1 : 0;
    for (const Step& step : state.steps) {
      state.matches = std::min(state.matches + states_[step.to].matches, kLimit);
    }
    done[open.back()] = true;
    open.pop_back();
  }
}

std::int64_t Language::size() const {
  const Count matches = states_[0].matches;
  return matches < kNumbersMax ? static_cast<std::int64_t>(matches) : kNumbersMax;
}

void Language::append(std::int64_t number, std::string& out) const {
  // Spread over all of them where there are more than numbers.
  const Count stride = std::max<Count>(states_[0].matches / kNumbersMax, 1);
  Count rest = static_cast<Count>(number) * stride;
  const State* state = &states_[0];
  while (true) {
    if (state->accepts) {
      if (rest == 0) return;
      --rest;
    }
    const State* next = nullptr;
    for (const Step& step : state->steps) {
      const Count matches = states_[step.to].matches;
      if (rest < matches) {
        out.push_back(static_cast<char>(step.byte));
        next = &states_[step.to];
        break;
      }
      rest -= matches;
    }
    if (next == nullptr) return;
    state = next;
  }
}

}  // namespace dbx::seed
