// One table of the places where names stand, by path, and one rewriting function for each form.
#include "dbx/spec/mentions.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <span>

#include "dbx/base/text.h"
#include "dbx/spec/spec.h"

namespace dbx::spec {
namespace {

using Rewritten = std::optional<std::string>;  // nothing: not mentioned

// Words ---------------------------------------------------------------------------------------

bool is_word(char c) {
  return text::is_identifier(std::string_view(&c, 1)) || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Exchanges the parts between separators that are `from`; spaces stay.
Rewritten in_list(std::string_view list, char separator, const Renaming& renaming) {
  std::string result;
  bool found = false;
  for (const std::string_view part : text::split(list, separator)) {
    if (part.data() != list.data()) result += separator;
    const std::string_view name = text::trim(part);
    if (name != renaming.column) {
      result += part;
      continue;
    }
    found = true;
    const auto before = static_cast<std::size_t>(name.data() - part.data());
    result.append(part.substr(0, before)).append(renaming.to);
    result += part.substr(before + name.size());
  }
  return found ? Rewritten(result) : std::nullopt;
}

std::string in_quotes(std::string_view name) {
  return "\"" + text::replace_all(name, "\"", "\"\"") + "\"";
}
std::string in_quotes_if_needed(std::string_view name) {
  return text::is_identifier(name) ? std::string(name) : in_quotes(name);
}

// Exchanges the words of an SQL text that are `from`, plain or quoted; strings, and functions
// and types of that name, stay.
Rewritten in_sql(std::string_view sql, std::string_view from, std::string_view to) {
  std::string result;
  bool found = false;
  for (std::size_t i = 0; i < sql.size();) {
    std::size_t end = i + 1;
    if (sql[i] == '\'' || sql[i] == '"') {
      const std::size_t close = sql.find(sql[i], i + 1);
      end = close == std::string_view::npos ? sql.size() : close + 1;
      const bool is_name = sql[i] == '"' && end >= i + 2 && sql.substr(i + 1, end - i - 2) == from;
      found = found || is_name;
      result += is_name ? in_quotes(to) : std::string(sql.substr(i, end - i));
    } else if (is_word(sql[i])) {
      while (end < sql.size() && is_word(sql[end])) ++end;
      const std::string_view word = sql.substr(i, end - i);
      const std::string_view next = text::trim(sql.substr(end));
      const bool is_call = next.starts_with('(') || next.starts_with('\'');  // date '2026-01-01'
      const bool is_name = text::equals_ignoring_case(word, from) && !is_call;
      found = found || is_name;
      result += is_name ? in_quotes_if_needed(to) : std::string(word);
    } else {
      result += sql[i];
    }
    i = end;
  }
  return found ? Rewritten(result) : std::nullopt;
}

// Forms ---------------------------------------------------------------------------------------

Rewritten as_column(std::string_view name, const Renaming& renaming) {
  return name == renaming.column ? Rewritten(renaming.to) : std::nullopt;
}
Rewritten as_grain(std::string_view grain, const Renaming& renaming) {
  return is_grain_sentence(grain) ? std::nullopt : in_list(grain, ',', renaming);
}
Rewritten as_levels(std::string_view levels, const Renaming& renaming) {
  return in_list(levels, '>', renaming);
}
Rewritten as_expression(std::string_view sql, const Renaming& renaming) {
  return in_sql(sql, renaming.column, renaming.to);
}
// hash(column)
Rewritten as_distribution(std::string_view distribution, const Renaming& renaming) {
  const std::size_t open = distribution.find('(');
  const std::size_t close = distribution.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  const auto inner = in_list(distribution.substr(open + 1, close - open - 1), ',', renaming);
  if (!inner) return {};
  return std::string(distribution.substr(0, open + 1)) + *inner +
         std::string(distribution.substr(close));
}
// table(column, column)
Rewritten as_reference(std::string_view reference, const Renaming& renaming) {
  const std::size_t open = reference.find('(');
  if (open == std::string_view::npos || text::trim(reference.substr(0, open)) != renaming.table) {
    return {};
  }
  if (renaming.column.empty()) return renaming.to + std::string(reference.substr(open));
  return as_distribution(reference, renaming);
}
// table, or table.column
Rewritten as_dotted(std::string_view dotted, const Renaming& renaming) {
  if (renaming.column.empty()) {
    if (dotted == renaming.table) return renaming.to;
    if (!dotted.starts_with(renaming.table + ".")) return {};
    return renaming.to + std::string(dotted.substr(renaming.table.size()));
  }
  if (dotted != renaming.table + "." + renaming.column) return {};
  return renaming.table + "." + renaming.to;
}

// Places --------------------------------------------------------------------------------------

struct Place {
  std::string_view path;  // '*': every item
  Rewritten (*rewrite)(std::string_view, const Renaming&);
};

// Of a table's own columns, below the table.
constexpr Place kOwnPlaces[] = {
    {"surrogate_key", as_column},
    {"natural_key", as_column},
    {"grain", as_grain},
    {"grain_columns", as_column},
    {"foreign_keys/*/column", as_column},
    {"foreign_keys/*/columns", as_column},
    {"measures/*/name", as_column},
    {"measures/*/numerator", as_column},
    {"measures/*/denominator", as_column},
    {"measures/*/check", as_expression},
    {"measures/*/generated", as_expression},
    {"measures/*/fill/of", as_column},
    {"measures/*/fill/minus", as_column},
    {"measures/*/fill/where", as_column},
    {"measures/*/fill/on", as_column},
    {"measures/*/fill/with", as_column},
    {"measures/*/fill/formula", as_expression},
    {"measures/*/fill/cases/*/of", as_column},
    {"measures/*/fill/cases/*/formula", as_expression},
    {"measures/*/fill/else/of", as_column},
    {"measures/*/fill/else/formula", as_expression},
    {"columns/*/name", as_column},
    {"columns/*/check", as_expression},
    {"columns/*/generated", as_expression},
    {"columns/*/hierarchy", as_levels},
    {"columns/*/fill/of", as_column},
    {"columns/*/fill/minus", as_column},
    {"columns/*/fill/where", as_column},
    {"columns/*/fill/on", as_column},
    {"columns/*/fill/with", as_column},
    {"columns/*/fill/formula", as_expression},
    {"columns/*/fill/cases/*/of", as_column},
    {"columns/*/fill/cases/*/formula", as_expression},
    {"columns/*/fill/else/of", as_column},
    {"columns/*/fill/else/formula", as_expression},
    {"partitioning/column", as_column},
    {"primary_key", as_column},
    {"unique", as_column},
    {"checks", as_expression},
    {"checks/*/expression", as_expression},
    {"indexes/*/columns", as_column},
    {"indexes/*/descending", as_column},
    {"indexes/*/include", as_column},
    {"indexes/*/where", as_expression},
    {"distribution", as_distribution},
};
// A parent's columns, in any table's fills.
constexpr Place kReachingPlaces[] = {
    {"columns/*/fill/of", as_dotted},
    {"columns/*/fill/on", as_dotted},
    {"measures/*/fill/of", as_dotted},
    {"measures/*/fill/on", as_dotted},
};
constexpr Place kReferencePlace = {"foreign_keys/*/references", as_reference};
constexpr std::array<std::string_view, 4> kGroups = {"dimensions", "facts", "bridges", "tables"};

void visit_scalars(yaml::Node& node, const Place& place, const Renaming& renaming,
                   const OnMention& on_mention) {
  if (node.is_sequence()) {
    for (yaml::Node& child : node.children) visit_scalars(child, place, renaming, on_mention);
  } else if (node.is_scalar() && !node.is_null()) {
    if (auto text = place.rewrite(node.text, renaming)) {
      on_mention(node, MentionPart::kValue, std::move(*text));
    }
  }
}

void visit(yaml::Node& node, std::string_view path, const Place& place, const Renaming& renaming,
           const OnMention& on_mention) {
  if (path.empty()) return visit_scalars(node, place, renaming, on_mention);
  const std::string_view step = path.substr(0, path.find('/'));
  const std::string_view rest = path.substr(std::min(path.size(), step.size() + 1));
  if (step == "*") {
    for (yaml::Node& child : node.children) visit(child, rest, place, renaming, on_mention);
  } else if (yaml::Node* child = node.is_mapping() ? find_child(node, step) : nullptr) {
    visit(*child, rest, place, renaming, on_mention);
  }
}

template <class Body>
void each_table(yaml::Node& root, Body body) {
  yaml::Node* entities = find_child(root, "entities");
  if (entities == nullptr) return;
  for (const std::string_view group : kGroups) {
    yaml::Node* list = find_child(*entities, group);
    if (list == nullptr) continue;
    for (std::size_t i = 0; i < list->children.size(); ++i) body(*list, i);
  }
}

bool is_named(yaml::Node& node, std::string_view name) {
  const yaml::Node* found = node.find("name");
  return found != nullptr && found->text == name;
}

void dotted_mentions(yaml::Node& root, const Renaming& renaming, const OnMention& on_mention) {
  if (yaml::Node* synonyms = find_child(root, "synonyms")) {
    visit(*synonyms, "*", {"", as_dotted}, renaming, on_mention);
  }
  yaml::Node* dialects = find_child(root, "dialects");
  if (dialects == nullptr) return;
  for (yaml::Node& dialect : dialects->children) {
    yaml::Node* types = find_child(dialect, "types");
    if (types == nullptr) continue;
    for (yaml::Node& type : types->children) {
      if (auto key = as_dotted(type.key, renaming)) {
        on_mention(type, MentionPart::kKey, std::move(*key));
      }
    }
  }
}

}  // namespace

yaml::Node* find_child(yaml::Node& node, std::string_view key) {
  return const_cast<yaml::Node*>(node.find(key));  // of a node that is not const
}

ItemPlace find_table_place(yaml::Node& root, std::string_view table) {
  ItemPlace found;
  each_table(root, [&](yaml::Node& list, std::size_t index) {
    if (found.list == nullptr && is_named(list.children[index], table)) found = {&list, index};
  });
  return found;
}

yaml::Node* find_table_node(yaml::Node& root, std::string_view table) {
  const ItemPlace place = find_table_place(root, table);
  return place.list == nullptr ? nullptr : &place.node();
}

ItemPlace find_column_place(yaml::Node& table, std::string_view column) {
  for (const char* group : {"columns", "measures"}) {
    yaml::Node* list = find_child(table, group);
    if (list == nullptr) continue;
    for (std::size_t i = 0; i < list->children.size(); ++i) {
      if (is_named(list->children[i], column)) return {list, i};
    }
  }
  return {};
}

void each_mention(yaml::Node& root, const Renaming& renaming, const OnMention& on_mention) {
  each_table(root, [&](yaml::Node& list, std::size_t index) {
    yaml::Node& table = list.children[index];
    if (is_named(table, renaming.table)) {
      if (renaming.column.empty()) {
        on_mention(*find_child(table, "name"), MentionPart::kValue, renaming.to);
      } else {
        for (const Place& place : kOwnPlaces) {
          visit(table, place.path, place, renaming, on_mention);
        }
      }
    }
    visit(table, kReferencePlace.path, kReferencePlace, renaming, on_mention);
    for (const Place& place : kReachingPlaces) {
      visit(table, place.path, place, renaming, on_mention);
    }
  });
  dotted_mentions(root, renaming, on_mention);
}

void each_query_mention(yaml::Node& root, const Renaming& renaming, const OnQuery& on_query) {
  const auto look_at = [&](yaml::Node* query, std::string pointer) {
    if (query == nullptr || !query->is_scalar()) return;
    const auto has_word = [&](std::string_view word) {
      return in_sql(query->text, word, "").has_value();
    };
    if (has_word(renaming.table) && (renaming.column.empty() || has_word(renaming.column))) {
      on_query(*query, std::move(pointer));
    }
  };
  for (const char* group : {"views", "tests"}) {
    yaml::Node* list = find_child(root, group);
    if (list == nullptr) continue;
    for (std::size_t i = 0; i < list->children.size(); ++i) {
      yaml::Node& item = list->children[i];
      const std::string pointer = fmt::format("/{}/{}", group, i);
      look_at(find_child(item, "select"), pointer + "/select");
      yaml::Node* dialects = find_child(item, "dialects");
      if (dialects == nullptr) continue;
      for (yaml::Node& text : dialects->children) {
        look_at(&text, pointer + "/dialects/" + yaml::pointer_token(text.key));
      }
    }
  }
}

}  // namespace dbx::spec
