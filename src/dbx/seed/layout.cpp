// Entities, combinations and weighted parents.
#include "dbx/seed/layout.h"

#include <algorithm>
#include <cassert>

#include "dbx/base/hash.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/distribution.h"
#include "dbx/seed/math.h"

namespace dbx::seed {
namespace {

constexpr std::int64_t kWeightedParentsMax = std::int64_t{1} << 20U;
constexpr double kSlotSigma = 0.8;

// Lognormal with median 1: the activity of a parent.
double activity(std::uint64_t key, std::int64_t parent, double sigma) {
  const std::uint64_t bits = mix64(key ^ mix64(static_cast<std::uint64_t>(parent) + 1));
  return exp(sigma * normal_quantile(to_unit(bits)));
}

std::int64_t product(const std::vector<std::int64_t>& sizes) {
  std::int64_t result = 1;
  for (const std::int64_t size : sizes) result *= size;
  return result;
}

std::vector<std::int64_t> slot_starts(std::int64_t parents, std::int64_t rest, std::int64_t rows,
                                      std::uint64_t key) {
  if (parents > kWeightedParentsMax || rest < 2) return {};
  std::vector<std::int64_t> starts;
  starts.reserve(static_cast<std::size_t>(parents) + 1);
  std::int64_t total = 0;
  for (std::int64_t parent = 0; parent < parents; ++parent) {
    starts.push_back(total);
    const double share = std::min(1.0, 0.35 * activity(key, parent, kSlotSigma));
    total +=
        std::max<std::int64_t>(1, static_cast<std::int64_t>(share * static_cast<double>(rest)));
  }
  starts.push_back(total);
  if (total < rows) starts.clear();  // the rows need what the skew would leave out
  return starts;
}

}  // namespace

EntityLayout::EntityLayout(std::uint64_t key, int rows_mean, int rows_max)
    : key_(key), rows_max_(rows_max), entities_per_block_(std::max(1, kBlock / rows_mean)) {
  assert(rows_mean >= 1 && rows_mean <= rows_max && rows_max <= 255);
  // Enough entities that none needs more than rows_max rows.
  entities_per_block_ =
      std::max<std::int64_t>(entities_per_block_, (kBlock + rows_max - 1) / rows_max);
  const auto entities = static_cast<std::size_t>(entities_per_block_);
  for (int pattern = 0; pattern < kPatterns; ++pattern) {
    const std::uint64_t pattern_key =
        mix64(0xA0761D6478BD642FULL + static_cast<std::uint64_t>(pattern));
    std::vector<double> weights(entities);
    for (std::size_t i = 0; i < entities; ++i) {
      weights[i] = activity(pattern_key, static_cast<std::int64_t>(i), 0.6);
    }
    // One row each; every further row goes to the entity that is furthest below its weight.
    std::vector<int> sizes(entities, 1);
    for (int left = kBlock - static_cast<int>(entities); left > 0; --left) {
      std::size_t best = entities;
      for (std::size_t i = 0; i < entities; ++i) {
        if (sizes[i] >= rows_max) continue;
        if (best == entities || weights[i] / sizes[i] > weights[best] / sizes[best]) best = i;
      }
      ++sizes[best];
    }
    std::size_t cell = 0;
    for (std::size_t i = 0; i < entities; ++i) {
      for (int sequence = 0; sequence < sizes[i]; ++sequence) {
        cells_[static_cast<std::size_t>(pattern)][cell++] = {static_cast<std::uint8_t>(i),
                                                             static_cast<std::uint8_t>(sequence),
                                                             static_cast<std::uint8_t>(sizes[i])};
      }
    }
  }
}

const EntityLayout::Pattern& EntityLayout::pattern_of(std::int64_t block) const {
  return cells_[mix64(key_ ^ static_cast<std::uint64_t>(block)) % kPatterns];
}

EntityLayout::Place EntityLayout::locate(std::int64_t row) const {
  const std::int64_t block = row / kBlock;
  const Cell& cell = pattern_of(block)[static_cast<std::size_t>(row % kBlock)];
  return {block * entities_per_block_ + cell.entity, cell.sequence, cell.size};
}

std::int64_t EntityLayout::entity_count(std::int64_t rows) const {
  return rows == 0 ? 0 : locate(rows - 1).entity + 1;
}

std::int64_t EntityLayout::rows_of(std::int64_t entities) const {
  std::int64_t rows = entities / entities_per_block_ * kBlock;
  while (locate(rows).entity < entities) ++rows;
  return rows;
}

CombinationSpace::CombinationSpace(std::vector<std::int64_t> sizes, std::int64_t rows,
                                   std::uint64_t key)
    : sizes_(std::move(sizes)),
      rest_size_(product(sizes_) / sizes_.front()),
      starts_(slot_starts(sizes_.front(), rest_size_, rows, key)),
      key_(key),
      slots_(starts_.empty() ? product(sizes_) : starts_.back(), key),
      rests_(rest_size_) {
  assert(rows <= product(sizes_));
}

CombinationSpace::Slot CombinationSpace::locate(std::int64_t row) const {
  const std::int64_t slot = slots_(row);
  if (starts_.empty()) return {slot / rest_size_, slot % rest_size_};
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), slot);
  const std::int64_t parent = after - starts_.begin() - 1;
  const std::int64_t sequence = slot - *(after - 1);
  return {parent, rests_.apply(sequence, mix64(key_ + static_cast<std::uint64_t>(parent)))};
}

