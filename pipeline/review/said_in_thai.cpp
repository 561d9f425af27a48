#include "pipeline/review/said_in_thai.hpp"

#include <string>

namespace prongsai::review {

using nlohmann::json;

void say_in_thai(const Desk& desk, json& rows, const std::string& column) {
  if (!desk.messages) return;
  for (json& row : rows) {
    if (!row[column].is_string()) continue;
    if (auto thai = desk.messages->reading_in_thai(row[column].get<std::string>()))
      row[column + "_th"] = std::move(*thai);
  }
}

}  // namespace prongsai::review
