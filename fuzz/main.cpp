// libFuzzer's entry: one program a target, whose name is compiled in.
#include <cstdint>
#include <cstdlib>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const dbx::fuzz::Target* const kTarget = dbx::fuzz::find_target(DBX_FUZZ_TARGET);
  if (kTarget == nullptr) std::abort();
  kTarget->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
