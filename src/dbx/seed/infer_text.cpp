// Rules for text columns.
#include "dbx/seed/infer.h"

namespace dbx::seed {
namespace {

// For names that end like an identifier's; anything else of the kind is a code.
constexpr Rule kIdentifierRules[] = {
    {"_uuid_ _guid_", "uuid", "named like a UUID"},
    {"_phone_number_ _mobile_number_ _telephone_number_ _fax_number_ _phone_no_", "phone",
     "named like a telephone number"},
    {"_ssn_ _tax_id_ _tax_number_ _vat_number_ _vat_id_ _national_id_ _passport_",
     "code pattern=##-#######", "named like an official number"},
    {"_iban_", "iban", "named like an IBAN"},
    {"_bic_ _swift_", "bic", "named like a bank's code"},
    {"_card_number_ _card_no_", "credit_card", "named like a card number"},
    {"_vin_ _vehicle_identification_number_", "vin", "named like a vehicle's number"},
    {"_imei_", "imei", "named like a device's number"},
    {"_account_number_ _account_no_ _acct_no_ _acct_number_", "code pattern=##########",
     "named like an account number"},
    {"_postal_code_ _zip_code_ _post_code_", "postal_code", "named like a postal code"},
    {"_country_code_ _country_iso_ _iso_code_ _country_iso2_", "country_code",
     "named like a country code"},
    {"_currency_", "currency", "named like a currency"},
    {"_language_code_", "categorical values=en:45|es:18|fr:12|de:12|pt:8|ja:5",
     "named like a language"},
    {"_isbn_ _isbn13_", "isbn13", "named like a book's number"},
    {"_ean_ _ean13_ _gtin_", "ean13", "named like an article number"},
    {"_sku_ _upc_ _barcode_", "code pattern=############", "named like an article number"},
    {"_state_code_ _province_code_", "state", "named like a state or province"},
    {"_diagnosis_code_ _icd_code_ _icd10_code_", "diagnosis_code", "named like a diagnosis code"},
};

constexpr Rule kRules[] = {
    // Ways to reach somebody
    {"_email_ _mail_$ _e_mail_", "email", "named like an e-mail address"},
    {"_phone_ _mobile_ _telephone_ _fax_ _cell_", "phone", "named like a telephone number"},
    {"_page_url_ _page_path_ _landing_page_", "text template=/{topic}/{row}",
     "named like a page's address"},
    {"_url_ _website_ _web_site_ _homepage_ _link_$", "url", "named like a web address"},
    {"_ipv6_", "ipv6", "named like an IPv6 address"},
    {"_ip_$ ^_ip_ _ip_address_ _ipv4_", "ipv4", "named like an IP address"},
    {"_mac_$ _mac_address_", "mac", "named like a network card's address"},
    {"_user_agent_", "user_agent", "named like a browser's user agent"},
    {"_mime_ _mime_type_ _content_type_ _media_type_", "mime_type", "named like a media type"},
    {"_sha256_ _checksum_ _digest_ _hash_$", "hash", "named like a digest"},
    {"_md5_", "hash digits=32", "named like a digest"},
    {"_sha1_ _commit_", "hash digits=40", "named like a digest"},
    {"_uuid_ _guid_", "uuid", "named like a UUID"},
    // People
    {"_first_name_ _given_name_ _forename_ _fname_", "first_name", "named like a first name"},
    {"_last_name_ _surname_ _family_name_ _lname_", "last_name", "named like a last name"},
    {"_username_ _user_name_ _login_ _handle_", "user_name", "named like a login"},
    {"_full_name_ _customer_name_ _employee_name_ _person_name_ _contact_name_ _contact_$ "
     "_manager_name_ _owner_name_ _patient_name_ _student_name_ _teacher_name_ _doctor_name_ "
     "_physician_name_ _borrower_name_ _member_name_ _user_name_ _rep_name_ _agent_name_ "
     "_holder_name_ _passenger_name_ _guest_name_ _author_ _created_by_ _updated_by_ _approved_by_ "
     "_instructor_name_ _driver_name_ _subscriber_name_ _officer_name_ _client_name_ "
     "_advisor_name_ "
     "_seller_name_ _staff_name_ _operator_name_ _technician_name_ _salesperson_ _manager_$",
     "full_name", "named like a person's name"},
    {"_gender_ _sex_", "gender", "named like a gender"},
    {"^_prefix_$ _name_prefix_ _salutation_ _honorific_", "prefix", "named like a form of address"},
    {"_marital_", "categorical values=Single:40|Married:45|Divorced:11|Widowed:4",
     "named like a marital status"},
    {"_page_title_ _page_name_ _screen_name_",
     "distinct values=Home|Pricing|Product~overview|Features|Checkout|Cart|Contact|About~us|Blog|"
     "Careers|Support|Documentation|Sign~up|Sign~in|Search|Delivery|Returns|Gift~cards|Stores|News|"
     "Reviews|Order~status|Account|Newsletter|Privacy",
     "named like a page"},
    {"_job_title_ ^_title_$ _employee_title_ _contact_title_ _position_ _occupation_ _job_",
     "categorical values=Analyst:20|Associate:20|Specialist:15|Engineer:15|Manager:12|Consultant:8|"
     "Director:6|Coordinator:4|Accountant:5|Buyer:3|Designer:4|Developer:9|Administrator:6|"
     "Planner:3|Technician:6|Recruiter:2|Controller:2|Architect:3|Assistant:8|Team~Lead:6",
     "named like a job title"},
    {"_department_ _dept_ _division_ _team_ _business_unit_",
     "categorical values=Sales:22|Operations:20|Finance:14|Marketing:12|Engineering:12|Support:10|"
     "Human~Resources:6|Legal:4|Procurement:4|IT:9|Research:5|Logistics:8|Quality:4|Facilities:3",
     "named like a department"},
    {"_age_group_ _age_band_ _age_range_",
     "categorical values=18-24:14|25-34:22|35-44:20|45-54:18|55-64:15|65+:11",
     "named like an age band"},
    {"_income_band_ _income_group_ _income_level_", "categorical values=Low:30|Medium:50|High:20",
     "named like an income band"},
    {"_education_", "categorical values=High~School:32|Bachelor:36|Master:20|Doctorate:5|Other:7",
     "named like a level of education"},
    {"_ssn_ _tax_id_ _vat_ _national_id_ _passport_", "code pattern=##-#######",
     "named like an official number"},
    {"_iban_", "iban", "named like an IBAN"},
    {"_bic_ _swift_", "bic", "named like a bank's code"},
    {"_account_number_ _account_no_ _acct_no_ _acct_number_", "code pattern=##########",
     "named like an account number"},
    {"_language_ _locale_",
     "categorical values=English:45|Spanish:18|French:12|German:12|Portuguese:8|"
     "Japanese:5",
     "named like a language"},
    {"_nationality_", "country", "named like a nationality"},
    // Companies
    {"_industry_ _sector_ _line_of_business_", "industry", "named like an industry"},
    {"_company_name_ _company_$ _organization_ _organisation_ _organization_name_ _supplier_name_ "
     "_vendor_name_ _account_name_ _employer_ _employer_name_ _lender_name_ _bank_name_ "
     "_carrier_name_ "
     "_partner_name_ _merchant_name_ _manufacturer_ _manufacturer_name_ _publisher_ _legal_name_ "
     "_supplier_$ _vendor_$ _carrier_$ _merchant_$ _provider_name_ _payer_name_ _insurer_name_ "
     "_airline_name_ _hospital_name_ _tenant_name_ _counterparty_name_ _issuer_",
     "company", "named like a company"},
    {"_legal_form_ _company_type_", "categorical values=Ltd:30|Inc:30|LLC:25|GmbH:15",
     "named like a legal form"},
    // Places
    {"_zip_ _postcode_ _zipcode_ _postal_", "postal_code", "named like a postal code"},
    {"_country_code_ _country_iso_ _iso_code_ _country_iso2_", "country_code",
     "named like a country code"},
    {"_country_", "country", "named like a country"},
    {"_region_ _geography_ _continent_ _territory_ _market_area_", "region", "named like a region"},
    {"_state_ _province_ _state_name_", "state", "named like a state or province"},
    {"_city_ _town_ _municipality_", "city", "named like a city"},
    {"_county_", "county", "named like a county"},
    {"_full_address_ _mailing_address_ _postal_address_", "full_address",
     "named like a whole address"},
    {"_street_ _address_ _address_line_", "street", "named like an address"},
    {"_currency_", "currency", "named like a currency"},
    {"_timezone_ _time_zone_", "time_zone", "named like a time zone"},
    {"_store_name_ _branch_name_ _warehouse_name_ _location_name_ _site_name_ _shop_name_ "
     "_plant_name_ "
     "_outlet_name_ _facility_name_ _clinic_name_ _campus_name_ _restaurant_name_ _hotel_name_ "
     "_airport_name_ _station_name_ _depot_name_ _office_name_",
     "text template={place}~{company}~{row}", "named like a place of business"},
    // Products
    {"_subcategory_ _sub_category_ _product_type_", "product_subcategory",
     "named like a product subcategory"},
    {"_product_category_ _category_ _category_name_ _product_line_ _product_group_ "
     "_product_family_",
     "product_category", "named like a product category"},
    {"_product_name_ _product_$ _item_name_ _item_$ _sku_name_ _product_description_ _part_name_",
     "product", "named like a product"},
    {"_brand_ _brand_name_ _make_",
     "categorical values=Alder:20|Northpeak:18|Lumen:15|Corvo:12|"
     "Willow~&~Sons:10|Kestrel:10|Brightwell:8|Oakline:7",
     "named like a brand"},
    {"_color_ _colour_",
     "categorical values=Black:24|White:20|Blue:16|Grey:14|Red:10|Green:9|Yellow:7",
     "named like a colour"},
    {"_size_", "categorical values=S:20|M:34|L:28|XL:12|XXL:6", "named like a size"},
    {"_uom_ _unit_of_measure_ _unit_", "categorical values=each:60|box:20|kg:15|litre:5",
     "named like a unit of measure"},
    {"_material_", "categorical values=Cotton|Steel|Wood|Plastic|Glass|Leather",
     "named like a material"},
    {"_isbn_ _isbn13_", "isbn13", "named like a book's number"},
    {"_ean_ _ean13_ _gtin_", "ean13", "named like an article number"},
    {"_sku_ _upc_ _barcode_", "code pattern=############", "named like an article number"},
    // Money and risk
    {"_rating_ _credit_rating_", "categorical values=AAA:5|AA:12|A:24|BBB:28|BB:17|B:10|CCC:4",
     "named like a credit rating"},
    {"_risk_ _risk_level_ _severity_ _priority_", "categorical values=Low:50|Medium:35|High:15",
     "named like a level of risk or urgency"},
    {"_payment_method_ _payment_type_ _tender_",
     "categorical values=Card:48|Bank~Transfer:24|Cash:12|Wallet:11|Cheque:5",
     "named like a means of payment"},
    {"_payment_status_", "categorical values=Paid:82|Pending:9|Late:6|Failed:3",
     "named like a payment status"},
    {"_loan_type_ _loan_purpose_", "categorical values=Mortgage:30|Business:28|Auto:22|Personal:20",
     "named like a kind of loan"},
    {"_account_type_", "categorical values=Checking:45|Savings:30|Credit:15|Investment:10",
     "named like a kind of account"},
    {"_transaction_type_", "categorical values=Purchase:55|Payment:25|Transfer:12|Refund:8",
     "named like a kind of transaction"},
    // States, kinds and grades
    {"_order_status_ _shipment_status_ _delivery_status_",
     "categorical values=Delivered:62|Shipped:16|Processing:12|Cancelled:6|Returned:4",
     "named like an order status"},
    {"_claim_status_ _ticket_status_ _case_status_",
     "categorical values=Closed:60|Open:25|Pending:15", "named like a case status"},
    {"_status_ _state_code_", "categorical values=Active:72|Inactive:14|Pending:9|Closed:5",
     "named like a status"},
    {"_segment_ _customer_segment_",
     "categorical values=Consumer:48|Small~Business:27|Corporate:17|"
     "Public~Sector:8",
     "named like a segment"},
    {"_tier_ _loyalty_ _membership_", "categorical values=Bronze:44|Silver:30|Gold:18|Platinum:8",
     "named like a tier"},
    {"_grade_ _class_", "categorical values=A:25|B:40|C:25|D:10", "named like a grade"},
    {"_level_", "categorical values=Basic:45|Standard:35|Advanced:20", "named like a level"},
    {"_traffic_source_ _referrer_ _referral_",
     "distinct values=Google~organic|Google~ads|Direct|Newsletter|Facebook|Instagram|Bing~organic|"
     "LinkedIn|Partner~sites|YouTube|Affiliates|Press",
     "named like a source of traffic"},
    {"_channel_ _source_", "categorical values=Online:46|Store:28|Partner:14|Phone:12",
     "named like a channel"},
    {"_campaign_ _promotion_name_ _promotion_ _promo_",
     "text template={season}~{product}~{offer}~{row}", "named like a campaign"},
    {"_device_ _platform_", "categorical values=Mobile:52|Desktop:38|Tablet:10",
     "named like a device"},
    {"_browser_", "categorical values=Chrome:58|Safari:22|Edge:11|Firefox:9",
     "named like a browser"},
    {"_operating_system_ _os_", "categorical values=Android:38|iOS:27|Windows:24|macOS:9|Linux:2",
     "named like an operating system"},
    {"_event_type_ _event_name_ _action_",
     "categorical values=view:60|click:24|signup:9|purchase:7", "named like an event"},
    {"_plan_name_ _plan_type_ _plan_ _subscription_type_",
     "categorical values=Free:40|Basic:30|Pro:22|"
     "Enterprise:8",
     "named like a plan"},
    {"_ship_mode_ _shipping_method_ _ship_method_",
     "categorical values=Standard:60|Express:25|"
     "Overnight:9|Pickup:6",
     "named like a way of shipping"},
    {"_reason_", "categorical values=Changed~mind:32|Damaged:22|Late:18|Wrong~item:16|Other:12",
     "named like a reason"},
    {"_frequency_ _period_type_", "categorical values=Monthly:60|Quarterly:25|Annual:15",
     "named like a frequency"},
    {"_diagnosis_chapter_ _icd_chapter_", "diagnosis_chapter", "named like a chapter of diagnoses"},
    {"_diagnosis_ _condition_", "diagnosis", "named like a diagnosis"},
    {"_specialty_ _speciality_",
     "categorical values=Cardiology|Oncology|Pediatrics|Orthopedics|"
     "Neurology|General~Practice",
     "named like a medical specialty"},
    {"_course_name_ _subject_",
     "categorical values=Mathematics|Physics|History|Biology|Economics|"
     "Literature|Chemistry|Computer~Science",
     "named like a subject"},
    {"_quarter_", "categorical values=Q1|Q2|Q3|Q4", "named like a quarter"},
    {"_flag_ ^_is_ ^_has_ _indicator_ _yn_", "categorical values=Y:70|N:30", "named like a flag"},
    {"_type_ _kind_ _type_name_", "categorical values=Standard:50|Premium:25|Basic:15|Custom:10",
     "named like a kind"},
    // Free text
    {"_description_ _comment_ _comments_ _note_ _notes_ _remark_ _remarks_ _message_ _summary_ "
     "_text_ "
     "_details_",
     "text", "named like free text"},
    {"_file_name_ _filename_", "file_name", "named like a file"},
    {"_path_ _file_", "text template=files/{row}.txt", "named like a file"},
};

}  // namespace

std::span<const Rule> identifier_rules() { return kIdentifierRules; }
std::span<const Rule> text_rules() { return kRules; }

}  // namespace dbx::seed
