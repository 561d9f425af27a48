#include <algorithm>
#include <cctype>

#include "extractors/layouts/identity/identity.hpp"
#include "extractors/layouts/identity/votes.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/item_codes.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr double kTitle = 4;
constexpr double kOtherTitle = 2;
constexpr double kCodeMention = 1;

// "(ข้อ ๓๔ มาตรการส่งเสริมคุณธรรม…)", "ข้อ O๓๔ …", "ข้อ ๐๓๔ …": the number between ข้อ and the item's own title. Blanks
// do not count: scans put them between digits.
std::optional<std::string> numbered_title(std::string_view text, const Knowledge& knowledge) {
  const Labels& labels = knowledge.labels;
  const std::string whole = tight(text);
  for (const auto* titles : {&labels.tight_list("measure_titles"), &labels.tight_list("result_titles")}) {
    for (const auto& title : *titles) {
      const std::size_t at = whole.find(title);
      if (at == std::string::npos) continue;
      std::size_t digits = at;
      while (digits > 0 && std::isdigit(static_cast<unsigned char>(whole[digits - 1])) != 0) --digits;
      std::string_view before = std::string_view(whole).substr(0, digits);
      if (before.ends_with('O') || before.ends_with('o')) before.remove_suffix(1);
      if (digits == at || !before.ends_with(text::lexicon().items.item.text)) continue;
      return text::parse_item_code("O" + whole.substr(digits, at - digits), knowledge.assessments.item_ranges());
    }
  }
  return std::nullopt;
}

std::optional<std::string> asked_for(const Record& record, const Identity& identity) {
  const bool answers_an_item = identity.kind == ReportKind::measures || identity.kind == ReportKind::results;
  if (!record.agency || !record.fiscal_year || !answers_an_item) return std::nullopt;
  const Assessment& year = identity.knowledge.assessments.of(*record.fiscal_year);
  const Scheme* scheme = year.scheme_of(*record.agency);
  if (year.year != *record.fiscal_year || scheme == nullptr || !scheme->certain) return std::nullopt;
  return identity.kind == ReportKind::results ? scheme->results : scheme->measures;
}

}  // namespace

namespace {

// "แบบ 036": a form's line that says nothing but which item it is for.
std::optional<std::string> code_of_form(std::string_view line, const Identity& identity) {
  const std::string words = tight(line);
  const std::size_t form = begins_with_any(words, identity.knowledge.labels.tight_list("forms_of_items"));
  const Assessments& assessments = identity.knowledge.assessments;
  const auto code = form == 0 ? std::nullopt : text::parse_item_code(words.substr(form), assessments.item_ranges());
  return code && assessments.asks_for_measures(*code, std::nullopt) ? code : std::nullopt;
}

// "O29 ข้อมูลเชิงสถิติเรื่องร้องเรียน" among the first lines: one item's code, and its title behind it.
void vote_for_head_line(const Identity& identity, Votes<std::string>& votes) {
  constexpr std::size_t kHeadLines = 3;
  constexpr std::size_t kLeastTitle = 10;  // code points
  std::size_t lines = 0;
  for (const FlowItem& item : identity.reading.flow) {
    if (item.is_table() || item.at->page_no != 1 || ++lines > kHeadLines) return;
    if (const auto code = code_of_form(item.text, identity)) votes.add(*code, kTitle, *item.at, IdentityPlace::cover);
    const auto codes = text::find_item_codes(item.text, identity.knowledge.assessments.item_ranges());
    if (codes.size() != 1 || codes.front().begin != 0 || codes.front().code.front() != 'O') continue;
    if (text::length(tight(item.text.substr(codes.front().end))) < kLeastTitle) continue;
    votes.add(codes.front().code, kTitle, *item.at, IdentityPlace::cover);
  }
}

// What the document says of its item: in its titles, then in passing.
Votes<std::string> votes_for_item(const Record& record, const Identity& identity) {
  const Knowledge& knowledge = identity.knowledge;
  const Assessments& assessments = knowledge.assessments;
  Votes<std::string> votes;
  for (const auto& title : identity.reading.titles) {
    if (title.kind != Title::Kind::measures && title.kind != Title::Kind::results) continue;
    const Evidence& at = *identity.reading.flow[title.begin].at;
    const std::string text = knowledge.labels.as_spelt(title.text, at.source);
    const double weight = title.annexed ? kOtherTitle : kTitle;
    const IdentityPlace place = title.annexed ? IdentityPlace::mention : IdentityPlace::title;
    if (const auto code = numbered_title(text, knowledge)) {
      votes.add(*code, weight, at, place);
      continue;
    }
    for (const auto& code : text::find_item_codes(text, assessments.item_ranges())) {
      if (assessments.asks_for_measures(code.code, std::nullopt)) votes.add(code.code, weight, at, place);
    }
  }
  vote_for_head_line(identity, votes);
  for (const auto& paragraph : record.paragraphs) {
    if (paragraph.annexed_template || paragraph.role == ParagraphRole::codes ||
        paragraph.role == ParagraphRole::heading)
      continue;
    if (const auto code = numbered_title(paragraph.text, knowledge)) {
      votes.add(*code, kOtherTitle, paragraph.at, IdentityPlace::mention);
    }
    for (const auto& code : text::find_item_codes(paragraph.text, assessments.item_ranges())) {
      if (assessments.asks_for_measures(code.code, record.fiscal_year)) {
        votes.add(code.code, kCodeMention, paragraph.at, IdentityPlace::mention);
      }
    }
  }
  return votes;
}

void take(Record& record, const std::optional<std::string>& code, IdentityPlace from) {
  record.item_code = code;
  record.item_from = code ? word_of(from) : "";
}

}  // namespace

void set_item_code(Record& record, const Identity& identity) {
  const Votes<std::string> votes = votes_for_item(record, identity);
  for (const auto& one : votes.all()) {
    record.candidates.push_back({"item_code", one.value, std::string(word_of(one.place)), one.weight, one.at});
  }
  const auto winner = votes.winner();
  const auto& manifest = identity.submission.manifest;
  // A title that was typed tells its item for certain, and only against such a one the manifest may be wrong.
  const bool certain = winner && is_stated(winner->place) && winner->at.source == TextSource::text;
  if (manifest && manifest->item_code) {
    if (certain) return take(record, winner->value, winner->place);
    return take(record, manifest->item_code, IdentityPlace::manifest);
  }
  const auto asked = asked_for(record, identity);
  // OCR loses a digit sooner than a form changes its item: what no checklist asks for gives way to what it does.
  const bool misread = winner && winner->at.source == TextSource::ocr &&
                       !identity.knowledge.assessments.asks_for_measures(winner->value, record.fiscal_year);
  if (winner && !(misread && asked)) return take(record, winner->value, winner->place);
  take(record, asked, IdentityPlace::checklist);
}

}  // namespace prongsai::layouts
