// A plan as PostgreSQL statements, in the plan's order.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/literals.h"
#include "dbx/dialect/postgres/alter_column.h"
#include "dbx/dialect/postgres/old_names.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/postgres/statements.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Column;
using schema::Name;

std::string_view comment_word(plan::CommentOn on) {
  static constexpr std::string_view kWords[] = {"TABLE",  "COLUMN", "VIEW",     "MATERIALIZED VIEW",
                                                "SCHEMA", "TYPE",   "SEQUENCE", ""};
  return kWords[static_cast<std::size_t>(on)];
}

class Writer {
 public:
  explicit Writer(const plan::Plan& plan) : plan_(plan) {}

  Result<std::vector<Statement>> write() {
    const bool makes_code =
        std::any_of(plan_.changes.begin(), plan_.changes.end(), [](const plan::Change& change) {
          return std::holds_alternative<plan::AddObject>(change) ||
                 std::holds_alternative<plan::ReplaceObject>(change);
        });
    if (makes_code) {
      // A function may speak of what comes after it.
      statements_.push_back({"set", "check_function_bodies", plan::Risk::kLow,
                             "SET LOCAL check_function_bodies = off"});
    }
    const bool renames = first_rename(plan_) < plan_.changes.size();
    const plan::Change* const renamed = plan_.changes.data() + first_rename(plan_);
    for (const plan::Change& change : plan_.changes) {
      described_ = plan::describe(change);
      if (renames && &change < renamed) {
        std::visit(*this, under_old_names(change, plan_));
      } else {
        std::visit(*this, change);
      }
      // Changes of one table's columns stand together, and are made together.
      const auto* column = std::get_if<plan::AlterColumn>(&change);
      drop_old_types(change);
      const bool more = &change != &plan_.changes.back() &&
                        std::holds_alternative<plan::AlterColumn>(*(&change + 1)) &&
                        plan::altered_table(*(&change + 1)) == plan::altered_table(change);
      if (column != nullptr && !more) alter_together(std::exchange(altered_, {}));
    }
    return std::move(statements_);
  }

  void operator()(const plan::AddNamespace& c) {
    statement(fmt::format("CREATE SCHEMA {}", quote(c.space.name)));
  }
  void operator()(const plan::DropNamespace& c) {
    statement(fmt::format("DROP SCHEMA {}", quote(c.space.name)));
  }
  void operator()(const plan::AddEnum& c) { statement(create_enum(c.item)); }
  void operator()(const plan::DropEnum& c) {
    statement(fmt::format("DROP TYPE {}", quote(schema::name_of(c.item))));
  }
  void operator()(const plan::AddEnumValues& c) {
    const auto& before = c.from.values;
    for (std::size_t i = 0; i < c.to.values.size(); ++i) {
      const std::string& value = c.to.values[i];
      if (std::find(before.begin(), before.end(), value) != before.end()) continue;
      const std::string place =
          i > 0 ? " AFTER " + quote_text(c.to.values[i - 1])
                : (before.empty() ? "" : " BEFORE " + quote_text(before.front()));
      statement(fmt::format("ALTER TYPE {} ADD VALUE {}{}", quote(schema::name_of(c.to)),
                            quote_text(value), place));
    }
  }
  void operator()(const plan::ReplaceEnum& c) {
    all(replace_enum(c, plan_));
    old_types_.push_back(drop_replaced(schema::name_of(c.to), false));
  }
  void operator()(const plan::ReplaceType& c) {
    all(replace_type(c, plan_));
    old_types_.push_back(
        drop_replaced({c.to.schema, c.to.identity}, c.to.kind == spec::ObjectKind::kDomain));
  }
  void operator()(const plan::RenameType& c) {
    statement(fmt::format("ALTER {} {} RENAME TO {}", c.is_domain ? "DOMAIN" : "TYPE",
                          quote(c.from), quote(c.to)));
  }
  void operator()(const plan::AddSequence& c) {
    statement(fmt::format("CREATE SEQUENCE {}{}{}", quote(schema::name_of(c.sequence)),
                          c.sequence.options.empty() ? "" : " ", c.sequence.options));
  }
  void operator()(const plan::DropSequence& c) {
    statement(fmt::format("DROP SEQUENCE {}", quote(schema::name_of(c.sequence))));
  }
  void operator()(const plan::AlterSequence& c) {
    for (std::string& sql : alter_sequence(c.from, c.to)) statement(std::move(sql));
  }
  void operator()(const plan::SetSequenceOwner& c) {
    const std::string owner = c.sequence.owner_table ? quote(*c.sequence.owner_table) + "." +
                                                           quote(c.sequence.owner_column)
                                                     : "NONE";
    statement(
        fmt::format("ALTER SEQUENCE {} OWNED BY {}", quote(schema::name_of(c.sequence)), owner));
  }
  void operator()(const plan::AddObject& c) { statement(c.object.definition.text); }
  void operator()(const plan::DropObject& c) { statement(drop_object(c.object)); }
  void operator()(const plan::ReplaceObject& c) {
    if (c.to.kind == spec::ObjectKind::kExtension) {
      constexpr std::string_view kWords = " WITH SCHEMA ";
      const std::string& text = c.to.definition.text;
      const std::size_t at = text.find(kWords);
      const std::string home = at == std::string::npos ? "public" : text.substr(at + kWords.size());
      return statement(fmt::format("ALTER EXTENSION {} SET SCHEMA {}", quote(c.to.identity), home));
    }
    if (c.to.kind == spec::ObjectKind::kType) return all(change_composite(c.from, c.to));
    if (c.to.kind != spec::ObjectKind::kDomain) return statement(c.to.definition.text);
    alter_domain(c.from, c.to);
  }

