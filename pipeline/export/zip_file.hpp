// Files packed into one, as ZIP. The same files give the same bytes.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace prongsai::exporting {

// Name (UTF-8, with folders) and bytes of each, in order. Throws std::runtime_error when it cannot be made.
[[nodiscard]] std::string zipped(const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace prongsai::exporting
