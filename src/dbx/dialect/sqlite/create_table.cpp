// A reader after sqlite.org/lang_createtable.html: one pass over the tokens, no backtracking.
#include "dbx/dialect/sqlite/create_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/sqlite.h"
#include "dbx/dialect/sqlite/tokens.h"

namespace dbx::dialect::sqlite {
namespace {

using schema::Column;
using schema::Table;

class Cursor {
 public:
  explicit Cursor(std::string_view sql) : sql_(sql), tokens_(tokenize(sql)) {}

  bool at_end() const { return at_ >= tokens_.size(); }
  const Token& peek(std::size_t ahead = 0) const {
    static const Token kNone{TokenKind::kSymbol, ";", 0, 0};
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : kNone;
  }
  Token next() {
    Token token = peek();
    ++at_;
    return token;
  }
  bool accept(std::string_view word) {
    if (!peek().is(word)) return false;
    ++at_;
    return true;
  }
  bool accept_symbol(char symbol) {
    if (!peek().is_symbol(symbol)) return false;
    ++at_;
    return true;
  }
  void skip_to_symbol(char symbol) {
    while (!at_end() && !peek().is_symbol(symbol)) ++at_;
  }
  std::string name() {
    const Token token = next();
    const bool text = token.kind == TokenKind::kText && token.text.size() >= 2;
    return text ? token.text.substr(1, token.text.size() - 2) : token.text;
  }
  // What stands in the parentheses that open here, without them.
  std::string parenthesised() {
    if (!peek().is_symbol('(')) return {};
    const std::size_t begin = next().end;
    int depth = 1;
    std::size_t end = begin;
    while (!at_end() && depth > 0) {
      const Token token = next();
      if (token.is_symbol('(')) ++depth;
      if (token.is_symbol(')')) --depth;
      end = token.begin;
    }
    return std::string(text::trim(sql_.substr(begin, end - begin)));
  }
  std::string_view source(std::size_t begin, std::size_t end) const {
    return sql_.substr(begin, end - begin);
  }

 private:
  std::string_view sql_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

bool begins_constraint(const Token& token) {
  static constexpr std::string_view kWords[] = {
      "CONSTRAINT", "PRIMARY",    "NOT",       "NULL", "UNIQUE", "CHECK",      "DEFAULT",
      "COLLATE",    "REFERENCES", "GENERATED", "AS",   "ON",     "DEFERRABLE", "AUTOINCREMENT"};
  return std::any_of(std::begin(kWords), std::end(kWords),
                     [&](std::string_view word) { return token.is(word); });
}

class TableReader {
 public:
  TableReader(std::string_view sql, const std::string& name, Diagnostics& notes)
      : cursor_(sql), notes_(notes) {
    table_.name = name;
  }

  Table read() {
    cursor_.skip_to_symbol('(');
    cursor_.next();
    while (!cursor_.at_end() && !cursor_.peek().is_symbol(')')) {
      if (!read_table_constraint()) read_column();
      // Table constraints may follow one another without a comma.
      cursor_.accept_symbol(',');
    }
    cursor_.next();
    read_options();
    return std::move(table_);
  }

 private:
  void note(std::string what) {
    Diagnostic diagnostic;
    diagnostic.code = Code::kNotModelled;
    diagnostic.severity = Severity::kInfo;
    diagnostic.message = fmt::format("{}: {} is left out", table_.name, what);
    notes_.push_back(std::move(diagnostic));
  }

  void skip_conflict_clause() {
    if (!cursor_.peek().is("ON") || !cursor_.peek(1).is("CONFLICT")) return;
    cursor_.next();
    cursor_.next();
    note("ON CONFLICT " + cursor_.name());
  }

  // [a, b COLLATE NOCASE DESC]: the columns alone.
  std::vector<std::string> read_names() {
    std::vector<std::string> names;
    if (!cursor_.accept_symbol('(')) return names;
    while (!cursor_.at_end() && !cursor_.peek().is_symbol(')')) {
      names.push_back(cursor_.name());
      while (!cursor_.at_end() && !cursor_.peek().is_symbol(',') &&
             !cursor_.peek().is_symbol(')')) {
        cursor_.next();
      }
      cursor_.accept_symbol(',');
    }
    cursor_.next();
    return names;
  }

