// Renames, as `renamed_from` says them: the current schema is looked at under the new names, so
// that everything else compares like with like and rows stay where they are.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Expression;
using schema::Schema;
using schema::Table;

Name read_name(const std::string& written, const std::string& schema) {
  const std::vector<std::string> parts = spec::split_name(written);
  return parts.size() == 1 ? Name{schema, parts[0]} : Name{parts[0], parts[1]};
}

bool is_word_byte(char c) {
  return text::is_identifier(std::string_view(&c, 1)) || (c >= '0' && c <= '9') || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

void rename_in(std::vector<std::string>& columns, const std::string& from, const std::string& to) {
  std::replace(columns.begin(), columns.end(), from, to);
}

void rename_in(Expression& expression, const std::string& from, const std::string& to) {
  expression.text = replace_identifier(expression.text, from, to);
  if (!expression.meaning.empty()) {
    // Meanings quote every identifier.
    const auto quoted = [](const std::string& name) {
      return '"' + text::replace_all(name, "\"", "\"\"") + '"';
    };
    expression.meaning = text::replace_all(expression.meaning, quoted(from), quoted(to));
  }
}

void rename_in(schema::Index& index, const std::string& from, const std::string& to) {
  for (schema::IndexPart& part : index.columns) {
    if (part.column == from) part.column = to;
    rename_in(part.expression, from, to);
  }
  rename_in(index.include, from, to);
  rename_in(index.where, from, to);
}

void rename_column(Schema& schema, Table& table, const std::string& from, const std::string& to) {
  for (schema::Column& column : table.columns) {
    if (column.name == from) column.name = to;
    rename_in(column.generated, from, to);
  }
  if (table.primary_key) {
    rename_in(table.primary_key->columns, from, to);
    rename_in(table.primary_key->include, from, to);
  }
  for (schema::Key& key : table.uniques) {
    rename_in(key.columns, from, to);
    rename_in(key.include, from, to);
  }
  for (schema::Check& check : table.checks) rename_in(check.expression, from, to);
  for (schema::Exclusion& exclusion : table.exclusions) rename_in(exclusion.definition, from, to);
  for (schema::Index& index : table.indexes) rename_in(index, from, to);
  rename_in(table.partition_by, from, to);
  for (schema::ForeignKey& key : table.foreign_keys) {
    rename_in(key.columns, from, to);
    rename_in(key.set_null_columns, from, to);
  }
  const Name name = schema::name_of(table);
  for (Table& other : schema.tables) {
    for (schema::ForeignKey& key : other.foreign_keys) {
      if (key.target() == name) rename_in(key.referenced_columns, from, to);
    }
  }
  for (schema::Sequence& sequence : schema.sequences) {
    if (sequence.owner_table == name && sequence.owner_column == from) sequence.owner_column = to;
  }
}

void rename_table(Schema& schema, const Name& from, const Name& to) {
  for (Table& table : schema.tables) {
    if (schema::name_of(table) == from) {
      table.schema = to.schema;
      table.name = to.name;
    }
    for (schema::ForeignKey& key : table.foreign_keys) {
      if (key.target() != from) continue;
      key.table_schema = to.schema;
      key.table = to.name;
    }
    if (table.partition_of && table.partition_of->parent == from) table.partition_of->parent = to;
  }
  for (schema::View& view : schema.views)
    std::replace(view.reads.begin(), view.reads.end(), from, to);
  for (schema::Sequence& sequence : schema.sequences) {
    if (sequence.owner_table == from) sequence.owner_table = to;
  }
  for (schema::Object& object : schema.objects) {
    if (object.table == from) object.table = to;
  }
}

// Renames in an order in which every new name is free; a ring goes by way of a name of its own.
std::vector<RenameTable> in_free_order(std::vector<RenameTable> wanted,
                                       const std::set<Name>& taken_for_good) {
  std::set<Name> taken;
  for (const RenameTable& rename : wanted) taken.insert(rename.from);
  std::vector<RenameTable> ordered;
  while (!wanted.empty()) {
    const auto free = std::find_if(wanted.begin(), wanted.end(), [&](const RenameTable& rename) {
      return !taken.contains(rename.to) && !taken_for_good.contains(rename.to);
    });
    if (free != wanted.end()) {
      taken.erase(free->from);
      ordered.push_back(*free);
      wanted.erase(free);
      continue;
    }
    const Name aside{wanted.front().from.schema, "dbx_rename_" + wanted.front().from.name};
    ordered.push_back({wanted.front().from, aside});
    taken.erase(wanted.front().from);
    taken.insert(aside);
    wanted.front().from = aside;
  }
  return ordered;
}

std::vector<RenameTable> wanted_tables(const TableMap& current, const Schema& target) {
  std::set<Name> kept;  // names that mean the same table before and after
  for (const Table& table : target.tables) {
    const Name name = schema::name_of(table);
    if (table.renamed_from.empty() && current.contains(name)) kept.insert(name);
  }
  std::vector<RenameTable> wanted;
  std::set<Name> used;
  for (const Table& table : target.tables) {
    if (table.renamed_from.empty()) continue;
    const Name to = schema::name_of(table);
    const Name from = read_name(table.renamed_from, table.schema);
    // Done before: the old name is gone. Still there under both names: nothing was renamed.
    const bool is_wanted =
        from != to && current.contains(from) && !kept.contains(from) && used.insert(from).second;
    const bool is_swap = is_wanted && current.contains(to);
    const bool to_moves =
        std::any_of(target.tables.begin(), target.tables.end(), [&](const Table& other) {
          return !other.renamed_from.empty() && read_name(other.renamed_from, other.schema) == to;
        });
    if (is_wanted && (!is_swap || to_moves)) wanted.push_back({from, to});
  }
  return wanted;
}

ColumnRenames wanted_columns(const Table& from, const Table& to) {
  ColumnRenames renames;
  renames.table = schema::name_of(to);
  for (const schema::Column& column : to.columns) {
    if (column.renamed_from.empty() || column.renamed_from == column.name) continue;
    const bool was_there = schema::find_column(from, column.renamed_from) != nullptr;
    const bool is_done = schema::find_column(from, column.name) != nullptr;
    const bool is_kept = schema::find_column(to, column.renamed_from) != nullptr;
    if (was_there && !is_done && !is_kept) {
      renames.columns.emplace_back(column.renamed_from, column.name);
    }
  }
  return renames;
}

std::set<std::string> shape_of(const Table& table) {
  std::set<std::string> shape;
  for (const schema::Column& column : table.columns) {
    shape.insert(column.name + " " + spec::print(column.type));
  }
  return shape;
}

Diagnostic possible_rename(std::string message, const std::string& from) {
  Diagnostic diagnostic;
  diagnostic.code = Code::kPossibleRename;
  diagnostic.severity = Severity::kWarning;
  diagnostic.message = std::move(message);
  diagnostic.hint = fmt::format("if it is the same, add 'renamed_from: {}': its rows stay", from);
  return diagnostic;
}

void note_columns(const Table& from, const Table& to, Difference& difference) {
  const auto only_in = [](const Table& a, const Table& b) {
    std::vector<const schema::Column*> only;
    for (const schema::Column& column : a.columns) {
      if (schema::find_column(b, column.name) == nullptr) only.push_back(&column);
    }
    return only;
  };
  const auto gone = only_in(from, to);
  const auto come = only_in(to, from);
  if (gone.size() != 1 || come.size() != 1 || gone[0]->type != come[0]->type) return;
  difference.note(
      possible_rename(fmt::format("{}: '{}' goes and '{}' comes with the same type",
                                  schema::print(name_of(to)), gone[0]->name, come[0]->name),
                      gone[0]->name),
      {schema::name_of(to), come[0]->name});
}

}  // namespace

