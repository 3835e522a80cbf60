// From a URL to a session: what the URL says, reaching the server, saying why not, settings.
#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <optional>
#include <vector>

#include "dbx/base/secret.h"
#include "dbx/base/text.h"
#include "dbx/dialect/postgres/connection.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/postgres/reader.h"

namespace dbx::dialect::postgres {
namespace {

constexpr std::int64_t kConnectTimeoutSeconds = 10;
constexpr int kOldestVersion = 130000;

struct OptionsDeleter {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using OptionsHandle = std::unique_ptr<PQconninfoOption, OptionsDeleter>;

std::string value_of(const PQconninfoOption* options, std::string_view keyword) {
  for (const PQconninfoOption* option = options; option->keyword != nullptr; ++option) {
    if (option->keyword == keyword && option->val != nullptr) return option->val;
  }
  return {};
}

// Does user:password@ stand in the URL, whatever libpq makes of it?
bool shows_a_password(std::string_view url) {
  const std::string_view rest = url.substr(url.find("://") + 3);
  const std::size_t at = rest.rfind('@');
  return at != std::string_view::npos && rest.substr(0, at).find(':') != std::string_view::npos;
}

// Never repeats the URL, nor words of libpq that may hold a piece of a password.
Result<OptionsHandle> parse_url(const std::string& url) {
  constexpr std::string_view kShape = "write postgres://user@host:5432/database";
  if (!url.starts_with("postgres://") && !url.starts_with("postgresql://")) {
    return fail(Code::kBadUrl, "a PostgreSQL URL begins with postgres://", std::string(kShape));
  }
  char* words = nullptr;
  OptionsHandle options(PQconninfoParse(url.c_str(), &words));
  const std::string problem = words == nullptr ? "" : std::string(text::trim(words));
  PQfreemem(words);
  const bool secret = shows_a_password(url);
  if (options == nullptr) {
    return fail(Code::kBadUrl, secret ? "the PostgreSQL URL cannot be read" : redact(problem),
                secret ? "in a password, write @ / : ? # % as %40 %2F %3A %3F %23 %25"
                       : std::string(kShape));
  }
  const bool misread = value_of(options.get(), "password").empty() ||
                       value_of(options.get(), "host").find('@') != std::string::npos;
  const std::string_view beyond = std::string_view(url).substr(url.find("://") + 3);
  const bool before_query = beyond.rfind('@') < beyond.find('?');
  if (secret && misread && before_query) {
    return fail(Code::kBadUrl, "the password in the PostgreSQL URL holds a character that ends it",
                "in a password, write @ / : ? # % as %40 %2F %3A %3F %23 %25");
  }
  return options;
}

// Polls until the session is there or is not, or the time is up.
PostgresPollingStatusType wait_for_session(PGconn* session, std::chrono::seconds timeout) {
  const auto deadline = std::chrono::steady_clock::now() + timeout;
  PostgresPollingStatusType status = PGRES_POLLING_WRITING;
  while (status == PGRES_POLLING_READING || status == PGRES_POLLING_WRITING) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return status;
    pollfd ready{PQsocket(session),
                 static_cast<short>(status == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
    const int count = ::poll(&ready, 1, static_cast<int>(left.count()));
    if (count < 0 && errno != EINTR) return PGRES_POLLING_FAILED;
    if (count > 0) status = PQconnectPoll(session);
  }
  return status;
}

// The server's last words, told by SQLSTATE (they may be in any language), and by libpq's own where
// there is none.
struct Refusal {
  std::string state;  // 3D000; empty: no server spoke
  std::string words;
};

Refusal read_refusal(std::string_view message) {
  Refusal refusal;
  for (const std::string_view line : text::split(message, '\n')) {
    if (line.empty() || line.starts_with("LOCATION:") || line.starts_with("\t")) continue;
    // After the server's words come lines of detail and hint.
    if (refusal.state.empty()) refusal.words = std::string(text::trim(line));
    // "... failed: FATAL:  3D000: database "x" does not exist"
    const std::size_t mark = line.rfind(":  ");
    if (mark == std::string_view::npos || line.size() < mark + 10) continue;
    const std::string_view state = line.substr(mark + 3, 5);
    const bool is_state = std::all_of(state.begin(), state.end(), [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    });
    if (!is_state || line[mark + 8] != ':') continue;
    refusal = {std::string(state), std::string(text::trim(line.substr(mark + 9)))};
  }
  return refusal;
}

std::string place_of(const PGconn* session) {
  const std::string host = PQhost(session) == nullptr ? "" : PQhost(session);
  const std::string port = PQport(session) == nullptr ? "" : PQport(session);
  if (host.empty()) return "the local server";
  return host.starts_with('/') ? host : fmt::format("{}:{}", host, port);
}

Diagnostic connect_error(PGconn* session, bool timed_out, std::int64_t seconds) {
  const Refusal refusal = read_refusal(PQerrorMessage(session));
  const std::string place = place_of(session);
  Diagnostic diagnostic;
  diagnostic.code = Code::kNoConnection;
  if (timed_out) {
    diagnostic.message = fmt::format("no answer from {} within {} s", place, seconds);
    diagnostic.hint = "check host, port and firewall; connect_timeout=N in the URL waits longer";
  } else if (refusal.state == "3D000") {
    diagnostic.message = fmt::format("no database '{}' on {}", PQdb(session), place);
    diagnostic.hint = fmt::format("create it with: createdb {}; or name another", PQdb(session));
  } else if (refusal.state.starts_with("28") || PQconnectionNeedsPassword(session) != 0) {
    diagnostic.message =
        fmt::format("{} does not let user '{}' in: {}", place, PQuser(session), refusal.words);
    diagnostic.hint =
        "check user and password; PGPASSWORD or ~/.pgpass keep a password out of the URL";
  } else if (!refusal.state.empty()) {
    diagnostic.message = fmt::format("{} refuses: {}", place, refusal.words);
    diagnostic.hint = fmt::format("SQLSTATE {}", refusal.state);
  } else {
    diagnostic.message = fmt::format("no PostgreSQL server at {}: {}", place, refusal.words);
    diagnostic.hint = "check host and port, and that the server runs";
  }
  diagnostic.message = redact(diagnostic.message);
  return diagnostic;
}

Result<std::unique_ptr<PostgresConnection>> open_session(const std::string& url,
                                                         const PQconninfoOption* options) {
  std::vector<const char*> keywords = {"dbname", "client_encoding", "fallback_application_name"};
  std::vector<const char*> values = {url.c_str(), "UTF8", "dbx"};
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  constexpr std::int64_t kLongest = 86'400;
  const std::int64_t asked =
      text::to_int64(value_of(options, "connect_timeout")).value_or(kConnectTimeoutSeconds);
  const std::int64_t seconds = asked <= 0 ? kLongest : std::min(asked, kLongest);
  PGconn* session = PQconnectStartParams(keywords.data(), values.data(), 1);
  if (session == nullptr) return fail(Code::kNoConnection, "out of memory");
  PQsetErrorVerbosity(session, PQERRORS_VERBOSE);  // with SQLSTATE
  const PostgresPollingStatusType status =
      PQstatus(session) == CONNECTION_BAD
          ? PGRES_POLLING_FAILED
          : wait_for_session(session, std::chrono::seconds(seconds));
  if (status != PGRES_POLLING_OK) {
    Diagnostic diagnostic = connect_error(session, status != PGRES_POLLING_FAILED, seconds);
    PQfinish(session);
    return fail(std::move(diagnostic));
  }
  PQsetErrorVerbosity(session, PQERRORS_DEFAULT);
  return std::make_unique<PostgresConnection>(session);
}

// What makes the server's text the same from session to session, and ends statements whose client
// is gone. search_path = public: see postgres.h.
Status set_up(PostgresConnection& connection, Access access) {
  if (connection.server_version() < kOldestVersion) {
    return fail(Code::kNoConnection,
                fmt::format("the server is PostgreSQL {}, too old for dbx",
                            connection.server_version() / 10000),
                "dbx works with PostgreSQL 13 and later");
  }
  std::string settings =
      "SET search_path = public; SET standard_conforming_strings = on; SET DateStyle = 'ISO'; "
      "SET IntervalStyle = 'postgres'; SET quote_all_identifiers = off;";
  if (access != Access::kReadWrite) {
    settings +=
        " SET default_transaction_read_only = on;"
        " SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY;";
  }
  DBX_CHECK_OK(connection.execute_script(settings));
  // Not on every operating system, nor before 14: without it the session is only slower to end.
  static_cast<void>(connection.execute_script("SET client_connection_check_interval = '500ms'"));
  return {};
}

}  // namespace

Result<std::unique_ptr<database::Connection>> connect(std::string_view url,
                                                      const ConnectOptions& options) {
  const std::string text(url);
  DBX_TRY(const OptionsHandle parsed, parse_url(text));
  DBX_TRY(auto connection, open_session(text, parsed.get()));
  DBX_CHECK_OK(set_up(*connection, options.access));
  if (options.access == Access::kReader) {
    DBX_TRY(auto session, make_reader_session(std::move(connection), options.caps));
    return make_reader(std::move(session), options.caps);
  }
  return std::unique_ptr<database::Connection>(std::move(connection));
}

}  // namespace dbx::dialect::postgres
