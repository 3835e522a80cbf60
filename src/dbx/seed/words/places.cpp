// Cities with the state, country, region, currency and calling code they lie in. Hand-picked.
#include <array>

#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

constexpr std::string_view kNorth = "North America";
constexpr std::string_view kLatin = "Latin America";
constexpr std::string_view kEurope = "Europe";
constexpr std::string_view kAsia = "Asia Pacific";
constexpr std::string_view kAfrica = "Middle East and Africa";

constexpr std::array kPlaces = std::to_array<Place>({
    {"New York", "New York", "United States", "US", kNorth, "USD", "1"},
    {"Los Angeles", "California", "United States", "US", kNorth, "USD", "1"},
    {"San Diego", "California", "United States", "US", kNorth, "USD", "1"},
    {"Chicago", "Illinois", "United States", "US", kNorth, "USD", "1"},
    {"Houston", "Texas", "United States", "US", kNorth, "USD", "1"},
    {"Dallas", "Texas", "United States", "US", kNorth, "USD", "1"},
    {"Austin", "Texas", "United States", "US", kNorth, "USD", "1"},
    {"Phoenix", "Arizona", "United States", "US", kNorth, "USD", "1"},
    {"Seattle", "Washington", "United States", "US", kNorth, "USD", "1"},
    {"Denver", "Colorado", "United States", "US", kNorth, "USD", "1"},
    {"Boston", "Massachusetts", "United States", "US", kNorth, "USD", "1"},
    {"Atlanta", "Georgia", "United States", "US", kNorth, "USD", "1"},
    {"Miami", "Florida", "United States", "US", kNorth, "USD", "1"},
    {"Portland", "Oregon", "United States", "US", kNorth, "USD", "1"},
    {"Toronto", "Ontario", "Canada", "CA", kNorth, "CAD", "1"},
    {"Ottawa", "Ontario", "Canada", "CA", kNorth, "CAD", "1"},
    {"Vancouver", "British Columbia", "Canada", "CA", kNorth, "CAD", "1"},
    {"Montréal", "Québec", "Canada", "CA", kNorth, "CAD", "1"},
    {"Mexico City", "Ciudad de México", "Mexico", "MX", kLatin, "MXN", "52"},
    {"Guadalajara", "Jalisco", "Mexico", "MX", kLatin, "MXN", "52"},
    {"Monterrey", "Nuevo León", "Mexico", "MX", kLatin, "MXN", "52"},
    {"São Paulo", "São Paulo", "Brazil", "BR", kLatin, "BRL", "55"},
    {"Rio de Janeiro", "Rio de Janeiro", "Brazil", "BR", kLatin, "BRL", "55"},
    {"Curitiba", "Paraná", "Brazil", "BR", kLatin, "BRL", "55"},
    {"Buenos Aires", "Buenos Aires", "Argentina", "AR", kLatin, "ARS", "54"},
    {"Santiago", "Santiago Metropolitan", "Chile", "CL", kLatin, "CLP", "56"},
    {"Bogotá", "Bogotá", "Colombia", "CO", kLatin, "COP", "57"},
    {"Lima", "Lima", "Peru", "PE", kLatin, "PEN", "51"},
    {"London", "England", "United Kingdom", "GB", kEurope, "GBP", "44"},
    {"Manchester", "England", "United Kingdom", "GB", kEurope, "GBP", "44"},
    {"Bristol", "England", "United Kingdom", "GB", kEurope, "GBP", "44"},
    {"Edinburgh", "Scotland", "United Kingdom", "GB", kEurope, "GBP", "44"},
    {"Dublin", "Leinster", "Ireland", "IE", kEurope, "EUR", "353"},
    {"Paris", "Île-de-France", "France", "FR", kEurope, "EUR", "33"},
    {"Lyon", "Auvergne-Rhône-Alpes", "France", "FR", kEurope, "EUR", "33"},
    {"Toulouse", "Occitanie", "France", "FR", kEurope, "EUR", "33"},
    {"Berlin", "Berlin", "Germany", "DE", kEurope, "EUR", "49"},
    {"Munich", "Bavaria", "Germany", "DE", kEurope, "EUR", "49"},
    {"Hamburg", "Hamburg", "Germany", "DE", kEurope, "EUR", "49"},
    {"Cologne", "North Rhine-Westphalia", "Germany", "DE", kEurope, "EUR", "49"},
    {"Madrid", "Community of Madrid", "Spain", "ES", kEurope, "EUR", "34"},
    {"Barcelona", "Catalonia", "Spain", "ES", kEurope, "EUR", "34"},
    {"Málaga", "Andalusia", "Spain", "ES", kEurope, "EUR", "34"},
    {"Lisbon", "Lisbon", "Portugal", "PT", kEurope, "EUR", "351"},
    {"Rome", "Lazio", "Italy", "IT", kEurope, "EUR", "39"},
    {"Milan", "Lombardy", "Italy", "IT", kEurope, "EUR", "39"},
    {"Amsterdam", "North Holland", "Netherlands", "NL", kEurope, "EUR", "31"},
    {"Rotterdam", "South Holland", "Netherlands", "NL", kEurope, "EUR", "31"},
    {"Brussels", "Brussels", "Belgium", "BE", kEurope, "EUR", "32"},
    {"Zürich", "Zürich", "Switzerland", "CH", kEurope, "CHF", "41"},
    {"Vienna", "Vienna", "Austria", "AT", kEurope, "EUR", "43"},
    {"Copenhagen", "Capital Region", "Denmark", "DK", kEurope, "DKK", "45"},
    {"Stockholm", "Stockholm County", "Sweden", "SE", kEurope, "SEK", "46"},
    {"Oslo", "Oslo", "Norway", "NO", kEurope, "NOK", "47"},
    {"Helsinki", "Uusimaa", "Finland", "FI", kEurope, "EUR", "358"},
    {"Warsaw", "Masovia", "Poland", "PL", kEurope, "PLN", "48"},
    {"Prague", "Prague", "Czechia", "CZ", kEurope, "CZK", "420"},
    {"Athens", "Attica", "Greece", "GR", kEurope, "EUR", "30"},
    {"Tokyo", "Tokyo", "Japan", "JP", kAsia, "JPY", "81"},
    {"Osaka", "Osaka", "Japan", "JP", kAsia, "JPY", "81"},
    {"Seoul", "Seoul", "South Korea", "KR", kAsia, "KRW", "82"},
    {"Shanghai", "Shanghai", "China", "CN", kAsia, "CNY", "86"},
    {"Shenzhen", "Guangdong", "China", "CN", kAsia, "CNY", "86"},
    {"Singapore", "Singapore", "Singapore", "SG", kAsia, "SGD", "65"},
    {"Mumbai", "Maharashtra", "India", "IN", kAsia, "INR", "91"},
    {"Bengaluru", "Karnataka", "India", "IN", kAsia, "INR", "91"},
    {"Delhi", "Delhi", "India", "IN", kAsia, "INR", "91"},
    {"Jakarta", "Jakarta", "Indonesia", "ID", kAsia, "IDR", "62"},
    {"Bangkok", "Bangkok", "Thailand", "TH", kAsia, "THB", "66"},
    {"Manila", "Metro Manila", "Philippines", "PH", kAsia, "PHP", "63"},
    {"Sydney", "New South Wales", "Australia", "AU", kAsia, "AUD", "61"},
    {"Melbourne", "Victoria", "Australia", "AU", kAsia, "AUD", "61"},
    {"Auckland", "Auckland", "New Zealand", "NZ", kAsia, "NZD", "64"},
    {"Dubai", "Dubai", "United Arab Emirates", "AE", kAfrica, "AED", "971"},
    {"Istanbul", "Istanbul", "Türkiye", "TR", kAfrica, "TRY", "90"},
    {"Cairo", "Cairo", "Egypt", "EG", kAfrica, "EGP", "20"},
    {"Lagos", "Lagos", "Nigeria", "NG", kAfrica, "NGN", "234"},
    {"Nairobi", "Nairobi", "Kenya", "KE", kAfrica, "KES", "254"},
    {"Johannesburg", "Gauteng", "South Africa", "ZA", kAfrica, "ZAR", "27"},
    {"Cape Town", "Western Cape", "South Africa", "ZA", kAfrica, "ZAR", "27"},
});

}  // namespace

std::span<const Place> places() { return kPlaces; }

}  // namespace dbx::seed
