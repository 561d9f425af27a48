#include "extractors/layouts/scores/words.hpp"

#include <algorithm>
#include <cctype>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/data_file.hpp"

namespace prongsai::layouts {
namespace {

std::vector<std::string> list(const text::DataNode& root, std::string_view key) {
  return tight_all(root.at(key).texts());
}

std::vector<std::string> longest_first(std::vector<std::string> words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return words;
}

std::vector<std::string> known_phrases(const ScoreWords& words, std::vector<std::string> phrases) {
  for (const auto* words_of :
       {&words.overall, &words.totals, &words.indicator_words, &words.item_words, &words.no_one, &words.leads,
        &words.connectors, &words.not_leads, &words.not_after, &words.not_before, &words.share_of, &words.other_surveys,
        &words.percent, &words.level_words, &words.levels, &words.rank_words}) {
    phrases.insert(phrases.end(), words_of->begin(), words_of->end());
  }
  for (const auto& instrument : words.instruments) {
    phrases.insert(phrases.end(), instrument.names.begin(), instrument.names.end());
  }
  return phrases;
}

SupposedWords supposed_words(const text::DataNode& node) {
  node.allow_keys({"expected", "conditions", "considered", "future", "wishes", "turns"});
  return {list(node, "expected"), list(node, "conditions"), list(node, "considered"),
          list(node, "future"),   list(node, "wishes"),     list(node, "turns")};
}

}  // namespace

ScoreWords::ScoreWords(const std::filesystem::path& file) {
  const text::DataNode root = text::read_data_file(file);
  root.allow_keys({"instruments",
                   "overall",
                   "totals",
                   "sums",
                   "weight_words",
                   "indicator_words",
                   "item_words",
                   "no_one",
                   "parts",
                   "items_that_got",
                   "list_leads",
                   "list_joints",
                   "scopes",
                   "outcomes",
                   "leads",
                   "connectors",
                   "year_words",
                   "not_leads",
                   "not_after",
                   "not_before",
                   "share_of",
                   "scoring",
                   "instrument_kinds",
                   "measured",
                   "counted",
                   "other_surveys",
                   "points",
                   "percent",
                   "level_words",
                   "levels",
                   "rank_words",
                   "rank_of_words",
                   "phrases",
                   "changed_from",
                   "changes",
                   "belonging",
                   "full_marks",
                   "hoped_for",
                   "year_leads",
                   "self_words",
                   "references",
                   "answers",
                   "means",
                   "means_of",
                   "sets",
                   "items_without",
                   "relatives",
                   "means_had",
                   "goals",
                   "goals_for",
                   "respectively",
                   "supposed",
                   "yours",
                   "links",
                   "other_years",
                   "turns_to_outcome",
                   "not_levels",
                   "ours",
                   "withdrawn",
                   "of_other_things",
                   "numbered_parts"});
  for (const auto& node : root.at("instruments").items()) {
    node.allow_keys({"subject", "short", "names"});
    instruments.push_back({node.at("subject").value<SubjectKind>(), list(node, "short"), list(node, "names")});
  }
  overall = longest_first(list(root, "overall"));
  totals = longest_first(list(root, "totals"));
  sums = longest_first(list(root, "sums"));
  weight_words = list(root, "weight_words");
  indicator_words = longest_first(list(root, "indicator_words"));
  item_words = list(root, "item_words");
  no_one = list(root, "no_one");
  parts = list(root, "parts");
  items_that_got = list(root, "items_that_got");
  list_leads = list(root, "list_leads");
  list_joints = list(root, "list_joints");
  scopes = list(root, "scopes");
  outcomes = list(root, "outcomes");
  leads = list(root, "leads");
  connectors = list(root, "connectors");
  year_words = longest_first(list(root, "year_words"));
  not_leads = list(root, "not_leads");
  not_after = list(root, "not_after");
  not_before = list(root, "not_before");
  changed_from = list(root, "changed_from");
  belonging = list(root, "belonging");
  full_marks = list(root, "full_marks");
  hoped_for = list(root, "hoped_for");
  year_leads = longest_first(list(root, "year_leads"));
  links = longest_first(list(root, "links"));
  turns_to_outcome = list(root, "turns_to_outcome");
  other_years = longest_first(list(root, "other_years"));
  ours = list(root, "ours");
  of_other_things = list(root, "of_other_things");
  numbered_parts = list(root, "numbered_parts");
  withdrawn = list(root, "withdrawn");
  yours = list(root, "yours");
  self_words = longest_first(list(root, "self_words"));
  references = list(root, "references");
  changes = list(root, "changes");
  answers = list(root, "answers");
  means = longest_first(list(root, "means"));
  means_of = list(root, "means_of");
  means_had = list(root, "means_had");
  sets = list(root, "sets");
  supposed = supposed_words(root.at("supposed"));
  goals = list(root, "goals");
  respectively = list(root, "respectively");
  goals_for = list(root, "goals_for");
  items_without = list(root, "items_without");
  relatives = list(root, "relatives");
  share_of = list(root, "share_of");
  scoring = longest_first(list(root, "scoring"));
  measured = list(root, "measured");
  instrument_kinds = list(root, "instrument_kinds");
  counted = list(root, "counted");
  other_surveys = list(root, "other_surveys");
  points = tight(root.at("points").text());
  percent = list(root, "percent");
  level_words = longest_first(list(root, "level_words"));
  not_levels = list(root, "not_levels");
  levels = longest_first(list(root, "levels"));
  rank_words = longest_first(list(root, "rank_words"));
  rank_of_words = list(root, "rank_of_words");
  mender = PhraseMender(known_phrases(*this, list(root, "phrases")));
}

std::optional<std::string> ScoreWords::level_at(const TightText& text, std::size_t at) const {
  const std::string_view rest = std::string_view(text.text()).substr(at);
  for (const auto& level : levels) {
    if (!rest.starts_with(level)) continue;
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    const std::size_t end = at + level.size();
    const bool glued = text.original(end) == text.original(end - 1) + 1;
    const char next = rest.size() > level.size() ? rest[level.size()] : ' ';
    const bool goes_on = glued && is_latin_letter_or_digit(next);
    if (!is_letter(level.back()) || !goes_on) return level;
  }
  return std::nullopt;
}

std::string ScoreWords::blanked_levels(std::string tight_text) const {
  for (const auto& word : level_words) {
    for (const auto& level : levels) {
      const std::string named = word + level;
      for (std::size_t at = tight_text.find(named); at != std::string::npos; at = tight_text.find(named, at))
        tight_text.replace(at, named.size(), named.size(), ' ');
    }
  }
  return tight_text;
}

bool ScoreWords::ends_with_year_words(std::string_view text) const {
  const std::string compact = tight(text);
  return without_year_words(compact).size() < compact.size();
}

std::optional<std::string> ScoreWords::level_of(std::string_view cell) const {
  static const std::vector<std::string> kQuotes{"“", "”", "\"", "‘", "’", "'"};
  const TightText text(cell);
  const std::string_view whole = text.text();
  // "ผลอยู่ในระดับ ผ่าน": what leads to a level, and its word.
  std::size_t lead = 0;
  while (begins_with_any(whole.substr(lead), level_words) == 0) {
    const std::size_t step =
        std::max(begins_with_any(whole.substr(lead), connectors), begins_with_any(whole.substr(lead), leads));
    if (step == 0) break;
    lead += step;
  }
  const std::size_t named = begins_with_any(whole.substr(lead), level_words);
  for (const std::size_t word : {std::size_t{0}, named > 0 ? lead + named : 0}) {
    const std::size_t open = word > 0 ? begins_with_any(whole.substr(word), kQuotes) : 0;
    const std::size_t close = open > 0 ? ends_with_any(whole, kQuotes) : 0;
    const auto level = level_at(text, word + open);
    if (level && word + open + level->size() + close == whole.size()) return level;
  }
  return std::nullopt;
}

std::string_view ScoreWords::without_year_words(std::string_view tight_text) const {
  for (std::size_t end = 1; end > 0; tight_text.remove_suffix(end)) end = ends_with_any(tight_text, year_words);
  return tight_text;
}

}  // namespace prongsai::layouts
