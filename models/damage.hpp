// What was amiss with a file while it was read, and what that means for the reading.
#pragma once

#include <string>

#include "models/words.hpp"

namespace prongsai {

// By what it costs. `harmless`: noted only. `rebuilt`: the file's directory was rebuilt from its objects, and what it
// does not mention may be lost. `lost`: something of the file did not decode. `unseen`: the text layer has words where
// the page shows nothing. `unpainted`: the page could not be painted, so its rulings and pictures are unknown.
enum class DamageEffect { harmless, rebuilt, lost, unseen, unpainted };
constexpr auto words_of(DamageEffect) {
  using enum DamageEffect;
  return std::to_array<Worded<DamageEffect>>(
      {{harmless, "harmless"}, {rebuilt, "rebuilt"}, {lost, "lost"}, {unseen, "unseen"}, {unpainted, "unpainted"}});
}

struct Damage {
  int page_no = 0;  // from 1; 0: the file as a whole
  DamageEffect effect = DamageEffect::harmless;
  std::string words;  // the library's own, or ours where no library spoke; at most some 200 bytes
  int times = 1;      // how often it was said
};

}  // namespace prongsai
