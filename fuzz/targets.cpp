// The table of targets.
#include "targets.h"

#include <cstdio>
#include <cstdlib>

namespace dbx::fuzz {
namespace {

constexpr Target kTargets[] = {
    {"yaml", fuzz_yaml},
    {"spec", fuzz_spec},
    {"edit", fuzz_edit},
    {"guard", fuzz_guard},
};

}  // namespace

std::span<const Target> targets() { return kTargets; }

const Target* find_target(std::string_view name) {
  for (const Target& target : kTargets) {
    if (target.name == name) return &target;
  }
  return nullptr;
}

void require(bool promise, std::string_view message) {
  if (promise) return;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(message.size()), message.data());
  std::abort();
}

}  // namespace dbx::fuzz
