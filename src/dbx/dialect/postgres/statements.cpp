// The text of single DDL statements, without the final semicolon.
#include "dbx/dialect/postgres/statements.h"

#include <fmt/format.h>

#include <map>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/postgres.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Column;
using schema::Name;
using schema::Table;

std::string_view action(spec::OnDelete action) {
  static constexpr std::string_view kWords[] = {"NO ACTION", "RESTRICT", "CASCADE", "SET NULL",
                                                "SET DEFAULT"};
  return kWords[static_cast<std::size_t>(action)];
}

std::string deferral(bool deferrable, bool deferred) {
  if (!deferrable) return {};
  return deferred ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE";
}

std::string serial_type(const spec::Type& type) {
  if (type.kind == spec::TypeKind::kSmallInt) return "smallserial";
  return type.kind == spec::TypeKind::kBigInt ? "bigserial" : "serial";
}

std::string key_text(std::string_view kind, const schema::Key& key) {
  std::string text =
      fmt::format("{} {}({})", kind, key.nulls_not_distinct ? "NULLS NOT DISTINCT " : "",
                  quote_list(key.columns));
  if (!key.include.empty()) text += fmt::format(" INCLUDE ({})", quote_list(key.include));
  return text + deferral(key.deferrable, key.deferred);
}

std::string foreign_key_text(const schema::ForeignKey& key) {
  std::string text =
      fmt::format("FOREIGN KEY ({}) REFERENCES {}", quote_list(key.columns), quote(key.target()));
  if (!key.referenced_columns.empty()) {
    text += fmt::format(" ({})", quote_list(key.referenced_columns));
  }
  if (key.match_full) text += " MATCH FULL";
  if (key.on_update != spec::OnDelete::kNoAction) {
    text += fmt::format(" ON UPDATE {}", action(key.on_update));
  }
  if (key.on_delete != spec::OnDelete::kNoAction) {
    text += fmt::format(" ON DELETE {}", action(key.on_delete));
    if (!key.set_null_columns.empty()) {
      text += fmt::format(" ({})", quote_list(key.set_null_columns));
    }
  }
  text += deferral(key.deferrable, key.deferred);
  return text + (key.not_valid ? " NOT VALID" : "");
}

std::string named(const std::string& name, const std::string& definition) {
  return name.empty() ? definition : fmt::format("CONSTRAINT {} {}", quote(name), definition);
}

std::vector<std::string> constraint_lines(const Table& table) {
  std::vector<std::string> lines;
  const auto add = [&](plan::Constraint constraint) {
    lines.push_back(constraint_definition(constraint));
  };
  if (table.primary_key) add(plan::PrimaryKey{*table.primary_key});
  for (const schema::Key& key : table.uniques) add(plan::UniqueKey{key});
  for (const schema::Check& check : table.checks) add(check);
  for (const schema::Exclusion& exclusion : table.exclusions) add(exclusion);
  for (const schema::ForeignKey& key : table.foreign_keys) {
    if (key.enforcement != schema::Enforcement::kVerified) add(key);
  }
  return lines;
}

std::string index_part(const schema::IndexPart& part) {
  std::string text =
      part.column.empty() ? fmt::format("({})", part.expression.text) : quote(part.column);
  if (!part.collation.empty()) text += " COLLATE " + quote_dotted(part.collation);
  if (!part.operator_class.empty()) text += " " + quote_dotted(part.operator_class);
  if (part.descending) text += " DESC";
  if (part.nulls_first) text += *part.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return text;
}

