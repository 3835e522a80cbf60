// Written into a folder beside, then moved.
#include "dbx/app/seed_files.h"

#include <fmt/format.h>

#include <filesystem>

#include "dbx/app/seed_truth.h"
#include "dbx/app/session.h"
#include "dbx/app/spec_file.h"
#include "dbx/base/clock.h"
#include "dbx/base/file.h"
#include "dbx/base/json.h"

namespace dbx::app {
namespace {

namespace fs = std::filesystem;

// Files of a seed on their way into a folder; what was not moved there is removed.
class Folder {
 public:
  explicit Folder(const std::string& path)
      : path_(path), partial_(path_ / fmt::format(".dbx-partial-{}", utc_now())) {}
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(partial_, ignored);
  }

  Status open() {
    std::error_code error;
    fs::create_directories(partial_, error);
    if (!error) return {};
    return fail(Code::kFileNotWritable, fmt::format("{}: {}", path_.string(), error.message()));
  }
  std::string file(const std::string& name) {
    names_.push_back(name);
    return (partial_ / name).string();
  }
  Status move_all() {
    for (const std::string& name : names_) {
      std::error_code error;
      fs::rename(partial_ / name, path_ / name, error);
      if (error) {
        return fail(Code::kFileNotWritable,
                    fmt::format("{}: {}", (path_ / name).string(), error.message()));
      }
    }
    return {};
  }

 private:
  fs::path path_;
  fs::path partial_;
  std::vector<std::string> names_;
};

// Which part of the rows a file holds: ".2-of-8"; empty where it is all of them.
std::string part_of(const seed::Shard& shard) {
  return shard.count > 1 ? fmt::format(".{}-of-{}", shard.number, shard.count) : "";
}

std::string file_name(const SeedFilesRequest& request, const std::string& stem) {
  return stem + part_of(request.shard) +
         (request.format == dialect::FileFormat::kParquet ? ".parquet" : ".csv");
}

// Loads by writing a file a table.
class FileLoader final : public database::BulkLoader {
 public:
  FileLoader(dialect::RowFiles& files, Folder& folder, const SeedFilesRequest& request)
      : files_(files), folder_(folder), request_(request) {}
  Status load(const database::RowSource& source, const database::LoadOptions& options) override {
    return files_.write(source, folder_.file(file_name(request_, source.table())), request_.format,
                        options);
  }

 private:
  dialect::RowFiles& files_;
  Folder& folder_;
  const SeedFilesRequest& request_;
};

std::string manifest_name(const SeedFilesRequest& request) {
  return "manifest" + part_of(request.shard) + ".json";
}

// Of everything that would be written, the truth and the manifest too.
Status check_free(const SeedFilesRequest& request, const seed::SeedPlan& plan,
                  const seed::Pieces& pieces) {
  if (request.replace) return {};
  std::vector<std::string> names;
  for (const seed::Piece& piece : pieces) {
    const seed::TablePlan& table = plan.tables()[piece.table];
    names.push_back(file_name(request, table.name));
    if (table.dirty != nullptr) names.push_back(file_name(request, "truth." + table.name));
  }
  names.push_back(manifest_name(request));
  for (const std::string& name : names) {
    const fs::path path = fs::path(request.folder) / name;
    std::error_code ignored;
    if (!fs::exists(path, ignored)) continue;
    return fail(Code::kFileExists, fmt::format("{} exists", path.string()),
                "say --replace to write over it, or choose another folder");
  }
  return {};
}

Json manifest_of(const SeedFilesRequest& request, const SeedReport& report) {
  Json tables = Json::array();
  for (const seed::LoadedTable& table : report.loaded) {
    tables.push_back({{"table", table.name},
                      {"file", file_name(request, table.name)},
                      {"rows", table.rows},
                      {"content_hash", table.hash.text()}});
  }
  return {{"seed", report.options.seed},
          {"seed_key", report.plan.key()},
          {"shard", fmt::format("{}/{}", request.shard.number, request.shard.count)},
          {"content_hash", report.content_hash},
          {"tables", tables}};
}

Status write_all(const SeedFilesRequest& request, const seed::Pieces& pieces,
                 const seed::LoadSettings& settings, Folder& folder, SeedReport& report) {
  DBX_TRY(dialect::RowFiles files, dialect::RowFiles::open());
  FileLoader loader(files, folder, request);
  seed::Loading loading(report.plan, loader, settings, seed::rows_of(pieces));
  std::vector<std::pair<std::string, std::vector<seed::Truth>>> truths;
  for (const seed::Piece& piece : pieces) {
    DBX_TRY(seed::LoadedTable part, loading.load(piece));
    report.loaded.push_back(std::move(part));
    const seed::TablePlan& table = report.plan.tables()[piece.table];
    if (table.dirty != nullptr) {
      truths.emplace_back(table.name, table.dirty->truth(piece.rows));
      report.spoiled += static_cast<std::int64_t>(truths.back().second.size());
    }
  }
  for (auto& [table, told] : truths) {
    const TruthSource source(table, std::move(told));
    const std::string name = file_name(request, "truth." + table);
    DBX_CHECK_OK(files.write(source, folder.file(name), request.format, {}));
  }
  return {};
}

}  // namespace

Result<SeedReport> seed_files(const SeedFilesRequest& request, const seed::ProgressSink& progress,
                              const CancelFlag& cancel) {
  Diagnostics notes;
  Session session;
  if (request.target.empty()) {
    DBX_TRY(session, open(database_url(request.database), dialect::Access::kReadOnly, false));
  }
  DBX_TRY(const spec::Spec spec, request.target.empty() ? spec_of("", *session.connection, notes)
                                                        : load_spec(request.target, notes));
  Diagnostics remarks;
  DBX_TRY(PlannedSeed planned, plan_seed(spec, request.target, request.wishes, true, remarks));
  SeedReport report{.database = request.folder,
                    .plan = std::move(planned.plan),
                    .options = std::move(planned.options)};
  report.notes = std::move(remarks);
  report.complete = request.shard.count == 1;
  const seed::Pieces pieces = seed::pieces_of(report.plan, planned.spec, request.shard);
  DBX_CHECK_OK(check_free(request, report.plan, pieces));
  Folder folder(request.folder);
  DBX_CHECK_OK(folder.open());
  const Stopwatch watch;
  seed::LoadSettings settings;
  settings.threads = threads_for(request.threads);
  settings.progress = progress;
  settings.cancel = &cancel;
  DBX_CHECK_OK(write_all(request, pieces, settings, folder, report));
  report.content_hash = hash_of_all(report.loaded);
  report.seconds = watch.seconds();
  DBX_CHECK_OK(write_file(folder.file(manifest_name(request)),
                          dump(manifest_of(request, report), 2) + "\n"));
  DBX_CHECK_OK(folder.move_all());
  return report;
}

}  // namespace dbx::app