  static spec::OnDelete read_action(Cursor& cursor) {
    using spec::OnDelete;
    if (cursor.accept("CASCADE")) return OnDelete::kCascade;
    if (cursor.accept("RESTRICT")) return OnDelete::kRestrict;
    if (cursor.accept("SET"))
      return cursor.accept("NULL") ? OnDelete::kSetNull : (cursor.next(), OnDelete::kSetDefault);
    cursor.accept("NO");
    cursor.accept("ACTION");
    return OnDelete::kNoAction;
  }

  // After REFERENCES.
  void read_foreign_key(std::vector<std::string> columns) {
    schema::ForeignKey key;
    key.columns = std::move(columns);
    key.enforcement = schema::Enforcement::kPhysical;
    key.table = cursor_.name();
    key.referenced_columns = read_names();
    while (true) {
      if (cursor_.peek().is("ON") && cursor_.peek(1).is("DELETE")) {
        cursor_.next();
        cursor_.next();
        key.on_delete = read_action(cursor_);
      } else if (cursor_.peek().is("ON") && cursor_.peek(1).is("UPDATE")) {
        cursor_.next();
        cursor_.next();
        key.on_update = read_action(cursor_);
      } else if (cursor_.accept("MATCH")) {
        cursor_.next();
      } else if (cursor_.peek().is("NOT") && cursor_.peek(1).is("DEFERRABLE")) {
        cursor_.next();
        cursor_.next();
        if (cursor_.accept("INITIALLY")) cursor_.next();
      } else if (cursor_.accept("DEFERRABLE")) {
        key.deferrable = true;
        if (cursor_.accept("INITIALLY")) key.deferred = cursor_.next().is("DEFERRED");
      } else {
        break;
      }
    }
    // Only one that is checked at the end differs from one that is not deferrable at all.
    key.deferrable = key.deferred;
    table_.foreign_keys.push_back(std::move(key));
  }

  void set_primary_key(std::vector<std::string> columns) {
    schema::Key key;
    key.columns = std::move(columns);
    key.enforcement = schema::Enforcement::kPhysical;
    table_.primary_key = std::move(key);
  }

  void add_unique(std::vector<std::string> columns) {
    schema::Key key;
    key.columns = std::move(columns);
    key.enforcement = schema::Enforcement::kPhysical;
    table_.uniques.push_back(std::move(key));
  }

  bool read_table_constraint() {
    if (cursor_.peek().kind != TokenKind::kWord) return false;
    const bool named = cursor_.peek().is("CONSTRAINT");
    const Token& word = cursor_.peek(named ? 2 : 0);
    const Token& after = cursor_.peek(named ? 3 : 1);
    const bool primary = word.is("PRIMARY") && after.is("KEY");
    const bool unique = word.is("UNIQUE") && after.is_symbol('(');
    const bool check = word.is("CHECK") && after.is_symbol('(');
    const bool foreign = word.is("FOREIGN") && after.is("KEY");
    if (!primary && !unique && !check && !foreign) return false;
    if (named) {
      cursor_.next();
      cursor_.next();
    }
    cursor_.next();
    if (primary || foreign) cursor_.next();
    if (check) {
      table_.checks.push_back({"", cursor_.parenthesised()});
      skip_conflict_clause();
      return true;
    }
    std::vector<std::string> columns = read_names();
    if (primary) {
      set_primary_key(std::move(columns));
    } else if (unique) {
      add_unique(std::move(columns));
    } else {
      cursor_.next();  // REFERENCES
      read_foreign_key(std::move(columns));
    }
    skip_conflict_clause();
    return true;
  }

  void read_column() {
    Column column;
    column.name = cursor_.name();
    const std::size_t begin = cursor_.peek().begin;
    std::size_t end = begin;
    while (!cursor_.at_end() && !cursor_.peek().is_symbol(',') && !cursor_.peek().is_symbol(')') &&
           !begins_constraint(cursor_.peek())) {
      if (cursor_.peek().is_symbol('(')) {
        cursor_.parenthesised();
        end = std::max(end, cursor_.peek().begin);
        continue;
      }
      end = cursor_.next().end;
    }
    column.type = read_declared_type(text::trim(cursor_.source(begin, end)));
    while (!cursor_.at_end() && !cursor_.peek().is_symbol(',') && !cursor_.peek().is_symbol(')')) {
      read_column_constraint(column);
    }
    table_.columns.push_back(std::move(column));
  }

