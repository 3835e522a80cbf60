// Indexes of tables and materialised views, and what the indexes of constraints add to them.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/catalog.h"

namespace dbx::dialect::postgres {
namespace {

// The result columns of query_indexes().
enum IndexField {
  kIndex,
  kTable,
  kName,
  kMethod,
  kUnique,
  kValid,
  kKeyCount,
  kKeys,
  kClasses,
  kCollations,
  kFlags,
  kWhere,
  kInherited,
  kNullsNotDistinct,
  kOptions,
  kExpressions,
  kDefinition,
  kConstraint,
  kHasParameters,
};

// Of pg_index.indoption.
constexpr std::int64_t kDescendingFlag = 1;
constexpr std::int64_t kNullsFirstFlag = 2;

struct OperatorClass {
  std::string name;
  Oid method = 0;
  Oid type = 0;
  bool is_default = false;
};

struct OperatorClasses {
  std::unordered_map<Oid, OperatorClass> by_oid = {};
  std::map<std::pair<Oid, Oid>, Oid> defaults = {};  // method, type -> the default of it

  // Empty where it is the default for a column of this type (0: not known). A type without one of
  // its own uses that of a type it can be taken for (varchar: text; any array: anyarray).
  std::string name_unless_default(Oid oid, Oid type) const {
    const auto found = by_oid.find(oid);
    if (found == by_oid.end()) return {};
    const OperatorClass& used = found->second;
    const auto own = defaults.find({used.method, type});
    const bool is_default = own == defaults.end() ? used.is_default : own->second == oid;
    return is_default ? std::string() : used.name;
  }
};

Result<OperatorClasses> read_operator_classes(Inspection& in) {
  DBX_TRY(const Rows rows,
          in.connection.read(
              "operator classes",
              "SELECT o.oid, CASE WHEN pg_catalog.pg_opclass_is_visible(o.oid) THEN '' ELSE "
              "pg_catalog.quote_ident(n.nspname) || '.' END || pg_catalog.quote_ident(o.opcname), "
              "o.opcmethod, o.opcintype, o.opcdefault FROM pg_catalog.pg_opclass o JOIN "
              "pg_catalog.pg_namespace n ON n.oid = o.opcnamespace"));
  OperatorClasses classes;
  for (int r = 0; r < rows.count(); ++r) {
    OperatorClass found{spec::join_name(spec::split_name(rows.text(r, 1))), rows.oid(r, 2),
                        rows.oid(r, 3), rows.truth(r, 4)};
    if (found.is_default) classes.defaults[{found.method, found.type}] = rows.oid(r, 0);
    classes.by_oid.emplace(rows.oid(r, 0), std::move(found));
  }
  return classes;
}

// The collation that stands after an expression in the whole definition: what an expression has
// of itself is not in the catalog. "lower(a) COLLATE \"C\"".
bool is_written_collated(std::string_view definition, std::string_view expression) {
  for (std::size_t at = definition.find(expression); at != std::string_view::npos;
       at = definition.find(expression, at + 1)) {
    if (definition.substr(at + expression.size()).starts_with(" COLLATE ")) return true;
  }
  return false;
}

void note_index(Inspection& in, const Rows& rows, int r, const Relation& relation) {
  const auto say = [&](std::string_view what) {
    in.note(fmt::format("the {} index {} of {} is not modelled", what, rows.text(r, kName),
                        print(relation.name)));
  };
  if (rows.truth(r, kHasParameters)) say("operator class parameters of");
  if (rows.truth(r, kConstraint) && !rows.is_null(r, kOptions)) say("options of the key's");
}

class IndexReader {
 public:
  IndexReader(Inspection& in, const Rows& rows, const OperatorClasses& classes)
      : in_(in), rows_(rows), classes_(classes) {}

  schema::Index read(int r, const Relation& relation) {
    keys_ = rows_.integers(r, kKeys);
    const std::vector<std::int64_t> classes = rows_.integers(r, kClasses);
    const std::vector<std::int64_t> collations = rows_.integers(r, kCollations);
    const std::vector<std::int64_t> flags = rows_.integers(r, kFlags);
    expressions_.clear();
    if (!rows_.is_null(r, kExpressions)) expressions_ = rows_.strings(r, kExpressions);
    schema::Index index;
    index.name = rows_.string(r, kName);
    index.unique = rows_.truth(r, kUnique);
    if (rows_.text(r, kMethod) != "btree") index.method = rows_.string(r, kMethod);
    if (!rows_.is_null(r, kWhere)) index.where = rows_.string(r, kWhere);
    if (!rows_.is_null(r, kOptions)) index.options = join_options(rows_.strings(r, kOptions));
    index.nulls_not_distinct = rows_.truth(r, kNullsNotDistinct);
    const auto count = static_cast<std::size_t>(rows_.integer(r, kKeyCount));
    index.columns.reserve(count);
    for (std::size_t k = 0; k < keys_.size(); ++k) {
      const Attribute* attribute = find_attribute(relation, keys_[k]);
      if (k >= count) {
        index.include.push_back(attribute == nullptr ? std::string() : attribute->name);
        continue;
      }
      schema::IndexPart& part = index.columns.emplace_back();
      read_target(r, k, attribute, static_cast<Oid>(collations[k]), part);
      part.descending = (flags[k] & kDescendingFlag) != 0;
      const bool nulls_first = (flags[k] & kNullsFirstFlag) != 0;
      if (nulls_first != part.descending) part.nulls_first = nulls_first;
      part.operator_class = classes_.name_unless_default(
          static_cast<Oid>(classes[k]), attribute == nullptr ? 0 : attribute->type);
    }
    return index;
  }

