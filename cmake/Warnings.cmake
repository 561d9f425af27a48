# Warnings are errors where the program is worked on (the presets dev, asan and fuzz); whoever builds it to use it may
# have another compiler, whose new warning must not cost them the program. A dependency's headers are system headers
# and stay quiet.
option(PRONGSAI_WARNINGS_ARE_ERRORS "Stop at a compiler's warning" OFF)
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
                    -Wcast-qual -Wformat=2 -Wundef -Wnull-dereference -Wdouble-promotion)
if(PRONGSAI_WARNINGS_ARE_ERRORS)
  add_compile_options(-Werror)
endif()
# GCC 12 reports false dangling and restrict warnings inside std::string at -O2 (GCC bugs 105329, 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-Wno-restrict -Wno-null-dereference)
endif()
# The review app's files stand in the program as strings, longer than C++ asks a compiler to take.
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  add_compile_options(-Wno-overlength-strings)
endif()
if(PRONGSAI_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()
# libFuzzer watches which branches an input takes; the sanitizers turn silent errors into found ones.
if(PRONGSAI_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "PRONGSAI_FUZZ needs clang: cmake --preset fuzz")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()
# Designated initialisers name what differs from the default; the rest is meant to stay default.
add_compile_options(-Wno-missing-field-initializers)
