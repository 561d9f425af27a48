// What the report itself says about where its items were found. Two kinds of sentence:
//   on a group's page: "นำไปวางไว้บนหน้ากลุ่มงานของเว็บไซต์แทน" → misplaced_page
//   not found:         "ไม่พบข้อมูลบนเว็บไซต์หลัก"              → not_on_main_site
// A sentence of the first kind often also says that the item was not on the main site; it counts once, as the first.
#include <algorithm>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/site_faults.hpp"

namespace prongsai::checks {
namespace {

struct Fault {
  std::string code;  // the finding's
  Span place;        // in the squeezed text
};

// Whether a condition or one of these words stands in the text: what follows is only supposed.
bool supposes(std::string_view squeezed, const std::vector<std::string>& words) {
  return contains_any(squeezed, text::lexicon().clauses.conditions.texts()) || contains_any(squeezed, words);
}

// A phrase of one list with one of another near it, in either order.
bool near(std::string_view squeezed, Span phrase, const std::vector<std::string>& others, std::size_t reach) {
  const std::string_view head = before(squeezed, phrase.begin, reach);
  const std::string_view tail = after(squeezed, phrase.end, reach);
  return contains_any(head, others) || contains_any(tail, others);
}

std::vector<Fault> group_page_faults(std::string_view squeezed, const CodeRule& rule) {
  const auto reach = static_cast<std::size_t>(rule.threshold("reach"));
  std::vector<Fault> faults;
  for (const Span& page : find_phrases(squeezed, rule.list("group_page"))) {
    if (!near(squeezed, page, rule.list("put_there"), reach) || near(squeezed, page, rule.list("advice"), reach))
      continue;
    faults.push_back({rule.code, page});
  }
  return faults;
}

std::vector<Fault> not_found_faults(std::string_view squeezed, const CodeRule& rule) {
  const auto reach = static_cast<std::size_t>(rule.threshold("reach"));
  std::vector<Fault> faults;
  for (const Span& denial : find_phrases(squeezed, rule.list("denial"))) {
    const std::string_view tail = after(squeezed, denial.end, reach);
    const std::string_view head = before(squeezed, denial.begin, reach / 2);
    if (!contains_any(tail, rule.list("main_site")) && !ends_with_any(head, rule.list("main_site"))) continue;
    if (supposes(head, rule.list("advice"))) continue;
    faults.push_back({rule.code, denial});
  }
  return faults;
}

struct Code {
  std::string code;
  std::size_t at;  // in the squeezed text
  std::size_t end;
};

std::vector<Code> codes_of(const Squeezed& squeezed, const std::string& text, const text::ItemRanges& ranges) {
  std::vector<Code> codes;
  for (const text::ItemCode& found : text::find_item_codes(text, ranges)) {
    const auto offset = [&](std::size_t original) {
      return static_cast<std::size_t>(std::lower_bound(squeezed.origin.begin(), squeezed.origin.end(), original) -
                                      squeezed.origin.begin());
    };
    codes.push_back({found.code, offset(found.begin), offset(found.end)});
  }
  return codes;
}

// The items that a fault speaks of: the nearest code before it, with those joined to that one by no more than "และ"
// or a comma; else all codes after it.
std::vector<std::string> items_of(const std::vector<Code>& codes, std::size_t fault_at) {
  constexpr std::size_t kJoin = 24;  // bytes between two codes of one list: "และข้อ"
  std::vector<std::string> items;
  const auto behind = std::find_if(codes.begin(), codes.end(), [&](const Code& c) { return c.at > fault_at; });
  for (auto code = behind; code != codes.begin();) {
    --code;
    if (!items.empty() && (code + 1)->at - code->end > kJoin) break;
    items.insert(items.begin(), code->code);
  }
  if (!items.empty()) return items;
  for (auto code = behind; code != codes.end(); ++code) items.push_back(code->code);
  return items;
}

// A code that the paragraph before announces: "ข้อ O29 ข้อมูลเชิงสถิติ…" as a line of its own.
std::optional<std::string> announced_by(const RunningText* previous, const text::ItemRanges& ranges) {
  if (previous == nullptr || previous->passage.kind != Passage::Kind::paragraph) return std::nullopt;
  const auto codes = text::find_item_codes(previous->text, ranges);
  constexpr std::size_t kAtBeginning = 60;  // bytes: after "ตัวชี้วัดข้อ" at most
  if (codes.empty() || codes.front().begin > kAtBeginning) return std::nullopt;
  return codes.back().code;
}

bool has_fault_of_first_kind(const std::vector<Fault>& faults, const std::vector<Code>& codes,
                             const std::string& item) {
  return std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
    const auto items = items_of(codes, fault.place.begin);
    return std::find(items.begin(), items.end(), item) != items.end();
  });
}

class Reader {
 public:
  Reader(const CheckInput& input, const RunningText& passage, const RunningText* previous)
      : input_(input),
        passage_(passage),
        previous_(previous),
        squeezed_(squeeze(passage.text)),
        codes_(codes_of(squeezed_, passage.text, input.rules.item_ranges())) {}

  std::vector<Finding> read() {
    const auto on_group_page = group_page_faults(squeezed_.text, input_.rules.of("misplaced_page"));
    const auto not_found = not_found_faults(squeezed_.text, input_.rules.of("not_on_main_site"));
    if ((on_group_page.empty() && not_found.empty()) || tells_of_others()) return {};
    for (const Fault& fault : on_group_page) add(fault, {});
    for (const Fault& fault : not_found) add(fault, on_group_page);
    return std::move(findings_);
  }

