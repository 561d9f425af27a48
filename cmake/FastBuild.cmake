# A cold build reads the same headers hundreds of times. The libraries are therefore compiled eight files at a time
# (CMake's unity build; scripts/check_unity sees that their own names keep apart), and the tests, whose files may share
# names, get their headers precompiled. Either way a file includes what it uses: scripts/check_headers and the builds
# without this option compile each by itself.
option(PRONGSAI_UNITY "Compile several files at a time" ON)

function(prongsai_precompile target)
  if(PRONGSAI_UNITY)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <cmath> <filesystem> <functional> <map> <memory>
                              <optional> <set> <span> <stdexcept> <string> <string_view> <utility> <vector> ${ARGN})
  endif()
endfunction()

function(prongsai_unity)
  if(PRONGSAI_UNITY)
    set_target_properties(${ARGN} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  endif()
endfunction()
