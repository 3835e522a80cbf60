// Every key of the spec, in the order in which it is printed: the one table that drives reading and
// writing. To add a key: a member in spec.h, a line here, a case under tests/spec.
#include "dbx/spec/fields.h"
#include "dbx/spec/field.h"

namespace dbx::spec {
namespace {

// `column: x` is the short way to write `columns: [x]`.
Field<ForeignKey> single_column() {
  Field<ForeignKey> result;
  result.key = "column";
  result.summary = "the referencing column; it need not be declared";
  result.read = [](Reader& reader, const yaml::Node& node, ForeignKey& key) {
    Codec<std::string>::read(reader, node, key.columns.emplace_back());
  };
  result.write = [](const ForeignKey& key) -> std::optional<yaml::Node> {
    if (key.columns.size() != 1) return std::nullopt;
    return yaml::scalar(key.columns[0]);
  };
  result.shape = [] { return Codec<std::string>::shape(); };
  return result;
}

Field<ForeignKey> several_columns() {
  Field<ForeignKey> result = field<&ForeignKey::columns>(
      "columns", "the referencing columns, in the order of the key they reference");
  result.write = [](const ForeignKey& key) -> std::optional<yaml::Node> {
    if (key.columns.size() == 1) return std::nullopt;
    return Codec<std::vector<std::string>>::write(key.columns);
  };
  return result;
}

template <class T>
std::vector<Field<T>> concatenate(std::initializer_list<std::vector<Field<T>>> lists) {
  std::vector<Field<T>> all;
  for (const auto& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

std::vector<Field<Column>> column_basics() {
  return {
      field<&Column::name, Need::kRequired>("name", "the column's name"),
      field<&Column::type, Need::kRequired>("type",
                                            "a type of the whitelist, for example VARCHAR(50)"),
      field<&Column::nullable>("nullable", "false: every row has a value"),
      field<&Column::description>("description", "what the column means, for people"),
      field<&Column::default_value>("default", "an SQL expression for rows that give no value"),
      field<&Column::unique>("unique", "true: no two rows have the same value"),
      field<&Column::check>("check", "an SQL condition over the row"),
      field<&Column::generated>("generated",
                                "an SQL expression that the database keeps up to date"),
      field<&Column::generated_virtual>("generated_virtual",
                                        "true: computed when it is read, not when written"),
      field<&Column::identity>("identity", "true: the database numbers the rows"),
      field<&Column::numbering>("numbering", "of an identity: by_default, always or serial"),
      field<&Column::identity_options>("identity_options",
                                       "of an identity: START WITH 100 INCREMENT BY 5"),
      field<&Column::collation>("collation", "how text is compared"),
      field<&Column::renamed_from>("renamed_from", "the column's name before this spec"),
      field<&Column::synonyms>("synonyms", "other words for it"),
      field<&Column::sensitivity>("sensitivity", "none, internal, pii or secret"),
  };
}

std::vector<Field<Column>> attribute_fields() {
  return {
      field<&Column::role>("role", "attribute, flag, key, date or degenerate"),
      field<&Column::display>("display", "true: this column names a row to people"),
      field<&Column::hierarchy>("hierarchy", "levels from coarse to fine: region > country > city"),
  };
}

std::vector<Field<Column>> measure_only_fields() {
  return {
      field<&Column::additivity>("additivity", "additive, semi_additive or non_additive"),
      field<&Column::unit>("unit", "what it counts: EUR, percent, days"),
      field<&Column::default_aggregate>("default_aggregate",
                                        "sum, avg, min, max, count or count_distinct"),
      field<&Column::numerator>("numerator", "of a rate: a column of the same fact"),
      field<&Column::denominator>("denominator", "of a rate: a column of the same fact"),
  };
}

std::vector<Field<Column>> fill_field() {
  return {field<&Column::fill>("fill", "how to generate it: a generator's name, or its settings")};
}

void read_measures(Reader& reader, const yaml::Node& node, Table& table) {
  if (node.is_null()) return;
  if (!node.is_sequence()) return reader.wrong_shape(node, "a list");
  table.measures.reserve(node.children.size());
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    reader.inside(std::to_string(i), [&] {
      read_fields(reader, node.children[i], measure_fields(), table.measures.emplace_back());
    });
  }
}

Field<Table> measures_field() {
  Field<Table> result;
  result.key = "measures";
  result.summary = "the numbers that a fact records";
  result.read = read_measures;
  result.write = [](const Table& table) -> std::optional<yaml::Node> {
    if (table.measures.empty()) return std::nullopt;
    yaml::Node list = yaml::sequence();
    for (const Column& measure : table.measures) {
      list.children.push_back(write_fields(measure_fields(), measure));
    }
    return list;
  };
  result.shape = [] {
    return Json{{"type", {"array", "null"}}, {"items", shape_of_fields(measure_fields())}};
  };
  return result;
}

std::vector<Field<Table>> head_fields() {
  return {
      field<&Table::name, Need::kRequired>("name", "the table's name"),
      field<&Table::schema>("schema", "the schema it is in; empty: the engine's own"),
      field<&Table::renamed_from>("renamed_from", "the table's name before this spec"),
      field<&Table::description>("description", "what a row stands for, for people"),
      field<&Table::synonyms>("synonyms", "other words for it"),
  };
}

std::vector<Field<Table>> key_fields() {
  return {
      field<&Table::surrogate_key>("surrogate_key",
                                   "among columns: the user's own; else added and generated"),
      field<&Table::natural_key>("natural_key", "the business key: unique; a name or a list"),
      field<&Table::history>("history", "type1 (overwrite) or type2 (keep versions)"),
  };
}

std::vector<Field<Table>> grain_fields() {
  return {
      field<&Table::type>("type",
                          "transaction, periodic_snapshot, accumulating_snapshot or factless"),
      field<&Table::grain>("grain", "what one row is: columns, or a sentence 'one row per ...'"),
      field<&Table::grain_columns>("grain_columns", "the columns that identify a row"),
  };
}

std::vector<Field<Table>> tail_fields() {
  return {
      field<&Table::primary_key>("primary_key", "columns of the primary key"),
      field<&Table::unique>("unique", "a list of unique keys, each a list of columns"),
      field<&Table::checks>("checks", "conditions that every row meets"),
      field<&Table::indexes>("indexes", "indexes: name and columns"),
      field<&Table::constraints>("constraints",
                                 "physical or verified: who enforces the foreign keys"),
      field<&Table::distribution>("distribution", "Citus: reference, hash(column) or round_robin"),
      field<&Table::keys>("keys", "primary and unique keys with names or options of their own"),
      field<&Table::exclusions>("exclusions", "EXCLUDE constraints of PostgreSQL"),
      field<&Table::partition_by>("partition_by", "how its rows are partitioned: RANGE (sold_on)"),
      field<&Table::partition_of>("partition_of", "the table whose rows it holds, and which"),
      field<&Table::options>("options", "of the engine: fillfactor=70, STRICT"),
      field<&Table::unlogged>("unlogged", "true: its rows are lost in a crash"),
      field<&Table::row_security>("row_security", "true: policies decide who sees which rows"),
      field<&Table::inherits>("inherits", "PostgreSQL: tables whose columns it has too"),
      field<&Table::settings>("settings", "what the engine keeps beside the table or its parts"),
  };
}

Field<Table> foreign_keys_field() {
  return field<&Table::foreign_keys>("foreign_keys", "column and the key that it references");
}
Field<Table> columns_field() {
  return field<&Table::columns>("columns", "name and type of each column");
}

}  // namespace

template <>
std::span<const Field<Column>> fields_of<Column>() {
  static const auto kFields =
      concatenate<Column>({column_basics(), attribute_fields(), fill_field()});
  return kFields;
}

std::span<const Field<Column>> measure_fields() {
  static const auto kFields =
      concatenate<Column>({column_basics(), measure_only_fields(), fill_field()});
  return kFields;
}

template <>
std::span<const Field<ForeignKey>> fields_of<ForeignKey>() {
  static const std::vector<Field<ForeignKey>> kFields = {
      field<&ForeignKey::name>("name", "the constraint's name"),
      single_column(),
      several_columns(),
      field<&ForeignKey::references, Need::kRequired>("references", "table(column)"),
      field<&ForeignKey::role>("role", "the part it plays: order_date, ship_date"),
      field<&ForeignKey::optional>("optional", "true: a row may reference nothing"),
      field<&ForeignKey::on_delete>("on_delete",
                                    "no_action, restrict, cascade, set_null or set_default"),
      field<&ForeignKey::set_null_columns>("set_null_columns", "of on_delete; empty: all"),
      field<&ForeignKey::on_update>("on_update",
                                    "no_action, restrict, cascade, set_null or set_default"),
      field<&ForeignKey::deferrable>("deferrable", "true: may be checked when committing"),
      field<&ForeignKey::deferred>("deferred", "true: is checked when committing"),
      field<&ForeignKey::match_full>("match_full", "true: all columns are NULL, or none"),
      field<&ForeignKey::not_valid>("not_valid", "true: older rows were not checked"),
  };
  return kFields;
}

template <>
std::span<const Field<Index>> fields_of<Index>() {
  static const std::vector<Field<Index>> kFields = {
      field<&Index::name, Need::kRequired>("name", "the index's name"),
      field<&Index::columns, Need::kRequired>("columns", "its columns, in order"),
      field<&Index::unique>("unique", "true: no two rows have the same values"),
      field<&Index::descending>("descending", "those of its columns that sort downwards"),
      field<&Index::include>("include", "further columns kept in the index"),
      field<&Index::where>("where", "an SQL condition: only these rows are in the index"),
      field<&Index::method>("method", "btree, hash, gin, gist, ..."),
      field<&Index::nulls_not_distinct>("nulls_not_distinct", "true: NULL equals NULL"),
      field<&Index::options>("options", "of the engine: fillfactor=70"),
  };
  return kFields;
}

template <>
std::span<const Field<Check>> fields_of<Check>() {
  static const std::vector<Field<Check>> kFields = {
      field<&Check::name>("name", "the constraint's name"),
      field<&Check::expression, Need::kRequired>("expression", "an SQL condition over the row"),
      field<&Check::no_inherit>("no_inherit", "true: not for tables that inherit from this one"),
      field<&Check::not_valid>("not_valid", "true: older rows were not checked"),
  };
  return kFields;
}

template <>
std::span<const Field<Partitioning>> fields_of<Partitioning>() {
  static const std::vector<Field<Partitioning>> kFields = {
      field<&Partitioning::strategy, Need::kRequired>("strategy", "RANGE, LIST or HASH"),
      field<&Partitioning::column, Need::kRequired>("column",
                                                    "the column that decides the partition"),
      field<&Partitioning::interval>("interval", "of RANGE: day, month, quarter or year"),
  };
  return kFields;
}

template <>
std::span<const Field<Naming>> fields_of<Naming>() {
  static const std::vector<Field<Naming>> kFields = {
      field<&Naming::style>("style", "snake_case or any"),
      field<&Naming::dimension_prefix>("dimension_prefix", "how names of dimensions begin"),
      field<&Naming::fact_prefix>("fact_prefix", "how names of facts begin"),
  };
  return kFields;
}

template <>
std::span<const Field<View>> fields_of<View>() {
  static const std::vector<Field<View>> kFields = {
      field<&View::name, Need::kRequired>("name", "the view's name"),
      field<&View::description>("description", "what it shows, for people"),
      field<&View::select>("select", "SQL that every engine takes"),
      field<&View::dialects>("dialects", "SQL by engine, where one text does not do"),
      field<&View::materialized>("materialized", "true: its rows are stored"),
      field<&View::schema>("schema", "the schema it is in"),
      field<&View::indexes>("indexes", "of a materialised view"),
      field<&View::options>("options", "of the engine: security_barrier=true"),
      field<&View::settings>("settings", "what the engine keeps beside the view or its parts"),
  };
  return kFields;
}

template <>
std::span<const Field<DialectOverride>> fields_of<DialectOverride>() {
  static const std::vector<Field<DialectOverride>> kFields = {
      field<&DialectOverride::engine, Need::kRequired>("engine", "duckdb, postgres, sqlite, ..."),
      field<&DialectOverride::constraints>("constraints", "physical or verified"),
      field<&DialectOverride::types>("types", "table.column: the type on this engine"),
  };
  return kFields;
}

template <>
std::span<const Field<DataTest>> fields_of<DataTest>() {
  static const std::vector<Field<DataTest>> kFields = {
      field<&DataTest::name, Need::kRequired>("name", "the test's name"),
      field<&DataTest::description>("description", "what must hold, for people"),
      field<&DataTest::select, Need::kRequired>("select", "SQL whose rows are violations"),
  };
  return kFields;
}

std::span<const Field<Table>> dimension_fields() {
  static const auto kFields = concatenate<Table>(
      {head_fields(), key_fields(), {foreign_keys_field(), columns_field()}, tail_fields()});
  return kFields;
}

std::span<const Field<Table>> fact_fields() {
  static const auto kFields =
      concatenate<Table>({head_fields(),
                          grain_fields(),
                          {key_fields()[0], foreign_keys_field(), measures_field(), columns_field(),
                           field<&Table::partitioning>("partitioning", "strategy and column")},
                          tail_fields()});
  return kFields;
}

std::span<const Field<Table>> plain_table_fields() {
  static const auto kFields = concatenate<Table>(
      {head_fields(), key_fields(), {foreign_keys_field(), columns_field()}, tail_fields()});
  return kFields;
}

}  // namespace dbx::spec
