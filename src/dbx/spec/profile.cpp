// Every key of a profile, and how a profile changes a spec.
#include "dbx/spec/profile.h"

#include <algorithm>

#include "dbx/spec/field.h"

namespace dbx::spec {

template <>
std::span<const std::string_view> enum_names<Scenario>() {
  static constexpr std::string_view kNames[] = {"tiny", "demo", "load", "stress"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<Defect>() {
  static constexpr std::string_view kNames[] = {"missing",   "mistyped", "outlier",
                                                "duplicate", "orphaned", "late"};
  return kNames;
}

// `de`, `[de, fr]`, or `{de: 0.7, fr: 0.3}`.
template <>
struct Codec<std::vector<ProfileLocale>> {
  static void read(Reader& reader, const yaml::Node& node, std::vector<ProfileLocale>& value) {
    if (node.is_scalar()) {
      if (!node.is_null()) value.push_back({node.text.str()});
      return;
    }
    for (const yaml::Node& child : node.children) {
      ProfileLocale& locale = value.emplace_back();
      if (node.is_mapping()) {
        locale.name = child.key.str();
        Codec<double>::read(reader, child, locale.weight);
      } else {
        Codec<std::string>::read(reader, child, locale.name);
      }
    }
  }
  static std::optional<yaml::Node> write(const std::vector<ProfileLocale>& value) {
    if (value.size() == 1 && value[0].weight == 1) return yaml::scalar(value[0].name);
    yaml::Node mixture = yaml::mapping();
    for (const ProfileLocale& locale : value) {
      yaml::add(mixture, locale.name, *Codec<double>::write(locale.weight));
    }
    return mixture;
  }
  static Json shape() {
    const Json name = Codec<std::string>::shape();
    return {{"anyOf",
             {name,
              {{"type", "array"}, {"items", name}},
              {{"type", "object"}, {"additionalProperties", Codec<double>::shape()}}}}};
  }
};

template <>
std::span<const Field<ProfileDates>> fields_of() {
  static const std::vector<Field<ProfileDates>> kFields = {
      field<&ProfileDates::from>("from", "the first day on which anything happens: 2023-01-01"),
      field<&ProfileDates::to>("to", "the last one: 2025-12-31"),
      field<&ProfileDates::until>("until", "topped up to this day: rows are added, none changes"),
  };
  return kFields;
}

template <>
std::span<const Field<Dirt>> fields_of() {
  static const std::vector<Field<Dirt>> kFields = {
      field<&Dirt::kind, Need::kRequired>(
          "kind", "missing, mistyped, outlier, duplicate, orphaned or late"),
      field<&Dirt::column>("column", "the column that is hurt; a duplicate has none"),
      field<&Dirt::rate, Need::kRequired>("rate", "of the table's rows: 0.01 is one in a hundred"),
      field<&Dirt::days>("days", "of kind late: at most so many days late"),
  };
  return kFields;
}

template <>
std::span<const Field<ProfileDays>> fields_of() {
  static const std::vector<Field<ProfileDays>> kFields = {
      field<&ProfileDays::on, Need::kRequired>(
          "on",
          "days by rule: weekends, us, 12-25, easter-2, 4th thursday of november, 2024-03-05"),
      field<&ProfileDays::factor>("factor", "so many times as much happens: 3, 0.2"),
      field<&ProfileDays::closed>("closed", "true: nothing happens"),
      field<&ProfileDays::days>("days", "how many days each lasts"),
  };
  return kFields;
}

template <>
std::span<const Field<ProfileColumn>> fields_of() {
  static const std::vector<Field<ProfileColumn>> kFields = {
      field<&ProfileColumn::name, Need::kRequired>("name", "the column"),
      field<&ProfileColumn::fill>("fill", "how to generate it, in place of what the spec says"),
      field<&ProfileColumn::null_rate>("null_rate", "how often it is NULL: 0.1 is one in ten"),
  };
  return kFields;
}

template <>
std::span<const Field<ProfileTable>> fields_of() {
  static const std::vector<Field<ProfileTable>> kFields = {
      field<&ProfileTable::name, Need::kRequired>("name", "the table"),
      field<&ProfileTable::rows>("rows", "how many rows it gets"),
      field<&ProfileTable::columns>("columns", "columns that are filled otherwise"),
      field<&ProfileTable::dirt>("dirt", "defects, each on its own rows, listed in a truth table"),
      field<&ProfileTable::calendar>("calendar", "special days, in place of the profile's"),
  };
  return kFields;
}

template <>
std::span<const Field<Profile>> fields_of() {
  static const std::vector<Field<Profile>> kFields = {
      field<&Profile::version, Need::kRequired>("version", "the version of profiles: 1"),
      field<&Profile::warehouse>("for", "the warehouse of the spec that it belongs to"),
      field<&Profile::description>("description", "what the rows are for"),
      field<&Profile::scenario>("scenario", "tiny, demo, load or stress: where to start from"),
      field<&Profile::seed>("seed", "the number that determines every cell"),
      field<&Profile::scale>("scale", "multiplies the default numbers of rows"),
      field<&Profile::dates>("dates", "the days on which things happen"),
      field<&Profile::locale>(
          "locale", "where people and places are from: de, a list, or {de: 0.7, fr: 0.3}"),
      field<&Profile::calendar>("calendar", "days that are special to all that happens"),
      field<&Profile::tables>("tables", "what is otherwise in single tables"),
  };
  return kFields;
}

namespace {

Diagnostic problem_at(Code code, std::string pointer, std::string message, std::string hint) {
  Diagnostic problem;
  problem.code = code;
  problem.where.pointer = std::move(pointer);
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

std::string nearest_hint(std::string_view word, const std::vector<std::string>& names) {
  const auto near = text::nearest(word, names);
  return near ? fmt::format("did you mean '{}'?", *near)
              : fmt::format("there are {}", text::join(names, ", "));
}

Table* table_of(Spec& spec, const std::string& name) {
  for (auto* group : {&spec.dimensions, &spec.facts, &spec.bridges, &spec.tables}) {
    for (Table& table : *group) {
      if (table.name == name) return &table;
    }
  }
  return nullptr;
}

bool is_rate(double rate) { return rate >= 0 && rate <= 1; }

// The changes of one profile, with everything that is wrong with them.
class Applying {
 public:
  Applying(Spec& spec, const Profile& profile) : spec_(spec), profile_(profile) {}

  Diagnostics run() {
    if (profile_.version != 1) {
      add(Code::kBadProfile, "/version",
          fmt::format("version {} of profiles is not known", profile_.version),
          "this dbx reads version 1");
    }
    if (!profile_.warehouse.empty() && profile_.warehouse != spec_.warehouse) {
      add(Code::kProfileMismatch, "/for",
          fmt::format("the profile is for '{}', the spec is '{}'", profile_.warehouse,
                      spec_.warehouse),
          "use the profile that belongs to the spec, or leave `for` out");
      return std::move(problems_);
    }
    for (std::size_t t = 0; t < profile_.tables.size(); ++t) {
      change_table(profile_.tables[t], fmt::format("/tables/{}", t));
    }
    return std::move(problems_);
  }

 private:
  void add(Code code, std::string pointer, std::string message, std::string hint) {
    problems_.push_back(problem_at(code, std::move(pointer), std::move(message), std::move(hint)));
  }

  void change_table(const ProfileTable& changes, const std::string& pointer) {
    Table* table = table_of(spec_, changes.name);
    if (table == nullptr) {
      std::vector<std::string> names;
      for (const TablePlace& place : all_tables(spec_)) names.push_back(place.table->name);
      return add(Code::kProfileMismatch, pointer + "/name",
                 fmt::format("the spec has no table '{}'", changes.name),
                 nearest_hint(changes.name, names));
    }
    if (!changes.calendar.empty() && table->kind == TableKind::kDimension) {
      add(Code::kBadProfile, pointer + "/calendar",
          fmt::format("'{}' is a dimension: nothing happens in it", changes.name),
          "give the calendar to facts, or to the whole profile");
    }
    for (std::size_t c = 0; c < changes.columns.size(); ++c) {
      change_column(*table, changes.columns[c], fmt::format("{}/columns/{}", pointer, c));
    }
    for (std::size_t d = 0; d < changes.dirt.size(); ++d) {
      check_dirt(*table, changes.dirt[d], fmt::format("{}/dirt/{}", pointer, d));
    }
  }

  void change_column(Table& table, const ProfileColumn& changes, const std::string& pointer) {
    Column* column = nullptr;
    for (auto* group : {&table.columns, &table.measures}) {
      for (Column& candidate : *group) {
        if (candidate.name == changes.name) column = &candidate;
      }
    }
    // How a key shares rows out needs no declared column: seed::with_profile reads it.
    const bool shares = changes.fill && changes.fill->generator == "fan_out";
    if (column == nullptr && shares && is_foreign_key(table, changes.name)) return;
    if (column == nullptr) return no_column(table, changes.name, pointer + "/name");
    if (changes.null_rate && !is_rate(*changes.null_rate)) {
      return add(Code::kBadProfile, pointer + "/null_rate",
                 fmt::format("a null_rate of {} is not possible", *changes.null_rate),
                 "write a number from 0 to 1");
    }
    if (changes.null_rate && *changes.null_rate > 0 && !column->nullable) {
      return add(Code::kBadProfile, pointer + "/null_rate",
                 fmt::format("'{}' takes no NULL", changes.name), "take `null_rate` away");
    }
    if (changes.fill) column->fill = *changes.fill;
  }

  static bool is_foreign_key(const Table& table, const std::string& column) {
    return std::any_of(table.foreign_keys.begin(), table.foreign_keys.end(), [&](const auto& key) {
      return std::find(key.columns.begin(), key.columns.end(), column) != key.columns.end();
    });
  }

  void no_column(const Table& table, const std::string& name, std::string pointer) {
    std::vector<std::string> names;
    for (const EffectiveColumn& column : effective_columns(spec_, table)) {
      names.push_back(column.column.name);
    }
    const bool implied = std::find(names.begin(), names.end(), name) != names.end();
    add(Code::kProfileMismatch, std::move(pointer),
        implied
            ? fmt::format("'{}' of '{}' is a key, which seeding fills by itself", name, table.name)
            : fmt::format("'{}' has no column '{}'", table.name, name),
        implied ? "" : nearest_hint(name, names));
  }

  void check_dirt(const Table& table, const Dirt& dirt, const std::string& pointer) {
    if (!is_rate(dirt.rate)) {
      add(Code::kBadProfile, pointer + "/rate",
          fmt::format("a rate of {} is not possible", dirt.rate), "write a number from 0 to 1");
    }
    if (dirt.days < 1 || dirt.days > 36'500) {
      add(Code::kBadProfile, pointer + "/days",
          fmt::format("{} days late is not possible", dirt.days), "write 1 to 36500");
    }
    const bool whole_row = dirt.kind == Defect::kDuplicate;
    if (whole_row != dirt.column.empty()) {
      return add(Code::kBadProfile, pointer,
                 whole_row ? "a duplicate is a whole row; it has no column"
                           : "which column is hurt is not said",
                 whole_row ? "take `column` away" : "column: the column's name");
    }
    const std::vector<EffectiveColumn> columns = effective_columns(spec_, table);
    const bool known = whole_row || std::any_of(columns.begin(), columns.end(), [&](const auto& c) {
                         return c.column.name == dirt.column;
                       });
    if (!known) no_column(table, dirt.column, pointer + "/column");
  }

  Spec& spec_;
  const Profile& profile_;
  Diagnostics problems_;
};

}  // namespace

Result<Profile> parse_profile(std::string_view yaml, std::string_view file_name) {
  DBX_TRY(const yaml::Document document,
          yaml::parse(std::string(yaml), std::string(file_name), {}));
  Reader reader(document);
  Profile profile;
  read_fields(reader, document.root, fields_of<Profile>(), profile);
  Diagnostics problems = reader.take();
  if (has_errors(problems)) return fail(std::move(problems));
  return profile;
}

std::string print(const Profile& profile) {
  return yaml::print(write_fields(fields_of<Profile>(), profile));
}

Json profile_json_schema() {
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"title", "dbx seeding profile, version 1"}};
  schema.update(shape_of_fields(fields_of<Profile>()));
  return schema;
}

std::span<const std::string_view> built_in_profiles() { return enum_names<Scenario>(); }

std::optional<Profile> built_in_profile(std::string_view name) {
  const auto names = enum_names<Scenario>();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return {};
  Profile profile;
  profile.scenario = static_cast<Scenario>(found - names.begin());
  return profile;
}

Result<Spec> with_profile(const Spec& spec, const Profile& profile) {
  Spec changed = spec;
  Diagnostics problems = Applying(changed, profile).run();
  if (!problems.empty()) return fail(std::move(problems));
  return changed;
}

}  // namespace dbx::spec
