#include "extractors/layouts/scores/item_lists.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

class ItemLists {
 public:
  // Codes in a list need no word for an item before them.
  ItemLists(std::string_view text, const TightText& tight, const std::vector<SubjectMention>& mentions,
            const ScoreWords& words, const Assessments& assessments)
      : tight_(tight), words_(words) {
    std::ranges::copy_if(mentions, std::back_inserter(items_),
                         [](const auto& one) { return one.subject == SubjectKind::item; });
    for (const auto& code : text::find_item_codes(text, assessments.item_ranges())) {
      const std::size_t begin = tight.tight(code.begin);
      const std::size_t end = tight.tight(code.end);
      const bool known =
          std::ranges::any_of(items_, [&](const SubjectMention& item) { return begin < item.end && item.begin < end; });
      if (!known && code.code.front() == 'O')
        items_.push_back({SubjectMention::Strength::named, SubjectKind::item, code.code, begin, end});
    }
    std::ranges::sort(items_, {}, &SubjectMention::begin);
  }

  // The items named right before the one whose figure it is, the nearest last.
  [[nodiscard]] std::vector<SubjectMention> joined_before(const ScoreFigure& figure) const {
    const auto own = std::ranges::find_if(
        items_, [&](const auto& item) { return tight_.original(item.begin) == figure.subject_begin; });
    if (own == items_.end()) return {};
    auto first = own;
    while (first != items_.begin() && are_joined(*(first - 1), *first)) --first;
    return {first, own};
  }

  // The items that are listed behind a figure of "ข้อที่ได้ 0 คะแนน".
  [[nodiscard]] std::vector<SubjectMention> listed_behind(const FigureText& number) const {
    const std::size_t begin = tight_.tight(number.begin);
    const std::size_t end = tight_.tight(number.end);
    if (number.decimals > 0 || !number.readable() || !tells_of_items(whole().substr(0, begin))) return {};
    auto first = std::ranges::find_if(items_, [&](const auto& item) { return item.begin >= end; });
    if (first == items_.end() || !leads_to_list(whole().substr(end, first->begin - end))) return {};
    auto last = first + 1;
    while (last != items_.end() && are_joined(*(last - 1), *last)) ++last;
    return {first, last};
  }

 private:
  [[nodiscard]] std::string_view whole() const { return tight_.text(); }

  // Nothing but the words for an item and what joins them stands between two.
  [[nodiscard]] bool are_joined(const SubjectMention& one, const SubjectMention& next) const {
    std::string between(whole().substr(one.end, next.begin - one.end));
    for (const auto* joiners : {&words_.item_words, &words_.parts, &words_.list_joints})
      between = without_any(std::move(between), *joiners);
    return between.empty();
  }

  // "ข้อที่ได้": items are told apart by what they got.
  [[nodiscard]] bool tells_of_items(std::string_view before) const {
    return ends_with_any(before, words_.items_that_got) > 0;
  }

  // "คะแนน มี ๔ ข้อ ได้แก่ ข้อ": how many there are, and the word that leads to their list.
  [[nodiscard]] bool leads_to_list(std::string_view between) const {
    constexpr std::size_t kLongest = 40;  // code points
    if (text::length(between) > kLongest) return false;
    for (const auto& part : words_.parts) {
      if (between.ends_with(part)) between.remove_suffix(part.size());
    }
    return ends_with_any(between, words_.list_leads) > 0;
  }

  const TightText& tight_;
  const ScoreWords& words_;
  std::vector<SubjectMention> items_;
};

}  // namespace

void share_with_listed_items(std::string_view text, const TightText& tight, const std::vector<SubjectMention>& mentions,
                             const std::vector<FigureText>& numbers, const ScoreWords& words,
                             const Assessments& assessments, std::vector<ScoreFigure>& figures) {
  const ItemLists lists(text, tight, mentions, words, assessments);
  std::vector<ScoreFigure> found;
  const auto add = [&](const ScoreFigure& like, const SubjectMention& item) {
    found.push_back(like);
    found.back().subject = SubjectKind::item;
    found.back().subject_no = item.subject_no;
    found.back().subject_begin = tight.original(item.begin);
  };
  for (const ScoreFigure& figure : figures) {
    if (figure.subject != SubjectKind::item || figure.broken) continue;
    for (const SubjectMention& item : lists.joined_before(figure)) add(figure, item);
  }
  for (const FigureText& number : numbers) {
    ScoreFigure figure;
    figure.value = number.value;
    figure.begin = number.begin;
    figure.end = number.end;
    for (const SubjectMention& item : lists.listed_behind(number)) add(figure, item);
  }
  std::ranges::move(found, std::back_inserter(figures));
  std::ranges::stable_sort(figures, [](const ScoreFigure& a, const ScoreFigure& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.subject_begin < b.subject_begin;
  });
}

}  // namespace prongsai::layouts::scores