std::int64_t CombinationSpace::value(std::int64_t row, std::size_t member) const {
  const Slot slot = locate(row);
  if (member == 0) return slot.parent;
  std::int64_t rest = slot.rest;
  for (std::size_t i = 1; i < member; ++i) rest /= sizes_[i];
  return rest % sizes_[member];
}

IndexPtr weighted_parent(std::int64_t parents, std::uint64_t key, std::string_view name,
                         double sigma) {
  const Random random(key, name);
  if (parents <= kWeightedParentsMax) {
    std::vector<double> weights(static_cast<std::size_t>(parents));
    const std::uint64_t weight_key = hash64(name, key);
    for (std::int64_t parent = 0; parent < parents; ++parent) {
      weights[static_cast<std::size_t>(parent)] = activity(weight_key, parent, sigma);
    }
    return index_by([random, table = AliasTable(weights)](std::int64_t row) {
      return table.pick(random.bits(row));
    });
  }
  // Density falling as u^2 over ranks (hot keys: u^8); the permutation spreads the ranks over the
  // keys.
  const bool hot = sigma > 1.5;
  return index_by([random, parents, hot, spread = Permutation(parents, key)](std::int64_t row) {
    const double u = to_unit(random.bits(row).first);
    const double power = hot ? u * u * u * u : u;
    const auto rank = static_cast<std::int64_t>(power * power * static_cast<double>(parents));
    return spread(std::min(rank, parents - 1));
  });
}

namespace {

double weight_of(const Horizon& horizon, std::int64_t day) {
  const DateRange& range = horizon.days;
  const int weekday = iso_weekday(range.begin + day);
  const double week = weekday == 7 ? 0.45 : weekday == 6 ? 0.6 : 1.0;
  const double year = 0.85 + 0.3 * day_of_year(range.begin + day) / 366.0;
  const double growth = 1.0 + 0.5 * static_cast<double>(day) / static_cast<double>(range.days);
  const double special =
      horizon.calendar == nullptr ? 1.0 : horizon.calendar->factor(range.begin + day);
  return week * year * growth * special;
}

// How many things have happened by the end of each added day: each sum is the one before and a
// weight, whatever days follow.
std::vector<double> things_by_day(const Horizon& horizon) {
  double base = 0;
  for (std::int64_t day = 0; day < horizon.days.days; ++day) base += weight_of(horizon, day);
  std::vector<double> sums;
  double sum = 0;
  for (std::int64_t day = 0; day < horizon.extra_days; ++day) {
    sum += weight_of(horizon, horizon.days.days + day);
    sums.push_back(sum * static_cast<double>(horizon.things) / base);
  }
  return sums;
}

}  // namespace

std::int64_t extra_things(const Horizon& horizon) {
  if (horizon.extra_days == 0) return 0;
  return static_cast<std::int64_t>(things_by_day(horizon).back());
}

IndexPtr weighted_day(const Horizon& horizon, std::uint64_t key, std::string_view name) {
  const Random random(key, name);
  std::vector<double> weights(static_cast<std::size_t>(horizon.days.days));
  for (std::int64_t day = 0; day < horizon.days.days; ++day) {
    weights[static_cast<std::size_t>(day)] = weight_of(horizon, day);
  }
  if (horizon.extra_days == 0) {
    return index_by([random, table = AliasTable(weights)](std::int64_t row) {
      return table.pick(random.bits(row));
    });
  }
  return index_by([random, table = AliasTable(weights), sums = things_by_day(horizon),
                   things = horizon.things, days = horizon.days.days](std::int64_t row) {
    if (row < things) return table.pick(random.bits(row));
    const double place = static_cast<double>(row - things) + 0.5;
    const auto day = std::upper_bound(sums.begin(), sums.end() - 1, place);
    return days + (day - sums.begin());
  });
}

IndexPtr distinct_parent(std::int64_t parents, std::uint64_t key, std::string_view name) {
  return index_by(
      [order = Permutation(parents, hash64(name, key))](std::int64_t row) { return order(row); });
}

}  // namespace dbx::seed
