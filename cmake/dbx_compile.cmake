# How every file is compiled: warnings are errors, floating point is never contracted (a cell must have
# the same bits under every compiler), the fast linker and compiler cache are used where they are installed.
add_library(dbx_compile INTERFACE)
target_compile_options(dbx_compile INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wno-sign-conversion -Werror -ffp-contract=off)
target_include_directories(dbx_compile INTERFACE ${CMAKE_SOURCE_DIR}/src)
# Without this, nlohmann converts silently and <fmt> disagrees with it on std::string.
target_compile_definitions(dbx_compile INTERFACE JSON_USE_IMPLICIT_CONVERSIONS=0
  DBX_VERSION="${PROJECT_VERSION}")
if(DBX_SANITIZE)
  # g++ 12 warns of std::regex's own insides when it instruments them.
  target_compile_options(dbx_compile INTERFACE -fsanitize=address,undefined
    -fno-sanitize-recover=all -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  target_link_options(dbx_compile INTERFACE -fsanitize=address,undefined)
endif()
if(DBX_FUZZ)
  target_compile_options(dbx_compile INTERFACE -fsanitize=fuzzer-no-link,address,undefined
    -fno-sanitize-recover=all -fno-omit-frame-pointer -g)
  target_link_options(dbx_compile INTERFACE -fsanitize=address,undefined)
endif()

find_program(DBX_CCACHE ccache)
if(DBX_CCACHE)
  # Precompiled headers can be cached only with these (ccache manual, "Precompiled headers").
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    ${DBX_CCACHE})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
find_program(DBX_MOLD mold)
if(DBX_MOLD)
  add_link_options(-fuse-ld=mold)
endif()
