// Locales: every one speaks, a row's columns agree, names and places come as often as declared,
// e-mail addresses differ, mixtures keep their shares. The seed is fixed; the bounds of statistics
// are five standard errors or more away.
#include "dbx/seed/locale/table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <regex>
#include <set>

#include "dbx/base/embedded.h"
#include "dbx/base/hash.h"
#include "dbx/seed/locale/names.h"
#include "dbx/seed/registry.h"
#include "seed/support.h"

namespace dbx::seed {
namespace {

using Texts = std::vector<std::string>;

std::string column(const std::string& name, const std::string& fill,
                   const std::string& more = "nullable: false") {
  return "{name: " + name + ", type: TEXT, " + more + ", fill: " + fill + "}";
}
std::string in(const std::string& generator, const std::string& locale) {
  return "{generator: " + generator + ", locale: " + locale + "}";
}
std::vector<Texts> rows_of(const std::vector<std::string>& columns, std::int64_t rows,
                           Options options = {}) {
  options.rows["dim_thing"] = rows;
  const SeedPlan plan = plan_of(one_table(columns), options);
  return sample(*plan.find("dim_thing")->source, {0, rows});
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80        ? 1
                             : lead >> 5U == 6  ? 2
                             : lead >> 4U == 14 ? 3
                             : lead >> 3U == 30 ? 4
                                                : 0;
    if (size == 0 || i + size > text.size()) return false;
    for (std::size_t k = 1; k < size; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80) return false;
    }
    i += size;
  }
  return true;
}

TEST(locale, there_are_more_than_seventy_and_the_table_names_its_sources) {
  EXPECT_GE(locale_names().size(), 77U);
  ASSERT_EQ(locale_sources().size(), 4U);
  EXPECT_NE(locale_sources()[2].find("GeoNames, CC BY 4.0"), std::string_view::npos);
  EXPECT_EQ(locale_title(*find_locale("de_AT")), "German (Austria)");
}

TEST(locale, the_packed_bytes_are_the_pinned_ones) {
  const std::string pinned =
      test::read(std::string(DBX_SOURCE_DIR) + "/tools/locales/locales.sha256");
  EXPECT_EQ(sha256(embedded::locales().front().contents) + "\n", pinned);
}

TEST(locale, each_falls_back_to_its_language_then_to_english_then_to_none) {
  const auto names = [](std::string_view locale) {
    std::string out;
    for (const LocaleId link : locale_chain(*find_locale(locale))) {
      out += std::string(locale_names()[link]) + " ";
    }
    return out;
  };
  EXPECT_EQ(names("de_AT"), "de_AT de en base ");
  EXPECT_EQ(names("en_AU_ocker"), "en_AU_ocker en_AU en base ");
  EXPECT_EQ(names("ja"), "ja en base ");
  EXPECT_EQ(names("base"), "base en ");
  const LocaleId austrian = *find_locale("de_AT");
  EXPECT_TRUE(own_words(austrian, "word.noun").empty());
  EXPECT_EQ(find_words(austrian, "word.noun"), own_words(*find_locale("de"), "word.noun"));
  EXPECT_EQ(find_words(austrian, "system.mime_type"),
            own_words(*find_locale("base"), "system.mime_type"));
  EXPECT_TRUE(find_words(austrian, "no.such.list").empty());
}

TEST(locale, every_locale_speaks_in_every_word_generator) {
  std::vector<std::string> speaking;
  for (const GeneratorEntry& entry : generators()) {
    const auto& parameters = entry.parameters;
    if (std::find(parameters.begin(), parameters.end(), "locale") != parameters.end()) {
      speaking.emplace_back(entry.name);
    }
  }
  EXPECT_GE(speaking.size(), 40U);
  for (const std::string_view locale : locale_names()) {
    std::vector<std::string> columns;
    for (const std::string& generator : speaking) {
      columns.push_back(column("c_" + generator, in(generator, std::string(locale))));
    }
    for (const Texts& row : rows_of(columns, 25)) {
      for (std::size_t c = 0; c < row.size(); ++c) {
        ASSERT_FALSE(row[c].empty()) << locale << " " << speaking[c];
        ASSERT_TRUE(is_utf8(row[c])) << locale << " " << speaking[c] << " " << row[c];
        ASSERT_EQ(row[c].find("{{"), std::string::npos) << locale << " " << row[c];
      }
    }
  }
}