// START WITH 5 INCREMENT BY 2 CYCLE -> {START WITH: 5, INCREMENT BY: 2, CYCLE: ""}
std::map<std::string, std::string> read_options(const std::string& options) {
  static constexpr std::string_view kTwoWords[] = {"START WITH", "INCREMENT BY"};
  std::map<std::string, std::string> read;
  std::vector<std::string> words;
  for (const std::string_view word : text::split(options, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  for (std::size_t i = 0; i < words.size();) {
    std::string key = text::to_upper(words[i++]);
    for (const std::string_view two : kTwoWords) {
      if (two.starts_with(key + " ") && i < words.size()) {
        key = two;
        ++i;
        break;
      }
    }
    const bool takes_value = key != "CYCLE" && key != "NO";
    read[key] = takes_value && i < words.size() ? words[i++] : "";
  }
  return read;
}

std::string_view default_option(std::string_view key) {
  if (key == "AS") return "AS bigint";
  if (key == "INCREMENT BY") return "INCREMENT BY 1";
  if (key == "MINVALUE") return "NO MINVALUE";
  if (key == "MAXVALUE") return "NO MAXVALUE";
  if (key == "CACHE") return "CACHE 1";
  return "NO CYCLE";
}

// Where nothing is said, a sequence starts at its end.
std::string start_of(const std::map<std::string, std::string>& options) {
  const auto value = [&](const std::string& key, const std::string& otherwise) {
    const auto found = options.find(key);
    return found == options.end() || found->second.empty() ? otherwise : found->second;
  };
  const bool down = value("INCREMENT BY", "1").starts_with('-');
  return value("START WITH", down ? value("MAXVALUE", "-1") : value("MINVALUE", "1"));
}

}  // namespace

std::string column_definition(const Column& column) {
  const bool serial = column.identity && column.numbering == spec::Numbering::kSerial;
  std::string text =
      quote(column.name) + " " + (serial ? serial_type(column.type) : type_name(column.type));
  if (!column.collation.empty()) text += " COLLATE " + quote_dotted(column.collation);
  if (!column.generated.empty()) {
    text += fmt::format(" GENERATED ALWAYS AS ({}) STORED", column.generated.text);
  } else if (column.identity && !serial) {
    text += column.numbering == spec::Numbering::kAlways ? " GENERATED ALWAYS AS IDENTITY"
                                                         : " GENERATED BY DEFAULT AS IDENTITY";
    if (!column.identity_options.empty()) text += fmt::format(" ({})", column.identity_options);
  } else if (column.default_value) {
    text += " DEFAULT " + column.default_value->text;
  }
  return text + (column.nullable ? "" : " NOT NULL");
}

std::string create_table(const Table& table) {
  std::vector<std::string> lines;
  for (const Column& column : table.columns) lines.push_back(column_definition(column));
  for (std::string& line : constraint_lines(table)) lines.push_back(std::move(line));
  std::string body = fmt::format("(\n  {}\n)", text::join(lines, ",\n  "));
  if (lines.empty()) body = "()";
  std::string text = fmt::format("CREATE {}TABLE {} ", table.unlogged ? "UNLOGGED " : "",
                                 quote(schema::name_of(table)));
  if (table.partition_of) {
    text += fmt::format("PARTITION OF {} ", quote(table.partition_of->parent));
    if (!lines.empty()) text += body + " ";
    text += table.partition_of->bound.text;
  } else {
    text += body;
  }
  if (!table.inherits.empty()) {
    std::vector<std::string> parents;
    for (const Name& parent : table.inherits) parents.push_back(quote(parent));
    text += fmt::format(" INHERITS ({})", text::join(parents, ", "));
  }
  if (!table.partition_by.empty()) text += " PARTITION BY " + table.partition_by.text;
  if (!table.options.empty()) text += fmt::format(" WITH ({})", table.options);
  return text;
}

std::string constraint_definition(const plan::Constraint& constraint) {
  struct Writer {
    std::string operator()(const plan::PrimaryKey& c) const {
      return key_text("PRIMARY KEY", c.key);
    }
    std::string operator()(const plan::UniqueKey& c) const { return key_text("UNIQUE", c.key); }
    std::string operator()(const schema::Check& c) const {
      return fmt::format("CHECK ({}){}{}", c.expression.text, c.no_inherit ? " NO INHERIT" : "",
                         c.not_valid ? " NOT VALID" : "");
    }
    std::string operator()(const schema::Exclusion& c) const { return c.definition.text; }
    std::string operator()(const schema::ForeignKey& c) const { return foreign_key_text(c); }
  };
  return named(plan::name_of(constraint), std::visit(Writer{}, constraint));
}

std::string create_index(const Name& table, const schema::Index& index) {
  std::vector<std::string> parts;
  for (const schema::IndexPart& part : index.columns) parts.push_back(index_part(part));
  std::string text = fmt::format("CREATE {}INDEX {} ON {} ", index.unique ? "UNIQUE " : "",
                                 quote(index.name), quote(table));
  if (!index.method.empty()) text += fmt::format("USING {} ", quote(index.method));
  text += fmt::format("({})", text::join(parts, ", "));
  if (!index.include.empty()) text += fmt::format(" INCLUDE ({})", quote_list(index.include));
  if (index.nulls_not_distinct) text += " NULLS NOT DISTINCT";
  if (!index.options.empty()) text += fmt::format(" WITH ({})", index.options);
  if (!index.where.empty()) text += fmt::format(" WHERE {}", index.where.text);
  return text;
}

std::string create_view(const schema::View& view) {
  std::string text = fmt::format("CREATE {}VIEW {}", view.materialized ? "MATERIALIZED " : "",
                                 quote(schema::name_of(view)));
  if (!view.options.empty()) text += fmt::format(" WITH ({})", view.options);
  return text + " AS\n" + view.select.text;
}

std::string create_enum(const schema::Enum& item) {
  std::vector<std::string> values;
  for (const std::string& value : item.values) values.push_back(quote_text(value));
  return fmt::format("CREATE TYPE {} AS ENUM ({})", quote(schema::name_of(item)),
                     text::join(values, ", "));
}

std::string object_reference(const schema::Object& object) {
  using spec::ObjectKind;
  static constexpr std::string_view kWords[] = {"EXTENSION", "DOMAIN",     "TYPE",     "FUNCTION",
                                                "PROCEDURE", "AGGREGATE",  "TRIGGER",  "POLICY",
                                                "RULE",      "STATISTICS", "COLLATION"};
  const std::string_view word = kWords[static_cast<std::size_t>(object.kind)];
  if (object.table && object.kind != ObjectKind::kStatistics) {
    return fmt::format("{} {} ON {}", word, quote(object.identity), quote(*object.table));
  }
  const std::string prefix = object.schema.empty() ? "" : quote(object.schema) + ".";
  const bool is_routine = object.kind == ObjectKind::kFunction ||
                          object.kind == ObjectKind::kProcedure ||
                          object.kind == ObjectKind::kAggregate;
  if (object.kind == ObjectKind::kExtension)
    return fmt::format("{} {}", word, quote(object.identity));
  return fmt::format("{} {}{}", word, prefix,
                     is_routine ? object.identity : quote(object.identity));
}

std::string drop_object(const schema::Object& object) { return "DROP " + object_reference(object); }

std::vector<std::string> changed_sequence_options(const std::string& from, const std::string& to) {
  const auto before = read_options(from);
  const auto after = read_options(to);
  std::vector<std::string> clauses;
  if (start_of(before) != start_of(after)) clauses.push_back("START WITH " + start_of(after));
  for (const auto& [key, value] : after) {
    if (key == "START WITH") continue;
    const auto old = before.find(key);
    if (old != before.end() && old->second == value) continue;
    clauses.push_back(value.empty() ? key : key + " " + value);
  }
  for (const auto& [key, value] : before) {
    const bool gone = key != "START WITH" && !after.contains(key);
    if (gone) clauses.emplace_back(default_option(key));
  }
  return clauses;
}

}  // namespace dbx::dialect::postgres
