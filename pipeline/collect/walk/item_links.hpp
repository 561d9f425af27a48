// Which of a page's links are the item's documents.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/text/find/item_codes.hpp"
#include "pipeline/checks/url_judge.hpp"
#include "pipeline/collect/fetch/web_address.hpp"
#include "pipeline/collect/pages/base_address.hpp"
#include "pipeline/collect/pages/page.hpp"
#include "pipeline/collect/walk/site_words.hpp"

namespace prongsai::collect {

struct ItemLinks {
  std::vector<WebAddress> documents;  // to be fetched, in the page's order
  std::string elsewhere;              // host of a link to the item on a shared host; "" for none
  int others = 0;                     // files that may be documents, where none of them can be told to be the item's
};

// A link whose words or file name hold the item's code is the item's. Where none does, those without any code are, as
// long as the page is about the item or has but a few. Other items' files are never taken.
[[nodiscard]] ItemLinks links_of_item(const Page& page, const WebAddress& at, const std::optional<std::string>& item,
                                      const SiteWords& words, const checks::UrlRules& rules,
                                      const text::ItemRanges& items);

inline constexpr std::size_t kMostDocuments = 5;  // of one item

}  // namespace prongsai::collect
