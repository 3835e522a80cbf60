// Common first and last names from many countries, the commonest first, in ASCII so that
// they stand in e-mail addresses.
#include <array>

#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

constexpr std::array kFemaleNames = std::to_array<std::string_view>({
    "Maria", "Anna",   "Fatima", "Emma",  "Olivia", "Sofia", "Julia", "Laura", "Mary",   "Sara",
    "Elena", "Aisha",  "Hannah", "Ana",   "Emily",  "Ada",   "Alice", "Amara", "Andrea", "Camila",
    "Carla", "Chloe",  "Clara",  "Elif",  "Eva",    "Farah", "Fiona", "Grace", "Hana",   "Helen",
    "Ines",  "Isabel", "Jana",   "Karen", "Kate",   "Leila", "Lily",  "Lina",  "Linda",  "Lucia",
    "Marta", "Maya",   "Mei",    "Mina",  "Nadia",  "Nina",  "Nora",  "Petra", "Priya",  "Rachel",
    "Rosa",  "Ruth",   "Susan",  "Yara",  "Yuki",   "Zara",  "Zoe",
});

constexpr std::array kMaleNames = std::to_array<std::string_view>({
    "Mohammed", "David",   "Daniel", "Jose",   "Michael", "John",   "James", "Robert",  "William",
    "Thomas",   "Luis",    "Carlos", "Wei",    "Ivan",    "Omar",   "Adam",  "Alan",    "Amir",
    "Andrew",   "Antonio", "Arjun",  "Ben",    "Chen",    "Deepak", "Diego", "Eli",     "Eric",
    "Felix",    "George",  "Hassan", "Hugo",   "Ibrahim", "Isaac",  "Jack",  "Jin",     "Joao",
    "Jonas",    "Kai",     "Karim",  "Kenji",  "Kofi",    "Leo",    "Liam",  "Lucas",   "Marco",
    "Mark",     "Martin",  "Mateo",  "Noah",   "Oliver",  "Oscar",  "Pablo", "Patrick", "Paul",
    "Rafael",   "Ravi",    "Samir",  "Samuel", "Tomas",   "Victor", "Yusuf",
});

constexpr std::array kLastNames = std::to_array<std::string_view>({
    "Wang",      "Smith",   "Garcia",   "Nguyen",   "Kim",      "Silva",     "Singh",
    "Khan",      "Johnson", "Martinez", "Ivanov",   "Rossi",    "Martin",    "Mueller",
    "Sato",      "Patel",   "Brown",    "Chen",     "Ali",      "Lopez",     "Abbott",
    "Adams",     "Ahmed",   "Allen",    "Alvarez",  "Andersen", "Bailey",    "Baker",
    "Barnes",    "Becker",  "Bell",     "Bennett",  "Bianchi",  "Campbell",  "Carter",
    "Castillo",  "Chan",    "Chaudhry", "Clark",    "Cohen",    "Cook",      "Costa",
    "Cruz",      "Davies",  "Davis",    "Diaz",     "Dubois",   "Edwards",   "Evans",
    "Fernandez", "Fischer", "Flores",   "Foster",   "Gomez",    "Gonzalez",  "Gray",
    "Green",     "Gupta",   "Hall",     "Hansen",   "Harris",   "Hernandez", "Hill",
    "Hoffmann",  "Hughes",  "Ito",      "Jackson",  "Jansen",   "Jensen",    "Jones",
    "Kaya",      "Kelly",   "King",     "Kowalski", "Kumar",    "Larsen",    "Lee",
    "Leroy",     "Lewis",   "Li",       "Mehta",    "Mensah",   "Meyer",     "Miller",
    "Mitchell",  "Moore",   "Morales",  "Moreau",   "Morgan",   "Murphy",    "Nakamura",
    "Nelson",    "Novak",   "Okafor",   "Oliveira", "Park",     "Pereira",   "Perez",
    "Peters",    "Petrov",  "Phillips", "Ramirez",  "Ramos",    "Reed",      "Reyes",
    "Rivera",    "Roberts", "Robinson", "Russo",    "Sanchez",  "Santos",    "Schmidt",
    "Schneider", "Scott",   "Shah",     "Suzuki",   "Svensson", "Tanaka",    "Taylor",
    "Thompson",  "Torres",  "Turner",   "Walker",   "Weber",    "White",     "Williams",
    "Wilson",    "Wright",  "Yamamoto", "Yilmaz",   "Young",    "Zhang",
});

}  // namespace

std::span<const std::string_view> female_names() { return kFemaleNames; }
std::span<const std::string_view> male_names() { return kMaleNames; }
std::span<const std::string_view> last_names() { return kLastNames; }

}  // namespace dbx::seed
