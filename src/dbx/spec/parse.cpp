// YAML to Spec and back: the top of the tree; everything below it is in fields.cpp.
#include "dbx/spec/parse.h"

#include "dbx/spec/field.h"
#include "dbx/spec/fields.h"

namespace dbx::spec {
namespace {

// The groups under `entities`, each with its member, kind and keys.
struct Group {
  std::string_view key;
  std::vector<Table> Spec::*member;
  TableKind kind;
  std::span<const Field<Table>> (*fields)();
  std::string_view summary;
};

constexpr Group kGroups[] = {
    {"dimensions", &Spec::dimensions, TableKind::kDimension, dimension_fields,
     "who, what, where and when"},
    {"facts", &Spec::facts, TableKind::kFact, fact_fields, "what is measured"},
    {"bridges", &Spec::bridges, TableKind::kBridge, plain_table_fields,
     "many-to-many between dimensions"},
    {"tables", &Spec::tables, TableKind::kTable, plain_table_fields, "neither fact nor dimension"},
};

template <std::size_t index>
constexpr Field<Spec> group_field() {
  Field<Spec> field;
  field.key = kGroups[index].key;
  field.summary = kGroups[index].summary;
  field.read = [](Reader& reader, const yaml::Node& node, Spec& spec) {
    const Group& group = kGroups[index];
    if (node.is_null()) return;
    if (!node.is_sequence()) return reader.wrong_shape(node, "a list of tables");
    (spec.*group.member).reserve(node.children.size());
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      Table& table = (spec.*group.member).emplace_back();
      table.kind = group.kind;
      reader.inside(std::to_string(i),
                    [&] { read_fields(reader, node.children[i], group.fields(), table); });
    }
  };
  field.write = [](const Spec& spec) -> std::optional<yaml::Node> {
    const Group& group = kGroups[index];
    if ((spec.*group.member).empty()) return std::nullopt;
    yaml::Node list = yaml::sequence();
    for (const Table& table : spec.*group.member) {
      list.children.push_back(write_fields(group.fields(), table));
    }
    return list;
  };
  field.shape = [] {
    return Json{{"type", {"array", "null"}}, {"items", shape_of_fields(kGroups[index].fields())}};
  };
  return field;
}

constexpr Field<Spec> kEntityFields[] = {group_field<0>(), group_field<1>(), group_field<2>(),
                                         group_field<3>()};

Field<Spec> version_field() {
  Field<Spec> result =
      field<&Spec::version, Need::kRequired>("version", "the version of the spec language: 1");
  result.read = [](Reader& reader, const yaml::Node& node, Spec& spec) {
    Codec<int>::read(reader, node, spec.version);
    if (spec.version == 1) return;
    reader
        .error(Code::kUnsupportedVersion, node.span,
               fmt::format("version {} of the spec language is not known", node.text))
        .hint = "this dbx reads version 1";
    spec.version = 1;
  };
  result.shape = [] { return Json{{"const", 1}}; };
  return result;
}

Field<Spec> entities_field() {
  Field<Spec> result;
  result.key = "entities";
  result.required = true;
  result.summary = "dimensions, facts, bridges and tables";
  result.read = [](Reader& reader, const yaml::Node& node, Spec& spec) {
    read_fields(reader, node, std::span<const Field<Spec>>(kEntityFields), spec);
  };
  result.write = [](const Spec& spec) -> std::optional<yaml::Node> {
    return write_fields(std::span<const Field<Spec>>(kEntityFields), spec);
  };
  result.shape = [] { return shape_of_fields(std::span<const Field<Spec>>(kEntityFields)); };
  return result;
}

std::span<const Field<Spec>> spec_fields() {
  static const std::vector<Field<Spec>> kFields = {
      version_field(),
      field<&Spec::warehouse, Need::kRequired>("warehouse", "the warehouse's name"),
      field<&Spec::description>("description", "what the warehouse is for"),
      field<&Spec::naming>("naming", "style and prefixes of names"),
      field<&Spec::schemas>("schemas", "schemas (namespaces) that are to be there"),
      field<&Spec::enums>("enums", "types that are a list of words"),
      field<&Spec::sequences>("sequences", "sequences that no identity column implies"),
      entities_field(),
      field<&Spec::views>("views", "named queries"),
      field<&Spec::objects>("objects", "functions, triggers, ...: the statements that make them"),
      field<&Spec::dialects>("dialects", "what one engine does otherwise"),
      field<&Spec::synonyms>("synonyms", "a business word: the table or table.column it means"),
      field<&Spec::tests>("tests", "queries whose rows are violations"),
  };
  return kFields;
}

}  // namespace

Result<Source> read(std::string yaml, std::string_view file_name, const yaml::Limits& limits) {
  Source source;
  DBX_TRY(source.document, yaml::parse(std::move(yaml), std::string(file_name), limits));
  Reader reader(source.document);
  read_fields(reader, source.document.root, spec_fields(), source.spec);
  source.notes = reader.take();
  return source;
}

Result<Spec> parse(std::string_view yaml, std::string_view file_name) {
  DBX_TRY(Source source, read(std::string(yaml), file_name));
  if (has_errors(source.notes)) return fail(std::move(source.notes));
  return std::move(source.spec);
}

yaml::Node to_node(const Spec& spec) { return write_fields(spec_fields(), spec); }

Json json_schema() {
  Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"},
                 {"title", "dbx warehouse spec, version 1"}};
  schema.update(shape_of_fields(spec_fields()));
  return schema;
}

std::string print(const Spec& spec) { return yaml::print(to_node(spec)); }

void locate(Diagnostics& diagnostics, const yaml::Document& document) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.where.line == 0 && !diagnostic.where.pointer.empty()) {
      diagnostic.where = document.locate(diagnostic.where.pointer);
    }
  }
}

}  // namespace dbx::spec
