#include "extractors/layouts/identity/name_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "extractors/layouts/identity/head_lines.hpp"
#include "extractors/layouts/identity/titles.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/list_numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

using Kind = NamePlace::Kind;

constexpr std::size_t kHeadLines = 14;  // of a page's head, at most
// A page with less is no cover: a map or a picture in which OCR saw a few letters.
constexpr std::size_t kLeastText = 25;
constexpr double kLeastConfidence = 0.5;  // of a line that counts
constexpr std::size_t kHeadCell = 90;
// Page numbers, what OCR made of a crest.
constexpr std::size_t kNoWords = 3;
// A memo may lie behind a cover and its list of contents.
constexpr int kMemoPages = 3;
constexpr std::size_t kSignatureLines = 12;

struct KindFacts {
  Kind kind;
  IdentityPlace place;
  double weight;
};
constexpr std::array<KindFacts, 9> kPlaceKinds{{{Kind::memo_head, IdentityPlace::memo_head, 12},
                                                {Kind::letterhead, IdentityPlace::letterhead, 10},
                                                {Kind::issuer, IdentityPlace::issuer, 9},
                                                {Kind::cover, IdentityPlace::cover, 8},
                                                {Kind::title, IdentityPlace::title, 8},
                                                {Kind::subject, IdentityPlace::subject, 4},
                                                {Kind::signature, IdentityPlace::signature, 6},
                                                {Kind::contact, IdentityPlace::contact, 6},
                                                {Kind::cell, IdentityPlace::cell, 5}}};

const KindFacts& facts_of(Kind kind) {
  return *std::find_if(kPlaceKinds.begin(), kPlaceKinds.end(),
                       [kind](const KindFacts& facts) { return facts.kind == kind; });
}

class Finder {
 public:
  Finder(const Reading& reading, const Knowledge& knowledge, const text::Agencies& agencies)
      : reading_(&reading), labels_(&knowledge.labels), lines_(reading, knowledge, agencies) {}

  std::vector<NamePlace> find() {
    add_titles();
    add_heads();
    add_memo_lines();
    add_signatures();
    add_contacts();
    add_owners_of_rights();
    return std::move(places_);
  }

 private:
  [[nodiscard]] const Flow& flow() const { return reading_->flow; }
  [[nodiscard]] const Document& document() const { return *reading_->document; }

  // What begins on a line ends with it, unless the line is full or cut short; then it may go on in the next.
  std::size_t end_of_passage(std::size_t line, std::size_t end) const {
    while (++line < end && !flow()[line].is_table() &&
           (lines_.is_full(flow()[line - 1]) || lines_.is_cut_short(line - 1)))
      continue;
    return line;
  }

  void add(Kind kind, std::size_t begin, std::size_t end) {
    const bool sentence = is_running_text(document(), document().paragraphs[flow()[begin].index], *labels_);
    const std::string lead = lead_above(begin);
    Doubts doubts;
    append_doubts(doubts, joined_doubts(flow(), begin, end), lead.size());
    places_.push_back(
        {kind, lead + joined_text(flow(), begin, end), *flow()[begin].at, sentence, goes_on(end), std::move(doubts)});
    for (std::size_t i = begin; i < end; ++i) taken_.insert(i);
  }

  // "… ของโรงเรียน… สังกัด" / "เทศบาลนคร…": the word that ends the line before, where it tells that who follows stands
  // above.
  [[nodiscard]] std::string lead_above(std::size_t line) const {
    if (line == 0 || !goes_on(line)) return "";
    const std::string before = tight(flow()[line - 1].text);
    return before.substr(before.size() - ends_with_any(before, labels_->tight_list("above_leads")));
  }

  // Whether the paragraph of a passage's last line goes on behind it.
  [[nodiscard]] bool goes_on(std::size_t end) const {
    return end < flow().size() && !flow()[end].is_table() && flow()[end].index == flow()[end - 1].index;
  }

  void add_titles() {
    for (const auto& title : reading_->titles) {
      if (title.annexed || title.kind == Title::Kind::form) continue;
      for (std::size_t line = title.begin, next = line; line < title.end; line = next) {
        next = end_of_passage(line, title.end);
        add(Kind::title, line, next);
      }
    }
  }

  [[nodiscard]] int first_page() const {
    std::map<int, std::size_t> letters;
    for (const FlowItem& item : flow()) {
      const int page = page_of(item, document());
      if (item.is_table())
        letters[page] += kLeastText;
      else if (item.at->confidence >= kLeastConfidence)
        letters[page] += text::length(tight(item.text));
    }
    const auto first = std::ranges::find_if(letters, [](const auto& page) { return page.second >= kLeastText; });
    return first == letters.end() ? 0 : first->first;
  }

  // What stands under an issue's heading is the report's body, be it as short as a cover's lines.
  [[nodiscard]] std::size_t first_issue() const {
    std::size_t first = flow().size();
    for (const IssueSection& section : reading_->sections) first = std::min(first, section.heading.begin);
    return first;
  }

