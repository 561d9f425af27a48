#include "extractors/layouts/set_apart.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "extractors/layouts/heading_lines.hpp"
#include "extractors/layouts/words/tight_text.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::layouts {
namespace {

constexpr int kMostPages = 2000;
constexpr std::size_t kFewestLines = 3;  // of a list of contents without its title
constexpr std::size_t kMostWraps = 2;    // lines of one entry before the one with its page
constexpr std::size_t kLeaderDots = 3;
constexpr int kLongestExercise = 3;  // pages

// A line of a list of contents: words, and behind them the whole number of a page.
struct ContentsEntry {
  int page = 0;
  bool leader = false;  // dots lead to it
};

std::optional<ContentsEntry> entry_of(std::string_view line) {
  const auto numbers = text::find_numbers(line);
  if (numbers.empty() || numbers.back().decimals > 0 || !is_blank_text(line.substr(numbers.back().end))) return {};
  const std::string before = tight(line.substr(0, numbers.back().begin));
  const std::size_t words = before.find_last_not_of('.');
  if (words == std::string::npos || numbers.back().value < 1 || numbers.back().value > kMostPages) return {};
  const bool ellipsis = before.ends_with("…");
  return ContentsEntry{static_cast<int>(numbers.back().value), ellipsis || before.size() - words - 1 >= kLeaderDots};
}

class Apart {
 public:
  Apart(Reading& reading, const Labels& labels) : reading_(&reading), labels_(&labels) {}

  void mark() {
    for (std::size_t i = 0; i < flow().size(); ++i) {
      if (flow()[i].is_table()) continue;
      if (names(i, "contents_titles"))
        mark_entries(i);
      else if (names(i, "exercise_titles") && is_heading(i))
        mark_annexed(*reading_, i, next_heading(i + 1));
    }
    mark_leader_lines();
  }

 private:
  [[nodiscard]] const Flow& flow() const { return reading_->flow; }

  [[nodiscard]] bool names(std::size_t item, const char* list) const {
    constexpr std::size_t kLongestTitle = 60;  // code points
    const std::string words = tight(flow()[item].text);
    const std::string_view bare = std::string_view(words).substr(words.starts_with('(') ? 1 : 0);
    return text::length(words) <= kLongestTitle && begins_with_any(bare, labels_->tight_list(list)) > 0;
  }

  // "(ตัวอย่างการเขียน)" in brackets of its own is one, however it is set.
  [[nodiscard]] bool is_heading(std::size_t item) const {
    const std::string words = tight(flow()[item].text);
    return is_heading_line(reading_->document->paragraphs[flow()[item].index]) ||
           (words.starts_with('(') && words.find(')') == words.size() - 1);
  }

  // Tables and lines behind the title as long as each ends in a page, or the next does.
  void mark_entries(std::size_t title) {
    std::size_t end = title + 1;
    int last = 0;
    for (std::size_t at = end; at < flow().size() && at < end + kMostWraps + 1; ++at) {
      const auto entry = flow()[at].is_table() ? std::nullopt : entry_of(flow()[at].text);
      if (entry && entry->page < last) break;  // "บทที่ 1": the report's first heading
      if (entry) last = entry->page;
      if (entry || (flow()[at].is_table() && at == end)) end = at + 1;
    }
    mark_annexed(*reading_, title, end);
  }

  // Lines with leaders to whole numbers that never go down: pages, whatever stands above them.
  void mark_leader_lines() {
    for (std::size_t begin = 0; begin < flow().size();) {
      std::size_t end = begin;
      int last = 0;
      while (end < flow().size() && !flow()[end].is_table()) {
        const auto entry = entry_of(flow()[end].text);
        if (!entry || !entry->leader || entry->page < last) break;
        last = entry->page;
        ++end;
      }
      if (end - begin >= kFewestLines) mark_annexed(*reading_, begin, end);
      begin = std::max(end, begin + 1);
    }
  }

  // The item that begins another part of the report, or a page too far behind.
  [[nodiscard]] std::size_t next_heading(std::size_t at) const {
    std::size_t end = flow().size();
    const auto nearer = [&](std::size_t item) {
      if (item >= at) end = std::min(end, item);
    };
    for (const Division& division : reading_->divisions) nearer(division.item);
    for (const IssueSection& section : reading_->sections) nearer(section.heading.begin);
    for (const Title& title : reading_->titles) nearer(title.begin);
    for (std::size_t i = at; i < end; ++i) {
      const int pages = page_of(flow()[i], *reading_->document) - page_of(flow()[at - 1], *reading_->document);
      const bool heading = !flow()[i].is_table() && is_heading(i) && !names(i, "exercise_titles");
      if (heading || pages >= kLongestExercise) return i;
    }
    return end;
  }

  Reading* reading_;
  const Labels* labels_;
};

}  // namespace

void set_apart(Reading& reading, const Labels& labels) {
  Apart(reading, labels).mark();
}

}  // namespace prongsai::layouts
