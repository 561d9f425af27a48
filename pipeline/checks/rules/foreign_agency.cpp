// The report names another office where it should name its own: what a copied text leaves behind.
//
// In running text only offices of the reporting office's own kind are judged: a report of one provincial office that
// speaks as another provincial office was copied from it, while ministries, schools and area offices are named for
// other reasons. In a report on the assessment a cell that tells who does something names the own people: any other
// reporting office is foreign there. Not foreign: lists of offices, partners, examples held up, laws, tables of
// results.
#include <algorithm>
#include <map>
#include <set>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/similarity.hpp"
#include "extractors/text/unicode/utf8.hpp"
#include "pipeline/checks/certainty.hpp"
#include "pipeline/checks/check.hpp"
#include "pipeline/checks/places.hpp"
#include "pipeline/checks/rules.hpp"

namespace prongsai::checks {
namespace {

// Code points before a name among which a visit to it is spoken of.
constexpr std::size_t kVisit = 60;
// Code points on either side of a name among which it is compared.
constexpr std::size_t kBeside = 40;
// Code points of a heading.
constexpr std::size_t kHeading = 60;
// Code points behind a name among which it is held up as the best.
constexpr std::size_t kPraise = 30;

// The kind of an office: the longest of the known beginnings of names that its own begins with; "" for other kinds.
std::string kind_of(const std::string& name, const std::vector<std::string>& kinds) {
  std::string best;
  for (const std::string& kind : kinds) {
    if (name.starts_with(kind) && kind.size() > best.size()) best = kind;
  }
  return best;
}

// The kind of an office that no list holds: its name up to the word for its area, สำนักงานพาณิชย์จังหวัด|….
std::string kind_by_area(const std::string& name, const std::vector<std::string>& areas) {
  std::size_t end = 0;
  for (const std::string& area : areas) {
    const std::size_t at = name.rfind(area);
    if (at != std::string::npos && at > 0) end = std::max(end, at + area.size());
  }
  return end < name.size() ? name.substr(0, end) : std::string();
}

// "สพป.ลำปาง เขต 1" and "สพป.ลำปาง" in one report: the shorter name is the longer one, carelessly written.
bool same_office(const std::string& a, const std::string& b) {
  const std::string x = without_blanks(a);
  const std::string y = without_blanks(b);
  return x.starts_with(y) || y.starts_with(x);
}

bool in_results_table(const Record& record, const Passage& passage) {
  if (passage.kind != Passage::Kind::cell) return false;
  const int table_no = record.cells[passage.index].table_no;
  return std::any_of(record.tables.begin(), record.tables.end(), [&](const TableRecord& table) {
    return table.table_no == table_no && table.role == "announcement";
  });
}

class AgencyJudge {
 public:
  explicit AgencyJudge(const CheckInput& input)
      : input_(input),
        rule_(input.rules.of("foreign_agency")),
        own_(*input.record.agency),
        kind_(kind_of(own_, rule_.list("kinds"))),
        about_assessment_(is_about_assessment(input)) {
    if (kind_.empty()) kind_ = kind_by_area(own_, rule_.list("areas"));
    for (const std::string& parent : input.agencies.parents_of(own_)) parents_.insert(parent);
  }

  std::vector<Finding> judge() {
    if (tells_what_was_said()) return {};
    std::vector<Named> named;
    for (const Passage& passage : passages(input_.record)) named.push_back({passage, mentions_in(passage)});
    find_lists(named);
    for (const Named& one : named) judge(one.passage, one.mentions);
    return std::move(findings_);
  }

 private:
  struct Named {
    Passage passage;
    std::vector<text::AgencyMention> mentions;
  };

  // Minutes of a meeting: who speaks names whom he likes.
  [[nodiscard]] bool tells_what_was_said() const {
    constexpr std::size_t kHeadLines = 6;
    const auto& paragraphs = input_.record.paragraphs;
    const auto head = paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(kHeadLines, paragraphs.size()));
    return std::any_of(paragraphs.begin(), head, [&](const ParagraphRecord& one) {
      return begins_with_any(without_blanks(one.text), rule_.list("minutes"));
    });
  }

