# Clang refuses qpdf's headers with GCC's C++20 library: a destructor in JSON.hh asks for the one of a std::vector whose
# element is not yet complete, and clang instantiates that one at once because it is constexpr. Clang gets a copy of
# the header in which it is not.
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  find_file(GCC_VECTOR bits/stl_vector.h PATHS ${CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES} NO_DEFAULT_PATH REQUIRED)
  file(READ "${GCC_VECTOR}" vector)
  string(REGEX REPLACE "_GLIBCXX20_CONSTEXPR[ \n]+~vector" "~vector" vector "${vector}")
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/clang_include/bits/stl_vector.h" CONTENT "${vector}" @ONLY)
  include_directories(BEFORE SYSTEM "${CMAKE_BINARY_DIR}/clang_include")
endif()
