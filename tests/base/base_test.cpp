// The small tools everything stands on: text, hashes, files, redaction, codes.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <set>

#include "dbx/base/embedded.h"
#include "dbx/base/file.h"
#include "dbx/base/hash.h"
#include "dbx/base/rare.h"
#include "dbx/base/secret.h"
#include "dbx/base/text.h"
#include "support/cases.h"

namespace dbx {
namespace {

TEST(text, utf8_is_checked_to_the_byte) {
  EXPECT_FALSE(text::find_invalid_utf8("plain, é, 漢, 🦆"));
  EXPECT_EQ(text::find_invalid_utf8("ab\xff"), 2U);
  EXPECT_EQ(text::find_invalid_utf8("\xc0\xaf"), 0U) << "overlong";
  EXPECT_EQ(text::find_invalid_utf8("\xed\xa0\x80"), 0U) << "surrogate";
  EXPECT_EQ(text::find_invalid_utf8("x\xf0\x9f\xa6"), 1U) << "cut off";
  EXPECT_EQ(text::find_invalid_utf8("\xf4\x90\x80\x80"), 0U) << "beyond U+10FFFF";
}

TEST(text, edit_distance_counts_swaps_as_one) {
  EXPECT_EQ(text::edit_distance("", "abc"), 3U);
  EXPECT_EQ(text::edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(text::edit_distance("plan", "paln"), 1U);
}

TEST(text, nearest_stays_within_a_third) {
  const std::vector<std::string> known = {"region", "industry", "company_id"};
  EXPECT_EQ(text::nearest("regoin", known), "region");
  EXPECT_EQ(text::nearest("REGION", known), "region");
  EXPECT_FALSE(text::nearest("zebra", known));
}

TEST(text, numbers_are_whole_or_nothing) {
  EXPECT_EQ(text::to_int64("-42"), -42);
  for (const char* bad : {"", "+1", " 1", "1 ", "1.0", "9223372036854775808"}) {
    EXPECT_FALSE(text::to_int64(bad)) << bad;
  }
  EXPECT_EQ(text::group_digits(-1234567), "-1,234,567");
  EXPECT_EQ(text::group_digits(999), "999");
  EXPECT_EQ(text::duration(0.0123), "12 ms");
  EXPECT_EQ(text::duration(75), "1 min 15 s");
}

TEST(hash, sha256_has_the_published_values) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(secret, passwords_do_not_leave) {
  EXPECT_EQ(redact("postgres://me:s3cret@host/db"), "postgres://me:***@host/db");
  EXPECT_EQ(redact("at postgres://me:p@ss@host/db failed"), "at postgres://me:***@host/db failed");
  EXPECT_EQ(redact("Server=x;Password=abc;Database=d"), "Server=x;Password=***;Database=d");
  EXPECT_EQ(redact("PWD=abc"), "PWD=***");
  EXPECT_EQ(redact("duckdb:file.duckdb"), "duckdb:file.duckdb");
}

TEST(file, missing_files_suggest_a_neighbour) {
  const test::TemporaryFolder folder;
  test::write(folder.file("warehouse.yml"), "x");
  const auto contents = read_file(folder.file("warehose.yml"));
  ASSERT_FALSE(contents);
  EXPECT_EQ(contents.error()[0].code, Code::kFileNotFound);
  EXPECT_NE(contents.error()[0].hint.find("warehouse.yml"), std::string::npos);
}

TEST(file, a_directory_is_no_file) {
  const test::TemporaryFolder folder;
  EXPECT_EQ(read_file(folder.path()).error()[0].code, Code::kFileNotReadable);
}

TEST(file, reading_stops_at_the_cap) {
  const auto contents = read_file("/dev/zero", 1 << 20);
  ASSERT_FALSE(contents);
  EXPECT_EQ(contents.error()[0].code, Code::kYamlSize);
}

TEST(file, writing_replaces_whole_files_and_makes_folders) {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("a/b/c.txt");
  ASSERT_TRUE(write_file(path, "one"));
  ASSERT_TRUE(write_file(path, "two"));
  EXPECT_EQ(test::read(path), "two");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.file("a/b")), {}), 1);
}

TEST(file, a_full_disk_leaves_the_old_file) {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("kept.txt");
  ASSERT_TRUE(write_file(path, "old"));
  // A limit on file size stands in for the full disk (reliability, item 19).
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{1000, before.rlim_max};
  ::setrlimit(RLIMIT_FSIZE, &small);
  const Status written = write_file(path, std::string(5000, 'x'));
  ::setrlimit(RLIMIT_FSIZE, &before);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error()[0].code, Code::kNoSpace);
  EXPECT_EQ(test::read(path), "old");
}

TEST(rare, text_behaves_as_text_in_eight_bytes) {
  static_assert(sizeof(RareText) == 8 && sizeof(Rare<std::string>) == 8);
  RareText text;
  EXPECT_TRUE(text.empty());
  EXPECT_EQ(text, "");
  text = "some";
  RareText copy = text;
  copy = copy + " more";
  EXPECT_EQ(text, "some");
  EXPECT_EQ(copy, std::string("some more"));
  EXPECT_NE(text, copy);
  const std::string& reference = copy;
  EXPECT_EQ(reference.size(), 9U);
  text = RareText();
  EXPECT_EQ(text, RareText(""));
}

TEST(rare, values_are_copied_and_compared_as_values) {
  Rare<std::string> a;
  EXPECT_FALSE(a);
  EXPECT_EQ(a, std::nullopt);
  a.emplace("x");
  const Rare<std::string> b = a;
  EXPECT_EQ(a, b);
  *a = "y";
  EXPECT_EQ(*b, "x");
  EXPECT_NE(a, b);
  a.reset();
  EXPECT_NE(a, b);
}

TEST(codes, names_are_unique_and_every_code_has_its_page) {
  std::set<std::string> pages;
  for (const embedded::File& file : embedded::codes()) {
    pages.emplace(file.name.substr(0, file.name.rfind('.')));
  }
  std::set<std::string> names;
  for (const CodeInfo& code : all_codes()) {
    EXPECT_TRUE(names.emplace(code.name).second) << code.name << " stands twice";
    EXPECT_EQ(name(code.code), code.name);
  }
  EXPECT_EQ(names, pages) << "docs/codes and base/codes.def differ";
}

}  // namespace
}  // namespace dbx
