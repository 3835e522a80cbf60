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

// Who speaks of a table from elsewhere. Valid while no table changes its name and nothing is added.
class Speakers {
 public:
  explicit Speakers(Schema& schema) {
    for (Table& table : schema.tables) {
      for (schema::ForeignKey& key : table.foreign_keys) keys_[key.target()].push_back(&key);
    }
    for (schema::Sequence& sequence : schema.sequences) {
      if (sequence.owner_table) sequences_[*sequence.owner_table].push_back(&sequence);
    }
  }
  void rename_column(const Name& table, const std::string& from, const std::string& to) {
    if (const auto found = keys_.find(table); found != keys_.end()) {
      for (schema::ForeignKey* key : found->second) rename_in(key->referenced_columns, from, to);
    }
    if (const auto found = sequences_.find(table); found != sequences_.end()) {
      for (schema::Sequence* sequence : found->second) {
        if (sequence->owner_column == from) sequence->owner_column = to;
      }
    }
  }

 private:
  std::map<Name, std::vector<schema::ForeignKey*>> keys_;
  std::map<Name, std::vector<schema::Sequence*>> sequences_;
};

void rename_column(Table& table, const std::string& from, const std::string& to) {
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
}

// All at once: what is renamed to a name that another table had before stays apart from that one.
void rename_tables(Schema& schema, const std::vector<RenameTable>& wanted) {
  if (wanted.empty()) return;
  std::map<Name, Name> names;
  for (const RenameTable& rename : wanted) names.emplace(rename.from, rename.to);
  const auto now = [&](const Name& name) -> const Name& {
    const auto found = names.find(name);
    return found == names.end() ? name : found->second;
  };
  for (Table& table : schema.tables) {
    const Name name = now(schema::name_of(table));
    table.schema = name.schema;
    table.name = name.name;
    for (schema::ForeignKey& key : table.foreign_keys) {
      const Name target = now(key.target());
      key.table_schema = target.schema;
      key.table = target.name;
    }
    if (table.partition_of) table.partition_of->parent = Name(now(table.partition_of->parent));
  }
  for (schema::View& view : schema.views) {
    for (Name& read : view.reads) read = Name(now(read));
  }
  for (schema::Sequence& sequence : schema.sequences) {
    if (sequence.owner_table) sequence.owner_table = Name(now(*sequence.owner_table));
  }
  for (schema::Object& object : schema.objects) {
    if (object.table) object.table = Name(now(*object.table));
  }
}

// Renames in an order in which every new name is free, the first that can go first; a ring goes by
// way of a name of its own.
class FreeOrder {
 public:
  FreeOrder(std::vector<RenameTable> wanted, const std::set<Name>& taken_for_good)
      : wanted_(std::move(wanted)), taken_for_good_(taken_for_good) {
    for (const RenameTable& rename : wanted_) taken_.insert(rename.from);
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      waiting_.insert(i);
      by_target_[wanted_[i].to].push_back(i);
      if (is_free(wanted_[i].to)) free_.insert(i);
    }
  }

  std::vector<RenameTable> order() {
    std::vector<RenameTable> ordered;
    while (!waiting_.empty()) {
      if (!free_.empty()) {
        const std::size_t at = *free_.begin();
        ordered.push_back(wanted_[at]);
        waiting_.erase(at);
        free_.erase(at);
        give_up(wanted_[at].from);
        continue;
      }
      RenameTable& first = wanted_[*waiting_.begin()];
      const Name aside{first.from.schema, "dbx_rename_" + first.from.name};
      ordered.push_back({first.from, aside});
      taken_.insert(aside);
      give_up(first.from);
      first.from = aside;
    }
    return ordered;
  }

 private:
  bool is_free(const Name& name) const {
    return !taken_.contains(name) && !taken_for_good_.contains(name);
  }
  void give_up(const Name& name) {
    taken_.erase(name);
    const auto wanted = by_target_.find(name);
    if (wanted == by_target_.end() || !is_free(name)) return;
    for (const std::size_t i : wanted->second) {
      if (waiting_.contains(i)) free_.insert(i);
    }
  }

  std::vector<RenameTable> wanted_;
  const std::set<Name>& taken_for_good_;
  std::set<Name> taken_;
  std::set<std::size_t> waiting_;
  std::set<std::size_t> free_;  // of those that wait
  std::map<Name, std::vector<std::size_t>> by_target_;
};

std::vector<RenameTable> wanted_tables(const TableMap& current, const Schema& target) {
  std::set<Name> kept;   // names that mean the same table before and after
  std::set<Name> moved;  // the names before
  for (const Table& table : target.tables) {
    const Name name = schema::name_of(table);
    if (!table.renamed_from.empty()) moved.insert(read_name(table.renamed_from, table.schema));
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
    if (is_wanted && (!is_swap || moved.contains(to))) wanted.push_back({from, to});
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

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end > begin) words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

Renamed apply_renames(const Schema& current, const Schema& target, Difference& difference) {
  Renamed renamed;
  renamed.schema = current;
  const TableMap before = tables_by_name(current);
  const TableMap after = tables_by_name(target);
  const std::vector<RenameTable> wanted = wanted_tables(before, target);
  std::set<Name> moving;
  for (const RenameTable& rename : wanted) moving.insert(rename.from);
  std::set<Name> taken;
  for (const auto& [name, table] : before) {
    if (after.contains(name) && !moving.contains(name)) taken.insert(name);
  }
  for (RenameTable& rename : FreeOrder(wanted, taken).order()) {
    difference.add(Phase::kRenames, std::move(rename));
  }
  rename_tables(renamed.schema, wanted);
  renamed.tables = wanted;
  Speakers speakers(renamed.schema);
  for (Table& table : renamed.schema.tables) {
    const auto found = after.find(schema::name_of(table));
    if (found == after.end()) continue;
    ColumnRenames renames = wanted_columns(table, *found->second);
    for (const auto& [from, to] : renames.columns) {
      rename_column(table, from, to);
      speakers.rename_column(renames.table, from, to);
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