TEST(locale, a_row_agrees_with_itself) {
  const std::string mixed = "{de: 0.5, fr: 0.3, ja: 0.2}";
  std::map<std::string, std::set<std::string>> codes;
  for (const Texts& row :
       rows_of({column("first_name", in("first_name", mixed)),
                column("last_name", in("last_name", mixed)), column("email", in("email", mixed)),
                column("full_name", in("full_name", mixed)),
                column("country_code", in("country_code", mixed)),
                column("postal_code", in("postal_code", mixed)), column("city", in("city", mixed)),
                column("address", in("full_address", mixed)), column("iban", in("iban", mixed)),
                column("phone", in("phone", mixed))},
               500)) {
    const bool japanese = row[4] == "JP";
    EXPECT_EQ(row[3], japanese ? row[1] + " " + row[0] : row[0] + " " + row[1]);
    EXPECT_TRUE(row[2].ends_with("@example.com") || row[2].ends_with("@example.org") ||
                row[2].ends_with("@example.net"));
    for (const char c : row[2]) ASSERT_TRUE(static_cast<unsigned char>(c) < 0x80) << row[2];
    const std::size_t digits = row[4] == "JP" ? 8 : 5;
    EXPECT_EQ(row[5].size(), digits) << row[5];
    EXPECT_NE(row[7].find(row[6]), std::string::npos) << row[7];
    EXPECT_NE(row[7].find(row[5]), std::string::npos) << row[7];
    EXPECT_EQ(row[8].substr(0, 2), row[4] == "JP" ? "DE" : row[4]);
    if (row[4] == "DE") {
      EXPECT_TRUE(row[9].starts_with("030 23125") || row[9].starts_with("0171 39200"));
    }
    codes[row[4]].insert(row[6]);
  }
  ASSERT_EQ(codes.size(), 3U);
  for (const auto& [code, cities] : codes) {
    for (const auto& [other, others] : codes) {
      if (code == other) continue;
      for (const std::string& city : cities) EXPECT_FALSE(others.contains(city)) << city;
    }
  }
}

TEST(locale, gender_prefix_and_names_fit) {
  std::set<std::string> women;
  std::set<std::string> men;
  for (const Texts& row :
       rows_of({column("first_name", in("first_name", "ru")),
                column("last_name", in("last_name", "ru")),
                column("gender", "{generator: gender, values: [F, M], locale: ru}"),
                column("prefix", in("prefix", "de"))},
               2000)) {
    ASSERT_TRUE(row[2] == "F" || row[2] == "M");
    (row[2] == "F" ? women : men).insert(row[1]);
  }
  EXPECT_TRUE(women.contains("Иванова") && men.contains("Иванов"));
  EXPECT_FALSE(women.contains("Иванов") || men.contains("Иванова"));
  int fitting = 0;
  for (const Texts& row : rows_of({column("gender", "{generator: gender, values: [F, M]}"),
                                   column("prefix", "prefix"), column("first_name", "first_name")},
                                  1000)) {
    const bool known = row[1] == "Mr." || row[1] == "Mrs." || row[1] == "Ms." || row[1] == "Miss";
    if (known) {
      ASSERT_EQ(row[1] == "Mr.", row[0] == "M") << row[2];
    }
    fitting += known ? 1 : 0;
  }
  EXPECT_GT(fitting, 850);
}