std::string replace_identifier(std::string_view text, const std::string& from,
                               const std::string& to) {
  std::string result;
  const bool plain = text::is_identifier(to) && text::to_lower(to) == to;
  const std::string written = plain ? to : '"' + text::replace_all(to, "\"", "\"\"") + '"';
  const std::string quoted = '"' + text::replace_all(from, "\"", "\"\"") + '"';
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\'') {
      const std::size_t end = std::min(text.find('\'', i + 1), text.size() - 1);
      result += text.substr(i, end - i + 1);
      i = end + 1;
    } else if (text[i] == '"') {
      const std::size_t end = std::min(text.find('"', i + 1), text.size() - 1);
      const std::string_view name = text.substr(i, end - i + 1);
      result += name == quoted ? std::string_view(written) : name;
      i = end + 1;
    } else if (is_word_byte(text[i])) {
      std::size_t end = i;
      while (end < text.size() && is_word_byte(text[end])) ++end;
      const std::string_view word = text.substr(i, end - i);
      const bool is_call = end < text.size() && text[end] == '(';
      const bool same = !is_call && text::to_lower(word) == from;
      result += same ? std::string_view(written) : word;
      i = end;
    } else {
      result += text[i++];
    }
  }
  return result;
}

bool mentions(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool starts = at == 0 || !is_word_byte(text[at - 1]);
    const bool ends = end == text.size() || !is_word_byte(text[end]);
    if (starts && ends) return true;
  }
  return false;
}

