#include <algorithm>
#include <map>

#include "extractors/layouts/identity.hpp"
#include "extractors/layouts/tight_text.hpp"
#include "extractors/layouts/votes.hpp"
#include "extractors/text/similarity.hpp"
#include "extractors/text/thai_repair.hpp"
#include "extractors/text/utf8.hpp"

namespace prongsai::layouts {
namespace {

// How much a witness counts. The first three are places where an office names itself and no other; a body mention
// counts so little that only the sum of many decides.
constexpr double kMemoHead = 12;
constexpr double kTitle = 8;
constexpr double kSignature = 6;
constexpr double kLoneLine = 3;
constexpr double kMention = 0.2;
constexpr double kManifest = 1.5;
// An office that no list knows is likely a misreading.
constexpr double kUnknownShare = 0.5;

// Code points: a line that holds little more than a name.
constexpr std::size_t kLoneLineSpare = 12;
// Edits by which a misread name in a title may be off.
constexpr int kMisreadEdits = 2;

// A name as printed, for offices that no list and no pattern knows: from its first word to the year behind it.
std::optional<std::string> printed_name(std::string_view title, const Labels& labels) {
  std::size_t begin = std::string_view::npos;
  for (const auto& word : labels.list("office_words")) {
    const auto found = text::find_similar(title, word, text::length(word) > 7 ? 1 : 0);
    if (found) begin = std::min(begin, found->begin);
  }
  if (begin == std::string_view::npos) return std::nullopt;
  std::size_t end = title.size();
  for (const std::string_view stop : {"ประจำปี", "ปีงบประมาณ", "ปี พ.ศ.", "(", "พ.ศ.", "กลุ่ม", "โทร", " ที่"}) {
    const std::size_t at = title.find(stop, begin);
    if (at != std::string_view::npos) end = std::min(end, at);
  }
  const std::string name = text::fold_space(title.substr(begin, end - begin));
  const bool bare = std::any_of(labels.list("office_words").begin(), labels.list("office_words").end(),
                                [&](const std::string& word) { return name == word; });
  if (bare || name.find("...") != std::string::npos || text::length(name) > 100) return std::nullopt;
  return name;
}

// A line that reaches so far across its page is full, and what stands in it may go on in the next one.
constexpr double kFullLine = 0.68;

bool is_full(const FlowItem& line, const Document& document) {
  const auto page = std::find_if(document.pages.begin(), document.pages.end(),
                                 [&](const Page& one) { return one.page_no == line.at->page_no; });
  return page != document.pages.end() && line.at->box.x1 - line.at->box.x0 >= kFullLine * page->width;
}

// What begins on a title's line ends with it, unless that line is full; then it may go on in the next.
std::size_t end_of_passage(const Identity& identity, const Title& title, std::size_t line) {
  const Flow& flow = identity.reading.flow;
  while (++line < title.end && is_full(flow[line - 1], *identity.reading.document)) continue;
  return line;
}

class AgencyVotes {
 public:
  explicit AgencyVotes(const Identity& identity) : identity_(&identity) {}

  void count() {
    const Flow& flow = identity_->reading.flow;
    for (std::size_t i = 0; i < flow.size(); ++i) {
      if (identity_->reading.annexed[i]) continue;
      if (flow[i].is_table()) count_table(flow[i].index);
    }
    count_paragraphs();
    for (const auto& title : identity_->reading.titles) {
      if (!title.annexed && title.kind != Title::Kind::form) count_lines(title);
    }
  }

  Votes<std::string>& own() { return own_; }
  Votes<std::string>& parents() { return parents_; }

 private:
  void vote(const text::AgencyMention& mention, const Evidence& at, double weight) {
    if (!mention.known) weight *= kUnknownShare;
    (mention.parent ? parents_ : own_).add(mention.name, weight, at);
  }

  // A name that a list knows may be broken over any lines. Where another one ends nothing tells but its line's end.
  void count_lines(const Title& title) {
    const Flow& flow = identity_->reading.flow;
    const auto mentions = identity_->agencies.find(title.text);
    if (std::any_of(mentions.begin(), mentions.end(), [](const auto& m) { return m.known && !m.parent; })) {
      count_title(title.text, *flow[title.begin].at, kTitle);
      return;
    }
    for (std::size_t begin = title.begin, end = begin; begin < title.end; begin = end) {
      end = end_of_passage(*identity_, title, begin);
      count_title(joined_text(flow, begin, end), *flow[begin].at, kTitle);
    }
  }

  bool count_title(std::string_view line, const Evidence& at, double weight) {
    const auto mentions = identity_->agencies.find(line);
    for (const auto& mention : mentions) vote(mention, at, weight);
    const bool own = std::any_of(mentions.begin(), mentions.end(), [](const auto& m) { return !m.parent; });
    if (own) return true;
    // A misread name ("สำนักงานงานพื้นที่…") is taken for the one office that it is nearest to.
    const auto printed = printed_name(line, identity_->knowledge.labels);
    const auto nearest = printed ? identity_->agencies.nearest(*printed, kMisreadEdits) : std::nullopt;
    if (nearest) own_.add(*nearest, weight * kUnknownShare, at);
    return nearest.has_value();
  }

