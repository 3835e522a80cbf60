// Common first and last names from many countries, in ASCII so that they stand in e-mail addresses.
#include <array>

#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

constexpr std::array kFirstNames = std::to_array<std::string_view>({
    "Ada",     "Adam",   "Aisha",    "Alan",    "Alice",   "Amara",  "Amir",    "Ana",    "Andrea",
    "Andrew",  "Anna",   "Antonio",  "Arjun",   "Ben",     "Camila", "Carla",   "Carlos", "Chen",
    "Chloe",   "Clara",  "Daniel",   "David",   "Deepak",  "Diego",  "Elena",   "Eli",    "Elif",
    "Emily",   "Emma",   "Eric",     "Eva",     "Farah",   "Fatima", "Felix",   "Fiona",  "George",
    "Grace",   "Hana",   "Hannah",   "Hassan",  "Helen",   "Hugo",   "Ibrahim", "Ines",   "Isaac",
    "Isabel",  "Ivan",   "Jack",     "James",   "Jana",    "Jin",    "Joao",    "John",   "Jonas",
    "Jose",    "Julia",  "Kai",      "Karen",   "Karim",   "Kate",   "Kenji",   "Kofi",   "Laura",
    "Leila",   "Leo",    "Lily",     "Lina",    "Linda",   "Liam",   "Lucas",   "Lucia",  "Luis",
    "Maria",   "Marco",  "Mark",     "Marta",   "Martin",  "Mary",   "Mateo",   "Maya",   "Mei",
    "Michael", "Mina",   "Mohammed", "Nadia",   "Nina",    "Noah",   "Nora",    "Oliver", "Olivia",
    "Omar",    "Oscar",  "Pablo",    "Patrick", "Paul",    "Petra",  "Priya",   "Rachel", "Rafael",
    "Ravi",    "Robert", "Rosa",     "Ruth",    "Samir",   "Samuel", "Sara",    "Sofia",  "Susan",
    "Thomas",  "Tomas",  "Victor",   "Wei",     "William", "Yara",   "Yuki",    "Yusuf",  "Zara",
    "Zoe",
});

constexpr std::array kLastNames = std::to_array<std::string_view>({
    "Abbott",   "Adams",    "Ahmed",    "Ali",       "Allen",     "Alvarez",  "Andersen",
    "Bailey",   "Baker",    "Barnes",   "Becker",    "Bell",      "Bennett",  "Bianchi",
    "Brown",    "Campbell", "Carter",   "Castillo",  "Chan",      "Chaudhry", "Chen",
    "Clark",    "Cohen",    "Cook",     "Costa",     "Cruz",      "Davies",   "Davis",
    "Diaz",     "Dubois",   "Edwards",  "Evans",     "Fernandez", "Fischer",  "Flores",
    "Foster",   "Garcia",   "Gomez",    "Gonzalez",  "Gray",      "Green",    "Gupta",
    "Hall",     "Hansen",   "Harris",   "Hernandez", "Hill",      "Hoffmann", "Hughes",
    "Ito",      "Ivanov",   "Jackson",  "Jansen",    "Jensen",    "Johnson",  "Jones",
    "Kaya",     "Kelly",    "Khan",     "Kim",       "King",      "Kowalski", "Kumar",
    "Larsen",   "Lee",      "Leroy",    "Lewis",     "Li",        "Lopez",    "Martin",
    "Martinez", "Mehta",    "Mensah",   "Meyer",     "Miller",    "Mitchell", "Moore",
    "Morales",  "Moreau",   "Morgan",   "Mueller",   "Murphy",    "Nakamura", "Nelson",
    "Nguyen",   "Novak",    "Okafor",   "Oliveira",  "Park",      "Patel",    "Pereira",
    "Perez",    "Peters",   "Petrov",   "Phillips",  "Ramirez",   "Ramos",    "Reed",
    "Reyes",    "Rivera",   "Roberts",  "Robinson",  "Rossi",     "Russo",    "Sanchez",
    "Santos",   "Sato",     "Schmidt",  "Schneider", "Scott",     "Shah",     "Silva",
    "Singh",    "Smith",    "Suzuki",   "Svensson",  "Tanaka",    "Taylor",   "Thompson",
    "Torres",   "Turner",   "Walker",   "Wang",      "Weber",     "White",    "Williams",
    "Wilson",   "Wright",   "Yamamoto", "Yilmaz",    "Young",     "Zhang",
});

}  // namespace

std::span<const std::string_view> first_names() { return kFirstNames; }
std::span<const std::string_view> last_names() { return kLastNames; }

}  // namespace dbx::seed