Renamed apply_renames(const Schema& current, const Schema& target, Difference& difference) {
  Renamed renamed;
  renamed.schema = current;
  const TableMap before = tables_by_name(current);
  const TableMap after = tables_by_name(target);
  const std::vector<RenameTable> wanted = wanted_tables(before, target);
  std::set<Name> taken;
  for (const auto& [name, table] : before) {
    const bool goes = !after.contains(name);
    const bool moves = std::any_of(wanted.begin(), wanted.end(),
                                   [&](const RenameTable& r) { return r.from == name; });
    if (!goes && !moves) taken.insert(name);
  }
  for (const RenameTable& rename : in_free_order(wanted, taken)) {
    rename_table(renamed.schema, rename.from, rename.to);
    difference.add(Phase::kRenames, rename);
  }
  renamed.tables = wanted;
  for (Table& table : renamed.schema.tables) {
    const auto found = after.find(schema::name_of(table));
    if (found == after.end()) continue;
    ColumnRenames renames = wanted_columns(table, *found->second);
    for (const auto& [from, to] : renames.columns) {
      rename_column(renamed.schema, table, from, to);
      difference.add(Phase::kRenames, RenameColumn{renames.table, from, to});
      difference.touched.insert(renames.table);
    }
    if (!renames.columns.empty()) renamed.columns.push_back(std::move(renames));
  }
  return renamed;
}

void note_possible_renames(const Schema& from, const Schema& to, Difference& difference) {
  const TableMap before = tables_by_name(from);
  const TableMap after = tables_by_name(to);
  std::map<std::set<std::string>, std::vector<const Table*>> come;
  for (const auto& [name, table] : after) {
    const auto found = before.find(name);
    if (found != before.end()) {
      note_columns(*found->second, *table, difference);
    } else {
      come[shape_of(*table)].push_back(table);
    }
  }
  for (const auto& [name, table] : before) {
    if (after.contains(name)) continue;
    const auto same = come.find(shape_of(*table));
    if (same == come.end() || same->second.size() != 1 || table->columns.empty()) continue;
    const Name now = schema::name_of(*same->second.front());
    difference.note(
        possible_rename(fmt::format("table '{}' goes and '{}' comes with the same columns",
                                    schema::print(name), schema::print(now)),
                        schema::print(name)),
        {now, ""});
  }
}

}  // namespace dbx::plan
