// A blank of a form left as dots where a name, number or sentence belongs: "สำนักงาน..... ประจำปี", "พ.ศ.... ผิดพลาด".
//
// A dotted line that is filled in is none ("เดือนตุลาคม.๒๕๖๖.....เดือนกันยายน.๒๕๖๗"), nor are leaders in a table of
// contents, an ellipsis in a sentence, and dots that wait for a pen: a signature's and its day's, and a letter's number
// ("ศธ.๐๒๑๐๗/....."), which the registry writes in by hand.
//
// So is a form's own instruction that stands where its answer belongs: "แผนปฏิบัติการของ (ระบุชื่อหน่วยงาน)". Behind a label
// it explains the label ("ผู้รับผิดชอบ (ระบุตำแหน่ง)").
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/titles.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/running_lines.hpp"

namespace prongsai::checks {
namespace {

// Runs of at least three dots or low lines; blanks may stand between them (". . . ."), an ellipsis counts as three.
std::vector<Span> dotted_lines(const std::string& text) {
  constexpr int kLeast = 3;
  std::vector<Span> runs;
  Span run;
  int dots = 0;
  const auto close = [&] {
    if (dots >= kLeast) runs.push_back(run);
    dots = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    at = c.end();
    const int worth = c.value == U'.' || c.value == U'_' ? 1 : c.value == 0x2026 ? kLeast : 0;
    if (worth > 0) {
      if (dots == 0) run.begin = c.begin;
      dots += worth;
      run.end = c.end();
    } else if (!text::is_blank(c.value)) {
      close();
    }
  }
  close();
  return runs;
}

// Groups in brackets of any kind, the brackets with them; none inside another.
std::vector<Span> bracketed(const std::string& text) {
  constexpr std::string_view kOpen = "([{<";
  constexpr std::string_view kClose = ")]}>";
  std::vector<Span> groups;
  std::size_t begin = std::string::npos;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (kOpen.find(text[at]) != std::string_view::npos) begin = at;
    if (begin == std::string::npos || kClose.find(text[at]) == std::string_view::npos) continue;
    groups.push_back({begin, at + 1});
    begin = std::string::npos;
  }
  return groups;
}

class PlaceholderJudge {
 public:
  explicit PlaceholderJudge(const CodeRule& rule) : rule_(rule) {}

