// Asks many servers at once, in one thread: libcurl's multi interface, with turns by host and second tries. Each answer
// is one hop; redirects are the caller's to follow.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/collect/fetch/address_guard.hpp"
#include "pipeline/collect/fetch/fetch_request.hpp"
#include "pipeline/collect/fetch/fetch_settings.hpp"
#include "pipeline/collect/fetch/host_queue.hpp"
#include "pipeline/collect/fetch/transfer.hpp"

namespace prongsai::collect {

class Fetcher {
 public:
  // Bodies are written to `folder`, which is there. `settings` outlives the fetcher. Throws std::runtime_error for
  // settings that are wrong.
  Fetcher(const FetchSettings& settings, std::filesystem::path folder);
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  // `done` is called by work(), once. What fails for a reason that may pass (no connection, 408, 429, 5xx) is tried
  // again, later; what a server says is not there (404, 410) is asked once more where the request wants to be sure.
  void ask(FetchRequest request, std::function<void(Fetched)> done);

  // Nothing new is begun from now on; what waits is dropped, its `done` not called.
  void stop() { stopped_ = true; }
  [[nodiscard]] bool idle() const { return running_.empty() && (stopped_ || queue_.waiting() == 0); }

  // Does what there is to do, then waits for more: for one of these descriptors too, at most that long. Throws
  // std::runtime_error where an answer cannot be kept on this machine.
  void work(const std::vector<int>& descriptors, std::chrono::milliseconds longest_wait);

  void slow_down(const WebAddress& address, std::chrono::milliseconds delay) { queue_.slow_down(address, delay); }
  [[nodiscard]] long long asked() const { return asked_; }  // requests so far, second tries included

 private:
  struct Running {
    std::unique_ptr<Transfer> transfer;
    Waiting waiting;
  };

  void begin_waiting();
  void begin(Waiting waiting);
  void take_results();
  void finish(CURL* handle, CURLcode code);
  [[nodiscard]] bool try_again(Waiting& waiting, const Fetched& fetched, long long retry_after);
  void wait(const std::vector<int>& descriptors, std::chrono::milliseconds longest) const;

  const FetchSettings& settings_;
  AddressGuard guard_;
  std::filesystem::path folder_;
  HostQueue queue_;
  std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> multi_;
  CurlList resolve_;
  std::map<CURL*, Running> running_;
  long long asked_ = 0;
  bool stopped_ = false;
};

// UTC, ISO 8601.
[[nodiscard]] std::string utc_now();

}  // namespace prongsai::collect
