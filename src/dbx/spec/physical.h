// Parts of a spec's tables that only databases that exist already have: keys with options,
// exclusions, partitions, settings. Plain values, as in spec.h.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace dbx::spec {

// What an engine keeps beside a relation, or beside a part of it that has a name.
enum class SettingKind : std::uint8_t {
  kReplicaIdentity,
  kForceRowSecurity,
  kClusterOn,
  kToastOptions,
  kColumnStorage,
  kColumnCompression,
  kColumnStatistics,
  kColumnOptions,
  kColumnDefault,   // of a view's column, or of one that comes from a parent
  kColumnRequired,  // NOT NULL of a column that comes from a parent
  kColumnComment,   // of a view's column, or of one that comes from a parent
  kConstraintComment,
  kIndexComment,
  kTriggerState,
  kRuleState
};

// A primary or unique key that has a name or options of its own. Where its columns are those of
// primary_key, surrogate_key, natural_key or unique it is that key.
struct NamedKey {
  std::string name;
  bool primary = false;
  std::vector<std::string> columns;
  std::vector<std::string> include;
  bool deferrable = false;
  bool deferred = false;
  bool nulls_not_distinct = false;
  bool nullable = false;  // of a primary key in SQLite: its columns may be NULL
  // A unique key in DuckDB: a constraint, where dbx would make an index that can come and go alone.
  bool constraint = false;

  bool operator==(const NamedKey&) const = default;
};

// EXCLUDE USING gist (room WITH =, during WITH &&)
struct Exclusion {
  std::string name;
  std::string definition;

  bool operator==(const Exclusion&) const = default;
};

struct PartitionOf {
  std::string table;
  std::string schema;
  std::string bound;  // FOR VALUES FROM (1) TO (10), DEFAULT

  bool operator==(const PartitionOf&) const = default;
};

// `kind: column_storage, of: body, value: external`: what the engine does otherwise than usual.
struct Setting {
  SettingKind kind = SettingKind::kReplicaIdentity;
  std::string of;  // the column, constraint, index or trigger; empty: the relation
  std::string value;

  auto operator<=>(const Setting&) const = default;
};

struct Check {
  std::string name;
  std::string expression;
  bool no_inherit = false;
  bool not_valid = false;

  bool operator==(const Check&) const = default;
};

}  // namespace dbx::spec
