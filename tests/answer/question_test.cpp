// Tokens of questions, words of names, and what must hold of any question whatever it says.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <string>

#include "dbx/answer/engine.h"
#include "dbx/answer/question.h"
#include "dbx/base/text.h"
#include "dbx/dialect/dialect.h"
#include "dbx/query/guard.h"

namespace dbx::answer {
namespace {

std::vector<std::string> texts(std::string_view question) {
  std::vector<std::string> result;
  for (const Token& token : tokenize(question)) result.push_back(token.text);
  return result;
}

TEST(question, splits_words_numbers_and_quotes) {
  EXPECT_EQ(texts("Who isn't \"Ann B.\"?"),
            (std::vector<std::string>{"Who", "is", "not", "Ann B.", "?"}));
  EXPECT_EQ(texts("the boy's 1,000 $5.50"),
            (std::vector<std::string>{"the", "boy", "'s", "1000", "5.50"}));
  const auto tokens = tokenize("two of 10 million from 2020-01-31");
  EXPECT_EQ(tokens[0].number, 2);
  EXPECT_EQ(tokens[2].number, 1e7);
  EXPECT_EQ(tokens[4].kind, Token::Kind::kQuoted);
  EXPECT_TRUE(tokenize("").empty());
}

TEST(question, knows_lemmas_verbs_and_stems) {
  const auto tokens = tokenize("students taught employment");
  EXPECT_EQ(tokens[0].lemma, "student");
  EXPECT_EQ(tokens[1].verb, "teach");
  EXPECT_EQ(tokens[2].stem, stem_of("employed"));
}

std::vector<std::string> lemmas(std::string_view name, std::string_view table = "") {
  const NameWords context = table.empty() ? NameWords{} : words_of(table, {});
  std::vector<std::string> result;
  for (const NameWord& word : words_of(name, context)) result.push_back(word.lemma);
  return result;
}

TEST(question, reads_names) {
  EXPECT_EQ(lemmas("StuID", "Student"), (std::vector<std::string>{"student", "id"}));
  EXPECT_EQ(lemmas("dept_name"), (std::vector<std::string>{"department", "name"}));
  EXPECT_EQ(lemmas("clubname"), (std::vector<std::string>{"club", "name"}));
  EXPECT_EQ(lemmas("dim_customer"), (std::vector<std::string>{"customer"}));
}

// Two tables, joined.
struct Shop {
  std::unique_ptr<database::Connection> connection;
  schema::Schema schema;
  Model model;
  ValueIndex values;
};

Shop make_shop() {
  Shop shop;
  const dialect::Dialect& sqlite = **dialect::find("sqlite");
  shop.connection = *sqlite.connect("sqlite::memory:", {});
  EXPECT_TRUE(shop.connection->execute_script(
      "create table city (city_id integer primary key, name text, country text);"
      "create table shop (shop_id integer primary key, name text, opened integer, sales real,"
      "  city_id integer references city(city_id));"
      "insert into city values (1,'Paris','France'),(2,'Rome','Italy');"
      "insert into shop values (1,'Bon',1990,5,1),(2,'Mal',2001,7,1),(3,'Via',2010,2,2);"));
  Diagnostics notes;
  shop.schema = *sqlite.inspect(*shop.connection, notes);
  shop.model = make_model(shop.schema);
  shop.values = *ValueIndex::build(shop.model, [&](const query::Select& select) {
    return shop.connection->query(sqlite.write(select));
  });
  return shop;
}

std::string answer(Shop& shop, std::string_view question) {
  const auto candidates = understand(shop.model, shop.values, question).candidates;
  if (candidates.empty()) return "nothing";
  const dialect::Dialect& sqlite = **dialect::find("sqlite");
  const auto result = shop.connection->query(sqlite.write(candidates[0].select));
  if (!result) return result.error().front().message;
  std::string text;
  for (const auto& row : result->rows) {
    for (const auto& value : row) text += database::to_text(value) + ",";
    text += ";";
  }
  return text;
}

TEST(question, is_answered) {
  Shop shop = make_shop();
  EXPECT_EQ(answer(shop, "How many shops are there?"), "3,;");
  EXPECT_EQ(answer(shop, "What are the names of shops in Paris?"), "Bon,;Mal,;");
  EXPECT_EQ(answer(shop, "Which city has the most shops?"), "Paris,;");
  EXPECT_EQ(answer(shop, "Show the name of the shop with the highest sales."), "Mal,;");
  EXPECT_EQ(answer(shop, "What is the total sales of shops opened after 2000?"), "9,;");
  EXPECT_EQ(answer(shop, "How many shops are there in each city?"), "2,Paris,;1,Rome,;");
  EXPECT_EQ(answer(shop, "Which cities have more than 1 shop?"), "Paris,;");
  EXPECT_EQ(answer(shop, "names of shops whose sales are above the average"), "Bon,;Mal,;");
  EXPECT_EQ(answer(shop, "List the names of shops sorted by sales in descending order."),
            "Mal,;Bon,;Via,;");
}

// Facts and a calendar, known by their names.
Shop make_star() {
  Shop shop;
  const dialect::Dialect& sqlite = **dialect::find("sqlite");
  shop.connection = *sqlite.connect("sqlite::memory:", {});
  EXPECT_TRUE(shop.connection->execute_script(
      "create table dim_date (date_key integer primary key, calendar_date date,"
      "  calendar_year integer, calendar_month integer);"
      "create table dim_shop (shop_key integer primary key, shop_name text, region text);"
      "create table fact_sales (date_key integer references dim_date(date_key),"
      "  shop_key integer references dim_shop(shop_key), sales_amount real, cost_amount real);"
      "insert into dim_date values (1,'2023-12-30',2023,12),(2,'2024-01-05',2024,1),"
      "  (3,'2024-02-01',2024,2);"
      "insert into dim_shop values (1,'Bon','North'),(2,'Mal','North'),(3,'Via','South');"
      "insert into fact_sales values (1,1,10,4),(2,1,20,5),(3,2,30,6),(3,3,40,30);"));
  Diagnostics notes;
  shop.schema = *sqlite.inspect(*shop.connection, notes);
  shop.model = make_model(shop.schema);
  shop.values = *ValueIndex::build(shop.model, [&](const query::Select& select) {
    return shop.connection->query(sqlite.write(select));
  });
  return shop;
}

TEST(question, over_a_star_is_answered) {
  Shop star = make_star();
  EXPECT_EQ(answer(star, "sales by region"), "60,North,;40,South,;");
  EXPECT_EQ(answer(star, "sales by month"), "10,2023,12,;20,2024,1,;70,2024,2,;");
  EXPECT_EQ(answer(star, "sales in 2024"), "90,;");
  EXPECT_EQ(answer(star, "share of each region in total sales"), "North,60,;South,40,;");
  EXPECT_EQ(answer(star, "what percentage of sales is South"), "40,;");
  EXPECT_EQ(answer(star, "ratio of cost to sales by region"), "North,0.25,;South,0.75,;");
  EXPECT_EQ(answer(star, "cumulative sales by year"), "2023,10,10,;2024,90,100,;");
  EXPECT_EQ(answer(star, "sales by year compared with the previous year"),
            "2023,10,NULL,NULL,;2024,90,10,800,;");
  EXPECT_EQ(answer(star, "top shop in each region by sales"), "North,Bon,30,;South,Via,40,;");
  EXPECT_EQ(answer(star, "shops whose sales are above average"), "Via,;");
  EXPECT_EQ(answer(star, "average sales per shop"), "33.333333333333336,;");
  EXPECT_EQ(answer(star, "shops without sales"), "");
  EXPECT_EQ(answer(star, "sales minus cost by region"), "North,45,;South,10,;");
}

// Whatever is asked: no crash, and what is read passes the guard or is refused by it.
// Of all kinds that the reader knows, separated by '|'.
constexpr std::string_view kWords =
    "shop|city|names|of|the|most|3|than|more|Paris|and|or|not|each|by|sales|\"x\"|'|"
    "between|average|who|which|number|how|many|,|?|with|opened|highest|order|"
    "descending|without|both|2001|all|in|is|\xC3\xA9t\xC3\xA9|;|last month|share of|"
    "per|cumulative|compared with the previous year|region|monthly|top 2|ratio of|to|"
    "minus|in 2024|best|averge|same|as|first|last|some|at least a|their|never|have|"
    "under|years old|March 2nd, 2024|sort|from old to young|when|how much|total|"
    "unopened|the number|different|the most times|longer than|information";

void ask_any_words(Shop shop) {
  const auto words = text::split(kWords, '|');
  const char* seed = std::getenv("DBX_SEED");
  std::mt19937 random(seed == nullptr ? 7 : std::stoul(seed));
  for (int round = 0; round < 2000; ++round) {
    std::string question;
    const std::size_t length = random() % 14;
    for (std::size_t i = 0; i < length; ++i)
      question += std::string(words[random() % words.size()]) + " ";
    const auto understood = understand(shop.model, shop.values, question, {6, "2024-03-01"});
    for (const Candidate& candidate : understood.candidates) {
      const auto admitted = query::admit(candidate.select, shop.schema);
      if (!admitted) continue;
      const std::string sql = (*dialect::find("sqlite"))->write(*admitted);
      const auto result = shop.connection->query(sql);
      ASSERT_TRUE(result) << question << "\n" << sql << "\n" << result.error().front().message;
    }
  }
}

TEST(question, any_words_are_safe) { ask_any_words(make_shop()); }
TEST(question, any_words_over_a_star_are_safe) { ask_any_words(make_star()); }

}  // namespace
}  // namespace dbx::answer