  // A form's head has a few rows; below a table of data stands what is said about it.
  static bool is_data(const Table& table) {
    constexpr std::ptrdiff_t kFormRows = 4;
    return std::ranges::count(table.rows, RowKind::body, &TableRow::kind) > kFormRows;
  }

  // The head of the first page that holds anything: what stands above its issues, its prose and its lists.
  void add_heads() {
    const int page = first_page();
    std::size_t lines = 0;
    const std::size_t body = first_issue();
    for (std::size_t i = 0; i < body && lines < kHeadLines; ++i) {
      if (reading_->annexed[i] || page_of(flow()[i], document()) != page) continue;
      if (flow()[i].is_table()) {
        const Table& table = document().tables[flow()[i].index];
        if (lines < kHeadLines / 2) add_cells(table);
        if (is_data(table)) break;
        continue;
      }
      if (text::length(flow()[i].text) <= kNoWords) continue;
      ++lines;
      if (lines_.lists_items(flow()[i]) || lists_persons(flow()[i].text)) break;
      const bool prose = lines_.is_prose(flow()[i]) || begins_a_letter(i);
      if (is_behind_addressee(i)) continue;
      if (!prose && !taken_.contains(i) && !lines_.is_caption(flow()[i])) add_head_line(i);
      if (prose || begins_an_item(flow()[i].text)) break;
    }
  }

  // "ด้วยสำนักงาน ป.ป.ช. ได้ประกาศ…": what a letter's body begins with may name anybody.
  [[nodiscard]] bool begins_a_letter(std::size_t line) const {
    return !document().paragraphs[flow()[line].index].centred &&
           begins_with_any(lines_.words_of(flow()[line]), labels_->tight_list("letter_leads")) > 0;
  }

  // "เสนอต่อ" in a line of its own: the next one names whom the report goes to.
  [[nodiscard]] bool is_behind_addressee(std::size_t line) const {
    if (line == 0 || flow()[line - 1].is_table()) return false;
    const auto& words = labels_->tight_list("addressee_words");
    return std::ranges::find(words, lines_.words_of(flow()[line - 1])) != words.end();
  }

  void add_head_line(std::size_t line) {
    const std::string words = lines_.words_of(flow()[line]);
    if (begins_with_any(words, labels_->tight_list("memo_subjects")) > 0 || lines_.is_addressee(words)) return;
    if (lines_.is_letterhead(words)) {
      add(Kind::letterhead, line, lines_.end_of_letterhead(line));
      return;
    }
    const bool issued = begins_with_any(words, labels_->tight_list("issuing_words")) > 0;
    add(issued ? Kind::issuer : Kind::cover, line, end_of_head_line(line));
  }

  // A line that is full goes on in the next of its paragraph, where that does not begin with words of its own.
  [[nodiscard]] std::size_t end_of_head_line(std::size_t line) const {
    if (lines_.is_cut_short(line)) return line + 2;
    const std::size_t next = line + 1;
    if (goes_on(next) && lines_.is_full(flow()[line]) &&
        begins_with_any(flow()[next].text, labels_->list("sentence_words")) == 0)
      return next + 1;
    return next;
  }

  // The records of a table of data name those that each is of.
  void add_cells(const Table& table) {
    for (const TableRow& row : table.rows) {
      if (row.kind == RowKind::body && is_data(table)) return;
      for (const TableCell& cell : row.cells) {
        if (!cell.text.empty() && text::length(cell.text) <= kHeadCell && cell.at.page_no == table.first_page) {
          places_.push_back({Kind::cell, cell.text, cell.at, false, false, cell.doubts});
        }
      }
      if (row.kind == RowKind::body) return;  // a form's head is one row, or the header
    }
  }

  void add_memo_lines() {
    for (std::size_t i = 0; i < flow().size(); ++i) {
      if (flow()[i].is_table() || reading_->annexed[i] || flow()[i].at->page_no > kMemoPages) continue;
      const std::string words = lines_.words_of(flow()[i]);
      std::size_t end = i + 1;
      while (end < flow().size() && end < i + 3 && !flow()[end].is_table() && flow()[end].index == flow()[i].index)
        ++end;
      if (begins_with_any(words, labels_->tight_list("memo_heads")) > 0) {
        add(Kind::memo_head, i, memo_head_goes_on(i, end) ? i + 2 : i + 1);
        if (stands_over_its_value(words, i)) add(Kind::memo_head, i + 1, i + 2);
      }
      if (begins_with_any(words, labels_->tight_list("memo_subjects")) > 0) add(Kind::subject, i, end);
    }
  }