  void operator()(const plan::AddTable& c) {
    statement(create_table(c.table));
    if (!c.table.row_security) return;
    statement(
        fmt::format("ALTER TABLE {} ENABLE ROW LEVEL SECURITY", quote(schema::name_of(c.table))));
  }
  void operator()(const plan::DropTable& c) {
    statement(fmt::format("DROP TABLE {}", quote(schema::name_of(c.table))));
  }
  void operator()(const plan::RenameTable& c) {
    Name from = c.from;
    if (c.from.schema != c.to.schema) {
      statement(fmt::format("ALTER TABLE {} SET SCHEMA {}", quote(from),
                            quote(c.to.schema.empty() ? "public" : c.to.schema)));
      from.schema = c.to.schema;
    }
    if (c.from.name == c.to.name) return;
    statement(fmt::format("ALTER TABLE {} RENAME TO {}", quote(from), quote(c.to.name)));
  }
  void operator()(const plan::AlterTable& c) { alter_table(c.from, c.to); }
  void operator()(const plan::SaveRows& c) { all(save_rows(c)); }
  void operator()(const plan::RestoreRows& c) { all(restore_rows(c, plan_)); }
  void operator()(const plan::JoinParent& c) {
    if (!c.bound) return alter(c.table, "INHERIT " + quote(c.parent));
    alter(c.parent, fmt::format("ATTACH PARTITION {} {}", quote(c.table), c.bound->text));
  }
  void operator()(const plan::LeaveParent& c) {
    if (!c.is_partition) return alter(c.table, "NO INHERIT " + quote(c.parent));
    alter(c.parent, "DETACH PARTITION " + quote(c.table));
  }
  void operator()(const plan::SetSetting& c) { all(set_setting(c, plan_)); }

  void operator()(const plan::AddColumn& c) {
    const Filling filling =
        c.fill_rows ? filling_of(instance(), plan_.target, c.table, c.column) : Filling{"NULL"};
    if (filling.value == "NULL") return alter(c.table, "ADD COLUMN " + column_definition(c.column));
    const std::string table = quote(c.table);
    const std::string column = quote(c.column.name);
    Column filled = c.column;
    if (filling.kind == Filling::Kind::kLiteral) {
      filled.default_value = schema::Expression(filling.value);
      alter(c.table, "ADD COLUMN " + column_definition(filled));
      return alter(c.table, fmt::format("ALTER COLUMN {} DROP DEFAULT", column));
    }
    filled.nullable = true;
    alter(c.table, "ADD COLUMN " + column_definition(filled));
    statement(filling.kind == Filling::Kind::kSubquery
                  ? fmt::format("UPDATE {} SET {} = {}", table, column, filling.value)
                  : fmt::format("UPDATE {0} SET {1} = dbx_rows.number FROM (SELECT ctid, {2} AS "
                                "number FROM {0}) AS dbx_rows WHERE {0}.ctid = dbx_rows.ctid",
                                table, column, filling.value));
    alter(c.table, fmt::format("ALTER COLUMN {} SET NOT NULL", column));
  }
  void operator()(const plan::DropColumn& c) {
    alter(c.table, "DROP COLUMN " + quote(c.column.name));
  }
  void operator()(const plan::RenameColumn& c) {
    alter(c.table, fmt::format("RENAME COLUMN {} TO {}", quote(c.from), quote(c.to)));
  }
  void operator()(const plan::AlterColumn& c) { altered_.push_back(c); }

