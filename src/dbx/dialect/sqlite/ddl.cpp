// A plan as SQLite statements. SQLite alters next to nothing in place: most changes make a new
// table beside the old one, copy the rows and take its name (sqlite.org/lang_altertable.html,
// section 7).
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

#include "dbx/base/text.h"
#include "dbx/dialect/literals.h"
#include "dbx/dialect/notes.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

using schema::Column;
using schema::Name;

// ADD COLUMN takes only what every row can have at once.
bool adds_in_place(const Column& column) {
  const bool computed = !column.generated.empty() && !column.generated_virtual;
  if (computed || column.identity) return false;
  if (!column.default_value) return column.nullable || !column.generated.empty();
  const std::string& text = column.default_value->text;
  const bool literal = text.find('(') == std::string::npos &&
                       text::to_upper(text).find("CURRENT_") == std::string::npos &&
                       !text::equals_ignoring_case(text, "null");
  return literal;
}

bool needs_rebuild(const plan::Change& change) {
  if (const auto* add = std::get_if<plan::AddColumn>(&change)) return !adds_in_place(add->column);
  return !std::holds_alternative<plan::AddIndex>(change) &&
         !std::holds_alternative<plan::DropIndex>(change) &&
         !std::holds_alternative<plan::RenameIndex>(change) &&
         !std::holds_alternative<plan::RenameTable>(change) &&
         !std::holds_alternative<plan::RenameColumn>(change) &&
         !std::holds_alternative<plan::SetComment>(change);
}

bool is_rename(const plan::Change& change) {
  return std::holds_alternative<plan::RenameTable>(change) ||
         std::holds_alternative<plan::RenameColumn>(change);
}

class Writer {
 public:
  explicit Writer(const plan::Plan& plan) : plan_(plan) {
    // The tables are altered under their new names.
    plan::Plan after_renames = plan;
    after_renames.current = plan.renamed;
    after_renames.renamed_tables.clear();
    after_renames.renamed_columns.clear();
    renamed_ = std::move(after_renames);
    rebuilds_ = find_rebuilds(renamed_, needs_rebuild);
  }

  Result<std::vector<Statement>> write() {
    for (const plan::Change& change : plan_.changes) {
      if (const auto* add = std::get_if<plan::AddObject>(&change)) {
        added_triggers_.insert(add->object.identity);
      }
    }
    bool rebuilt = rebuilds_.empty();
    for (std::size_t i = 0; i < plan_.changes.size(); ++i) {
      const plan::Change& change = plan_.changes[i];
      const bool after =
          is_after_rebuilds(change) || std::holds_alternative<plan::AddObject>(change);
      if (!rebuilt && after) rebuild_all();
      rebuilt = rebuilt || after;
      if (is_rename(change) || !rebuilds_.contains(changed_table(change))) {
        described_ = plan::describe(change);
        std::visit(*this, change);
      }
      if (is_rename(change) && std::none_of(plan_.changes.begin() + std::ptrdiff_t(i) + 1,
                                            plan_.changes.end(), is_rename)) {
        create_renamed_indexes();
      }
    }
    create_renamed_indexes();
    if (!rebuilt) rebuild_all();
    if (!problems_.empty()) return fail(std::move(problems_));
    return std::move(statements_);
  }

  void operator()(const plan::AddTable& change) {
    statement(create_table(change.table, change.table.name));
  }
  void operator()(const plan::DropTable& change) {
    statement(fmt::format("DROP TABLE {}", quote(change.table.name)));
  }
  void operator()(const plan::RenameTable& change) {
    statement(
        fmt::format("ALTER TABLE {} RENAME TO {}", quote(change.from.name), quote(change.to.name)));
  }
  void operator()(const plan::RenameColumn& change) {
    statement(fmt::format("ALTER TABLE {} RENAME COLUMN {} TO {}", quote(change.table.name),
                          quote(change.from), quote(change.to)));
  }
  void operator()(const plan::AddColumn& change) {
    statement(fmt::format("ALTER TABLE {} ADD COLUMN {}", quote(change.table.name),
                          column_definition({}, change.column)));
  }
  void operator()(const plan::AddIndex& change) {
    statement(create_index(change.table.name, change.index));
  }
  void operator()(const plan::DropIndex& change) {
    statement(fmt::format("DROP INDEX {}", quote(change.index.name)));
  }
  void operator()(const plan::RenameIndex& change) {
    // One that has made room under a name of its own is gone already.
    if (!index_names_aside_.contains(change.from)) {
      statement(fmt::format("DROP INDEX {}", quote(change.from)));
    }
    index_names_aside_.insert(change.to);
    const schema::Table* table = schema::find_table(plan_.target, change.table);
    for (const schema::Index& index : table->indexes) {
      if (index.name == change.to) renamed_indexes_.push_back({described_, table, &index});
    }
    const bool first = std::none_of(plan_.changes.begin(), plan_.changes.end(), is_rename);
    if (first || renames_done_) create_renamed_indexes();
  }
  void operator()(const plan::AddView& change) {
    statement(
        fmt::format("CREATE VIEW {} AS {}", quote(change.view.name), change.view.select.text));
  }
  void operator()(const plan::DropView& change) {
    statement(fmt::format("DROP VIEW {}", quote(change.view.name)));
  }
  void operator()(const plan::AddObject& change) { statement(change.object.definition.text); }
  void operator()(const plan::DropObject& change) {
    statement(fmt::format("DROP TRIGGER {}", quote(change.object.identity)));
  }
  // What is left either makes its table be rebuilt or is refused by realise().
  void operator()(const auto&) {
    problems_.push_back(not_supported(
        fmt::format("{}: {} cannot be done in SQLite", described_.object, described_.kind)));
  }

