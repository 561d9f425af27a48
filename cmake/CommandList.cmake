# Writes generated/command_list.cpp from the files in pipeline/cli that carry a command: <name>.cpp defines
# prongsai::cli::add_<name>. What several commands share stands in pipeline/cli/parts.
file(GLOB command_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/pipeline/cli/*.cpp")
set(declarations "")
set(entries "")
foreach(file ${command_files})
  get_filename_component(command ${file} NAME_WE)
  if(command STREQUAL "run")
    continue()
  endif()
  string(APPEND declarations "void add_${command}(CLI::App&, Context&);\n")
  string(APPEND entries "      {\"${command}\", add_${command}},\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/command_list.cpp" @ONLY CONTENT
"// Generated from the files of pipeline/cli; see cmake/CommandList.cmake.
#include \"pipeline/cli/commands.hpp\"

namespace prongsai::cli {

@declarations@
const std::vector<Command>& all_commands() {
  static const std::vector<Command> commands = {
@entries@  };
  return commands;
}

}  // namespace prongsai::cli
")
