// The bytes of every spec that comes with dbx, as reviewed.
#include "seed/digest/digest.h"
#include "seed/support.h"

namespace dbx::seed {
namespace {

TEST(digest, every_spec_has_the_rows_it_had) {
  test::expect_file(std::string(DBX_SOURCE_DIR) + "/tests/seed/digest/expected.txt",
                    digest_of_all_specs(DBX_SOURCE_DIR));
}

}  // namespace
}  // namespace dbx::seed
