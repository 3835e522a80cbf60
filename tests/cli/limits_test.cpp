// Input without end or measure is refused at the cap, and memory stays flat meanwhile.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "support/cases.h"
#include "support/command.h"

namespace dbx {
namespace {

struct Outcome {
  int status = -1;
  long peak_kilobytes = 0;
  std::string error;
};

// `dbx validate ARGUMENT` with a descriptor as standard input (-1: none).
Outcome validate(const std::string& argument, int input = -1) {
  const test::TemporaryFolder folder;
  const std::string log = folder.file("log");
  const pid_t child = ::fork();
  if (child == 0) {
    if (input >= 0) ::dup2(input, STDIN_FILENO);
    const int output = ::open(log.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    ::execl(DBX_BINARY, DBX_BINARY, "validate", argument.c_str(), nullptr);
    ::_exit(127);
  }
  Outcome run;
  int status = 0;
  rusage usage{};
  EXPECT_EQ(::wait4(child, &status, 0, &usage), child);
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  run.peak_kilobytes = usage.ru_maxrss;
  run.error = test::read(log);
  return run;
}

void expect_refused(const Outcome& run) {
  EXPECT_EQ(run.status, 3) << run.error;
  EXPECT_NE(run.error.find("error[yaml-size]"), std::string::npos) << run.error;
  // The cap is 16 MiB; a gigabyte would show.
  EXPECT_LT(run.peak_kilobytes, 256 * 1024);
}

TEST(limits, a_gigabyte_is_refused) {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("big.yml");
  test::write(path, "version: 1\n");
  ASSERT_EQ(::truncate(path.c_str(), off_t{1} << 30), 0);  // sparse: takes no room
  expect_refused(validate(path));
  const int input = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  expect_refused(validate("-", input));
  ::close(input);
}

TEST(limits, endless_input_is_refused) {
  expect_refused(validate("/dev/zero"));
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const pid_t writer = ::fork();
  if (writer == 0) {
    ::close(ends[0]);  // or the pipe would never be without a reader
    std::signal(SIGPIPE, SIG_DFL);
    const std::string lines(65536, '\n');
    while (::write(ends[1], lines.data(), lines.size()) > 0) {
    }
    ::_exit(0);
  }
  ::close(ends[1]);
  expect_refused(validate("-", ends[0]));
  ::close(ends[0]);  // the writer's next write ends it
  EXPECT_EQ(::waitpid(writer, nullptr, 0), writer);
}

std::string tables(int count) {
  std::string text = "version: 1\nwarehouse: w\nentities:\n  tables:\n";
  for (int i = 0; i < count; ++i) {
    text += "    - {name: t" + std::to_string(i) + ", primary_key: id, foreign_keys: [{column: t, ";
    text += "references: t" + std::to_string((i + 1) % count) + "(id), optional: true}], ";
    text += "columns: [{name: id, type: INT, nullable: false}]}\n";
  }
  return text;
}

TEST(limits, ten_thousand_tables_in_a_ring_are_read) {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("many.yml");
  test::write(path, tables(10'000));
  const Outcome run = validate(path);
  EXPECT_EQ(run.status, 0) << run.error.substr(0, 2000);
}

TEST(limits, more_tables_than_the_cap_are_refused) {
  const test::TemporaryFolder folder;
  const std::string path = folder.file("many.yml");
  test::write(path, tables(50'001));
  const Outcome run = validate(path);
  EXPECT_EQ(run.status, 3);
  EXPECT_NE(run.error.find("50,001 tables are more than the cap of 50,000"), std::string::npos)
      << run.error.substr(0, 2000);
}

// A library's fault must not leave a script with nothing but a status.
TEST(Limits, a_fatal_signal_is_said_before_it_kills) {
  const test::Finished finished = test::run(
      "sh -c 'sleep 2 | " DBX_BINARY " validate /dev/stdin & sleep 0.3; kill -SEGV $!; wait $!'");
  EXPECT_EQ(finished.status, 128 + 11) << finished.output;
  EXPECT_NE(finished.output.find("error[internal]"), std::string::npos) << finished.output;
}

}  // namespace
}  // namespace dbx
