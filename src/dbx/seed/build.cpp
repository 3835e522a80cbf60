// TableBuilder: collecting columns, and a generator for each column that no step has settled.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/checks.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/table_builder.h"
#include "dbx/seed/topics.h"
#include "dbx/seed/wide.h"

namespace dbx::seed {
namespace {

constexpr double kNullRate = 0.03;     // of a nullable attribute
constexpr double kNullRateKey = 0.05;  // of an optional foreign key

std::string column_pointer(const spec::TablePlace& place, const std::string& column) {
  const auto find = [&](const std::vector<spec::Column>& list, std::string_view group) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].name == column) return fmt::format("{}/{}/{}", place.pointer, group, i);
    }
    return std::string();
  };
  std::string pointer = find(place.table->columns, "columns");
  if (pointer.empty()) pointer = find(place.table->measures, "measures");
  return pointer.empty() ? place.pointer : pointer;
}

// A distribution of which next to nothing lies where the checks allow values: any value there
// alike.
spec::Fill evenly_within(const spec::Fill& fill) {
  std::optional<double> low;
  std::optional<double> high;
  for (const spec::FillParameter& parameter : fill.parameters) {
    if (parameter.name == "min") low = text::to_double(parameter.values.front());
    if (parameter.name == "max") high = text::to_double(parameter.values.front());
  }
  if (!low && !high) return fill;
  if (!low) low = *high > 0 ? 0 : *high - 1;
  if (!high) high = *low > 0 ? 2 * *low : *low + 1;
  const auto written = [](double value) { return std::vector{fmt::format("{}", value)}; };
  return {"uniform", {{"min", written(*low), {}, false}, {"max", written(*high), {}, false}}};
}

// Nothing happens to dimensions: they are there.
CalendarPtr calendar_of(const spec::Table& table, const Options& options) {
  if (table.kind == spec::TableKind::kDimension) return {};
  const auto own = options.calendars.find(table.name);
  return own == options.calendars.end() ? options.calendar : own->second;
}

std::string_view Place::*unique_place_part(const std::string& generator) {
  if (generator == "city") return &Place::city;
  if (generator == "state") return &Place::state;
  if (generator == "country") return &Place::country;
  if (generator == "country_code") return &Place::country_code;
  if (generator == "region") return &Place::region;
  if (generator == "currency") return &Place::currency;
  return nullptr;
}

}  // namespace

TableBuilder::TableBuilder(const Input& input)
    : input_(input),
      table_(*input.place.table),
      rows_(input.rows),
      key_(table_key(input.options.seed, table_.name)),
      dates_(input.options.dates),
      is_date_dimension_(is_date_dimension(table_)),
      calendar_(calendar_of(table_, input.options)),
      parent_rows_(table_.foreign_keys.size()) {}

std::map<std::string, IndexPtr, std::less<>> TableBuilder::parent_rows() const {
  std::map<std::string, IndexPtr, std::less<>> rows;
  for (std::size_t k = 0; k < table_.foreign_keys.size(); ++k) {
    const std::string& table = table_.foreign_keys[k].references.table;
    const auto same = [&](const spec::ForeignKey& key) { return key.references.table == table; };
    if (std::count_if(table_.foreign_keys.begin(), table_.foreign_keys.end(), same) > 1) continue;
    if (parent_rows_[k] && !is_self(table_.foreign_keys[k])) rows[table] = parent_rows_[k];
  }
  return rows;
}

Parent TableBuilder::as_parent(const TableModel& model) const {
  Parent parent{&model, {}, extra_days_, versions_, parent_rows(), rows_, nullptr};
  if (is_date_dimension_) parent.dates = dates_;
  if (const Timeline when = timeline(); when.day && table_.kind == spec::TableKind::kFact) {
    parent.day = std::make_shared<ChainIndex>(
        when.day, index_by([begin = when.begin](std::int64_t day) { return begin + day; }));
  }
  return parent;
}

Result<std::unique_ptr<TableModel>> TableBuilder::build() {
  collect_columns();
  DBX_CHECK_OK(find_events());
  DBX_CHECK_OK(find_fan_out());
  settle_surrogate_key();
  DBX_CHECK_OK(settle_date_dimension());
  DBX_CHECK_OK(settle_unique_groups());
  order_events();
  DBX_CHECK_OK(settle_foreign_keys());
  settle_events();
  settle_history();
  settle_measures();
  DBX_CHECK_OK(settle_correlations());
  DBX_CHECK_OK(build_columns());
  DBX_CHECK_OK(check_correlations());
  std::vector<ColumnModel> columns;
  for (Slot& slot : slots_) {
    const double null_rate = null_rate_of(slot);
    columns.push_back({std::move(slot.column), std::move(slot.generator),
                       std::move(slot.generator_name), std::move(slot.why), null_rate,
                       std::move(slot.null_stream)});
  }
  return std::make_unique<TableModel>(
      table_.name, key_, rows_ + extra_rows_, std::move(columns),
      NullStorm{Random(key_, "storm", Stream::kNull), input_.options.null_storm_rate});
}

