// Printing, reading and hashing of migration files.
#include "dbx/migrate/migration.h"

#include <fmt/format.h>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"

namespace dbx::migrate {
namespace {

constexpr std::string_view kTitle = "-- dbx migration ";
constexpr std::string_view kStep = "-- step ";
constexpr std::string_view kOnline = "online";
constexpr std::string_view kSpecBegin = "-- spec begin";
constexpr std::string_view kSpecLine = "--|";
constexpr std::string_view kSpecEnd = "-- spec end";

// SQL without comments and with single spaces outside quotes, so that layout is no difference.
std::string normalise(std::string_view sql) {
  std::string result;
  bool space = false;
  for (std::size_t i = 0; i < sql.size();) {
    const char c = sql[i];
    if (sql.substr(i).starts_with("--")) {
      i = std::min(sql.find('\n', i), sql.size());
    } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      space = !result.empty();
      ++i;
    } else {
      if (space) result += ' ';
      space = false;
      const bool quoted = c == '\'' || c == '"';
      const std::size_t close = quoted ? sql.find(c, i + 1) : i;
      const std::size_t end = close == std::string_view::npos ? sql.size() : close + 1;
      result += sql.substr(i, end - i);
      i = end;
    }
  }
  return result;
}

// A name may hold anything; its line is one line.
std::string escaped(std::string_view object) {
  const std::string slashes = text::replace_all(object, "\\", "\\\\");
  return text::replace_all(text::replace_all(slashes, "\n", "\\n"), "\r", "\\r");
}

std::string unescaped(std::string_view object) {
  std::string result;
  for (std::size_t i = 0; i < object.size(); ++i) {
    const bool escape = object[i] == '\\' && i + 1 < object.size();
    if (escape) ++i;
    const bool letter = escape && (object[i] == 'n' || object[i] == 'r');
    result += !letter ? object[i] : (object[i] == 'n' ? '\n' : '\r');
  }
  return result;
}

std::string step_line(const Step& step) {
  std::string line =
      fmt::format("{} {} {}", step.kind, escaped(step.object), plan::name(step.risk));
  if (!step.transactional) line.append(" ").append(kOnline);
  return line;
}

class FileReader {
 public:
  FileReader(std::string_view text, std::string_view file) : text_(text), file_(file) {}

  Result<Migration> read() {
    if (!text_.starts_with(kTitle)) {
      return fail(problem(Code::kBadMigrationFile, "this is not a migration that dbx wrote",
                          "`dbx plan --target SPEC --out FILE` writes one"));
    }
    Migration migration;
    migration.id = std::string(text::trim(line().substr(kTitle.size())));
    const bool is_name = !migration.id.empty() && migration.id.size() <= 200 &&
                         migration.id.find_first_of("/\\\r\t") == std::string::npos;
    if (!is_name) {
      return fail(problem(Code::kBadMigrationFile, "the title holds no name of a migration",
                          "write the file again with `dbx plan`"));
    }
    std::string written_hash;
    for (;;) {
      const std::string_view header = peek();
      if (!header.starts_with("-- ") || header.starts_with(kStep) ||
          header.starts_with(kSpecBegin)) {
        break;
      }
      take_header(line(), migration, written_hash);
    }
    while (position_ < text_.size()) {
      const std::string_view next = peek();
      if (text::trim(next).empty()) {
        line();
      } else if (next.starts_with(kStep)) {
        DBX_CHECK_OK(step(migration));
      } else if (next == kSpecBegin) {
        DBX_CHECK_OK(spec(migration));
      } else {
        return fail(problem(Code::kBadMigrationFile,
                            "expected a line '-- step n: ...' or '-- spec begin' here",
                            "write a new file with `dbx plan`; a migration is not edited by hand"));
      }
    }
    return check(std::move(migration), written_hash);
  }

 private:
  std::string_view peek() const {
    const std::size_t end = text_.find('\n', position_);
    return text_.substr(position_, end == std::string_view::npos ? end : end - position_);
  }

  std::string_view line() {
    const std::string_view result = peek();
    position_ = std::min(position_ + result.size() + 1, text_.size());
    ++line_number_;
    return result;
  }

  static void take_header(std::string_view header, Migration& migration, std::string& hash) {
    header.remove_prefix(3);
    const std::size_t colon = header.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view key = header.substr(0, colon);
    const std::string value(text::trim(header.substr(colon + 1)));
    if (key == "engine") migration.engine = value;
    if (key == "from") migration.from = value;
    if (key == "to") migration.to = value;
    if (key == "plan") hash = value;
  }

