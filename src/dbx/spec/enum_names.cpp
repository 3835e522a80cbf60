// The names of every enum value, as they are written in YAML, in the order of the enum.
#include "dbx/spec/codec.h"

namespace dbx::spec {

template <>
std::span<const std::string_view> enum_names<FactType>() {
  static constexpr std::string_view kNames[] = {"transaction", "periodic_snapshot",
                                                "accumulating_snapshot", "factless"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<Additivity>() {
  static constexpr std::string_view kNames[] = {"additive", "semi_additive", "non_additive"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<Aggregate>() {
  static constexpr std::string_view kNames[] = {"sum", "avg",   "min",
                                                "max", "count", "count_distinct"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<History>() {
  static constexpr std::string_view kNames[] = {"type1", "type2"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<Role>() {
  static constexpr std::string_view kNames[] = {"attribute", "flag", "key", "date", "degenerate"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<Sensitivity>() {
  static constexpr std::string_view kNames[] = {"none", "internal", "pii", "secret"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<OnDelete>() {
  static constexpr std::string_view kNames[] = {"no_action", "restrict", "cascade", "set_null",
                                                "set_default"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<Enforcement>() {
  static constexpr std::string_view kNames[] = {"physical", "verified"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<NamingStyle>() {
  static constexpr std::string_view kNames[] = {"snake_case", "any"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<PartitionStrategy>() {
  static constexpr std::string_view kNames[] = {"RANGE", "LIST", "HASH"};
  return kNames;
}

template <>
std::span<const std::string_view> enum_names<Numbering>() {
  static constexpr std::string_view kNames[] = {"by_default", "always", "serial"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<ObjectKind>() {
  static constexpr std::string_view kNames[] = {"extension", "domain",     "type",     "function",
                                                "procedure", "aggregate",  "trigger",  "policy",
                                                "rule",      "statistics", "collation"};
  return kNames;
}
template <>
std::span<const std::string_view> enum_names<SettingKind>() {
  static constexpr std::string_view kNames[] = {
      "replica_identity", "force_row_security", "cluster_on",        "toast_options",
      "column_storage",   "column_compression", "column_statistics", "column_options",
      "column_default",   "column_required",    "column_comment",    "constraint_comment",
      "index_comment",    "trigger_state",      "rule_state"};
  return kNames;
}

}  // namespace dbx::spec
