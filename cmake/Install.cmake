# What is installed, and the Debian package (`cpack` in the build folder; scripts/package does it all).
include(GNUInstallDirs)
if(NOT TARGET prongsai)
  return()
endif()

# The manual page and the completions are the program's own words about itself.
set(page "${CMAKE_BINARY_DIR}/prongsai.1.gz")
set(bash_completion "${CMAKE_BINARY_DIR}/completions/prongsai")
set(zsh_completion "${CMAKE_BINARY_DIR}/completions/_prongsai")
add_custom_command(OUTPUT "${page}" "${bash_completion}" "${zsh_completion}"
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/completions"
  COMMAND $<TARGET_FILE:prongsai> manual | gzip -n -9 > "${page}"
  COMMAND $<TARGET_FILE:prongsai> completion bash > "${bash_completion}"
  COMMAND $<TARGET_FILE:prongsai> completion zsh > "${zsh_completion}"
  DEPENDS prongsai VERBATIM)
add_custom_target(prongsai_self_description ALL DEPENDS "${page}" "${bash_completion}" "${zsh_completion}")

set(documents "${CMAKE_INSTALL_DATADIR}/doc/prongsai")
install(TARGETS prongsai RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY data/ DESTINATION ${CMAKE_INSTALL_DATADIR}/prongsai PATTERN "samples/src" EXCLUDE PATTERN "thai" EXCLUDE)
install(FILES "${page}" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES "${bash_completion}" DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES "${zsh_completion}" DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES README.md CHANGELOG.md docs/analysis.sql docs/container.md docs/promises.md docs/proxy.md docs/prongsai.toml DESTINATION ${documents})
install(FILES cmake/copyright DESTINATION ${documents})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME prongsai)
set(CPACK_PACKAGE_CONTACT "The prongsai project <prongsai@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
string(JOIN " " CPACK_PACKAGE_DESCRIPTION
  "prongsai reads the PDF reports that Thai government offices submit each year for the Integrity and Transparency"
  "Assessment (ITA), text-layer and scanned, into an SQLite database in which every value points to its place on the"
  "page, flags the gaps, lets evaluators review them in a browser and exports the dataset.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsqlite3-0 (>= 3.34)")  # trigrams in FTS5
# Fonts for reports that embed none; the stock model is a second opinion in recognition.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "publicsuffix, fonts-thai-tlwg, tesseract-ocr-tha")
include(CPack)
