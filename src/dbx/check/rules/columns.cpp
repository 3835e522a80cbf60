// Columns whose type or silence causes trouble later: wide text, time without a zone, personal data
// that nobody marked, lists of words that nothing holds to, keys that will run out.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

constexpr int kTextLengthMax = 4000;

bool has_word(std::string_view name, std::span<const std::string_view> words) {
  for (const std::string_view part : text::split(name, '_')) {
    for (const std::string_view word : words) {
      if (part == word) return true;
    }
  }
  return false;
}

bool sounds_personal(std::string_view name) {
  static constexpr std::array<std::string_view, 13> kParts = {
      "email",   "phone", "mobile", "ssn",    "passport",    "iban",  "birthdate",
      "surname", "fax",   "dob",    "salary", "nationality", "gender"};
  static constexpr std::array<std::string_view, 7> kNames = {
      "first_name", "last_name",      "full_name",         "date_of_birth",
      "birth_date", "street_address", "credit_card_number"};
  return has_word(name, kParts) || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

class ColumnChecks {
 public:
  ColumnChecks(Context& context, const TableView& view) : context_(context), view_(view) {}

  void check_attribute(const spec::Column& column, const std::string& pointer) {
    check_measure(column, pointer);
    personal(column, pointer);
    word_list(column, pointer);
  }

  void check_measure(const spec::Column& column, const std::string& pointer) {
    wide_text(column, pointer);
    zone(column, pointer);
  }

  void small_key() {
    for (std::size_t i = 0; i < view_.table->columns.size(); ++i) {
      const spec::Column& column = view_.table->columns[i];
      if (column.name != view_.table->surrogate_key ||
          column.type.kind != spec::TypeKind::kSmallInt) {
        continue;
      }
      context_
          .warning(Code::kKeyExhaustion, fmt::format("{}/columns/{}/type", view_.pointer, i),
                   fmt::format("SMALLINT key '{}' ends at 32,767 rows", column.name))
          .hint = "use INT, or BIGINT where two thousand million may be passed";
    }
  }

 private:
  void wide_text(const spec::Column& column, const std::string& pointer) {
    if (column.type.kind != spec::TypeKind::kVarchar || column.type.length <= kTextLengthMax) {
      return;
    }
    context_
        .warning(Code::kWideVarchar, pointer + "/type",
                 fmt::format("'{}' is wider than {} characters", column.name, kTextLengthMax))
        .hint = "use TEXT: some engines store or index wider ones otherwise";
  }

  void zone(const spec::Column& column, const std::string& pointer) {
    if (column.type.kind != spec::TypeKind::kTimestamp) return;
    context_
        .warning(Code::kTimestampWithoutZone, pointer + "/type",
                 fmt::format("'{}' is a time without a zone", column.name))
        .hint = "use TIMESTAMPTZ, so that an instant is the same for every reader";
  }

  void personal(const spec::Column& column, const std::string& pointer) {
    if (column.sensitivity || !sounds_personal(column.name)) return;
    context_
        .warning(Code::kPiiWithoutSensitivity, pointer + "/name",
                 fmt::format("'{}' looks like personal data", column.name))
        .hint = "say 'sensitivity: pii', or 'sensitivity: none' where it is not";
  }

  // A list of words is held to by a check, or described by weighted values of its fill.
  void word_list(const spec::Column& column, const std::string& pointer) {
    static constexpr std::array<std::string_view, 5> kWords = {"status", "state", "type",
                                                               "category", "tier"};
    const bool listed = !column.check.empty() || (column.fill && !column.fill->parameters.empty());
    const bool is_word = column.type.kind == spec::TypeKind::kVarchar && column.type.length <= 20;
    if (listed || !is_word || view_.table->kind == spec::TableKind::kDimension ||
        !has_word(column.name, kWords)) {
      return;
    }
    context_
        .warning(Code::kEnumWithoutCheck, pointer + "/name",
                 fmt::format("'{}' looks like one of a few words, but anything goes", column.name))
        .hint =
        fmt::format("add a check, for example check: \"{} in ('open', 'closed')\"", column.name);
  }

  Context& context_;
  const TableView& view_;
};

}  // namespace

void check_columns(Context& context) {
  for (const TableView& view : context.tables()) {
    ColumnChecks checks(context, view);
    for (std::size_t i = 0; i < view.table->columns.size(); ++i) {
      checks.check_attribute(view.table->columns[i], fmt::format("{}/columns/{}", view.pointer, i));
    }
    for (std::size_t i = 0; i < view.table->measures.size(); ++i) {
      checks.check_measure(view.table->measures[i], fmt::format("{}/measures/{}", view.pointer, i));
    }
    checks.small_key();
  }
}

}  // namespace dbx::check