TEST(locale, places_are_where_their_country_is) {
  const std::tuple<const char*, const char*, const char*> known[] = {
      {"de", "DE", "\\d{5}"},
      {"en_US", "US", "\\d{5}"},
      {"en_GB", "GB", "[A-Z]{1,2}\\d{1,2} \\d[A-Z]{2}"},
      {"en_CA", "CA", "[A-Z]\\d[A-Z] \\d[A-Z]\\d"},
      {"nl", "NL", "\\d{4} [A-Z]{2}"},
      {"pl", "PL", "\\d{2}-\\d{3}"},
      {"ja", "JP", "\\d{3}-\\d{4}"},
      {"pt_BR", "BR", "\\d{5}-\\d{3}"},
      {"sv", "SE", "\\d{3} \\d{2}"},
      {"ru", "RU", "\\d{6}"}};
  for (const auto& [locale, country, postal] : known) {
    const std::regex pattern(postal);
    for (const Texts& row : rows_of({column("country_code", in("country_code", locale)),
                                     column("postal_code", in("postal_code", locale))},
                                    300)) {
      ASSERT_EQ(row[0], country);
      ASSERT_TRUE(std::regex_match(row[1], pattern)) << locale << " " << row[1];
    }
  }
  for (const Texts& row :
       rows_of({"{name: a, type: DOUBLE, nullable: false, fill: " + in("latitude", "de") + "}",
                "{name: b, type: DOUBLE, nullable: false, fill: " + in("longitude", "de") + "}",
                column("zone", in("time_zone", "de"))},
               1000)) {
    ASSERT_TRUE(std::stod(row[0]) > 47 && std::stod(row[0]) < 55.2) << row[0];
    ASSERT_TRUE(std::stod(row[1]) > 5.7 && std::stod(row[1]) < 15.2) << row[1];
    ASSERT_EQ(row[2], "Europe/Berlin");
  }
}

// Expected counts from the slots themselves; chi-square over the 20 commonest and the rest.
TEST(locale, names_come_as_often_as_their_rank_says) {
  constexpr std::int64_t kRows = 100'000;
  const NameList& names = names_of(find_locale("de")).last;
  std::map<std::string, double> expected;
  for (std::uint32_t slot = 0; slot < 2 * names.half(); ++slot) {
    expected[std::string(names.name(slot))] += kRows / (2.0 * names.half());
  }
  std::map<std::string, double> seen;
  for (const Texts& row : rows_of({column("v", in("last_name", "de"))}, kRows)) ++seen[row[0]];
  EXPECT_EQ(names.name(0), "Müller");
  EXPECT_GT(expected["Müller"], kRows * 0.01);
  EXPECT_NEAR(seen["Müller"], expected["Müller"], 5 * std::sqrt(expected["Müller"]));
  double chi_square = 0;
  for (const auto& [name, count] : expected) {
    chi_square += (seen[name] - count) * (seen[name] - count) / count;
  }
  const double freedom = static_cast<double>(expected.size()) - 1;
  EXPECT_LT(chi_square, freedom + 5 * std::sqrt(2 * freedom));
}

