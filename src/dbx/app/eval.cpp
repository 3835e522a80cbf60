// Reads the questions, asks them database by database, compares the answers.
#include "dbx/app/eval.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "dbx/answer/same_answer.h"
#include "dbx/base/file.h"
#include "dbx/base/json.h"
#include "dbx/base/text.h"

namespace dbx::app {
namespace {

constexpr std::size_t kBytesMax = std::size_t{256} << 20U;
constexpr std::int64_t kRowsCompared = 100'000;

struct Line {
  std::size_t number = 0;
  std::string database;
  EvalItem item;
};

std::string text_of(const Json& object, const char* key) {
  return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : "";
}

Result<std::vector<Line>> read_questions(const EvalRequest& request) {
  DBX_TRY(const std::string text, read_file(request.questions, kBytesMax));
  std::vector<Line> lines;
  std::size_t number = 0;
  for (const std::string_view raw : text::split(text, '\n')) {
    ++number;
    if (text::trim(raw).empty()) continue;
    const Json object = Json::parse(raw, nullptr, false);
    if (!object.is_object() || text_of(object, "question").empty()) {
      Diagnostic problem;
      problem.code = Code::kBadQuestions;
      problem.message = "not an object with a text \"question\"";
      problem.where.file = request.questions;
      problem.where.line = static_cast<int>(number);
      problem.where.column = 1;
      problem.hint = "one a line: {\"question\": \"...\", \"sql\": \"...\"}";
      return fail(std::move(problem));
    }
    if (!request.part.empty() && text_of(object, "part") != request.part) continue;
    Line line;
    line.number = number;
    line.database = text_of(object, "db");
    line.item.id = text_of(object, "id");
    if (line.item.id.empty()) line.item.id = std::to_string(number);
    line.item.question = text_of(object, "question");
    line.item.gold = text_of(object, "sql");
    line.item.today = text_of(object, "today");
    const std::string expect = text_of(object, "expect");
    if (expect == "unclear") line.item.expect = Expectation::kUnclear;
    if (expect == "refused") line.item.expect = Expectation::kRefused;
    lines.push_back(std::move(line));
  }
  if (lines.empty()) {
    return fail(Code::kBadQuestions, fmt::format("no questions in '{}'", request.questions),
                "one a line: {\"question\": \"...\", \"sql\": \"...\"}");
  }
  return lines;
}

// Does the query itself sort, rather than a window or a query within?
bool is_ordered(const std::string& sql) {
  const std::string lower = text::to_lower(sql);
  int depth = 0;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (lower[i] == '(') ++depth;
    if (lower[i] == ')') --depth;
    if (depth == 0 && lower.compare(i, 8, "order by") == 0) return true;
  }
  return false;
}

bool is_answered(const EvalItem& item) {
  return item.standing == answer::Standing::kAnswered ||
         item.standing == answer::Standing::kAssumed;
}

// The given query is the author's own: it runs as it stands, on a session that only reads.
void ask_one(Answerer& answerer, database::Connection& plain, EvalItem& item) {
  AskOptions options;
  options.rows = kRowsCompared;
  options.today = item.today;
  const auto begin = std::chrono::steady_clock::now();
  auto reply = answerer.ask(item.question, options);
  item.milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  if (reply) {
    item.sql = reply->sql;
    item.standing = reply->standing;
    item.confidence = reply->confidence;
  } else {
    item.problem = reply.error().front().message;
  }
  if (item.expect != Expectation::kAnswer) {
    item.scored = true;
    const bool refused = !reply && reply.error().front().code == Code::kRefusedWrite;
    item.right = item.expect == Expectation::kRefused ? refused : !refused && !is_answered(item);
    return;
  }
  if (item.gold.empty()) return;
  const auto gold = plain.query(item.gold);
  if (!gold) {
    item.problem = fmt::format("the given query fails: {}", gold.error().front().message);
    item.gold_fails = true;
    return;
  }
  item.scored = true;
  item.right =
      reply && reply->result && answer::same_answer(*reply->result, *gold, is_ordered(item.gold));
}

void sum_up(EvalReport& report) {
  std::vector<double> times;
  for (const EvalItem& item : report.items) {
    times.push_back(item.milliseconds);
    if (!item.scored) continue;
    ++report.scored;
    if (item.right) ++report.right;
    const bool answered = is_answered(item);
    if (answered) ++report.answered;
    if (answered && item.right) ++report.answered_right;
  }
  std::sort(times.begin(), times.end());
  report.p50 = times[times.size() / 2];
  report.p99 = times[std::min(times.size() - 1, times.size() * 99 / 100)];
}

}  // namespace

Result<EvalReport> evaluate(
    const EvalRequest& request,
    const std::function<void(std::size_t done, std::size_t all)>& progress) {
  DBX_TRY(std::vector<Line> lines, read_questions(request));
  std::map<std::string, std::vector<Line*>> by_database;
  for (Line& line : lines) by_database[line.database].push_back(&line);
  std::size_t done = 0;
  for (auto& [database, list] : by_database) {
    AskSource source = request.source;
    source.caps.rows = kRowsCompared;
    source.caps.bytes = std::int64_t{64} << 20U;
    if (!database.empty()) {
      if (request.databases.empty()) {
        return fail(Code::kUsage,
                    fmt::format("line {} names the database '{}'", list[0]->number, database),
                    "name the folder of its file with --databases");
      }
      source.database = fmt::format("sqlite:{}/{}.sqlite", request.databases, database);
    }
    DBX_TRY(Answerer answerer, Answerer::open(source));
    DBX_TRY(const Session plain,
            open(database_url(source.database), dialect::Access::kReadOnly, false));
    for (Line* line : list) {
      ask_one(answerer, *plain.connection, line->item);
      progress(++done, lines.size());
    }
  }
  EvalReport report;
  for (Line& line : lines) report.items.push_back(std::move(line.item));
  sum_up(report);
  return report;
}

}  // namespace dbx::app
