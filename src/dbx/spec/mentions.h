// Where a spec mentions tables and columns, and how a name is exchanged in each such place.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "dbx/yaml/yaml.h"

namespace dbx::spec {

// What becomes of a name: of a column of `table`, or, where `column` is empty, of the table itself.
struct Renaming {
  std::string table;
  std::string column;
  std::string to;
};

enum class MentionPart { kKey, kValue };
// `node`'s key or value would become `text`.
using OnMention = std::function<void(yaml::Node& node, MentionPart part, std::string text)>;

// Every place of the spec's tree that mentions the name, the definition's own name among them, in
// the order of the tree's kinds of place.
void each_mention(yaml::Node& root, const Renaming& renaming, const OnMention& on_mention);
// Every SQL text of a view or test whose words hold the table's name (and the column's).
using OnQuery = std::function<void(yaml::Node& node, std::string pointer)>;
void each_query_mention(yaml::Node& root, const Renaming& renaming, const OnQuery& on_query);

// The node of a table, of a column or measure in it; null where there is none.
yaml::Node* find_table_node(yaml::Node& root, std::string_view table);
// With the list it stands in.
struct ItemPlace {
  yaml::Node* list = nullptr;
  std::size_t index = 0;
  yaml::Node& node() const { return list->children[index]; }
};
ItemPlace find_table_place(yaml::Node& root, std::string_view table);
ItemPlace find_column_place(yaml::Node& table, std::string_view column);

yaml::Node* find_child(yaml::Node& node, std::string_view key);

}  // namespace dbx::spec
