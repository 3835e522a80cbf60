// Checks what is taught against the database, then keeps it.
#include "dbx/app/teach.h"

#include <algorithm>

#include "dbx/answer/memory.h"
#include "dbx/answer/model.h"
#include "dbx/app/ask.h"
#include "dbx/app/session.h"
#include "dbx/base/text.h"
#include "dbx/query/guard.h"

namespace dbx::app {

Result<Taught> teach(const TeachRequest& request) {
  if (text::trim(request.words).empty()) {
    return fail(Code::kUsage, "no words to teach", "dbx teach \"clients\" dim_customer");
  }
  const std::string url = database_url(request.database);
  DBX_TRY(const Session session, open(url, dialect::Access::kReadOnly, false));
  Diagnostics notes;
  DBX_TRY(const schema::Schema schema, session.dialect->inspect(*session.connection, notes));
  const Taught taught{memory_path(request.memory)};
  DBX_TRY(answer::Memory memory, answer::load_memory(taught.path, url));
  if (request.is_question) {
    DBX_TRY([[maybe_unused]] const query::Select admitted, query::admit(request.means, schema));
    std::erase_if(memory.questions, [&](const answer::TaughtQuestion& held) {
      return &held == memory.find(request.words);
    });
    memory.questions.push_back({request.words, request.means});
  } else {
    answer::Model model = answer::make_model(schema);
    DBX_CHECK_OK(answer::teach(model, request.words, request.means));
    std::erase_if(memory.words, [&](const answer::TaughtWord& held) {
      return text::equals_ignoring_case(held.words, request.words);
    });
    memory.words.push_back({request.words, request.means});
  }
  DBX_CHECK_OK(answer::save_memory(taught.path, url, memory));
  return taught;
}

}  // namespace dbx::app