  void count_paragraphs() {
    const Document& document = *identity_->reading.document;
    std::vector<bool> annexed(document.paragraphs.size(), false);
    for (std::size_t i = 0; i < identity_->reading.flow.size(); ++i) {
      const FlowItem& item = identity_->reading.flow[i];
      if (!item.is_table() && identity_->reading.annexed[i]) annexed[item.index] = true;
    }
    for (std::size_t i = 0; i < document.paragraphs.size(); ++i) {
      if (!annexed[i]) count_paragraph(document.paragraphs[i], last_page());
    }
  }

  // A memo's head names the office even where no list knows it.
  void count_printed(const Paragraph& paragraph) {
    const auto name = printed_name(paragraph.text, identity_->knowledge.labels);
    if (name) own_.add(*name, kMemoHead * kUnknownShare, paragraph.at);
  }

  [[nodiscard]] int last_page() const {
    const auto& pages = identity_->reading.document->pages;
    return pages.empty() ? 0 : pages.back().page_no;
  }

  void count_paragraph(const Paragraph& paragraph, int last_page) {
    const std::string words = tight(paragraph.text);
    const auto& labels = identity_->knowledge.labels;
    if (begins_with_any(tight(labels.as_spelt(paragraph.text, paragraph.at.source)), labels.tight_list("memo_heads")) >
        0) {
      if (!count_title(paragraph.text, paragraph.at, kMemoHead)) count_printed(paragraph);
      return;
    }
    count_head_title(words, paragraph.at, paragraph.at.page_no == last_page ? kSignature : kLoneLine);
    const auto mentions = identity_->agencies.find(paragraph.text);
    for (const auto& mention : mentions) {
      const bool alone = text::length(words) <= text::length(tight(mention.name)) + kLoneLineSpare;
      vote(mention, paragraph.at, alone ? kLoneLine : kMention);
    }
    if (mentions.empty() && paragraph.at.page_no == 1 && paragraph.lines.size() <= 2) {
      if (begins_with_any(words, labels.tight_list("office_words")) > 0)
        count_title(paragraph.text, paragraph.at, kTitle);
    }
  }

  // "ศึกษาธิการจังหวัดลำปาง" under a signature, or after เรียน, stands for the office that he heads.
  void count_head_title(std::string_view words, const Evidence& at, double weight) {
    for (const auto& head : identity_->knowledge.labels.head_titles()) {
      const std::string title = tight(head.title);
      const std::size_t place = words.find(title);
      if (place == std::string_view::npos || place > 60) continue;
      if (words.substr(0, place).ends_with(tight("สำนักงาน"))) continue;
      const std::string name = head.office + std::string(words.substr(place + title.size()));
      const auto mentions = identity_->agencies.find(name);
      if (!mentions.empty() && mentions.front().begin == 0) vote(mentions.front(), at, weight);
    }
  }

  void count_table(std::size_t index) {
    const TableView& view = identity_->reading.tables[index];
    if (view.role == "announcement") return;
    for (const std::size_t row : view.rows) {
      for (const auto& cell : table_of(view, *identity_->reading.document).rows[row].cells) {
        if (identity_->reading.scores.is_name(cell)) continue;  // a list of others
        for (const auto& mention : identity_->agencies.find(cell.text)) vote(mention, cell.at, kMention);
      }
    }
  }

  const Identity* identity_;
  Votes<std::string> own_;
  Votes<std::string> parents_;
};

// The name that begins on a title's line.
std::optional<std::string> name_from_line(const Identity& identity, const Title& title, std::size_t line) {
  const Flow& flow = identity.reading.flow;
  const Labels& labels = identity.knowledge.labels;
  if (!contains_any(tight(flow[line].text), labels.tight_list("office_words"))) return std::nullopt;
  return printed_name(joined_text(flow, line, end_of_passage(identity, title, line)), labels);
}

std::optional<Votes<std::string>::Candidate> name_in_titles(const Identity& identity) {
  for (const auto& title : identity.reading.titles) {
    if (title.annexed || title.kind == Title::Kind::form) continue;
    for (std::size_t line = title.begin; line < title.end; ++line) {
      const auto name = name_from_line(identity, title, line);
      if (name) return Votes<std::string>::Candidate{*name, kTitle, kTitle, *identity.reading.flow[line].at};
    }
  }
  return std::nullopt;
}

}  // namespace

void set_agency(Record& record, const Identity& identity) {
  AgencyVotes votes(identity);
  votes.count();
  const auto& manifest = identity.submission.manifest;
  if (manifest && manifest->agency) {
    const auto name = identity.agencies.canonical(*manifest->agency).value_or(text::fold_space(*manifest->agency));
    if (votes.own().empty() || votes.own().has(name)) votes.own().add(name, kManifest, Evidence{});
  }
  auto winner = votes.own().winner();
  // A name in the title that no list knows is better than a known one that the text mentions by the way.
  if (!winner || winner->weight < kLoneLine) {
    if (const auto printed = name_in_titles(identity)) winner = printed;
  }
  // An office above reports for itself only where it names itself; a mention alone claims nothing.
  if (!winner) winner = votes.parents().winner();
  if (!winner || (winner->weight < kLoneLine && votes.own().empty())) return;
  record.agency = winner->value;
  record.agency_at = winner->at;
}

}  // namespace prongsai::layouts
