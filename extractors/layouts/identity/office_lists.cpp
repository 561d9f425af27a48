#include "extractors/layouts/identity/office_lists.hpp"

#include <algorithm>

namespace prongsai::layouts {
namespace {

// Offices of one kind that a report's lines name from which on it lists them.
constexpr std::size_t kManyOfAKind = 4;
// Lines above the last of a page among which another row of the list stands.
constexpr std::ptrdiff_t kLastLines = 12;

}  // namespace

OfficeLists::NamesByKind OfficeLists::named_in(const std::string& line) const {
  NamesByKind by_kind;
  for (const OfficeName& name : names_->in_prose(line)) {
    const std::string kind = name.parent ? "" : agencies_->kind_of(name.name);
    if (!kind.empty()) by_kind[kind].insert(name.name);
  }
  return by_kind;
}

const std::vector<OfficeLists::Line>& OfficeLists::lines() const {
  if (!lines_.empty()) return lines_;
  for (const Paragraph& paragraph : document_->paragraphs) {
    for (const TextLine& line : paragraph.lines) lines_.push_back({&line.at, named_in(line.text)});
  }
  return lines_;
}

bool OfficeLists::lists_kind(const std::string& kind) const {
  if (kind.empty()) return false;
  std::set<std::string> peers;
  for (const Line& line : lines()) {
    const auto names = line.names.find(kind);
    if (names != line.names.end()) peers.insert(names->second.begin(), names->second.end());
  }
  return peers.size() >= kManyOfAKind;
}

// The offices of a kind that the lines within so many of a place's name, on its page.
std::set<std::string> OfficeLists::around(const Evidence& place, std::ptrdiff_t reach, const std::string& kind) const {
  std::set<std::string> names;
  const auto own = std::ranges::find_if(
      lines(), [&](const Line& line) { return line.at->page_no == place.page_no && line.at->box == place.box; });
  if (own == lines().end()) return names;
  const std::ptrdiff_t at = own - lines().begin();
  const std::ptrdiff_t end = std::min(std::ssize(lines()), at + reach + 1);
  for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, at - reach); i < end; ++i) {
    const Line& line = lines()[static_cast<std::size_t>(i)];
    const auto named = line.names.find(kind);
    if (line.at->page_no == place.page_no && named != line.names.end())
      names.insert(named->second.begin(), named->second.end());
  }
  return names;
}

bool OfficeLists::holds(const NamePlace& place) const {
  const bool at_the_end = place.kind == NamePlace::Kind::signature || place.kind == NamePlace::Kind::contact;
  const std::ptrdiff_t reach = at_the_end ? kLastLines : 1;
  return std::ranges::any_of(named_in(place.text), [&](const auto& own) {
    return lists_kind(own.first) && around(place.at, reach, own.first).size() > 1;
  });
}

}  // namespace prongsai::layouts
