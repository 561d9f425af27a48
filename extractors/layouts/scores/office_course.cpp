#include "extractors/layouts/scores/office_course.hpp"

#include <algorithm>
#include <utility>

#include "extractors/layouts/heading_lines.hpp"
#include "extractors/layouts/scores/context.hpp"
#include "extractors/layouts/scores/prose_course.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

constexpr std::size_t kLongestLine = 60;  // code points of a line between a name and its figures

}  // namespace

OfficeCourse::OfficeCourse(const Record& record, const Identity& identity, const std::set<std::size_t>& headings)
    : identity_(&identity), headings_(&headings), offices_(record, identity) {}

const OfficeCourse::Told& OfficeCourse::told() {
  for (const std::size_t index : std::exchange(entered_, {})) look_at(index);
  return told_;
}

void OfficeCourse::look_at(std::size_t index) {
  const Paragraph& paragraph = identity_->reading.document->paragraphs[index];
  const std::string text = identity_->knowledge.labels.as_spelt(paragraph.text, paragraph.at.source);
  const bool heading = headings_->contains(index);
  if (heading) told_ = {};
  if (states_a_figure(text)) {
    own_line_before_ = false;
    return;
  }
  const std::vector<OfficeName> names = offices_.all_in(text);
  const bool own = !offices_.own_in(text).empty() ||
                   std::ranges::any_of(names, [&](const OfficeName& name) { return offices_.is_own(name); });
  const bool name_line = offices_.is_nothing_but(names, text);
  const bool below_own = std::exchange(own_line_before_, name_line && own);
  if (name_line)
    told_ = below_own && !own ? Told() : told_by(text, names);
  else if (const auto other = own ? std::nullopt : offices_.whose_scores_follow(text, heading))
    told_ = {other, false};
  else if (!names.empty() || own || leaves_it(text))
    told_ = {};
}

OfficeCourse::Told OfficeCourse::told_by(std::string_view text, const std::vector<OfficeName>& names) const {
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (offices_.stand_beside(names[i - 1], names[i], text)) return {std::nullopt, true};
  }
  if (offices_.is_own(names.front())) return {};
  return {names.front().name, false};
}

// A sentence, or words for the reporting office itself ("คะแนนของเรา").
bool OfficeCourse::leaves_it(std::string_view text) const {
  return text::length(text) > kLongestLine || contains_any(tight(text), identity_->knowledge.scores.self_words);
}

}  // namespace prongsai::layouts::scores