 private:
  void read_target(int r, std::size_t k, const Attribute* attribute, Oid collation,
                   schema::IndexPart& part) {
    if (attribute != nullptr) {
      part.column = attribute->name;
      if (collation != 0 && collation != attribute->collation) {
        part.collation = in_.collations[collation];
      }
      return;
    }
    part.expression = k < expressions_.size() ? expressions_[k] : std::string();
    if (!rows_.is_null(r, kDefinition) && collation != 0 &&
        is_written_collated(rows_.text(r, kDefinition), part.expression.text)) {
      part.collation = in_.collations[collation];
    }
  }

  Inspection& in_;
  const Rows& rows_;
  const OperatorClasses& classes_;
  std::vector<std::int64_t> keys_;
  std::vector<std::string> expressions_;
};

}  // namespace

// The whole definition is asked for only where an expression meets a collation of its own.
Result<Rows> query_indexes(Inspection& in) {
  return in.connection.read(
      "indexes",
      fmt::format(
          "SELECT i.indexrelid, i.indrelid, c.relname, m.amname, i.indisunique, "
          "i.indisvalid, i.indnkeyatts, i.indkey, i.indclass, i.indcollation, i.indoption, "
          "CASE WHEN i.indpred IS NOT NULL THEN pg_catalog.pg_get_expr(i.indpred, i.indrelid) "
          "END, c.relispartition, {0}, c.reloptions, CASE WHEN i.indexprs IS NOT NULL THEN "
          "ARRAY(SELECT pg_catalog.pg_get_indexdef(i.indexrelid, k, true) FROM "
          "pg_catalog.generate_series(1, i.indnkeyatts) k) END, CASE WHEN i.indexprs IS NOT NULL "
          "AND EXISTS (SELECT FROM unnest(i.indcollation::pg_catalog.oid[]) o WHERE o NOT IN (0, "
          "{2})) THEN pg_catalog.pg_get_indexdef(i.indexrelid, 0, true) END, k.oid IS NOT NULL, "
          "CASE WHEN m.amname NOT IN ('btree', 'hash') THEN EXISTS (SELECT 1 "
          "FROM pg_catalog.pg_attribute a WHERE a.attrelid = i.indexrelid AND a.attoptions IS NOT "
          "NULL) ELSE false END "
          "FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN "
          "pg_catalog.pg_am m ON m.oid = c.relam LEFT JOIN pg_catalog.pg_constraint k ON "
          "k.conrelid = i.indrelid AND k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x') "
          "WHERE c.relnamespace {1} ORDER BY c.relname",
          in.since(15, "i.indnullsnotdistinct", "false"), kUserNamespaces, kDefaultCollation));
}

std::set<Oid> index_collations(const Rows& indexes) {
  std::set<Oid> used;
  for (int r = 0; r < indexes.count(); ++r) {
    for (const std::int64_t oid : indexes.integers(r, kCollations)) {
      used.insert(static_cast<Oid>(oid));
    }
  }
  return used;
}

void read_constraint_indexes(Inspection& in, const Rows& indexes) {
  for (int r = 0; r < indexes.count(); ++r) {
    if (!indexes.truth(r, kConstraint)) continue;
    const Relation* relation = in.find(indexes.oid(r, kTable));
    const std::vector<std::int64_t> keys = indexes.integers(r, kKeys);
    const auto count = static_cast<std::size_t>(indexes.integer(r, kKeyCount));
    const bool nulls_not_distinct = indexes.truth(r, kNullsNotDistinct);
    if (relation == nullptr || (keys.size() == count && !nulls_not_distinct)) continue;
    ConstraintIndex index{{}, nulls_not_distinct};
    for (std::size_t k = count; k < keys.size(); ++k) {
      const Attribute* attribute = find_attribute(*relation, keys[k]);
      if (attribute != nullptr) index.include.push_back(attribute->name);
    }
    in.constraint_indexes.emplace(indexes.oid(r, kIndex), std::move(index));
  }
}

Status read_indexes(Inspection& in, const Rows& indexes) {
  DBX_TRY(const OperatorClasses classes, read_operator_classes(in));
  IndexReader reader(in, indexes, classes);
  for (int r = 0; r < indexes.count(); ++r) {
    const Oid owner = indexes.oid(r, kTable);
    const Relation* relation = in.find(owner);
    schema::Table* table = in.table_of(owner);
    schema::View* view = in.view_of(owner);
    const bool listed = table != nullptr || view != nullptr;
    const bool inherited = indexes.truth(r, kInherited);
    if (!listed || (inherited && table == nullptr)) continue;
    note_index(in, indexes, r, *relation);
    if (indexes.truth(r, kConstraint)) continue;
    if (!indexes.truth(r, kValid)) {
      in.note(fmt::format("index '{}' on {} is invalid and left out", indexes.text(r, kName),
                          print(relation->name)));
      continue;
    }
    schema::Index index = reader.read(r, *relation);
    std::vector<schema::Index>& own = table != nullptr ? table->indexes : view->indexes;
    (inherited ? Inspection::inherited_of(*table).indexes : own).push_back(std::move(index));
  }
  return {};
}

}  // namespace dbx::dialect::postgres
