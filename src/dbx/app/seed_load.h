// Work, carried out: transactions that each hold some rows and the record of them.
#pragma once

#include <functional>

#include "dbx/app/seed.h"
#include "dbx/app/seed_work.h"
#include "dbx/app/session.h"

namespace dbx::app {

// What stays the same from transaction to transaction.
struct SeedTask {
  const Session& session;
  const SeedRequest& request;
  const spec::Spec& spec;
  const schema::Schema& live;
};

// Loads the work into the database and into the report; `at_end` runs in the last transaction, with
// every row in. After an error whole transactions may be in
// and recorded; none is there in part. Errors: the loader's; orphan-rows, interrupted.
Status carry_out(const SeedTask& task, const SeedWork& work, const seed::LoadSettings& settings,
                 SeedReport& report, const std::function<Status()>& at_end);

}  // namespace dbx::app
