// A type that cannot become another where it stands: a new one takes its place. The old one steps
// aside, the columns move over, and it goes once nothing is of it any more.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/alter_column.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/postgres/statements.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Column;
using schema::Name;
using schema::Table;

Name aside(const Name& type) { return {type.schema, "dbx_old_" + type.name}; }

bool is_array(const spec::Type& type) { return type.engine_text.str().ends_with("[]"); }

struct Attribute {
  std::string name;  // SQL
  std::string type;
};

// The attributes of CREATE TYPE name AS (, one a line, ).
std::vector<Attribute> attributes_of(const schema::Object& type) {
  std::vector<Attribute> attributes;
  const std::vector<std::string_view> lines = text::split(type.definition.text, '\n');
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    std::string_view line = text::trim(lines[i]);
    if (line.ends_with(',')) line.remove_suffix(1);
    std::size_t end = line.find(' ');
    if (line.starts_with('"')) {
      end = line.find('"', 1);
      while (end + 1 < line.size() && line[end + 1] == '"') end = line.find('"', end + 2);
      ++end;
    }
    std::string_view written = line.substr(end + 1);
    attributes.push_back({std::string(line.substr(0, end)),
                          std::string(written.substr(0, written.find(" COLLATE ")))});
  }
  return attributes;
}

// CREATE DOMAIN name AS integer -> integer
std::string base_of(const schema::Object& domain) {
  const std::string first = domain.definition.text.substr(0, domain.definition.text.find('\n'));
  const std::size_t at = first.rfind(" AS ");
  return at == std::string::npos ? "text" : first.substr(at + 4);
}

bool is_composite(const schema::Object& type) {
  return type.definition.text.find(" AS (") != std::string::npos;
}

// The composite type of an attribute that is made anew before the one that it is part of.
const plan::ReplaceType* replaced_attribute(const plan::Plan& plan, const Attribute& from,
                                            const Attribute& to) {
  if (from.type != to.type || to.type.ends_with("[]")) return nullptr;
  for (const plan::Change& change : plan.changes) {
    const auto* replace = std::get_if<plan::ReplaceType>(&change);
    if (replace == nullptr || !is_composite(replace->from) || !is_composite(replace->to)) continue;
    const Name name{replace->to.schema, replace->to.identity};
    if (plan::is_of_type(read_catalog_type(to.type), name)) return replace;
  }
  return nullptr;
}

// A value of the new type made of `value`, which is of the old.
std::string converted(const plan::Plan& plan, const plan::ReplaceType& change,
                      const std::string& value) {
  const std::string name = quote(Name{change.to.schema, change.to.identity});
  if (change.to.kind == spec::ObjectKind::kDomain) {
    return fmt::format("{}::{}",
                       conversion(read_catalog_type(base_of(change.from)),
                                  read_catalog_type(base_of(change.to)), value),
                       name);
  }
  if (!is_composite(change.from) || !is_composite(change.to)) {
    return fmt::format("{}::text::{}", value, name);
  }
  const std::vector<Attribute> before = attributes_of(change.from);
  std::vector<std::string> parts;
  for (const Attribute& attribute : attributes_of(change.to)) {
    const auto old = std::find_if(before.begin(), before.end(),
                                  [&](const Attribute& had) { return had.name == attribute.name; });
    if (old == before.end()) {
      parts.emplace_back("NULL");
      continue;
    }
    // Also of the same name: its type may have been made anew.
    const std::string part = fmt::format("({}).{}", value, attribute.name);
    if (const auto* inner = replaced_attribute(plan, *old, attribute)) {
      parts.push_back(converted(plan, *inner, part));
      continue;
    }
    const bool named_type = read_catalog_type(attribute.type).kind == spec::TypeKind::kEngine;
    parts.push_back(
        old->type == attribute.type && !named_type
            ? part
            : conversion(read_catalog_type(old->type), read_catalog_type(attribute.type), part));
  }
  return fmt::format("CASE WHEN {} IS NOT DISTINCT FROM NULL THEN NULL ELSE ROW({})::{} END", value,
                     text::join(parts, ", "), name);
}

class Replacement {
 public:
  Replacement(const plan::Plan& plan, Name type) : plan_(plan), type_(std::move(type)) {}

  // `make`: the statement for the new type; `convert`: the value in a column.
  template <class Convert>
  std::vector<std::string> write(std::string make, Convert convert) {
    statements_.push_back(
        fmt::format("ALTER TYPE {} RENAME TO {}", quote(type_), quote(aside(type_).name)));
    statements_.push_back(std::move(make));
    for (const Table& table : plan_.renamed.tables) {
      for (const Column& column : table.columns) {
        if (plan::is_of_type(column.type, type_)) move(table, column, convert);
      }
    }
    return std::move(statements_);
  }

