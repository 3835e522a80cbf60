// The packed lexicon: what WordNet says of words.
#include "dbx/english/lexicon.h"

#include <gtest/gtest.h>

namespace dbx::english {
namespace {

TEST(lexicon, knows_parts_of_speech_and_kinds_of_things) {
  EXPECT_EQ(look_up("falcon").noun, NounClass::kAnimal);
  EXPECT_EQ(look_up("handler").noun, NounClass::kPerson);
  EXPECT_EQ(look_up("rink").noun, NounClass::kBuilding);
  EXPECT_EQ(look_up("museum").noun, NounClass::kBuilding);
  EXPECT_EQ(look_up("company").noun, NounClass::kOrganization);
  EXPECT_EQ(look_up("booking").noun, NounClass::kAct);
  EXPECT_TRUE(look_up("flight").may_happen);
  EXPECT_FALSE(look_up("honey").may_happen);
  EXPECT_TRUE(look_up("quickly").is_adverb);
  EXPECT_TRUE(look_up("annual").is_adjective);
  EXPECT_TRUE(look_up("run").is_mostly_verb);
  EXPECT_FALSE(look_up("zxcvb").is_known());
  EXPECT_FALSE(look_up("").is_known());
}

TEST(lexicon, finds_the_base_of_forms) {
  EXPECT_EQ(irregular_base("mice"), "mouse");
  EXPECT_EQ(irregular_base("seen"), "see");
  EXPECT_EQ(irregular_base("cats"), "");
  EXPECT_EQ(verb_of("booked"), "book");
  EXPECT_EQ(verb_of("shipping"), "ship");
  EXPECT_EQ(verb_of("carries"), "carry");
  EXPECT_EQ(verb_of("taken"), "take");
  EXPECT_EQ(verb_of("table"), "table");
  EXPECT_EQ(verb_of("qwerted"), "");
}

// First and last words of the table, where a search by halves goes wrong first.
TEST(lexicon, finds_the_ends_of_the_table) {
  EXPECT_TRUE(look_up("aa").is_known());
  EXPECT_TRUE(look_up("zymosis").is_known());
  EXPECT_FALSE(look_up("zzzzz").is_known());
  EXPECT_FALSE(look_up("a").is_known());
}

}  // namespace
}  // namespace dbx::english
