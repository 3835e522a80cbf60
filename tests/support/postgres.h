// A PostgreSQL server for tests: a throw-away cluster of one's own, started when a test first asks
// and shared by all test programs of a user; it stops and is removed when none ran for two minutes.
// No TCP, no fsync. Where no server is installed there is none, and tests that need one skip.
#pragma once

#include <optional>
#include <string>

namespace dbx::test {

// A fresh, empty database, gone when the program ends; `name` is the beginning of its name. Nothing
// where PostgreSQL's server is not installed: GTEST_SKIP() then. A server that is there and does
// not start fails the test.
std::optional<std::string> postgres_url(const std::string& name);

}  // namespace dbx::test
