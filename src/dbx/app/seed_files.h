// Rows as files instead of into a database.
#pragma once

#include <string>
#include <vector>

#include "dbx/app/seed.h"
#include "dbx/base/cancel.h"
#include "dbx/dialect/row_files.h"

namespace dbx::app {

struct SeedFilesRequest {
  std::string target;  // a spec file; empty: the spec recorded in the database
  std::string database;
  std::string folder;
  dialect::FileFormat format = dialect::FileFormat::kParquet;
  SeedWishes wishes;
  seed::Shard shard;
  unsigned threads = 0;  // 0: one a core
  bool replace = false;  // files that are there
};

// One file a table (`fact_x.parquet`; of a shard `fact_x.2-of-8.parquet`), the truth about defects,
// and manifest.json with rows, hashes and seed, written last: files appear under their names when
// every one is whole. Errors: file-exists, file-not-writable, no-space, interrupted, bad-shard,
// those of plan_seed(); no file is left then.
Result<SeedReport> seed_files(const SeedFilesRequest& request, const seed::ProgressSink& progress,
                              const CancelFlag& cancel);

}  // namespace dbx::app