 private:
  template <class Convert>
  void move(const Table& table, const Column& column, Convert convert) {
    Name name = schema::name_of(table);
    for (const plan::Change& change : plan_.changes) {
      const auto* save = std::get_if<plan::SaveRows>(&change);
      if (save != nullptr && schema::name_of(save->table) == name) name = save->aside;
      const auto* drop = std::get_if<plan::DropTable>(&change);
      if (drop != nullptr && !drop->rows_saved && schema::name_of(drop->table) == name) return;
    }
    const Table* after = schema::find_table(plan_.target, schema::name_of(table));
    const Column* now = after == nullptr ? nullptr : schema::find_column(*after, column.name);
    if (now == nullptr && name == schema::name_of(table)) return;  // it went before
    const bool leaves = now == nullptr || !plan::is_of_type(now->type, type_);
    const std::string prefix =
        fmt::format("ALTER TABLE {} ALTER COLUMN {}", quote(name), quote(column.name));
    if (leaves) {
      const std::string text = is_array(column.type) ? "text[]" : "text";
      statements_.push_back(
          fmt::format("{} TYPE {} USING {}::{}", prefix, text, quote(column.name), text));
      return;
    }
    const std::string type = type_name(column.type);
    statements_.push_back(fmt::format("{} TYPE {} USING {}", prefix, type,
                                      convert(quote(column.name), is_array(column.type), type)));
  }

  const plan::Plan& plan_;
  Name type_;
  std::vector<std::string> statements_;
};

}  // namespace

std::vector<std::string> replace_enum(const plan::ReplaceEnum& change, const plan::Plan& plan) {
  return Replacement(plan, schema::name_of(change.to))
      .write(create_enum(change.to),
             [](const std::string& column, bool array, const std::string& type) {
               return fmt::format("{}::text{}::{}", column, array ? "[]" : "", type);
             });
}

std::vector<std::string> replace_type(const plan::ReplaceType& change, const plan::Plan& plan) {
  const Name name{change.to.schema, change.to.identity};
  const std::string old = quote(aside(name));
  // USING takes no subquery, but it takes a function.
  const std::string convert = "pg_temp.dbx_convert";
  bool of_arrays = false;
  std::vector<std::string> statements =
      Replacement(plan, name)
          .write(change.to.definition.text, [&](const std::string& column, bool array,
                                                const std::string&) {
            of_arrays = of_arrays || array;
            return array ? fmt::format("{}({})", convert, column) : converted(plan, change, column);
          });
  if (!of_arrays) return statements;
  statements.insert(
      statements.begin() + 2,
      fmt::format(
          "CREATE FUNCTION {0}({1}[]) RETURNS {2}[] LANGUAGE sql AS {3}", convert, old, quote(name),
          quote_text(fmt::format(
              "SELECT CASE WHEN $1 IS NULL THEN NULL ELSE ARRAY(SELECT {} FROM (SELECT "
              "$1[i] AS value FROM generate_subscripts($1, 1) AS i ORDER BY i) AS item) END",
              converted(plan, change, "item.value")))));
  statements.push_back(fmt::format("DROP FUNCTION {}({}[])", convert, old));
  return statements;
}

std::string drop_replaced(const schema::Name& type, bool domain) {
  return fmt::format("DROP {} {}", domain ? "DOMAIN" : "TYPE", quote(aside(type)));
}

std::vector<std::string> change_composite(const schema::Object& from, const schema::Object& to) {
  const std::string name = quote(Name{to.schema, to.identity});
  const std::vector<Attribute> before = attributes_of(from);
  const std::vector<Attribute> after = attributes_of(to);
  const auto lacks = [](const std::vector<Attribute>& attributes, const Attribute& wanted) {
    return std::none_of(attributes.begin(), attributes.end(),
                        [&](const Attribute& attribute) { return attribute.name == wanted.name; });
  };
  std::vector<std::string> statements;
  for (const Attribute& attribute : before) {
    if (!lacks(after, attribute)) continue;
    statements.push_back(fmt::format("ALTER TYPE {} DROP ATTRIBUTE {}", name, attribute.name));
  }
  const std::vector<std::string_view> lines = text::split(to.definition.text, '\n');
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (!lacks(before, after[i])) continue;
    std::string_view line = text::trim(lines[i + 1]);
    if (line.ends_with(',')) line.remove_suffix(1);
    statements.push_back(fmt::format("ALTER TYPE {} ADD ATTRIBUTE {}", name, line));
  }
  return statements;
}

}  // namespace dbx::dialect::postgres
