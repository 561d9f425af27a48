// Any bytes as a layout file: it is read, or refused with the file's name; what is read is in range.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extractors/layouts/layout_file.hpp"
#include "tests/fuzz/memory_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace prongsai;
  fuzz::read_or_refuse({reinterpret_cast<const char*>(data), size}, [](const std::filesystem::path& file) {
    const layouts::LayoutSpec spec = layouts::read_layout(file);
    if (spec.kind.empty() || !(spec.threshold >= 0 && spec.threshold <= 1)) std::abort();
    for (const layouts::Sign& sign : spec.signs) {
      if (!(sign.weight >= 0 && sign.weight <= 1)) std::abort();
    }
    for (const layouts::TableRule& rule : spec.tables)
      (void)layouts::matches(rule, {ColumnKey::measure, ColumnKey::outcome}, 2);
  });
  return 0;
}
