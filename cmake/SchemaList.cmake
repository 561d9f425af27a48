# Writes generated/schema_list.cpp: the files data/schema/NNN_*.sql, in order, as strings in the program, so that a
# program and the schema that it knows cannot come apart.
file(GLOB schema_files CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/data/schema/*.sql")
list(SORT schema_files)
set(entries "")
foreach(file ${schema_files})
  set_property(DIRECTORY "${CMAKE_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  get_filename_component(name "${file}" NAME)
  if(NOT name MATCHES "^([0-9][0-9][0-9])_[a-z0-9_]+\\.sql$")
    message(FATAL_ERROR "data/schema/${name}: expected a name like 002_what_it_adds.sql")
  endif()
  math(EXPR number "1${CMAKE_MATCH_1} - 1000")
  file(READ "${file}" sql)
  string(APPEND entries "      {${number}, \"${name}\", R\"sql(${sql})sql\"},\n")
endforeach()
file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/generated/schema_list.cpp" @ONLY CONTENT
"// Generated from data/schema; see cmake/SchemaList.cmake.
#include \"pipeline/store/sqlite/schema.hpp\"

namespace prongsai::store {

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all = {
@entries@  };
  return all;
}

}  // namespace prongsai::store
")
