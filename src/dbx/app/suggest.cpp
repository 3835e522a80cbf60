// Suggests, runs on a read-only session, keeps what has an answer.
#include "dbx/app/suggest.h"

#include "dbx/app/session.h"

namespace dbx::app {
namespace {

// More are tried than shown: some come back empty.
constexpr std::size_t kTriedPerShown = 4;

}  // namespace

Result<std::vector<SuggestedAnswer>> suggest(const SuggestRequest& request) {
  DBX_TRY(const Session session,
          open(database_url(request.database), dialect::Access::kReadOnly, false));
  Diagnostics ignored;
  DBX_TRY(const spec::Spec spec, spec_of(request.target, *session.connection, ignored));
  const auto suggestions = ask::suggest(spec, request.topic, request.limit * kTriedPerShown);
  DBX_TRY(std::vector<ask::Answer> answers,
          ask::keep_non_empty(suggestions, request.limit, [&](const query::Select& select) {
            return session.connection->query(session.dialect->write(select));
          }));
  if (answers.empty()) {
    return fail(Code::kNoSuggestions,
                suggestions.empty() ? "no question fits" : "no suggested question has an answer",
                suggestions.empty() ? "leave the topic out, or word it otherwise"
                                    : "are there rows? `dbx seed` makes some");
  }
  std::vector<SuggestedAnswer> result;
  for (ask::Answer& answer : answers) {
    std::string sql = session.dialect->write(answer.suggestion.select);
    result.push_back({std::move(answer), std::move(sql)});
  }
  return result;
}

}  // namespace dbx::app
