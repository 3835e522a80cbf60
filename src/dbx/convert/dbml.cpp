// DBML -> Draft: the elements of a file. A fault costs its element, and the others are still read.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/convert/convert.h"
#include "dbx/convert/dbml_reader.h"

namespace dbx::convert {
namespace {

const Token kNoToken;

std::optional<spec::OnDelete> on_delete_of(const std::string& action) {
  if (action == "cascade") return spec::OnDelete::kCascade;
  if (action == "restrict") return spec::OnDelete::kRestrict;
  if (action == "set null") return spec::OnDelete::kSetNull;
  if (action == "no action") return spec::OnDelete::kNoAction;
  return std::nullopt;
}

std::string words_of(const std::vector<Token>& tokens) {
  std::vector<std::string> words;
  for (const Token& token : tokens) words.push_back(text::to_lower(token.text));
  return text::join(words, " ");
}

}  // namespace

const Token& DbmlReader::peek(std::size_t ahead) const {
  if (failed_) return kNoToken;
  return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
}

Token DbmlReader::take() {
  const Token token = peek();
  if (!failed_ && at_ + 1 < tokens_.size()) ++at_;
  return token;
}

bool DbmlReader::sees(std::string_view sign) const {
  return peek().kind == TokenKind::kSign && peek().text == sign;
}

bool DbmlReader::sees_word(std::string_view word) const {
  return peek().kind == TokenKind::kWord && text::equals_ignoring_case(peek().text, word);
}

bool DbmlReader::accept(std::string_view sign) {
  if (!sees(sign)) return false;
  take();
  return true;
}

void DbmlReader::expect(std::string_view sign) {
  if (!accept(sign)) fails(peek(), fmt::format("expected '{}'", sign));
}

void DbmlReader::fails(const Token& at, std::string message) {
  if (failed_) return;
  Diagnostic problem;
  problem.code = Code::kDbmlSyntax;
  problem.message = std::move(message);
  if (at.kind == TokenKind::kEnd) problem.message += ", but the file ends";
  problem.where = place(at);
  errors_.push_back(std::move(problem));
  failed_ = true;
}

std::string DbmlReader::read_name() {
  if (peek().kind == TokenKind::kWord || peek().kind == TokenKind::kName) return take().text;
  fails(peek(), "expected a name");
  return {};
}

QualifiedName DbmlReader::read_qualified_name() {
  QualifiedName name{"", read_name()};
  if (accept(".")) name = {name.name == "public" ? "" : name.name, read_name()};
  return name;
}

// users.id, core.users.id, users.(a, b)
DbmlReader::Endpoint DbmlReader::read_endpoint() {
  Endpoint endpoint;
  std::vector<std::string> names = {read_name()};
  while (accept(".")) {
    if (accept("(")) {
      do {
        endpoint.columns.push_back(read_name());
      } while (accept(","));
      expect(")");
      break;
    }
    names.push_back(read_name());
  }
  if (endpoint.columns.empty()) {
    endpoint.columns = {names.back()};
    names.pop_back();
  }
  if (names.empty() || names.size() > 2) {
    fails(peek(), "expected table.column");
    return endpoint;
  }
  endpoint.table = {names.size() == 2 && names[0] != "public" ? names[0] : "", names.back()};
  return endpoint;
}

std::vector<DbmlReader::Setting> DbmlReader::read_settings() {
  std::vector<Setting> settings;
  if (!accept("[")) return settings;
  while (!failed_ && !accept("]")) {
    Setting setting;
    setting.where = place(peek());
    while (peek().kind == TokenKind::kWord) {
      setting.name += (setting.name.empty() ? "" : " ") + text::to_lower(take().text);
    }
    if (setting.name.empty()) fails(peek(), "expected a setting");
    if (accept(":")) {
      int depth = 0;
      while (!failed_ && !(depth == 0 && (sees(",") || sees("]")))) {
        if (peek().kind == TokenKind::kEnd) fails(peek(), "expected ']'");
        if (sees("(")) ++depth;
        if (sees(")")) --depth;
        setting.value.push_back(take());
      }
      if (setting.value.empty()) fails(peek(), fmt::format("'{}' has no value", setting.name));
    }
    settings.push_back(std::move(setting));
    if (!sees("]")) expect(",");
  }
  return settings;
}

void DbmlReader::note_leftover(const Setting& setting, std::string_view of) {
  draft_.note(setting.where, fmt::format("setting '{}' of {} is left out", setting.name, of));
}

// Past the braces that are open here, or to the next element that begins a line.
void DbmlReader::skip_element() {
  failed_ = false;
  int depth = 0;
  if (sees("{")) ++depth;
  if (sees("}")) return static_cast<void>(take());
  for (take(); peek().kind != TokenKind::kEnd; take()) {
    const bool begins_element = sees_word("table") || sees_word("ref") || sees_word("enum");
    if (begins_element && place(peek()).column == 1) return;
    if (sees("{")) ++depth;
    if (sees("}") && --depth <= 0) {
      take();
      return;
    }
  }
}

void DbmlReader::read_project() {
  const Location where = place(take());
  if (!sees("{")) read_name();
  draft_.note(where, "the settings of the project are left out");
  skip_element();
}

void DbmlReader::read_group() {
  const Token word = take();
  draft_.note(place(word), fmt::format("a {} is left out", word.text));
  skip_element();
}

void DbmlReader::read_enumeration() {
  const Location where = place(take());
  Enumeration enumeration{read_qualified_name(), {}};
  expect("{");
  while (!at_end_of_block()) {
    enumeration.labels.push_back(read_name());
    for (const Setting& setting : read_settings()) note_leftover(setting, "an enum's value");
  }
  expect("}");
  if (failed_) return;
  draft_.note(where, fmt::format("enum '{}' becomes TEXT with a check where columns use it",
                                 print(enumeration.name)));
  draft_.enumerations.push_back(std::move(enumeration));
}

void DbmlReader::add_reference(std::string name, Endpoint from, const std::string& sign,
                               Endpoint to, const std::vector<Setting>& settings,
                               const Location& where) {
  if (sign == "<>") {
    draft_.note(where,
                fmt::format("the many-to-many reference of '{}' and '{}' is left out",
                            print(from.table), print(to.table)),
                "a table between them with two foreign keys says the same");
    return;
  }
  if (sign == "<") std::swap(from, to);
  PendingReference reference;
  reference.name = std::move(name);
  reference.from = std::move(from);
  reference.to = std::move(to);
  reference.is_one_to_one = sign == "-";
  reference.where = where;
  for (const Setting& setting : settings) {
    const auto action = on_delete_of(words_of(setting.value));
    const bool says_nothing = setting.name == "update" && words_of(setting.value) == "no action";
    if (setting.name == "delete" && action) {
      reference.on_delete = *action;
    } else if (!says_nothing) {
      note_leftover(setting, "a reference");
    }
  }
  references_.push_back(std::move(reference));
}

// Ref name: a.b > c.d [delete: cascade]   or   Ref { a.b > c.d }
void DbmlReader::read_reference() {
  take();
  std::string name;
  if (!sees(":") && !sees("{")) name = read_qualified_name().name;
  const bool is_block = accept("{");
  if (!is_block) expect(":");
  do {
    const Token first = peek();
    Endpoint from = read_endpoint();
    const Token sign = take();
    if (sign.kind != TokenKind::kSign ||
        std::string_view("<>-").find(sign.text[0]) == std::string_view::npos) {
      return fails(sign, "expected one of < > - <>");
    }
    Endpoint to = read_endpoint();
    const Location where = place(first);
    const auto settings = read_settings();
    if (failed_) return;
    add_reference(name, std::move(from), sign.text, std::move(to), settings, where);
  } while (is_block && !at_end_of_block());
  if (is_block) expect("}");
}

void DbmlReader::element() {
  if (sees_word("table")) {
    read_table();
  } else if (sees_word("ref")) {
    read_reference();
  } else if (sees_word("enum")) {
    read_enumeration();
  } else if (sees_word("project")) {
    read_project();
  } else if (sees_word("tablegroup") || sees_word("tablepartial") || sees_word("note") ||
             sees_word("records") || sees_word("diagramview")) {
    read_group();
  } else {
    fails(peek(), "expected Table, Ref, Enum, Project, TableGroup or Note");
  }
  if (failed_) skip_element();
}

// Enums may be defined after the tables that use them.
void DbmlReader::apply_enumerations() {
  for (const PendingType& pending : types_) {
    const Enumeration* enumeration = draft_.find_enumeration(pending.type);
    DraftTable* table = draft_.find_table(pending.table);
    schema::Column* column = table == nullptr ? nullptr : table->find_column(pending.column);
    if (enumeration == nullptr || column == nullptr) continue;
    column->type = spec::read_type("TEXT").type;
    const auto placed = std::find_if(table->columns.begin(), table->columns.end(),
                                     [&](const auto& c) { return &c.value == column; });
    table->checks.push_back({{"", labels_check(pending.column, *enumeration)}, placed->where});
  }
}

Result<Draft> DbmlReader::run() {
  while (peek().kind != TokenKind::kEnd) element();
  if (!errors_.empty()) return fail(std::move(errors_));
  apply_enumerations();
  const auto resolve = [&](const QualifiedName& name) {
    const auto alias = name.schema.empty() ? aliases_.find(name.name) : aliases_.end();
    return alias == aliases_.end() ? name : alias->second;
  };
  for (PendingReference& reference : references_) {
    const QualifiedName name = resolve(reference.from.table);
    DraftTable* table = draft_.find_table(name);
    if (table == nullptr) {
      draft_.note(reference.where, fmt::format("a reference from '{}' is left out: there is no "
                                               "such table here",
                                               print(name)));
      continue;
    }
    if (reference.is_one_to_one) {
      table->uniques.push_back({{"", reference.from.columns, {}}, reference.where});
    }
    DraftForeignKey key;
    key.key.name = reference.name;
    key.key.columns = reference.from.columns;
    key.key.referenced_columns = reference.to.columns;
    key.key.on_delete = reference.on_delete;
    key.references = resolve(reference.to.table);
    key.where = reference.where;
    table->foreign_keys.push_back(std::move(key));
  }
  return std::move(draft_);
}

Result<Draft> read_dbml(std::string_view text, std::string_view file_name) {
  const Lines lines(text, file_name);
  DBX_CHECK_OK(check_text(text, lines, Code::kDbmlSyntax));
  if (text.size() > kBytesMax) {
    return fail(Code::kDbmlSyntax,
                fmt::format("'{}' is larger than {} bytes", file_name, kBytesMax), "split it");
  }
  auto tokens = dbml_tokens(text);
  if (!tokens) {
    Diagnostic problem;
    problem.code = Code::kDbmlSyntax;
    problem.message = tokens.error().message;
    problem.where = lines.at(tokens.error().offset, tokens.error().offset + 1);
    return fail(std::move(problem));
  }
  return DbmlReader(std::move(*tokens), lines).run();
}

}  // namespace dbx::convert
