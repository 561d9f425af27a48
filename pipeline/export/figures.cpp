#include "pipeline/export/figures.hpp"

#include <array>
#include <charconv>

namespace prongsai::exporting {

std::string figure(const store::Value& value) {
  std::array<char, 32> buffer{};
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&value)) {
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *number).ptr;
    return {buffer.data(), end};
  }
  return "";
}

}  // namespace prongsai::exporting
