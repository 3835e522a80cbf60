// date, timestamp, time: a moment between from and to, both included; by default within the table's
// date range. Unique dates are a permutation of the range's days, unique timestamps of its seconds.
#include "dbx/seed/calendar.h"

#include "dbx/base/hash.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/permutation.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

DateRange read_range(const Request& request, FillParameters& parameters) {
  const std::int64_t begin = parameters.date("from", request.dates.begin);
  const std::int64_t end =
      parameters.date("to", std::max(begin, request.dates.begin + request.dates.days - 1));
  parameters.require(begin <= end, "'from' is after 'to'");
  return {begin, std::max<std::int64_t>(1, end - begin + 1)};
}

// A number below `size` for each row, each another one where they must be unique.
template <class Use>
Result<GeneratorPtr> pick(const Request& request, Nature nature, std::int64_t size, Use use) {
  if (!request.unique) {
    return integers(
        nature, [random = Random(request.key, request.column.name), size, use](std::int64_t row) {
          return use(below(random.bits(row).first, size));
        });
  }
  if (size < request.rows) return fail(not_enough(request, size));
  return integers(nature, [order = Permutation(size, hash64(request.column.name, request.key)),
                           use](std::int64_t row) { return use(order(row)); });
}

}  // namespace

Result<GeneratorPtr> make_date(const Request& request, FillParameters& parameters) {
  const DateRange range = read_range(request, parameters);
  return pick(request, Nature::kDate, range.days,
              [begin = range.begin](std::int64_t day) { return begin + day; });
}

Result<GeneratorPtr> make_timestamp(const Request& request, FillParameters& parameters) {
  const DateRange range = read_range(request, parameters);
  return pick(request, Nature::kTimestamp, range.days * 86400,
              [begin = range.begin](std::int64_t second) {
                return begin * kMicrosecondsPerDay + second * 1'000'000;
              });
}

Result<GeneratorPtr> make_time(const Request& request, FillParameters&) {
  return pick(request, Nature::kTime, 86400,
              [](std::int64_t second) { return second * 1'000'000; });
}

}  // namespace dbx::seed
