// Reads what a database holds, understands the question, lets the guard pass the query and runs it
// on a reader's session.
#include "dbx/app/ask.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "dbx/answer/periods.h"
#include "dbx/answer/question.h"
#include "dbx/answer/value_store.h"
#include "dbx/answer/weights.h"
#include "dbx/base/file.h"
#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/query/guard.h"

namespace dbx::app {
namespace {

constexpr std::size_t kQuestionBytesMax = 10'000;
constexpr std::size_t kValuesBytesMax = std::size_t{1} << 30U;
constexpr std::size_t kTried = 4;    // readings that are run to choose among
constexpr std::size_t kShown = 3;    // other readings that are told of
constexpr double kNearAnswer = 0.4;  // a reading this near to the best could be meant as well

bool is_nothing(const database::ResultSet& result) {
  if (result.rows.empty()) return true;
  return result.rows.size() == 1 &&
         std::all_of(result.rows[0].begin(), result.rows[0].end(),
                     [](const database::Value& value) {
                       return std::holds_alternative<std::monostate>(value);
                     });
}

bool is_zero(const database::ResultSet& result) {
  return result.rows.size() == 1 && result.rows[0].size() == 1 &&
         database::to_text(result.rows[0][0]) == "0";
}

Status refused(const std::string& verb) {
  return fail(Code::kRefusedWrite,
              fmt::format("'{}' asks to change something; questions only read", verb),
              "tables change through `dbx plan` and `dbx apply`, rows through `dbx seed`");
}

// Words at the head of a sentence that ask for a change.
Status refuse_writes(std::string_view question) {
  constexpr std::array kVerbs =
      std::to_array<std::string_view>({"insert", "delete", "drop", "update", "truncate", "alter",
                                       "grant", "revoke", "remove", "erase", "create"});
  const auto tokens = answer::tokenize(question);
  const bool sets = !tokens.empty() && tokens[0].lower == "set" &&
                    std::any_of(tokens.begin(), tokens.end(),
                                [](const answer::Token& token) { return token.lower == "to"; });
  if (sets) return refused(tokens[0].text);
  for (std::size_t i = 0; i < tokens.size() && i < 3; ++i) {
    if (std::find(kVerbs.begin(), kVerbs.end(), tokens[i].lower) == kVerbs.end()) continue;
    return refused(tokens[i].text);
  }
  return {};
}

Status check_question(std::string_view question) {
  if (text::trim(question).empty()) {
    return fail(Code::kUsage, "no question",
                "ask one: dbx orchestrate \"How many loans are there by region?\"");
  }
  if (question.size() > kQuestionBytesMax) {
    return fail(Code::kUsage,
                fmt::format("the question has {} bytes; {} at most",
                            text::group_digits(static_cast<std::int64_t>(question.size())),
                            text::group_digits(kQuestionBytesMax)),
                "ask one thing at a time");
  }
  if (text::find_invalid_utf8(question)) {
    return fail(Code::kUsage, "the question is not UTF-8 text", "is it text at all?");
  }
  return refuse_writes(question);
}

// "and by region?" goes on from the question before.
std::string follow_up(std::string_view before, std::string_view question) {
  if (before.empty()) return std::string(question);
  std::string head(text::trim(before));
  while (!head.empty() && (head.back() == '?' || head.back() == '.')) head.pop_back();
  std::string_view rest = text::trim(question);
  for (const std::string_view opener :
       {"and ", "And ", "now ", "Now ", "what about ", "What about "}) {
    if (rest.starts_with(opener)) rest.remove_prefix(opener.size());
  }
  return fmt::format("{} {}", head, rest);
}

std::vector<std::string> joins_of(const query::Select& select) {
  std::vector<std::string> joins;
  for (const query::Join& join : select.joins) {
    const auto& sides = join.condition.arguments;
    if (sides.size() != 2) continue;
    joins.push_back(
        fmt::format("{}.{} = {}.{}", sides[0].table, sides[0].text, sides[1].table, sides[1].text));
  }
  return joins;
}

// What changes when the data does: size and time of an embedded database's files; of a server,
// which does not say, the day. Empty: nothing to keep.
std::string state_of(const std::string& url) {
  const std::size_t colon = url.find(':');
  const std::string scheme = url.substr(0, colon);
  if (scheme != "duckdb" && scheme != "sqlite") return answer::today_by_clock();
  const std::string path = url.substr(colon + 1, url.find('?') - colon - 1);
  std::string state;
  for (const std::string& file : {path, path + ".wal", path + "-wal"}) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(file, missing);
    if (missing) continue;
    const auto time = std::filesystem::last_write_time(file, missing).time_since_epoch().count();
    state += fmt::format("{} {} {};", file, size, time);
  }
  return state;
}

}  // namespace

