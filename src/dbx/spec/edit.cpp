// Every edit is made twice: on the spec's canonical tree, which says what the result must mean, and
// on the text by place. The text counts only if it reads as the tree does.
#include "dbx/spec/edit.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/spec/codec.h"
#include "dbx/spec/fields.h"
#include "dbx/spec/mentions.h"
#include "dbx/spec/parse.h"
#include "dbx/spec/splice.h"

namespace dbx::spec {
namespace {

struct TableList {
  std::string_view key;
  std::vector<Table> Spec::*member;
};

TableList list_of(TableKind kind) {
  switch (kind) {
    case TableKind::kDimension:
      return {"dimensions", &Spec::dimensions};
    case TableKind::kFact:
      return {"facts", &Spec::facts};
    case TableKind::kBridge:
      return {"bridges", &Spec::bridges};
    case TableKind::kTable:
      break;
  }
  return {"tables", &Spec::tables};
}

// The table as a spec that holds only it says it.
yaml::Node table_node(const Table& table) {
  const TableList list = list_of(table.kind);
  Spec alone;
  (alone.*list.member).push_back(table);
  const yaml::Node root = to_node(alone);
  return root.find("entities")->find(list.key)->children.at(0);
}

class Editor {
 public:
  Editor(Source& source, yaml::Node& tree)
      : document_(source.document), spec_(source.spec), tree_(tree), splicer_(source.document) {}

  Diagnostics notes;

  Status operator()(const RenameTable& edit) {
    DBX_CHECK_OK(need_table(edit.table));
    if (edit.table == edit.to) return {};
    DBX_CHECK_OK(need_name(edit.to));
    const bool is_view = std::any_of(spec_.views.begin(), spec_.views.end(),
                                     [&](const View& view) { return view.name == edit.to; });
    if (find_table(spec_, edit.to) != nullptr || is_view) return name_taken(edit.to);
    yaml::Node* node = find_table_node(document_.root, edit.table);
    yaml::Node* canonical = find_table_node(tree_, edit.table);
    DBX_CHECK_OK(rename({edit.table, "", edit.to}));
    return remember(*node, *canonical, edit.table);
  }

  Status operator()(const RenameColumn& edit) {
    DBX_CHECK_OK(need_column(edit.table, edit.column));
    if (edit.column == edit.to) return {};
    DBX_CHECK_OK(need_name(edit.to));
    const auto columns = effective_columns(spec_, *find_table(spec_, edit.table));
    for (const EffectiveColumn& other : columns) {
      if (other.column.name == edit.to) return name_taken(edit.table + "." + edit.to);
    }
    const auto find = [&](yaml::Node& root) {
      return &find_column_place(*find_table_node(root, edit.table), edit.column).node();
    };
    yaml::Node* node = find(document_.root);
    yaml::Node* canonical = find(tree_);
    DBX_CHECK_OK(rename({edit.table, edit.column, edit.to}));
    return remember(*node, *canonical, edit.column);
  }

  Status operator()(const AddColumn& edit) {
    DBX_CHECK_OK(need_new_column(edit.table, edit.column.name));
    add_to_list(edit.table, "columns", write_fields(fields_of<Column>(), edit.column));
    return {};
  }

  Status operator()(const AddMeasure& edit) {
    DBX_CHECK_OK(need_new_column(edit.table, edit.measure.name));
    add_to_list(edit.table, "measures", write_fields(measure_fields(), edit.measure));
    return {};
  }

  Status operator()(const AddForeignKey& edit) {
    DBX_CHECK_OK(need_new_column(edit.table, edit.key.columns.at(0)));
    DBX_CHECK_OK(need_table(edit.key.references.table));
    add_to_list(edit.table, "foreign_keys", write_fields(fields_of<ForeignKey>(), edit.key));
    return {};
  }

  Status operator()(const AddTable& edit) {
    if (find_table(spec_, edit.table.name) != nullptr) return name_taken(edit.table.name);
    const TableList list = list_of(edit.table.kind);
    const yaml::Node item = table_node(edit.table);
    yaml::Node* entities = find_child(document_.root, "entities");
    if (entities == nullptr || !entities->is_mapping() || entities->children.empty()) {
      return fail(Code::kEditNotSafe, "the spec has no tables to put another beside",
                  "write the first table by hand");
    }
    if (yaml::Node* tables = find_child(*entities, list.key)) {
      splicer_.add_item(*tables, item);
    } else {
      splicer_.add_entry(*entities, entities->children.back(), list.key, yaml::sequence({item}));
    }
    yaml::Node& canonical = *find_child(tree_, "entities");
    yaml::Node* tables = find_child(canonical, list.key);
    if (tables == nullptr) tables = &yaml::add(canonical, std::string(list.key), yaml::sequence());
    tables->children.push_back(item);
    return {};
  }

