// libFuzzer's entry: one program a target, whose name is compiled in.
#include <cstdint>
#include <cstdlib>

#include "targets.h"

// libfyaml 0.7.12 loses a buffer of 2 KiB on some of its own errors (quotes before a carriage
// return: corpus/yaml/quotes_and_carriage_returns.yml).
extern "C" const char* __lsan_default_suppressions() { return "leak:libfyaml"; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dbx::fuzz::Target* const kTarget = dbx::fuzz::find_target(DBX_FUZZ_TARGET);
  if (kTarget == nullptr) std::abort();
  kTarget->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