TEST(locale, places_come_as_often_as_people_live_there) {
  constexpr double kRows = 50'000;
  const std::vector<LocalePlace> places = places_of(*find_locale("de"));
  double people = 0;
  for (const LocalePlace& place : places) people += place.population;
  std::map<std::string, double> seen;
  for (const Texts& row : rows_of({column("v", in("city", "de"))}, 50'000)) ++seen[row[0]];
  ASSERT_EQ(places[0].city, "Berlin");
  for (std::size_t i = 0; i < 5; ++i) {
    const double expected = kRows * places[i].population / people;
    EXPECT_NEAR(seen[std::string(places[i].city)], expected, 5 * std::sqrt(expected));
  }
}

TEST(locale, a_mixture_keeps_its_shares_and_a_run_may_set_it) {
  Options options;
  options.locale = {{"de", 0.7}, {"pt_BR", 0.3}};
  int german = 0;
  for (const Texts& row : rows_of(
           {column("code", "country_code"), column("own", in("country", "it"))}, 10'000, options)) {
    ASSERT_TRUE(row[0] == "DE" || row[0] == "BR") << row[0];
    german += row[0] == "DE" ? 1 : 0;
    ASSERT_EQ(row[1], "Italia");
  }
  EXPECT_NEAR(german, 7000, 5 * std::sqrt(10'000 * 0.21));
  for (const Texts& row : rows_of({column("code", in("country_code", "[fi, sv]"))}, 100)) {
    ASSERT_TRUE(row[0] == "FI" || row[0] == "SE");
  }
}

TEST(locale, unique_names_and_addresses_differ_at_scale) {
  constexpr std::int64_t kRows = 100'000;
  const std::string mixed = "{en: 2, de: 1, ru: 1, es: 1, es_MX: 1}";
  std::vector<std::set<std::string>> seen(4);
  const std::string unique = "nullable: false, unique: true";
  for (const Texts& row : rows_of({column("email", in("email", mixed), unique),
                                   column("user_name", in("user_name", mixed), unique),
                                   column("full_name", in("full_name", mixed), unique),
                                   column("contact_email", "email", unique)},
                                  kRows)) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      ASSERT_TRUE(seen[c].insert(row[c]).second) << row[c];
    }
  }
}

TEST(locale, unknown_ones_are_named_with_the_nearest) {
  const auto message = [](const std::string& locale) {
    const auto plan = make(one_table({column("v", in("city", locale))}), {});
    return plan ? std::string("made") : messages(plan.error());
  };
  EXPECT_NE(message("pt-BR").find("unknown locale 'pt-BR' (did you mean 'pt_BR'?)"),
            std::string::npos);
  EXPECT_NE(message("[de, xx_YY_Z]").find("bad-fill /entities/dimensions/0/columns/0/fill"),
            std::string::npos);
  EXPECT_NE(message("{de: -1}").find("the weight"), std::string::npos);
  EXPECT_NE(message("{xx_YY_Z: 1, de: 0, fr: 0}").find("unknown locale"), std::string::npos);
  Options options;
  options.locale = {{"dee", 1}};
  const auto plan = make(one_table({column("v", "city")}), options);
  ASSERT_FALSE(plan);
  EXPECT_NE(messages(plan.error()).find("unknown locale 'dee' (did you mean 'de'?)"),
            std::string::npos);
}

TEST(locale, any_row_alone_is_as_in_the_batch) {
  Options options;
  options.rows["dim_thing"] = 3000;
  const SeedPlan plan = plan_of(one_table({column("name", in("full_name", "{de: 1, ja: 1}")),
                                           column("mail", in("email", "{de: 1, ja: 1}")),
                                           column("at", in("full_address", "{de: 1, ja: 1}")),
                                           column("s", in("paragraph", "{de: 1, ja: 1}")),
                                           column("c", in("company", "{de: 1, ja: 1}"))}),
                                options);
  const database::RowSource& source = *plan.find("dim_thing")->source;
  const auto all = sample(source, {0, 3000});
  for (const std::int64_t row : {0, 7, 2047, 2048, 2999}) {
    EXPECT_EQ(sample(source, {row, 1}).front(), all[static_cast<std::size_t>(row)]);
  }
}

TEST(locale, text_templates_take_any_list) {
  for (const Texts& row :
       rows_of({column("v",
                       "{generator: text, template: '{row}: {{color.human}} "
                       "{{animal.type}} x{{number.int({\"min\": 5, \"max\": 6})}}'}")},
               50)) {
    EXPECT_TRUE(row[0].ends_with("x5") || row[0].ends_with("x6")) << row[0];
  }
  const auto plan =
      make(one_table({column("v", "{generator: text, template: '{{no.such}}'}")}), {});
  ASSERT_FALSE(plan);
  EXPECT_NE(messages(plan.error()).find("the locale data has no '{{no.such}}'"), std::string::npos);
}

}  // namespace
}  // namespace dbx::seed
