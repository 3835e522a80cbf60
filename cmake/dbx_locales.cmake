# The words and places of the locales, as `tools/fetch_locales.sh` packed them.
set(DBX_LOCALES_DIR ${CMAKE_SOURCE_DIR}/.cache/locales)
if(NOT EXISTS ${DBX_LOCALES_DIR}/locales.bin)
  message(FATAL_ERROR "The locales are not here yet: run ./dev build, which fetches them")
endif()
