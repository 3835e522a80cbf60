// The text of single DDL statements, without the final semicolon.
#pragma once

#include <string>
#include <vector>

#include "dbx/plan/plan.h"
#include "dbx/schema/schema.h"

namespace dbx::dialect::postgres {

// name type [COLLATE ...] [GENERATED ... | DEFAULT ...] [NOT NULL]
std::string column_definition(const schema::Column& column);
std::string create_table(const schema::Table& table);
// CONSTRAINT name PRIMARY KEY (...), ...
std::string constraint_definition(const plan::Constraint& constraint);
std::string create_index(const schema::Name& table, const schema::Index& index);
std::string create_view(const schema::View& view);
std::string create_enum(const schema::Enum& item);
std::string drop_object(const schema::Object& object);
// The object's name in COMMENT ON and DROP: FUNCTION area(integer), TRIGGER t ON orders.
std::string object_reference(const schema::Object& object);

// "START WITH 5 INCREMENT BY 2" as what ALTER SEQUENCE must say to come from `from` to `to`:
// options that are gone go back to their defaults. Each is one clause.
std::vector<std::string> changed_sequence_options(const std::string& from, const std::string& to);
// With what keeps its value within its new bounds.
std::vector<std::string> alter_sequence(const schema::Sequence& from, const schema::Sequence& to);

}  // namespace dbx::dialect::postgres
