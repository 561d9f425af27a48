#include "extractors/tables/furniture.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "extractors/text/data/lexicon.hpp"
#include "extractors/text/find/numbers.hpp"
#include "extractors/text/unicode/utf8.hpp"

namespace prongsai::tables {
namespace {

constexpr double kMargin = 0.13;        // of the page's height, at its head and at its foot
constexpr double kSamePlace = 8.0;      // points between a running head's baselines on different pages
constexpr int kLeastRepeats = 3;        // pages that a running head returns on
constexpr double kLeastShare = 0.4;     // of all pages
constexpr std::size_t kDeepest = 2;     // lines of furniture at one end of a page
constexpr double kLongestReport = 999;  // pages

enum class End { head, foot };

// Digits and blanks out: "หน้า ๓ / ๑๒" and "หน้า ๔ / ๑๒" are the same running foot.
std::string shape(const std::string& line) {
  std::string out;
  for (const char32_t c : text::to_utf32(line)) {
    if (!text::is_digit(c) && !text::is_blank(c)) text::append_utf8(out, c);
  }
  return out;
}

// A page's number: whole, and as high as those of the longest report of which `pages` may be a part. A year or a score
// that stands alone at a page's edge is none.
bool numbers_page(const text::Number& number, std::size_t pages) {
  return number.decimals == 0 && number.value <= std::max(kLongestReport, static_cast<double>(pages));
}

// A number alone, dressed with dashes, brackets, a stroke or the word หน้า (page).
bool is_page_number(const std::string& line, std::size_t pages) {
  std::string rest = shape(line);
  if (rest.size() == line.size() || line.size() > 40) return false;  // no digit in it, or too much around it
  const auto erase = [&](std::string_view word) {
    if (const auto at = rest.find(word); at != std::string::npos) rest.erase(at, word.size());
  };
  for (const std::string& word : text::lexicon().divisions.page_words.texts()) erase(word);
  for (const std::string_view dash : {"–", "—"}) erase(dash);
  return rest.find_first_not_of("-/()[].~|") == std::string::npos &&
         std::ranges::all_of(text::find_numbers(line), [&](const auto& one) { return numbers_page(one, pages); }) &&
         std::count_if(line.begin(), line.end(), [](char c) { return c == '.'; }) <= 1;
}

// "/๒. การดำเนินการ...": the first words of the next page, set at the foot of official letters.
bool is_catchword(const std::string& line) {
  return line.starts_with("/") && (line.ends_with("...") || line.ends_with("…"));
}

bool beyond_grids(const PageContent& page, double baseline, End end) {
  return std::all_of(page.grids.begin(), page.grids.end(), [&](const GridContent& grid) {
    return end == End::head ? baseline < grid.grid.box.y0 : baseline > grid.grid.box.y1;
  });
}

// The lines in one margin of a page, the outermost first, as indexes into its prose.
std::vector<std::size_t> margin_lines(const PageContent& page, End end) {
  std::vector<std::size_t> out;
  const std::size_t n = page.prose.size();
  for (std::size_t i = 0; i < std::min(n, kDeepest); ++i) {
    const std::size_t index = end == End::head ? i : n - 1 - i;
    const double y = page.prose[index].baseline;
    const bool inside = end == End::head ? y < kMargin * page.height : y > (1 - kMargin) * page.height;
    if (!inside || !beyond_grids(page, y, end)) break;
    out.push_back(index);
  }
  return out;
}

struct Place {
  std::size_t page = 0;
  std::size_t line = 0;
  double from_edge = 0;  // points from the page's head or foot
};

// "30/09/2568 16:21": when it was printed, by the shape of the line.
bool is_print_stamp(const std::string& shape) {
  const std::size_t day = shape.find("//");
  return day != std::string::npos && shape.find(':', day) != std::string::npos;
}

// "แบบรายงาน.xlsx หน้า 1 จาก 3", "… หน้า 2 จาก 3": a number that rises with the pages.
bool counts_pages(const std::vector<PageContent>& pages, const std::vector<Place>& places) {
  const auto numbers = [&](const Place& place) {
    return text::find_numbers(pages[place.page].prose[place.line].out.text);
  };
  const auto first = numbers(places.front());
  for (std::size_t i = 0; i < first.size(); ++i) {
    const bool rises = std::ranges::all_of(places, [&](const Place& place) {
      const auto here = numbers(place);
      return here.size() == first.size() &&
             here[i].value - first[i].value == static_cast<double>(place.page - places.front().page);
    });
    if (rises) return true;
  }
  return false;
}

// Pages that a line of that shape must return on to be no part of what the report says.
int repeats_needed(const std::vector<PageContent>& pages, const std::string& shape, const std::vector<Place>& places) {
  const bool by_the_program = places.size() > 1 && (is_print_stamp(shape) || counts_pages(pages, places));
  return by_the_program ? 2 : kLeastRepeats;
}

void mark_running(const std::vector<PageContent>& pages, End end, std::set<std::pair<std::size_t, std::size_t>>& out) {
  std::map<std::string, std::vector<Place>> by_shape;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const std::size_t i : margin_lines(pages[p], end)) {
      const Line& line = pages[p].prose[i];
      const double y = end == End::head ? line.baseline : pages[p].height - line.baseline;
      by_shape[shape(line.out.text)].push_back({p, i, y});
    }
  }
  for (const auto& [text_shape, places] : by_shape) {
    const int needed = repeats_needed(pages, text_shape, places);
    for (const Place& one : places) {
      const auto near = std::count_if(places.begin(), places.end(), [&](const Place& other) {
        return std::abs(other.from_edge - one.from_edge) <= kSamePlace;
      });
      if (near >= needed && static_cast<double>(near) >= kLeastShare * static_cast<double>(pages.size())) {
        out.emplace(one.page, one.line);
      }
    }
  }
}

// Page numbers and catchwords are the outermost lines of their page.
void mark_page_numbers(const std::vector<PageContent>& pages, End end,
                       std::set<std::pair<std::size_t, std::size_t>>& out) {
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (const std::size_t i : margin_lines(pages[p], end)) {
      if (out.contains({p, i})) continue;
      const std::string& text = pages[p].prose[i].out.text;
      if (!is_page_number(text, pages.size()) && !(end == End::foot && is_catchword(text))) break;
      out.emplace(p, i);
    }
  }
}

}  // namespace

void set_furniture_apart(std::vector<PageContent>& pages) {
  std::set<std::pair<std::size_t, std::size_t>> furniture;  // page, line
  for (const End end : {End::head, End::foot}) {
    mark_running(pages, end, furniture);
    mark_page_numbers(pages, end, furniture);
  }
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::vector<Line> kept;
    for (std::size_t i = 0; i < pages[p].prose.size(); ++i) {
      (furniture.contains({p, i}) ? pages[p].furniture : kept).push_back(std::move(pages[p].prose[i]));
    }
    pages[p].prose = std::move(kept);
  }
}

}  // namespace prongsai::tables