  // A page whose lines name several offices of the own kind lists them, be it without a ruling, and so does a report
  // that names many.
  void find_lists(const std::vector<Named>& named) {
    std::map<int, std::set<std::string>> peers;
    for (const auto& [passage, mentions] : named) {
      if (passage.kind != Passage::Kind::paragraph) continue;
      for (const text::AgencyMention& mention : mentions) {
        if (!mention.parent && is_judged(passage, mention)) peers[passage.at.page_no].insert(mention.name);
      }
    }
    const auto few = static_cast<std::size_t>(rule_.threshold("offices_in_a_list"));
    const auto many = static_cast<std::size_t>(rule_.threshold("offices_in_a_report"));
    std::set<std::string> all;
    for (const auto& [page, names] : peers) all.insert(names.begin(), names.end());
    for (const auto& [page, names] : peers) {
      if (names.size() > few || all.size() > many) pages_of_lists_.insert(page);
    }
  }

  void judge(const Passage& passage, const std::vector<text::AgencyMention>& mentions) {
    if (in_results_table(input_.record, passage)) return;
    if (passage.kind == Passage::Kind::paragraph && pages_of_lists_.contains(passage.at.page_no)) return;
    std::map<std::string, text::AgencyMention> foreign;  // first mention of each
    std::set<std::string> peers;
    for (const text::AgencyMention& mention : mentions) {
      if (mention.parent || !is_judged(passage, mention)) continue;
      peers.insert(mention.name);
      if (is_own(mention.name) || is_assessed(mention.name) || is_partner(*passage.text, mention) ||
          is_held_up(*passage.text, mention) || is_compared(*passage.text, mention) || is_under_comparison(passage) ||
          gets_a_score(*passage.text, mention) || !stands_for_own(passage, mention) ||
          is_misreading(passage, mention) || is_listed(passage, mention))
        continue;
      foreign.try_emplace(mention.name, mention);
    }
    if (foreign.empty() || peers.size() > static_cast<std::size_t>(rule_.threshold("offices_in_a_list"))) return;
    for (const auto& [name, mention] : foreign) {
      if (!told_.insert(name).second && passage.kind == Passage::Kind::paragraph)
        continue;  // one copied text, one finding
      Finding finding = finding_at("foreign_agency", passage, Span{mention.begin, mention.end});
      finding.values["foreign"] = name;
      finding.values["own"] = own_;
      findings_.push_back(std::move(finding));
    }
  }

  [[nodiscard]] bool is_judged(const Passage& passage, const text::AgencyMention& mention) const {
    const std::string kind = kind_of(mention.name, rule_.list("kinds"));
    if (!kind.empty() ? kind == kind_ : !kind_.empty() && mention.name.starts_with(kind_)) return true;
    if (!about_assessment_ || passage.kind != Passage::Kind::cell) return false;
    const auto& kinds = rule_.list("kinds_in_cells");
    const std::string kind_in_cells = kind_of(mention.name, kinds);
    if (kind_in_cells.empty()) return false;
    if (is_in(passage.column_key, rule_.keys("columns_of_doers"))) return true;
    return is_in(passage.column_key, rule_.keys("columns_of_deeds")) && kind_in_cells == kind_of(own_, kinds);
  }

  static bool is_in(const std::optional<ColumnKey>& key, const std::vector<ColumnKey>& keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  }

  [[nodiscard]] bool is_own(const std::string& name) const {
    return parents_.contains(name) || same_office(name, own_) || own_.find(name) != std::string::npos;
  }

  // An office whose scores the report tells is one that it is about; in a sentence, where the report tells its own of
  // the same, too.
  [[nodiscard]] bool is_assessed(const std::string& name) const {
    const auto& scores = input_.record.scores;
    const auto tells_own = [&](const ScoreRecord& other) {
      return std::ranges::any_of(scores, [&](const ScoreRecord& score) {
        return score.subject == other.subject && score.agency && same_office(*score.agency, own_);
      });
    };
    return std::ranges::any_of(scores, [&](const ScoreRecord& score) {
      return score.agency && same_office(*score.agency, name) && (score.from_table || tells_own(score));
    });
  }

  // "… เทศบาลเมืองบ้านสวนได้ 94.35": beside a total of its own the report tells what another one got. Where it is an
  // instrument's figure, the words stand where the own one's would.
  [[nodiscard]] bool gets_a_score(const std::string& text, const text::AgencyMention& mention) const {
    const bool own = std::ranges::any_of(input_.record.scores, [&](const ScoreRecord& score) {
      return score.subject == SubjectKind::ita && score.agency && same_office(*score.agency, own_);
    });
    if (contains_any(before(text, mention.begin, kVisit), rule_.list("instruments"))) return false;
    const std::string tail(after(text, mention.end, kPraise));
    return own && begins_with_any(without_blanks(tail), rule_.list("gets")) &&
           std::ranges::any_of(text::find_numbers(tail),
                               [](const text::Number& number) { return number.decimals > 0; });
  }

