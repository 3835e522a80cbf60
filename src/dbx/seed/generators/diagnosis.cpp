// diagnosis, diagnosis_code, diagnosis_chapter: of the row's diagnosis (topics.h), different until
// all are used; then codes get the round's number as a subcategory: I10, I10.1.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

class Diagnoses {
 public:
  explicit Diagnoses(const Request& request)
      : index_(request, "diagnosis", static_cast<std::int64_t>(diagnoses().size())) {}
  const Diagnosis& operator()(std::int64_t row) const {
    return diagnoses()[static_cast<std::size_t>(index_.index(row))];
  }
  std::int64_t round(std::int64_t row) const { return index_.round(row); }

 private:
  TopicIndex index_;
};

}  // namespace

Result<GeneratorPtr> make_diagnosis(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "diagnosis"));
  return texts([known = Diagnoses(request)](std::int64_t row, std::string& out) {
    out += known(row).name;
    if (known.round(row) > 0) out += ", type " + std::to_string(known.round(row));
  });
}

Result<GeneratorPtr> make_diagnosis_code(const Request& request, FillParameters&) {
  const auto space = static_cast<std::int64_t>(diagnoses().size()) * 10;
  if (request.unique && request.rows > space) return fail(not_enough(request, space));
  return texts([known = Diagnoses(request)](std::int64_t row, std::string& out) {
    out += known(row).code;
    if (known.round(row) > 0) out += "." + std::to_string(known.round(row));
  });
}

Result<GeneratorPtr> make_diagnosis_chapter(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "diagnosis_chapter"));
  return texts([known = Diagnoses(request)](std::int64_t row, std::string& out) {
    out += known(row).chapter;
  });
}

}  // namespace dbx::seed
