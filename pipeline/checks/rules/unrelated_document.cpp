// The file is not what its item asks for: the item is one on the assessment, and the document, read well from its first
// page to its last, nowhere speaks of it, or only in the lines over its title that say which item it is handed in for,
// or in passing, while the title is another document's.
#include <algorithm>
#include <optional>

#include "extractors/text/find/item_codes.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/page_reading.hpp"
#include "pipeline/checks/rules.hpp"
#include "pipeline/checks/text_scan.hpp"

namespace prongsai::checks {
namespace {

// Paragraphs at a document's beginning among which the lines stand that say what it is handed in for, and those among
// which its title does: a cover's, the title page's.
constexpr std::size_t kLabelLines = 4;
constexpr std::size_t kTitleLines = 8;
// Paragraphs and cells of a document that may have to do with the assessment although the document is another one.
constexpr std::ptrdiff_t kInPassing = 2;

bool asks_for_the_assessment(const CheckInput& input, const std::string& item) {
  return input.rules.assessments().asks_for_measures(item, std::nullopt);
}

// Anything that the document has on any page: a page in doubt may be the one that speaks of it.
bool speaks_of_it(const CheckInput& input, const std::vector<std::string>& words) {
  return std::ranges::any_of(input.record.pages, [&](const PageRecord& page) {
    return !is_read_well(input, page) || contains_any(without_blanks(page.text), words);
  });
}

bool is_long_enough(const CheckInput& input) {
  std::size_t letters = 0;
  for (const PageRecord& page : input.record.pages) letters += without_blanks(page.text).size();
  return static_cast<double>(letters) >= input.rules.of("unrelated_document").threshold("least_text");
}

Finding not_asked_for(const CheckInput& input, const std::string& item, const std::string& title) {
  Finding finding;
  finding.code = input.rules.of("unrelated_document").code;
  finding.item_code = item;
  finding.evidence = clip(title, 120);
  return finding;
}

Finding titled(const CheckInput& input, const std::string& variant, const ParagraphRecord& title) {
  Finding finding = not_asked_for(input, *input.record.item_code, title.text);
  finding.values["variant"] = variant;
  finding.at = title.at;
  return finding;
}

// A document that says of itself what it is handed in for.
class Labelled {
 public:
  explicit Labelled(const CheckInput& input) : input_(&input), rule_(&input.rules.of("unrelated_document")) {}

  // The title of another kind of document, which the first of its lines that begins as titles do is, where the document
  // has to do with the assessment in passing and holds nothing that a report on it does.
  [[nodiscard]] const ParagraphRecord* title_over_what_is_said_in_passing() const {
    const Record& record = input_->record;
    if (!record.issues.empty() || !record.scores.empty() || !is_read_well_throughout()) return nullptr;
    const auto has_to_do = [&](const auto& one) {
      return contains_any(without_blanks(one.text), rule_->list("assessment"));
    };
    const auto end =
        record.paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(record.paragraphs.size(), kTitleLines));
    const auto title = std::find_if(record.paragraphs.begin(), end, [&](const ParagraphRecord& one) {
      return begins_with_any(without_blanks(one.text), rule_->list("documents"));
    });
    const std::ptrdiff_t said =
        std::ranges::count_if(record.paragraphs, has_to_do) + std::ranges::count_if(record.cells, has_to_do);
    const bool another = title != end && !has_to_do(*title) &&
                         (is_title_of_another_assessment(*title) || (is_title_of_another(*title) && !plans_measures()));
    return another && said <= kInPassing ? &*title : nullptr;
  }

  // The title of another kind of document, where all that is said of the assessment stands over it.
  [[nodiscard]] const ParagraphRecord* title_of_another() const {
    const auto& paragraphs = input_->record.paragraphs;
    const std::size_t labels = behind_labels();
    if (labels == 0 || !is_read_well_throughout() || body_speaks_of_it(labels)) return nullptr;
    const auto end =
        paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(paragraphs.size(), labels + kTitleLines));
    const auto title = std::find_if(paragraphs.begin() + static_cast<std::ptrdiff_t>(labels), end,
                                    [&](const ParagraphRecord& one) { return is_title_of_another(one); });
    return title == end ? nullptr : &*title;
  }

