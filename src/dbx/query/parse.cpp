// What is looked at before the parser runs, one statement and no other, and where things stand.
#include "dbx/query/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dbx/base/text.h"
#include "dbx/query/reader.h"

namespace dbx::query {
namespace {

// Each is a level of the parser's tree, which it writes by recursion.
constexpr std::size_t kChainWordsMax = 200;
// A level of our tree is up to six of the parser's.
constexpr int kJsonDepthMax = 6 * kDepthMax;

constexpr std::string_view kOnlySelect =
    "only SELECT, set operations and WITH of those are allowed";

// Statements that change nothing themselves; all others do.
constexpr std::array kHarmless = {
    std::pair{"ExplainStmt", "EXPLAIN"},       std::pair{"VariableShowStmt", "SHOW"},
    std::pair{"PrepareStmt", "PREPARE"},       std::pair{"ExecuteStmt", "EXECUTE"},
    std::pair{"DeallocateStmt", "DEALLOCATE"}, std::pair{"FetchStmt", "FETCH"},
    std::pair{"DeclareCursorStmt", "DECLARE"}, std::pair{"ClosePortalStmt", "CLOSE"},
    std::pair{"ListenStmt", "LISTEN"},         std::pair{"UnlistenStmt", "UNLISTEN"},
};

// Members that say more than that they are not allowed.
struct Member {
  std::string_view name;
  std::string_view words;
  std::string_view hint;
  Code code = Code::kRefusedQuery;
};
constexpr std::array kMembers = {
    Member{"intoClause", "SELECT INTO makes a table", "leave INTO out", Code::kRefusedWrite},
    Member{"lockingClause", "FOR UPDATE and FOR SHARE lock rows", "leave the lock out",
           Code::kRefusedWrite},
    Member{"valuesLists", "VALUES is not allowed", "write SELECT 1 UNION ALL SELECT 2"},
    Member{"lateral", "LATERAL is not allowed", "join a subquery that does not look beside itself"},
    Member{"catalogname", "a table is named with its database", "write schema.table"},
    Member{"func_variadic", "VARIADIC is not allowed", "write the arguments one by one"},
    Member{"agg_distinct", "DISTINCT is allowed in count() alone", "write count(DISTINCT x)"},
    Member{"agg_order", "ORDER BY is not allowed in this function", "leave it out"},
    Member{"refname", "a window that extends another is not allowed", "write the window out"},
};

std::size_t count_words(const std::string& lower, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1)) {
    ++count;
  }
  return count;
}

Status check_text(std::string_view text, const Reader& reader) {
  if (text.size() > kTextBytesMax) {
    return reader.refuse(
        0, fmt::format("the query has {} bytes, more than {}", text.size(), kTextBytesMax),
        "ask for less at once");
  }
  if (const auto bad = text::find_invalid_utf8(text)) {
    return reader.refuse(*bad, "the query is not UTF-8", "save it as UTF-8");
  }
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    return reader.refuse(zero, "the query holds a zero byte", "leave it out");
  }
  const std::string lower = text::to_lower(text);
  std::size_t links = 0;
  for (const std::string_view word : {"union", "intersect", "except", "join"}) {
    links += count_words(lower, word);
  }
  if (links > kChainWordsMax) {
    return reader.refuse(0, fmt::format("the query joins or combines {} times", links),
                         fmt::format("{} times are allowed", kChainWordsMax));
  }
  return {};
}

// InsertStmt -> INSERT, AlterTableStmt -> ALTER TABLE.
std::string words_of(std::string kind) {
  if (kind.ends_with("Stmt")) kind.resize(kind.size() - 4);
  std::string words;
  for (const char c : kind) {
    if (c >= 'A' && c <= 'Z' && !words.empty()) words += ' ';
    words += c;
  }
  return text::to_upper(words);
}

Status check_kind(const Json& statement, const Reader& reader) {
  const std::string kind = sql::kind_of(statement);
  if (kind == "SelectStmt") return {};
  for (const auto& [harmless, words] : kHarmless) {
    if (kind == harmless) {
      return reader.refuse(0, fmt::format("{} is not allowed", words), std::string(kOnlySelect));
    }
  }
  return reader.refuse(0, fmt::format("{} is not a query: it changes something", words_of(kind)),
                       std::string(kOnlySelect), Code::kRefusedWrite);
}

}  // namespace

tl::unexpected<Diagnostics> Reader::refuse(std::size_t at, std::string message, std::string hint,
                                           Code code) const {
  at = std::min(at, text_.size());
  const std::string_view before = text_.substr(0, at);
  const std::size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  diagnostic.where.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  diagnostic.where.column = 1 + static_cast<int>(at - line_start);
  diagnostic.where.begin_offset = at;
  diagnostic.where.end_offset = at;
  return fail(std::move(diagnostic));
}

Status Reader::only(const Json& node, std::string_view what,
                    std::initializer_list<const char*> members, std::size_t at) const {
  for (const auto& [name, value] : node.items()) {
    const bool known = std::any_of(members.begin(), members.end(),
                                   [&](const char* member) { return name == member; });
    if (known) continue;
    for (const Member& member : kMembers) {
      if (name == member.name) {
        return refuse(at, std::string(member.words), std::string(member.hint), member.code);
      }
    }
    return refuse(at, fmt::format("{} is not allowed with its {}", what, name), "leave it out");
  }
  return {};
}

Result<Select> parse(std::string_view text) {
  Reader reader(text);
  DBX_CHECK_OK(check_text(text, reader));
  const auto statements = sql::parse_statement(text, kJsonDepthMax);
  if (!statements) {
    const bool deep = statements.error().message == "nested too deep";
    if (deep) return reader.refuse(0, "the query nests too deep", "ask for less at once");
    return reader.refuse(statements.error().offset, statements.error().message,
                         "write one SELECT as PostgreSQL reads it", Code::kSqlSyntax);
  }
  for (const Json& statement : *statements) DBX_CHECK_OK(check_kind(statement, reader));
  if (statements->size() != 1) {
    return reader.refuse(0,
                         statements->empty()
                             ? "there is no query"
                             : fmt::format("{} statements where one is due", statements->size()),
                         "write one SELECT");
  }
  return reader.select(sql::inside(statements->front()));
}

}  // namespace dbx::query
