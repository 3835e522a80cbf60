// The factor of an entity in a period.
#include "dbx/seed/carried.h"

#include "dbx/base/hash.h"
#include "dbx/seed/random.h"

namespace dbx::seed {
namespace {

constexpr std::int64_t kKnot = 4;        // periods between two draws of noise
constexpr std::int64_t kHeadStart = 12;  // entities are up to so many periods into their decay

class Carried final : public Generator {
 public:
  Carried(GeneratorPtr stored, bool is_double, const Carry& carry, const Periods& layout,
          std::uint64_t key)
      : stored_(std::move(stored)),
        is_double_(is_double),
        carry_(carry),
        layout_(layout),
        key_(key) {}
  Nature nature() const override { return Nature::kStored; }
  void fill(Rows rows, Values& out) const override {
    stored_->fill(rows, out);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double now = factor(rows[i] % layout_.entities, rows[i] / layout_.entities);
      if (is_double_) {
        out.doubles[i] *= now;
      } else {
        out.integers[i] =
            static_cast<std::int64_t>(static_cast<double>(out.integers[i]) * now + 0.5);
      }
    }
  }

 private:
  double noise(std::int64_t entity, std::int64_t knot) const {
    const auto address = static_cast<std::uint64_t>(entity * 65'536 + knot);
    return to_unit(mix64(key_ ^ mix64(address)));
  }
  double factor(std::int64_t entity, std::int64_t period) const {
    // Entities have their knots at different periods, so that the total moves smoothly.
    const std::int64_t own = period + (entity & (kKnot - 1));
    const std::int64_t knot = own / kKnot;
    const double part = static_cast<double>(own % kKnot) / static_cast<double>(kKnot);
    const double level = noise(entity, knot) * (1.0 - part) + noise(entity, knot + 1) * part;
    const double head = noise(entity, -1) * static_cast<double>(kHeadStart);
    const double way =
        (static_cast<double>(period) + head) / static_cast<double>(layout_.periods + kHeadStart);
    return (1.0 - carry_.wobble * level) * (1.0 - carry_.decay * way);
  }

  GeneratorPtr stored_;
  bool is_double_;
  Carry carry_;
  Periods layout_;
  std::uint64_t key_;
};

}  // namespace

GeneratorPtr carried(GeneratorPtr stored, bool is_double, const Carry& carry, const Periods& layout,
                     std::uint64_t key) {
  return std::make_unique<Carried>(std::move(stored), is_double, carry, layout, key);
}

}  // namespace dbx::seed
