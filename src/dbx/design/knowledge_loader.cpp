// Reads the knowledge files with the spec's own codecs: strict keys, located errors, the same
// columns.
#include "dbx/design/knowledge.h"

#include <iterator>
#include <thread>

#include "dbx/spec/codec.h"
#include "dbx/spec/fields.h"
#include "dbx/yaml/pack.h"

namespace dbx::spec {

using design::DimensionArchetype;
using design::DimensionUse;
using design::Industry;
using design::Knowledge;
using design::Process;
using design::WordMeaning;

namespace {

template <class>
struct MemberOf;
template <class T, class M>
struct MemberOf<M T::*> {
  using Owner = T;
  using Value = M;
};

template <auto member>
constexpr auto key(std::string_view name, std::string_view summary, bool required = false) {
  using Owner = typename MemberOf<decltype(member)>::Owner;
  using Value = typename MemberOf<decltype(member)>::Value;
  Field<Owner> result;
  result.key = name;
  result.required = required;
  result.summary = summary;
  result.read = [](Reader& reader, const yaml::Node& node, Owner& owner) {
    Codec<Value>::read(reader, node, owner.*member);
  };
  result.write = [](const Owner&) -> std::optional<yaml::Node> { return std::nullopt; };
  return result;
}

// Items of a list by the fields of a measure rather than those of a column.
Field<Process> measures_key() {
  Field<Process> result = key<&Process::measures>("measures", "what is counted or summed");
  result.read = [](Reader& reader, const yaml::Node& node, Process& process) {
    if (!node.is_sequence()) return reader.wrong_shape(node, "a list");
    for (const yaml::Node& child : node.children) {
      read_fields(reader, child, measure_fields(), process.measures.emplace_back());
    }
  };
  return result;
}

// Every key of a column but its name, which the word's user gives; plus `words`.
std::span<const Field<WordMeaning>> word_fields() {
  static const std::vector<Field<WordMeaning>> kFields = {
      key<&WordMeaning::words>("words", "last words of a name", true),
      {"type", true,
       [](Reader& reader, const yaml::Node& node, WordMeaning& word) {
         Codec<Type>::read(reader, node, word.column.type);
       },
       nullptr, "the type of such a column"},
      {"unit", false,
       [](Reader& reader, const yaml::Node& node, WordMeaning& word) {
         Codec<RareText>::read(reader, node, word.column.unit);
       },
       nullptr, "what it counts"},
      {"additivity", false,
       [](Reader& reader, const yaml::Node& node, WordMeaning& word) {
         Codec<std::optional<Additivity>>::read(reader, node, word.column.additivity);
       },
       nullptr, "additive, semi_additive or non_additive"},
      {"role", false,
       [](Reader& reader, const yaml::Node& node, WordMeaning& word) {
         Codec<std::optional<Role>>::read(reader, node, word.column.role);
       },
       nullptr, "attribute, flag, key, date or degenerate"},
      {"sensitivity", false,
       [](Reader& reader, const yaml::Node& node, WordMeaning& word) {
         Codec<std::optional<Sensitivity>>::read(reader, node, word.column.sensitivity);
       },
       nullptr, "none, internal, pii or secret"},
  };
  return kFields;
}

}  // namespace

template <>
std::span<const Field<WordMeaning>> fields_of<WordMeaning>() {
  return word_fields();
}

template <>
std::span<const Field<DimensionUse>> fields_of<DimensionUse>() {
  static const std::vector<Field<DimensionUse>> kFields = {
      key<&DimensionUse::dimension>("dimension", "the dimension's name", true),
      key<&DimensionUse::role>("role", "the part it plays"),
      key<&DimensionUse::optional>("optional", "true: a row may have none"),
      key<&DimensionUse::multivalued>("multivalued", "true: a row has several, through a bridge"),
  };
  return kFields;
}

template <>
struct Codec<DimensionUse> {  // a name, or a mapping
  static void read(Reader& reader, const yaml::Node& node, DimensionUse& use) {
    if (node.is_scalar()) {
      use.dimension = node.text;
    } else {
      read_fields(reader, node, fields_of<DimensionUse>(), use);
    }
  }
};

template <>
std::span<const Field<DimensionArchetype>> fields_of<DimensionArchetype>() {
  static const std::vector<Field<DimensionArchetype>> kFields = {
      key<&DimensionArchetype::name>("name", "without dim_", true),
      key<&DimensionArchetype::synonyms>("synonyms", "other words for it"),
      key<&DimensionArchetype::description>("description", "what a row stands for", true),
      key<&DimensionArchetype::natural_key>("natural_key", "the business key", true),
      key<&DimensionArchetype::own_key>("own_key",
                                        "type of a surrogate key that dbx does not number"),
      key<&DimensionArchetype::history>("history", "type1 or type2"),
      key<&DimensionArchetype::stands_for>("stands_for", "things it is a pattern for"),
      key<&DimensionArchetype::columns>("columns", "its attributes, the natural key first", true),
  };
  return kFields;
}

template <>
std::span<const Field<Industry>> fields_of<Industry>() {
  static const std::vector<Field<Industry>> kFields = {
      key<&Industry::name>("name", "as people say it", true),
      key<&Industry::synonyms>("synonyms", "other words for it", true),
      key<&Industry::everywhere>("everywhere", "true: any business has it too"),
      key<&Industry::processes>("processes", "what its prompts mean, the first one first", true),
  };
  return kFields;
}

template <>
std::span<const Field<Process>> fields_of<Process>() {
  static const std::vector<Field<Process>> kFields = {
      key<&Process::name>("name", "as people say it", true),
      key<&Process::synonyms>("synonyms", "other words for it", true),
      key<&Process::industries>("industries", "where it is found", true),
      key<&Process::fact>("fact", "the fact table's name", true),
      key<&Process::type>("type", "transaction, periodic_snapshot, ...", true),
      key<&Process::description>("description", "what a row stands for", true),
      key<&Process::grain>("grain", "one row per ...", true),
      key<&Process::grain_columns>("grain_columns", "the columns that identify a row", true),
      key<&Process::dimensions>("dimensions", "who, what, where and when", true),
      key<&Process::optional_dimensions>("optional_dimensions", "fit, but only on request"),
      key<&Process::columns>("columns", "degenerate dimensions"),
      key<&Process::milestones>("milestones", "roles of date, in order"),
      measures_key(),
      key<&Process::questions>("questions", "what is typically asked", true),
  };
  return kFields;
}

template <>
std::span<const Field<Knowledge>> fields_of<Knowledge>() {
  static const std::vector<Field<Knowledge>> kFields = {
      key<&Knowledge::processes>("processes", "business processes"),
      key<&Knowledge::dimensions>("dimensions", "dimension archetypes"),
      key<&Knowledge::patterns>("patterns", "how dimensions of unknown things are made"),
      key<&Knowledge::industries>("industries", "what a bare 'hotel' stands for"),
      key<&Knowledge::measure_words>("measures", "words that end a measure's name"),
      key<&Knowledge::attribute_words>("attributes", "words that end an attribute's name"),
      key<&Knowledge::unit_words>("units", "units behind a measure's name: 'in km'"),
  };
  return kFields;
}

}  // namespace dbx::spec

