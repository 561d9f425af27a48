# Writes generated/check_list.cpp from the files in pipeline/checks that carry a check: <name>.cpp defines
# prongsai::checks::<name>. Helper files stay out of the list by ending in _support.cpp or by being named below.
file(GLOB check_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/pipeline/checks/*.cpp")
set(declarations "")
set(entries "")
foreach(file ${check_files})
  get_filename_component(check ${file} NAME_WE)
  if(check MATCHES "_support$" OR check MATCHES "^(run_checks|rules|rubric|messages|across)$")
    continue()
  endif()
  string(APPEND declarations "std::vector<Finding> ${check}(const CheckInput&);\n")
  string(APPEND entries "    {\"${check}\", ${check}},\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/check_list.cpp" @ONLY CONTENT
"// Generated from the files of pipeline/checks; see cmake/CheckList.cmake.
#include \"pipeline/checks/check.hpp\"

namespace prongsai::checks {

${declarations}
const std::vector<Check>& all_checks() {
  static const std::vector<Check> checks = {
${entries}  };
  return checks;
}

}  // namespace prongsai::checks
")
