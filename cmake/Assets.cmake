# Writes generated/assets.cpp: the files of pipeline/review/assets as strings in the program, so that the pages need no
# file beside it.
file(GLOB asset_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/pipeline/review/assets/*")
set(entries "")
foreach(file ${asset_files})
  set_property(DIRECTORY "${CMAKE_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" content)
  string(APPEND entries "      {\"${name}\", R\"asset(${content})asset\"},\n")
endforeach()
# The terms of the field, as a module of the pages.
set(terms "${CMAKE_SOURCE_DIR}/data/messages/terms.json")
set_property(DIRECTORY "${CMAKE_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${terms}")
file(READ "${terms}" content)
string(APPEND entries "      {\"termlist.js\", R\"asset(export default ${content};)asset\"},\n")
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/assets.cpp" @ONLY CONTENT
"// Generated from pipeline/review/assets; see cmake/Assets.cmake.
#include \"pipeline/review/assets.hpp\"

namespace prongsai::review {

const std::map<std::string, std::string, std::less<>>& assets() {
  static const std::map<std::string, std::string, std::less<>> all = {
@entries@  };
  return all;
}

}  // namespace prongsai::review
")
