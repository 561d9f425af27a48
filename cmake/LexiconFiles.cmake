# Writes generated/lexicon_files.cpp: the files of data/thai as strings in the program, so that finders of numbers, dates and
# names need no file beside it.
file(GLOB lexicon_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/data/thai/*.yaml" "${CMAKE_SOURCE_DIR}/data/thai/*.txt")
set(entries "")
foreach(file ${lexicon_files})
  set_property(DIRECTORY "${CMAKE_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" content)
  string(APPEND entries "      {\"${name}\", R\"data(${content})data\"},\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/lexicon_files.cpp" @ONLY CONTENT
"// Generated from data/thai; see cmake/LexiconFiles.cmake.
#include <array>

#include \"extractors/text/data/lexicon.hpp\"

namespace prongsai::text {

std::span<const LexiconFile> lexicon_files() {
  static constexpr auto kAll = std::to_array<LexiconFile>({
@entries@  });
  return kAll;
}

}  // namespace prongsai::text
")