namespace dbx::design {
namespace {

std::vector<Phrase> phrases_of(std::string_view first, const std::vector<std::string>& others) {
  std::vector<Phrase> phrases;
  if (!first.empty()) phrases.push_back(phrase(first));
  for (const std::string& other : others) phrases.push_back(phrase(other));
  return phrases;
}

void complete_measure(spec::Column& measure) {
  if (!measure.additivity) measure.additivity = spec::Additivity::kAdditive;
  if (measure.default_aggregate) return;
  measure.default_aggregate = *measure.additivity == spec::Additivity::kNonAdditive
                                  ? spec::Aggregate::kAvg
                                  : spec::Aggregate::kSum;
}

void complete_dimension(DimensionArchetype& dimension) {
  dimension.phrases = phrases_of(dimension.name, dimension.synonyms);
  for (spec::Column& column : dimension.columns) {
    for (const std::string& natural : dimension.natural_key) {
      if (column.name == natural) column.nullable = false;
    }
  }
}

// What follows from what was written: phrases to match with, defaults of measures and keys.
void complete(Knowledge& knowledge) {
  for (Process& process : knowledge.processes) {
    process.phrases = phrases_of(process.name, process.synonyms);
    for (spec::Column& measure : process.measures) complete_measure(measure);
    for (spec::Column& column : process.columns) {
      column.nullable = false;
      if (!column.role) column.role = spec::Role::kDegenerate;
    }
  }
  for (auto* group : {&knowledge.dimensions, &knowledge.patterns}) {
    for (DimensionArchetype& dimension : *group) complete_dimension(dimension);
  }
  for (Industry& industry : knowledge.industries) {
    industry.phrases = phrases_of(industry.name, industry.synonyms);
  }
  for (WordMeaning& word : knowledge.measure_words) {
    word.phrases = phrases_of({}, word.words);
    complete_measure(word.column);
  }
  for (WordMeaning& word : knowledge.attribute_words) word.phrases = phrases_of({}, word.words);
  for (WordMeaning& word : knowledge.unit_words) word.phrases = phrases_of({}, word.words);
}

}  // namespace

const DimensionArchetype* Knowledge::dimension(std::string_view wanted) const {
  for (const DimensionArchetype& candidate : dimensions) {
    if (candidate.name == wanted) return &candidate;
  }
  return nullptr;
}

const Process* Knowledge::process(std::string_view wanted) const {
  for (const Process& candidate : processes) {
    if (candidate.name == wanted) return &candidate;
  }
  return nullptr;
}

const Industry* Knowledge::industry(std::string_view wanted) const {
  for (const Industry& candidate : industries) {
    if (candidate.name == wanted) return &candidate;
  }
  return nullptr;
}

const DimensionArchetype* Knowledge::pattern(std::string_view kind) const {
  for (const DimensionArchetype& candidate : patterns) {
    if (!kind.empty() && candidate.stands_for == kind) return &candidate;
  }
  return nullptr;
}

std::string key_column(const DimensionUse& use) {
  return (use.role.empty() ? use.dimension : use.role) + "_key";
}

namespace {

void read_file(const yaml::Document& document, const yaml::Node& root, Knowledge& knowledge,
               Diagnostics& problems) {
  spec::Reader reader(document);
  spec::read_fields(reader, root, spec::fields_of<Knowledge>(), knowledge);
  for (Diagnostic& problem : reader.take()) problems.push_back(std::move(problem));
}

// Some of the packed files, with what follows from what they say.
struct Part {
  Knowledge knowledge;
  Diagnostics problems;
};

Part load_part(std::span<const yaml::Node> files) {
  const yaml::Document nowhere;
  Part part;
  for (const yaml::Node& file : files) {
    const yaml::Node tree = yaml::unpack(file.find("tree")->text.view());
    read_file(nowhere, tree, part.knowledge, part.problems);
  }
  complete(part.knowledge);
  return part;
}

template <class T>
void append(std::vector<T>& all, std::vector<T>& part) {
  all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
}

// The packed files of the binary, by two threads: half of the time that a design takes. They were
// checked when the tests ran (knowledge_test.cpp), so that a start need not do it again.
Result<Knowledge> load_packed(std::string_view bytes) {
  const yaml::Node files = yaml::unpack(bytes);
  std::size_t size = 0;
  std::size_t half = 0;  // the first files, of half of all bytes
  for (const yaml::Node& file : files.children) {
    size += file.find("tree")->text.size();
    if (size <= bytes.size() / 2) ++half;
  }
  const std::span<const yaml::Node> all(files.children);
  Part rest;
  std::thread other([&] { rest = load_part(all.subspan(half)); });
  Part part = load_part(all.first(half));
  other.join();
  append(part.problems, rest.problems);
  if (!part.problems.empty()) return fail(std::move(part.problems));
  Knowledge& knowledge = part.knowledge;
  append(knowledge.processes, rest.knowledge.processes);
  append(knowledge.dimensions, rest.knowledge.dimensions);
  append(knowledge.patterns, rest.knowledge.patterns);
  append(knowledge.industries, rest.knowledge.industries);
  append(knowledge.measure_words, rest.knowledge.measure_words);
  append(knowledge.attribute_words, rest.knowledge.attribute_words);
  append(knowledge.unit_words, rest.knowledge.unit_words);
  return std::move(knowledge);
}

}  // namespace

Result<Knowledge> load_knowledge(std::span<const embedded::File> files) {
  Knowledge knowledge;
  Diagnostics problems;
  for (const embedded::File& file : files) {
    auto document = yaml::parse(std::string(file.contents), "knowledge/" + std::string(file.name));
    if (!document) {
      problems.insert(problems.end(), document.error().begin(), document.error().end());
      continue;
    }
    read_file(*document, document->root, knowledge, problems);
  }
  complete(knowledge);
  if (problems.empty()) problems = check_knowledge(knowledge);
  if (!problems.empty()) return fail(std::move(problems));
  return knowledge;
}

const Result<Knowledge>& knowledge() {
  // Never destroyed: a program that ends has better things to do.
  static const auto* const kKnowledge =
      new Result<Knowledge>(load_packed(embedded::knowledge()[0].contents));
  return *kKnowledge;
}

}  // namespace dbx::design