  Status step(Migration& migration) {
    const std::string_view header = line();
    Step step;
    const std::size_t colon = header.find(": ");
    if (colon != std::string_view::npos) {
      auto words = text::split(header.substr(colon + 2), ' ');
      if (words.size() > 3 && words.back() == kOnline) {
        step.transactional = false;
        words.pop_back();
      }
      step.kind = std::string(words.front());
      for (const plan::Risk risk : {plan::Risk::kMedium, plan::Risk::kHigh}) {
        if (words.back() == plan::name(risk)) step.risk = risk;
      }
      std::vector<std::string> object(words.begin() + (words.empty() ? 0 : 1), words.end());
      if (!object.empty()) object.pop_back();
      step.object = unescaped(text::join(object, " "));
    }
    const std::string_view body = step_body(migration.steps.size() + 2);
    const std::string_view statement = text::trim(body);
    if (!statement.ends_with(';')) {
      return fail(problem(Code::kBadMigrationFile, "this step has no statement that ends with ';'",
                          "the file is cut off; write it again with `dbx plan`"));
    }
    step.sql = std::string(text::trim(statement.substr(0, statement.size() - 1)));
    const std::size_t end = position_ + body.size();
    while (position_ < end) line();
    migration.steps.push_back(std::move(step));
    return {};
  }

  // Up to the line of the step with the number `next`, or the spec, or the end. Semicolons tell
  // nothing: the body of a function or trigger has its own.
  std::string_view step_body(std::size_t next) const {
    std::size_t end = text_.find(fmt::format("\n{}{}: ", kStep, next), position_);
    if (end == std::string_view::npos)
      end = text_.find(fmt::format("\n{}\n", kSpecBegin), position_);
    return text_.substr(position_, end == std::string_view::npos ? end : end + 1 - position_);
  }

  Status spec(Migration& migration) {
    line();
    while (peek().starts_with(kSpecLine)) {
      std::string_view content = line().substr(kSpecLine.size());
      if (content.starts_with(' ')) content.remove_prefix(1);
      migration.spec.append(content).append("\n");
    }
    if (peek() != kSpecEnd) {
      return fail(problem(Code::kBadMigrationFile, "the recorded spec does not end",
                          "the file is cut off; write it again with `dbx plan`"));
    }
    line();
    return {};
  }

  Result<Migration> check(Migration migration, const std::string& written_hash) const {
    if (migration.engine.empty() || migration.from.empty() || migration.to.empty() ||
        written_hash.empty()) {
      return fail(problem(Code::kBadMigrationFile,
                          "the header lacks one of engine, from, to and plan",
                          "write the file again with `dbx plan`"));
    }
    if (plan_hash(migration) != written_hash) {
      Diagnostic diagnostic =
          problem(Code::kChecksumMismatch,
                  fmt::format("'{}' was edited after it was planned", migration.id),
                  "change the spec and plan again; nothing was run");
      diagnostic.where.line = 1;
      return fail(std::move(diagnostic));
    }
    return migration;
  }

  Diagnostic problem(Code code, std::string message, std::string hint) const {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.message = std::move(message);
    diagnostic.hint = std::move(hint);
    diagnostic.where.file = std::string(file_);
    diagnostic.where.line = line_number_;
    diagnostic.where.column = 1;
    return diagnostic;
  }

  std::string_view text_;
  std::string_view file_;
  std::size_t position_ = 0;
  int line_number_ = 1;
};

}  // namespace

bool operator==(const Step& a, const Step& b) {
  return a.kind == b.kind && a.object == b.object && a.risk == b.risk && a.sql == b.sql &&
         a.transactional == b.transactional;
}

std::string checksum(const Migration& migration) {
  std::string statements;
  for (const Step& step : migration.steps) statements.append(normalise(step.sql)).append(";\n");
  return sha256(statements);
}

std::string plan_hash(const Migration& migration) {
  std::string text = fmt::format("{}\n{}\n{}\n{}\n", migration.engine, migration.from, migration.to,
                                 checksum(migration));
  for (const Step& step : migration.steps) {
    text += step_line(step) + "\n";
  }
  return sha256(text + migration.spec);
}

std::string print(const Migration& migration) {
  std::string text = fmt::format("{}{}\n-- engine: {}\n-- from: {}\n-- to: {}\n-- plan: {}\n",
                                 kTitle, migration.id, migration.engine, migration.from,
                                 migration.to, plan_hash(migration));
  int number = 0;
  for (const Step& step : migration.steps) {
    text += fmt::format("\n{}{}: {}\n{};\n", kStep, ++number, step_line(step), step.sql);
  }
  if (migration.spec.empty()) return text;
  text += fmt::format("\n{}\n", kSpecBegin);
  std::string_view rest = migration.spec;
  if (rest.ends_with('\n')) rest.remove_suffix(1);
  for (const std::string_view line : text::split(rest, '\n')) {
    text.append(kSpecLine).append(line.empty() ? "" : " ").append(line).append("\n");
  }
  return text.append(kSpecEnd).append("\n");
}

Result<Migration> read(std::string_view text, std::string_view file_name) {
  return FileReader(text, file_name).read();
}

}  // namespace dbx::migrate
