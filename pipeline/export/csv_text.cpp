#include "pipeline/export/csv_text.hpp"

namespace prongsai::exporting {
namespace {

bool needs_guard(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r'").find(text.front()) != std::string_view::npos;
}

}  // namespace

std::string csv_text(std::string_view text, bool guard) {
  const std::string guarded = (guard && needs_guard(text) ? "'" : "") + std::string(text);
  if (guarded.find_first_of("\",\r\n") == std::string::npos) return guarded;
  std::string quoted = "\"";
  for (const char c : guarded) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

}  // namespace prongsai::exporting
