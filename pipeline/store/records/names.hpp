// The words that the database and messages between processes use for enumerations.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "models/words.hpp"

namespace prongsai::store {

template <HasWords Value>
[[nodiscard]] std::string name_of(Value value) {
  return std::string(word_of(value));
}

// An unknown word throws std::runtime_error: the file was changed by hand or damaged.
template <HasWords Value>
void parse_name(std::string_view name, Value& value) {
  const auto known = value_of<Value>(name);
  if (!known) throw std::runtime_error("unknown word '" + std::string(name) + "' where one of a fixed list belongs");
  value = *known;
}

}  // namespace prongsai::store
