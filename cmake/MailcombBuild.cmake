# SPDX-License-Identifier: Apache-2.0
# How everything in this repository is compiled; outsiders' plugins are not touched by it.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 99)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Build type" FORCE)
endif()

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

add_compile_options(-Wall -Wextra -Wpedantic -Werror=return-type -fno-omit-frame-pointer)
# g++ 12 sees overlaps in std::string that are not there (GCC bug 105651).
add_compile_options($<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
if(MAILCOMB_SANITIZE)
  # Nothing is optimized, and only lines are known: both make the build much faster, which is most of the
  # time of all tests.
  add_compile_options(-g1)
  add_compile_options(-fsanitize=${MAILCOMB_SANITIZE} -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${MAILCOMB_SANITIZE})
else()
  add_compile_options($<$<CONFIG:Debug>:-O1>)
endif()
