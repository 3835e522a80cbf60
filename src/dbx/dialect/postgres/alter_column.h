// A column that becomes another, as statements; inside this folder only.
#pragma once

#include <string>
#include <vector>

#include "dbx/plan/plan.h"

namespace dbx::dialect::postgres {

struct ColumnStatement {
  std::string column;
  std::string sql;
};
// All changes of one table's columns. `plan` tells what else leans on them.
std::vector<ColumnStatement> alter_columns(const std::vector<plan::AlterColumn>& changes,
                                           const plan::Plan& plan);
// `column` (SQL) of the one type as a value of the other.
std::string conversion(const spec::Type& from, const spec::Type& to, const std::string& column);
// The numbers of an identity column go on after the highest one there is.
std::string continue_numbers(const schema::Name& table, const std::string& column);
// replace_types.cpp
// The old type aside, CREATE TYPE, every column moved over. The old one is dropped after all.
std::vector<std::string> replace_enum(const plan::ReplaceEnum& change, const plan::Plan& plan);
std::vector<std::string> replace_type(const plan::ReplaceType& change, const plan::Plan& plan);
std::string drop_replaced(const schema::Name& type, bool domain);
// Attributes that go and come in place.
std::vector<std::string> change_composite(const schema::Object& from, const schema::Object& to);
// rebuilds.cpp: rows aside, and back.
std::vector<std::string> save_rows(const plan::SaveRows& change);
std::vector<std::string> restore_rows(const plan::RestoreRows& change, const plan::Plan& plan);
// settings.cpp
std::vector<std::string> set_setting(const plan::SetSetting& change, const plan::Plan& plan);
std::vector<std::string> set_options(const std::string& table, const std::string& from,
                                     const std::string& to, std::string_view prefix = "");

}  // namespace dbx::dialect::postgres
