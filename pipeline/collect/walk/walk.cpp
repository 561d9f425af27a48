#include "pipeline/collect/walk/walk.hpp"

#include <algorithm>
#include <chrono>

#include "pipeline/collect/pages/body_kind.hpp"
#include "pipeline/collect/walk/frontier.hpp"
#include "pipeline/collect/walk/item_links.hpp"

namespace prongsai::collect {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostFrontier = 5000;  // pages that wait

bool is_better(const WayTo& one, const WayTo& other) {
  if (one.group.empty() != other.group.empty()) return one.group.empty();
  return one.clicks.size() < other.clicks.size();
}

}  // namespace

// Not in the nameless namespace: a coroutine's frame holds one.
class Walker {
 public:
  Walker(Tools tools, const std::vector<ItemLook>& items, WalkBounds bounds)
      : tools_(tools), items_(items), bounds_(bounds), until_(Clock::now() + std::chrono::minutes(bounds.minutes)) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (const std::string& key : items[i].keys) wanted_.emplace(key, i);
    }
  }

  Task<Walk> run(std::string main_site) {
    const auto address = parse_address(main_site);
    if (!address) {
      walk_.why_not = address.failure().message;
      co_return std::move(walk_);
    }
    domains_.insert(registered_domain(address.value().host));
    main_site_ = address.value().url;
    frontier_.add({address.value(), "", 0, 0, 0, ""});
    co_await read_sitemap_of(address.value());
    while (const auto index = frontier_.next()) {
      if (walk_.pages_seen >= bounds_.pages || Clock::now() > until_) {
        walk_.walked_all = false;
        break;
      }
      co_await see(*index);
      if (!walk_.why_not.empty() || all_found()) break;
    }
    co_return std::move(walk_);
  }

 private:
  // Pages that the site itself lists come before those that it does not: an endless calendar is in no sitemap.
  Task<bool> read_sitemap_of(WebAddress address) {
    const Robots* const rules = co_await tools_.web.robots(address);
    std::string at = "/sitemap.xml";
    if (!rules->sitemaps().empty()) at = rules->sitemaps().front();
    const auto place = resolve_address(address, at);
    if (!place || !domains_.contains(registered_domain(place.value().host))) co_return false;
    const Chain chain = co_await tools_.web.follow(place.value());
    if (!chain.arrived()) co_return false;
    const auto answer = co_await tools_.web.read(PageJob::Kind::sitemap, chain.last().sha256, "");
    if (!answer) co_return false;
    for (const std::string& listed : answer.value().addresses) {
      if (const auto page = parse_address(listed)) listed_.insert(address_key(page.value()));
    }
    co_return true;
  }

  Task<bool> see(std::size_t index) {
    const Chain chain = co_await tools_.web.follow(frontier_.page(index).address);
    ++walk_.pages_seen;
    const bool is_start = index == 0;
    const Fetch& end = chain.last();
    if (!chain.arrived()) {
      if (is_start) walk_.why_not = end.cause.empty() ? "HTTP " + std::to_string(end.status) : end.cause;
      if (end.status != 404 && end.status != 410) walk_.walked_all = false;
      co_return false;
    }
    const WebAddress at = parse_address(end.url).value();
    if (is_start) {
      domains_.insert(registered_domain(at.host));
      walk_.start = at.url;
      main_site_ = at.url;
    } else if (!domains_.contains(registered_domain(at.host))) {
      co_return false;  // its redirects leave the site
    }
    const std::string head = tools_.web.folder().bytes(end.sha256, 2048);
    if (body_kind(head, end.content_type, at.path) != BodyKind::page) co_return false;
    const auto answer = co_await tools_.web.read(PageJob::Kind::page, end.sha256, end.content_type);
    if (!answer) {
      walk_.walked_all = false;
      co_return false;
    }
    take_links({index, answer.value().page, end}, at);
    co_return true;
  }

  // The page that is looked at.
  struct Here {
    std::size_t index;
    const Page& page;
    const Fetch& fetch;
  };

  void take_links(const Here& here, const WebAddress& at) {
    constexpr std::size_t kFewLinks = 3;
    const Page& page = here.page;
    if (page.cut || (page.scripts > 0 && page.links.size() < kFewLinks)) walk_.walked_all = false;
    if (here.index == 0) walk_.title_tells = group_of(page, at.url, main_site_, true, tools_.rules).empty();
    const std::string group = group_of(page, at.url, main_site_, walk_.title_tells, tools_.rules);
    if (frontier_.page(here.index).group.empty() && here.index > 0) frontier_.page(here.index).group = group;
    const WebAddress base = base_of(page, at);
    for (const PageLink& link : page.links) {
      if (const auto address = resolve_address(base, link.href)) take_link(here, link, address.value());
    }
    if (const auto next = resolve_address(base, page.refresh); next && !page.refresh.empty()) {
      take_link(here, {page.refresh, "", 0, false}, next.value());
    }
  }

  void take_link(const Here& here, const PageLink& link, const WebAddress& address) {
    const std::string key = address_key(address);
    const auto [begin, end] = wanted_.equal_range(key);
    for (auto item = begin; item != end; ++item) found(item->second, here, link, address);
    if (frontier_.knows(key) || tools_.words.is_file(address)) return;
    if (!domains_.contains(registered_domain(address.host)) || tools_.rules.is_shared_host(address.host)) {
      if (!is_start_host(address)) return;
    }
    const WalkPage from = frontier_.page(here.index);
    const bool room = from.depth < bounds_.depth && frontier_.size() < kMostFrontier && frontier_.has_room_for(address);
    if (!room) {
      walk_.walked_all = false;
      return;
    }
    const int unlisted = listed_.empty() || listed_.contains(key) ? 0 : 1;
    frontier_.add({address, link.words, here.index, from.depth + 1, tools_.words.rank(link.words, address) + unlisted,
                   from.group});
  }

  // A main site on a site builder's host: its pages lie below the same path.
  [[nodiscard]] bool is_start_host(const WebAddress& address) const {
    const auto start = parse_address(main_site_);
    return start && start.value().host == address.host && address.path.starts_with(start.value().path);
  }

  // Words of the menu are followed first, over longer ways, too: the first way that is found may not be the best.
  void found(std::size_t item, const Here& here, const PageLink& link, const WebAddress& address) {
    WayTo way;
    way.clicks = frontier_.clicks_to(here.index);
    way.clicks.push_back({link.words, address.url});
    way.group = frontier_.page(here.index).group;
    const auto known = walk_.ways.find(item);
    if (known != walk_.ways.end() && !is_better(way, known->second)) return;
    way.seen = see_page(here.fetch, here.page, &link, address.url);
    walk_.ways.insert_or_assign(item, std::move(way));
  }

  [[nodiscard]] bool all_found() const {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].keys.empty()) continue;
      const auto way = walk_.ways.find(i);
      if (way == walk_.ways.end() || !way->second.group.empty()) return false;
    }
    return true;
  }

  Tools tools_;
  const std::vector<ItemLook>& items_;
  WalkBounds bounds_;
  Clock::time_point until_;
  std::string main_site_;
  Frontier frontier_;
  std::multimap<std::string, std::size_t> wanted_;
  std::set<std::string> domains_;
  std::set<std::string> listed_;
  Walk walk_;
};

std::string group_of(const Page& page, const std::string& url, const std::string& main_site, bool title_tells,
                     const checks::UrlRules& rules) {
  const checks::UrlVerdict verdict = rules.judge(url, main_site);
  if (verdict.place == checks::UrlPlace::group_page) return verdict.because;
  for (const std::string& part : page.breadcrumb) {
    if (rules.names_group(part)) return part;
  }
  if (!title_tells) return "";
  const std::string title = page.title.substr(0, page.title.find_first_of("|-:"));
  return rules.names_group(title) ? title : "";
}

Task<Walk> walk_site(Tools tools, std::string main_site, const std::vector<ItemLook>& items, WalkBounds bounds) {
  Walker walker(tools, items, bounds);
  co_return co_await walker.run(std::move(main_site));
}

}  // namespace prongsai::collect