  // The first blank left open.
  [[nodiscard]] std::optional<Span> open_blank(const std::string& text) const {
    for (const Span& run : dotted_lines(text)) {
      if (is_left_open(text, run)) return run;
    }
    for (const Span& group : bracketed(text)) {
      if (is_instruction(text, group) && stands_for_its_answer(text, group)) return group;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool is_left_open(const std::string& text, Span run) const {
    constexpr std::size_t kReach = 24;  // code points looked at on each side
    const std::string head = without_blanks(before(text, run.begin, kReach));
    if (ends_with_any(head, rule_.list("signature")) || is_bill(text, run) || is_date_of_signing(text, run))
      return false;
    if (ends_with_any(head, rule_.list("whole_values"))) return false;
    const std::string_view tail = after(text, run.end, kReach);
    const std::string next = without_blanks(tail);
    if (!ends_with_any(head, rule_.list("wants_value")))
      return ends_in_a_word(head) && is_long(text, run) && begins_with_any(next, rule_.list("next_field")) &&
             !closes_a_value(text, run);
    if (next.empty()) return true;
    if (begins_with_any(next, rule_.list("next_field"))) return true;
    const char32_t first = text::code_point_at(next, 0).value;
    if (text::is_digit(first)) return false;
    const bool attached = !text::is_blank(text::code_point_at(tail, 0).value);
    return !(attached && (text::is_thai_letter(first) || text::is_latin_letter(first)));
  }

  // "(นายกอไก่ ใจงาม) วันที่...../...../.....": whoever signs writes the day, too.
  [[nodiscard]] bool is_date_of_signing(const std::string& text, Span run) const {
    const std::string head = without_blanks(text.substr(0, run.begin));
    const std::size_t day = head.rfind(rule_.list("day").front());
    if (day == std::string::npos) return false;
    const std::string between = layouts::without_any(head.substr(day), rule_.list("parts_of_a_date"));
    return is_unfilled(between) && holds_signature(std::string_view(head).substr(0, day));
  }

  [[nodiscard]] bool holds_signature(std::string_view head) const {
    if (contains_any(head, rule_.list("signature"))) return true;
    for (std::size_t at = head.find('('); at != std::string_view::npos; at = head.find('(', at + 1)) {
      if (text::begins_signature(head.substr(at))) return true;
    }
    return false;
  }

  // "(ระบุชื่อหน่วยงาน)"; "(ระบุ)" alone follows a choice: "อื่น ๆ (ระบุ)".
  [[nodiscard]] bool is_instruction(const std::string& text, Span group) const {
    const std::string inside =
        without_blanks(std::string_view(text).substr(group.begin + 1, group.end - group.begin - 2));
    const auto& words = rule_.list("instructions");
    return begins_with_any(inside, words) && std::ranges::find(words, inside) == words.end();
  }

  // The whole of the text, or what a word such as "of" leads to.
  [[nodiscard]] bool stands_for_its_answer(const std::string& text, Span group) const {
    constexpr std::size_t kReach = 12;
    const std::string head = without_blanks(before(text, group.begin, kReach));
    return ends_with_any(head, rule_.list("leads_to_value")) ||
           (is_unfilled(text.substr(0, group.begin)) && is_unfilled(text.substr(group.end)));
  }

  // Not the stroke of a letter's number, which the registry fills in.
  static bool ends_in_a_word(const std::string& head) {
    constexpr std::size_t kThaiLetter = 3;  // bytes
    return head.size() >= kThaiLetter &&
           text::is_thai_letter(text::code_point_at(head, head.size() - kThaiLetter).value);
  }

  static bool is_long(const std::string& text, Span run) {
    constexpr std::size_t kLong = 8;
    return text::length(text.substr(run.begin, run.end - run.begin)) >= kLong;
  }

  // "ชื่อ......นางอารี......ตำแหน่ง": the second line of dots ends the value that was written on the first.
  static bool closes_a_value(const std::string& text, Span run) {
    constexpr std::size_t kLongestValue = 60;  // code points
    const auto runs = dotted_lines(text.substr(0, run.begin));
    return !runs.empty() && text::length(text.substr(runs.back().end, run.begin - runs.back().end)) < kLongestValue;
  }

  // "ร่างพระราชบัญญัติ… (ฉบับที่ ..) พ.ศ. ....": the dots are how a bill that has no year yet is cited.
  [[nodiscard]] bool is_bill(const std::string& text, Span run) const {
    constexpr std::size_t kBill = 120;
    const std::string head = without_blanks(before(text, run.begin, kBill));
    return ends_with_any(head, rule_.list("year_of_a_bill")) && contains_any(head, rule_.list("bill"));
  }

  const CodeRule& rule_;
};

// The words around a blank, a dotted line itself shortened.
std::string evidence_of(const std::string& text, Span run) {
  constexpr std::size_t kAround = 30;
  const std::string blank = text.substr(run.begin, run.end - run.begin);
  return std::string(from_whole_letter(before(text, run.begin, kAround))) + (is_unfilled(blank) ? "....." : blank) +
         std::string(after(text, run.end, kAround));
}

// The page that says whose report it is, or of which year, is the report's own.
bool is_head_page(const Record& record, int page) {
  const auto says = [page](const std::optional<Evidence>& at) { return at && at->page_no == page; };
  return says(record.agency_at) || says(record.fiscal_year_at);
}

// Dotted lines by page. A page with many of them is a form for others to fill in (a complaint form), bound in as it is.
std::map<int, int> dotted_lines_by_page(const Record& record) {
  std::map<int, int> out;
  for (const ParagraphRecord& paragraph : record.paragraphs) {
    out[paragraph.at.page_no] += static_cast<int>(dotted_lines(paragraph.text).size());
  }
  for (const CellRecord& cell : record.cells) out[cell.at.page_no] += static_cast<int>(dotted_lines(cell.text).size());
  return out;
}

class Placeholders {
 public:
  explicit Placeholders(const CheckInput& input)
      : input_(input),
        rule_(input.rules.of("unfilled_placeholder")),
        judge_(rule_),
        lines_(dotted_lines_by_page(input.record)) {}

  std::vector<Finding> find() {
    for (const Passage& passage : passages(input_.record)) {
      const auto run = is_form(passage.at.page_no) ? std::nullopt : judge_.open_blank(*passage.text);
      if (run) findings_.push_back(finding_at(rule_.code, passage, evidence_of(*passage.text, *run)));
    }
    for (const ParagraphRecord& paragraph : input_.record.paragraphs) {  // a form bound in with the report
      if (paragraph.annexed_template && !is_form(paragraph.at.page_no)) look(paragraph.text, paragraph.at, "annexed");
    }
    for (const TableRecord& table : input_.record.tables) look_at_head(table);
    for (const RunningLine& line : running_lines(input_.record)) look(line.text, line.at, "");
    return std::move(findings_);
  }

 private:
  [[nodiscard]] bool is_form(int page) const {
    const auto lines = lines_.find(page);
    return lines != lines_.end() && lines->second >= rule_.threshold("lines_of_a_form") &&
           !is_head_page(input_.record, page);
  }

  // The form that a page is printed on may be a box of labels alone: a table that is all head.
  void look_at_head(const TableRecord& table) {
    if (table.annexed_template || is_form(table.at.page_no)) return;
    std::set<std::string> told;  // a head over several columns is one
    for (const ColumnRecord& column : table.columns) {
      for (const std::string& level : column.header) {
        if (told.insert(level).second) look(level, table.at, "");
      }
    }
  }

  void look(const std::string& text, const Evidence& at, const std::string& variant) {
    const auto run = judge_.open_blank(text);
    if (!run) return;
    Finding finding;
    finding.code = rule_.code;
    finding.at = at;
    finding.evidence = evidence_of(text, *run);
    if (!variant.empty()) finding.values["variant"] = variant;
    findings_.push_back(std::move(finding));
  }

  const CheckInput& input_;
  const CodeRule& rule_;
  PlaceholderJudge judge_;
  std::map<int, int> lines_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> unfilled_placeholder(const CheckInput& input) {
  return Placeholders(input).find();
}

}  // namespace prongsai::checks
