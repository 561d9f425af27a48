// The way from an office's main site to its items: a walk over its pages, nearest first, words of the menu first,
// within bounds.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/collect/pages/seen_page.hpp"
#include "pipeline/collect/walk/item_look.hpp"

namespace prongsai::collect {

struct WalkBounds {
  int pages = 200;   // of one site
  int depth = 5;     // clicks
  int minutes = 30;  // by the clock, for one site
};

// How one item was reached.
struct WayTo {
  std::vector<Click> clicks;  // from the main site to the item
  std::string group;          // the work group's page on the way; "" where there is none
  SeenPage seen;              // that with the link to the item
};

struct Walk {
  std::string start;                  // the main site's address after redirects; "" where it could not be opened
  std::string why_not;                // why there was no walk; "" where there was
  std::map<std::size_t, WayTo> ways;  // by the item's index; the best way found
  int pages_seen = 0;
  bool walked_all = true;
  bool title_tells = true;  // a page's title may name the work group that it is of
};

// `items`: what to look for. A way without a work group's page is better than any with one, a shorter one better than a
// longer one.
[[nodiscard]] Task<Walk> walk_site(Tools tools, std::string main_site, const std::vector<ItemLook>& items,
                                   WalkBounds bounds);

// The work group whose page this is, by address, title and breadcrumb; "" for none.
[[nodiscard]] std::string group_of(const Page& page, const std::string& url, const std::string& main_site,
                                   bool title_tells, const checks::UrlRules& rules);

}  // namespace prongsai::collect
