// Tables that SQLite and DuckDB make anew because they cannot alter them in place.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/plan/hazards/setting.h"

namespace dbx::plan::hazards {
namespace {

std::vector<std::string> triggers_on(const Setting& setting, const Name& table) {
  std::vector<std::string> triggers;
  for (const schema::Object& object : setting.plan().renamed.objects) {
    if (object.table == table) triggers.push_back(object.identity);
  }
  return triggers;
}

// Tables whose rows go or change when the rows of `table` are deleted.
std::vector<std::string> followers(const Setting& setting, const Name& table) {
  std::vector<std::string> names;
  for (const schema::Table& other : setting.plan().renamed.tables) {
    const bool follows = std::any_of(
        other.foreign_keys.begin(), other.foreign_keys.end(), [&](const schema::ForeignKey& key) {
          return key.target() == table && key.enforcement != spec::Enforcement::kVerified;
        });
    if (follows && schema::name_of(other) != table) {
      names.push_back(schema::print(schema::name_of(other)));
    }
  }
  return names;
}

}  // namespace

Found rebuilds_table(const Setting& setting, std::size_t change) {
  std::vector<std::string> texts;
  Risk risk = Risk::kLow;
  for (const Name& table : setting.rebuilt_by(change)) {
    if (!setting.may_have_rows(table)) continue;
    std::string text = fmt::format("'{}' with {}", schema::print(table), setting.its_rows(table));
    const auto triggers = triggers_on(setting, table);
    if (!triggers.empty()) {
      text += fmt::format(" (trigger {} goes and comes)", text::join(triggers, ", "));
    }
    texts.push_back(std::move(text));
    risk = std::max(risk, setting.wait_risk(table));
  }
  if (texts.empty()) return {};
  return Finding{fmt::format("copied to a new table that takes its place: {}; the database file "
                             "grows by as much, and nobody else writes meanwhile",
                             text::join(texts, ", ")),
                 "see that twice the table's space is free; run it while nobody needs to write; "
                 "put all changes of one table into one plan, which copies it once",
                 risk,
                 {},
                 true};
}

Found cascades_on_rebuild(const Setting& setting, std::size_t change) {
  for (const Name& table : setting.rebuilt_by(change)) {
    if (!setting.may_have_rows(table)) continue;
    const auto names = followers(setting, table);
    if (names.empty()) continue;
    return Finding{fmt::format("with foreign_keys = ON, dropping the old '{}' deletes its rows "
                               "first, and rows of {} follow or stop it",
                               schema::print(table), text::join(names, ", ")),
                   "run it with dbx apply, which turns foreign_keys off and checks them after; "
                   "with another client say PRAGMA foreign_keys = OFF before the transaction",
                   Risk::kMedium,
                   {},
                   false,
                   {}};
  }
  return {};
}

}  // namespace dbx::plan::hazards
