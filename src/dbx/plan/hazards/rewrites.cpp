// Changes for which PostgreSQL writes every row of a table again, while nobody reads it
// (ATColumnChangeRequiresRewrite and ATExecAddColumn in src/backend/commands/tablecmds.c). What is
// said here of types is tried on a server by tests/plan/rewrites_test.cpp.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/plan/hazards/setting.h"

namespace dbx::plan::hazards {
namespace {

using schema::Column;
using spec::Type;
using spec::TypeKind;

constexpr int kTimePrecisionMax = 6;

bool is_engine(const Type& type, std::string_view text) {
  return type.kind == TypeKind::kEngine && !type.array && type.engine_text.str() == text;
}

// Without a length of its own.
bool is_any_text(const Type& type) {
  return type.kind == TypeKind::kText || is_engine(type, "character varying") ||
         (type.kind == TypeKind::kVarchar && type.length < 0);
}

bool is_varying(const Type& type) { return is_any_text(type) || type.kind == TypeKind::kVarchar; }

// Digits of a decimal are kept, and none is added behind the point.
bool only_grows(const Type& from, const Type& to) {
  if (from.kind != TypeKind::kDecimal) return false;
  if (is_engine(to, "numeric") || (to.kind == TypeKind::kDecimal && to.precision < 0)) return true;
  return to.kind == TypeKind::kDecimal && from.precision >= 0 && from.scale == to.scale &&
         from.precision <= to.precision;
}

int fractional_digits(const Type& type) {
  return type.precision < 0 ? kTimePrecisionMax : type.precision;
}

// Functions that give the same value all through a statement, or always. Every other one may give
// another value for each row.
constexpr std::string_view kSteady[] = {"now",
                                        "transaction_timestamp",
                                        "statement_timestamp",
                                        "current_setting",
                                        "lower",
                                        "upper",
                                        "coalesce",
                                        "concat",
                                        "to_char",
                                        "to_date",
                                        "date_trunc",
                                        "date_part",
                                        "timezone",
                                        "make_date",
                                        "make_timestamptz",
                                        "jsonb_build_object",
                                        "jsonb_build_array",
                                        "json_build_object",
                                        "array_fill",
                                        "abs",
                                        "round",
                                        "length",
                                        "md5",
                                        "to_timestamp",
                                        "age",
                                        "int4range",
                                        "daterange",
                                        "tstzrange",
                                        "numeric",
                                        "varchar",
                                        "decimal",
                                        "timestamp",
                                        "char",
                                        "greatest",
                                        "least",
                                        "nullif",
                                        "interval",
                                        "extract",
                                        "cast",
                                        "array"};

// The function's own statement says what it is; without a word it is volatile.
bool is_steady_here(const Setting& setting, const std::string& name) {
  for (const schema::Object& object : setting.plan().target.objects) {
    if (object.kind != spec::ObjectKind::kFunction) continue;
    if (text::to_lower(object.identity.substr(0, object.identity.find('('))) != name) continue;
    const std::string definition = text::to_upper(object.definition.text);
    return definition.find("IMMUTABLE") != std::string::npos ||
           definition.find("STABLE") != std::string::npos;
  }
  return false;
}

// The first function called in the text that may give every row another value; empty: none.
std::string volatile_call(const Setting& setting, const std::string& expression) {
  bool quoted = false;
  std::string word;
  for (const char c : expression) {
    if (c == '\'') quoted = !quoted;
    if (quoted) {
      word.clear();
    } else if (text::is_identifier(std::string_view(&c, 1)) || (c >= '0' && c <= '9')) {
      word += c;
    } else {
      const std::string name = text::to_lower(word);
      const bool steady =
          std::find(std::begin(kSteady), std::end(kSteady), name) != std::end(kSteady);
      const bool called = c == '(' && !word.empty() && text::is_identifier(word);
      if (called && !steady && !is_steady_here(setting, name)) return word + "()";
      word.clear();
    }
  }
  return {};
}

std::string of_added(const Setting& setting, const AddColumn& add) {
  const Column& column = add.column;
  if (!column.generated.empty() && !column.generated_virtual) {
    return "each row gets its computed value";
  }
  if (column.identity) return "each row gets a number";
  const int version = setting.facts().server_version;
  if (column.default_value && version > 0 && version < 110000) return "each row gets the default";
  const std::string call =
      column.default_value ? volatile_call(setting, column.default_value->text) : "";
  return call.empty() ? "" : fmt::format("each row gets a value of its own from {}", call);
}

std::string of_altered(const AlterColumn& alter) {
  if (alter.from.generated != alter.to.generated && !alter.to.generated.empty()) {
    return alter.to.generated_virtual ? "" : "each row gets its computed value";
  }
  if (!is_rewritten(alter.from.type, alter.to.type)) return {};
  return fmt::format("{} and {} are stored differently", spec::print(alter.from.type),
                     spec::print(alter.to.type));
}

Finding rewritten(const Setting& setting, const Name& table, const std::string& why,
                  std::string safer) {
  return {fmt::format("'{}' is written anew, {} and every index: {}; nobody reads or writes it "
                      "meanwhile",
                      schema::print(table), setting.its_rows(table), why),
          std::move(safer), setting.wait_risk(table), std::string(kAccessExclusive), true};
}

}  // namespace

bool is_rewritten(const Type& from, const Type& to) {
  if (from == to) return false;
  if (from.array || to.array) return true;
  if (is_varying(from) && is_varying(to)) {
    if (is_any_text(to)) return false;
    return is_any_text(from) || from.length > to.length;
  }
  if (only_grows(from, to)) return false;
  const bool same_clock = from.kind == to.kind && from.is_temporal();
  if (same_clock) return fractional_digits(from) > fractional_digits(to);
  // Stored alike. (So is a cidr as an inet, but the dialect goes by way of its text.)
  const bool citext = (is_engine(from, "citext") && is_any_text(to)) ||
                      (is_any_text(from) && is_engine(to, "citext"));
  return !citext;
}

std::string rewrite_reason(const Setting& setting, const Change& change) {
  if (const auto* add = std::get_if<AddColumn>(&change)) return of_added(setting, *add);
  if (const auto* alter = std::get_if<AlterColumn>(&change)) return of_altered(*alter);
  const auto* table = std::get_if<AlterTable>(&change);
  if (table == nullptr || table->from.unlogged == table->to.unlogged) return {};
  return table->to.unlogged ? "its rows leave the write-ahead log"
                            : "its rows go to the write-ahead log";
}

Found rewrites_table(const Setting& setting, std::size_t change) {
  const Change& any = setting.plan().changes[change];
  const Name table = table_of(any);
  if (table.name.empty() || !setting.may_have_rows(table)) return {};
  const auto* add = std::get_if<AddColumn>(&any);
  const bool by_default = add != nullptr && !add->column.identity && add->column.generated.empty();
  const std::string why = by_default ? "" : rewrite_reason(setting, any);
  if (why.empty()) return {};
  if (std::holds_alternative<AlterTable>(any)) {
    return rewritten(setting, table, why, "do it while nobody needs the table");
  }
  if (add != nullptr) {
    return rewritten(setting, table, why,
                     "add a plain column, keep it filled with a trigger, fill the older rows in "
                     "batches; compute or number from there");
  }
  return rewritten(setting, table, why,
                   "add a column of the new type beside it, keep both filled with a trigger, fill "
                   "the older rows in batches, then let it take the place of the old one");
}

Found volatile_default(const Setting& setting, std::size_t change) {
  const auto* add = std::get_if<AddColumn>(&setting.plan().changes[change]);
  if (add == nullptr || !add->column.default_value || !setting.may_have_rows(add->table)) return {};
  if (add->column.identity || !add->column.generated.empty()) return {};
  const std::string why = rewrite_reason(setting, *add);
  if (why.empty()) return {};
  return rewritten(setting, add->table, why,
                   "add the column without the default, set the default in a second step, then "
                   "fill the older rows in batches");
}

}  // namespace dbx::plan::hazards
