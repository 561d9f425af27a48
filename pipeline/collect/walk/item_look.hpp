// What stands at the address that an office gave for an item.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "extractors/text/find/item_codes.hpp"
#include "pipeline/checks/url_judge.hpp"
#include "pipeline/collect/pages/seen_page.hpp"
#include "pipeline/collect/walk/site_words.hpp"
#include "pipeline/collect/web.hpp"
#include "pipeline/store/collected/collected.hpp"

namespace prongsai::collect {

// What looking needs; one for a whole run.
struct Tools {
  Web& web;
  const SiteWords& words;
  const checks::UrlRules& rules;
  text::ItemRanges items;
};

struct FoundDocument {
  std::string sha256;
  std::string host;  // that it came from
};

struct ItemLook {
  store::CollectItem item;
  Publication facts;                     // all but place, clicks and what the walk saw
  std::vector<FoundDocument> documents;  // in the page's order
  std::set<std::string> keys;            // addresses by which it is known: address_key() of each hop
  bool is_page = false;                  // the address given is a page's, with the documents linked there
  Page page;                             // that page's title and breadcrumb; its links are dropped
  SeenPage seen;                         // the page that shows what was decided
};

[[nodiscard]] Task<ItemLook> look_at_item(Tools tools, store::CollectItem item);

}  // namespace prongsai::collect