  // A cell that is nothing but a name, in a column that no form asks for: a list of those who took part.
  static bool is_listed(const Passage& passage, const text::AgencyMention& mention) {
    return passage.kind == Passage::Kind::cell && passage.column_key == ColumnKey::other &&
           without_blanks(*passage.text) ==
               without_blanks(passage.text->substr(mention.begin, mention.end - mention.begin));
  }

  // Words just before the name that make it a partner or a source, not the speaker.
  [[nodiscard]] bool is_partner(const std::string& text, const text::AgencyMention& mention) const {
    const std::string head = without_blanks(before(text, mention.begin, kVisit));
    if (ends_with_any(head, rule_.list("partner"))) return true;
    return ends_with_any(head, rule_.list("visit_places")) && contains_any(head, rule_.list("visits"));
  }

  // In running text: a sentence begins with the name, or it stands where the own one would (ของ…); and the text neither
  // names the own office beside it nor tells what this one did for it. In a cell line ends hide where sentences begin.
  [[nodiscard]] bool stands_for_own(const Passage& passage, const text::AgencyMention& mention) const {
    if (passage.kind != Passage::Kind::paragraph) return true;
    const std::string_view text = *passage.text;
    if (without_blanks(text).find(without_blanks(own_)) != std::string::npos) return false;
    const std::string tail = without_blanks(after(text, mention.end, kPraise));
    if (begins_with_any(tail, rule_.list("helping"))) return false;
    if (begins_with_any(tail, rule_.list("own_acts"))) return true;
    if (!tail.empty() && text::ascii_digits(tail).find_first_of("0123456789") == 0) return false;  // … 96.73 คะแนน
    const std::string head = without_blanks(before(text, mention.begin, kVisit));
    constexpr std::size_t kOfficeWord = 12;  // code points: in a scan a stray letter may part it from the name
    const bool misread = passage.at.source == TextSource::ocr && text::length(head) <= kOfficeWord;
    const bool begins = mention.begin == 0 || text[mention.begin - 1] == ' ' || misread;
    return (begins && !head.ends_with(':')) || ends_with_any(head, rule_.list("own_roles"));
  }

  // "องค์การบริหารส่วนจังหวัด… ซึ่งได้คะแนนสูงสุดของกลุ่ม": the best of all, for comparison.
  [[nodiscard]] bool is_held_up(const std::string& text, const text::AgencyMention& mention) const {
    return contains_any(without_blanks(after(text, mention.end, kPraise)), rule_.list("held_up"));
  }

  // "เป็นลำดับที่ ๒ รองจาก…", "ให้ดูตัวอย่าง… ซึ่งได้ ๙๕.๖๖": another office is named beside the own one.
  [[nodiscard]] bool is_compared(const std::string& text, const text::AgencyMention& mention) const {
    const auto& words = rule_.list("comparisons");
    return contains_any(without_blanks(before(text, mention.begin, kBeside)), words) ||
           contains_any(without_blanks(after(text, mention.end, kBeside)), words);
  }

  // "๔. เทียบกับตำบลข้างเคียง": a heading right above says that others are spoken of.
  [[nodiscard]] bool is_under_comparison(const Passage& passage) const {
    if (passage.kind != Passage::Kind::paragraph || passage.index == 0) return false;
    const std::string& above = input_.record.paragraphs[passage.index - 1].text;
    return text::length(above) <= kHeading && contains_any(without_blanks(above), rule_.list("comparisons"));
  }

