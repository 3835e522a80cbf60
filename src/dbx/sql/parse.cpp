// libpg_query, called safely.
#include "dbx/sql/parse.h"

#include <pg_query.h>

#include <algorithm>
#include <memory>

namespace dbx::sql {
namespace {

struct FreeParse {
  void operator()(PgQueryParseResult* result) const {
    pg_query_free_parse_result(*result);
    delete result;
  }
};

bool is_too_deep(std::string_view json, int depth_max) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      if (++depth > depth_max) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

// The parser counts characters, we count bytes.
std::size_t byte_offset(std::string_view text, int character) {
  std::size_t at = 0;
  for (int i = 1; i < character && at < text.size(); ++i) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  }
  return at;
}

const Json& nothing() {
  static const Json kNothing;
  return kNothing;
}

}  // namespace

tl::expected<Json, ParseFailure> parse_statement(std::string_view statement, int depth_max) {
  const std::string terminated(statement);
  const std::unique_ptr<PgQueryParseResult, FreeParse> result(
      new PgQueryParseResult(pg_query_parse(terminated.c_str())));
  if (result->error != nullptr) {
    std::string message = result->error->message;
    // Bison's words for its own limit.
    if (message.starts_with("memory exhausted")) message = "nested too deep";
    return tl::unexpected<ParseFailure>(
        {std::move(message), byte_offset(statement, result->error->cursorpos)});
  }
  const std::string_view json = result->parse_tree;
  if (is_too_deep(json, depth_max)) return tl::unexpected<ParseFailure>({"nested too deep", 0});
  const Json tree = Json::parse(json, nullptr, false);
  Json statements = Json::array();
  for (const Json& parsed : member(tree, "stmts")) statements.push_back(member(parsed, "stmt"));
  return statements;
}

const Json& member(const Json& node, const char* key) {
  if (!node.is_object()) return nothing();
  const auto found = node.find(key);
  return found == node.end() ? nothing() : *found;
}

std::string text_of(const Json& node, const char* key) {
  const Json& value = member(node, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

bool flag_of(const Json& node, const char* key) {
  const Json& value = member(node, key);
  return value.is_boolean() && value.get<bool>();
}

std::size_t place_of(const Json& node) {
  const Json& value = member(node, "location");
  return value.is_number_integer()
             ? static_cast<std::size_t>(std::max<std::int64_t>(0, value.get<std::int64_t>()))
             : 0;
}

std::string kind_of(const Json& node) {
  return node.is_object() && !node.empty() ? node.begin().key() : std::string();
}

const Json& inside(const Json& node) {
  return node.is_object() && !node.empty() ? node.begin().value() : nothing();
}

std::vector<std::string> strings_of(const Json& list) {
  std::vector<std::string> strings;
  for (const Json& item : list) {
    const std::string text = text_of(member(item, "String"), "sval");
    if (!text.empty()) strings.push_back(text);
  }
  return strings;
}

}  // namespace dbx::sql
