// Counted in characters, as columns are; cut only between them.
#include "dbx/seed/wide.h"

#include <algorithm>

#include "dbx/seed/random.h"

namespace dbx::seed {
namespace {

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

class Wide final : public Generator {
 public:
  Wide(GeneratorPtr inner, const Random& random, double rate, std::size_t length)
      : inner_(std::move(inner)),
        random_(random),
        threshold_(static_cast<std::uint64_t>(rate * 0x1p64)),
        length_(length) {}
  Nature nature() const override { return inner_->nature(); }
  void fill(Rows rows, Values& out) const override {
    inner_->fill(rows, out);
    std::string arena;
    std::vector<std::uint32_t> offsets = {0};
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::string_view text = out.text(i);
      arena += text;
      const std::size_t size = characters(text);
      if (size > 0 && random_.bits(rows[i], 1).first < threshold_) {
        for (std::size_t done = 2 * size + 1; done <= length_; done += size + 1) {
          arena += ' ';
          arena += text;
        }
      }
      offsets.push_back(static_cast<std::uint32_t>(arena.size()));
    }
    out.arena = std::move(arena);
    out.offsets = std::move(offsets);
  }

 private:
  GeneratorPtr inner_;
  Random random_;
  std::uint64_t threshold_;
  std::size_t length_;
};

}  // namespace

GeneratorPtr widened(GeneratorPtr inner, const spec::Column& column, std::uint64_t key,
                     double rate) {
  const auto length = static_cast<std::size_t>(std::max(column.type.length, 0));
  return std::make_unique<Wide>(std::move(inner), Random(key, "wide " + column.name), rate,
                                length > 0 ? std::min(length, kWideMax) : kWideMax);
}

}  // namespace dbx::seed
