// SELECT as what it means: relations by number in place of their aliases, every column with the
// relation that it is of, * written out, ordinals and aliases in GROUP BY and ORDER BY as what they
// stand for.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/meaning_writer.h"
#include "dbx/sql/parse.h"

namespace dbx::dialect::postgres {
namespace {

using sql::inside;
using sql::kind_of;
using sql::member;
using sql::text_of;

bool is_set_operation(const Json& select) {
  const std::string op = text_of(select, "op");
  return !op.empty() && op != "SETOP_NONE";
}

std::vector<std::string> column_aliases(const Json& alias) {
  return sql::strings_of(member(alias, "colnames"));
}

void rename(std::vector<KnownColumn>& columns, const std::vector<std::string>& names) {
  if (columns.size() < names.size()) columns.resize(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) columns[i].name = names[i];
}

// The number of an ordinal, counted from 1; 0: it is none.
std::size_t ordinal(const Json& node) {
  if (kind_of(node) != "A_Const") return 0;
  const Json& number = member(member(inside(node), "ival"), "ival");
  return number.is_number_integer() && number.get<long>() > 0 ? number.get<std::size_t>() : 0;
}

}  // namespace

void MeaningWriter::add_item(std::string alias, std::string schema,
                             std::vector<KnownColumn> columns) {
  scope_->items.push_back(
      {std::move(alias), std::move(schema), fmt::format("${}", ++items_), std::move(columns)});
}

std::string MeaningWriter::select(const Json& node, const std::vector<KnownColumn>* names) {
  const std::size_t ctes = ctes_.size();
  Scope scope;
  scope.outer = scope_;
  Scope* const around = scope_;
  std::vector<Target> targets_around = std::move(targets_);
  targets_.clear();
  std::string text = "select" + with(member(node, "withClause"));
  if (is_set_operation(node)) {
    text += set_operation(node, names);
  } else {
    scope_ = &scope;
    text += " from";
    for (const Json& item : member(node, "fromClause")) text += " " + from(item);
    targets(member(node, "targetList"));
    for (std::size_t i = 0; names != nullptr && i < targets_.size() && i < names->size(); ++i) {
      targets_[i].name = (*names)[i].name;
    }
    for (const Target& target : targets_) {
      text += " " + in_double_quotes(target.name) + "=" + target.value;
    }
    for (const Json& item : member(node, "groupClause")) text += " group:" + grouped(item);
    for (const Json& item : member(node, "distinctClause")) text += " distinct:" + grouped(item);
    for (const char* key : {"whereClause", "havingClause", "windowClause", "valuesLists"}) {
      if (node.contains(key)) text += fmt::format(" {}:{}", key, write(node[key]));
    }
    output_.clear();
    for (const Target& target : targets_) output_.push_back({target.name, target.family});
    if (node.contains("valuesLists") && !node["valuesLists"].empty()) {
      const std::size_t count = member(inside(node["valuesLists"].at(0)), "items").size();
      for (std::size_t i = 1; i <= count; ++i) output_.push_back({fmt::format("column{}", i)});
    }
  }
  const std::vector<KnownColumn> output = output_;
  text += sorted(member(node, "sortClause"), is_set_operation(node));
  for (const char* key : {"limitCount", "limitOffset", "lockingClause"}) {
    if (node.contains(key)) text += fmt::format(" {}:{}", key, write(node[key]));
  }
  if (text_of(node, "limitOption") == "LIMIT_OPTION_WITH_TIES") text += " with ties";
  output_ = output;
  targets_ = std::move(targets_around);
  scope_ = around;
  ctes_.resize(ctes);
  return text + ")";
}

std::string MeaningWriter::set_operation(const Json& node, const std::vector<KnownColumn>* names) {
  const std::string left = select(member(node, "larg"), names);
  std::vector<KnownColumn> output = output_;
  const std::string right = select(member(node, "rarg"), &output);
  output_ = output;
  for (const KnownColumn& column : output) targets_.push_back({column.name, "", column.family});
  return fmt::format(" ({}{} {} {})", text_of(node, "op"), sql::flag_of(node, "all") ? " all" : "",
                     left, right);
}

std::string MeaningWriter::with(const Json& clause) {
  if (clause.is_null()) return "(";
  std::string text = "(with";
  if (sql::flag_of(clause, "recursive")) text += " recursive";
  for (const Json& item : member(clause, "ctes")) {
    const Json& cte = inside(item);
    const std::string name = text_of(cte, "ctename");
    const std::vector<std::string> aliases = sql::strings_of(member(cte, "aliascolnames"));
    const Json& query = member(cte, "ctequery");
    // One that reads itself has the columns of its first part.
    std::vector<KnownColumn> columns;
    const Json& first = inside(query);
    if (sql::flag_of(clause, "recursive") && is_set_operation(first)) {
      const int items = items_;
      select(member(first, "larg"));
      items_ = items;
      columns = output_;
    }
    rename(columns, aliases);
    ctes_.push_back({name, columns});
    std::string written = write(query);
    columns = output_;
    rename(columns, aliases);
    ctes_.back().columns = columns;
    const std::string how = text_of(cte, "ctematerialized");
    text += fmt::format(" {} {} {}", in_double_quotes(name),
                        how == "CTEMaterializeDefault" ? "" : how, written);
    for (const std::string& alias : aliases) text += " " + in_double_quotes(alias);
  }
  return text;
}

std::string MeaningWriter::from(const Json& node) {
  const std::string kind = kind_of(node);
  if (kind == "RangeVar") return relation(inside(node));
  if (kind == "JoinExpr") return join(inside(node));
  if (kind == "RangeSubselect") return subselect(inside(node));
  if (kind == "RangeFunction") return range_function(inside(node));
  const Json& alias = member(inside(node), "alias");
  std::string text = write(node);
  add_item(text_of(alias, "aliasname"), "", {});
  return text;
}

std::string MeaningWriter::relation(const Json& node) {
  std::string schema = text_of(node, "schemaname");
  if (schema == "public") schema.clear();
  const std::string name = text_of(node, "relname");
  const Json& alias = member(node, "alias");
  std::vector<KnownColumn> columns;
  const auto cte = std::find_if(ctes_.rbegin(), ctes_.rend(),
                                [&](const Cte& known) { return known.name == name; });
  if (schema.empty() && cte != ctes_.rend()) {
    columns = cte->columns;
  } else if (catalog_ != nullptr) {
    columns = catalog_->columns({schema, name});
  }
  std::string text = in_double_quotes(name);
  if (!schema.empty()) text = in_double_quotes(schema) + "." + text;
  if (!sql::flag_of(node, "inh")) text += " only";
  const std::vector<std::string> names = column_aliases(alias);
  rename(columns, names);
  for (const std::string& column : names) text += " " + in_double_quotes(column);
  const std::string called = text_of(alias, "aliasname");
  add_item(called.empty() ? name : called, called.empty() ? schema : "", std::move(columns));
  return text;
}

void MeaningWriter::merge(const std::vector<std::string>& columns, std::size_t left,
                          std::size_t right, const std::string& kind) {
  for (const std::string& name : columns) {
    Resolved resolved{in_double_quotes(name), Family::kUnknown, true};
    const auto known = std::find_if(scope_->merged.begin(), scope_->merged.end(),
                                    [&](const auto& item) { return item.first == name; });
    if (kind == "JOIN_RIGHT") {
      resolved = scope_->find("", name, right);
    } else if (kind != "JOIN_FULL") {
      if (known != scope_->merged.end()) continue;
      for (std::size_t i = left; i < right && resolved.family == Family::kUnknown; ++i) {
        const ScopeItem& item = scope_->items[i];
        for (const KnownColumn& column : item.columns) {
          if (column.name != name || item.key.empty()) continue;
          resolved = {in_double_quotes(item.key) + "." + in_double_quotes(name), column.family,
                      true};
          i = right;
          break;
        }
      }
    }
    if (known != scope_->merged.end()) {
      known->second = resolved;
    } else {
      scope_->merged.emplace_back(name, resolved);
    }
  }
}

std::string MeaningWriter::join(const Json& node) {
  const std::size_t left = scope_->items.size();
  const std::string left_text = from(member(node, "larg"));
  const std::size_t right = scope_->items.size();
  const std::string right_text = from(member(node, "rarg"));
  const std::string kind = text_of(node, "jointype");
  std::vector<std::string> shared = sql::strings_of(member(node, "usingClause"));
  std::string text = fmt::format("({} {} {}", kind, left_text, right_text);
  if (sql::flag_of(node, "isNatural")) {
    text += " natural";
    for (std::size_t i = left; i < right; ++i) {
      for (const KnownColumn& column : scope_->items[i].columns) {
        const bool both = std::any_of(
            scope_->items.begin() + static_cast<std::ptrdiff_t>(right), scope_->items.end(),
            [&](const ScopeItem& item) {
              return std::any_of(item.columns.begin(), item.columns.end(),
                                 [&](const KnownColumn& c) { return c.name == column.name; });
            });
        if (both) shared.push_back(column.name);
      }
    }
  } else {
    for (const std::string& column : shared) text += " using " + in_double_quotes(column);
  }
  merge(shared, left, right, kind);
  if (node.contains("quals")) text += " on " + write(node["quals"]);
  return text + ")";
}

std::string MeaningWriter::subselect(const Json& node) {
  Scope* const here = scope_;
  const bool lateral = sql::flag_of(node, "lateral");
  Scope around;
  if (!lateral && here->outer != nullptr) around = *here->outer;
  scope_ = lateral ? here : &around;
  std::string text = (lateral ? "lateral " : "") + write(member(node, "subquery"));
  scope_ = here;
  std::vector<KnownColumn> columns = output_;
  const Json& alias = member(node, "alias");
  const std::vector<std::string> names = column_aliases(alias);
  rename(columns, names);
  for (const std::string& column : names) text += " " + in_double_quotes(column);
  add_item(text_of(alias, "aliasname"), "", std::move(columns));
  return text;
}

// A function's only column is called as its alias; the server writes that down.
std::string MeaningWriter::range_function(const Json& node) {
  const Json& alias = member(node, "alias");
  std::string text = "(";
  std::string called = text_of(alias, "aliasname");
  for (const Json& function : member(node, "functions")) {
    const Json& call = member(inside(function), "items").at(0);
    if (called.empty()) called = figured_name(call);
    text += " " + write(call);
  }
  std::vector<std::string> names = column_aliases(alias);
  if (names.empty()) names = {called};
  std::vector<KnownColumn> columns;
  rename(columns, names);
  for (const std::string& name : names) text += " " + in_double_quotes(name);
  if (sql::flag_of(node, "ordinality")) text += " ordinality";
  if (node.contains("coldeflist")) text += " " + write(node["coldeflist"]);
  add_item(called, "", std::move(columns));
  return text + ")";
}

// a.*, *: nothing where the columns are not all known.
bool MeaningWriter::add_star(const Json& fields) {
  std::vector<std::pair<std::string, Resolved>> all;
  if (fields.size() == 1) {
    for (const ScopeItem& item : scope_->items) {
      if (item.columns.empty()) return false;
    }
    all = scope_->merged;
  }
  const std::size_t merged = all.size();
  for (const ScopeItem& item : scope_->items) {
    const bool wanted =
        fields.size() == 1 || item.alias == text_of(inside(fields.at(fields.size() - 2)), "sval");
    if (!wanted) continue;
    if (item.columns.empty()) return false;
    for (const KnownColumn& column : item.columns) {
      const auto end = all.begin() + static_cast<std::ptrdiff_t>(merged);
      const bool is_merged = std::any_of(
          all.begin(), end, [&](const auto& known) { return known.first == column.name; });
      if (is_merged) continue;
      all.emplace_back(column.name,
                       Resolved{in_double_quotes(item.key) + "." + in_double_quotes(column.name),
                                column.family, true});
    }
  }
  for (auto& [name, resolved] : all) {
    targets_.push_back({name, std::move(resolved.text), resolved.family});
  }
  return !all.empty();
}

void MeaningWriter::targets(const Json& list) {
  for (const Json& item : list) {
    const Json& target = inside(item);
    const Json& value = member(target, "val");
    if (kind_of(value) == "ColumnRef") {
      const Json& fields = member(inside(value), "fields");
      const bool star = !fields.empty() && kind_of(fields.back()) == "A_Star";
      if (star && add_star(fields)) continue;
    }
    std::string name = text_of(target, "name");
    if (name.empty()) name = figured_name(value);
    if (name.empty()) name = "?column?";
    // A cast of the result itself gives the view's column its type.
    std::string written = kind_of(value) == "TypeCast" ? cast(inside(value), true) : write(value);
    targets_.push_back({std::move(name), std::move(written), family(value)});
  }
}

const MeaningWriter::Target* MeaningWriter::target_called(const Json& node) const {
  if (kind_of(node) != "ColumnRef") return nullptr;
  const Json& fields = member(inside(node), "fields");
  if (fields.size() != 1 || kind_of(fields.at(0)) != "String") return nullptr;
  const std::string name = text_of(inside(fields.at(0)), "sval");
  for (const Target& target : targets_) {
    if (target.name == name) return &target;
  }
  return nullptr;
}

// In GROUP BY a column of FROM goes before a result of that name.
std::string MeaningWriter::grouped(const Json& node) {
  const std::size_t number = ordinal(node);
  if (number > 0 && number <= targets_.size()) return targets_[number - 1].value;
  const Target* target = target_called(node);
  if (target != nullptr && !resolve(inside(node)).found) return target->value;
  return node.is_null() || node.empty() ? "" : write(node);
}

// In ORDER BY a result goes before a column. Of a UNION only results can be sorted by: by number.
std::string MeaningWriter::sorted(const Json& list, bool by_number) {
  std::string text;
  for (const Json& item : list) {
    const Json& value = member(inside(item), "node");
    const std::size_t number = ordinal(value);
    const Target* target = target_called(value);
    if (number > 0 && number <= targets_.size()) target = &targets_[number - 1];
    std::string written;
    if (target == nullptr) {
      written = write(value);
    } else {
      written = by_number ? fmt::format("#{}", target - targets_.data() + 1) : target->value;
    }
    text += " sort:" + sort(inside(item), written);
  }
  return text;
}

}  // namespace dbx::dialect::postgres
