// Child processes, files and databases of the crash matrix.
#include "crash/stage.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "dbx/app/session.h"
#include "dbx/base/text.h"
#include "dbx/migrate/ledger.h"

namespace dbx::crash {
namespace {

namespace fs = std::filesystem;

std::string fill_in(std::string word, const std::string& url) {
  return text::replace_all(word, "{}", url);
}

std::string whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What a child needs, made before the fork: after it, in a program with threads, nothing may
// allocate.
class Program {
 public:
  Program(std::vector<std::string> words, int crash_at, const std::string& log)
      : words_(std::move(words)) {
    for (char** entry = environ; *entry != nullptr; ++entry) settings_.emplace_back(*entry);
    if (crash_at > 0) settings_.push_back(fmt::format("DBX_CRASH_AT={}", crash_at));
    if (!log.empty()) settings_.push_back("DBX_CRASH_LOG=" + log);
    for (std::string& word : words_) arguments_.push_back(word.data());
    for (std::string& setting : settings_) environment_.push_back(setting.data());
    arguments_.push_back(nullptr);
    environment_.push_back(nullptr);
  }

  // Runs in the child: never returns.
  [[noreturn]] void become(const char* folder) {
    if (::chdir(folder) != 0) ::_exit(126);
    const int output = ::open("output.txt", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, STDIN_FILENO);
    ::execve(arguments_[0], arguments_.data(), environment_.data());
    ::_exit(127);
  }

 private:
  std::vector<std::string> words_;
  std::vector<std::string> settings_;
  std::vector<char*> arguments_;
  std::vector<char*> environment_;
};

std::string ledger_text(const std::vector<migrate::LedgerRow>& rows) {
  std::string text;
  for (const migrate::LedgerRow& row : rows) {
    text += fmt::format("{} {} {} {}/{} {} {} {} {}\n", row.sequence, row.id, row.status,
                        row.steps_done, row.steps_total, row.intent.empty() ? "-" : "intent",
                        row.checksum.substr(0, 8), row.from_schema.substr(0, 8),
                        row.to_schema.substr(0, 8));
  }
  return text;
}

std::string words(const Diagnostics& problems) { return "error: " + problems.front().message; }

}  // namespace

Stage::Stage(std::string engine, std::string server, std::string folder)
    : engine_(std::move(engine)), server_(std::move(server)), folder_(std::move(folder)) {}

std::string Stage::url_of(const std::string& folder, const std::string& database) const {
  if (server_.empty()) return fmt::format("{}:{}/live.db", engine_, folder);
  const std::size_t path = server_.find("///") + 3;
  return server_.substr(0, path) + database + server_.substr(server_.find('?'));
}

std::string Stage::server_query(const std::string& sql) const {
  const auto session = app::open(server_, dialect::Access::kReadWrite, false);
  if (!session) return words(session.error());
  const auto done = session->connection->execute(sql);
  return done ? "" : words(done.error());
}

std::string Stage::prepare(const Scenario& scenario) {
  original_.folder = fmt::format("{}/{}_{}", folder_, engine_, scenario.name);
  const std::string database = fmt::format("dbx_crash_{}_{}", ::getpid(), scenario.name);
  original_.url = url_of(original_.folder, database);
  fs::create_directories(original_.folder);
  fs::copy(DBX_SOURCE_DIR "/tests/crash/specs", original_.folder);
  if (!server_.empty()) {
    const std::string made = server_query(fmt::format("CREATE DATABASE \"{}\"", database));
    if (!made.empty()) return made;
  }
  for (const auto& line : scenario.before) {
    const Ran ran = run(line, original_);
    if (ran.status != 0) return fmt::format("`dbx {}` failed:\n{}", line.front(), ran.output);
  }
  if (scenario.sql.empty()) return {};
  auto session = app::open(original_.url, dialect::Access::kReadWrite, true);
  if (!session) return words(session.error());
  for (const std::string& sql : scenario.sql) {
    const auto done = session->connection->execute(sql);
    if (!done) return sql + ": " + words(done.error());
  }
  return {};
}

Copy Stage::copy(const Scenario& scenario) {
  static std::atomic<int> number = 0;
  const std::string name = fmt::format("cell_{}_{}", ::getpid(), ++number);
  Copy copy;
  copy.folder = folder_ + "/" + name;
  fs::copy(original_.folder, copy.folder, fs::copy_options::recursive);
  const std::string database = "dbx_crash_" + name;
  copy.url = url_of(copy.folder, database);
  if (!server_.empty()) {
    const std::size_t path = original_.url.find("///") + 3;
    const std::string from = original_.url.substr(path, original_.url.find('?') - path);
    // Sessions of the template end a moment after their clients.
    for (int attempt = 0; attempt < 50; ++attempt) {
      if (server_query(fmt::format("CREATE DATABASE \"{}\" TEMPLATE \"{}\"", database, from))
              .empty()) {
        break;
      }
      ::usleep(20'000);
    }
  }
  for (const auto& line : scenario.on_copy) run(line, copy);
  return copy;
}

void Stage::drop(const Copy& copy) {
  if (!server_.empty()) {
    const std::size_t path = copy.url.find("///") + 3;
    server_query(fmt::format("DROP DATABASE IF EXISTS \"{}\" WITH (FORCE)",
                             copy.url.substr(path, copy.url.find('?') - path)));
  }
  std::error_code ignored;
  fs::remove_all(copy.folder, ignored);
}

Ran Stage::run(const std::vector<std::string>& command, const Copy& copy, int crash_at,
               const std::string& log, std::optional<double> kill_after) const {
  std::vector<std::string> words = {DBX_CRASH_BINARY};
  for (const std::string& word : command) words.push_back(fill_in(word, copy.url));
  Program program(std::move(words), crash_at, log);
  const pid_t child = ::fork();
  if (child == 0) program.become(copy.folder.c_str());
  if (kill_after) {
    ::usleep(static_cast<useconds_t>(*kill_after * 1e6));
    ::kill(child, SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  Ran ran;
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  ran.output = whole_file(copy.folder + "/output.txt");
  return ran;
}

State Stage::look(const Copy& copy) const {
  State state;
  const auto session = app::open(copy.url, dialect::Access::kReadOnly, false);
  if (!session) return {words(session.error())};
  Diagnostics ignored;
  const auto schema = session->dialect->inspect(*session->connection, ignored);
  if (!schema) return {words(schema.error())};
  state.text = "schema " + schema::fingerprint(*schema) + "\n";
  const auto ledger = migrate::read_ledger(*session->connection);
  if (!ledger) return {state.text + words(ledger.error())};
  state.text += ledger_text(*ledger);
  const auto chain = migrate::verify_chain(*ledger);
  if (!chain) state.text += words(chain.error()) + "\n";
  for (const schema::Table& table : schema::canonical(*schema).tables) {
    const auto sum = session->dialect->row_sum(*session->connection, table);
    state.text += table.name + ": " +
                  (sum ? fmt::format("{} {}", sum->rows, sum->hash) : words(sum.error())) + "\n";
  }
  // An approval counts once.
  const auto used =
      session->connection->query("SELECT count(used_at), count(*) FROM db_assistant_approvals");
  if (used && !used->rows.empty()) {
    state.text += fmt::format("approvals {} of {}\n", database::to_text(used->rows[0][0]),
                              database::to_text(used->rows[0][1]));
  }
  return state;
}

}  // namespace dbx::crash