  Status operator()(const SetHistory& edit) {
    DBX_CHECK_OK(need_table(edit.table));
    if (find_table(spec_, edit.table)->history == edit.history) return {};
    const std::string value = edit.history == History::kType2 ? "type2" : "type1";
    yaml::Node& table = *find_table_node(document_.root, edit.table);
    if (yaml::Node* held = find_child(table, "history")) {
      splicer_.set_value(*held, value);
    } else {
      splicer_.add_entry(table, *find_child(table, "name"), "history", yaml::scalar(value));
    }
    yaml::Node& canonical = *find_table_node(tree_, edit.table);
    if (yaml::Node* held = find_child(canonical, "history")) {
      held->text = value;
    } else {
      yaml::add(canonical, "history", yaml::scalar(value));
    }
    return {};
  }

  Status operator()(const RemoveForeignKey& edit) {
    DBX_CHECK_OK(need_table(edit.table));
    const auto& keys = find_table(spec_, edit.table)->foreign_keys;
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const ForeignKey& held) {
      return held.columns.at(0) == edit.column;
    });
    if (key == keys.end()) {
      return fail(Code::kUnknownColumn,
                  fmt::format("{} has no foreign key of '{}'", edit.table, edit.column));
    }
    const auto index = static_cast<std::size_t>(key - keys.begin());
    const auto place = [&](yaml::Node& root) {
      return ItemPlace{find_child(*find_table_node(root, edit.table), "foreign_keys"), index};
    };
    if (keys.size() == 1) {
      return fail(Code::kEditNotSafe, "it is the table's only foreign key", "edit it by hand");
    }
    remove(place(document_.root), place(tree_));
    return {};
  }

  Status operator()(const RemoveTable& edit) {
    DBX_CHECK_OK(need_table(edit.table));
    const ItemPlace place = find_table_place(document_.root, edit.table);
    DBX_CHECK_OK(refuse_mentions({edit.table, "", ""}, place.node(), edit.table));
    remove(place, find_table_place(tree_, edit.table));
    return {};
  }

  Status operator()(const RemoveColumn& edit) {
    DBX_CHECK_OK(need_column(edit.table, edit.column));
    const auto find = [&](yaml::Node& root) {
      return find_column_place(*find_table_node(root, edit.table), edit.column);
    };
    const ItemPlace place = find(document_.root);
    DBX_CHECK_OK(refuse_mentions({edit.table, edit.column, ""}, place.node(),
                                 edit.table + "." + edit.column));
    remove(place, find(tree_));
    return {};
  }

  std::string text() const { return splicer_.result(); }

 private:
  Status need_table(std::string_view table) {
    if (find_table(spec_, table) != nullptr) return {};
    std::vector<std::string> names;
    for (const TablePlace& place : all_tables(spec_)) names.push_back(place.table->name);
    const auto near = text::nearest(table, names);
    return fail(Code::kUnknownTable, fmt::format("the spec has no table '{}'", table),
                near ? fmt::format("did you mean '{}'?", *near) : "");
  }

  Status need_new_column(std::string_view table, const std::string& column) {
    DBX_CHECK_OK(need_table(table));
    for (const EffectiveColumn& other : effective_columns(spec_, *find_table(spec_, table))) {
      if (other.column.name == column) return name_taken(fmt::format("{}.{}", table, column));
    }
    return {};
  }

  // An item more in a list of the table, made where it is missing.
  void add_to_list(std::string_view table, std::string_view list, const yaml::Node& item) {
    yaml::Node& node = *find_table_node(document_.root, table);
    if (yaml::Node* items = find_child(node, list)) {
      splicer_.add_item(*items, item);
    } else {
      splicer_.add_entry(node, node.children.back(), list, yaml::sequence({item}));
    }
    yaml::Node& canonical = *find_table_node(tree_, table);
    yaml::Node* items = find_child(canonical, list);
    if (items == nullptr) items = &yaml::add(canonical, std::string(list), yaml::sequence());
    items->children.push_back(item);
  }

  Status need_column(std::string_view table, std::string_view column) {
    DBX_CHECK_OK(need_table(table));
    const Table& found = *find_table(spec_, table);
    std::vector<std::string> names;
    for (const auto* group : {&found.columns, &found.measures}) {
      for (const Column& declared : *group) names.push_back(declared.name);
    }
    if (std::find(names.begin(), names.end(), column) != names.end()) return {};
    const auto columns = effective_columns(spec_, found);
    const bool implied =
        std::any_of(columns.begin(), columns.end(),
                    [&](const EffectiveColumn& known) { return known.column.name == column; });
    const auto near = text::nearest(column, names);
    return fail(Code::kUnknownColumn,
                implied ? fmt::format("'{}.{}' is not declared", table, column)
                        : fmt::format("{} has no column '{}'", table, column),
                implied ? "add it to the table's columns first"
                : near  ? fmt::format("did you mean '{}'?", *near)
                        : "");
  }

