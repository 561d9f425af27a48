// The words by which reports state scores (data/layouts/common/scores.yaml). All lists are tight (tight_text.hpp).
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/layouts/words/phrase_mender.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "models/score_subject.hpp"

namespace prongsai::layouts {

struct InstrumentWords {
  SubjectKind subject = SubjectKind::ita;  // or an instrument
  std::vector<std::string> shorts;
  std::vector<std::string> names;
};

// What a sentence says of figures that nobody got (see supposed.hpp).
struct SupposedWords {
  std::vector<std::string> expected;
  std::vector<std::string> conditions;
  std::vector<std::string> considered;  // behind a condition: what was found follows
  std::vector<std::string> future;      // behind a condition: what would be follows
  std::vector<std::string> upon;        // behind what will be: upon what
  std::vector<std::string> wishes;
  std::vector<std::string> turns;  // lead back to what is so
};

class ScoreWords {
 public:
  explicit ScoreWords(const std::filesystem::path& file);

  std::vector<InstrumentWords> instruments;
  std::vector<std::string> overall;
  std::vector<std::string> totals;
  std::vector<std::string> sums;
  std::vector<std::string> weight_words;
  std::vector<std::string> indicator_words;
  std::vector<std::string> item_words;
  std::vector<std::string> no_one;
  std::vector<std::string> other_parts;     // behind one of `parts`: those not named
  std::vector<std::string> parts;           // followed by ที่ and words, not by a number, they are no one
  std::vector<std::string> items_that_got;  // … the items of one figure, which are listed behind it
  std::vector<std::string> list_leads;
  std::vector<std::string> list_joints;
  std::vector<std::string> behind_links;
  std::vector<std::string> compared_with;
  std::vector<std::string> models;
  std::vector<std::string> givers;
  std::vector<std::string> prepositions;  // before the name of an office that a sentence is not of
  std::vector<std::string> tellers;
  std::vector<std::string> scopes;  // before what alone was assessed: its name is no subject
  std::vector<std::string> outcomes;
  std::vector<std::string> leads;
  std::vector<std::string> connectors;
  std::vector<std::string> year_words;
  std::vector<std::string> not_leads;
  std::vector<std::string> not_after;
  std::vector<std::string> not_before;
  std::vector<std::string> changed_from;  // right before the figure of another year
  std::vector<std::string> references;    // before what a report answers to
  std::vector<std::string> hoped_for;     // before a figure that nobody got
  std::vector<std::string> year_leads;    // from a clause to a year whose total follows
  std::vector<std::string> self_words;    // what an office calls itself
  std::vector<std::string> links;         // may stand between a subject and its figure
  std::vector<std::string> turns_to_outcome;
  std::vector<std::string> other_years;      // of another year than the one spoken of, last_year among them
  std::vector<std::string> last_year;        // … of the one before it
  std::vector<std::string> ours;             // what an office calls its own
  std::vector<std::string> before_subjects;  // right before a subject's short name, beside the words of other lists
  std::vector<std::string> of_other_things;  // before a subject that the figure is not of
  std::vector<std::string> numbered_parts;
  std::vector<std::string> withdrawn;   // behind a figure that the report takes back
  std::vector<std::string> drafts;      // of figures that are none yet
  std::vector<std::string> theirs;      // what a sentence calls another office
  std::vector<std::string> yours;       // what a letter calls its addressee's office
  std::vector<std::string> full_marks;  // leads to what is the full mark
  std::vector<std::string> belonging;   // between what a mean is over and what it is the mean of
  std::vector<std::string> changes;     // in brackets before what a figure changed by
  std::vector<std::string> answers;     // whole lines between a question and its answer
  std::vector<std::string> means;       // … of (means_of) all or many (sets): no one's
  std::vector<std::string> means_of;
  std::vector<std::string> means_had;  // … or which these have
  std::vector<std::string> sets;
  std::vector<std::string> respectively;  // behind figures that are shared out in order
  SupposedWords supposed;
  std::vector<std::string> goals;  // what a clause sets for others (goals_for) to reach
  std::vector<std::string> goals_for;
  std::vector<std::string> items_without;  // … a score, the items of which are listed behind it
  std::vector<std::string> relatives;      // begin what more is said of an office
  std::vector<std::string> share_of;
  std::vector<std::string> scoring;
  std::vector<std::string> instrument_kinds;
  std::vector<std::string> measured;
  std::vector<std::string> crowds;       // sets of offices that a clause may be about …
  std::vector<std::string> compared;     // words of a comparison
  std::vector<std::string> crowd_verbs;  // … and what goes on with what they have
  std::vector<std::string> answered;     // of people who answer a question
  std::vector<std::string> counted;
  std::vector<std::string> other_surveys;
  std::string points;
  std::string places;  // counts offices: แห่ง
  std::vector<std::string> percent;
  std::vector<std::string> level_words;
  std::vector<std::string> not_levels;
  std::vector<std::string> levels;  // longest first
  std::vector<std::string> rank_words;
  std::vector<std::string> rank_of_words;

  PhraseMender mender;  // knows all of these words

  // The level that stands at a place of a text: AA, ผ่านดีเยี่ยม. A Latin letter is none when a word goes on.
  [[nodiscard]] std::optional<std::string> level_at(const TightText& text, std::size_t at) const;
  // A tight text without the words for a year at its end.
  [[nodiscard]] std::string_view without_year_words(std::string_view tight_text) const;
  // A tight text whose names of levels ("ระดับต้องปรับปรุง") are as many blanks.
  [[nodiscard]] std::string blanked_levels(std::string tight_text) const;
  // Whether a text ends in the words for a year, so that the year stands in the next line.
  [[nodiscard]] bool ends_with_year_words(std::string_view text) const;
  // The whole cell is a level.
  [[nodiscard]] std::optional<std::string> level_of(std::string_view cell) const;
};

}  // namespace prongsai::layouts
