// Numbers as text that reads back to the same number, the same on every machine.
#pragma once

#include <string>

#include "pipeline/store/relation_reader.hpp"

namespace prongsai::exporting {

// "" for NULL and for text.
[[nodiscard]] std::string figure(const store::Value& value);

}  // namespace prongsai::exporting
