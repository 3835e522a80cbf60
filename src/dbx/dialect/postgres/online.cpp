// Walks over the statements change by change; the kinds that have a safer sequence are rewritten.
#include "dbx/dialect/postgres/online.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/postgres/statements.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Name;

constexpr std::string_view kLockTimeout = "SET lock_timeout = '5s'";
// A concurrent build waits for older transactions by design; cut short it leaves an invalid index.
constexpr std::string_view kNoLockTimeout = "SET lock_timeout = 0";

class Online {
 public:
  explicit Online(const plan::Plan& plan) {
    for (const schema::Table& table : plan.renamed.tables) {
      before_.emplace(schema::name_of(table), &table);
    }
    for (const plan::Change& change : plan.changes) {
      const plan::Described described = plan::describe(change);
      changes_.emplace(std::pair(std::string(described.kind), described.object), &change);
    }
    for (const schema::View& view : plan.renamed.views) {
      if (view.materialized) kept_views_.insert(schema::name_of(view));
    }
    for (const plan::Change& change : plan.changes) {
      if (const auto* drop = std::get_if<plan::DropView>(&change)) {
        kept_views_.erase(schema::name_of(drop->view));
      }
    }
  }

  std::vector<Statement> rewrite(std::vector<Statement> statements) {
    if (statements.empty()) return statements;
    for (std::size_t begin = 0; begin < statements.size();) {
      std::size_t end = begin + 1;
      while (end < statements.size() && statements[end].kind == statements[begin].kind &&
             statements[end].object == statements[begin].object) {
        ++end;
      }
      group_ = std::vector<Statement>(statements.begin() + static_cast<std::ptrdiff_t>(begin),
                                      statements.begin() + static_cast<std::ptrdiff_t>(end));
      const auto found = changes_.find({group_.front().kind, group_.front().object});
      const bool known = found != changes_.end();
      if (!known || !std::visit(*this, *found->second)) {
        for (Statement& statement : group_) written_.push_back(std::move(statement));
      }
      begin = end;
    }
    return with_lock_timeout();
  }

  // Each answers whether it wrote a sequence of its own.
  bool operator()(const plan::AddIndex& c) {
    if (!is_kept(c.table) || group_.size() != 1) return false;
    alone(concurrently(create_index(c.table, c.index)));
    return true;
  }
  bool operator()(const plan::DropIndex& c) {
    if (!is_kept(c.table) || group_.size() != 1) return false;
    alone(fmt::format("DROP INDEX CONCURRENTLY {}", quote(Name{c.table.schema, c.index.name})));
    return true;
  }
  bool operator()(const plan::AddConstraint& c) {
    const std::string& name = plan::name_of(c.constraint);
    if (!before_.contains(c.table) || name.empty()) return false;
    if (group_.size() != 1) return false;
    if (const auto* check = std::get_if<schema::Check>(&c.constraint)) {
      if (check->not_valid) return false;
      schema::Check unread = *check;
      unread.not_valid = true;
      return add_then_validate(c.table, unread);
    }
    if (const auto* key = std::get_if<schema::ForeignKey>(&c.constraint)) {
      if (key->not_valid || !is_kept(c.table)) return false;
      schema::ForeignKey unread = *key;
      unread.not_valid = true;
      return add_then_validate(c.table, unread);
    }
    if (!is_kept(c.table)) return false;
    if (const auto* key = std::get_if<plan::PrimaryKey>(&c.constraint)) {
      return add_by_index(c.table, "PRIMARY KEY", key->key);
    }
    if (const auto* key = std::get_if<plan::UniqueKey>(&c.constraint)) {
      return add_by_index(c.table, "UNIQUE", key->key);
    }
    return false;
  }
  bool operator()(const plan::ValidateConstraint&) {
    for (Statement& statement : group_) {
      statement.transactional = false;
      written_.push_back(std::move(statement));
    }
    return true;
  }
  bool operator()(const plan::AlterColumn& c) {
    const std::string required = fmt::format("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL",
                                             quote(c.table), quote(c.to.name));
    const auto at = std::find_if(group_.begin(), group_.end(),
                                 [&](const Statement& s) { return s.sql == required; });
    if (at == group_.end() || !before_.contains(c.table)) return false;
    require_values(c, static_cast<std::size_t>(at - group_.begin()));
    return true;
  }
  bool operator()(const auto&) { return false; }

