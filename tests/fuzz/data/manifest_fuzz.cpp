// Any bytes as a manifest: refused with its name, or rows whose file can be found again and whose text is UTF-8.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/stages/files/manifest.hpp"

namespace {

using prongsai::ManifestRow;

void check(const std::optional<std::string>& value) {
  if (value && !prongsai::text::is_valid_utf8(*value)) std::abort();
}

void check(const ManifestRow& row, std::size_t bytes) {
  if (row.file.empty() || row.line < 2 || static_cast<std::size_t>(row.line) > bytes + 1) std::abort();
  for (const auto& value : {std::optional(row.file), row.agency, row.item_code, row.main_site, row.published_url}) {
    check(value);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using prongsai::stages::Manifest;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    Manifest manifest = Manifest::parse(bytes, "fuzzed.csv");
    const auto& rows = manifest.rows();
    for (std::size_t i = 0; i < rows.size(); ++i) check(rows[i], size);
    if (!rows.empty()) (void)manifest.match("/reports/" + rows[0].file);
    if (manifest.unused().size() > rows.size()) std::abort();
  } catch (const std::runtime_error& error) {
    if (std::string_view(error.what()).find("fuzzed.csv") == std::string_view::npos) std::abort();
  }
  return 0;
}
