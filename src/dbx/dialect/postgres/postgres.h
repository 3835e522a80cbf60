// PostgreSQL as a dialect: the pieces of this folder. PostgreSQL 13 and later; 15 is tested.
//
// Conventions of what inspect() returns, which writers keep:
// - The schema `public` is the default one and appears as the empty string. The session's
//   search_path is public, so names in public are written bare, also inside deparsed text; all
//   others are qualified.
// - Collations and operator classes are names as spec::join_name writes them (C, "de_DE.utf8",
//   sales.by_length); quote_dotted() makes SQL of them.
// - Object::identity is the plain name (not quoted), but SQL for routines: area(integer, integer).
//   Triggers, policies and rules live in their table: Object::schema is empty, Object::table says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/dialect/dialect.h"

namespace dbx::dialect::postgres {

const Dialect& instance();

// ddl.cpp, realise.cpp, select.cpp
Result<std::vector<Statement>> write_plan(const plan::Plan& plan);
Result<Realised> realise(const schema::Schema& schema);
std::string write_select(const query::Select& select);

// types.cpp
std::string type_name(const spec::Type& type);
// The type as PostgreSQL keeps it: one name for binary types, no precision that it cuts off.
// stored_type(stored_type(t)) == stored_type(t).
spec::Type stored_type(const spec::Type& type);
// What format_type() calls a type; types without a counterpart become engine:"...". Exact:
// type_name(read_catalog_type(t)) == t.
spec::Type read_catalog_type(std::string_view catalog_name);

// quote.cpp
// As quote_ident() of the server does, so that text made here and text deparsed there agree.
std::string quote(std::string_view identifier);
std::string quote_text(std::string_view value);
std::string quote(const schema::Name& name);
std::string quote_list(const std::vector<std::string>& identifiers);
// sales.orders, "de_DE.utf8" as spec::join_name writes them -> SQL.
std::string quote_dotted(std::string_view name);
// The name that PostgreSQL gives the sequence of a serial column: at most 63 bytes, cut between
// characters (makeObjectName in src/backend/commands/indexcmds.c).
std::string serial_sequence_name(std::string_view table, std::string_view column);

// connect.cpp. Errors as in Dialect::connect; a message that begins with "no database" says that
// the server is there and the database is not. No message holds a password.
Result<std::unique_ptr<database::Connection>> connect(std::string_view url,
                                                      const ConnectOptions& options);

// inspect.cpp: a fixed number of queries, in one snapshot where no transaction is open.
// `connection` is one that connect() made.
Result<schema::Schema> inspect(database::Connection& connection, Diagnostics& notes);

// meaning.cpp: fills Expression::meaning of everything in the schema.
void fill_meanings(schema::Schema& schema);

// backup.cpp: as Dialect::row_sum and Dialect::back_up; a file that psql restores too.
Result<RowSum> row_sum(database::Connection& connection, const schema::Table& table);
Status back_up(database::Connection& connection, std::string_view url, const schema::Schema& tables,
               const std::string& path);

}  // namespace dbx::dialect::postgres
