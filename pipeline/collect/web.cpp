#include "pipeline/collect/web.hpp"

#include <algorithm>
#include <system_error>

namespace prongsai::collect {
namespace {

bool is_redirect(const Fetch& fetch) {
  return fetch.outcome == Fetch::Outcome::answered && fetch.status >= 300 && fetch.status < 400 && fetch.status != 304;
}

// What stands there is the same as before: its facts are those of the answer that was kept.
void take_over(Fetch& fetch, const Fetch& before) {
  fetch.sha256 = before.sha256;
  fetch.bytes = before.bytes;
  fetch.content_type = before.content_type;
  if (fetch.etag.empty()) fetch.etag = before.etag;
  if (fetch.last_modified.empty()) fetch.last_modified = before.last_modified;
}

bool was_there(const Chain& chain, const WebAddress& address) {
  return std::any_of(chain.hops.begin(), chain.hops.end(), [&](const Fetch& hop) { return hop.url == address.url; });
}

Fetch not_asked(const WebAddress& address, Fetch::Outcome outcome, std::string cause) {
  Fetch fetch;
  fetch.outcome = outcome;
  fetch.url = address.url;
  fetch.at = utc_now();
  fetch.cause = std::move(cause);
  return fetch;
}

}  // namespace

bool Chain::arrived() const {
  const Fetch& end = last();
  return (end.outcome == Fetch::Outcome::unchanged || (end.outcome == Fetch::Outcome::answered && end.status == 200)) &&
         !end.sha256.empty();
}

Web::Web(const FetchSettings& settings, const Folder& folder, store::Collected& memory, PageReader& reader)
    : settings_(settings),
      folder_(folder),
      memory_(memory),
      reader_(reader),
      fetcher_(settings, folder.half_done()),
      warc_(folder.warc(), settings.user_agent(), memory.archive_end()) {}

// The body first, then the archive, then the row: whatever is interrupted, a row means that all is there.
void Web::take(Fetched& fetched, const std::optional<Fetch>& before) {
  Fetch& fetch = fetched.fetch;
  if (fetch.outcome == Fetch::Outcome::unchanged && before) take_over(fetch, *before);
  if (!fetched.body_file.empty()) folder_.keep(fetched.body_file, fetch.sha256);
  if (fetch.status > 0) {
    const bool has_body = !fetched.body_file.empty();
    warc_.write(fetched, has_body ? folder_.object(fetch.sha256) : std::filesystem::path());
  }
  memory_.save(fetch);
}

Task<Fetch> Web::ask(WebAddress address, bool make_sure) {
  if (auto known = memory_.fetched(address.url)) {
    ++looked_up_;
    co_return std::move(*known);
  }
  std::optional<Fetch> before = memory_.kept(address.url);
  if (before && !folder_.has(before->sha256)) before.reset();
  FetchRequest request{address, before ? before->etag : "", before ? before->last_modified : "", make_sure};
  Awaited<Fetched, std::function<void(std::function<void(Fetched)>)>> answer(
      [&](std::function<void(Fetched)> done) { fetcher_.ask(std::move(request), std::move(done)); });
  Fetched fetched = co_await answer;
  // Another task may have asked the same meanwhile.
  if (auto known = memory_.fetched(address.url)) {
    std::error_code error;
    std::filesystem::remove(fetched.body_file, error);
    co_return std::move(*known);
  }
  take(fetched, before);
  co_return std::move(fetched.fetch);
}

Task<const Robots*> Web::robots(WebAddress address) {
  const std::string origin = address.origin();
  if (const auto known = robots_.find(origin); known != robots_.end()) co_return known->second.get();
  WebAddress at = address;
  at.path = "/robots.txt";
  at.query = "";
  at.url = at.scheme + "://" + at.host +
           (address.port == (at.scheme == "https" ? 443 : 80) ? "" : ":" + std::to_string(at.port)) + at.path;
  constexpr int kRedirects = 5;
  Fetch fetch = co_await ask(at, false);
  for (int i = 0; i < kRedirects && is_redirect(fetch) && !fetch.location.empty(); ++i) {
    const auto next = parse_address(fetch.location);
    if (!next) break;
    fetch = co_await ask(next.value(), false);
  }
  auto rules = std::make_unique<Robots>();
  const bool unknown = fetch.outcome == Fetch::Outcome::failed || fetch.status >= 500 || fetch.status == 429;
  if (unknown) *rules = Robots::closed(fetch.cause.empty() ? "HTTP " + std::to_string(fetch.status) : fetch.cause);
  if (fetch.status == 200 || fetch.outcome == Fetch::Outcome::unchanged)
    *rules = Robots::parse(folder_.bytes(fetch.sha256), "prongsai");
  if (rules->delay().count() > 0) fetcher_.slow_down(address, rules->delay());
  auto& place = robots_[origin];
  if (!place) place = std::move(rules);
  co_return place.get();
}

Task<Fetch> Web::get(WebAddress address, bool make_sure) {
  if (auto known = memory_.fetched(address.url)) {
    ++looked_up_;
    co_return std::move(*known);
  }
  const Robots* const rules = co_await robots(address);
  if (!rules->allows(address.path_query())) {
    // A host that cannot be asked for its rules cannot be asked for anything else: that is what is told.
    Fetch fetch = rules->cause().empty() ? not_asked(address, Fetch::Outcome::forbidden, "robots.txt does not allow it")
                                         : not_asked(address, Fetch::Outcome::failed, rules->cause());
    memory_.save(fetch);
    co_return fetch;
  }
  co_return co_await ask(address, make_sure);
}

Task<Chain> Web::follow(WebAddress address, bool make_sure) {
  Chain chain;
  while (true) {
    Fetch fetch = co_await get(address, make_sure);
    const bool goes_on = is_redirect(fetch);
    chain.hops.push_back(std::move(fetch));
    if (!goes_on) co_return chain;
    const auto next = parse_address(chain.last().location);
    if (!next) {
      chain.too_far = "it leads to an address that cannot be opened";
      co_return chain;
    }
    address = next.value();
    if (was_there(chain, address)) {
      chain.too_far = "its redirects go round in a circle";
      co_return chain;
    }
    if (chain.hops.size() > static_cast<std::size_t>(settings_.redirects)) {
      chain.too_far = "it is redirected more than " + std::to_string(settings_.redirects) + " times";
      co_return chain;
    }
  }
}

Task<Result<PageAnswer>> Web::hand_over(PageJob job) {
  Awaited<Result<PageAnswer>, std::function<void(PageReader::Done)>> answer(
      [&](PageReader::Done done) { reader_.read(std::move(job), std::move(done)); });
  co_return co_await answer;
}

Task<Result<PageAnswer>> Web::read(PageJob::Kind kind, std::string sha256, std::string content_type) {
  PageJob job{kind, std::move(content_type), folder_.bytes(sha256)};
  co_return co_await hand_over(std::move(job));
}

Task<std::string> Web::draw(SeenPage seen) {
  PageJob job{PageJob::Kind::picture, "", "", painted(seen)};
  const auto answer = co_await hand_over(std::move(job));
  co_return answer ? answer.value().picture : "";
}

}  // namespace prongsai::collect
