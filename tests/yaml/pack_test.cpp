// Packed trees: what comes out is what went in.
#include "dbx/yaml/pack.h"

#include <gtest/gtest.h>

namespace dbx::yaml {
namespace {

TEST(pack, gives_back_the_same_tree) {
  const std::string long_text(70'000, 'x');
  const auto document =
      parse("a: [1, '2', {b: c}]\nd:\n  e: \"f\\n\"\n  g: ~\nh: " + long_text + "\n", "test.yml");
  ASSERT_TRUE(document);
  const std::string bytes = pack(document->root);
  const Node again = unpack(bytes);
  EXPECT_EQ(print(again), print(document->root));
  EXPECT_FALSE(again.find("a")->children.at(1).plain);
  EXPECT_TRUE(again.find("a")->children.at(0).plain);
  EXPECT_EQ(again.find("h")->text.size(), long_text.size());
}

TEST(pack, what_was_cut_off_ends_the_program) {
  const std::string bytes = pack(scalar("text"));
  EXPECT_DEATH(unpack(std::string_view(bytes).substr(0, 3)), "");
}

}  // namespace
}  // namespace dbx::yaml
