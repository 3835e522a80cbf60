// One scanner for everything that looks at SQL as text.
#include "dbx/convert/sql_script.h"

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::convert {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

// E'it\'s': an E of its own before the quote makes backslashes escape.
bool has_escapes(std::string_view text, std::size_t quote) {
  return quote > 0 && (text[quote - 1] == 'e' || text[quote - 1] == 'E') &&
         (quote == 1 || !is_word_byte(text[quote - 2]));
}

std::size_t skip_quote(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool escapes = quote == '\'' && has_escapes(text, at);
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (escapes && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (i + 1 == text.size() || text[i + 1] != quote) return i + 1;
      ++i;
    }
  }
  return text.size();
}

std::size_t skip_block_comment(std::string_view text, std::size_t at) {
  int depth = 0;
  for (std::size_t i = at; i + 1 < text.size(); ++i) {
    if (text[i] == '/' && text[i + 1] == '*') {
      ++depth;
      ++i;
    } else if (text[i] == '*' && text[i + 1] == '/') {
      ++i;
      if (--depth == 0) return i + 1;
    }
  }
  return text.size();
}

// $$...$$ or $tag$...$tag$; `at` where it is only a '$'.
std::size_t skip_dollar_quote(std::string_view text, std::size_t at) {
  if (at > 0 && is_word_byte(text[at - 1])) return at;
  std::size_t close = at + 1;
  while (close < text.size() && is_word_byte(text[close]) && text[close] != '$') ++close;
  const bool is_tag = close < text.size() && text[close] == '$' &&
                      !(close > at + 1 && text[at + 1] >= '0' && text[at + 1] <= '9');
  if (!is_tag) return at;
  const std::string_view tag = text.substr(at, close - at + 1);
  const std::size_t end = text.find(tag, close + 1);
  return end == std::string_view::npos ? text.size() : end + tag.size();
}

std::size_t end_of_line(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Piece> run() {
    while (at_ < text_.size()) step();
    finish_statement();
    return std::move(pieces_);
  }

 private:
  void step() {
    const std::size_t skipped = skip_quoted(text_, at_);
    if (skipped != at_) {
      if (!is_comment(text_, at_)) begin();
      at_ = skipped;
      return;
    }
    const char c = text_[at_];
    if (is_word_byte(c)) return word();
    if (c == '\\') return psql_line();
    if (c == ';' && (depth_ <= 0 || !may_hold_statements())) {
      const bool copies = begins_copy();
      finish_statement();
      ++at_;
      if (copies) copy_data();
      return;
    }
    if (!is_space(c)) {
      begin();
      ++run_;
    }
    if (c == '(') ++depth_;
    if (c == ')') --depth_;
    if (c == ',' && depth_ <= 1) run_ = 0;
    piece_.run_bytes = std::max(piece_.run_bytes, run_);
    ++at_;
  }

  void word() {
    begin();
    std::size_t end = at_;
    while (end < text_.size() && is_word_byte(text_[end])) ++end;
    const std::string word =
        text::to_lower(text_.substr(at_, std::min<std::size_t>(end - at_, 32)));
    if (word == "union" || word == "intersect" || word == "except" || word == "join") {
      ++piece_.set_operations;
    }
    // The body of a function in standard SQL holds statements: BEGIN ATOMIC ...; ...; END
    if (word == "atomic" && last_word_ == "begin") atomic_ = 1;
    if (atomic_ > 0 && word == "case") ++atomic_;
    if (atomic_ > 0 && word == "end") --atomic_;
    last_word_ = word;
    run_ += end - at_;
    piece_.run_bytes = std::max(piece_.run_bytes, run_);
    at_ = end;
  }

  // CREATE RULE ... DO (...; ...) and BEGIN ATOMIC are all that hold ';'. Elsewhere an open '('
  // is a mistake that should not swallow the statements after it.
  bool may_hold_statements() const {
    const std::string head = text::to_lower(
        tidy_sql(text_.substr(piece_.begin, std::min<std::size_t>(200, at_ - piece_.begin))));
    return head.starts_with("create rule") || head.starts_with("create or replace rule");
  }

  bool begins_copy() const {
    if (!open_) return false;
    const std::string_view statement = text_.substr(piece_.begin, at_ - piece_.begin);
    if (!text::equals_ignoring_case(statement.substr(0, 4), "copy")) return false;
    const std::size_t from = find_word(statement, "from", 0);
    return from != std::string_view::npos &&
           find_word(statement, "stdin", from) != std::string_view::npos;
  }

  void copy_data() {
    const std::size_t begin = std::min(end_of_line(text_, at_) + 1, text_.size());
    std::size_t line = begin;
    while (line < text_.size() && !text_.substr(line).starts_with("\\.")) {
      line = std::min(end_of_line(text_, line) + 1, text_.size());
    }
    pieces_.push_back({PieceKind::kCopyData, begin, line, 0, 0});
    at_ = end_of_line(text_, line);
  }

  void psql_line() {
    finish_statement();
    const std::size_t end = end_of_line(text_, at_);
    pieces_.push_back({PieceKind::kPsql, at_, end, 0, 0});
    at_ = end;
  }

  void begin() {
    if (open_) return;
    open_ = true;
    piece_.begin = at_;
  }

  void finish_statement() {
    if (open_ && atomic_ > 0 && at_ < text_.size() && text_[at_] == ';') return;
    if (open_) {
      piece_.end = at_;
      while (piece_.end > piece_.begin && is_space(text_[piece_.end - 1])) --piece_.end;
      pieces_.push_back(piece_);
    }
    piece_ = {};
    open_ = false;
    depth_ = 0;
    run_ = 0;
    atomic_ = 0;
    last_word_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Piece> pieces_;
  Piece piece_;
  bool open_ = false;
  int depth_ = 0;
  int atomic_ = 0;
  std::size_t run_ = 0;
  std::string last_word_;
};

}  // namespace

std::vector<Piece> split_script(std::string_view text) { return Splitter(text).run(); }

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_comment(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("--") || text.substr(at).starts_with("/*");
}

std::size_t skip_quoted(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\'' || c == '"') return skip_quote(text, at);
  if (c == '$') return skip_dollar_quote(text, at);
  if (!is_comment(text, at)) return at;
  return c == '-' ? end_of_line(text, at) : skip_block_comment(text, at);
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t i = from; i < text.size();) {
    if (const std::size_t skipped = skip_quoted(text, i); skipped != i) {
      i = skipped;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (text::equals_ignoring_case(text.substr(i, end - i), word)) return i;
    i = std::max(end, i + 1);
  }
  return std::string_view::npos;
}

std::size_t find_outside(std::string_view text, std::string_view stops, std::size_t from) {
  int depth = 0;
  for (std::size_t i = from; i < text.size();) {
    if (const std::size_t skipped = skip_quoted(text, i); skipped != i) {
      i = skipped;
      continue;
    }
    const char c = text[i];
    if (depth == 0 && stops.find(c) != std::string_view::npos) return i;
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && --depth < 0) return i;
    ++i;
  }
  return text.size();
}

std::string tidy_sql(std::string_view text) {
  std::string tidy;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t skipped = skip_quoted(text, i);
    if (skipped != i && !is_comment(text, i)) {
      tidy.append(text.substr(i, skipped - i));
      i = skipped;
    } else if (skipped != i || is_space(text[i])) {
      if (!tidy.empty() && tidy.back() != ' ') tidy += ' ';
      i = std::max(skipped, i + 1);
    } else {
      tidy += text[i++];
    }
  }
  return std::string(text::trim(tidy));
}

}  // namespace dbx::convert
