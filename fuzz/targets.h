// What is fuzzed: functions of bytes that neither crash nor break a promise, whatever they are
// given. libFuzzer (`./dev fuzz`) and the ordinary tests (tests/fuzz) run the same functions.
//
// To add a target: targets/<name>.cpp with one function, a line in targets.cpp, inputs to start
// from in corpus/<name>/.
#pragma once

#include <span>
#include <string_view>

namespace dbx::fuzz {

struct Target {
  std::string_view name;
  void (*run)(std::string_view input);
};

std::span<const Target> targets();
const Target* find_target(std::string_view name);

// Ends the process with the message, as a sanitizer would, where the promise is broken.
void require(bool promise, std::string_view message);

void fuzz_yaml(std::string_view input);
void fuzz_spec(std::string_view input);
void fuzz_edit(std::string_view input);
void fuzz_guard(std::string_view input);

}  // namespace dbx::fuzz