std::string memory_path(const std::string& given) {
  return given.empty() ? ".dbx/memory.json" : given;
}

Result<Answerer> Answerer::open(const AskSource& source) {
  const std::string url = database_url(source.database);
  Answerer answerer;
  {
    DBX_TRY(const Session session, app::open(url, dialect::Access::kReadOnly, false));
    Diagnostics notes;
    DBX_TRY(answerer.schema_, session.dialect->inspect(*session.connection, notes));
    if (answerer.schema_.tables.empty()) {
      return fail(Code::kNoTables, "the database has no tables to ask about",
                  "`dbx plan` and `dbx apply` make some, `dbx seed` fills them");
    }
    answerer.model_ = answer::make_model(answerer.schema_);
    const auto spec = spec_of(source.target, *session.connection, notes);
    if (!spec && !source.target.empty()) return tl::unexpected(spec.error());
    if (spec) answer::add_spec(answerer.model_, *spec);
    DBX_TRY(answerer.values_, read_values(source, url, session, answerer));
  }
  DBX_TRY(answerer.memory_, answer::load_memory(memory_path(source.memory), url));
  for (const answer::TaughtWord& word : answerer.memory_.words) {
    static_cast<void>(answer::teach(answerer.model_, word.words, word.means));
  }
  DBX_TRY(answerer.reader_.dialect, dialect::for_url(url));
  dialect::ConnectOptions options;
  options.access = dialect::Access::kReader;
  options.create = false;
  options.caps = source.caps;
  DBX_TRY(answerer.reader_.connection, answerer.reader_.dialect->connect(url, options));
  return answerer;
}

