// Reading DBML element by element into a draft; inside this folder only. Elements are in dbml.cpp,
// what stands inside a table in dbml_table.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/convert/dbml_lexer.h"
#include "dbx/convert/draft.h"
#include "dbx/convert/lines.h"

namespace dbx::convert {

class DbmlReader {
 public:
  DbmlReader(std::vector<Token> tokens, const Lines& lines)
      : tokens_(std::move(tokens)), lines_(lines) {}

  Result<Draft> run();

 private:
  // One setting of a list in brackets: `pk`, `note: 'x'`, `ref: > users.id`.
  struct Setting {
    std::string name;          // lower case, words joined by one space
    std::vector<Token> value;  // up to the comma
    Location where;
  };
  struct Endpoint {
    QualifiedName table;
    std::vector<std::string> columns;
  };

  // dbml.cpp
  void element();
  void read_project();
  void read_enumeration();
  void read_reference();
  void read_group();
  void add_reference(std::string name, Endpoint from, const std::string& sign, Endpoint to,
                     const std::vector<Setting>& settings, const Location& where);
  void skip_element();
  void apply_enumerations();
  void note_leftover(const Setting& setting, std::string_view of);

  // dbml_table.cpp
  void read_table();
  void read_column(DraftTable& table);
  void apply_column_setting(const Setting& setting, DraftTable& table,
                            Placed<schema::Column>& column);
  void read_inline_reference(const Setting& setting, const DraftTable& table,
                             const std::string& column);
  void read_indexes(DraftTable& table);
  void read_checks(DraftTable& table);
  void add_index(DraftTable& table, const std::vector<std::string>& columns, bool has_expression,
                 const std::vector<Setting>& settings, const Location& where);
  std::string read_type();
  std::string read_note();  // after the word: `: 'x'` or `{ 'x' }`

  // Tokens. After a fault everything answers as at the end, so that loops end.
  const Token& peek(std::size_t ahead = 0) const;
  Token take();
  bool sees(std::string_view sign) const;
  bool sees_word(std::string_view word) const;  // letter case aside
  bool accept(std::string_view sign);
  void expect(std::string_view sign);
  bool at_end_of_block() const { return failed_ || sees("}") || peek().kind == TokenKind::kEnd; }
  void fails(const Token& at, std::string message);
  std::string read_name();
  QualifiedName read_qualified_name();
  Endpoint read_endpoint();
  std::vector<Setting> read_settings();
  Location place(const Token& token) const { return lines_.at(token.begin, token.end); }

  std::vector<Token> tokens_;
  const Lines& lines_;
  std::size_t at_ = 0;
  bool failed_ = false;  // in this element
  Draft draft_;
  Diagnostics errors_;
  std::map<std::string, QualifiedName> aliases_;
  struct PendingType {
    QualifiedName table;
    std::string column;
    QualifiedName type;
  };
  struct PendingReference {
    std::string name;
    Endpoint from;
    Endpoint to;
    spec::OnDelete on_delete = spec::OnDelete::kNoAction;
    bool is_one_to_one = false;
    Location where;
  };
  std::vector<PendingReference> references_;
  std::vector<PendingType> types_;
};

}  // namespace dbx::convert
