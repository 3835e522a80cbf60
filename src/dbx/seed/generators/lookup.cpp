// lookup: the value of a column of the row's own parent: `of: dim_company.industry`, by the parent
// table, or `of: payer_key.industry`, by the foreign key's column. NULL where the parent's cell is,
// if the column takes NULL. Also of a column of the same row.
#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

class LookUp final : public Generator {
 public:
  LookUp(Reached from, bool nullable) : from_(std::move(from)), nullable_(nullable) {}
  Nature nature() const override { return Nature::kStored; }
  void fill(Rows rows, Values& out) const override {
    from_.generator->fill(rows, out);
    if (!nullable_ || !from_.is_null) return;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!from_.is_null(rows[i])) continue;
      out.valid.resize(rows.size(), 1);
      out.valid[i] = 0;
    }
  }

 private:
  Reached from_;
  bool nullable_;
};

// Values are copied as they are stored, so the types must store alike.
bool stores_alike(const spec::Type& from, const spec::Type& to) {
  const database::Storage storage = database::storage_of(from);
  if (from.array || to.array) return false;
  if (storage != database::storage_of(to)) return false;
  if (storage == database::Storage::kText) {
    return from.is_text() == to.is_text() && (from.is_text() || from.kind == to.kind);
  }
  if (storage == database::Storage::kDouble) return true;
  if (from.is_integer() && to.is_integer()) return stored_max(from) <= stored_max(to);
  return from.kind == to.kind && from.scale == to.scale;
}

}  // namespace

Result<GeneratorPtr> make_lookup(const Request& request, FillParameters& parameters) {
  parameters.require(parameters.has("of"), "'of' is missing: a parent's column, table.column");
  const std::string of = parameters.text("of", "");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (request.unique) return fail(never_unique(request, "lookup"));
  DBX_TRY(Reached from, request.siblings.reach(of));
  if (!stores_alike(from.type, request.column.type)) {
    parameters.complain("'" + of + "' is " + spec::print(from.type) + ", this column " +
                        spec::print(request.column.type));
    return fail(parameters.problems());
  }
  const bool shorter = request.column.type.is_text() &&
                       text_bytes_max(from.type) > text_bytes_max(request.column.type);
  if (shorter) {
    parameters.complain("'" + of + "' may be longer than a " + spec::print(request.column.type));
    return fail(parameters.problems());
  }
  return GeneratorPtr(std::make_unique<LookUp>(std::move(from), request.column.nullable));
}

}  // namespace dbx::seed
