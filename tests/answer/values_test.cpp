// The values of a database as a file, and misspelt words put right by them.
#include <gtest/gtest.h>

#include "dbx/answer/spelling.h"
#include "dbx/answer/value_store.h"

namespace dbx::answer {
namespace {

ValueIndex some_values() {
  ValueIndex index;
  index.add(0, 1, "North America");
  index.add(0, 1, "Europe");
  index.add(2, 0, "@home");
  index.add(2, 0, "two\nlines \\ and \r more");
  index.add(2, 3, "europe");
  return index;
}

TEST(values, come_back_from_a_file) {
  const ValueIndex index = some_values();
  const std::string text = write_values(index, "this");
  const auto back = read_values(text, "this");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->hits().size(), index.hits().size());
  for (const auto& [key, hits] : index.hits()) {
    for (const ValueHit& hit : hits) {
      const ValueHit* found = back->find_in(key, hit.table, hit.column);
      ASSERT_NE(found, nullptr) << key;
      EXPECT_EQ(found->value, hit.value);
    }
  }
  EXPECT_EQ(back->words_max(), index.words_max());
  EXPECT_EQ(write_values(*back, "this"), text);
}

TEST(values, of_something_else_or_damaged_are_not_loaded) {
  const std::string text = write_values(some_values(), "this");
  EXPECT_FALSE(read_values(text, "that"));
  EXPECT_FALSE(read_values("", "this"));
  EXPECT_FALSE(read_values("dbx-values 1 this\nno column\n", "this"));
  EXPECT_FALSE(read_values("dbx-values 1 this\n@1\nx\n", "this"));
  for (std::size_t cut = 1; cut < text.size(); ++cut) {
    const auto part = read_values(text.substr(0, cut), "this");  // whole lines, or nothing
    EXPECT_TRUE(!part || text[cut - 1] == '\n') << cut;
  }
}

TEST(values, misspelt_words_become_those_of_the_database) {
  const ValueIndex values = some_values();
  std::vector<Token> tokens = tokenize("averge sales in Eurpoe per customer");
  const auto made = correct(tokens, Model{}, values);
  ASSERT_EQ(made.size(), 2U);
  EXPECT_EQ(made[0].meant, "average");
  EXPECT_EQ(made[1].written, "Eurpoe");
  EXPECT_EQ(made[1].meant, "europe");
}

TEST(values, known_and_short_words_stay) {
  const ValueIndex values = some_values();
  for (const char* question : {"sales in Europe", "hom of xyz", "Gandalf", "north"}) {
    std::vector<Token> tokens = tokenize(question);
    EXPECT_TRUE(correct(tokens, Model{}, values).empty()) << question;
  }
}

}  // namespace
}  // namespace dbx::answer
