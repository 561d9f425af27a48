// What the sayings of libraries about a file cost: data/damage/effects.yaml.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/damage.hpp"
#include "models/record.hpp"

namespace prongsai::stages {

class DamageEffects {
 public:
  // Throws std::runtime_error naming file and line.
  explicit DamageEffects(const std::filesystem::path& data_folder);

  // Sets the effect of each that is `lost`, as libraries' sayings come in; others stay.
  void judge(std::vector<Damage>& damages) const;

 private:
  struct Rule {
    std::vector<std::string> says;
    std::optional<DamageEffect> effect;  // none: it depends on the others
  };
  [[nodiscard]] const Rule* rule_of(const std::string& words) const;

  std::vector<Rule> rules_;
};

// Sets the record's status and error where it says `extracted` and something was lost, does not show, or is blank from
// the first page to the last.
void note_damage(Record& record);

}  // namespace prongsai::stages
