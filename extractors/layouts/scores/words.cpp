#include "extractors/layouts/scores/words.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/data_file.hpp"
#include "extractors/text/data/lexicon.hpp"

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

// A list of words under its key; in some the longer of two words must be found first.
struct WordList {
  std::string_view key;
  std::vector<std::string> ScoreWords::*words;
  bool longest_first = false;
};

constexpr auto kWordLists = std::to_array<WordList>({
    {"overall", &ScoreWords::overall, true},
    {"totals", &ScoreWords::totals, true},
    {"sums", &ScoreWords::sums, true},
    {"weight_words", &ScoreWords::weight_words},
    {"indicator_words", &ScoreWords::indicator_words, true},
    {"item_words", &ScoreWords::item_words},
    {"no_one", &ScoreWords::no_one},
    {"other_parts", &ScoreWords::other_parts},
    {"parts", &ScoreWords::parts},
    {"items_that_got", &ScoreWords::items_that_got},
    {"list_leads", &ScoreWords::list_leads},
    {"list_joints", &ScoreWords::list_joints},
    {"behind_links", &ScoreWords::behind_links},
    {"compared_with", &ScoreWords::compared_with},
    {"models", &ScoreWords::models},
    {"givers", &ScoreWords::givers},
    {"prepositions", &ScoreWords::prepositions},
    {"tellers", &ScoreWords::tellers},
    {"scopes", &ScoreWords::scopes},
    {"outcomes", &ScoreWords::outcomes},
    {"leads", &ScoreWords::leads},
    {"connectors", &ScoreWords::connectors},
    {"year_words", &ScoreWords::year_words, true},
    {"not_leads", &ScoreWords::not_leads},
    {"not_after", &ScoreWords::not_after},
    {"not_before", &ScoreWords::not_before},
    {"theirs", &ScoreWords::theirs},
    {"drafts", &ScoreWords::drafts},
    {"before_subjects", &ScoreWords::before_subjects},
    {"changed_from", &ScoreWords::changed_from},
    {"belonging", &ScoreWords::belonging},
    {"full_marks", &ScoreWords::full_marks},
    {"hoped_for", &ScoreWords::hoped_for},
    {"year_leads", &ScoreWords::year_leads, true},
    {"links", &ScoreWords::links, true},
    {"turns_to_outcome", &ScoreWords::turns_to_outcome},
    {"other_years", &ScoreWords::other_years, true},
    {"last_year", &ScoreWords::last_year},
    {"ours", &ScoreWords::ours},
    {"of_other_things", &ScoreWords::of_other_things},
    {"numbered_parts", &ScoreWords::numbered_parts},
    {"withdrawn", &ScoreWords::withdrawn},
    {"yours", &ScoreWords::yours},
    {"self_words", &ScoreWords::self_words, true},
    {"references", &ScoreWords::references},
    {"changes", &ScoreWords::changes},
    {"answers", &ScoreWords::answers},
    {"means", &ScoreWords::means, true},
    {"means_of", &ScoreWords::means_of},
    {"means_had", &ScoreWords::means_had},
    {"sets", &ScoreWords::sets},
    {"goals", &ScoreWords::goals},
    {"respectively", &ScoreWords::respectively},
    {"goals_for", &ScoreWords::goals_for},
    {"items_without", &ScoreWords::items_without},
    {"relatives", &ScoreWords::relatives},
    {"share_of", &ScoreWords::share_of},
    {"scoring", &ScoreWords::scoring, true},
    {"measured", &ScoreWords::measured},
    {"answered", &ScoreWords::answered},
    {"crowds", &ScoreWords::crowds},
    {"compared", &ScoreWords::compared},
    {"crowd_verbs", &ScoreWords::crowd_verbs},
    {"instrument_kinds", &ScoreWords::instrument_kinds},
    {"counted", &ScoreWords::counted},
    {"other_surveys", &ScoreWords::other_surveys},
    {"percent", &ScoreWords::percent},
    {"level_words", &ScoreWords::level_words, true},
    {"not_levels", &ScoreWords::not_levels},
    {"levels", &ScoreWords::levels, true},
    {"rank_words", &ScoreWords::rank_words, true},
    {"rank_of_words", &ScoreWords::rank_of_words},
});

SupposedWords supposed_words(const text::DataNode& node) {
  node.allow_keys({"expected", "considered", "upon", "future", "wishes", "turns"});
  return {list(node, "expected"),   tight_all(text::lexicon().clauses.conditions.texts()),
          list(node, "considered"), list(node, "future"),
          list(node, "upon"),       list(node, "wishes"),
          list(node, "turns")};
}

}  // namespace

ScoreWords::ScoreWords(const std::filesystem::path& file) {
  const text::DataNode root = text::read_data_file(file);
  std::vector<std::string_view> keys{"instruments", "supposed", "points", "places", "phrases"};
  for (const WordList& one : kWordLists) keys.push_back(one.key);
  root.allow_keys(keys);
  for (const auto& node : root.at("instruments").items()) {
    node.allow_keys({"subject", "short", "names"});
    instruments.push_back({node.at("subject").value<SubjectKind>(), list(node, "short"), list(node, "names")});
  }
  for (const WordList& one : kWordLists) {
    this->*one.words = one.longest_first ? longest_first(list(root, one.key)) : list(root, one.key);
  }
  other_years.insert(other_years.end(), last_year.begin(), last_year.end());
  other_years = longest_first(std::move(other_years));
  supposed = supposed_words(root.at("supposed"));
  points = tight(root.at("points").text());
  places = tight(root.at("places").text());
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
