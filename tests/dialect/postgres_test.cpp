// PostgreSQL: quoting, types, values, connections and what goes wrong with them.
#include <gtest/gtest.h>

#include <thread>

#include "dbx/dialect/postgres/connection.h"
#include "dbx/dialect/postgres/postgres.h"
#include "support/postgres.h"

namespace dbx::dialect::postgres {
namespace {

using database::Value;

TEST(postgres_text, names_are_quoted_where_they_must_be) {
  EXPECT_EQ(quote("region"), "region");
  EXPECT_EQ(quote("order"), "\"order\"");
  EXPECT_EQ(quote("Region"), "\"Region\"");
  EXPECT_EQ(quote("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(quote("größe"), "\"größe\"");
  EXPECT_EQ(quote("1a"), "\"1a\"");
  EXPECT_EQ(quote(schema::Name{"sales", "Order"}), "sales.\"Order\"");
  EXPECT_EQ(quote_dotted("\"de_DE.utf8\""), "\"de_DE.utf8\"");
  EXPECT_EQ(quote_dotted("C"), "\"C\"");
  EXPECT_EQ(quote_dotted("sales.by_length"), "sales.by_length");
  EXPECT_EQ(quote_text("it's"), "'it''s'");
  EXPECT_EQ(quote_text("a\\'b"), "E'a\\\\''b'");
}

TEST(postgres_text, sequence_names_are_cut_as_the_server_cuts_them) {
  EXPECT_EQ(serial_sequence_name("t", "id"), "t_id_seq");
  const std::string name = serial_sequence_name(std::string(60, 'a'), std::string(40, 'b'));
  EXPECT_EQ(name, std::string(29, 'a') + "_" + std::string(29, 'b') + "_seq");
}

TEST(postgres_text, types_that_fit_are_told_apart_from_those_that_do_not) {
  const auto kind = [](const char* text) { return read_catalog_type(text).kind; };
  EXPECT_EQ(kind("numeric(18,2)"), spec::TypeKind::kDecimal);
  EXPECT_EQ(kind("character varying(40)"), spec::TypeKind::kVarchar);
  EXPECT_EQ(kind("timestamp(3) with time zone"), spec::TypeKind::kTimestampTz);
  EXPECT_EQ(kind("time without time zone"), spec::TypeKind::kTime);
  EXPECT_TRUE(read_catalog_type("integer[]").array);
  for (const char* text :
       {"numeric", "numeric(60,2)", "numeric(4,-2)", "character varying", "bpchar", "\"char\"",
        "json", "bit(3)", "interval(3)", "time with time zone", "sales.\"Odd[]\"", "citext[]"}) {
    EXPECT_EQ(kind(text), spec::TypeKind::kEngine) << text;
    EXPECT_EQ(type_name(read_catalog_type(text)), text);
  }
}

TEST(postgres_text, stored_types_are_what_the_server_keeps) {
  const auto stored = [](const char* text) {
    const spec::Type once = stored_type(spec::read_type(text).type);
    EXPECT_EQ(stored_type(once), once) << text;
    return type_name(once);
  };
  EXPECT_EQ(stored("BINARY(5)"), "bytea");
  EXPECT_EQ(stored("TIMESTAMP(9)"), "timestamp(6) without time zone");
  EXPECT_EQ(stored("INT[]"), "integer[]");
  EXPECT_EQ(stored("engine:\"timestamptz(3)\""), "timestamp(3) with time zone");
  EXPECT_EQ(stored("engine:\"INT4\""), "integer");
  EXPECT_EQ(stored("engine:\"varchar (5)\""), "character varying(5)");
  EXPECT_EQ(stored("engine:\"numeric(7)\""), "numeric(7,0)");
  EXPECT_EQ(stored("engine:\"decimal\""), "numeric");
  EXPECT_EQ(stored("engine:\"sales.\\\"Odd\\\"\""), "sales.\\\"Odd\\\"");
}

TEST(postgres_text, urls_that_are_none_are_refused_without_their_password) {
  for (const char* url :
       {"postgres:db", "postgres://u:topsecret%zz@h/x", "postgres://u:tops@ecret@127.0.0.1/x",
        "postgres://u:top/secret@h/x", "postgres://u:topsecret@h/x?nonsense=1"}) {
    const auto connection = connect(url, {});
    ASSERT_FALSE(connection.has_value()) << url;
    const Diagnostic& error = connection.error()[0];
    EXPECT_EQ(error.code, Code::kBadUrl) << error.message;
    for (const std::string& text : {error.message, error.hint}) {
      EXPECT_EQ(text.find("ecret"), std::string::npos) << text;
    }
  }
}

TEST(postgres_text, a_server_that_is_not_there_is_said) {
  const auto connection = connect("postgres://u:topsecret@127.0.0.1:1/x", {});
  ASSERT_FALSE(connection.has_value());
  EXPECT_EQ(connection.error()[0].code, Code::kNoConnection);
  EXPECT_TRUE(connection.error()[0].message.starts_with("no PostgreSQL server at 127.0.0.1:1"));
  EXPECT_EQ(connection.error()[0].message.find("secret"), std::string::npos);
}

class postgres : public testing::Test {
 protected:
  void SetUp() override {
    const auto url = test::postgres_url("dialect");
    if (!url) GTEST_SKIP() << "no PostgreSQL server is installed";
    url_ = *url;
    connection_ = open();
  }

  std::unique_ptr<database::Connection> open(Access access = Access::kReadWrite) {
    auto connection = connect(url_, {access});
    EXPECT_TRUE(connection.has_value()) << connection.error()[0].message;
    return std::move(*connection);
  }

  database::ResultSet rows(const std::string& sql, std::span<const Value> parameters = {}) {
    auto result = connection_->query(sql, parameters);
    EXPECT_TRUE(result.has_value()) << sql << ": " << (result ? "" : result.error()[0].message);
    return result ? std::move(*result) : database::ResultSet{};
  }

  void run(const std::string& sql) {
    const Status status = connection_->execute(sql);
    EXPECT_TRUE(status.has_value()) << sql << ": " << (status ? "" : status.error()[0].message);
  }

  std::string url_with(const std::string& from, const std::string& to) {
    std::string url = url_;
    return url.replace(url.find(from), from.size(), to);
  }

  std::string url_;
  std::unique_ptr<database::Connection> connection_;
};

TEST_F(postgres, names_are_quoted_as_the_server_quotes_them) {
  for (const auto& row : rows("SELECT word, quote_ident(word) FROM pg_get_keywords()").rows) {
    EXPECT_EQ(quote(std::get<std::string>(row[0])), std::get<std::string>(row[1]));
  }
  for (const char* name : {"a$b", "_x9", "ä", "a b", "", "A"}) {
    const Value parameter[] = {std::string(name)};
    EXPECT_EQ(quote(name), database::to_text(rows("SELECT quote_ident($1)", parameter).rows[0][0]));
    EXPECT_EQ(rows("SELECT " + quote_text(std::string(name) + "\\'")).rows[0][0],
              Value(std::string(name) + "\\'"));
  }
}

TEST_F(postgres, values_come_back_as_what_they_are) {
  const auto result = rows(
      "SELECT 1, 2.5::float8, true, 'x', NULL, 1.50::numeric(9,2), DATE '2026-01-02', ARRAY[1,2], "
      "'NaN'::float8, 9223372036854775807, (-5)::smallint");
  const auto& row = result.rows.at(0);
  EXPECT_EQ(row[0], Value(std::int64_t{1}));
  EXPECT_EQ(row[1], Value(2.5));
  EXPECT_EQ(row[2], Value(true));
  EXPECT_EQ(row[3], Value(std::string("x")));
  EXPECT_EQ(row[4], Value(std::monostate{}));
  EXPECT_EQ(row[5], Value(std::string("1.50")));
  EXPECT_EQ(row[6], Value(std::string("2026-01-02")));
  EXPECT_EQ(row[7], Value(std::string("{1,2}")));
  EXPECT_NE(std::get<double>(row[8]), std::get<double>(row[8]));
  EXPECT_EQ(row[9], Value(std::int64_t{9223372036854775807}));
  EXPECT_EQ(row[10], Value(std::int64_t{-5}));
  EXPECT_TRUE(result.is_numeric[5]);
  EXPECT_FALSE(result.is_numeric[6]);
}

TEST_F(postgres, parameters_bind) {
  const Value values[] = {std::string("it's; --"), std::int64_t{7}, std::monostate{}, true, 0.1};
  const auto result =
      rows("SELECT $1::text, $2::bigint, $3::text, $4::boolean, $5::float8", values);
  for (std::size_t i = 0; i < std::size(values); ++i) EXPECT_EQ(result.rows[0][i], values[i]);
  const Value nul[] = {std::string("a\0b", 3)};
  EXPECT_FALSE(connection_->query("SELECT $1::text", nul).has_value());
}

TEST_F(postgres, errors_carry_the_servers_words) {
  const auto result = connection_->query("SELECT nothing\nFROM nowhere");
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error()[0].code, Code::kQueryFailed);
  EXPECT_EQ(result.error()[0].message, "relation \"nowhere\" does not exist");
  EXPECT_EQ(result.error()[0].hint, "SQLSTATE 42P01; the statement begins: SELECT nothing");
  EXPECT_FALSE(connection_->execute("COPY pg_class TO STDOUT").has_value());
  EXPECT_TRUE(connection_->execute("SELECT 1").has_value());
}

TEST_F(postgres, a_commit_that_rolls_back_is_an_error) {
  ASSERT_TRUE(connection_->begin());
  run("CREATE TABLE t (a integer)");
  EXPECT_FALSE(connection_->execute("SELECT 1/0"));
  const Status committed = connection_->commit();
  ASSERT_FALSE(committed.has_value());
  EXPECT_EQ(committed.error()[0].code, Code::kQueryFailed);
  EXPECT_EQ(connection_->has_table("t"), false);
  run("CREATE TABLE t (a integer)");
  EXPECT_EQ(connection_->has_table("t"), true);
}

TEST_F(postgres, a_database_or_user_that_is_not_there_is_said) {
  const auto nothing = connect(url_with("dialect_", "nothing_"), {});
  ASSERT_FALSE(nothing.has_value());
  EXPECT_EQ(nothing.error()[0].code, Code::kNoConnection);
  EXPECT_TRUE(nothing.error()[0].message.starts_with("no database 'nothing_"));
  const auto nobody = connect(url_with("user=postgres", "user=nobody_here"), {});
  ASSERT_FALSE(nobody.has_value());
  EXPECT_NE(nobody.error()[0].message.find("does not let user 'nobody_here' in"),
            std::string::npos);
}

TEST_F(postgres, reading_only_writes_nothing) {
  const auto reader = open(Access::kReadOnly);
  const Status status = reader->execute("CREATE TABLE t (a integer)");
  ASSERT_FALSE(status.has_value());
  EXPECT_NE(status.error()[0].hint.find("25006"), std::string::npos) << status.error()[0].hint;
}

TEST_F(postgres, a_statement_is_cancelled_from_another_thread) {
  std::thread other([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    connection_->cancel();
  });
  const Status status = connection_->execute("SELECT pg_sleep(60)");
  other.join();
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(status.error()[0].code, Code::kInterrupted);
}

TEST_F(postgres, a_session_that_ends_is_no_connection_and_says_what_was_read) {
  const auto pid = rows("SELECT pg_backend_pid()").rows[0];
  const auto other = open();
  ASSERT_TRUE(other->execute("SELECT pg_terminate_backend($1)", pid));
  ASSERT_TRUE(other->execute("SELECT pg_sleep(0.3)"));
  Diagnostics notes;
  const auto inspected = inspect(*connection_, notes);
  ASSERT_FALSE(inspected.has_value());
  EXPECT_EQ(inspected.error()[0].code, Code::kNoConnection);
  EXPECT_EQ(inspected.error()[0].message.rfind("the connection was lost while ", 0), 0U)
      << inspected.error()[0].message;
}

TEST_F(postgres, every_type_of_a_column_survives_the_round_trip) {
  run("CREATE TYPE mood AS ENUM ('a')");
  run("CREATE SCHEMA \"Odd\"");
  run("CREATE DOMAIN \"Odd\".\"D[]\" AS integer");
  const std::vector<std::string> types = {"smallint",
                                          "integer",
                                          "bigint",
                                          "numeric(18,2)",
                                          "numeric",
                                          "numeric(50,3)",
                                          "numeric(3,-2)",
                                          "real",
                                          "double precision",
                                          "boolean",
                                          "character(3)",
                                          "bpchar",
                                          "character varying(9)",
                                          "character varying",
                                          "text",
                                          "date",
                                          "time without time zone",
                                          "time(0) without time zone",
                                          "time(2) with time zone",
                                          "timestamp without time zone",
                                          "timestamp(3) without time zone",
                                          "timestamp with time zone",
                                          "timestamp(6) with time zone",
                                          "interval",
                                          "interval(3)",
                                          "interval day to second(2)",
                                          "uuid",
                                          "json",
                                          "jsonb",
                                          "bytea",
                                          "inet",
                                          "bit(3)",
                                          "bit varying",
                                          "tsvector",
                                          "\"char\"",
                                          "name",
                                          "oid",
                                          "xml",
                                          "money",
                                          "int4range",
                                          "mood",
                                          "mood[]",
                                          "integer[]",
                                          "numeric(5,1)[]",
                                          "timestamp(3) with time zone[]",
                                          "\"Odd\".\"D[]\"",
                                          "\"Odd\".\"D[]\"[]"};
  std::string columns;
  for (std::size_t i = 0; i < types.size(); ++i) {
    columns += (i == 0 ? "c" : ", c") + std::to_string(i) + " " + types[i];
  }
  run("CREATE TABLE t (" + columns + ")");
  Diagnostics notes;
  const auto inspected = inspect(*connection_, notes);
  ASSERT_TRUE(inspected.has_value()) << inspected.error()[0].message;
  const schema::Table& table = inspected->tables.at(0);
  ASSERT_EQ(table.columns.size(), types.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    const spec::Type& type = table.columns[i].type;
    EXPECT_EQ(type_name(type), types[i]);
    EXPECT_EQ(type_name(stored_type(type)), types[i]) << "what the server keeps is kept";
    EXPECT_EQ(stored_type(type), type) << types[i];
  }
}

}  // namespace
}  // namespace dbx::dialect::postgres
