// One request on its way: libcurl's handle, what is allowed to it, and what came back. For this library only.
#pragma once

#include <curl/curl.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "pipeline/collect/fetch/address_guard.hpp"
#include "pipeline/collect/fetch/fetch_request.hpp"
#include "pipeline/collect/fetch/fetch_settings.hpp"

namespace prongsai::collect {

// A list of strings as curl takes it.
using CurlList = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

class Transfer {
 public:
  // `body`: path of a file to be written, which must not be there. `resolve` outlives the transfer.
  Transfer(FetchRequest request, const FetchSettings& settings, const AddressGuard& guard, curl_slist* resolve,
           std::filesystem::path body);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  [[nodiscard]] CURL* handle() const { return handle_.get(); }
  [[nodiscard]] const FetchRequest& request() const { return request_; }

  // What came of it, once curl is done with it. `at` and `tries` are the caller's to fill in. Throws
  // std::runtime_error where this machine could not keep the answer (a full disk): that says nothing of the server.
  [[nodiscard]] Fetched result(CURLcode code);
  // How long the server asks to wait before the next try, seconds; 0 for not at all.
  [[nodiscard]] long long retry_after() const;

 private:
  void set_up();
  void set_bounds();
  void set_callbacks();
  void read_outcome(CURLcode code, Fetch& fetch) const;
  [[nodiscard]] bool is_page() const;
  [[nodiscard]] std::string header(const char* name) const;

  std::size_t take_header(std::string_view line);
  std::size_t take_body(const char* bytes, std::size_t size);
  std::size_t cannot_write();
  void close_body();
  curl_socket_t open_socket(curl_sockaddr* address);
  int before_request(const char* number);

  FetchRequest request_;
  const FetchSettings& settings_;
  const AddressGuard& guard_;
  std::filesystem::path body_path_;
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
  CurlList headers_{nullptr, curl_slist_free_all};
  curl_slist* resolve_;
  std::FILE* body_ = nullptr;
  long long bytes_ = 0;
  std::string sent_;      // the request's head
  std::string received_;  // the answer's head
  std::string refusal_;   // of the address guard
  std::string broken_off_;
  std::string not_written_;  // why this machine could not keep the answer
  bool enough_ = false;      // a page's rest is not wanted
};

}  // namespace prongsai::collect
