#include "extractors/layouts/scores/subject_choice.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "extractors/layouts/scores/closed_brackets.hpp"
#include "extractors/layouts/scores/lead.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts::scores {
namespace {

// Code points of a long sentence: a subject named further back is another sentence's.
constexpr std::size_t kFarthestSubject = 700;
// Code points of a reference that are no known words: "สาธารณะ".
constexpr std::size_t kReferenceSpare = 10;

}  // namespace

bool SubjectChoice::is_in_mention(std::size_t begin) const {
  return std::any_of(mentions_.begin(), mentions_.end(),
                     [&](const auto& mention) { return begin >= mention.begin && begin < mention.end; });
}

const SubjectMention* SubjectChoice::beside(std::size_t begin) const {
  const SubjectMention* found = nullptr;
  for (const auto& mention : mentions_) {
    if (mention.end > begin || mention.strength == SubjectMention::Strength::overall) continue;
    if (connects(whole().substr(0, begin), mention.end, *words_) && !is_scope(mention, begin)) found = &mention;
  }
  return found;
}

const SubjectMention* SubjectChoice::of_sentence(std::size_t begin, std::size_t last_figure) const {
  const SubjectMention* subject = nullptr;
  for (const auto& mention : mentions_) {
    if (mention.end > begin) break;
    if (is_scope(mention, begin) || is_reference(mention, begin)) continue;
    if (brackets_closed_before(whole(), mention.begin, begin) != std::string_view::npos) continue;
    const bool used = subject != nullptr && subject->end <= last_figure && mention.begin >= last_figure;
    if (subject == nullptr || used || mention.strength >= subject->strength) subject = &mention;
  }
  if (subject == nullptr) return nullptr;
  const std::size_t distance = text::length(whole().substr(subject->end, begin - subject->end));
  return distance > kFarthestSubject ? nullptr : subject;
}

// "ประเมินเฉพาะตัวชี้วัดที่ ๙ … และตัวชี้วัดที่ ๑๐ … ปรากฏว่า … ได้": between the word for what alone was assessed and
// the one for the outcome.
bool SubjectChoice::is_scope(const SubjectMention& mention, std::size_t begin) const {
  const std::size_t scope = last_of(whole().substr(0, mention.begin), words_->scopes);
  if (scope == std::string_view::npos) return false;
  const std::size_t outcome = last_of(whole().substr(0, begin), words_->outcomes);
  if (outcome != std::string_view::npos && outcome >= mention.end)
    return last_of(whole().substr(scope, mention.begin - scope), words_->outcomes) == std::string_view::npos;
  return is_list(scope, begin);
}

// "เฉพาะตัวชี้วัดที่ ๙ และตัวชี้วัดที่ ๑๐ ได้": several subjects right behind each other, and no figure of one of them: it is of
// all.
bool SubjectChoice::is_list(std::size_t from, std::size_t to) const {
  std::size_t end = 0;
  int listed = 0;
  for (const SubjectMention& mention : mentions_) {
    if (mention.begin < from || mention.end > to) continue;
    const std::string_view between = whole().substr(end, mention.begin - end);
    if (listed > 0 && std::ranges::find(words_->list_joints, between) == words_->list_joints.end()) return false;
    end = mention.end;
    ++listed;
  }
  return listed > 1 && connects(whole().substr(0, to), end, *words_);
}

// "ตามแบบวัด OIT ข้อ O๓๔ สำนักงานได้นำผลการประเมิน … มาวิเคราะห์ โดยได้คะแนน": what the report answers to, where another
// subject is named before the figure.
bool SubjectChoice::is_reference(const SubjectMention& mention, std::size_t begin) const {
  const std::size_t from = last_of(whole().substr(0, mention.begin), words_->references);
  if (from == std::string_view::npos) return false;
  std::string between(whole().substr(from, mention.begin - from));
  for (const SubjectMention& other : mentions_) {
    if (other.begin >= from && other.end <= mention.begin)
      between = without_any(std::move(between), {std::string(whole().substr(other.begin, other.end - other.begin))});
  }
  for (const auto* words : {&words_->references, &words_->instrument_kinds, &words_->parts, &words_->connectors})
    between = without_any(std::move(between), *words);
  const bool led = text::length(between) <= kReferenceSpare;
  return led && std::ranges::any_of(mentions_, [&](const SubjectMention& other) {
           return other.begin >= mention.end && other.end <= begin && other.subject &&
                  other.strength == SubjectMention::Strength::overall;
         });
}

bool SubjectChoice::is_unnamed_beside(const SubjectMention& mention, std::size_t begin) const {
  return mention.unnamed && mention.end <= begin && connects(whole().substr(0, begin), mention.end, *words_);
}

bool SubjectChoice::speaks_of_no_change(const SubjectMention& mention, std::size_t begin) const {
  return mention.strength != SubjectMention::Strength::overall && mention.end <= begin &&
         !contains_any(whole().substr(mention.end, begin - mention.end), words_->not_after);
}

bool SubjectChoice::is_of_other_survey(const SubjectMention& mention, std::size_t begin) const {
  if (mention.subject == SubjectKind::item || mention.end > begin) return false;
  return contains_any(whole().substr(mention.end, begin - mention.end), words_->other_surveys);
}

bool SubjectChoice::is_mean_of_all(const SubjectMention& mention) const {
  return std::ranges::any_of(mentions_, [&](const SubjectMention& other) {
    if (other.subject || other.end > mention.begin) return false;
    const std::string_view between = whole().substr(other.end, mention.begin - other.end);
    return between.empty() || std::ranges::find(words_->belonging, between) != words_->belonging.end();
  });
}

}  // namespace prongsai::layouts::scores