// From the folder of values, where they were kept of just this; else from the database, to be kept.
Result<answer::ValueIndex> Answerer::read_values(const AskSource& source, const std::string& url,
                                                 const Session& session, const Answerer& answerer) {
  const std::string state = source.cache.empty() ? std::string() : state_of(url);
  const std::string made_of =
      state.empty() ? std::string() : sha256(schema::fingerprint(answerer.schema_) + state);
  const std::string path = fmt::format("{}/{}.values", source.cache, sha256(url).substr(0, 16));
  if (!made_of.empty() && !source.refresh) {
    const auto text = read_file(path, kValuesBytesMax);
    if (auto held = text ? answer::read_values(*text, made_of) : std::nullopt) {
      return std::move(*held);
    }
  }
  DBX_TRY(answer::ValueIndex index,
          answer::ValueIndex::build(answerer.model_, [&](const query::Select& select) {
            return session.connection->query(session.dialect->write(select));
          }));
  if (!made_of.empty()) {
    std::error_code ignored;
    std::filesystem::create_directories(source.cache, ignored);
    // What cannot be kept is read again next time.
    static_cast<void>(write_file(path, answer::write_values(index, made_of)));
    std::filesystem::permissions(
        path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
  }
  return index;
}

Result<database::ResultSet> Answerer::run(const query::Select& select, std::int64_t rows,
                                          std::string& sql) {
  query::Policy policy;
  policy.rows = rows;
  DBX_TRY(const query::Select admitted, query::admit(select, schema_, policy));
  sql = reader_.dialect->write(admitted);
  return reader_.connection->query(sql);
}

Result<Reply> Answerer::answer_taught(const answer::TaughtQuestion& taught,
                                      const AskOptions& options, Reply reply) {
  query::Policy policy;
  policy.rows = options.rows;
  DBX_TRY(const query::Select admitted, query::admit(taught.sql, schema_, policy));
  reply.sql = reader_.dialect->write(admitted);
  reply.taught = true;
  reply.standing = answer::Standing::kAnswered;
  reply.confidence = 1;
  if (options.run) {
    DBX_TRY(reply.result, reader_.connection->query(reply.sql));
  }
  return reply;
}

// Runs the likeliest readings: one that fails or says nothing gives way to the next.
Result<std::size_t> Answerer::choose(const std::vector<answer::Candidate>& candidates,
                                     const AskOptions& options, Reply& reply) {
  std::optional<std::size_t> best;
  double best_score = 0;
  Diagnostics problems;
  const std::size_t tried = options.run ? std::min(kTried, candidates.size()) : 1;
  for (std::size_t i = 0; i < tried; ++i) {
    std::string sql;
    auto result =
        options.run ? run(candidates[i].select, options.rows, sql) : show(candidates[i], sql);
    if (!result) {
      const Code code = result.error().front().code;
      const bool stopped = code != Code::kQueryFailed && code != Code::kRefusedQuery;
      if (problems.empty()) problems = std::move(result).error();
      if (stopped) break;
      continue;
    }
    const double score = candidates[i].score - (is_nothing(*result) ? answer::weights::kEmpty : 0) -
                         (is_zero(*result) ? answer::weights::kZero : 0);
    if (best && score <= best_score) continue;
    best = i;
    best_score = score;
    reply.sql = std::move(sql);
    reply.result = std::move(*result);
  }
  if (!best) return tl::unexpected(std::move(problems));
  return *best;
}

// The query without its answer.
Result<database::ResultSet> Answerer::show(const answer::Candidate& candidate, std::string& sql) {
  DBX_TRY(const query::Select admitted, query::admit(candidate.select, schema_, {}));
  sql = reader_.dialect->write(admitted);
  return database::ResultSet{};
}

void Answerer::explain(const std::vector<answer::Candidate>& candidates, std::size_t best,
                       Reply& reply) const {
  const answer::Candidate& chosen = candidates[best];
  reply.said = chosen.said;
  reply.joins = joins_of(chosen.select);
  for (std::size_t i = 0; i < candidates.size() && reply.others.size() < kShown; ++i) {
    if (i == best || chosen.score - candidates[i].score > kNearAnswer) continue;
    reply.others.push_back({reader_.dialect->write(candidates[i].select), candidates[i].score});
  }
}

Result<Reply> Answerer::ask(std::string_view question, const AskOptions& options) {
  DBX_CHECK_OK(check_question(question));
  if (!options.today.empty() && !answer::is_day(options.today)) {
    return fail(Code::kUsage, fmt::format("'{}' is not a day", options.today),
                "a day is written 2026-11-26");
  }
  Reply reply;
  reply.question = follow_up(options.after, question);
  if (const answer::TaughtQuestion* taught = memory_.find(reply.question)) {
    return answer_taught(*taught, options, std::move(reply));
  }
  const answer::Understanding understood =
      answer::understand(model_, values_, reply.question, {answer::kRuns, options.today});
  const std::vector<answer::Candidate>& candidates = understood.candidates;
  reply.unknown = understood.unknown;
  reply.corrections = understood.corrections;
  if (candidates.empty()) return fail(not_understood(reply.unknown));
  DBX_TRY(const std::size_t best, choose(candidates, options, reply));
  explain(candidates, best, reply);
  const bool empty = options.run && is_nothing(*reply.result);
  reply.confidence = answer::confidence(answer::weigh(understood, best, empty));
  reply.standing = answer::standing_of(reply.confidence);
  if (options.assume && reply.standing != answer::Standing::kAnswered) {
    reply.standing = answer::Standing::kAssumed;
  }
  reply.more = options.run && static_cast<std::int64_t>(reply.result->rows.size()) > options.rows;
  if (reply.more) reply.result->rows.resize(static_cast<std::size_t>(options.rows));
  if (!options.run) reply.result.reset();
  return reply;
}

// What the words might have been, among those of the database.
Diagnostic Answerer::not_understood(const std::vector<std::string>& unknown) const {
  std::vector<std::string> names;
  for (const answer::TableModel& table : model_.tables) {
    names.push_back(table.name);
    for (const answer::ColumnModel& column : table.columns) names.push_back(column.name);
  }
  Diagnostic problem;
  problem.code = Code::kQuestionNotUnderstood;
  problem.message = "the question names nothing that this database holds";
  if (!unknown.empty()) {
    problem.message += fmt::format("; not known: {}", text::join(unknown, ", "));
  }
  std::vector<std::string> near;
  for (const std::string& word : unknown) {
    if (const auto name = text::nearest(word, names)) {
      near.push_back(fmt::format("'{}' for '{}'", *name, word));
    }
  }
  problem.hint = near.empty()
                     ? "`dbx suggest-queries` shows questions that have an answer; `dbx teach` "
                       "teaches a word"
                     : fmt::format("did you mean {}?", text::join(near, ", "));
  return problem;
}

}  // namespace dbx::app
