#include "pipeline/collect/walk/item_look.hpp"

#include <algorithm>

#include "pipeline/collect/pages/body_kind.hpp"
#include "pipeline/collect/walk/item_links.hpp"
#include "pipeline/collect/walk/item_verdict.hpp"
#include "pipeline/stages/files/sha256.hpp"

namespace prongsai::collect {
namespace {

using State = Publication::State;

constexpr std::size_t kHead = 2048;

BodyKind kind_of_body(const Web& web, const Fetch& fetch) {
  const auto address = parse_address(fetch.url);
  return body_kind(web.folder().bytes(fetch.sha256, kHead), fetch.content_type,
                   address ? address.value().path : std::string());
}

void add_keys(const Chain& chain, std::set<std::string>& keys) {
  for (const Fetch& hop : chain.hops) {
    if (const auto address = parse_address(hop.url)) keys.insert(address_key(address.value()));
  }
}

std::string host_of_fetch(const Fetch& fetch) {
  const auto address = parse_address(fetch.url);
  return address ? address.value().host : "unknown";
}

std::string type_told(const Fetch& fetch) {
  return fetch.content_type.empty() ? "an answer that does not say what it is" : fetch.content_type;
}

void keep_document(ItemLook& look, const Fetch& fetch) {
  look.documents.push_back({fetch.sha256, host_of_fetch(fetch)});
  look.facts.state = State::document;
  look.facts.because.clear();
}

// The PDF files of an archive become bodies of their own.
Task<bool> open_archive(Tools tools, ItemLook& look, Fetch fetch) {
  const auto answer = co_await tools.web.read(PageJob::Kind::archive, fetch.sha256, "");
  if (!answer) {
    look.facts.because = answer.failure().message;
    co_return false;
  }
  look.facts.state = State::other_document;
  look.facts.because = "an archive without a PDF file that could be taken out";
  for (const ArchiveEntry& entry : answer.value().entries) {
    if (entry.bytes.find("%PDF-") >= 1024 || look.documents.size() >= kMostDocuments) continue;
    Fetch file = fetch;
    file.sha256 = stages::sha256_of(entry.bytes);
    if (!tools.web.folder().has(file.sha256)) tools.web.folder().keep_bytes(entry.bytes, file.sha256);
    keep_document(look, file);
  }
  co_return !look.documents.empty();
}

// A file that a page of the item links to. True where it gave a document.
Task<bool> take_linked(Tools tools, ItemLook& look, WebAddress address) {
  const Chain chain = co_await tools.web.follow(address, true);
  Publication facts = look.facts;
  if (tell_without_body(chain, facts)) {
    facts.final_url = look.facts.final_url;
    facts.because += ", " + readable_address(address.url);
    if (look.documents.empty()) look.facts = facts;
    co_return false;
  }
  const BodyKind kind = kind_of_body(tools.web, chain.last());
  if (kind == BodyKind::archive) co_return co_await open_archive(tools, look, chain.last());
  if (kind != BodyKind::pdf) co_return false;
  keep_document(look, chain.last());
  co_return true;
}

// The page with the item's first document marked, where it has one.
SeenPage see_item_page(const Fetch& fetch, const Page& page, const WebAddress& at, const ItemLinks& links) {
  if (links.documents.empty()) return see_page(fetch, page, nullptr, "");
  const WebAddress base = base_of(page, at);
  const auto link = std::find_if(page.links.begin(), page.links.end(), [&](const PageLink& one) {
    const auto address = resolve_address(base, one.href);
    return address && address.value() == links.documents.front();
  });
  return see_page(fetch, page, link == page.links.end() ? nullptr : &*link, links.documents.front().url);
}

Task<bool> read_item_page(Tools tools, ItemLook& look, Fetch fetch) {
  const auto answer = co_await tools.web.read(PageJob::Kind::page, fetch.sha256, fetch.content_type);
  if (!answer) {
    look.facts.because = answer.failure().message;
    co_return false;
  }
  const Page& page = answer.value().page;
  const WebAddress at = parse_address(fetch.url).value();
  look.is_page = true;
  look.page.title = page.title;
  look.page.heading = page.heading;
  look.page.breadcrumb = page.breadcrumb;
  const ItemLinks links = links_of_item(page, at, look.item.row.item_code, tools.words, tools.rules, tools.items);
  look.seen = see_item_page(fetch, page, at, links);
  judge_bare_page(page, fetch.url, tools.words, look.facts);
  if (links.others > 0) {
    look.facts.state = State::not_checked;
    look.facts.because = std::to_string(links.others) + " files are linked there, and none of them names the item";
  }
  for (const WebAddress& document : links.documents) (void)co_await take_linked(tools, look, document);
  if (look.documents.empty() && links.documents.empty() && !links.elsewhere.empty()) {
    look.facts.state = State::elsewhere;
    look.facts.because = links.elsewhere;
  }
  co_return !look.documents.empty();
}

Task<bool> look_at_body(Tools tools, ItemLook& look, Fetch fetch) {
  switch (kind_of_body(tools.web, fetch)) {
    case BodyKind::pdf:
      keep_document(look, fetch);
      co_return true;
    case BodyKind::archive:
      co_return co_await open_archive(tools, look, fetch);
    case BodyKind::page:
      co_return co_await read_item_page(tools, look, fetch);
    case BodyKind::other_document:
      look.facts.state = State::other_document;
      look.facts.because = type_told(fetch);
      co_return false;
    case BodyKind::media:
    case BodyKind::empty:
      look.facts.state = State::not_a_document;
      look.facts.because = type_told(fetch);
      co_return false;
  }
  co_return false;
}

// Without a scheme, https is tried first, as browsers do.
Task<Chain> follow_as_typed(Tools tools, WebAddress address) {
  Chain chain = co_await tools.web.follow(address, true);
  const bool no_https =
      !address.scheme_given && chain.hops.size() == 1 &&
      (chain.last().outcome == Fetch::Outcome::failed || chain.last().outcome == Fetch::Outcome::untrusted);
  if (!no_https) co_return chain;
  const auto plain = parse_address("http" + address.url.substr(address.url.find(':')));
  if (!plain) co_return chain;
  Chain other = co_await tools.web.follow(plain.value(), true);
  if (other.last().status > 0) co_return other;
  co_return chain;
}

}  // namespace

Task<ItemLook> look_at_item(Tools tools, store::CollectItem item) {
  ItemLook look;
  look.item = std::move(item);
  look.facts.first_at = look.facts.last_at = utc_now();  // where nothing is asked, this is when it was told
  const auto address = parse_address(look.item.row.published_url.value_or(""));
  if (!address) {
    look.facts.state = State::no_address;
    look.facts.because = address.failure().message;
    co_return look;
  }
  const auto verdict = tools.rules.judge(address.value().url, look.item.row.main_site);
  if (verdict.place == checks::UrlPlace::external && tools.rules.is_shared_host(address.value().host)) {
    look.facts.state = State::elsewhere;
    look.facts.because = verdict.because;
    look.facts.final_url = address.value().url;
    look.keys.insert(address_key(address.value()));
    co_return look;
  }
  const Chain chain = co_await follow_as_typed(tools, address.value());
  add_keys(chain, look.keys);
  judge_safety(chain, look.facts);
  if (tell_without_body(chain, look.facts)) co_return look;
  (void)co_await look_at_body(tools, look, chain.last());
  co_return look;
}

}  // namespace prongsai::collect
