// Identifiers: valid check digits, reserved ranges, all different where they must be. The checks
// are written here anew, from the standards, so that they share no mistake with the generators.
#include <regex>
#include <set>

#include "seed/support.h"

namespace dbx::seed {
namespace {

std::vector<std::string> made(const std::string& fill, bool unique = true,
                              std::int64_t rows = 3000) {
  Options options;
  options.rows["dim_thing"] = rows;
  const SeedPlan plan =
      plan_of(one_table({"{name: v, type: TEXT, nullable: false, unique: " +
                         std::string(unique ? "true" : "false") + ", fill: " + fill + "}"}),
              options);
  std::vector<std::string> values = values_of(plan, "dim_thing", "v");
  if (unique) {
    EXPECT_EQ(std::set<std::string>(values.begin(), values.end()).size(), values.size()) << fill;
  }
  return values;
}

bool luhn(const std::string& digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
  }
  return sum % 10 == 0;
}

bool gs1(const std::string& digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 1 : 3);
  return digits.size() == 13 && sum % 10 == 0;
}

int mod_97(const std::string& iban) {
  int rest = 0;
  for (const char c : iban.substr(4) + iban.substr(0, 4)) {
    const std::string number = std::to_string(c >= 'A' ? c - 'A' + 10 : c - '0');
    for (const char digit : number) rest = (rest * 10 + digit - '0') % 97;
  }
  return rest;
}

TEST(identifiers, cards_and_devices_pass_luhn) {
  for (const std::string& card : made("credit_card")) {
    ASSERT_TRUE(luhn(card) && card.size() == 16) << card;
    ASSERT_TRUE(card.starts_with("400000") || card.starts_with("555555")) << card;
  }
  for (const std::string& imei : made("imei")) {
    ASSERT_TRUE(luhn(imei) && imei.size() == 15 && imei.starts_with("00101")) << imei;
  }
  EXPECT_TRUE(luhn("79927398713")) << "the standard's own example";
}

TEST(identifiers, articles_and_books_pass_gs1) {
  for (const std::string& article : made("ean13")) {
    ASSERT_TRUE(gs1(article) && article.starts_with("2")) << article;
  }
  for (const std::string& book : made("isbn13")) {
    ASSERT_TRUE(gs1(book) && book.starts_with("9793")) << book;
  }
}

TEST(identifiers, ibans_have_the_length_of_their_country_and_check) {
  EXPECT_EQ(mod_97("GB82WEST12345698765432"), 1) << "the standard's own example";
  for (const auto& [locale, start, size] : {std::tuple{"de", "DE", 22U},
                                            {"fr", "FR", 27U},
                                            {"en_GB", "GB", 22U},
                                            {"it", "IT", 27U},
                                            {"nl", "NL", 18U},
                                            {"es", "ES", 24U},
                                            {"pl", "PL", 28U},
                                            {"nb_NO", "NO", 15U},
                                            {"el", "GR", 27U},
                                            {"sv", "SE", 24U},
                                            {"pt_PT", "PT", 25U},
                                            {"de_AT", "AT", 20U},
                                            {"de_CH", "CH", 21U},
                                            {"nl_BE", "BE", 16U},
                                            {"da", "DK", 18U},
                                            {"fi", "FI", 18U},
                                            {"en_IE", "IE", 22U}}) {
    for (const std::string& iban :
         made("{generator: iban, locale: " + std::string(locale) + "}", true, 500)) {
      ASSERT_EQ(mod_97(iban), 1) << iban;
      ASSERT_TRUE(iban.starts_with(start) && iban.size() == size) << iban;
    }
  }
}

TEST(identifiers, vehicle_numbers_check) {
  const std::string letters = "ABCDEFGHJKLMNPRSTUVWXYZ";
  const std::string values = "12345678123457923456789";
  const int weights[] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  const auto check = [&](const std::string& vin) {
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) {
      const char value = vin[i] <= '9' ? vin[i] : values[letters.find(vin[i])];
      sum += (value - '0') * weights[i];
    }
    return "0123456789X"[sum % 11];
  };
  EXPECT_EQ(check("1M8GDM9AXKP042788"), 'X') << "the rule's own example";
  for (const std::string& vin : made("vin")) {
    ASSERT_EQ(vin.size(), 17U);
    ASSERT_EQ(check(vin), vin[8]) << vin;
    ASSERT_EQ(vin[0], '0');
  }
}

TEST(identifiers, addresses_are_the_reserved_ones) {
  const std::regex documentation("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d{1,3}");
  for (const std::string& ip : made("ipv4", false))
    ASSERT_TRUE(std::regex_match(ip, documentation)) << ip;
  for (const std::string& ip : made("ipv4")) ASSERT_TRUE(ip.starts_with("198.1")) << ip;
  const std::regex six("2001:db8::([0-9a-f]{1,4}:){3}[0-9a-f]{1,4}");
  for (const std::string& ip : made("ipv6")) ASSERT_TRUE(std::regex_match(ip, six)) << ip;
  const std::regex mac("02(:[0-9a-f]{2}){5}");
  for (const std::string& address : made("mac")) ASSERT_TRUE(std::regex_match(address, mac));
  for (const std::string& bic : made("{generator: bic, locale: de}", false)) {
    ASSERT_TRUE(std::regex_match(bic, std::regex("EXMPDE[A-Z]0XXX"))) << bic;
  }
  for (const std::string& hash : made("hash")) {
    ASSERT_TRUE(std::regex_match(hash, std::regex("[0-9a-f]{64}"))) << hash;
  }
  EXPECT_EQ(made("{generator: hash, digits: 40}")[0].size(), 40U);
}

TEST(identifiers, too_many_or_too_narrow_is_said_before_the_first_row) {
  Options options;
  options.rows["dim_thing"] = 200'000;
  for (const char* column :
       {"{name: v, type: TEXT, nullable: false, unique: true, fill: ipv4}",
        "{name: v, type: CHAR(12), nullable: false, unique: true, fill: ean13}",
        "{name: v, type: CHAR(8), nullable: false, unique: true, fill: email}",
        "{name: v, type: TEXT, nullable: false, unique: true, fill: gender}"}) {
    const auto plan = make(one_table({column}), options);
    ASSERT_FALSE(plan) << column;
    EXPECT_EQ(plan.error()[0].code, Code::kNotEnoughValues) << column;
  }
}

TEST(identifiers, names_of_columns_find_them) {
  const SeedPlan plan = plan_of(
      one_table({"{name: iban, type: VARCHAR(34)}", "{name: ip_address, type: VARCHAR(45)}",
                 "{name: latitude, type: 'DECIMAL(9,6)'}", "{name: gender, type: VARCHAR(10)}",
                 "{name: salutation, type: VARCHAR(10)}", "{name: time_zone, type: VARCHAR(40)}",
                 "{name: user_agent, type: TEXT}", "{name: user_name, type: TEXT}",
                 "{name: mac_address, type: TEXT}", "{name: ean, type: CHAR(13)}"}));
  const std::vector<std::string> wanted = {"iban",   "ipv4",      "latitude",   "gender",
                                           "prefix", "time_zone", "user_agent", "user_name",
                                           "mac",    "ean13"};
  const TablePlan& table = *plan.find("dim_thing");
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_EQ(table.columns[i].generator, wanted[i]) << table.columns[i].why;
  }
}

}  // namespace
}  // namespace dbx::seed
