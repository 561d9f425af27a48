// What the lines at the head and foot of a page look like: titles, letterheads, addressees, lists.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "extractors/layouts/flow.hpp"
#include "extractors/layouts/reading.hpp"
#include "extractors/text/agencies/agencies.hpp"
#include "extractors/text/find/item_codes.hpp"

namespace prongsai::layouts {

inline constexpr std::size_t kLongestHeadLine = 150;  // code points: as long as a title's

// `words` are a line's without blanks, in their right spelling (words_of); `line` is a place in the reading's flow.
// Reading, knowledge and agencies must outlive it.
class HeadLines {
 public:
  HeadLines(const Reading& reading, const Knowledge& knowledge, const text::Agencies& agencies)
      : reading_(&reading),
        labels_(&knowledge.labels),
        agencies_(&agencies),
        ranges_(knowledge.assessments.item_ranges()) {}

  [[nodiscard]] std::string words_of(const FlowItem& line) const;
  [[nodiscard]] double width_of(int page_no) const;  // points; 0 for a page that is not there

  // It reaches so far across its page that it may go on in the next.
  [[nodiscard]] bool is_full(const FlowItem& line) const;
  // Running text: too long, or of a paragraph that is.
  [[nodiscard]] bool is_prose(const FlowItem& line) const;
  // A line of a list of items: "- O12 รายงานการกำกับติดตาม…"; not what a title goes on with: "… (ข้อ / O๒๕)".
  [[nodiscard]] bool lists_items(const FlowItem& line) const;
  // "ตารางที่ ๑ คะแนน …": what stands there is the table's.
  [[nodiscard]] bool is_caption(const FlowItem& line) const;
  // What it says ends in the next line of its page, however short it is: its year ("… ปีงบประมาณ พ.ศ.", "… เทียบกับ"),
  // or the rest of an office's name.
  [[nodiscard]] bool is_cut_short(std::size_t line) const;
  // "ที่ ศธ ๐๒๐๐.๑/ว ๑๒๓ สำนักงาน…": a few letters, a number, a stroke, another number, and more behind it.
  [[nodiscard]] bool is_letterhead(const std::string& words) const;
  // The sender's name may go on in the next line of the letterhead, which stands on the right, over the address.
  [[nodiscard]] std::size_t end_of_letterhead(std::size_t line) const;
  [[nodiscard]] bool is_addressee(std::string_view words) const;
  // "ผู้รับผิดชอบ : กองช่าง": who does the work of a measure, not who signs.
  [[nodiscard]] bool states_a_label(const FlowItem& line) const;

 private:
  [[nodiscard]] const Flow& flow() const { return reading_->flow; }
  [[nodiscard]] const Document& document() const { return *reading_->document; }

  [[nodiscard]] bool ends_before_its_year(const std::string& words, const std::string& next) const;
  [[nodiscard]] bool ends_inside_a_name(const std::string& words, const std::string& next) const;

  const Reading* reading_;
  const Labels* labels_;
  const text::Agencies* agencies_;
  text::ItemRanges ranges_;
};

// Lines set from margin to margin of their own column, as those of a signature are not.
[[nodiscard]] bool is_running(const Paragraph& paragraph);
// "๑. นาย… นายกองค์การ…": who came to a meeting, who sits on a board.
[[nodiscard]] bool lists_persons(std::string_view line);
// A number before the first of several points; a date at the head of a print-out is none.
[[nodiscard]] bool begins_an_item(std::string_view line);

}  // namespace prongsai::layouts
