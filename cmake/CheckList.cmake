# Writes generated/check_list.cpp from the files of pipeline/checks/rules: <name>.cpp defines the check
# prongsai::checks::<name>, and nothing else stands there.
file(GLOB check_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/pipeline/checks/rules/*.cpp")
set(declarations "")
set(entries "")
foreach(file ${check_files})
  get_filename_component(check ${file} NAME_WE)
  string(APPEND declarations "std::vector<Finding> ${check}(const CheckInput&);\n")
  string(APPEND entries "    {\"${check}\", ${check}},\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/check_list.cpp" @ONLY CONTENT
"// Generated from the files of pipeline/checks/rules; see cmake/CheckList.cmake.
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
