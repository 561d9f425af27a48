#include "extractors/layouts/identity/office_lists.hpp"

#include <algorithm>
#include <utility>

namespace prongsai::layouts {
namespace {

// Offices of one kind that a report's lines name from which on it lists them.
constexpr std::size_t kManyOfAKind = 4;
// Lines above the last of a page among which another row of the list stands.
constexpr std::ptrdiff_t kLastLines = 12;

}  // namespace

OfficeLists::OfficeLists(const Document& document, const OfficeNames& names, const text::Agencies& agencies)
    : names_(&names), agencies_(&agencies) {
  for (const Paragraph& paragraph : document.paragraphs) {
    for (const TextLine& line : paragraph.lines) lines_.push_back(&line);
  }
}

OfficeLists::NamesByKind OfficeLists::named_in(const std::string& line) const {
  NamesByKind by_kind;
  for (const OfficeName& name : names_->in_prose(line)) {
    const std::string kind = name.parent ? "" : agencies_->kind_of(name.name);
    if (!kind.empty()) by_kind[kind].insert(name.name);
  }
  return by_kind;
}

std::set<std::string> OfficeLists::of_kind(const std::string& line, const std::string& kind) const {
  NamesByKind names = named_in(line);
  return std::move(names[kind]);
}

bool OfficeLists::lists_kind(const std::string& kind) const {
  if (kind.empty()) return false;
  const auto [known, is_new] = listed_.try_emplace(kind, false);
  if (!is_new) return known->second;
  std::set<std::string> peers;
  for (const TextLine* line : lines_) {
    peers.merge(of_kind(line->text, kind));
    if (peers.size() >= kManyOfAKind) return known->second = true;
  }
  return false;
}

// The offices of a kind that the lines up to `reach` above and below a place name, on its page.
std::set<std::string> OfficeLists::around(const Evidence& place, std::ptrdiff_t reach, const std::string& kind) const {
  std::set<std::string> names;
  const auto own = std::ranges::find_if(
      lines_, [&](const TextLine* line) { return line->at.page_no == place.page_no && line->at.box == place.box; });
  if (own == lines_.end()) return names;
  const auto first = own - std::min(reach, own - lines_.begin());
  const auto end = own + std::min(reach + 1, lines_.end() - own);
  for (auto line = first; line != end; ++line) {
    if ((*line)->at.page_no == place.page_no) names.merge(of_kind((*line)->text, kind));
  }
  return names;
}

bool OfficeLists::holds(const NamePlace& place) const {
  const bool at_the_end = place.kind == NamePlace::Kind::signature || place.kind == NamePlace::Kind::contact;
  const std::ptrdiff_t reach = at_the_end ? kLastLines : 1;
  return std::ranges::any_of(named_in(place.text), [&](const auto& own) {
    return around(place.at, reach, own.first).size() > 1 && lists_kind(own.first);
  });
}

}  // namespace prongsai::layouts
