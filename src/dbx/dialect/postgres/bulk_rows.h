// Rows as COPY reads them: in binary where every column has a simple binary form, else in text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/database/database.h"
#include "dbx/dialect/postgres/connection.h"

namespace dbx::dialect::postgres {

// How a value is sent; decided once a column from what the source has and what the table takes.
enum class Encoding {
  kText,  // no simple binary form: the whole table goes as text
  kInt16,
  kInt32,
  kInt64,
  kBool,
  kNumeric,
  kFloat,
  kDouble,
  kDate,
  kTime,
  kTimestamp,
  kBytes,  // of text types, JSON
  kJsonb,
  kUuid,
};
// `column` is the OID of the table column's type.
Encoding choose_encoding(const spec::Type& source, Oid column);

class RowWriter {
 public:
  RowWriter(std::vector<spec::Type> types, std::vector<Encoding> encodings);
  bool is_binary() const { return binary_; }
  void begin(std::string& out) const;
  void write(std::span<const database::ColumnBatch> batch, std::size_t row, std::string& out) const;
  void end(std::string& out) const;

 private:
  std::vector<spec::Type> types_;
  std::vector<Encoding> encodings_;
  bool binary_;
};

}  // namespace dbx::dialect::postgres