  // Grains, references and hierarchies are lists of names: some signs would cut one in two.
  static Status need_name(std::string_view name) {
    if (!name.empty() && text::trim(name) == name &&
        name.find_first_of(",()>.") == std::string_view::npos) {
      return {};
    }
    return fail(Code::kBadIdentifier, fmt::format("'{}' cannot be a name here", name),
                "leave out commas, parentheses, '>' and '.', and spaces at the ends");
  }

  static Status name_taken(const std::string& name) {
    return fail(Code::kDuplicateName, fmt::format("there is a '{}' already", name));
  }

  Diagnostic& mention(Severity severity, const yaml::Span& span, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = Code::kStillMentioned;
    diagnostic.severity = severity;
    diagnostic.message = std::move(message);
    diagnostic.where = document_.location(span);
    return notes.emplace_back(std::move(diagnostic));
  }

  static const yaml::Span& span_of(const yaml::Node& node, MentionPart part) {
    return part == MentionPart::kKey ? node.key_span : node.span;
  }

  Status rename(const Renaming& renaming) {
    Diagnostics problems;
    each_mention(document_.root, renaming,
                 [&](yaml::Node& node, MentionPart part, const std::string& text) {
                   if (part == MentionPart::kKey) return splicer_.set_key(node, text);
                   if (splicer_.set_value(node, text)) return;
                   Diagnostic problem;
                   problem.code = Code::kEditNotSafe;
                   problem.message = "a name in a block of text cannot be exchanged by place";
                   problem.hint = "write the text on one line, or edit it by hand";
                   problem.where = document_.location(span_of(node, part));
                   problems.push_back(std::move(problem));
                 });
    if (!problems.empty()) return fail(std::move(problems));
    each_mention(tree_, renaming, [](yaml::Node& node, MentionPart part, const std::string& text) {
      (part == MentionPart::kKey ? node.key : node.text) = text;
    });
    const std::string& name = renaming.column.empty() ? renaming.table : renaming.column;
    each_query_mention(document_.root, renaming, [&](yaml::Node& node, const std::string& pointer) {
      Diagnostic& note =
          mention(Severity::kWarning, node.span, fmt::format("this SQL still says '{}'", name));
      note.where.pointer = pointer;
      note.hint = "rewrite it by hand where it means the one that was renamed";
    });
    return {};
  }

  // Says in the definition what its name was.
  Status remember(yaml::Node& node, yaml::Node& canonical, const std::string& old_name) {
    const yaml::Node value = yaml::scalar(old_name);
    if (yaml::Node* before = find_child(node, "renamed_from")) {
      if (!splicer_.set_value(*before, old_name)) {
        return fail(Code::kEditNotSafe, "renamed_from is a block of text", "write it on one line");
      }
      find_child(canonical, "renamed_from")->text = old_name;
      return {};
    }
    splicer_.add_entry(node, *find_child(node, "name"), "renamed_from", value);
    yaml::add(canonical, "renamed_from", value);
    return {};
  }

  Status refuse_mentions(const Renaming& renaming, const yaml::Node& own, std::string_view what) {
    const auto refuse = [&](yaml::Node& node, MentionPart part, const std::string&) {
      const yaml::Span& span = span_of(node, part);
      const bool inside = span.begin >= own.span.begin && span.end <= own.span.end;
      if (inside) return;
      mention(Severity::kError, span, fmt::format("'{}' is still mentioned here", what)).hint =
          "take this out first";
    };
    each_mention(document_.root, renaming, refuse);
    each_query_mention(document_.root, renaming, [&](yaml::Node& node, const std::string&) {
      refuse(node, MentionPart::kValue, {});
    });
    if (notes.empty()) return {};
    return fail(std::move(notes));
  }

  void remove(const ItemPlace& place, const ItemPlace& canonical) {
    splicer_.remove_item(*place.list, place.index);
    auto& items = canonical.list->children;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(canonical.index));
  }

  yaml::Document& document_;
  const Spec& spec_;
  yaml::Node& tree_;
  Splicer splicer_;
};

}  // namespace

Result<Edited> edit(std::string text, std::string_view file_name, const Edit& edit) {
  DBX_TRY(Source source, read(std::move(text), file_name));
  if (has_errors(source.notes)) return fail(std::move(source.notes));
  yaml::Node tree = to_node(source.spec);
  Editor editor(source, tree);
  DBX_CHECK_OK(std::visit(editor, edit));
  Edited edited;
  edited.text = editor.text();
  edited.notes = std::move(editor.notes);
  DBX_TRY(const Spec meant, parse(yaml::print(tree), file_name));
  auto written = parse(edited.text, file_name);
  if (!written || *written != meant) {
    return fail(Code::kEditNotSafe, "the text is written in a way that cannot be edited by place",
                "nothing was changed; edit it by hand");
  }
  edited.spec = std::move(*written);
  return edited;
}

}  // namespace dbx::spec
