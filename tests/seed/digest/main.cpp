// dbx_seed_digest ROOT: prints what ./dev bits compares.
#include <iostream>

#include "seed/digest/digest.h"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::cout << dbx::seed::digest_of_all_specs(arguments[1]);
}
