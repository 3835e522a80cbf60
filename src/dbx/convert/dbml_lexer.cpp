// A hand-written scanner; newlines mean nothing in what we read of DBML.
#include "dbx/convert/dbml_lexer.h"

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::convert {
namespace {

bool is_word_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '#' || static_cast<unsigned char>(c) >= 0x80;
}

// The margin that all lines of a ''' string share goes, and the empty lines at both ends.
std::string without_margin(const std::string& text) {
  const auto lines = text::split(text, '\n');
  std::size_t margin = std::string::npos;
  for (const std::string_view line : lines) {
    if (text::trim(line).empty()) continue;
    margin = std::min(margin, line.find_first_not_of(" \t"));
  }
  std::vector<std::string> kept;
  for (const std::string_view line : lines) {
    kept.emplace_back(text::trim(line).empty() ? std::string_view() : line.substr(margin));
  }
  return std::string(text::trim(text::join(kept, "\n")));
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  tl::expected<std::vector<Token>, ParseFailure> run() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (problem_.message.empty() && at_ < text_.size()) step();
    if (!problem_.message.empty()) return tl::unexpected<ParseFailure>(std::move(problem_));
    tokens_.push_back({TokenKind::kEnd, "", text_.size(), text_.size()});
    return std::move(tokens_);
  }

 private:
  bool sees(std::string_view what) const { return text_.substr(at_).starts_with(what); }

  void step() {
    const char c = text_[at_];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      ++at_;
    } else if (sees("//")) {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (sees("/*")) {
      const std::size_t close = text_.find("*/", at_ + 2);
      if (close == std::string_view::npos) return fails("a comment is not closed");
      at_ = close + 2;
    } else if (sees("'''")) {
      quoted("'''", TokenKind::kString);
    } else if (c == '\'') {
      quoted("'", TokenKind::kString);
    } else if (c == '"') {
      quoted("\"", TokenKind::kName);
    } else if (c == '`') {
      quoted("`", TokenKind::kExpression);
    } else if (is_word_start(c)) {
      word();
    } else if (sees("<>")) {
      add(TokenKind::kSign, "<>", at_ + 2);
    } else if (std::string_view("{}[](),.:<>-+~").find(c) != std::string_view::npos) {
      add(TokenKind::kSign, std::string(1, c), at_ + 1);
    } else {
      fails("no DBML begins with this character");
    }
  }

  void word() {
    std::size_t end = at_;
    const bool is_number = text_[at_] >= '0' && text_[at_] <= '9';
    while (end < text_.size() && (is_word_start(text_[end]) || (is_number && text_[end] == '.'))) {
      ++end;
    }
    add(TokenKind::kWord, std::string(text_.substr(at_, end - at_)), end);
  }

  void quoted(std::string_view quote, TokenKind kind) {
    std::string value;
    for (std::size_t i = at_ + quote.size(); i < text_.size(); ++i) {
      if (text_.substr(i).starts_with(quote)) {
        return add(kind, quote.size() == 3 ? without_margin(value) : value, i + quote.size());
      }
      if (text_[i] == '\n' && quote.size() == 1 && kind != TokenKind::kExpression) break;
      if (text_[i] == '\\' && kind == TokenKind::kString && i + 1 < text_.size()) ++i;
      value += text_[i];
    }
    fails("a quote is not closed");
  }

  void add(TokenKind kind, std::string value, std::size_t end) {
    tokens_.push_back({kind, std::move(value), at_, end});
    at_ = end;
  }

  void fails(std::string message) { problem_ = {std::move(message), at_}; }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  ParseFailure problem_;
};

}  // namespace

tl::expected<std::vector<Token>, ParseFailure> dbml_tokens(std::string_view text) {
  return Lexer(text).run();
}

}  // namespace dbx::convert
