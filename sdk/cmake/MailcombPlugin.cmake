# SPDX-License-Identifier: Apache-2.0
# mailcomb_add_plugin(NAME sources...): the one way to make a plugin, for mailcomb and outsiders.
#
# What it takes care of, each from a clash that was measured:
# - only mailcomb_plugin_entry_v1 is exported, whatever is linked in statically: hidden visibility, a
#   version script, --exclude-libs
# - nothing stays undefined until it is first called: -z defs, now
# - no GNU-unique symbols, which would be shared between plugins: -fno-gnu-unique

set(_MAILCOMB_PLUGIN_EXPORTS ${CMAKE_CURRENT_LIST_DIR}/plugin.map)

function(mailcomb_add_plugin name)
  add_library(${name} MODULE ${ARGN})
  target_link_libraries(${name} PRIVATE mailcomb::sdk)
  set_target_properties(${name} PROPERTIES
    PREFIX ""
    C_VISIBILITY_PRESET hidden
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    LINK_DEPENDS ${_MAILCOMB_PLUGIN_EXPORTS})
  target_compile_options(${name} PRIVATE
    $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-fno-gnu-unique>)
  target_link_options(${name} PRIVATE
    LINKER:--version-script=${_MAILCOMB_PLUGIN_EXPORTS}
    LINKER:--exclude-libs,ALL
    LINKER:-z,now LINKER:-z,relro)
  # A sanitizer's runtime comes with the program, so that its symbols are undefined here.
  if(NOT MAILCOMB_SANITIZE)
    target_link_options(${name} PRIVATE LINKER:-z,defs)
  endif()
endfunction()
