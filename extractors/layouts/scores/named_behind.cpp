#include "extractors/layouts/scores/named_behind.hpp"

#include <algorithm>

#include "extractors/layouts/scores/lead.hpp"

namespace prongsai::layouts::scores {
namespace {

class BehindFinder {
 public:
  BehindFinder(const TightText& text, const std::vector<SubjectMention>& mentions, const ScoreWords& words)
      : text_(&text), mentions_(&mentions), words_(&words) {}

  const SubjectMention* next(const FigureText& number) {
    const std::size_t begin = text_->tight(number.begin);
    const std::size_t end = end_with_unit(begin, text_->tight(number.end));
    if (end == 0) return nullptr;
    const SubjectMention* found = is_led(begin) && !is_named_before(begin) ? linked_at(end) : nullptr;
    last_end_ = end;
    last_ = found;
    return found;
  }

 private:
  [[nodiscard]] std::string_view whole() const { return text_->text(); }

  // 0 for a number without a unit.
  [[nodiscard]] std::size_t end_with_unit(std::size_t begin, std::size_t end) const {
    if (ends_with_any(whole().substr(0, begin), words_->percent) > 0) return end;
    const std::string_view behind = whole().substr(end);
    const std::size_t unit =
        behind.starts_with(words_->points) ? words_->points.size() : begins_with_any(behind, words_->percent);
    return unit > 0 ? end + unit : 0;
  }

  // By a word for what was got, or by a joint behind a figure that was named so, too.
  [[nodiscard]] bool is_led(std::size_t begin) const {
    const ScoreLead lead = read_lead(whole().substr(0, begin), *words_);
    if (lead.bound) return false;
    if (last_ == nullptr) return lead.lead;
    const std::string between(whole().substr(last_->end, begin - last_->end));
    return lead.lead || without_any(without_any(between, words_->list_joints), words_->percent).empty();
  }

  // Since the figure before; what that one took for its subject is spent.
  [[nodiscard]] bool is_named_before(std::size_t begin) const {
    return std::ranges::any_of(*mentions_, [&](const SubjectMention& mention) {
      const bool whole = mention.strength == SubjectMention::Strength::overall || mention.subject == SubjectKind::ita;
      return mention.begin >= last_end_ && mention.end <= begin && &mention != last_ && !whole;
    });
  }

  [[nodiscard]] const SubjectMention* linked_at(std::size_t end) const {
    const auto behind = std::ranges::find_if(*mentions_, [&](const auto& mention) { return mention.begin >= end; });
    if (behind == mentions_->end() || !behind->subject || behind->unnamed) return nullptr;
    std::string between(whole().substr(end, behind->begin - end));
    if (begins_with_any(between, words_->behind_links) == 0) return nullptr;
    for (const auto* known : {&words_->behind_links, &words_->overall, &words_->instrument_kinds, &words_->parts})
      between = without_any(std::move(between), *known);
    return between.empty() && !goes_on(*behind) ? &*behind : nullptr;
  }

  // "… ในแบบวัด IIT EIT และ OIT", "… ในแบบวัด EIT ได้ 85.10": another subject or a figure of its own behind it.
  [[nodiscard]] bool goes_on(const SubjectMention& mention) const {
    std::string_view behind = whole().substr(mention.end);
    const std::size_t joint = begins_with_any(behind, words_->list_joints);
    const std::size_t at = mention.end + joint;
    const bool another = std::ranges::any_of(*mentions_, [&](const auto& other) { return other.begin == at; });
    return another || begins_with_any(behind, words_->leads) > 0 || begins_with_any(behind, words_->connectors) > 0;
  }

  const TightText* text_;
  const std::vector<SubjectMention>* mentions_;
  const ScoreWords* words_;
  std::size_t last_end_ = 0;              // of the last figure with a unit
  const SubjectMention* last_ = nullptr;  // what that one took
};

}  // namespace

std::vector<const SubjectMention*> subjects_behind(const TightText& text, const std::vector<FigureText>& numbers,
                                                   const std::vector<SubjectMention>& mentions,
                                                   const ScoreWords& words) {
  BehindFinder finder(text, mentions, words);
  std::vector<const SubjectMention*> found;
  found.reserve(numbers.size());
  for (const FigureText& number : numbers) found.push_back(finder.next(number));
  return found;
}

}  // namespace prongsai::layouts::scores
