// SQL DDL -> Draft: the statements of a file, each to the function that knows its kind.
#include <fmt/format.h>

#include <array>

#include "dbx/base/text.h"
#include "dbx/convert/convert.h"
#include "dbx/convert/postgres.h"

namespace dbx::convert {
namespace {

// What a spec has no place for. Things with a name of their own are told one by one; data and
// rights, of which a dump has hundreds, are counted.
struct Other {
  std::string_view kind;
  std::string_view noun;  // empty: nothing is lost
  bool is_counted = false;
};

constexpr std::array kOthers = {
    Other{"ViewStmt", "view"},
    Other{"CreateTableAsStmt", "table or view made by a query:"},
    Other{"CreateFunctionStmt", "function"},
    Other{"CreateTrigStmt", "trigger"},
    Other{"CreateEventTrigStmt", "trigger"},
    Other{"RuleStmt", "rule"},
    Other{"CreatePolicyStmt", "policy"},
    Other{"CompositeTypeStmt", "composite type"},
    Other{"CreateRangeStmt", "range type"},
    Other{"DefineStmt", "aggregate, operator or base type"},
    Other{"CreateExtensionStmt", "extension"},
    Other{"CreateStatsStmt", "statistics object"},
    Other{"CreateForeignTableStmt", "foreign table"},
    Other{"CreateCastStmt", "cast", true},
    Other{"GrantStmt", "grant", true},
    Other{"GrantRoleStmt", "grant", true},
    Other{"AlterDefaultPrivilegesStmt", "grant", true},
    Other{"CreateRoleStmt", "role", true},
    Other{"AlterOwnerStmt", "owner or storage change", true},
    Other{"VariableSetStmt", "setting", true},
    Other{"SelectStmt", "SELECT statement", true},
    Other{"UpdateStmt", "data statement", true},
    Other{"DeleteStmt", "data statement", true},
    Other{"TruncateStmt", "data statement", true},
    Other{"CopyStmt", "COPY statement", true},
    Other{"DoStmt", "DO block", true},
    Other{"TransactionStmt", ""},
    Other{"DropOwnedStmt", ""},
    Other{"VacuumStmt", ""},
    Other{"AlterSeqStmt", ""},
};

std::string object_name(const Json& node) {
  for (const char* key : {"view", "typevar", "relation", "base"}) {
    if (member(node, key).is_object()) {
      const std::string name = text_of(member(node, key), "relname");
      const bool is_part =
          node.contains("trigname") || node.contains("rulename") || node.contains("policy_name");
      if (!name.empty() && !is_part) return name;
    }
  }
  for (const char* key : {"trigname", "rulename", "policy_name", "extname"}) {
    if (const std::string name = text_of(node, key); !name.empty()) return name;
  }
  for (const char* key : {"funcname", "typeName", "defnames"}) {
    const auto parts = strings_of(member(node, key));
    if (!parts.empty()) return parts.back();
  }
  const Json& into = member(member(node, "into"), "rel");
  return text_of(into, "relname");
}

}  // namespace

QualifiedName dotted_name(const std::vector<std::string>& parts) {
  QualifiedName name;
  if (!parts.empty()) name.name = parts.back();
  if (parts.size() > 1 && parts[parts.size() - 2] != "public")
    name.schema = parts[parts.size() - 2];
  return name;
}

QualifiedName relation_name(const Json& range) {
  const std::string schema = text_of(range, "schemaname");
  return {schema == "public" ? "" : schema, text_of(range, "relname")};
}

Location PostgresReader::place(std::size_t offset) const {
  const std::size_t end = find_outside(statement_text(), ",", offset);
  return lines_.at(piece_.begin + offset, piece_.begin + end);
}

void PostgresReader::add_error(std::size_t offset, std::string message, std::string hint) {
  Diagnostic problem;
  problem.code = Code::kSqlSyntax;
  problem.message = std::move(message);
  problem.hint = hint.empty() ? "SQL is read in PostgreSQL's syntax" : std::move(hint);
  std::size_t end = offset;
  while (end < text_.size() && is_word_byte(text_[end])) ++end;
  problem.where = lines_.at(offset, std::max(end, offset + 1));
  errors_.push_back(std::move(problem));
}

void PostgresReader::count(const std::string& noun) {
  for (Tally& tally : tallies_) {
    if (tally.noun != noun) continue;
    ++tally.count;
    return;
  }
  tallies_.push_back({noun, place(), 1});
}

void PostgresReader::note_counts() {
  for (const Tally& tally : tallies_) {
    draft_.note(tally.first, tally.count == 1 ? fmt::format("1 {} is left out", tally.noun)
                                              : fmt::format("{} are left out; this is the first",
                                                            text::plural(tally.count, tally.noun)));
  }
  for (const Sequence& sequence : sequences_) {
    if (sequence.is_used) continue;
    draft_.note(sequence.where, fmt::format("sequence '{}' is left out", print(sequence.name)));
  }
}

Result<Draft> PostgresReader::run() {
  for (const Piece& piece : split_script(text_)) {
    piece_ = piece;
    read_piece(piece);
  }
  if (!errors_.empty()) return fail(std::move(errors_));
  note_counts();
  return std::move(draft_);
}

void PostgresReader::read_piece(const Piece& piece) {
  if (piece.kind == PieceKind::kPsql) return count("psql line");
  if (piece.kind == PieceKind::kCopyData) return;  // counted with its COPY statement
  const std::string_view statement = statement_text();
  // Rows may be many and are nothing to a spec; parsing them would only cost.
  if (text::equals_ignoring_case(statement.substr(0, 6), "insert") &&
      !(statement.size() > 6 && is_word_byte(statement[6]))) {
    return count("INSERT statement");
  }
  if (statement.size() > kStatementBytesMax || piece.run_bytes > kRunBytesMax ||
      piece.set_operations > kSetOperationsMax) {
    return add_error(piece.begin, "a statement too long to be read safely",
                     "split it; an expression may have 32 KiB, a statement 1 MiB");
  }
  const auto parsed = parse_statement(statement);
  if (!parsed) return add_error(piece.begin + parsed.error().offset, parsed.error().message);
  for (const Json& node : *parsed) read_statement(node);
}

void PostgresReader::read_statement(const Json& statement) {
  struct Reader {
    std::string_view kind;
    void (PostgresReader::*read)(const Json&);
  };
  static constexpr std::array kReaders = {
      Reader{"CreateStmt", &PostgresReader::create_table},
      Reader{"IndexStmt", &PostgresReader::create_index},
      Reader{"AlterTableStmt", &PostgresReader::alter_table},
      Reader{"RenameStmt", &PostgresReader::rename},
      Reader{"DropStmt", &PostgresReader::drop},
      Reader{"CommentStmt", &PostgresReader::comment},
      Reader{"CreateSchemaStmt", &PostgresReader::create_schema},
      Reader{"CreateEnumStmt", &PostgresReader::create_enumeration},
      Reader{"CreateDomainStmt", &PostgresReader::create_domain},
      Reader{"CreateSeqStmt", &PostgresReader::create_sequence},
  };
  const std::string kind = kind_of(statement);
  for (const Reader& reader : kReaders) {
    if (reader.kind == kind) return (this->*reader.read)(inside(statement));
  }
  read_other(kind, inside(statement));
}

void PostgresReader::read_other(const std::string& kind, const Json& node) {
  for (const Other& other : kOthers) {
    if (other.kind != kind) continue;
    if (other.noun.empty()) return;
    if (other.is_counted) return count(std::string(other.noun));
    return draft_.note(place(), fmt::format("{} '{}' is left out", other.noun, object_name(node)));
  }
  count("other statement");
}

void PostgresReader::create_schema(const Json& node) {
  const Json& elements = member(node, "schemaElts");
  if (elements.empty()) return;
  draft_.note(place(),
              fmt::format("what CREATE SCHEMA '{}' holds is left out", text_of(node, "schemaname")),
              "write its tables as statements of their own");
}

void PostgresReader::create_enumeration(const Json& node) {
  Enumeration enumeration{dotted_name(strings_of(member(node, "typeName"))), {}};
  enumeration.labels = strings_of(member(node, "vals"));
  draft_.note(place(), fmt::format("enum '{}' becomes TEXT with a check where columns use it",
                                   print(enumeration.name)));
  draft_.enumerations.push_back(std::move(enumeration));
}

void PostgresReader::create_domain(const Json& node) {
  Domain domain{dotted_name(strings_of(member(node, "domainname"))), member(node, "typeName"),
                false};
  bool has_more = false;
  for (const Json& constraint : member(node, "constraints")) {
    const std::string type = text_of(inside(constraint), "contype");
    if (type == "CONSTR_NOTNULL") domain.is_required = true;
    if (type == "CONSTR_CHECK" || type == "CONSTR_DEFAULT") has_more = true;
  }
  draft_.note(place(),
              fmt::format("domain '{}' becomes the type it stands for{}", print(domain.name),
                          has_more ? "; its check or default is left out" : ""));
  domains_.push_back(std::move(domain));
}

void PostgresReader::create_sequence(const Json& node) {
  sequences_.push_back({relation_name(member(node, "sequence")), place(), false});
}

Result<Draft> read_sql(std::string_view text, std::string_view file_name) {
  const Lines lines(text, file_name);
  DBX_CHECK_OK(check_text(text, lines, Code::kSqlSyntax));
  if (text.size() > kBytesMax) {
    return fail(Code::kSqlSyntax, fmt::format("'{}' is larger than {} bytes", file_name, kBytesMax),
                "leave the data out: pg_dump --schema-only");
  }
  // A byte order mark is no part of the first statement.
  if (text.starts_with("\xEF\xBB\xBF")) {
    std::string without_mark(text);
    without_mark.replace(0, 3, "   ");
    return PostgresReader(without_mark, lines).run();
  }
  return PostgresReader(text, lines).run();
}

}  // namespace dbx::convert