void TableBuilder::collect_columns() {
  for (spec::EffectiveColumn& effective : spec::effective_columns(input_.spec, table_)) {
    Slot slot;
    slot.pointer = column_pointer(input_.place, effective.column.name);
    slot.null_stream = effective.column.name;
    slot.column = std::move(effective.column);
    slot.origin = effective.origin;
    for (std::size_t k = 0; k < table_.foreign_keys.size() && slot.foreign_key < 0; ++k) {
      const auto& names = table_.foreign_keys[k].columns;
      const auto found = std::find(names.begin(), names.end(), slot.column.name);
      if (found == names.end()) continue;
      slot.foreign_key = static_cast<int>(k);
      slot.key_position = static_cast<std::size_t>(found - names.begin());
    }
    const auto is_key = [&](const std::vector<std::string>& names) {
      return std::find(names.begin(), names.end(), slot.column.name) != names.end();
    };
    if (is_key(table_.primary_key) || slot.column.name == table_.surrogate_key ||
        is_key(table_.natural_key) || is_key(spec::grain_of(table_))) {
      slot.null_rate = 0;
    }
    slots_.push_back(std::move(slot));
  }
}

TableBuilder::Slot* TableBuilder::slot_of(std::string_view column) {
  for (Slot& slot : slots_) {
    if (slot.column.name == column) return &slot;
  }
  return nullptr;
}

const spec::Column* TableBuilder::find(std::string_view column) const {
  for (const Slot& slot : slots_) {
    if (slot.column.name == column) return &slot.column;
  }
  return nullptr;
}

Result<const Generator*> TableBuilder::sibling(std::string_view column) {
  Slot* slot = slot_of(column);
  if (slot == nullptr) {
    std::vector<std::string> names;
    for (const Slot& other : slots_) names.push_back(other.column.name);
    const auto near = text::nearest(column, names);
    return fail(Code::kBadFill, fmt::format("'{}' has no column '{}'", table_.name, column),
                near ? fmt::format("did you mean '{}'?", *near) : "");
  }
  if (slot->state == Slot::State::kBuilding) {
    return fail(Code::kBadFill, fmt::format("the fill of '{}' depends on itself", column));
  }
  DBX_CHECK_OK(build(*slot));
  return static_cast<const Generator*>(slot->generator.get());
}

Diagnostics TableBuilder::located(Diagnostics diagnostics, const std::string& pointer) const {
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.where.pointer.empty()) diagnostic.where.pointer = pointer;
  }
  return diagnostics;
}

void TableBuilder::settle(Slot& slot, GeneratorPtr generator, std::string name, std::string why) {
  slot.generator = std::move(generator);
  slot.generator_name = std::move(name);
  slot.why = std::move(why);
  slot.settled = true;
}

void TableBuilder::settle_fill(Slot& slot, spec::Fill fill, std::string why) {
  slot.fill = std::move(fill);
  slot.why = std::move(why);
  slot.settled = true;
}

Status TableBuilder::build_columns() {
  for (Slot& slot : slots_) {
    if (!slot.unique || slot.settled || slot.column.fill) continue;
    const auto part = unique_place_part(infer(table_, slot.column, rows_).fill.generator);
    if (part != nullptr && distinct_places_.empty()) distinct_places_ = distinct_places(part);
  }
  Diagnostics problems;
  for (Slot& slot : slots_) {
    if (const Status status = build(slot); !status) {
      problems.insert(problems.end(), status.error().begin(), status.error().end());
    }
  }
  if (!problems.empty()) return fail(std::move(problems));
  return {};
}

Status TableBuilder::build(Slot& slot) {
  if (slot.state == Slot::State::kBuilt) return {};
  slot.state = Slot::State::kBuilding;
  Result<GeneratorPtr> made = make(slot);
  slot.state = Slot::State::kOpen;
  const bool by_fill = slot.column.fill.has_value();
  if (made && slot.generator_name == "sum_to_total" && asked_null_rate(slot).value_or(0) > 0) {
    made = fail(Code::kBadFill, fmt::format("'{}' adds up to a total; a NULL would be missing from "
                                            "it",
                                            slot.column.name));
  }
  if (!made) return fail(located(made.error(), slot.pointer + (by_fill ? "/fill" : "")));
  slot.generator = std::move(*made);
  slot.state = Slot::State::kBuilt;
  return {};
}

Result<GeneratorPtr> TableBuilder::make(Slot& slot) {
  Result<GeneratorPtr> made = slot.generator != nullptr
                                  ? adapt(std::move(slot.generator), slot.column.type)
                                  : make_drawn(slot);
  if (made && *made != nullptr && may_be_wide(slot)) {
    made = widened(std::move(*made), slot.column, key_, input_.options.wide_rate);
  }
  if (!made || *made == nullptr || !slot.carry) return made;
  const bool is_double = database::storage_of(slot.column.type) == database::Storage::kDouble;
  return carried(std::move(*made), is_double, *slot.carry, snapshot_,
                 hash64(slot.column.name, level_key_));
}

