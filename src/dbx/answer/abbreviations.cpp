// The table of abbreviations in names; a line an entry.
#include <iterator>
#include <unordered_map>
#include <utility>

#include "dbx/answer/synonyms.h"

namespace dbx::answer {
namespace {

constexpr std::pair<std::string_view, std::string_view> kAbbreviations[] = {
    {"num", "number"},
    {"no", "number"},
    {"nbr", "number"},
    {"nr", "number"},
    {"cnt", "count"},
    {"id", "id"},
    {"ids", "id"},
    {"identifier", "id"},
    {"dept", "department"},
    {"dep", "department"},
    {"desc", "description"},
    {"descr", "description"},
    {"fname", "first name"},
    {"lname", "last name"},
    {"mname", "middle name"},
    {"firstname", "first name"},
    {"lastname", "last name"},
    {"forename", "first name"},
    {"surname", "last name"},
    {"amt", "amount"},
    {"qty", "quantity"},
    {"avg", "average"},
    {"max", "maximum"},
    {"min", "minimum"},
    {"yr", "year"},
    {"mth", "month"},
    {"dob", "birth date"},
    {"postcode", "postal code"},
    {"tel", "telephone"},
    {"addr", "address"},
    {"loc", "location"},
    {"emp", "employee"},
    {"mgr", "manager"},
    {"cust", "customer"},
    {"stu", "student"},
    {"std", "student"},
    {"prof", "professor"},
    {"instr", "instructor"},
    {"prod", "product"},
    {"cat", "category"},
    {"acc", "account"},
    {"acct", "account"},
    {"bal", "balance"},
    {"pct", "percent"},
    {"perc", "percent"},
    {"temp", "temperature"},
    {"lat", "latitude"},
    {"long", "longitude"},
    {"lng", "longitude"},
    {"org", "organization"},
    {"inst", "institution"},
    {"univ", "university"},
    {"hrs", "hours"},
    {"hr", "hour"},
    {"mins", "minutes"},
    {"secs", "seconds"},
    {"wt", "weight"},
    {"ht", "height"},
    {"hs", "high school"},
    {"pos", "position"},
    {"pop", "population"},
    {"gov", "government"},
    {"govt", "government"},
    {"mfg", "manufacturer"},
    {"ref", "reference"},
    {"msg", "message"},
    {"info", "information"},
    {"lang", "language"},
    {"stat", "status"},
    {"sem", "semester"},
    {"sec", "section"},
    {"bldg", "building"},
    {"apt", "apartment"},
    {"appt", "appointment"},
    {"trans", "transaction"},
    {"prescript", "prescription"},
    {"crs", "course"},
    {"enr", "enrollment"},
    {"att", "attendance"},
    {"mpg", "miles per gallon"},
    {"sal", "salary"},
    {"comm", "commission"},
    {"dst", "destination"},
    {"src", "source"},
};

}  // namespace

std::string_view expansion(std::string_view word) {
  static const std::unordered_map<std::string_view, std::string_view> kByWord(
      std::begin(kAbbreviations), std::end(kAbbreviations));
  const auto found = kByWord.find(word);
  return found == kByWord.end() ? std::string_view{} : found->second;
}

}  // namespace dbx::answer
