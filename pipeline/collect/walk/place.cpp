#include "pipeline/collect/walk/place.hpp"

namespace prongsai::collect {
namespace {

using Place = Publication::Place;
using State = Publication::State;

// What was not seen to be there says nothing of where it stands.
bool stands(const Publication& facts) {
  return facts.state == State::document || facts.state == State::elsewhere || facts.state == State::other_document ||
         facts.state == State::not_a_document;
}

void set_place(Publication& facts, Place place, const std::string& because) {
  facts.place = place;
  facts.place_because = because;
}

// A page that is the group's own is the group's however it is linked; a file belongs to the pages that show it.
std::string own_group(const ItemLook& look, const Walk& walk, const checks::UrlRules& rules) {
  return look.is_page ? group_of(look.page, look.facts.final_url, walk.start, walk.title_tells, rules) : "";
}

}  // namespace

void place_item(ItemLook& look, std::size_t index, const Walk& walk, const checks::UrlRules& rules) {
  Publication& facts = look.facts;
  facts.pages_seen = walk.pages_seen;
  facts.walked_all = walk.why_not.empty() && walk.walked_all && walk.pages_seen > 0;
  const auto way = walk.ways.find(index);
  if (way != walk.ways.end()) facts.clicks = way->second.clicks;
  if (!stands(facts)) return;
  const std::string main_site = walk.start.empty() ? look.item.row.main_site.value_or("") : walk.start;
  const std::string& url = facts.final_url;
  const auto verdict = rules.judge(url, main_site.empty() ? std::nullopt : std::optional(main_site));
  if (verdict.place == checks::UrlPlace::external) return set_place(facts, Place::other_host, verdict.because);
  if (walk.start.empty()) return;  // by the address alone nothing more is told here
  if (const std::string group = own_group(look, walk, rules); !group.empty())
    return set_place(facts, Place::group_page, group);
  if (way != walk.ways.end()) {
    const bool by_group = !way->second.group.empty();
    // Another way may lead there without the group's page, as long as not all was seen.
    if (by_group && !facts.walked_all) return;
    return set_place(facts, by_group ? Place::group_page : Place::main_site, way->second.group);
  }
  if (!facts.walked_all) return;
  if (verdict.place == checks::UrlPlace::group_page) return set_place(facts, Place::group_page, verdict.because);
  set_place(facts, Place::not_found, "");
}

}  // namespace prongsai::collect
