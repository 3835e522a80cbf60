// Keys of the spec for what databases that exist already have: keys and indexes with options,
// schemas, enums, sequences, code. To add one: as in fields.cpp.
#include "dbx/spec/field.h"
#include "dbx/spec/fields.h"

namespace dbx::spec {

template <>
std::span<const Field<IndexColumn>> fields_of<IndexColumn>() {
  static const std::vector<Field<IndexColumn>> kFields = {
      field<&IndexColumn::column>("column", "the column's name"),
      field<&IndexColumn::expression>("expression", "an SQL expression in place of a column"),
      field<&IndexColumn::descending>("descending", "true: sorts downwards"),
      field<&IndexColumn::nulls_first>("nulls_first", "where NULL sorts"),
      field<&IndexColumn::collation>("collation", "how text is compared"),
      field<&IndexColumn::operator_class>("operator_class", "of the index method"),
  };
  return kFields;
}

template <>
std::span<const Field<NamedKey>> fields_of<NamedKey>() {
  static const std::vector<Field<NamedKey>> kFields = {
      field<&NamedKey::name>("name", "the constraint's name"),
      field<&NamedKey::primary>("primary", "true: the primary key"),
      field<&NamedKey::columns, Need::kRequired>("columns", "its columns, in order"),
      field<&NamedKey::include>("include", "further columns kept in its index"),
      field<&NamedKey::deferrable>("deferrable", "true: may be checked when committing"),
      field<&NamedKey::deferred>("deferred", "true: is checked when committing"),
      field<&NamedKey::nulls_not_distinct>("nulls_not_distinct", "true: NULL equals NULL"),
      field<&NamedKey::nullable>("nullable", "SQLite: the primary key's columns may be NULL"),
      field<&NamedKey::constraint>("constraint", "DuckDB: a UNIQUE constraint, not an index"),
  };
  return kFields;
}

template <>
std::span<const Field<Exclusion>> fields_of<Exclusion>() {
  static const std::vector<Field<Exclusion>> kFields = {
      field<&Exclusion::name>("name", "the constraint's name"),
      field<&Exclusion::definition, Need::kRequired>("definition", "EXCLUDE USING ..."),
  };
  return kFields;
}

template <>
std::span<const Field<PartitionOf>> fields_of<PartitionOf>() {
  static const std::vector<Field<PartitionOf>> kFields = {
      field<&PartitionOf::table, Need::kRequired>("table", "the partitioned table"),
      field<&PartitionOf::schema>("schema", "its schema"),
      field<&PartitionOf::bound, Need::kRequired>("bound", "FOR VALUES ..., or DEFAULT"),
  };
  return kFields;
}

template <>
std::span<const Field<Setting>> fields_of<Setting>() {
  static const std::vector<Field<Setting>> kFields = {
      field<&Setting::kind, Need::kRequired>("kind", "replica_identity, column_storage, ..."),
      field<&Setting::of>("of", "the column, constraint, index or trigger that it is about"),
      field<&Setting::value, Need::kRequired>("value", "as the engine says it"),
  };
  return kFields;
}

template <>
std::span<const Field<SchemaName>> fields_of<SchemaName>() {
  static const std::vector<Field<SchemaName>> kFields = {
      field<&SchemaName::name, Need::kRequired>("name", "the schema's name"),
      field<&SchemaName::description>("description", "what it holds, for people"),
  };
  return kFields;
}

template <>
std::span<const Field<Enum>> fields_of<Enum>() {
  static const std::vector<Field<Enum>> kFields = {
      field<&Enum::name, Need::kRequired>("name", "the type's name"),
      field<&Enum::schema>("schema", "the schema it is in"),
      field<&Enum::description>("description", "what it means, for people"),
      field<&Enum::values>("values", "its words, in order"),
  };
  return kFields;
}

template <>
std::span<const Field<Sequence>> fields_of<Sequence>() {
  static const std::vector<Field<Sequence>> kFields = {
      field<&Sequence::name, Need::kRequired>("name", "the sequence's name"),
      field<&Sequence::schema>("schema", "the schema it is in"),
      field<&Sequence::description>("description", "what it numbers, for people"),
      field<&Sequence::options>("options", "AS integer START WITH 5 INCREMENT BY 2"),
      field<&Sequence::owned_by>("owned_by", "table.column: dropped with it"),
  };
  return kFields;
}

template <>
std::span<const Field<Object>> fields_of<Object>() {
  static const std::vector<Field<Object>> kFields = {
      field<&Object::kind, Need::kRequired>("kind", "extension, domain, function, trigger, ..."),
      field<&Object::name, Need::kRequired>("name", "with its argument types, where it has some"),
      field<&Object::schema>("schema", "the schema it is in"),
      field<&Object::table>("table", "of a trigger, policy, rule or statistics object"),
      field<&Object::description>("description", "what it does, for people"),
      field<&Object::definition, Need::kRequired>("definition", "the statement that makes it"),
  };
  return kFields;
}

}  // namespace dbx::spec
