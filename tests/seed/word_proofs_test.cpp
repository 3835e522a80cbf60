// Words: never empty, enough of them, unique where they must be, and in agreement within a row.
#include "seed/proofs.h"

namespace dbx::seed {

Proofs word_proofs() {
  Proofs proofs = {
      {"distinct", [] { unique_texts("distinct", 1'000); }},
      {"code", [] { unique_texts("code", kRows); }},
      {"uuid",
       [] {
         unique_texts("uuid", kRows);
         for (const std::string& text : texts_of("uuid", 100)) {
           ASSERT_TRUE(text.size() == 36 && text[14] == '4') << text;
           ASSERT_NE(std::string("89ab").find(text[19]), std::string::npos) << text;
         }
       }},
      {"text",
       [] {
         for (const std::string& text : texts_of("text", 100))
           ASSERT_TRUE(text.starts_with("thing "));
       }},
      {"city", [] { has_values("city", 30), decides("city", "country_code"); }},
      {"state", [] { has_values("state", 20), decides("city", "state"); }},
      {"country", [] { has_values("country", 8), decides("country", "country_code"); }},
      {"country_code", [] { has_values("country_code", 8), decides("country_code", "currency"); }},
      {"region", [] { has_values("region", 2), decides("country", "region"); }},
      {"currency", [] { has_values("currency", 4), decides("country", "currency"); }},
      {"company", [] { has_values("company", 500); }},
      {"industry", [] { has_values("industry", 5); }},
      {"product", [] { has_values("product", 100); }},
      {"product_category",
       [] {
         has_values("product_category", 3), decides("product_subcategory", "product_category");
       }},
      {"product_subcategory", [] { has_values("product_subcategory", 8); }},
      {"diagnosis", [] { has_values("diagnosis", 10), decides("diagnosis", "diagnosis_code"); }},
      {"diagnosis_code",
       [] { has_values("diagnosis_code", 10), decides("diagnosis_code", "diagnosis_chapter"); }},
      {"diagnosis_chapter", [] { has_values("diagnosis_chapter", 3); }},
  };
  for (const std::string_view name :
       {"first_name", "last_name", "full_name", "email", "url", "phone", "postal_code", "street"}) {
    proofs[name] = [name] { has_values(name, 50); };
  }
  // Their check digits and ranges are proven in identifiers_test.cpp, their locales in
  // locale_test.cpp.
  for (const std::string_view name :
       {"credit_card", "ean13", "hash", "iban", "imei", "ipv6", "isbn13", "mac", "vin"}) {
    proofs[name] = [name] { has_values(name, 5'000); };
  }
  for (const std::string_view name :
       {"bic",          "book_title", "catch_phrase", "color",     "county",   "file_name",
        "full_address", "ipv4",       "job_title",    "paragraph", "sentence", "street_address",
        "user_agent",   "user_name",  "vehicle",      "word",      "animal",   "dish",
        "latitude",     "longitude",  "emoji",        "language"}) {
    proofs[name] = [name] { has_values(name, 30); };
  }
  for (const std::string_view name : {"department", "gender", "job_area", "mime_type",
                                      "music_genre", "prefix", "time_zone", "vehicle_maker"}) {
    proofs[name] = [name] { has_values(name, 2); };
  }
  proofs["time_zone"] = [] { has_values("time_zone", 8), decides("city", "time_zone"); };
  return proofs;
}

}  // namespace dbx::seed