  void read_column_constraint(Column& column) {
    if (cursor_.accept("CONSTRAINT")) {
      cursor_.next();
    } else if (cursor_.accept("PRIMARY")) {
      cursor_.next();
      if (!cursor_.accept("ASC")) cursor_.accept("DESC");
      skip_conflict_clause();
      if (cursor_.accept("AUTOINCREMENT")) column.numbering = spec::Numbering::kAlways;
      set_primary_key({column.name});
    } else if (cursor_.accept("NOT")) {
      cursor_.next();
      column.nullable = false;
      skip_conflict_clause();
    } else if (cursor_.accept("UNIQUE")) {
      add_unique({column.name});
      skip_conflict_clause();
    } else if (cursor_.accept("CHECK")) {
      table_.checks.push_back({"", cursor_.parenthesised()});
    } else if (cursor_.accept("DEFAULT")) {
      column.default_value = read_default();
    } else if (cursor_.accept("COLLATE")) {
      column.collation = text::to_upper(cursor_.name());
    } else if (cursor_.accept("REFERENCES")) {
      read_foreign_key({column.name});
    } else if (cursor_.accept("GENERATED") || cursor_.peek().is("AS")) {
      cursor_.accept("ALWAYS");
      cursor_.accept("AS");
      column.generated = cursor_.parenthesised();
      column.generated_virtual = !cursor_.accept("STORED");
      cursor_.accept("VIRTUAL");
    } else {
      cursor_.next();  // NULL
    }
  }

  // A literal, a signed number, a word, or an expression in parentheses.
  std::string read_default() {
    if (cursor_.peek().is_symbol('(')) return "(" + cursor_.parenthesised() + ")";
    const std::size_t begin = cursor_.peek().begin;
    const bool sign = cursor_.peek().is_symbol('-') || cursor_.peek().is_symbol('+');
    if (sign) cursor_.next();
    const std::size_t end = cursor_.next().end;
    return std::string(cursor_.source(begin, end));
  }

  void read_options() {
    std::vector<std::string> options;
    while (!cursor_.at_end()) {
      if (cursor_.accept("WITHOUT")) {
        cursor_.next();
        options.emplace_back("WITHOUT ROWID");
      } else if (cursor_.accept("STRICT")) {
        options.emplace_back("STRICT");
      } else {
        cursor_.next();
      }
    }
    std::sort(options.begin(), options.end());
    table_.options = text::join(options, ", ");
  }

  Cursor cursor_;
  Diagnostics& notes_;
  Table table_;
};

// One part of an index, its tokens up to the comma.
schema::IndexPart read_part(Cursor& cursor) {
  schema::IndexPart part;
  const std::size_t begin = cursor.peek().begin;
  std::size_t end = begin;
  std::size_t words = 0;
  int depth = 0;
  const auto at_order = [&] {
    return depth == 0 &&
           (cursor.peek().is("ASC") || cursor.peek().is("DESC") || cursor.peek().is("COLLATE"));
  };
  std::string only_name;
  while (!cursor.at_end() && !at_order()) {
    const Token& token = cursor.peek();
    if (depth == 0 && (token.is_symbol(',') || token.is_symbol(')'))) break;
    if (token.is_symbol('(')) ++depth;
    if (token.is_symbol(')')) --depth;
    only_name = token.is_name() && token.kind != TokenKind::kText ? token.text : "";
    ++words;
    end = cursor.next().end;
  }
  if (words == 1 && !only_name.empty()) {
    part.column = only_name;
  } else {
    part.expression = std::string(text::trim(cursor.source(begin, end)));
  }
  if (cursor.accept("COLLATE")) part.collation = text::to_upper(cursor.name());
  if (!cursor.accept("ASC")) part.descending = cursor.accept("DESC");
  return part;
}

}  // namespace

Table read_create_table(std::string_view sql, const std::string& name, Diagnostics& notes) {
  return TableReader(sql, name, notes).read();
}

schema::Index read_create_index(std::string_view sql, const std::string& name) {
  Cursor cursor(sql);
  schema::Index index;
  index.name = name;
  cursor.next();  // CREATE
  index.unique = cursor.accept("UNIQUE");
  cursor.skip_to_symbol('(');
  cursor.next();
  while (!cursor.at_end() && !cursor.peek().is_symbol(')')) {
    index.columns.push_back(read_part(cursor));
    cursor.accept_symbol(',');
  }
  cursor.next();
  if (cursor.accept("WHERE")) {
    std::string_view where = text::trim(sql.substr(cursor.peek().begin));
    while (where.ends_with(';')) where = text::trim(where.substr(0, where.size() - 1));
    index.where = std::string(where);
  }
  return index;
}

}  // namespace dbx::dialect::sqlite
