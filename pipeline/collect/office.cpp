#include "pipeline/collect/office.hpp"

#include "pipeline/collect/walk/place.hpp"

namespace prongsai::collect {

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
    settle(looks[i], way == walk.ways.end() ? "" : way->second.lines);
  }
  co_return looks.size();
}

}  // namespace prongsai::collect
