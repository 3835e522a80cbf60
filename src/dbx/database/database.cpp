// Values as text, the storage of a type, and the transaction that ends itself.
#include "dbx/database/database.h"

#include <fmt/format.h>

#include <utility>

namespace dbx::database {

std::string to_text(const Value& value) {
  struct Printer {
    std::string operator()(std::monostate) const { return "NULL"; }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const std::string& text) const { return text; }
  };
  return std::visit(Printer{}, value);
}

Result<Effect> Connection::effect_of(std::string_view sql) {
  return fail(Code::kQueryFailed, fmt::format("nothing tells whether this ran: {}", sql),
              "plan it again without --online");
}

Status Connection::clear_broken(std::string_view) { return {}; }

Storage storage_of(const spec::Type& type) {
  if (type.array) return Storage::kText;
  switch (type.kind) {
    case spec::TypeKind::kSmallInt:
    case spec::TypeKind::kInt:
    case spec::TypeKind::kBigInt:
    case spec::TypeKind::kBoolean:
    case spec::TypeKind::kDecimal:
    case spec::TypeKind::kDate:
    case spec::TypeKind::kTime:
    case spec::TypeKind::kTimestamp:
    case spec::TypeKind::kTimestampTz:
      return Storage::kInt64;
    case spec::TypeKind::kReal:
    case spec::TypeKind::kDouble:
      return Storage::kDouble;
    default:
      return Storage::kText;
  }
}

Result<Transaction> Transaction::begin(Connection& connection) {
  DBX_CHECK_OK(connection.begin());
  return Transaction(connection);
}

Transaction::Transaction(Transaction&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)) {}

Transaction::~Transaction() {
  // A rollback that fails leaves nothing to do: the connection ends the transaction with itself.
  if (connection_ != nullptr) static_cast<void>(connection_->rollback());
}

Status Transaction::commit() {
  DBX_CHECK_OK(connection_->commit());
  connection_ = nullptr;
  return {};
}

}  // namespace dbx::database