 private:
  // A table (or materialised view) that was there before, and takes CONCURRENTLY and NOT VALID.
  bool is_kept(const Name& name) const {
    if (kept_views_.contains(name)) return true;
    const auto before = before_.find(name);
    return before != before_.end() && before->second->partition_by.empty();
  }

  void step(std::string sql, bool transactional = true) {
    Statement statement = group_.front();
    statement.sql = std::move(sql);
    statement.transactional = transactional;
    written_.push_back(std::move(statement));
  }
  void alone(std::string sql) { step(std::move(sql), false); }

  static std::string concurrently(std::string create) {
    return create.replace(create.find("INDEX "), 6, "INDEX CONCURRENTLY ");
  }

  bool add_then_validate(const Name& table, const plan::Constraint& unread) {
    step(fmt::format("ALTER TABLE {} ADD {}", quote(table), constraint_definition(unread)));
    alone(fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {}", quote(table),
                      quote(plan::name_of(unread))));
    return true;
  }

  bool add_by_index(const Name& table, std::string_view kind, const schema::Key& key) {
    schema::Index index;
    index.name = key.name;
    index.unique = true;
    index.include = key.include;
    index.nulls_not_distinct = key.nulls_not_distinct;
    for (const std::string& column : key.columns) index.columns.emplace_back(column);
    alone(concurrently(create_index(table, index)));
    std::string text = fmt::format("ALTER TABLE {} ADD CONSTRAINT {} {} USING INDEX {}",
                                   quote(table), quote(key.name), kind, quote(key.name));
    if (key.deferrable) text += " DEFERRABLE";
    if (key.deferred) text += " INITIALLY DEFERRED";
    step(std::move(text));
    return true;
  }

  // New rows first (the check), then the old ones (the default, where there is one), then proof;
  // SET NOT NULL finds the proof and reads no row (PostgreSQL 12 and later).
  void require_values(const plan::AlterColumn& c, std::size_t required) {
    const std::string name = schema::constraint_name("dbx_not_null", c.table.name, {c.to.name});
    const std::string table = quote(c.table);
    for (std::size_t i = 0; i < group_.size(); ++i) {
      const bool fills = i + 1 == required && group_[i].sql.starts_with("UPDATE ");
      const bool first = fills || (i == required && !filled_);
      if (first) {
        step(fmt::format("ALTER TABLE {} ADD CONSTRAINT {} CHECK ({} IS NOT NULL) NOT VALID", table,
                         quote(name), quote(c.to.name)));
      }
      filled_ = fills;
      if (i == required) {
        alone(fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {}", table, quote(name)));
      }
      step(group_[i].sql, !fills);
      if (i == required) {
        step(fmt::format("ALTER TABLE {} DROP CONSTRAINT {}", table, quote(name)));
      }
    }
    filled_ = false;
  }

  // One that holds for all but concurrent statements.
  std::vector<Statement> with_lock_timeout() {
    std::vector<Statement> all;
    std::string_view current;
    for (Statement& statement : written_) {
      const bool concurrent = !statement.transactional &&
                              statement.sql.find("INDEX CONCURRENTLY ") != std::string::npos;
      const std::string_view wanted = concurrent ? kNoLockTimeout : kLockTimeout;
      if (wanted != current) {
        all.push_back({"set", "lock_timeout", plan::Risk::kLow, std::string(wanted)});
      }
      current = wanted;
      // LOCAL would end with the first of several transactions.
      if (statement.kind == "set" && statement.sql.starts_with("SET LOCAL ")) {
        statement.sql.erase(4, 6);
      }
      all.push_back(std::move(statement));
    }
    return all;
  }

  std::map<Name, const schema::Table*> before_;  // by the names that they have after
  std::map<std::pair<std::string, std::string>, const plan::Change*> changes_;
  std::set<Name> kept_views_;
  std::vector<Statement> group_;  // of one change
  std::vector<Statement> written_;
  bool filled_ = false;
};

}  // namespace

std::vector<Statement> make_online(std::vector<Statement> statements, const plan::Plan& plan) {
  return Online(plan).rewrite(std::move(statements));
}

}  // namespace dbx::dialect::postgres
