#include "pipeline/stages/damage_effects.hpp"

#include <algorithm>
#include <array>

#include "extractors/text/data/data_file.hpp"

namespace prongsai::stages {
namespace {

using Effect = std::optional<DamageEffect>;

// What a library's saying can cost; the other effects are seen by this program itself.
enum class Cost { harmless, rebuilt, lost, with_others };
constexpr auto words_of(Cost) {
  using enum Cost;
  return std::to_array<Worded<Cost>>(
      {{harmless, "harmless"}, {rebuilt, "rebuilt"}, {lost, "lost"}, {with_others, "with_others"}});
}

Effect effect_of(Cost cost) {
  switch (cost) {
    case Cost::harmless:
      return DamageEffect::harmless;
    case Cost::rebuilt:
      return DamageEffect::rebuilt;
    case Cost::lost:
      return DamageEffect::lost;
    case Cost::with_others:
      return std::nullopt;
  }
  return std::nullopt;
}

bool is_grave(const Damage& damage) {
  return damage.effect != DamageEffect::harmless;
}

std::string place_of(const Damage& damage) {
  return damage.page_no > 0 ? "page " + std::to_string(damage.page_no) : "the file";
}

bool nothing_shown(const Record& record) {
  return !record.pages.empty() && std::all_of(record.pages.begin(), record.pages.end(), [](const PageRecord& page) {
    return page.source == PageSource::blank && !page.unreadable;
  });
}

}  // namespace

DamageEffects::DamageEffects(const std::filesystem::path& data_folder) {
  const auto file = text::read_data_file(data_folder / "damage" / "effects.yaml");
  file.allow_keys({"effects"});
  for (const auto& entry : file.at("effects").items()) {
    entry.allow_keys({"effect", "because", "says"});
    (void)entry.at("because").text();
    rules_.push_back({entry.at("says").texts(), effect_of(entry.at("effect").value<Cost>())});
  }
}

const DamageEffects::Rule* DamageEffects::rule_of(const std::string& words) const {
  const auto speaks_of = [&](const std::string& part) { return words.find(part) != std::string::npos; };
  const auto found = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& rule) {
    return std::any_of(rule.says.begin(), rule.says.end(), speaks_of);
  });
  return found == rules_.end() ? nullptr : &*found;
}

void DamageEffects::judge(std::vector<Damage>& damages) const {
  std::vector<Damage*> with_others;
  for (Damage& damage : damages) {
    const Rule* rule = damage.effect == DamageEffect::lost ? rule_of(damage.words) : nullptr;
    if (rule == nullptr) continue;
    damage.effect = rule->effect.value_or(DamageEffect::harmless);
    if (!rule->effect) with_others.push_back(&damage);
  }
  if (std::none_of(damages.begin(), damages.end(), is_grave)) return;
  for (Damage* damage : with_others) damage->effect = DamageEffect::lost;
}

void note_damage(Record& record) {
  if (record.status != Status::extracted) return;
  const auto cost = std::find_if(record.damages.begin(), record.damages.end(), [](const Damage& damage) {
    return is_grave(damage) && damage.effect != DamageEffect::rebuilt;
  });
  if (cost != record.damages.end()) {
    record.error = place_of(*cost) + ": " + cost->words;
  } else if (nothing_shown(record)) {
    record.error = "nothing is painted on any of its " + std::to_string(record.pages.size()) + " pages";
  } else {
    return;
  }
  record.status = Status::partial;
  record.error_code = "damaged_file";
}

}  // namespace prongsai::stages
