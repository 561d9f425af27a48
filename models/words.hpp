// The words for the values of enumerations: one table each, beside the enumeration, for whatever writes or reads them
// (the database, exports, data files, messages between processes).
//
//   enum class Severity { error, warning, info };
//   constexpr auto words_of(Severity) {
//     using enum Severity;
//     return std::to_array<Worded<Severity>>({{error, "error"}, {warning, "warning"}, {info, "info"}});
//   }
//
// A table has every value once, in the order of the enumeration.
#pragma once

#include <array>
#include <cassert>
#include <optional>
#include <string_view>
#include <type_traits>

namespace prongsai {

template <typename Value>
struct Worded {
  Value value;
  std::string_view word;
};

template <typename Value>
concept HasWords = std::is_enum_v<Value> && requires(Value value) {
  words_of(value);
};

template <HasWords Value>
inline constexpr auto kWordsOf = words_of(Value{});

template <HasWords Value>
[[nodiscard]] constexpr std::string_view word_of(Value value) {
  for (const auto& [known, word] : kWordsOf<Value>) {
    if (known == value) return word;
  }
  assert(false && "a value without a word");
  return {};
}

// "" for none.
template <HasWords Value>
[[nodiscard]] constexpr std::string_view word_of(const std::optional<Value>& value) {
  return value ? word_of(*value) : std::string_view();
}

// None for a word that is not in the table.
template <HasWords Value>
[[nodiscard]] constexpr std::optional<Value> value_of(std::string_view word) {
  for (const auto& [value, known] : kWordsOf<Value>) {
    if (known == word) return value;
  }
  return std::nullopt;
}

}  // namespace prongsai
