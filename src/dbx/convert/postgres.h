// Reading PostgreSQL's DDL statement by statement into a draft; inside this folder only. Tables
// are in postgres_table.cpp, types in postgres_types.cpp, changes of tables in postgres_alter.cpp,
// all else in postgres_ddl.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/convert/draft.h"
#include "dbx/convert/lines.h"
#include "dbx/convert/sql_script.h"
#include "dbx/sql/parse.h"

namespace dbx::convert {

using namespace sql;  // NOLINT: the parser's JSON is what this folder reads

class PostgresReader {
 public:
  PostgresReader(std::string_view text, const Lines& lines) : text_(text), lines_(lines) {}

  Result<Draft> run();

 private:
  struct ColumnType {
    spec::Type type;
    bool is_serial = false;
    bool is_required = false;  // a domain's NOT NULL
    const Enumeration* enumeration = nullptr;
  };
  struct Domain {
    QualifiedName name;
    Json type_name;
    bool is_required = false;
  };
  struct Sequence {
    QualifiedName name;
    Location where;
    bool is_used = false;
  };
  struct Tally {
    std::string noun;
    Location first;
    std::int64_t count = 0;
  };

  // postgres_ddl.cpp
  void read_piece(const Piece& piece);
  void read_statement(const Json& statement);
  void read_other(const std::string& kind, const Json& node);
  void create_schema(const Json& node);
  void create_enumeration(const Json& node);
  void create_domain(const Json& node);
  void create_sequence(const Json& node);
  void add_error(std::size_t offset, std::string message, std::string hint = {});
  // One note for all statements of a kind, at the first of them.
  void count(const std::string& noun);
  void note_counts();

  // postgres_table.cpp
  void create_table(const Json& node);
  bool is_plain_table(const Json& node, const QualifiedName& name);
  void copy_columns(const QualifiedName& from, DraftTable& table, std::string_view how);
  void add_column(const Json& definition, DraftTable& table);
  void add_column_constraint(const Json& constraint, const Json& definition, DraftTable& table,
                             Placed<schema::Column>& column);
  void add_table_constraint(const Json& constraint, DraftTable& table,
                            const std::vector<std::string>& own_columns);
  void add_foreign_key(const Json& constraint, DraftTable& table, std::vector<std::string> columns);
  void add_key(const Json& constraint, DraftTable& table, std::vector<std::string> columns);
  void add_check(const Json& constraint, DraftTable& table);
  void set_default(schema::Column& column, const Json& expression, std::string_view source);
  void set_identity(schema::Column& column, const Json& options, const Location& where);
  std::string default_source(const Json& constraint, const Json& definition) const;
  // The text without casts to types that a spec does not have.
  std::string without_own_types(std::string expression) const;
  void note_modifiers(const Json& constraint, std::string_view what);

  // postgres_types.cpp
  ColumnType column_type(const Json& type_name, const Location& where, int depth = 0);

  // postgres_alter.cpp
  void alter_table(const Json& node);
  bool alter_one(const Json& command, DraftTable& table, std::string_view source);
  // False: no constraint of that name was written.
  bool drop_constraint(DraftTable& table, const std::string& constraint);
  void drop_column(DraftTable& table, const std::string& column);
  void rename(const Json& node);
  void drop(const Json& node);
  void comment(const Json& node);
  void create_index(const Json& node);
  std::string index_problem(const Json& node) const;

  std::string_view statement_text() const {
    return text_.substr(piece_.begin, piece_.end - piece_.begin);
  }
  // The part of the statement that begins at this byte of it, to the next comma.
  Location place(std::size_t offset) const;
  Location place() const { return lines_.at(piece_.begin, piece_.end); }

  std::string_view text_;
  const Lines& lines_;
  Piece piece_;  // the one being read
  Draft draft_;
  Diagnostics errors_;
  std::vector<Domain> domains_;
  std::vector<Sequence> sequences_;
  std::vector<Tally> tallies_;
};

// {"relname": ..., "schemaname": ...}
QualifiedName relation_name(const Json& range);
// The last two of a dotted name.
QualifiedName dotted_name(const std::vector<std::string>& parts);

}  // namespace dbx::convert
