#include "extractors/layouts/scores/subject_lead.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "extractors/layouts/words/tight_text.hpp"

namespace prongsai::layouts::scores {
namespace {

bool is_thai_byte(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

}  // namespace

bool may_lead_to_subject(std::string_view before, const std::vector<std::string>& offices, const ScoreWords& words) {
  // "MOE-ITA", "“ITA"
  while (!before.empty() && (before.back() == '-' || std::isalpha(static_cast<unsigned char>(before.back())) != 0))
    before.remove_suffix(1);
  if (before.empty() || !is_thai_byte(before.back())) return true;
  if (ends_with_any(before, {"“", "”", "‘", "’", "–", "•", "→"}) > 0) return true;
  if (ends_with_any(before, offices) > 0) return true;
  // "งบประมาณ" ends in a word that leads to figures ("ประมาณ").
  if (ends_with_any(before, words.measured) > 0 && ends_with_any(before, words.year_words) == 0) return false;
  const std::array lists{&words.before_subjects,  &words.leads,       &words.connectors,
                         &words.relatives,        &words.scoring,     &words.totals,
                         &words.instrument_kinds, &words.overall,     &words.year_leads,
                         &words.year_words,       &words.other_years, &words.supposed.turns,
                         &words.self_words,       &words.percent,     &words.ours,
                         &words.changed_from,     &words.level_words, &words.levels};
  // "คะแนนด้าน EIT", "IIT และ EIT": what is joined goes on with what stands before the joint ("งบประมาณด้าน EIT").
  for (const auto* joints : {&words.belonging, &words.list_joints}) {
    const std::size_t joint = ends_with_any(before, *joints);
    if (joint > 0)
      return joint < before.size() && may_lead_to_subject(before.substr(0, before.size() - joint), offices, words);
  }
  return std::ranges::any_of(lists, [&](const auto* list) { return ends_with_any(before, *list) > 0; });
}

}  // namespace prongsai::layouts::scores
