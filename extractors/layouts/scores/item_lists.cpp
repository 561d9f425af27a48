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
    for (const auto& code : text::find_item_codes(text, assessments.item_ranges(), true)) {
      if (code.code.front() != 'O') continue;
      listed_.push_back({SubjectMention::Strength::named, SubjectKind::item, code.code, tight.tight(code.begin),
                         tight.tight(code.end)});
    }
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
    return list_behind(end);
  }

  // "ข้อที่ไม่ได้คะแนน": where each such phrase ends, in the tight text.
  [[nodiscard]] std::vector<std::size_t> ends_of_none() const {
    std::vector<std::size_t> ends;
    for (const auto& phrase : words_.items_without) {
      for (std::size_t at = whole().find(phrase); at != std::string_view::npos; at = whole().find(phrase, at + 1))
        ends.push_back(at + phrase.size());
    }
    return ends;
  }

  // The list that begins soon behind a place. Where it was said how many items it has, their titles may stand in it.
  [[nodiscard]] std::vector<SubjectMention> list_behind(std::size_t end) const {
    const auto first = std::ranges::find_if(listed_, [&](const auto& item) { return item.begin >= end; });
    if (first == listed_.end()) return {};
    const std::string_view lead = whole().substr(end, first->begin - end);
    if (!leads_to_list(lead)) return {};
    auto last = first + 1;
    while (last != listed_.end() && are_joined(*(last - 1), *last)) ++last;
    const std::size_t count = count_in(lead);
    while (last != listed_.end() && static_cast<std::size_t>(last - first) < count && is_titled(*(last - 1), *last))
      ++last;
    return {first, last};
  }

 private:
  // "จำนวน ๓ ข้อ": how many items a list is said to have; 0: it is not.
  [[nodiscard]] std::size_t count_in(std::string_view lead) const {
    for (const FigureText& number : find_figures(lead)) {
      const bool counts = number.decimals == 0 && number.value > 0 && number.readable();
      if (counts && begins_with_any(lead.substr(number.end), words_.parts) > 0)
        return static_cast<std::size_t>(number.value);
    }
    return 0;
  }

  // "ข้อ ๐๑๔ คู่มือการปฏิบัติงาน ข้อ ๐๑๗", "O18 E-Service, O21": the title of one stands between it and the word for the
  // next, or what joins the two.
  [[nodiscard]] bool is_titled(const SubjectMention& one, const SubjectMention& next) const {
    constexpr std::size_t kLongestTitle = 90;  // code points
    const std::string_view between = whole().substr(one.end, next.begin - one.end);
    const bool word =
        ends_with_any(between, words_.parts) > 0 || begins_with_any(whole().substr(next.begin), words_.parts) > 0;
    const bool joint = ends_with_any(between, words_.list_joints) > 0;
    return (word || joint) && text::length(between) <= kLongestTitle && find_figures(between).empty();
  }

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
  std::vector<SubjectMention> listed_;  // of lists, in which codes stand bare
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
  for (const std::size_t end : lists.ends_of_none()) {
    ScoreFigure figure;
    figure.begin = figure.end = tight.original(end);
    for (const SubjectMention& item : lists.list_behind(end)) {
      const bool known = std::ranges::any_of(found, [&](const auto& one) { return one.subject_no == item.subject_no; });
      if (!known) add(figure, item);
    }
  }
  std::ranges::move(found, std::back_inserter(figures));
  std::ranges::stable_sort(figures, [](const ScoreFigure& a, const ScoreFigure& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.subject_begin < b.subject_begin;
  });
}

}  // namespace prongsai::layouts::scores
