// Values as PostgreSQL's protocol writes them: text.
#pragma once

#include <libpq-fe.h>

#include <optional>
#include <string>
#include <string_view>

#include "dbx/database/database.h"

namespace dbx::dialect::postgres {

bool is_numeric(Oid type);
database::Value read_cell(Oid type, std::string_view text);
// Nothing for NULL.
std::optional<std::string> parameter_text(const database::Value& value);

}  // namespace dbx::dialect::postgres
