#include "pipeline/collect/fetch/fetcher.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>

namespace prongsai::collect {
namespace {

using Clock = HostQueue::Clock;

CURLM* new_multi(const FetchSettings& settings) {
  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM* const multi = curl_multi_init();
  if (multi == nullptr) throw std::runtime_error("libcurl cannot be set up");
  curl_multi_setopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, static_cast<long>(settings.per_host));
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, static_cast<long>(2 * settings.connections));
  curl_multi_setopt(multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
  return multi;
}

// What may pass: the site was busy or away.
bool may_pass(const Fetch& fetch) {
  if (fetch.outcome == Fetch::Outcome::failed) return true;
  return fetch.outcome == Fetch::Outcome::answered &&
         (fetch.status == 408 || fetch.status == 425 || fetch.status == 429 || fetch.status >= 500);
}

bool is_gone(const Fetch& fetch) {
  return fetch.outcome == Fetch::Outcome::answered && (fetch.status == 404 || fetch.status == 410);
}

}  // namespace

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

Fetcher::Fetcher(const FetchSettings& settings, std::filesystem::path folder)
    : settings_(settings),
      guard_(settings.allow_private, settings.allowed_addresses),
      folder_(std::move(folder)),
      queue_(settings),
      multi_(new_multi(settings), curl_multi_cleanup),
      resolve_(nullptr, curl_slist_free_all) {
  for (const std::string& entry : settings.resolve) {
    resolve_.reset(curl_slist_append(resolve_.release(), entry.c_str()));
  }
}

Fetcher::~Fetcher() {
  for (const auto& [handle, running] : running_) curl_multi_remove_handle(multi_.get(), handle);
}

void Fetcher::ask(FetchRequest request, std::function<void(Fetched)> done) {
  queue_.add({std::move(request), std::move(done)});
}

void Fetcher::begin_waiting() {
  while (!stopped_ && running_.size() < static_cast<std::size_t>(settings_.connections)) {
    auto waiting = queue_.next(Clock::now());
    if (!waiting) return;
    begin(std::move(*waiting));
  }
}

void Fetcher::begin(Waiting waiting) {
  const WebAddress address = waiting.request.address;
  if (const std::string cause = queue_.down(address); !cause.empty()) {
    queue_.release(address);
    Fetched fetched;
    fetched.fetch.url = address.url;
    fetched.fetch.at = utc_now();
    fetched.fetch.tries = waiting.tries;
    fetched.fetch.cause = cause;
    return waiting.done(std::move(fetched));
  }
  ++asked_;
  ++waiting.tries;
  auto transfer = std::make_unique<Transfer>(waiting.request, settings_, guard_, resolve_.get(),
                                             folder_ / (std::to_string(asked_) + ".body"));
  CURL* const handle = transfer->handle();
  running_.emplace(handle, Running{std::move(transfer), std::move(waiting)});
  curl_multi_add_handle(multi_.get(), handle);
}

bool Fetcher::try_again(Waiting& waiting, const Fetched& fetched, long long retry_after) {
  constexpr int kSure = 2;
  const bool passing = may_pass(fetched.fetch);
  const bool unsure = waiting.request.make_sure && is_gone(fetched.fetch);
  const int most = unsure ? std::min(kSure, settings_.tries) : passing ? settings_.tries : 1;
  if (stopped_ || waiting.tries >= most) {
    // Nobody answers there: the host's other requests need not find that out one by one.
    if (fetched.fetch.outcome == Fetch::Outcome::failed && fetched.fetch.address.empty())
      queue_.set_down(waiting.request.address, fetched.fetch.cause);
    return false;
  }
  if (unsure) {
    queue_.add(std::move(waiting));
    return true;
  }
  auto wait = settings_.retry_wait * (1LL << (waiting.tries - 1));
  const auto longest = std::chrono::ceil<std::chrono::seconds>(settings_.longest_wait);
  if (retry_after > longest.count()) return false;
  if (retry_after > 0) wait = std::chrono::seconds(retry_after);
  if (wait > settings_.longest_wait) return false;
  queue_.put_back(std::move(waiting), Clock::now() + wait);
  return true;
}

void Fetcher::finish(CURL* handle, CURLcode code) {
  auto node = running_.extract(handle);
  curl_multi_remove_handle(multi_.get(), handle);
  Running& running = node.mapped();
  Fetched fetched = running.transfer->result(code);
  const long long retry_after = running.transfer->retry_after();
  running.transfer.reset();
  queue_.release(running.waiting.request.address);
  fetched.fetch.at = utc_now();
  fetched.fetch.tries = running.waiting.tries;
  std::error_code error;
  if (try_again(running.waiting, fetched, retry_after)) {
    std::filesystem::remove(fetched.body_file, error);
    return;
  }
  running.waiting.done(std::move(fetched));
}

void Fetcher::take_results() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* const handle = message->easy_handle;
    finish(handle, message->data.result);  // the message is gone once its handle is taken out
  }
}

void Fetcher::work(const std::vector<int>& descriptors, std::chrono::milliseconds longest_wait) {
  begin_waiting();
  int still_running = 0;
  curl_multi_perform(multi_.get(), &still_running);
  take_results();
  begin_waiting();
  wait(descriptors, longest_wait);
}

void Fetcher::wait(const std::vector<int>& descriptors, std::chrono::milliseconds longest) const {
  std::vector<curl_waitfd> fds;
  for (const int fd : descriptors) fds.push_back({fd, CURL_WAIT_POLLIN, 0});
  if (running_.size() < static_cast<std::size_t>(settings_.connections)) {
    if (const auto turn = queue_.next_turn(); turn && !stopped_) {
      const auto until = std::chrono::duration_cast<std::chrono::milliseconds>(*turn - Clock::now());
      longest = std::clamp(until + std::chrono::milliseconds(1), std::chrono::milliseconds(0), longest);
    }
  }
  curl_multi_poll(multi_.get(), fds.data(), static_cast<unsigned>(fds.size()), static_cast<int>(longest.count()),
                  nullptr);
}

}  // namespace prongsai::collect
