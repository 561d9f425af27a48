// Any bytes as a rubric file: it is read, or refused with the file's name; only scores that exist, the last step open.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "pipeline/checks/rubric.hpp"
#include "tests/fuzz/memory_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace prongsai;
  fuzz::read_or_refuse({reinterpret_cast<const char*>(data), size}, [](const std::filesystem::path& file) {
    const checks::Rubric rubric = checks::read_rubric(file, [](int) { return std::vector<double>{0, 50, 100}; });
    if (rubric.steps.empty() || rubric.steps.back().complete_issues > 0) std::abort();
    for (const checks::RubricStep& step : rubric.steps) {
      if (step.score != 0 && step.score != 50 && step.score != 100) std::abort();
    }
  });
  return 0;
}
