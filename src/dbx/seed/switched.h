// One of several generators in each row: what mixtures and conditions are made of. Rows are
// gathered by generator, filled in one call each, and put back in their places. Immutable after
// construction, thread-safe.
#pragma once

#include <memory>
#include <vector>

#include "dbx/seed/generator.h"

namespace dbx::seed {

// Says for each row which generator it takes: 0 <= out[i] < the number of generators.
class Chooser {
 public:
  virtual ~Chooser() = default;
  virtual void choose(Rows rows, std::span<std::uint32_t> out) const = 0;
};

class Switched final : public Generator {
 public:
  // Every case of nature kStored, in the storage of one column.
  Switched(std::vector<GeneratorPtr> cases, std::unique_ptr<const Chooser> chooser,
           database::Storage storage)
      : cases_(std::move(cases)), chooser_(std::move(chooser)), storage_(storage) {}
  Nature nature() const override { return Nature::kStored; }
  void fill(Rows rows, Values& out) const override;

 private:
  std::vector<GeneratorPtr> cases_;
  std::unique_ptr<const Chooser> chooser_;
  database::Storage storage_;
};

// The generator of a fill within a fill, for the same column: shape as for create() in registry.h,
// but a fill without a generator lists values: [DE, FR], {NY: 3, LA: 1}. `where` opens the message
// of an error: "case 'gold'".
Result<GeneratorPtr> create_within(const spec::Fill& fill, const Request& request,
                                   std::string_view where);

}  // namespace dbx::seed
