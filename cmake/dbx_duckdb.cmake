# DuckDB's C library and header, as `tools/fetch_duckdb.sh` unpacked them from the npm registry.
set(DBX_DUCKDB_DIR ${CMAKE_SOURCE_DIR}/.cache/duckdb-1.4.4)
if(NOT EXISTS ${DBX_DUCKDB_DIR}/libduckdb.so)
  message(FATAL_ERROR "DuckDB is not here yet: run ./dev build, which fetches it")
endif()
add_library(dbx_duckdb SHARED IMPORTED)
set_target_properties(dbx_duckdb PROPERTIES
  IMPORTED_LOCATION ${DBX_DUCKDB_DIR}/libduckdb.so
  IMPORTED_NO_SONAME ON
  INTERFACE_INCLUDE_DIRECTORIES ${DBX_DUCKDB_DIR})
# The binary looks for the library beside itself, so that the folder can be moved as a whole.
file(COPY ${DBX_DUCKDB_DIR}/libduckdb.so DESTINATION ${CMAKE_BINARY_DIR})
set(CMAKE_BUILD_RPATH "$ORIGIN;${CMAKE_BINARY_DIR}")