 private:
  // A passage that names another office which reports, and not the own one.
  [[nodiscard]] bool tells_of_others() const {
    if (row_names_another()) return true;
    const auto& own = input_.record.agency;
    if (!own || squeezed_.text.find(without_blanks(*own)) != std::string::npos) return false;
    const std::string kind = input_.agencies.kind_of(*own);
    const auto mentions = input_.agencies.find(passage_.text);
    return !kind.empty() && std::ranges::any_of(mentions, [&](const text::AgencyMention& mention) {
      return !mention.parent && mention.name != *own && input_.agencies.kind_of(mention.name) == kind;
    });
  }

  // "อบต.… | O11 ไม่พบบนเว็บไซต์หลัก": a cell beside it holds nothing but another office's name.
  [[nodiscard]] bool row_names_another() const {
    return in_row([&](const std::string& text) {
      const auto mentions = input_.agencies.find(text);
      if (mentions.size() != 1 || mentions.front().parent || mentions.front().name == input_.record.agency)
        return false;
      return squeeze(text.substr(mentions.front().end)).text.empty() && mentions.front().begin == 0;
    });
  }

  // Whether one of the other cells of the passage's row is so.
  template <typename Is>
  [[nodiscard]] bool in_row(const Is& is) const {
    if (passage_.passage.kind != Passage::Kind::cell) return false;
    const CellRecord& own = input_.record.cells[passage_.passage.index];
    return std::ranges::any_of(input_.record.cells, [&](const CellRecord& cell) {
      return &cell != &own && cell.table_no == own.table_no && cell.row_no == own.row_no && is(cell.text);
    });
  }

  // A rule that is quoted, or a fault that was mended or won by appeal.
  [[nodiscard]] bool stands(const Fault& fault) const {
    const CodeRule& rule = input_.rules.of("not_on_main_site");
    const auto reach = static_cast<std::size_t>(rule.threshold("settled_reach"));
    if (in_row([&](const std::string& text) { return contains_any(squeeze(text).text, rule.list("settled")); }))
      return false;
    const std::string_view head = before(squeezed_.text, fault.place.begin, reach / 2);
    // "หากตรวจพบว่าข้อ … ไม่ได้อยู่บนเว็บไซต์หลัก จะถูกปรับ": what would be.
    const bool condition = supposes(head, rule.list("conditions"));
    if (condition && contains_any(after(squeezed_.text, fault.place.end, reach / 2), rule.list("consequences")))
      return false;
    return !contains_any(head, rule.list("rules_quoted")) && !contains_any(head, rule.list("settled")) &&
           !contains_any(after(squeezed_.text, fault.place.end, reach), rule.list("settled"));
  }

  void add(const Fault& fault, const std::vector<Fault>& stronger) {
    if (!stands(fault)) return;
    std::vector<std::string> items = items_of(codes_, fault.place.begin);
    if (items.empty()) {
      if (const auto code = announced_by(previous_, input_.rules.item_ranges())) items.push_back(*code);
    }
    for (const std::string& item : items) {
      if (has_fault_of_first_kind(stronger, codes_, item)) continue;
      raise(fault, item);
    }
    // Without an item only an evaluator's words count: offices also write of their visitors who found nothing.
    if (items.empty() && stronger.empty() && is_by_evaluator()) raise(fault, std::nullopt);
  }

  [[nodiscard]] bool is_by_evaluator() const {
    const CodeRule& rule = input_.rules.of("not_on_main_site");
    return contains_any(squeezed_.text, rule.list("evaluator")) || is_checklist(rule);
  }

  // A cell of a form by which others looked for what the office published: its head says so on the same page.
  [[nodiscard]] bool is_checklist(const CodeRule& rule) const {
    constexpr std::size_t kLongestHead = 200;  // code points
    if (passage_.passage.kind != Passage::Kind::cell) return false;
    return std::ranges::any_of(input_.record.paragraphs, [&](const ParagraphRecord& paragraph) {
      return paragraph.at.page_no == passage_.passage.at.page_no && text::length(paragraph.text) <= kLongestHead &&
             contains_any(without_blanks(paragraph.text), rule.list("checklists"));
    });
  }

  void raise(const Fault& fault, std::optional<std::string> item) {
    constexpr std::size_t kAround = 60;
    const bool said = std::any_of(findings_.begin(), findings_.end(), [&](const Finding& known) {
      return known.code == fault.code && known.item_code == item;
    });
    if (said) return;
    Finding finding;
    finding.code = fault.code;
    finding.item_code = std::move(item);
    finding.at = passage_.passage.at;
    const Span original{squeezed_.origin[fault.place.begin], squeezed_.origin[fault.place.end]};
    finding.evidence = excerpt(passage_.text, original, kAround);
    findings_.push_back(std::move(finding));
  }

  const CheckInput& input_;
  const RunningText& passage_;
  const RunningText* previous_;
  Squeezed squeezed_;
  std::vector<Code> codes_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> faults_in_words(const CheckInput& input) {
  std::vector<Finding> findings;
  const std::vector<RunningText> all = running_texts(passages(input.record));
  for (std::size_t i = 0; i < all.size(); ++i) {
    Reader reader(input, all[i], i > 0 ? &all[i - 1] : nullptr);
    for (Finding& finding : reader.read()) findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace prongsai::checks