Result<GeneratorPtr> TableBuilder::make_drawn(Slot& slot) {
  const std::int64_t rows = slot.index ? slot.index_rows : rows_;
  const std::uint64_t key = slot.carry ? level_key_ : key_;
  const auto latent = latents_.find(slot.column.name);
  const Request request{slot.column,
                        key,
                        rows,
                        slot.unique,
                        dates_,
                        *this,
                        distinct_places_,
                        input_.options.locale,
                        latent == latents_.end() ? nullptr : &latent->second,
                        slot.index};
  Result<GeneratorPtr> made = GeneratorPtr();
  if (slot.column.fill) {
    slot.generator_name = slot.column.fill->generator;
    slot.why = "the spec says so";
    made = create(*slot.column.fill, request);
  } else if (slot.fill) {
    slot.generator_name = slot.fill->generator;
    made = create(*slot.fill, request);
  } else {
    made = make_inferred(slot, request);
  }
  if (!made || !slot.index) return made;
  // What reads its row's other columns needs the row itself.
  const spec::Fill named =
      slot.column.fill ? *slot.column.fill : spec::Fill{slot.generator_name, {}};
  if (reads_row(named)) return made;
  return GeneratorPtr(std::make_unique<ThroughIndex>(slot.index, std::move(*made)));
}

Result<GeneratorPtr> TableBuilder::make_inferred(Slot& slot, const Request& request) {
  if (slot.column.type.array || slot.column.type.kind == spec::TypeKind::kEngine) {
    if (!slot.column.nullable || slot.unique) {
      return fail(Code::kCannotFill,
                  fmt::format("no values are known for the type {} of '{}'",
                              spec::print(slot.column.type), slot.column.name),
                  "give the column a `fill:` such as {generator: constant, value: ...}");
    }
    slot.generator_name = "nothing";
    slot.why = "no values are known for its type: NULL";
    slot.null_rate = 1;
    return nothing();
  }
  const Inferred inferred = within_checks(infer(table_, slot.column, request.rows),
                                          read_checks(table_, slot.column), slot.column);
  slot.generator_name = inferred.fill.generator;
  slot.why = inferred.why;
  if (slot.generator_name == "distinct" && rows_by_default()) {
    // A small dimension has a row for each label that is known.
    const auto labels = static_cast<std::int64_t>(inferred.fill.parameters[0].values.size());
    if (request.rows > labels) {
      rows_possible_ = labels;
      return fail(not_enough(request, labels));
    }
  }
  Result<GeneratorPtr> made = create(inferred.fill, request);
  if (made) return made;
  if (!slot.unique) return create(evenly_within(inferred.fill), request);
  // The generator may only have too few values for so many rows; by default there are then fewer
  // rows.
  Request single = request;
  single.rows = 1;
  if (rows_by_default() && table_.kind == spec::TableKind::kDimension &&
      create(inferred.fill, single)) {
    return made;
  }
  spec::Fill fallback;
  if (slot.column.type.is_text()) {
    fallback.generator = "code";
    fallback.parameters.push_back(
        {"pattern", {code_pattern(slot.column, request.rows)}, {}, false});
  } else {
    if (!slot.column.type.is_numeric()) return made;
    fallback.generator = "sequence";
  }
  slot.generator_name = fallback.generator;
  slot.why = "unique, for which " + inferred.fill.generator + " has no room";
  return create(fallback, request);
}

// A stress on what reads and stores texts; what others depend on stays as it is.
bool TableBuilder::may_be_wide(const Slot& slot) const {
  return input_.options.wide_rate > 0 && slot.column.type.is_text() && !slot.unique &&
         !slot.injective && slot.foreign_key < 0 && slot.origin == spec::Origin::kColumn &&
         std::string(slot.column.check).empty() && !is_date_dimension_ &&
         slot.column.type.kind != spec::TypeKind::kUuid && !slot.column.type.array;
}

std::optional<double> TableBuilder::asked_null_rate(const Slot& slot) const {
  const auto table = input_.options.null_rates.find(table_.name);
  if (table == input_.options.null_rates.end() || !slot.column.nullable) return {};
  const auto wanted = table->second.find(slot.column.name);
  if (wanted == table->second.end()) return {};
  return wanted->second;
}

double TableBuilder::null_rate_of(const Slot& slot) const {
  if (slot.null_rate == 1.0) return 1;
  if (const auto asked = asked_null_rate(slot)) return *asked;
  if (slot.generator_name == "sum_to_total") return 0;
  if (!slot.column.nullable || slot.unique || slot.injective) return 0;
  if (slot.column.fill) {
    for (const spec::FillParameter& parameter : slot.column.fill->parameters) {
      if (parameter.name != "null_rate" || parameter.values.empty()) continue;
      return text::to_double(parameter.values.front()).value_or(0);
    }
  }
  if (slot.null_rate) return *slot.null_rate;
  if (slot.foreign_key >= 0) return kNullRateKey;
  if (slot.origin != spec::Origin::kColumn || slot.column.display ||
      slot.column.role == spec::Role::kKey || is_date_dimension_ ||
      matches("_name_$ _id_$ _code_$ _key_$ ^_is_ ^_has_", snake_case(slot.column.name))) {
    return 0;
  }
  return kNullRate;
}

}  // namespace dbx::seed
