#include <algorithm>

#include "extractors/layouts/identity.hpp"
#include "extractors/layouts/tight_text.hpp"
#include "extractors/layouts/votes.hpp"
#include "extractors/text/item_codes.hpp"
#include "extractors/text/numbers.hpp"

namespace prongsai::layouts {
namespace {

constexpr double kTitle = 4;
constexpr double kOtherTitle = 2;
constexpr double kMention = 1;
constexpr std::string_view kItemWord = "ข้อ";

bool is_submission_item(const std::string& code, std::optional<int> year, const Checklists& checklists) {
  const auto& all = checklists.submission_items();
  return std::any_of(all.begin(), all.end(), [&](const SubmissionItems& items) {
    return (!year || items.year == *year || items.year == *year + 1) &&
           (items.measures == code || items.results == code);
  });
}

// "(ข้อ ๓๔ มาตรการส่งเสริมคุณธรรม…)": a plain number names an item where the item's own title follows.
std::optional<std::string> numbered_title(std::string_view text, const Labels& labels) {
  const TightText compact(text);
  for (const auto& number : text::find_numbers(text)) {
    const std::string_view whole = compact.text();
    const std::string_view before = whole.substr(0, compact.tight(number.begin));
    const std::string_view after = whole.substr(compact.tight(number.end));
    if (!before.ends_with(kItemWord)) continue;
    if (begins_with_any(after, labels.tight_list("measure_titles")) +
            begins_with_any(after, labels.tight_list("result_titles")) ==
        0)
      continue;
    return text::parse_item_code("O" + text::ascii_digits(text.substr(number.begin, number.end - number.begin)));
  }
  return std::nullopt;
}

std::optional<std::string> asked_for(const Record& record, const Identity& identity) {
  if (!record.agency || !record.fiscal_year || identity.kind == ReportKind::scores) return std::nullopt;
  for (const auto& items : identity.knowledge.checklists.submission_items()) {
    if (items.year != *record.fiscal_year || !items.certain || items.offices.empty()) continue;
    if (begins_with_any(*record.agency, items.offices) == 0) continue;
    return identity.kind == ReportKind::results ? items.results : items.measures;
  }
  return std::nullopt;
}

}  // namespace

void set_item_code(Record& record, const Identity& identity) {
  const auto& manifest = identity.submission.manifest;
  if (manifest && manifest->item_code) {
    record.item_code = manifest->item_code;
    return;
  }
  const Labels& labels = identity.knowledge.labels;
  Votes<std::string> votes;
  for (const auto& title : identity.reading.titles) {
    if (title.kind != Title::Kind::measures && title.kind != Title::Kind::results) continue;
    const Evidence& at = *identity.reading.flow[title.begin].at;
    if (const auto code = numbered_title(title.text, labels)) votes.add(*code, kTitle, at);
    for (const auto& code : text::find_item_codes(title.text))
      votes.add(code.code, title.annexed ? kOtherTitle : kTitle, at);
  }
  for (const auto& paragraph : record.paragraphs) {
    if (paragraph.annexed_template || paragraph.role == "codes" || paragraph.role == "heading") continue;
    if (const auto code = numbered_title(paragraph.text, labels)) votes.add(*code, kOtherTitle, paragraph.at);
    for (const auto& code : text::find_item_codes(paragraph.text)) {
      if (is_submission_item(code.code, record.fiscal_year, identity.knowledge.checklists)) {
        votes.add(code.code, kMention, paragraph.at);
      }
    }
  }
  const auto winner = votes.winner();
  const auto asked = asked_for(record, identity);
  // OCR loses a digit sooner than a form changes its item: what no checklist asks for gives way to what it does.
  const bool misread = winner && winner->at.source == TextSource::ocr &&
                       !is_submission_item(winner->value, record.fiscal_year, identity.knowledge.checklists);
  if (winner && !(misread && asked)) {
    record.item_code = winner->value;
  } else {
    record.item_code = asked;
  }
}

}  // namespace prongsai::layouts
