#include "extractors/layouts/scores/office_sections.hpp"

#include <algorithm>
#include <utility>

#include "extractors/layouts/heading_lines.hpp"
#include "extractors/layouts/scores/prose_course.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

// Code points and lines of what heads a part; set off from the text it may be longer.
constexpr std::size_t kLongestHead = 90;
constexpr std::size_t kLongestSetOff = 150;
constexpr std::size_t kMostLines = 2;
constexpr std::size_t kMostLinesSetOff = 4;

bool is_set_off(const Paragraph& paragraph) {
  return paragraph.bold || paragraph.centred;
}

bool is_short(const Paragraph& paragraph) {
  const bool set_off = is_set_off(paragraph);
  return paragraph.lines.size() <= (set_off ? kMostLinesSetOff : kMostLines) &&
         text::length(paragraph.text) <= (set_off ? kLongestSetOff : kLongestHead) && !states_a_figure(paragraph.text);
}

// A name that a reader of pixels may have made of the own one.
bool is_misreading_of(const std::string& name, const std::string& own) {
  constexpr int kMostEdits = 5;
  return is_same_office(name, own, false) || text::edit_distance(tight(name), tight(own), kMostEdits) <= kMostEdits;
}

// Whether a heading ends what a line above it began: it is set as large and as heavy at least.
bool outranks(const Paragraph& heading, const Paragraph& line) {
  if (is_set_off(line) && !is_set_off(heading)) return false;
  return heading.font_size >= line.font_size && (heading.bold || !line.bold);
}

}  // namespace

OfficeSections::OfficeSections(const Record& record, const Identity& identity)
    : record_(&record), identity_(&identity), offices_(record, identity) {
  const auto& order = identity.reading.document->order;
  for (std::size_t i = 0; i < order.size(); ++i) order_.emplace(std::pair{order[i].kind, order[i].index}, i);
}

bool OfficeSections::is_about_another(Block::Kind kind, std::size_t index) {
  if (!record_->agency) return false;
  const auto place = order_.find({kind, index});
  if (place == order_.end()) return false;
  const Document& document = *identity_->reading.document;
  std::vector<std::pair<std::size_t, const Paragraph*>> headings;  // passed on the way up, with their places
  for (std::size_t i = place->second; i-- > 0;) {
    if (document.order[i].kind != Block::Kind::paragraph) continue;
    const std::size_t at = document.order[i].index;
    const Paragraph& paragraph = document.paragraphs[at];
    const Says said = says(at);
    if (said == Says::own) return false;
    if (said == Says::another) {
      // What follows the naming line at once is set with it: the place and the day of a visit.
      for (std::size_t next = i + 1; !headings.empty() && headings.back().first == next; ++next) headings.pop_back();
      return std::ranges::none_of(headings, [&](const auto& one) { return outranks(*one.second, paragraph); });
    }
    if (begins_a_part(at)) return false;
    if (is_set_off(paragraph) && is_short(paragraph)) headings.emplace_back(i, &paragraph);
  }
  return false;
}

OfficeSections::Says OfficeSections::says(std::size_t paragraph) {
  const auto known = known_.find(paragraph);
  return known != known_.end() ? known->second : known_.emplace(paragraph, look_at(paragraph)).first->second;
}

OfficeSections::Says OfficeSections::look_at(std::size_t index) const {
  const Paragraph& paragraph = identity_->reading.document->paragraphs[index];
  const std::string text = identity_->knowledge.labels.as_spelt(paragraph.text, paragraph.at.source);
  if (!offices_.own_in(text).empty()) return Says::own;
  if (!is_short(paragraph)) return Says::nothing;
  if (contains_any(tight(text), identity_->knowledge.scores.ours)) return Says::own;
  if (is_of_a_crowd(text)) return Says::another;
  const std::vector<OfficeName> names = offices_.all_in(text);
  const bool scanned = paragraph.at.source == TextSource::ocr;
  const auto is_own = [&](const OfficeName& name) {
    return offices_.is_own(name) || (scanned && is_misreading_of(name.name, *record_->agency));
  };
  if (std::ranges::any_of(names, is_own)) return Says::own;
  const auto reports = [&](const OfficeName& name) {
    return !name.parent && !identity_->agencies.stands_above(name.name, *record_->agency);
  };
  if (std::ranges::none_of(names, reports) || tells_whose_report(paragraph)) return Says::nothing;
  return Says::another;
}

// "ผลการประเมินระดับประเทศ"; not where the own one is compared with it.
bool OfficeSections::is_of_a_crowd(std::string_view text) const {
  constexpr std::size_t kLongest = 60;  // code points
  const std::string words = tight(text);
  return text::length(words) <= kLongest && ends_with_any(words, identity_->knowledge.scores.crowds) > 0 &&
         !contains_any(words, identity_->knowledge.scores.compared);
}

bool OfficeSections::begins_a_part(std::size_t index) const {
  const Reading& reading = identity_->reading;
  return std::ranges::any_of(reading.divisions, [&](const Division& division) {
    const FlowItem& item = reading.flow[division.item];
    return !item.is_table() && item.index == index;
  });
}

// A line of the report's head, a letter's addressee, a signature.
bool OfficeSections::tells_whose_report(const Paragraph& paragraph) const {
  if (begins_with_any(tight(paragraph.text), identity_->knowledge.labels.tight_list("addressee_words")) > 0)
    return true;
  return std::ranges::any_of(identity_->places, [&](const NamePlace& place) {
    const bool signature = place.kind == NamePlace::Kind::signature;  // any line near the end
    return place.kind != NamePlace::Kind::title && !signature && place.at.page_no == paragraph.at.page_no &&
           paragraph.at.box.contains(place.at.box.centre());
  });
}

}  // namespace prongsai::layouts::scores
