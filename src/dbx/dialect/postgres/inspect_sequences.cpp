// Sequences: those behind identity and serial columns go into the column, the others are listed.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

constexpr Oid kInt2Oid = 21;
constexpr Oid kInt4Oid = 23;

struct Limits {
  std::int64_t least;
  std::int64_t most;
};

template <class Integer>
constexpr Limits limits_of() {
  return {std::numeric_limits<Integer>::min(), std::numeric_limits<Integer>::max()};
}

Limits limits_of_type(Oid type) {
  if (type == kInt2Oid) return limits_of<std::int16_t>();
  if (type == kInt4Oid) return limits_of<std::int32_t>();
  return limits_of<std::int64_t>();
}

}  // namespace

// Defaults: init_params() in src/backend/commands/sequence.c.
std::string sequence_options(const SequenceRow& sequence) {
  const Limits limits = limits_of_type(sequence.type);
  const bool up = sequence.increment > 0;
  std::vector<std::string> options;
  const auto option = [&](std::string_view word, std::int64_t value, std::int64_t usual) {
    if (value != usual) options.push_back(fmt::format("{} {}", word, value));
  };
  option("START WITH", sequence.start, up ? sequence.minimum : sequence.maximum);
  option("INCREMENT BY", sequence.increment, 1);
  option("MINVALUE", sequence.minimum, up ? 1 : limits.least);
  option("MAXVALUE", sequence.maximum, up ? limits.most : -1);
  option("CACHE", sequence.cache, 1);
  if (sequence.cycle) options.emplace_back("CYCLE");
  return text::join(options, " ");
}

Status read_sequences(Inspection& in) {
  DBX_TRY(const Rows rows,
          in.connection.read(
              "sequences",
              fmt::format("SELECT c.oid, c.relnamespace, c.relname, s.seqtypid, s.seqstart, "
                          "s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, "
                          "d.refobjid, d.refobjsubid, d.deptype = 'i' "
                          "FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_class c ON c.oid = "
                          "s.seqrelid LEFT JOIN pg_catalog.pg_depend d ON d.classid = {0} AND "
                          "d.objid = c.oid AND d.objsubid = 0 AND d.refclassid = {0} AND "
                          "d.refobjsubid > 0 AND d.deptype IN ('a', 'i') WHERE c.relnamespace {1}",
                          static_cast<Oid>(kClassCatalog), kUserNamespaces)));
  for (int r = 0; r < rows.count(); ++r) {
    SequenceRow sequence;
    sequence.oid = rows.oid(r, 0);
    sequence.name = {in.schema_name(rows.oid(r, 1)), rows.string(r, 2)};
    sequence.type = rows.oid(r, 3);
    sequence.start = rows.integer(r, 4);
    sequence.increment = rows.integer(r, 5);
    sequence.minimum = rows.integer(r, 6);
    sequence.maximum = rows.integer(r, 7);
    sequence.cache = rows.integer(r, 8);
    sequence.cycle = rows.truth(r, 9);
    sequence.owner = rows.oid(r, 10);
    sequence.owner_attribute = static_cast<int>(rows.integer(r, 11));
    // An identity's sequence is never one of its own, whatever becomes of its column here.
    sequence.consumed = rows.truth(r, 12) || is_own(sequence.name) ||
                        in.is_extension_member(kClassCatalog, sequence.oid);
    in.sequences.push_back(std::move(sequence));
  }
  std::sort(in.sequences.begin(), in.sequences.end(),
            [](const SequenceRow& a, const SequenceRow& b) { return a.name < b.name; });
  for (std::size_t i = 0; i < in.sequences.size(); ++i) {
    const SequenceRow& sequence = in.sequences[i];
    if (sequence.owner != 0) {
      in.owned_sequences.emplace(std::pair{sequence.owner, sequence.owner_attribute}, i);
    }
  }
  return {};
}

SequenceRow* find_owned_sequence(Inspection& in, Oid table, int attribute) {
  if (in.owned_sequences.empty()) return nullptr;
  const auto found = in.owned_sequences.find({table, attribute});
  return found == in.owned_sequences.end() ? nullptr : &in.sequences[found->second];
}

void list_sequences(Inspection& in) {
  for (const SequenceRow& row : in.sequences) {
    const Relation* owner = in.find(row.owner);
    if (row.consumed || (owner != nullptr && !owner->listed)) continue;
    schema::Sequence sequence;
    sequence.schema = row.name.schema;
    sequence.name = row.name.name;
    const std::string options = sequence_options(row);
    const std::string_view type = row.type == kInt2Oid   ? "AS smallint"
                                  : row.type == kInt4Oid ? "AS integer"
                                                         : "";
    sequence.options =
        fmt::format("{}{}{}", type, type.empty() || options.empty() ? "" : " ", options);
    if (owner != nullptr) {
      sequence.owner_table = owner->name;
      const Attribute* column = find_attribute(*owner, row.owner_attribute);
      if (column != nullptr) sequence.owner_column = column->name;
    }
    sequence.comment = in.comment(kClassCatalog, row.oid);
    in.schema.sequences.push_back(std::move(sequence));
  }
}

}  // namespace dbx::dialect::postgres
