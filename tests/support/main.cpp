// The main of every test program: gtest's, but a run in which no test ran is a failure.
#include <gtest/gtest.h>

#include <cstdio>

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  const int status = RUN_ALL_TESTS();
  const bool listing = ::testing::GTEST_FLAG(list_tests);
  if (!listing && ::testing::UnitTest::GetInstance()->test_to_run_count() == 0) {
    std::fprintf(stderr, "no test matched the filter\n");
    return 1;
  }
  return status;
}
