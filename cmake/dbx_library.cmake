# dbx_library(NAME DEPS other folders LINK outside libraries): the folder src/dbx/NAME as the target
# dbx::NAME. DEPS is also the include-layer table: tools/check_layers.mjs reads it from
# src/dbx/CMakeLists.txt and refuses any other include, so there is one source of truth.
function(dbx_library name)
  cmake_parse_arguments(arg "" "" "DEPS;LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(NOT sources)
    message(FATAL_ERROR "dbx_library(${name}): the folder holds no .cpp file")
  endif()
  add_library(dbx_${name} STATIC ${sources})
  add_library(dbx::${name} ALIAS dbx_${name})
  list(TRANSFORM arg_DEPS PREPEND dbx::)
  target_link_libraries(dbx_${name} PUBLIC dbx_compile ${arg_DEPS} ${arg_LINK})
endfunction()

# dbx_test(NAME DEPS folders): tests/NAME/*_test.cpp as one program, each case a ctest test.
function(dbx_test name)
  cmake_parse_arguments(arg "" "" "DEPS;LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*_test.cpp)
  if(NOT sources)
    message(FATAL_ERROR "dbx_test(${name}): the folder holds no *_test.cpp file")
  endif()
  add_executable(dbx_${name}_test ${sources})
  list(TRANSFORM arg_DEPS PREPEND dbx::)
  target_link_libraries(dbx_${name}_test PRIVATE dbx_test_support ${arg_DEPS} ${arg_LINK})
  gtest_discover_tests(dbx_${name}_test DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 300
    TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60)
endfunction()
