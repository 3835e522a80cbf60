// A balance is not added up over time: a view that sums a semi-additive measure says of which
// period. Found by the words of the SQL, on the safe side: any mention of a period behind WHERE,
// GROUP BY or OVER passes.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

bool is_word(char c) {
  return text::is_identifier(std::string_view(&c, 1)) || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Words in lower case, quoted names without their quotes, and signs; strings and comments are left
// out.
std::vector<std::string> tokens_of(std::string_view sql) {
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < sql.size();) {
    std::size_t end = i + 1;
    if (sql.substr(i).starts_with("--")) {
      end = std::min(sql.find('\n', i), sql.size());
    } else if (sql.substr(i).starts_with("/*")) {
      const std::size_t close = sql.find("*/", i + 2);
      end = close == std::string_view::npos ? sql.size() : close + 2;
    } else if (sql[i] == '\'' || sql[i] == '"') {
      const std::size_t close = std::min(sql.find(sql[i], i + 1), sql.size());
      if (sql[i] == '"') tokens.push_back(text::to_lower(sql.substr(i + 1, close - i - 1)));
      end = std::min(close + 1, sql.size());
    } else if (is_word(sql[i])) {
      while (end < sql.size() && is_word(sql[end])) ++end;
      tokens.push_back(text::to_lower(sql.substr(i, end - i)));
    } else if (sql[i] == '(' || sql[i] == '.' || sql[i] == ')') {
      tokens.emplace_back(1, sql[i]);
    }
    i = end;
  }
  return tokens;
}

// The column in sum(column) or sum(alias.column), at the word `sum`.
std::string summed(const std::vector<std::string>& tokens, std::size_t i) {
  const auto at = [&](std::size_t n) { return n < tokens.size() ? tokens[n] : std::string(); };
  if (at(i) != "sum" || at(i + 1) != "(") return {};
  if (at(i + 3) == ")") return at(i + 2);
  return at(i + 3) == "." && at(i + 5) == ")" ? at(i + 4) : std::string();
}

bool says_a_period(const std::vector<std::string>& tokens, const TableView& fact) {
  const auto begin = std::find_if(tokens.begin(), tokens.end(), [](const std::string& token) {
    return token == "where" || token == "group" || token == "over" || token == "having" ||
           token == "qualify";
  });
  return std::any_of(begin, tokens.end(), [&](const std::string& token) {
    return names_a_period(token) || is_period(fact, token);
  });
}

void check_sql(Context& context, std::string_view sql, const std::string& pointer) {
  const std::vector<std::string> tokens = tokens_of(sql);
  for (const TableView& fact : context.tables()) {
    if (fact.table->kind != spec::TableKind::kFact ||
        std::find(tokens.begin(), tokens.end(), text::to_lower(fact.table->name)) == tokens.end()) {
      continue;
    }
    for (const spec::Column& measure : fact.table->measures) {
      if (measure.additivity != spec::Additivity::kSemiAdditive) continue;
      const std::string name = text::to_lower(measure.name);
      bool is_summed = false;
      for (std::size_t i = 0; i < tokens.size(); ++i) is_summed |= summed(tokens, i) == name;
      if (!is_summed || says_a_period(tokens, fact)) continue;
      context
          .error(Code::kSemiAdditiveSum, pointer,
                 fmt::format("'{}' of '{}' is summed over all time, but is semi-additive",
                             measure.name, fact.table->name))
          .hint = "group by the period, filter on one, or take its average over time";
    }
  }
}

}  // namespace

void check_view_sums(Context& context) {
  const auto& views = context.spec().views;
  for (std::size_t i = 0; i < views.size(); ++i) {
    check_sql(context, views[i].select, fmt::format("/views/{}/select", i));
    for (const spec::NamedText& dialect : views[i].dialects) {
      check_sql(context, dialect.text, fmt::format("/views/{}/dialects/{}", i, dialect.name));
    }
  }
}

}  // namespace dbx::check
