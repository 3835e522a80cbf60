// Reads and writes the memory; see memory.h.
#include "dbx/answer/memory.h"

#include <fmt/format.h>

#include <filesystem>

#include "dbx/answer/values.h"
#include "dbx/base/file.h"
#include "dbx/base/json.h"

namespace dbx::answer {
namespace {

std::string key_of(std::string_view question) {
  std::string key = fold(question);
  while (!key.empty() && (key.back() == '?' || key.back() == '.' || key.back() == ' ')) {
    key.pop_back();
  }
  return key;
}

Result<Json> load(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    return Json{{"version", 1}, {"databases", Json::object()}};
  }
  DBX_TRY(const std::string text, read_file(path));
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("databases") || !json["databases"].is_object()) {
    return fail(Code::kBadQuestions, fmt::format("'{}' is no memory of questions", path),
                "move it away: `dbx teach` begins a new one");
  }
  return json;
}

std::string text_at(const Json& item, const char* key) {
  return item.is_object() && item.contains(key) && item[key].is_string()
             ? item[key].get<std::string>()
             : std::string();
}

}  // namespace

const TaughtQuestion* Memory::find(std::string_view question) const {
  const std::string key = key_of(question);
  for (const TaughtQuestion& taught : questions) {
    if (key_of(taught.question) == key) return &taught;
  }
  return nullptr;
}

Result<Memory> load_memory(const std::string& path, const std::string& database) {
  DBX_TRY(const Json json, load(path));
  Memory memory;
  const auto found = json["databases"].find(database);
  if (found == json["databases"].end() || !found->is_object()) return memory;
  for (const Json& item : found->value("synonyms", Json::array())) {
    memory.words.push_back({text_at(item, "words"), text_at(item, "means")});
  }
  for (const Json& item : found->value("questions", Json::array())) {
    memory.questions.push_back({text_at(item, "question"), text_at(item, "sql")});
  }
  return memory;
}

Status save_memory(const std::string& path, const std::string& database, const Memory& memory) {
  DBX_TRY(Json json, load(path));
  Json words = Json::array();
  for (const TaughtWord& word : memory.words) {
    words.push_back({{"words", word.words}, {"means", word.means}});
  }
  Json questions = Json::array();
  for (const TaughtQuestion& taught : memory.questions) {
    questions.push_back({{"question", taught.question}, {"sql", taught.sql}});
  }
  json["databases"][database] = {{"synonyms", std::move(words)},
                                 {"questions", std::move(questions)}};
  return write_file(path, json.dump(2) + "\n");
}

}  // namespace dbx::answer