  void operator()(const plan::AddConstraint& c) {
    alter(c.table, "ADD " + constraint_definition(c.constraint));
  }
  void operator()(const plan::DropConstraint& c) {
    alter(c.table, "DROP CONSTRAINT " + quote(plan::name_of(c.constraint)));
  }
  void operator()(const plan::RenameConstraint& c) {
    alter(c.table, fmt::format("RENAME CONSTRAINT {} TO {}", quote(plan::name_of(c.constraint)),
                               quote(c.to)));
  }
  void operator()(const plan::ValidateConstraint& c) {
    alter(c.table, "VALIDATE CONSTRAINT " + quote(c.name));
  }
  void operator()(const plan::AddIndex& c) { statement(create_index(c.table, c.index)); }
  void operator()(const plan::DropIndex& c) {
    statement(fmt::format("DROP INDEX {}", quote(Name{c.table.schema, c.index.name})));
  }
  void operator()(const plan::RenameIndex& c) {
    statement(fmt::format("ALTER INDEX {} RENAME TO {}", quote(Name{c.table.schema, c.from}),
                          quote(c.to)));
  }
  void operator()(const plan::AddView& c) { statement(create_view(c.view)); }
  void operator()(const plan::DropView& c) {
    statement(fmt::format("DROP {}VIEW {}", c.view.materialized ? "MATERIALIZED " : "",
                          quote(schema::name_of(c.view))));
  }
  void operator()(const plan::SetComment& c) {
    std::string target = quote(c.name);
    if (c.on == plan::CommentOn::kColumn) target += "." + quote(c.column);
    const std::string reference = c.on == plan::CommentOn::kObject
                                      ? object_reference(c.object)
                                      : fmt::format("{} {}", comment_word(c.on), target);
    statement(fmt::format("COMMENT ON {} IS {}", reference,
                          c.comment.empty() ? "NULL" : quote_text(c.comment)));
  }

 private:
  void statement(std::string sql) {
    statements_.push_back(
        {std::string(described_.kind), described_.object, described_.risk, std::move(sql)});
  }
  void all(std::vector<std::string> statements) {
    for (std::string& sql : statements) statement(std::move(sql));
  }
  void alter_together(const std::vector<plan::AlterColumn>& changes) {
    for (ColumnStatement& one : alter_columns(changes, plan_)) {
      for (const plan::AlterColumn& change : changes) {
        if (change.to.name == one.column) described_ = plan::describe(change);
      }
      statement(std::move(one.sql));
    }
  }
  void alter(const Name& table, const std::string& what) {
    statement(fmt::format("ALTER TABLE {} {}", quote(table), what));
  }
  void alter_table(const schema::Table& from, const schema::Table& to) {
    const Name name = schema::name_of(to);
    if (from.options != to.options) all(set_options(quote(name), from.options, to.options));
    if (from.unlogged != to.unlogged) alter(name, to.unlogged ? "SET UNLOGGED" : "SET LOGGED");
    if (from.row_security != to.row_security) {
      alter(name, to.row_security ? "ENABLE ROW LEVEL SECURITY" : "DISABLE ROW LEVEL SECURITY");
    }
  }

  // Those that stepped aside, the last first: it may be made of the others.
  void drop_old_types(const plan::Change& change) {
    const auto replaces = [](const plan::Change& any) {
      return std::holds_alternative<plan::ReplaceEnum>(any) ||
             std::holds_alternative<plan::ReplaceType>(any);
    };
    const bool more = &change != &plan_.changes.back() && replaces(*(&change + 1));
    if (more) return;
    std::reverse(old_types_.begin(), old_types_.end());
    all(std::exchange(old_types_, {}));
  }

  // A domain's definition has one clause a line, so lines tell what changed.
  void alter_domain(const schema::Object& from, const schema::Object& to) {
    const auto lines = [](const schema::Object& domain) {
      std::vector<std::string> clauses;
      for (const std::string_view line : text::split(domain.definition.text, '\n')) {
        clauses.emplace_back(text::trim(line));
      }
      return clauses;
    };
    const std::vector<std::string> before = lines(from);
    const std::vector<std::string> after = lines(to);
    const std::string name = quote(Name{to.schema, to.identity});
    const auto lacks = [](const std::vector<std::string>& clauses, const std::string& clause) {
      return std::find(clauses.begin(), clauses.end(), clause) == clauses.end();
    };
    for (const std::string& clause : before) {
      if (!lacks(after, clause)) continue;
      if (clause == "NOT NULL") statement(fmt::format("ALTER DOMAIN {} DROP NOT NULL", name));
      if (clause.starts_with("DEFAULT ")) {
        statement(fmt::format("ALTER DOMAIN {} DROP DEFAULT", name));
      }
      if (clause.starts_with("CONSTRAINT ")) {
        const std::size_t check = clause.find(" CHECK (");
        statement(fmt::format("ALTER DOMAIN {} DROP {}", name, clause.substr(0, check)));
      }
    }
    for (const std::string& clause : after) {
      if (!lacks(before, clause)) continue;
      const bool sets = clause == "NOT NULL" || clause.starts_with("DEFAULT ");
      if (sets) statement(fmt::format("ALTER DOMAIN {} SET {}", name, clause));
      if (clause.starts_with("CONSTRAINT ")) {
        statement(fmt::format("ALTER DOMAIN {} ADD {}", name, clause));
      }
    }
  }

  const plan::Plan& plan_;
  plan::Described described_;
  std::vector<plan::AlterColumn> altered_;
  std::vector<std::string> old_types_;
  std::vector<Statement> statements_;
};

}  // namespace

Result<std::vector<Statement>> write_plan(const plan::Plan& plan) { return Writer(plan).write(); }

}  // namespace dbx::dialect::postgres