 private:
  [[nodiscard]] bool is_title_of_another_assessment(const ParagraphRecord& title) const {
    const std::string text = without_blanks(title.text);
    return contains_any(text, rule_->list("other_assessments")) && !contains_any(text, rule_->list("own_matters"));
  }

  [[nodiscard]] bool plans_measures() const {
    const auto& columns = rule_->keys("columns_of_measures");
    return std::ranges::any_of(input_->record.cells, [&](const CellRecord& cell) {
      return std::ranges::find(columns, cell.column_key) != columns.end();
    });
  }

  // The place behind the last of the first paragraphs that name the assessment; 0 where none of them gives the item.
  [[nodiscard]] std::size_t behind_labels() const {
    const auto& paragraphs = input_->record.paragraphs;
    std::size_t behind = 0;
    bool item = false;
    for (std::size_t i = 0; i < std::min(kLabelLines, paragraphs.size()); ++i) {
      const bool given = gives_the_item(paragraphs[i].text);
      item = item || given;
      if (given || names_it(paragraphs[i].text)) behind = i + 1;
    }
    return item ? behind : 0;
  }

  [[nodiscard]] bool gives_the_item(const std::string& text) const {
    return std::ranges::any_of(text::find_item_codes(text, text::kAnyItem),
                               [&](const auto& found) { return found.code == input_->record.item_code; });
  }

  [[nodiscard]] bool names_it(const std::string& text) const {
    return contains_any(without_blanks(text), rule_->list("named"));
  }

  [[nodiscard]] bool is_read_well_throughout() const {
    return std::ranges::all_of(input_->record.pages,
                               [&](const PageRecord& page) { return is_read_well(*input_, page); });
  }

  [[nodiscard]] bool body_speaks_of_it(std::size_t labels) const {
    const Record& record = input_->record;
    const auto speaks = [&](const auto& one) { return names_it(one.text); };
    return std::any_of(record.paragraphs.begin() + static_cast<std::ptrdiff_t>(labels), record.paragraphs.end(),
                       speaks) ||
           std::ranges::any_of(record.cells, speaks);
  }

  [[nodiscard]] bool is_title_of_another(const ParagraphRecord& paragraph) const {
    std::string title = without_blanks(paragraph.text);
    for (const std::string& word : rule_->list("subject")) {
      if (title.starts_with(word)) title.erase(0, word.size());
    }
    return begins_with_any(title, rule_->list("documents")) && contains_any(title, rule_->list("other_matters")) &&
           !contains_any(title, rule_->list("own_matters"));
  }

  const CheckInput* input_;
  const CodeRule* rule_;
};

}  // namespace

std::vector<Finding> unrelated_document(const CheckInput& input) {
  const Record& record = input.record;
  if (record.status != Status::extracted || !record.layout.empty() || !is_long_enough(input)) return {};
  const auto& manifest = input.submission.manifest;
  const bool listed = manifest && manifest->item_code && asks_for_the_assessment(input, *manifest->item_code);
  if (listed && !speaks_of_it(input, input.rules.of("unrelated_document").list("assessment"))) {
    const std::string& text = record.pages.front().text;
    return {not_asked_for(input, *manifest->item_code, text.substr(0, text.find('\n')))};
  }
  if (!record.item_code || !asks_for_the_assessment(input, *record.item_code)) return {};
  const Labelled labelled(input);
  if (const ParagraphRecord* title = labelled.title_of_another()) return {titled(input, "titled", *title)};
  const ParagraphRecord* title = listed ? labelled.title_over_what_is_said_in_passing() : nullptr;
  return title != nullptr ? std::vector{titled(input, "passing", *title)} : std::vector<Finding>();
}

}  // namespace prongsai::checks
