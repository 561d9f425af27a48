# One static library a folder, with the folders inside it. A new .cpp file needs no edit here. The link graph mirrors the rule
# models <- extractors <- pipeline; scripts/check_layers checks the includes.

function(prongsai_library name folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/${folder}/*.cpp")
  if(sources)
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/generated")
    target_link_libraries(${name} PUBLIC ${ARGN})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE "${CMAKE_SOURCE_DIR}" "${CMAKE_BINARY_DIR}/generated")
    target_link_libraries(${name} INTERFACE ${ARGN})
  endif()
endfunction()

macro(prongsai_layers)
  configure_file("${CMAKE_SOURCE_DIR}/cmake/version.hpp.in" "${CMAKE_BINARY_DIR}/generated/version.hpp" @ONLY)
  include(CheckList)
  include(SchemaList)
  include(CommandList)
  include(Assets)
  include(LexiconFiles)

  prongsai_library(prongsai_text extractors/text PkgConfig::ICU PkgConfig::RE2 PkgConfig::YAML)
  target_sources(prongsai_text PRIVATE "${CMAKE_BINARY_DIR}/generated/lexicon_files.cpp")
  prongsai_library(prongsai_source extractors/source prongsai_text PkgConfig::POPPLER PkgConfig::TESSERACT
                   PkgConfig::LEPTONICA PkgConfig::QPDF PkgConfig::ZLIB PkgConfig::JPEG PkgConfig::FONTCONFIG nlohmann_json::nlohmann_json)
  target_link_libraries(prongsai_source PRIVATE PkgConfig::FREETYPE PkgConfig::HARFBUZZ)
  prongsai_library(prongsai_tables extractors/tables prongsai_text)
  prongsai_library(prongsai_layouts extractors/layouts prongsai_tables prongsai_text PkgConfig::YAML)

  prongsai_library(prongsai_checks pipeline/checks prongsai_layouts prongsai_text PkgConfig::YAML
                   nlohmann_json::nlohmann_json)
  target_sources(prongsai_checks PRIVATE "${CMAKE_BINARY_DIR}/generated/check_list.cpp")
  prongsai_library(prongsai_store pipeline/store SQLiteCpp PkgConfig::SQLITE PkgConfig::CRYPTO
                   nlohmann_json::nlohmann_json prongsai_text)
  target_sources(prongsai_store PRIVATE "${CMAKE_BINARY_DIR}/generated/schema_list.cpp")
  prongsai_library(prongsai_stages pipeline/stages prongsai_source prongsai_tables prongsai_layouts prongsai_checks
                   PkgConfig::CRYPTO nlohmann_json::nlohmann_json)
  prongsai_library(prongsai_workers pipeline/workers prongsai_stages prongsai_store PkgConfig::SECCOMP
                   spdlog::spdlog nlohmann_json::nlohmann_json Threads::Threads)
  prongsai_library(prongsai_collect pipeline/collect prongsai_workers prongsai_stages prongsai_store prongsai_checks
                   PkgConfig::CURL PkgConfig::IDN2 PkgConfig::PSL PkgConfig::GUMBO PkgConfig::ZIP PkgConfig::ZLIB)
  prongsai_library(prongsai_export pipeline/export prongsai_store prongsai_stages prongsai_text PkgConfig::XLSX
                   PkgConfig::ZIP nlohmann_json::nlohmann_json)
  prongsai_library(prongsai_review pipeline/review prongsai_store prongsai_workers prongsai_export
                   PkgConfig::HTTPLIB
                   nlohmann_json::nlohmann_json PkgConfig::CRYPTO PkgConfig::ARGON2)
  target_sources(prongsai_review PRIVATE "${CMAKE_BINARY_DIR}/generated/assets.cpp")
  prongsai_library(prongsai_cli pipeline/cli prongsai_workers prongsai_collect prongsai_export prongsai_review CLI11::CLI11
                   spdlog::spdlog)
  target_sources(prongsai_cli PRIVATE "${CMAKE_BINARY_DIR}/generated/command_list.cpp")

  prongsai_unity(prongsai_text prongsai_source prongsai_tables prongsai_layouts prongsai_checks prongsai_store
                 prongsai_stages prongsai_workers prongsai_collect prongsai_export prongsai_review prongsai_cli)

  if(EXISTS "${CMAKE_SOURCE_DIR}/pipeline/main.cpp")
    add_executable(prongsai pipeline/main.cpp)
    target_link_libraries(prongsai PRIVATE prongsai_cli)
  endif()
endmacro()