  // The name runs on into the next line of its paragraph: this one reaches the paragraph's edge, and no other label of
  // the memo's head begins there.
  [[nodiscard]] bool memo_head_goes_on(std::size_t line, std::size_t end) const {
    constexpr double kRaggedEdge = 30;  // points
    if (line + 1 >= end) return false;
    const Paragraph& paragraph = document().paragraphs[flow()[line].index];
    const std::string next = lines_.words_of(flow()[line + 1]);
    return flow()[line].at->box.x1 >= paragraph.at.box.x1 - kRaggedEdge &&
           begins_with_any(next, labels_->tight_list("letter_numbers")) == 0 &&
           begins_with_any(next, labels_->tight_list("memo_heads")) == 0;
  }

  // A form's label over the box with the name, another label beside it at most.
  [[nodiscard]] bool stands_over_its_value(const std::string& words, std::size_t line) const {
    constexpr std::size_t kOtherLabel = 12;  // code points
    constexpr double kSameLeft = 20;         // points
    const std::size_t label = begins_with_any(words, labels_->tight_list("memo_heads"));
    if (text::length(words.substr(label)) > kOtherLabel || line + 1 >= flow().size()) return false;
    const FlowItem& next = flow()[line + 1];
    return !next.is_table() && next.at->page_no == flow()[line].at->page_no && !taken_.contains(line + 1) &&
           text::length(next.text) <= kHeadCell && std::abs(next.at->box.x0 - flow()[line].at->box.x0) < kSameLeft;
  }

  // The last lines of the last page: what an officer signs as.
  void add_signatures() {
    std::size_t lines = 0;
    for (std::size_t i = flow().size(); i-- > 0 && lines < kSignatureLines;) {
      if (flow()[i].is_table() || reading_->annexed[i]) continue;
      ++lines;
      if (taken_.contains(i) || flow()[i].at->page_no != page_of(flow().back(), document())) continue;
      if (is_running(document().paragraphs[flow()[i].index]) || is_list_of_links(flow()[i]) || begins_a_letter(i))
        continue;
      if (text::length(flow()[i].text) <= kLongestHeadLine && !text::leading_number(flow()[i].text) &&
          !lines_.states_a_label(flow()[i]) && !lines_.is_caption(flow()[i]) && !is_behind_addressee(i)) {
        places_.push_back(
            {Kind::signature, std::string(flow()[i].text), *flow()[i].at, false, false, *flow()[i].doubts});
      }
    }
  }

  // "จังหวัด… | อบจ.… | กรม…": at the foot of a web page.
  [[nodiscard]] bool is_list_of_links(const FlowItem& line) const {
    return document().paragraphs[line.index].text.find('|') != std::string::npos;
  }

  // "© 2567 สงวนลิขสิทธิ์โดย …": whose the web page is.
  void add_owners_of_rights() {
    for (const FlowItem& line : flow()) {
      if (line.is_table() || text::length(line.text) > kHeadCell) continue;
      std::size_t at = last_of(line.text, labels_->list("copyright_words"));
      if (at == std::string_view::npos) continue;
      at += begins_with_any(line.text.substr(at), labels_->list("copyright_words"));
      while (at < line.text.size() && is_blank_at(line.text, at)) at = text::code_point_at(line.text, at).end();
      places_.push_back({Kind::contact, std::string(line.text.substr(at)), *line.at, false, false,
                         doubts_in(*line.doubts, at, line.text.size())});
    }
  }

  // A line and, in the next lines of its page, an address and a telephone number.
  void add_contacts() {
    constexpr std::size_t kPlaceLines = 3;  // below the name
    for (std::size_t i = 0; i + 1 < flow().size(); ++i) {
      if (flow()[i].is_table() || reading_->annexed[i] || taken_.contains(i)) continue;
      if (text::length(flow()[i].text) > kHeadCell || lines_.states_a_label(flow()[i])) continue;
      for (std::size_t next = i + 1; next < std::min(flow().size(), i + 1 + kPlaceLines); ++next) {
        if (flow()[next].is_table() || flow()[next].at->page_no != flow()[i].at->page_no) break;
        if (begins_with_any(lines_.words_of(flow()[next]), labels_->tight_list("telephone_words")) == 0) continue;
        places_.push_back({Kind::contact, std::string(flow()[i].text), *flow()[i].at, false, false, *flow()[i].doubts});
        break;
      }
    }
  }

  const Reading* reading_;
  const Labels* labels_;
  HeadLines lines_;
  std::set<std::size_t> taken_;  // flow items that are a place already
  std::vector<NamePlace> places_;
};

}  // namespace

std::vector<NamePlace> find_name_places(const Reading& reading, const Knowledge& knowledge,
                                        const text::Agencies& agencies) {
  return Finder(reading, knowledge, agencies).find();
}

IdentityPlace place_of(NamePlace::Kind kind) {
  return facts_of(kind).place;
}

std::string_view name_of(NamePlace::Kind kind) {
  return word_of(place_of(kind));
}

double weight_of(NamePlace::Kind kind) {
  return facts_of(kind).weight;
}

}  // namespace prongsai::layouts
