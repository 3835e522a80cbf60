# The words of WordNet (Debian: wordnet-base), packed for src/dbx/english/lexicon.h.
find_path(DBX_WORDNET_DIR index.noun PATHS /usr/share/wordnet NO_DEFAULT_PATH)
if(NOT DBX_WORDNET_DIR)
  message(FATAL_ERROR "WordNet is not here yet: run ./dev build, which installs wordnet-base")
endif()
find_program(DBX_NODE NAMES node nodejs REQUIRED)
function(dbx_embed_wordnet target name)
  set(packed ${CMAKE_CURRENT_BINARY_DIR}/wordnet.bin)
  add_custom_command(OUTPUT ${packed} VERBATIM DEPENDS ${CMAKE_SOURCE_DIR}/tools/pack_wordnet.mjs
    COMMAND ${DBX_NODE} ${CMAKE_SOURCE_DIR}/tools/pack_wordnet.mjs ${DBX_WORDNET_DIR} ${packed})
  dbx_embed_files(${target} ${name} ${CMAKE_CURRENT_BINARY_DIR} ${packed})
endfunction()
