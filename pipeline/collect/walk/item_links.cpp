#include "pipeline/collect/walk/item_links.hpp"

#include <algorithm>
#include <set>

namespace prongsai::collect {
namespace {

constexpr std::size_t kFew = 3;

bool names(const std::vector<text::ItemCode>& codes, const std::string& item) {
  return std::any_of(codes.begin(), codes.end(), [&](const text::ItemCode& code) { return code.code == item; });
}

std::string file_name(const WebAddress& address) {
  std::string name = readable_address(address.url);
  name = name.substr(name.rfind('/') + 1);
  for (char& c : name) {
    if (c == '-' || c == '_' || c == '.') c = ' ';
  }
  return name;
}

enum class Belongs { to_item, to_other, untold };

Belongs belonging(const PageLink& link, const WebAddress& address, const std::optional<std::string>& item,
                  const text::ItemRanges& ranges) {
  for (const std::string& text : {link.words, file_name(address)}) {
    const auto codes = text::find_item_codes(text, ranges);
    if (codes.empty()) continue;
    return item && names(codes, *item) ? Belongs::to_item : Belongs::to_other;
  }
  return Belongs::untold;
}

bool is_about(const Page& page, const WebAddress& at, const std::optional<std::string>& item,
              const text::ItemRanges& ranges) {
  if (!item) return false;
  for (const std::string& text : {page.title, page.heading, file_name(at)}) {
    if (names(text::find_item_codes(text, ranges), *item)) return true;
  }
  return false;
}

}  // namespace

ItemLinks links_of_item(const Page& page, const WebAddress& at, const std::optional<std::string>& item,
                        const SiteWords& words, const checks::UrlRules& rules, const text::ItemRanges& items) {
  ItemLinks found;
  const WebAddress base = base_of(page, at);
  std::vector<WebAddress> untold;
  std::set<std::string> seen;
  for (const PageLink& link : page.links) {
    const auto address = resolve_address(base, link.href);
    if (!address) continue;
    const Belongs whose = belonging(link, address.value(), item, items);
    if (rules.is_shared_host(address.value().host) && address.value().host != at.host) {
      if ((whose == Belongs::to_item || link.shown) && found.elsewhere.empty()) found.elsewhere = address.value().host;
      continue;
    }
    if (!words.may_give_document(address.value()) || whose == Belongs::to_other) continue;
    if (!seen.insert(address_key(address.value())).second) continue;
    (whose == Belongs::to_item ? found.documents : untold).push_back(address.value());
  }
  if (found.documents.empty()) {
    const bool ours = untold.size() <= kFew || is_about(page, at, item, items);
    found.others = ours ? 0 : static_cast<int>(untold.size());
    if (ours) found.documents = std::move(untold);
  }
  if (found.documents.size() > kMostDocuments) found.documents.resize(kMostDocuments);
  return found;
}

}  // namespace prongsai::collect
