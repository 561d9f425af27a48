// Any bytes: the repair gives well-formed UTF-8, and repairing its own output changes nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extractors/text/thai/repair.hpp"
#include "extractors/text/unicode/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace prongsai::text;
  const std::string_view raw(reinterpret_cast<const char*>(data), size);
  const Repaired once = repair_thai(raw);
  if (!is_valid_utf8(once.text)) std::abort();
  if (repair_thai(once.text).text != once.text) std::abort();
  return 0;
}
