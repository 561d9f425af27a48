#include "pipeline/collect/office.hpp"

#include "pipeline/collect/walk/place.hpp"

namespace prongsai::collect {
namespace {

// What is held against the page at the address itself is shown by that page, not by the one that links there.
bool decided_by_own_page(const Publication& facts) {
  return facts.state == Publication::State::login_required || facts.state == Publication::State::not_a_document;
}

}  // namespace

Task<std::size_t> collect_office(Tools tools, std::vector<store::CollectItem> items, WalkBounds bounds, Settle settle) {
  std::vector<ItemLook> looks;
  looks.reserve(items.size());
  std::string main_site;
  for (store::CollectItem& item : items) {
    if (main_site.empty()) main_site = item.row.main_site.value_or("");
    ItemLook look = co_await look_at_item(tools, std::move(item));
    looks.push_back(std::move(look));
  }
  Walk walk;
  walk.walked_all = false;
  if (!main_site.empty()) walk = co_await walk_site(tools, main_site, looks, bounds);
  for (std::size_t i = 0; i < looks.size(); ++i) {
    place_item(looks[i], i, walk, tools.rules);
    const auto way = walk.ways.find(i);
    if (way != walk.ways.end() && !decided_by_own_page(looks[i].facts)) looks[i].seen = std::move(way->second.seen);
    std::string picture;
    if (!looks[i].seen.url.empty()) picture = co_await tools.web.draw(looks[i].seen);
    settle(looks[i], picture);
  }
  co_return looks.size();
}

}  // namespace prongsai::collect
