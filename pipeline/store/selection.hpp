// Which rows leave the house or are counted: conditions that this library alone writes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/value.hpp"

namespace prongsai::store {

// An SQL condition with its parameters; "" keeps all.
struct Kept {
  std::string where;
  std::vector<Value> parameters;
};

struct Selection {
  Kept submissions;              // over submission
  std::optional<Kept> findings;  // over finding, where not all findings of these are meant
};

}  // namespace prongsai::store
