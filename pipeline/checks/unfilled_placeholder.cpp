// A blank of a form left as dots where a name, number or sentence belongs: "สำนักงาน..... ประจำปี", "ศธ.๐๒๑๐๗/.....".
//
// A dotted line that is filled in is none ("เดือนตุลาคม.๒๕๖๖.....เดือนกันยายน.๒๕๖๗"), nor are leaders in a table of
// contents, the dots for a signature, and an ellipsis in a sentence.
#include "extractors/text/utf8.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

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
  for (const text::CodePoint& c : text::code_points(text)) {
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

// "ศธ.๐๒๑๐๗/": the number of a letter begins and is not given.
bool is_letter_number(std::string_view head) {
  if (!head.ends_with("/")) return false;
  head.remove_suffix(1);
  std::size_t at = head.size();
  while (at > 0 && (static_cast<unsigned char>(head[at - 1]) & 0xC0U) == 0x80U) --at;
  if (at > 0) --at;
  return !head.empty() && text::is_digit(text::code_point_at(head, at).value);
}

class Judge {
 public:
  explicit Judge(const CodeRule& rule) : rule_(rule) {}

  [[nodiscard]] bool is_left_open(const std::string& text, Span run) const {
    constexpr std::size_t kReach = 24;  // code points looked at on each side
    const std::string head = without_blanks(before(text, run.begin, kReach));
    if (ends_with_any(head, rule_.list("signature"))) return false;
    if (!ends_with_any(head, rule_.list("wants_value")) && !is_letter_number(head)) return false;
    const std::string_view tail = after(text, run.end, kReach);
    const std::string next = without_blanks(tail);
    if (next.empty()) return true;
    if (begins_with_any(next, rule_.list("next_field"))) return true;
    const char32_t first = text::code_point_at(next, 0).value;
    if (text::is_digit(first)) return false;
    const bool attached = !text::is_blank(text::code_point_at(tail, 0).value);
    return !(attached && (text::is_thai_letter(first) || text::is_latin_letter(first)));
  }

 private:
  const CodeRule& rule_;
};

Finding finding_of(const Evidence& at, const std::string& text, Span run, bool annexed) {
  constexpr std::size_t kAround = 30;
  Finding finding;
  finding.code = "unfilled_placeholder";
  finding.at = at;
  finding.evidence = excerpt(text, run, kAround);
  if (annexed) finding.values["variant"] = "annexed";
  return finding;
}

}  // namespace

std::vector<Finding> unfilled_placeholder(const CheckInput& input) {
  std::vector<Finding> findings;
  const Judge judge(input.rules.of("unfilled_placeholder"));
  for (const Passage& passage : passages(input.record)) {
    for (const Span& run : dotted_lines(*passage.text)) {
      if (!judge.is_left_open(*passage.text, run)) continue;
      findings.push_back(finding_at("unfilled_placeholder", passage, run));
      break;
    }
  }
  for (const ParagraphRecord& paragraph : input.record.paragraphs) {  // a form bound in with the report
    if (!paragraph.annexed_template || is_unfilled(paragraph.text)) continue;
    for (const Span& run : dotted_lines(paragraph.text)) {
      if (!judge.is_left_open(paragraph.text, run)) continue;
      findings.push_back(finding_of(paragraph.at, paragraph.text, run, true));
      break;
    }
  }
  return findings;
}

}  // namespace prongsai::checks