 private:
  // They name the columns and tables as these are called in the end: SQLite would take a name that
  // is not there yet for a text.
  void create_renamed_indexes() {
    renames_done_ = true;
    for (const auto& [described, table, index] : std::exchange(renamed_indexes_, {})) {
      described_ = described;
      statement(create_index(table->name, *index));
    }
  }

  void statement(std::string sql) {
    statements_.push_back(
        {std::string(described_.kind), described_.object, described_.risk, std::move(sql)});
  }

  void rebuild_all() {
    if (rebuilds_.empty()) return;
    for (const schema::Object& object : plan_.target.objects) {
      if (object.table && object.table->schema.empty()) {
        triggers_[object.table->name].push_back(&object);
      }
    }
    described_ = {"rebuild-table", schema::print(rebuilds_.begin()->first)};
    // Renaming the new table must not touch those that speak of the old one: they mean the new.
    statement("PRAGMA legacy_alter_table = ON");
    for (const auto& [name, rebuild] : rebuilds_) write_rebuild(name.name, rebuild);
    described_ = {"rebuild-table", schema::print(rebuilds_.rbegin()->first)};
    statement("PRAGMA legacy_alter_table = OFF");
  }

  void write_rebuild(const std::string& name, const Rebuild& rebuild) {
    described_ = {"rebuild-table", name};
    const std::string beside = "dbx_rebuild_" + name;
    std::vector<std::string> to;
    std::vector<std::string> from;
    for (const CopiedColumn& column : rebuild.columns) {
      to.push_back(quote(column.to->name));
      from.push_back(copied(rebuild, column));
    }
    for (const Column* column : rebuild.filled) {
      to.push_back(quote(column->name));
      from.push_back(
          filling_of(instance(), plan_.target, schema::name_of(*rebuild.after), *column).value);
    }
    statement(create_table(*rebuild.after, beside));
    if (!to.empty()) {
      statement(fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", quote(beside),
                            text::join(to, ", "), text::join(from, ", "), quote(name)));
    }
    keep_sequence(name, beside, rebuild);
    described_.risk = rebuild.risk;
    statement(fmt::format("DROP TABLE {}", quote(name)));
    described_.risk = plan::Risk::kLow;
    statement(fmt::format("ALTER TABLE {} RENAME TO {}", quote(beside), quote(name)));
    for (const schema::Index& index : rebuild.after->indexes) {
      statement(create_index(name, index));
    }
    for (const schema::Object* trigger : triggers_[name]) {
      if (!added_triggers_.contains(trigger->identity)) statement(trigger->definition.text);
    }
  }

  // A value of NULL where NULL is no longer allowed takes the default, where there is one. A STRICT
  // table turns no text into bytes and no bytes into text by itself.
  static std::string copied(const Rebuild& rebuild, const CopiedColumn& column) {
    const std::string type = text::to_upper(type_name(column.to->type));
    const bool is_strict = rebuild.after->options.find("STRICT") != std::string::npos;
    const bool casts =
        is_strict && (type == "BLOB" || type == "TEXT") &&
        (column.from->type != column.to->type || rebuild.before->options != rebuild.after->options);
    const std::string own = quote(column.from->name);
    const std::string name = casts ? fmt::format("CAST({} AS {})", own, type) : own;
    const bool tightens = column.from->nullable && !column.to->nullable && column.to->default_value;
    if (!tightens) return name;
    return fmt::format("coalesce({}, {})", name, column.to->default_value->text);
  }

  // AUTOINCREMENT never gives a number twice: the highest one given moves along.
  void keep_sequence(const std::string& name, const std::string& beside, const Rebuild& rebuild) {
    const auto numbers = [](const schema::Table& table) {
      for (const Column& column : table.columns) {
        if (column.identity && column.numbering == spec::Numbering::kAlways) return true;
      }
      return false;
    };
    if (!numbers(*rebuild.before) || !numbers(*rebuild.after)) return;
    statement(fmt::format("DELETE FROM sqlite_sequence WHERE name = {}", quote_text(beside)));
    statement(
        fmt::format("INSERT INTO sqlite_sequence (name, seq) SELECT {}, seq FROM sqlite_sequence "
                    "WHERE name = {}",
                    quote_text(beside), quote_text(name)));
  }

  const plan::Plan& plan_;
  plan::Plan renamed_;
  std::map<Name, Rebuild> rebuilds_;
  std::set<std::string> added_triggers_;
  struct RenamedIndex {
    plan::Described described;
    const schema::Table* table;
    const schema::Index* index;
  };
  std::vector<RenamedIndex> renamed_indexes_;  // to be created once tables and columns are renamed
  bool renames_done_ = false;
  std::set<std::string> index_names_aside_;
  std::map<std::string, std::vector<const schema::Object*>> triggers_;  // of the target's tables
  plan::Described described_;
  std::vector<Statement> statements_;
  Diagnostics problems_;
};

}  // namespace

Result<std::vector<Statement>> write_plan(const plan::Plan& plan) { return Writer(plan).write(); }

}  // namespace dbx::dialect::sqlite
