// Made-up companies and products, composed of a few words each; the words decide industry and
// category.
#include <array>

#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

constexpr std::array kRoots = std::to_array<std::string_view>({
    "Alder",    "Amber",     "Anchor",   "Apex",       "Arbor",      "Aspen",   "Atlas",
    "Aurora",   "Beacon",    "Birch",    "Blue Bay",   "Bright",     "Cascade", "Cedar",
    "Clear",    "Cobalt",    "Copper",   "Coral",      "Crest",      "Delta",   "Eagle",
    "Ember",    "Evergreen", "Falcon",   "Fern",       "First",      "Forge",   "Frontier",
    "Golden",   "Granite",   "Harbor",   "Hazel",      "Highland",   "Horizon", "Iron",
    "Juniper",  "Keystone",  "Lakeside", "Laurel",     "Lighthouse", "Maple",   "Meridian",
    "Metro",    "Mill",      "Mosaic",   "North Star", "Oak",        "Orchard", "Pacific",
    "Pine",     "Pioneer",   "Quartz",   "River",      "Sage",       "Sierra",  "Silver",
    "Solstice", "Stone",     "Summit",   "Terra",      "Tidal",      "Union",   "Vista",
    "Willow",
});

constexpr std::array kFields = std::to_array<CompanyField>({
    {"Foods", "Food and Beverage"},
    {"Brewing", "Food and Beverage"},
    {"Logistics", "Transportation"},
    {"Freight", "Transportation"},
    {"Airways", "Transportation"},
    {"Energy", "Energy"},
    {"Solar", "Energy"},
    {"Steel", "Manufacturing"},
    {"Machinery", "Manufacturing"},
    {"Components", "Manufacturing"},
    {"Software", "Technology"},
    {"Systems", "Technology"},
    {"Networks", "Technology"},
    {"Health", "Healthcare"},
    {"Pharma", "Healthcare"},
    {"Clinics", "Healthcare"},
    {"Capital", "Financial Services"},
    {"Insurance", "Financial Services"},
    {"Credit", "Financial Services"},
    {"Builders", "Construction"},
    {"Properties", "Real Estate"},
    {"Stores", "Retail"},
    {"Outfitters", "Retail"},
    {"Media", "Media"},
    {"Studios", "Media"},
    {"Hotels", "Hospitality"},
    {"Travel", "Hospitality"},
    {"Telecom", "Telecommunications"},
    {"Mining", "Mining"},
    {"Farms", "Agriculture"},
    {"Learning", "Education"},
    {"Textiles", "Manufacturing"},
});

constexpr std::array kForms =
    std::to_array<std::string_view>({"Ltd", "Inc", "Group", "GmbH", "LLC"});

constexpr std::array kQualities = std::to_array<std::string_view>({
    "Classic", "Compact", "Everyday", "Smart", "Premium", "Light",   "Sturdy",  "Wireless",
    "Folding", "Organic", "Portable", "Quiet", "Rapid",   "Slim",    "Soft",    "Solid",
    "Steel",   "Thermal", "Travel",   "Ultra", "Urban",   "Vintage", "Outdoor", "Eco",
});

constexpr std::array kNouns = std::to_array<ProductNoun>({
    {"Headphones", "Electronics", "Audio"},
    {"Speaker", "Electronics", "Audio"},
    {"Keyboard", "Electronics", "Computing"},
    {"Monitor", "Electronics", "Computing"},
    {"Laptop Stand", "Electronics", "Computing"},
    {"Camera", "Electronics", "Photo"},
    {"Charger", "Electronics", "Accessories"},
    {"Desk Lamp", "Home", "Lighting"},
    {"Kettle", "Home", "Kitchen"},
    {"Frying Pan", "Home", "Kitchen"},
    {"Knife Set", "Home", "Kitchen"},
    {"Blanket", "Home", "Bedding"},
    {"Pillow", "Home", "Bedding"},
    {"Bookshelf", "Furniture", "Storage"},
    {"Office Chair", "Furniture", "Seating"},
    {"Side Table", "Furniture", "Tables"},
    {"Backpack", "Sports", "Bags"},
    {"Tent", "Sports", "Camping"},
    {"Yoga Mat", "Sports", "Fitness"},
    {"Water Bottle", "Sports", "Fitness"},
    {"Bicycle Helmet", "Sports", "Cycling"},
    {"Running Shoes", "Clothing", "Footwear"},
    {"Rain Jacket", "Clothing", "Outerwear"},
    {"Wool Sweater", "Clothing", "Knitwear"},
    {"T-Shirt", "Clothing", "Basics"},
    {"Socks", "Clothing", "Basics"},
    {"Drill", "Tools", "Power Tools"},
    {"Screwdriver Set", "Tools", "Hand Tools"},
    {"Garden Hose", "Garden", "Watering"},
    {"Plant Pot", "Garden", "Planting"},
    {"Coffee Beans", "Grocery", "Beverages"},
    {"Green Tea", "Grocery", "Beverages"},
    {"Olive Oil", "Grocery", "Pantry"},
    {"Dark Chocolate", "Grocery", "Snacks"},
    {"Board Game", "Toys", "Games"},
    {"Building Blocks", "Toys", "Construction"},
    {"Notebook", "Office", "Paper"},
    {"Pen Set", "Office", "Writing"},
    {"Shampoo", "Beauty", "Hair Care"},
    {"Face Cream", "Beauty", "Skin Care"},
});

constexpr std::array kLines = std::to_array<std::string_view>(
    {"", " Plus", " Pro", " Mini", " XL", " II", " Select", " One"});

}  // namespace

std::span<const std::string_view> company_roots() { return kRoots; }
std::span<const CompanyField> company_fields() { return kFields; }
std::span<const std::string_view> company_forms() { return kForms; }
std::span<const std::string_view> product_qualities() { return kQualities; }
std::span<const ProductNoun> product_nouns() { return kNouns; }
std::span<const std::string_view> product_lines() { return kLines; }

}  // namespace dbx::seed