  // In a scan a stray letter may hide a name ("สำนักงานูศึกษาธิการ…"): the name is then looked for behind สำนักงาน.
  [[nodiscard]] std::vector<text::AgencyMention> mentions_in(const Passage& passage) const {
    std::vector<text::AgencyMention> mentions = input_.agencies.find(*passage.text);
    if (kind_.empty()) return mentions;
    if (passage.at.source != TextSource::ocr) {
      if (input_.agencies.kind_of(own_).empty()) add_unlisted(*passage.text, mentions);
      return mentions;
    }
    const text::OfficeWords& words = text::lexicon().offices;
    const std::string tail = kind_.starts_with(words.office.text) ? kind_.substr(words.office.text.size()) : kind_;
    const Squeezed squeezed = squeeze(*passage.text);
    for (const Span& place : find_phrases(squeezed.text, {tail})) {
      if (!contains_any(before(squeezed.text, place.begin, 6), {words.office_end.text}))
        continue;  // else an officer's title
      const std::size_t begin = squeezed.origin[place.begin];
      const bool known = std::any_of(mentions.begin(), mentions.end(),
                                     [&](const text::AgencyMention& m) { return m.begin <= begin && begin < m.end; });
      const auto name = known ? std::nullopt : longest_name(after(squeezed.text, place.end, 24));
      if (name) mentions.push_back({*name, true, false, begin, squeezed.origin[place.end]});
    }
    return mentions;
  }

  // Where the sentence goes on behind a name without a blank: "เรือนจำจังหวัดบ้านสวนจะขยายเวลา".
  [[nodiscard]] std::size_t end_of_name(const std::string& text, std::size_t begin, std::size_t end) const {
    constexpr std::size_t kShortestName = 4;  // code points
    for (const std::string& word : rule_.list("name_stops")) {
      for (std::size_t at = text.find(word, begin); at < end; at = text.find(word, at + word.size())) {
        if (text::length(text.substr(begin, at - begin)) >= kShortestName) end = std::min(end, at);
      }
    }
    return end;
  }

  // Offices of the own kind where no list holds the kind: its words and a name behind them, up to a blank. Where the
  // sentence goes on behind the kind ("สำนักงานประมงจังหวัดแจ้งว่า") there is no name.
  void add_unlisted(const std::string& text, std::vector<text::AgencyMention>& mentions) const {
    constexpr std::size_t kShortest = 3;  // code points of a name
    constexpr std::size_t kLongest = 20;
    for (std::size_t at = text.find(kind_); at != std::string::npos; at = text.find(kind_, at + kind_.size())) {
      const std::size_t begin = at + kind_.size();
      std::size_t end = begin;
      while (end < text.size() && text::is_thai_letter(text::code_point_at(text, end).value))
        end = text::code_point_at(text, end).end();
      end = end_of_name(text, begin, end);
      const std::string name = text.substr(begin, end - begin);
      const std::size_t length = text::length(name);
      if (length < kShortest || length > kLongest || begins_with_any(name, rule_.list("no_names"))) continue;
      mentions.push_back({kind_ + name, false, false, at, end});
    }
  }

  // The office of the own kind that the longest beginning of `rest` names.
  [[nodiscard]] std::optional<std::string> longest_name(std::string_view rest) const {
    for (std::size_t letters = 24; letters >= 2; --letters) {
      const auto name = input_.agencies.canonical(kind_ + std::string(after(rest, 0, letters)));
      if (name && name->starts_with(kind_) && !input_.agencies.find(*name).empty() &&
          input_.agencies.find(*name).front().known) {
        return name;
      }
    }
    return std::nullopt;
  }

  // A scan's letters may be wrong: a name one letter off the own one is a misreading of it, and so is a name in no
  // list, unless it names another area and most of that name differs.
  [[nodiscard]] bool is_misreading(const Passage& passage, const text::AgencyMention& mention) const {
    if (passage.at.source != TextSource::ocr) return false;
    if (mention.known) return text::edit_distance(mention.name, own_, 1) <= 1;
    const bool area = ends_with_any(kind_, rule_.list("areas"));  // else the word may mean the own office: วิทยาลัย
    if (!area || !mention.name.starts_with(kind_) || !own_.starts_with(kind_)) return true;
    const std::string here = mention.name.substr(kind_.size());
    const std::string own = own_.substr(kind_.size());
    const auto shorter = static_cast<double>(std::min(text::length(here), text::length(own)));
    return text::edit_distance(here, own) < rule_.threshold("other_name") * shorter;
  }

  const CheckInput& input_;
  const CodeRule& rule_;
  std::string own_;
  std::string kind_;
  bool about_assessment_ = false;
  std::set<std::string> parents_;
  std::set<std::string> told_;
  std::set<int> pages_of_lists_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> foreign_agency(const CheckInput& input) {
  return input.record.agency ? AgencyJudge(input).judge() : std::vector<Finding>();
}

}  // namespace prongsai::checks
