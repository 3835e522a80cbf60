// The strict YAML reader and the printer that everybody reads back.
#include <gtest/gtest.h>

#include "dbx/yaml/yaml.h"

namespace dbx::yaml {
namespace {

Node root_of(const std::string& text) {
  auto document = parse(text, "test.yml");
  EXPECT_TRUE(document.has_value()) << text;
  return document ? document->root : Node{};
}

Code code_of(const std::string& text, const Limits& limits = {}) {
  auto document = parse(text, "test.yml", limits);
  EXPECT_FALSE(document.has_value()) << text;
  return document ? Code::kInternal : document.error().front().code;
}

TEST(yaml, scalars_stay_text) {
  for (const char* text :
       {"no", "on", "012", "1e3", "0x10", "2026-01-01", "12:30", "~x", "1_000"}) {
    EXPECT_EQ(root_of("key: " + std::string(text)).find("key")->text, text);
  }
  EXPECT_TRUE(root_of("key: ~").find("key")->is_null());
  EXPECT_TRUE(root_of("key:").find("key")->is_null());
  EXPECT_FALSE(root_of("key: '~'").find("key")->is_null());
}

TEST(yaml, positions_count_bytes_from_one) {
  auto document = parse("a: 1\nbé: {c: \"x y\"}\n", "test.yml");
  ASSERT_TRUE(document.has_value());
  const Node* c = document->root.find("bé")->find("c");
  const Location place = document->location(c->span);
  EXPECT_EQ(place.line, 2);
  EXPECT_EQ(place.column, 10);
  EXPECT_EQ(document->source.substr(place.begin_offset, place.end_offset - place.begin_offset),
            "\"x y\"");
}

TEST(yaml, byte_order_mark_is_skipped_and_counted) {
  auto document = parse("\xEF\xBB\xBFkey: value\n", "test.yml");
  ASSERT_TRUE(document.has_value());
  const Node* value = document->root.find("key");
  ASSERT_NE(value, nullptr);
  EXPECT_EQ(document->source.substr(value->span.begin, 5), "value");
}

TEST(yaml, a_copied_node_outlives_its_document) {
  // Long enough for its texts to be slices of the source.
  std::string text = "plain: some words\nquoted: \"a\\tb\"\nfolded: >\n  one\n  two\n";
  text += "# " + std::string(100, 'x') + "\n";
  Node copy;
  {
    auto document = parse(text, "test.yml");
    ASSERT_TRUE(document.has_value());
    const Document moved = std::move(*document);
    EXPECT_EQ(moved.root.find("plain")->text, "some words");
    copy = moved.root;
  }
  EXPECT_EQ(copy.find("plain")->text, "some words");
  EXPECT_EQ(copy.find("quoted")->text, "a\tb");
  EXPECT_EQ(copy.find("folded")->text, "one two\n");
}

TEST(yaml, nodes_are_small) {
  // A large spec has one for every dozen bytes: 200 bytes each made it forty times its file.
  EXPECT_LE(sizeof(Node), 80U);
}

TEST(yaml, refuses_what_a_schema_has_no_use_for) {
  EXPECT_EQ(code_of("a: 1\na: 2\n"), Code::kYamlDuplicateKey);
  EXPECT_EQ(code_of("a: &x 1\n"), Code::kYamlAlias);
  EXPECT_EQ(code_of("a: &x 1\nb: *x\n"), Code::kYamlAlias);
  EXPECT_EQ(code_of("a: !!int 1\n"), Code::kYamlTag);
  EXPECT_EQ(code_of("a: 1\n---\nb: 2\n"), Code::kYamlSyntax);
  EXPECT_EQ(code_of("a: [1\n"), Code::kYamlSyntax);
  EXPECT_EQ(code_of("? [a]\n: b\n"), Code::kYamlSyntax);
  EXPECT_EQ(code_of(""), Code::kYamlEmpty);
  EXPECT_EQ(code_of("# only a comment\n"), Code::kYamlEmpty);
  EXPECT_EQ(code_of("a: \xff\n"), Code::kYamlUtf8);
  EXPECT_EQ(code_of(std::string("a: b\0c\n", 7)), Code::kYamlUtf8);
}

TEST(yaml, deep_nesting_is_refused_without_recursion) {
  EXPECT_EQ(code_of(std::string(100'000, '[')), Code::kYamlDepth);
  std::string block;
  for (int i = 0; i < 2'000; ++i) block += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  EXPECT_EQ(code_of(block), Code::kYamlDepth);
}

TEST(yaml, size_is_capped) {
  Limits limits;
  limits.bytes_max = 100;
  EXPECT_EQ(code_of("a: " + std::string(200, 'x'), limits), Code::kYamlSize);
}

TEST(yaml, every_duplicate_is_named) {
  auto document = parse("a: 1\na: 2\nb: 3\nb: 4\n", "test.yml");
  ASSERT_FALSE(document.has_value());
  ASSERT_EQ(document.error().size(), 2U);
  EXPECT_EQ(document.error()[0].where.line, 2);
  EXPECT_EQ(document.error()[0].message, "key 'a' stands here and on line 1");
  EXPECT_EQ(document.error()[1].where.line, 4);
}

TEST(yaml, printed_scalars_read_back) {
  for (const std::string text : {"",       " ",       "a",      "no",         "Yes",
                                 "on",     "~",       "null",   "true",       "012",
                                 "1e3",    "0x1f",    "12:30",  "-",          "- a",
                                 "?",      "a: b",    "a #b",   "#a",         "&a",
                                 "*a",     "!a",      "|",      ">",          "'a'",
                                 "\"a\"",  "%a",      "@a",     "`a",         "{a",
                                 "[a",     "a,b",     "a]",     "a\nb",       "a\tb",
                                 "a\\b",   "\x01",    "é",      "2026-01-01", ".5",
                                 "+1",     "-1",      "1.50",   "1_000",      "=",
                                 "<<",     "a:",      ":a",     "-a",         "--",
                                 "---",    "...",     "x y ",   "NULL",       "a\xEF\xBB\xBF",
                                 "\u202E", "a\u0085", "\u2028", "\uFFFE"}) {
    for (const bool in_flow : {false, true}) {
      const std::string written = in_flow ? "k: {v: " + print_scalar(text, true) + "}\n"
                                          : "k: " + print_scalar(text, false) + "\n";
      const Node root = root_of(written);
      const Node* value = in_flow ? root.find("k")->find("v") : root.find("k");
      ASSERT_NE(value, nullptr) << written;
      EXPECT_EQ(value->text, text) << written;
      EXPECT_TRUE(value->is_scalar()) << written;
    }
  }
}

TEST(yaml, finds_the_place_of_a_pointer) {
  auto document = parse("a:\n  - {name: x, type: y}\n  - {type: z}\n", "test.yml");
  ASSERT_TRUE(document.has_value());
  EXPECT_EQ(document->locate("/a/0/type").column, 21);
  EXPECT_EQ(document->locate("/a/0").column, 12) << "a mapping is shown at its name";
  EXPECT_EQ(document->locate("/a/0/missing").column, 12);
  EXPECT_EQ(document->locate("/a/1/type").line, 3);
  EXPECT_EQ(document->locate("/nothing").line, 1);
}

TEST(yaml, prints_comments_above_what_they_are_about) {
  Node root = mapping();
  add(root, "a", scalar("1")).comment = "first\nsecond";
  EXPECT_EQ(print(root), "# first\n# second\na: 1\n");
}

}  // namespace
}  // namespace dbx::yaml
