// What ALTER SEQUENCE must say, and what must happen before it.
#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <map>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/postgres/statements.h"

namespace dbx::dialect::postgres {
namespace {

using Options = std::map<std::string, std::string>;

// START WITH 5 INCREMENT BY 2 CYCLE -> {START WITH: 5, INCREMENT BY: 2, CYCLE: ""}
Options read_options(const std::string& options) {
  static constexpr std::string_view kTwoWords[] = {"START WITH", "INCREMENT BY"};
  Options read;
  std::vector<std::string> words;
  for (const std::string_view word : text::split(options, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  for (std::size_t i = 0; i < words.size();) {
    std::string key = text::to_upper(words[i++]);
    for (const std::string_view two : kTwoWords) {
      if (two.starts_with(key + " ") && i < words.size()) {
        key = two;
        ++i;
        break;
      }
    }
    const bool takes_value = key != "CYCLE" && key != "NO";
    read[key] = takes_value && i < words.size() ? words[i++] : "";
  }
  return read;
}

std::string_view default_option(std::string_view key) {
  if (key == "AS") return "AS bigint";
  if (key == "INCREMENT BY") return "INCREMENT BY 1";
  if (key == "MINVALUE") return "NO MINVALUE";
  if (key == "MAXVALUE") return "NO MAXVALUE";
  if (key == "CACHE") return "CACHE 1";
  return "NO CYCLE";
}

// Where nothing is said, a sequence starts at its end.
std::string start_of(const Options& options) {
  const auto value = [&](const std::string& key, const std::string& otherwise) {
    const auto found = options.find(key);
    return found == options.end() || found->second.empty() ? otherwise : found->second;
  };
  const bool down = value("INCREMENT BY", "1").starts_with('-');
  return value("START WITH", down ? value("MAXVALUE", "-1") : value("MINVALUE", "1"));
}

struct Range {
  std::int64_t least;
  std::int64_t most;
};

std::int64_t number_of(const Options& options, const std::string& key, std::int64_t usual) {
  const auto found = options.find(key);
  if (found == options.end() || found->second.empty()) return usual;
  std::int64_t value = usual;
  std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
  return value;
}

// The values that it may give.
Range range_of(const Options& options) {
  const auto type = options.find("AS");
  Range all{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
  if (type != options.end() && type->second == "smallint") all = {-32'768, 32'767};
  if (type != options.end() && type->second == "integer") all = {-2'147'483'648, 2'147'483'647};
  const bool up = number_of(options, "INCREMENT BY", 1) > 0;
  return {number_of(options, "MINVALUE", up ? 1 : all.least),
          number_of(options, "MAXVALUE", up ? all.most : -1)};
}

}  // namespace

std::vector<std::string> changed_sequence_options(const std::string& from, const std::string& to) {
  const auto before = read_options(from);
  const auto after = read_options(to);
  std::vector<std::string> clauses;
  if (start_of(before) != start_of(after)) clauses.push_back("START WITH " + start_of(after));
  for (const auto& [key, value] : after) {
    if (key == "START WITH") continue;
    const auto old = before.find(key);
    if (old != before.end() && old->second == value) continue;
    clauses.push_back(value.empty() ? key : key + " " + value);
  }
  for (const auto& [key, value] : before) {
    const bool gone = key != "START WITH" && !after.contains(key);
    if (gone) clauses.emplace_back(default_option(key));
  }
  const Range old_range = range_of(before);
  const Range range = range_of(after);
  const bool apart = range.least > old_range.most || range.most < old_range.least;
  if (apart) clauses.push_back("RESTART WITH " + start_of(after));
  return clauses;
}

std::vector<std::string> alter_sequence(const schema::Sequence& from, const schema::Sequence& to) {
  std::vector<std::string> statements;
  const std::string name = quote(schema::name_of(to));
  const Range before = range_of(read_options(from.options));
  const Options options = read_options(to.options);
  const Range after = range_of(options);
  const bool apart = after.least > before.most || after.most < before.least;
  const bool up = number_of(options, "INCREMENT BY", 1) > 0;
  const bool may_wait = up ? after.least > before.least : after.most < before.most;
  // One that has not come as far as where it begins now is set there. One that is past its new end
  // is for the user to see to: PostgreSQL says so.
  if (may_wait && !apart) {
    const std::string begin = std::to_string(up ? after.least : after.most);
    statements.push_back(fmt::format(
        "DO $dbx$ BEGIN IF (SELECT last_value {0} {1} FROM {2}) THEN ALTER SEQUENCE {2} "
        "RESTART WITH {1}; END IF; END $dbx$",
        up ? "<" : ">", begin, name));
  }
  statements.push_back(
      fmt::format("ALTER SEQUENCE {} {}", name,
                  text::join(changed_sequence_options(from.options, to.options), " ")));
  return statements;
}

}  // namespace dbx::dialect::postgres
